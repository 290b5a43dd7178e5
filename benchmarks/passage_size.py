"""Which passage size finds the answer at equal reading cost?

    python -m benchmarks.passage_size --articles 1000

For every size and overlap, a library of the same news articles is built and every question is
asked of it. A question counts as found within a budget when one of the best-ranked passages
that together hold at most that many word pieces contains an answer string. Distant
supervision: a string may stand in a passage without answering the question.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks import datasets
from benchmarks.datasets import NewsQuestion
from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import Embedder, open_embedder
from index.types import Hit

BUDGETS = (400, 800, 1600, 3200)


@click.command()
@click.option("--articles", default=1000, help="articles drawn by seed")
@click.option("--sizes", default="96/0,128/0,128/1,200/0,200/1", help="word pieces/overlap")
def main(articles: int, sizes: str) -> None:
    """Print one row of answer-in-budget percentages a passage size."""
    drafts, questions = datasets.sample(articles)
    embedder = open_embedder()
    print(f"{len(drafts)} articles, {len(questions)} questions")
    print("size/overlap passages load_s " + " ".join(f"@{budget}" for budget in BUDGETS))
    for setting in sizes.split(","):
        size, overlap = (int(part) for part in setting.split("/"))
        with tempfile.TemporaryDirectory() as home:
            config = IndexConfig(home=Path(home), passage_tokens=size, overlap_sentences=overlap)
            with Corpus.open(config, embedder) as corpus:
                started = time.perf_counter()
                corpus.add(drafts)
                seconds = time.perf_counter() - started
                found = [_found(corpus, embedder, question) for question in questions]
                shares = [100 * sum(f[i] for f in found) / len(found) for i in range(len(BUDGETS))]
                row = " ".join(f"{share:.1f}" for share in shares)
                print(f"{setting} {corpus.stats().passages} {seconds:.0f} {row}", flush=True)


def _found(corpus: Corpus, embedder: Embedder, question: NewsQuestion) -> list[bool]:
    """Whether an answer stands among the best passages, for each budget."""
    hits = corpus.search(question.question, 60)
    costs = embedder.count_tokens([hit.text for hit in hits])
    return [_holds(hits, costs, question.answers, budget) for budget in BUDGETS]


def _holds(hits: Sequence[Hit], costs: Sequence[int], answers: Sequence[str], budget: int) -> bool:
    spent = 0
    for hit, cost in zip(hits, costs, strict=True):
        spent += cost
        if spent > budget:
            return False
        if any(answer.casefold() in hit.text.casefold() for answer in answers):
            return True
    return False


if __name__ == "__main__":
    main()
