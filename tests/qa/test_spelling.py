"""Slips in the words that questions turn on."""

from __future__ import annotations

import pytest

from qa.questions import plain_words
from qa.spelling import repaired


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wehn", "when"),
        ("accordign", "according"),
        ("mnay", "many"),
        ("hes", "he is"),
        ("didnt", "didn't"),
        ("here", "here"),
        ("were", "were"),
        ("may", "may"),
        ("Daraa", "Daraa"),
    ],
)
def test_slips_are_repaired_and_words_are_not(typed: str, meant: str) -> None:
    assert repaired(typed) == meant


def test_a_capital_inside_a_question_is_a_name() -> None:
    assert plain_words("wen did Wen resign") == "when did Wen resign"
