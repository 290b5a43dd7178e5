"""Words that loosen a figure: "some 38,000", "at least 50", "30 or more".

A table and two readers. A qualifier is exact (the figure is the best guess), a lower
bound or an upper bound.
"""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["exact", "least", "most"]

_EXACT = (
    "about", "around", "some", "roughly", "approximately", "nearly", "almost", "only", "just",
    "close to", "an estimated", "estimated", "circa", "barely", "a mere", "exactly",
    "precisely", "virtually", "practically", "in the region of", "in the order of",
    "somewhere around", "something like", "closer to", "nearer to", "nearer", "well-nigh",
)  # fmt: skip
_LEAST = (
    "at least", "more than", "over", "above", "no fewer than", "no less than", "not less than",
    "not fewer than", "upwards of", "upward of", "in excess of", "well over", "well above",
    "far more than", "much more than", "slightly more than", "a little more than",
    "just over", "just more than", "just above", "a little over", "slightly over", "exceeding",
    "a minimum of", "minimum of", "greater than", "as far as", "north of",
)  # fmt: skip
_MOST = (
    "up to", "fewer than", "less than", "no more than", "not more than", "at most", "under",
    "below", "as many as", "as much as", "as high as", "a maximum of", "maximum of",
    "just under", "just below", "well under", "well below", "a little under", "slightly under",
    "slightly less than", "just less than", "little more than", "at the most", "south of",
)  # fmt: skip
_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(_EXACT, "exact"),
    **dict.fromkeys(_LEAST, "least"),
    **dict.fromkeys(_MOST, "most"),
}
_WORD = re.compile(r"[^\s\"“”‘(]+")
# They may stand between a qualifier and its figure: "at least another 12".
_FILLERS = {"another", "the", "a", "an", "further", "extra", "his", "her", "its", "their"}
_AFTER = re.compile(
    r"\s*(\+)|\s*,?\s+(or\s+(?:so|more|fewer|less)|at\s+(?:the\s+)?(?:least|most)|"
    r"(?:and|or)\s+(?:older|younger)|"
    r"(?:and|or)\s+(?:under|below|over|above|up)"
    r"(?=\s*(?:[,.;:)\"”]|\Z)|\s+(?:who|are|were|is|was|can|will|must|may|should|have|had|in|to|for)\b)"
    r")\b",
    re.IGNORECASE,
)
_AFTER_BOUNDS: dict[str, Bound] = {
    "+": "least", "or more": "least", "at least": "least", "at the least": "least",
    "or so": "exact", "or fewer": "most", "or less": "most", "at most": "most",
    "at the most": "most",
    "and younger": "most", "and under": "most", "and below": "most", "or younger": "most",
    "or under": "most", "or below": "most", "and older": "least", "and over": "least",
    "and above": "least", "and up": "least", "or older": "least", "or over": "least",
    "or above": "least", "or up": "least",
}  # fmt: skip
# Characters looked at before a figure; no qualifier is longer.
_LONGEST = 40
_MOST_WORDS = 5
# These say that the figure is not meant to the last digit.
APPROXIMATE = frozenset(_EXACT) - {"only", "just", "exactly", "precisely", "a mere", "barely"} | {
    "or so"
}


def qualifier_before(text: str, position: int) -> tuple[int, str, Bound] | None:
    """Return start, words and bound of the qualifier that ends at `position`."""
    if not text[position - 1 : position].isspace():
        return None
    words = list(_WORD.finditer(text, max(0, position - _LONGEST), position))
    while words and words[-1].group() in _FILLERS and words[-1].group() != "a":
        words.pop()
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        phrase = " ".join(word.group().lower() for word in words[-count:])
        if phrase in _BOUNDS:
            return words[-count].start(), phrase, _BOUNDS[phrase]
    return None


def qualifier_after(text: str, position: int) -> tuple[int, str, Bound] | None:
    """Return end, words and bound of the qualifier that begins at `position`."""
    match = _AFTER.match(text, position)
    if match is None:
        return None
    words = " ".join((match.group(1) or match.group(2)).lower().split())
    return match.end(), words, _AFTER_BOUNDS[words]
