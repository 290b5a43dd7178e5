"""Questions that are refused, and what is left of those that are not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidQuestionError
from qa.asking import checked, rare_names, telling_words, unusual_names


@pytest.mark.parametrize("question", ["", "  \n", "?!", "…"])
def test_an_empty_question_is_refused(question: str) -> None:
    with pytest.raises(InvalidQuestionError, match="empty"):
        checked(question, 100)


@pytest.mark.parametrize("bad", ["\ud800", "\x00", "\x1b"])
def test_broken_characters_are_named_by_place(bad: str) -> None:
    with pytest.raises(InvalidQuestionError, match="position 4"):
        checked(f"who {bad}left?", 100)


def test_a_long_question_is_refused_with_its_length() -> None:
    with pytest.raises(InvalidQuestionError, match="100,000"):
        checked("a" * 100_000, 2_000)


def test_white_space_runs_together() -> None:
    assert checked("  who\n\tleft ?", 100) == "who left ?"


@given(st.text(max_size=50))
def test_what_passes_passes_again_unchanged(text: str) -> None:
    try:
        once = checked(text, 200)
    except InvalidQuestionError:
        return
    assert checked(once, 200) == once


def test_telling_words_are_names_figures_and_rare_words() -> None:
    def pieces(words: Sequence[str]) -> list[int]:
        return [2 if word.casefold() in ("daraa", "zorblatt") else 1 for word in words]

    question = "Did Zorblatt's men flee daraa for Syria in 2018?"
    assert telling_words(question, pieces) == ["Zorblatt", "daraa", "Syria", "2018"]


@pytest.mark.parametrize(
    ("name", "unusual"),
    [
        ("Aleppo", ["Aleppo"]),
        ("Prime Minister of Zorblatt", ["Zorblatt"]),
        ("U.N.", []),
        ("Mr", []),
        ("SANA", []),
    ],
)
def test_unusual_names_leave_titles_and_abbreviations_out(name: str, unusual: list[str]) -> None:
    def pieces(words: Sequence[str]) -> list[int]:
        return [2 if word == "Zorblatt" else 1 for word in words]

    assert unusual_names([name], pieces) == unusual


def test_rare_names_are_single_words_without_possessive() -> None:
    def pieces(words: Sequence[str]) -> list[int]:
        return [2 if word in ("Brockway", "Zorblatt") else 1 for word in words]

    assert rare_names(["Brockway Falls", "Zorblatt's", "UN"], pieces) == ["Brockway", "Zorblatt"]
    assert rare_names([], pieces) == []
