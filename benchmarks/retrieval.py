"""How often the best passages hold the answer: dense, full text and every fusion.

    dateline add $DATELINE_DATASETS/news/articles-10k.jsonl.xz --home DIR      once
    python -m benchmarks.retrieval --home DIR

For the news quiz questions with an answer in the collection. Distant supervision: a passage
counts when it contains an answer string as whole words, whether or not it answers the
question. Settings are chosen on the even questions (see `datasets.is_even`) and
reported on the odd ones too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from benchmarks import datasets
from benchmarks.datasets import NewsQuestion
from index import fusion
from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import open_embedder

TOP = (1, 5, 20)
Run = Sequence[tuple[int, float]]
Fuse = Callable[[Mapping[int, float], Mapping[int, float]], Run]


def _weighted(share: float) -> Fuse:
    return lambda dense, lexical: fusion.minmax([dense, lexical], [share, 1 - share])


def _reciprocal(rrf_k: int) -> Fuse:
    return lambda dense, lexical: fusion.rrf([dense, lexical], rrf_k)


FUSIONS: dict[str, Fuse] = {
    "dense": lambda dense, _: fusion.rrf([dense]),
    "full text": lambda _, lexical: fusion.rrf([lexical]),
    **{f"rrf k={rrf_k}": _reciprocal(rrf_k) for rrf_k in (10, 60)},
    **{f"min-max dense {share}": _weighted(share) for share in (0.3, 0.4, 0.5, 0.6, 0.7)},
}


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="a loaded library")
@click.option("--limit", default=0, help="ask only the first N questions; 0 asks all")
def main(home: Path, limit: int) -> None:
    """Print the share of questions with an answer in the top 1, 5 and 20 passages."""
    questions = datasets.news_questions()[: limit or None]
    with Corpus.open(IndexConfig(home=home), open_embedder()) as corpus:
        found = [_ranks(corpus, question) for question in questions]
    even = [datasets.is_even(question.id) for question in questions]
    print(f"{len(questions)} questions, {sum(even)} even, {len(even) - sum(even)} odd")
    print(f"{'':18}" + "".join(f"{half + ' @' + str(k):>10}" for half in HALVES for k in TOP))
    for name in FUSIONS:
        row = ""
        for keep in HALVES.values():
            ranks = [f[name] for f, e in zip(found, even, strict=True) if keep(e)]
            row += "".join(f"{100 * sum(r <= k for r in ranks) / len(ranks):10.1f}" for k in TOP)
        print(f"{name:18}{row}")


HALVES: dict[str, Callable[[bool], bool]] = {
    "all": lambda _: True,
    "even": lambda is_even: is_even,
    "odd": lambda is_even: not is_even,
}


def _ranks(corpus: Corpus, question: NewsQuestion) -> dict[str, int]:
    """For each fusion the rank, from 1, of the first passage with an answer (1,000: none)."""
    dense, lexical = corpus.search_each(question.question)
    runs = {name: fuse(dense, lexical)[: max(TOP)] for name, fuse in FUSIONS.items()}
    ids = sorted({passage_id for run in runs.values() for passage_id, _ in run})
    texts = corpus.passage_texts(ids)
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(answer)}(?!\w)" for answer in question.answers), re.I
    )
    holding = {passage_id for passage_id, text in texts.items() if pattern.search(text)}
    return {name: _first(run, holding) for name, run in runs.items()}


def _first(run: Run, holding: set[int]) -> int:
    ranks = (rank for rank, (passage_id, _) in enumerate(run, start=1) if passage_id in holding)
    return next(ranks, 1000)


if __name__ == "__main__":
    main()
