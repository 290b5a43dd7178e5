"""The place a conversation is about where its question has no place of its own:
inside a noun phrase ("the displaced in Daraa"), in an answer, in a quote or title. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.frame import Frame
from qa.followups.topic import (
    Asked,
    noun_phrases,
)
from qa.followups.vocabulary import MOVES, PREPOSITIONS
from qa.followups.words import is_capital, key
from qa.names import find_names


def is_place_name(value: str) -> bool:
    words = value.split()
    return 0 < len(words) <= 4 and is_capital(words[-1])


_INNER_PLACE = re.compile(
    r"\b(in|at|near|from) ((?:the )?(?:(?:al|el)-)?[A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
    r"(?: (?:valley|province|region|district|city|area|plant|election|floods?))?)(?=$| who | that )"
)


def place_inside(frame: Frame) -> str:
    """Find "in Daraa" inside "the displaced in Daraa"."""
    for phrase in noun_phrases(frame):
        match = _INNER_PLACE.search(phrase)
        if match:
            return f"{'in' if match[1] == 'from' else match[1]} {match[2]}"
        moved = re.search(
            rf"\b(?:{'|'.join(sorted(MOVES))}) ((?:[A-Z][\w'-]*(?: al-\w+)?\s?)+)", phrase
        )
        if moved:
            return f"in {moved[1].strip()}"
    return ""


def place_of_answer(value: str) -> str:
    starts_with_preposition = key(value.split()[0]) in PREPOSITIONS
    return value if starts_with_preposition else f"in {value}"


_PLACE_IN_TEXT = re.compile(
    r"(?:\b(?:city|town|village|province|region|district|capital|quarter) of|"
    r"(?<!based )\b(?:in|from|near|left|leaves?|fled|flee|entered|enters?|reached|reach(?:es)?|"
    r"hits?|struck|strikes?))\s+"
    r"((?:(?:al|el)-)?[A-Z][\w'’-]+(?:\s(?:(?:al|el)-)?[A-Z][\w'’-]+)*)"
)


_POSSESSIVE = re.compile("['’]s$")


def place_in_sources(past: Sequence[Asked]) -> str:
    """The last resort for a name: the place that the newest titles and quotes name most,

    a title before a quote; where a body has its seat ("based in Britain") nothing happens."""
    for earlier in past:
        cited = earlier.turn.answer.citations
        texts = [c.title for c in cited[:1]] + [c.quote for c in cited]
        found = [m[1] for text in texts for m in _PLACE_IN_TEXT.finditer(text)]
        places = [
            place for place in found if find_names("x " + place) and not _POSSESSIVE.search(place)
        ]
        if places:
            return f"in {max(places, key=places.count)}"
    return ""
