"""The preposition that ties a question to its topic."""

from __future__ import annotations

import pytest

from qa.followups.ties import worded_tie


@pytest.mark.parametrize(
    ("question", "worded"),
    [
        ("who was third regarding the Tour of Galicia", "who was third in the Tour of Galicia"),
        ("who was hurt regarding the Palace hotel", "who was hurt at the Palace hotel"),
        (
            "was the captain arrested regarding the ferry off Bantu Island",
            "was the captain of the ferry off Bantu Island arrested",
        ),
        (
            "what does the ministry say regarding the cholera outbreak",
            "what does the ministry say about the cholera outbreak",
        ),
        ("how many states signed regarding the treaty", "how many states signed the treaty"),
        ("who voted against regarding the Aldport budget", "who voted against the Aldport budget"),
        ("is there a cure regarding the Lassen virus", "is there a cure for the Lassen virus"),
        ("how many are hurt", "how many are hurt"),
    ],
)
def test_a_topic_gets_the_preposition_that_english_wants(question: str, worded: str) -> None:
    assert worded_tie(question) == worded
