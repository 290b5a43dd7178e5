"""What claims cost an answer: `python -m benchmarks.claims_cost [--articles 60] [--profile]`.

Times the way from judged evidence to worded answer: who said it, when, how much, what agrees and
what contradicts, and the sentences. Each question gets the eight best spans of different sentences,
all held likely, so that none is skipped. "Anew" is with nothing remembered of the articles, "again"
when an earlier answer has read them. The first library holds the articles of examples/; with
DATELINE_DATASETS set, a second one holds news articles by seed. Processor time, which other
programs do not lengthen.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import click

from benchmarks import datasets
from benchmarks.examples import example_questions, load_examples
from index.corpus import Corpus
from index.types import ArticleDraft, Filters
from qa.claims import assert_claims
from qa.evidence import Judged, gather
from qa.normalize.figures import all_figures
from qa.questions import Question, understand
from qa.reader import Reader, open_reader
from qa.statements import attributor_of, sentences_of
from qa.telling import telling
from qa.wording import word_answer
from training.sources import VARIABLE
from web.opening import open_corpus
from web.settings import Settings, load

CLAIMS = 8
TOP_K = 12
# All pieces count as likely, the first as likeliest: equal ones would hide the order.
_LIKELY, _STEP = 0.9, 0.01
Case = tuple[Question, list[Judged]]


@click.command()
@click.option("--articles", default=60, help="News articles in the second library; 0 for none.")
@click.option("--questions", default=60, help="Questions asked of each library.")
@click.option("--profile", is_flag=True, help="Also say where the time goes.")
def main(articles: int, questions: int, profile: bool) -> None:
    """Print the median and the 95th percentile in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="dateline-cost-") as home:
        settings = load({}, {"home": home})
        asked = [one.question for one in example_questions()][:questions]
        _report("examples/", _cases(settings, None, asked), profile)
    if articles and os.environ.get(VARIABLE):
        with tempfile.TemporaryDirectory(prefix="dateline-cost-") as home:
            drafts, found = datasets.sample(articles)
            asked = [one.question for one in [*found, *datasets.news_questions()]][:questions]
            settings = load({}, {"home": home})
            _report(f"{articles} news articles", _cases(settings, drafts, asked), profile)


def _cases(
    settings: Settings, drafts: Sequence[ArticleDraft] | None, asked: Sequence[str]
) -> list[Case]:
    """Fill a library, and retrieve and read for each question."""
    reader = open_reader(settings.qa)
    with open_corpus(settings) as corpus:
        if drafts is None:
            load_examples(corpus)
        else:
            corpus.add(drafts)
        return [(q, _judged(corpus, reader, q)) for q in map(understand, asked)]


def _judged(corpus: Corpus, reader: Reader, question: Question) -> list[Judged]:
    """The eight best pieces of evidence that stand in different sentences."""
    hits = corpus.search(question.text, TOP_K, Filters())
    readings = reader.read(question.text, [hit.text for hit in hits])
    chosen: dict[tuple[str, int], Judged] = {}
    asks = replace(telling(question, corpus), rare=())
    for piece in gather(asks, hits, readings):
        place = (piece.hit.article.id, piece.sentence[0])
        chosen.setdefault(place, Judged(piece, _LIKELY - _STEP * len(chosen)))
        if len(chosen) == CLAIMS:
            break
    return list(chosen.values())


def _report(name: str, cases: Sequence[Case], profile: bool) -> None:
    full = [case for case in cases if len(case[1]) == CLAIMS]
    _answer(cases[0])  # tables and patterns are read once a process, not once an answer
    anew, again = [], []
    for case in full:
        _forget()
        anew.append(_milliseconds(case))
        again.append(_milliseconds(case))
    click.echo(f"{name}: {len(full)} answers of {CLAIMS} claims")
    for row, times in (("anew", sorted(anew)), ("again", sorted(again))):
        late = times[int(len(times) * 0.95)]
        click.echo(f"  {row:<6} median {median(times):5.1f} ms, 95th percentile {late:5.1f} ms")
    if profile:
        profiler = cProfile.Profile(time.process_time)
        for case in full:
            _forget()
            profiler.runcall(_answer, case)
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(45)


def _forget() -> None:
    """Forget what is remembered of articles and their sentences."""
    sentences_of.cache_clear()
    attributor_of.cache_clear()
    all_figures.cache_clear()


def _milliseconds(case: Case) -> float:
    began = time.process_time()
    _answer(case)
    return (time.process_time() - began) * 1_000


def _answer(case: Case) -> None:
    question, judged = case
    asserted = assert_claims(question, judged, 0.0, CLAIMS)
    if asserted.claims:
        word_answer(asserted.kind, asserted.claims, asserted.citations, question)


if __name__ == "__main__":
    main()
