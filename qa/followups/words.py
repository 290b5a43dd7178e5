"""One word of a question, as the word lists know it. Pure."""

from __future__ import annotations

import re


def key(word: str) -> str:
    """The word as lists know it: lower case, without marks around it; the noun of a compound."""
    return word.strip(",.;:!?\"'“”‘()").lower().rpartition("_")[2]


def is_capital(word: str) -> bool:
    """Whether a word inside a question is part of a name."""
    bare = word.strip(",.;:!?\"'“”‘(")
    return bool(re.match(r"(?:(?:al|el)-)?[A-Z]", bare)) and bare != "I"
