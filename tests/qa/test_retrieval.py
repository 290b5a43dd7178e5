"""Passages of the days asked about, beside the best ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from index.config import IndexConfig
from index.corpus import Corpus
from index.types import ArticleDraft, Filters
from qa.retrieval import search, within
from tests.fakes import HashingEmbedder

QUERY = "how many people fled Orm?"
WINDOW = Filters(published_after=date(2021, 8, 1), published_before=date(2021, 9, 30))
EARLY = [
    ArticleDraft(text=f"Some {n},000 people fled Orm.", published_at=date(2016, 1, n))
    for n in range(1, 9)
]
LATE = ArticleDraft(
    text="The council met in the hall. Seventy people fled on foot over the hills to the south.",
    publisher="Harbour Times",
    published_at=date(2021, 8, 24),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    config = IndexConfig(home=tmp_path_factory.mktemp("library"))
    with Corpus.open(config, HashingEmbedder()) as opened:
        opened.add([*EARLY, LATE])
        yield opened


def years(corpus: Corpus, top_k: int, filters: Filters, window: Filters | None) -> list[int]:
    hits = search(corpus, QUERY, top_k, filters, window)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert len({hit.passage.id for hit in hits}) == len(hits)
    return [hit.article.published_at.year for hit in hits if hit.article.published_at]


def test_passages_of_the_window_are_added_and_none_is_left_out(corpus: Corpus) -> None:
    assert years(corpus, 4, Filters(), None) == [2016] * 4
    assert years(corpus, 4, Filters(), WINDOW) == [2016] * 4 + [2021]
    assert years(corpus, 1, Filters(), WINDOW) == [2016, 2021]


def test_nothing_is_added_where_the_window_is_well_met(corpus: Corpus) -> None:
    early = Filters(published_before=date(2016, 12, 31))
    assert years(corpus, 4, Filters(), early) == [2016] * 4


def test_the_users_filters_bound_the_window(corpus: Corpus) -> None:
    assert years(corpus, 4, Filters(published_before=date(2020, 1, 1)), WINDOW) == [2016] * 4
    assert years(corpus, 4, Filters(publishers=("Nobody",)), WINDOW) == []


def test_filters_narrowed_to_a_window() -> None:
    mine = Filters(published_before=date(2021, 8, 15), publishers=("Orm Post",))
    assert within(mine, WINDOW) == Filters(date(2021, 8, 1), date(2021, 8, 15), ("Orm Post",))
    assert within(Filters(published_after=date(2022, 1, 1)), WINDOW) is None
