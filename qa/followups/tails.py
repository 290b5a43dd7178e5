"""The phrases at the end of a question: "on Thursday", "in Daraa", "according to SANA". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.followups import verbs
from qa.followups.vocabulary import (
    DATE,
    DETERMINERS,
    MANNER,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    TIME_STARTS,
    WH,
)
from qa.followups.words import is_capital, key

TailKind = Literal["date", "place", "source", "manner", "other"]


# A clause that ends the question; it is not cut further, and neither is "according to".
_CLAUSES = WH | {"whether"}
CLAUSE_TAILS = frozenset(("when", "while", "because", "if", "although", "where"))


@dataclass(frozen=True, slots=True)
class Tail:
    """A phrase at the end of a question: "on Thursday", "in Daraa", "according to SANA"."""

    text: str
    kind: TailKind


def tail_kind(text: str) -> TailKind:
    """What a phrase that starts with a preposition or a time word adds."""
    first, _, rest = text.lower().partition(" ")
    if first in CLAUSE_TAILS:
        return "date" if first in ("when", "while") else "other"
    if first == "according":
        return "source"
    if MANNER.match(text):
        return "manner"
    if first in ("since", "until", "till") or (first != "per" and DATE.search(text)):
        return "other" if first in ("about", "of", "with") else "date"
    if first in ("to", "into", "onto", "towards") and not any(map(is_capital, text.split())):
        return "other"
    if first in PLACE_PREPOSITIONS and rest:
        return "place"
    return "date" if TIME_STARTS.match(text) else "other"


def object_end(words: Sequence[str], start: int) -> int:
    for i in range(start, len(words)):
        if starts_tail(words, i):
            return i
    return len(words)


def starts_tail(words: Sequence[str], i: int) -> bool:
    """Whether a tail starts at word i: a preposition other than "of", or a time phrase."""
    word = key(words[i])
    if (word == "according" or (i and word in CLAUSE_TAILS)) and i + 1 < len(words):
        return True
    if word in PREPOSITIONS - {"of", "off"} and not (i and key(words[i - 1]) in DETERMINERS):
        is_infinitive = word == "to" and i + 1 < len(words) and verbs.is_base(key(words[i + 1]))
        return i + 1 < len(words) and not is_infinitive and key(words[i - 1]) != "according"
    return bool(TIME_STARTS.match(" ".join(words[i : i + 4]))) and (
        i == 0 or key(words[i - 1]) not in PREPOSITIONS | DETERMINERS
    )


def _takes_rest(words: Sequence[str], start: int) -> bool:
    """Whether a tail runs to the end: a clause, a source, "about whether the bank paid"."""
    if key(words[start]) in CLAUSE_TAILS | {"according"}:
        return True
    return start + 1 < len(words) and key(words[start + 1]) in _CLAUSES


def split_tails(words: Sequence[str]) -> tuple[Tail, ...]:
    """Cut the end of a question into its phrases: one for each preposition or time phrase."""
    if not words:
        return ()
    starts = [0]
    for i in range(1, len(words)):
        if starts_tail(words, i) and not _takes_rest(words, starts[-1]):
            starts.append(i)
    phrases = [
        " ".join(words[start:end])
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    ]
    return tuple(Tail(phrase, tail_kind(phrase)) for phrase in phrases if phrase)
