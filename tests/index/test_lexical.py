"""Full-text search: words, numbers, filters, generations."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

from index.lexical import BACKGROUND, LexicalDocument, LexicalIndex
from index.types import Filters

NONE = Filters()


def _document(
    passage_id: int, text: str, day: date | None = None, publisher: str | None = None
) -> LexicalDocument:
    return LexicalDocument(passage_id, f"a{passage_id}", "", text, publisher, day)


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    return LexicalIndex(tmp_path / "fulltext")


def test_the_passage_with_the_rare_words_comes_first(index: LexicalIndex) -> None:
    texts = ["the river rose", "the river fell in the town", "a zebra crossed the river"]
    index.apply(1, [_document(i, text) for i, text in enumerate(texts)], [])
    assert next(i for i, _ in index.search("zebra at the river?", 3, NONE)) == 2


@pytest.mark.parametrize("query", ["38,000", "how many: 38,000?", "“38,000”"])
def test_a_figure_is_one_word(index: LexicalIndex, query: str) -> None:
    index.apply(1, [_document(1, "38,000 fled"), _document(2, "38 people and 000 others")], [])
    assert [i for i, _ in index.search(query, 5, NONE)] == [1]


@pytest.mark.parametrize("query", ["", "?!", '"', "(a OR", "text:daraa AND *", "\x00", "of the"])
def test_no_query_is_an_error(index: LexicalIndex, query: str) -> None:
    index.apply(1, [_document(1, "daraa")], [])
    assert isinstance(index.search(query, 5, NONE), list)


def test_removed_passages_are_gone(index: LexicalIndex) -> None:
    index.apply(1, [_document(i, "storm") for i in range(5)], [])
    index.apply(2, [], [1, 3])
    assert sorted(i for i, _ in index.search("storm", 9, NONE)) == [0, 2, 4]
    assert index.ids() == [0, 2, 4]


def test_the_generation_survives_reopening(index: LexicalIndex, tmp_path: Path) -> None:
    assert index.generation == 0
    index.apply(7, [_document(1, "storm")], [])
    assert LexicalIndex(tmp_path / "fulltext").generation == 7


def test_filters_leave_scores_as_they_are_and_find_the_one_in_many(index: LexicalIndex) -> None:
    day = date(2021, 8, 26)
    many = [_document(i, "storm storm storm", day, "paper a") for i in range(300)]
    one = _document(999, "a storm far down the list of all the words", date(2020, 1, 1), "paper b")
    index.apply(1, [*many, one], [])
    everything = dict(index.search("storm", 400, NONE))
    for filters in (
        Filters(publishers=("PAPER B",)),
        Filters(published_before=date(2020, 1, 1)),
        Filters(article_ids=("a999",)),
    ):
        [(found, score)] = index.search("storm", 5, filters)
        assert found == 999
        assert score == pytest.approx(everything[999])


def test_day_limits_are_inclusive_and_undated_articles_do_not_pass(index: LexicalIndex) -> None:
    days = [date(2021, 8, 25), date(2021, 8, 26), date(2021, 8, 27), None]
    index.apply(1, [_document(i, "storm", day) for i, day in enumerate(days)], [])

    def found(after: date | None, before: date | None) -> list[int]:
        filters = Filters(published_after=after, published_before=before)
        return sorted(i for i, _ in index.search("storm", 9, filters))

    day = days[1]
    assert found(day, None) == [1, 2]
    assert found(None, day) == [0, 1]
    assert found(day, day) == [1]


def test_question_words_do_not_count(index: LexicalIndex) -> None:
    assert index.query_tokens("How many people fled Daraa?") == ["peopl", "fled", "daraa"]
    assert index.query_tokens("who was it?") == ["who", "was", "it"]


def test_a_damaged_index_starts_empty(index: LexicalIndex, tmp_path: Path) -> None:
    index.apply(1, [_document(1, "storm")], [])
    (tmp_path / "fulltext" / "meta.json").write_text("garbage")
    again = LexicalIndex(tmp_path / "fulltext")
    assert (again.generation, again.ids()) == (0, [])


def test_a_term_weighs_by_how_few_passages_hold_it(index: LexicalIndex) -> None:
    index.apply(1, [_document(1, "storm in Orm"), _document(2, "calm in Orm")], [])
    weights = index.term_weights("storm Orm zebra")
    total = 2 + 1 + BACKGROUND  # the stamp is a document too
    assert weights["storm"] == pytest.approx(math.log(1 + (total - 1 + 0.5) / 1.5))
    assert weights["orm"] == pytest.approx(math.log(1 + (total - 2 + 0.5) / 2.5))
    assert weights["zebra"] > weights["storm"] > weights["orm"]


def test_a_word_is_unknown_when_no_title_and_no_passage_has_it(index: LexicalIndex) -> None:
    index.apply(1, [_document(1, "storms hit Orm-on-Sea")], [])
    words = ["storm", "Orm", "Zorblatt", "Orm-on-Zor"]
    assert index.unknown_words(words) == ["Zorblatt", "Orm-on-Zor"]


def test_one_wrong_letter_in_a_long_word_is_a_misspelling(index: LexicalIndex) -> None:
    index.apply(1, [_document(1, "Geir Pedersen left Orm")], [])
    assert index.is_misspelt("Pederson")
    assert not index.is_misspelt("Arm")
    assert not index.is_misspelt("Zorblatt")
