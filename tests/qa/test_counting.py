"""Questions that count people without a noun."""

from __future__ import annotations

import pytest

from qa.counting import with_noun


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("how many left Orm?", "how many people left Orm?"),
        ("How many have been arrested so far?", "How many people have been arrested so far?"),
        ("How many rebels left?", "How many rebels left?"),
        ("How many of the injured are at home?", "How many of the injured are at home?"),
        ("How many were sold?", "How many were sold?"),
        ("When did they leave?", "When did they leave?"),
    ],
)
def test_people_are_written_where_they_are_meant(question: str, read: str) -> None:
    assert with_noun(question) == read
