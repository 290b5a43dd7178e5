"""What a text lacks of a question."""

from __future__ import annotations

import pytest

from qa.doubts import Doubts, doubts

TEXT = "In 2021 Ana Roos fled Kharna. She never went back to Damra."
FLED, BACK = TEXT.index("Kharna"), TEXT.index("Damra")


@pytest.mark.parametrize(
    ("question", "at", "expected"),
    [
        ("Where did Ana Roos live?", FLED, Doubts(0.0, 0.0, 0.0)),
        ("Where did Ana Velk live?", FLED, Doubts(1 / 2, 0.0, 0.0)),
        ("Which Kharnans fled?", FLED, Doubts(0.0, 0.0, 0.0)),  # inflected
        ("Where did she live in 2018?", FLED, Doubts(0.0, 1.0, 0.0)),
        ("Where didn't she live?", FLED, Doubts(0.0, 0.0, 1.0)),
        ("Where did she not go back to?", BACK, Doubts(0.0, 0.0, 0.0)),
        ("Where?", FLED, Doubts(0.0, 0.0, 0.0)),
    ],
)
def test_doubts(question: str, at: int, expected: Doubts) -> None:
    assert doubts(question, TEXT, at) == expected
