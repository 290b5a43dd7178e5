"""Follow-ups that are a time or a place: "and in 2018?", "the year before?", "on the 24th?".

Each is put into the newest question that can be asked of another time. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.anchors import anchor
from qa.followups.clauses import has_wh_subject
from qa.followups.frame import Frame, parse
from qa.followups.nouns import joined
from qa.followups.slots import MONTHS, with_date, with_place, with_tail
from qa.followups.tails import Tail
from qa.followups.topic import Asked
from qa.followups.vocabulary import DATE, ORDINALS
from qa.followups.words import is_capital, key

_BESIDE = re.compile(
    r"^(?:(?:in |on )?(?:the|a|one) (?P<unit>year|month|week|day) "
    r"(?P<side>before|after|earlier|later)|"
    r"(?:in |on )?the (?P<side2>previous|prior|next|following) (?P<unit2>year|month|week|day))$",
    re.I,
)


def _beside(text: str, base: Asked) -> str:
    """The date meant by "the year before": counted from the one asked about or answered."""
    match = _BESIDE.match(text)
    if not match:
        return _in_month(text, base.frame)
    dated = [tail.text for tail in base.frame.tails if tail.kind == "date"]
    named = next((date for date in (*dated, base.value) if DATE.search(date)), "")
    side = (match["side"] or match["side2"]).lower()
    is_before = side in ("before", "earlier", "previous", "prior")
    unit = (match["unit"] or match["unit2"]).lower()
    year = re.search(r"\b(?:1[89]|20)\d\d\b", named)
    if year and unit == "year":
        return f"in {int(year[0]) + (-1 if is_before else 1)}"
    bare = re.sub(r"^(?:in|on|at|by|since|until) ", "", named)
    return f"the {unit} {'before' if is_before else 'after'} {bare}" if bare else text


def _in_month(text: str, frame: Frame) -> str:
    """A bare "on the 24th" in the month asked about."""
    dates = " ".join(tail.text for tail in frame.tails if tail.kind == "date")
    month = next((word for word in dates.split() if key(word) in MONTHS), "")
    is_bare = re.fullmatch(r"(?:on )?the (\d{1,2})(?:st|nd|rd|th)", text)
    return f"on {is_bare[1]} {month.title()}" if is_bare and month else text


def at_date(text: str, past: Sequence[Asked]) -> str:
    text = _beside(text, past[0])
    base = next(filter(_may_be_dated, past), None)
    if base is None:
        return with_date(parse(joined("what happened", anchor(past))), text).text()
    return with_date(base.frame, text).text()


def _may_be_dated(base: Asked) -> bool:
    """Whether a question can be asked of another day, as "why" and "who is" cannot."""
    has_cause = has_wh_subject(base.frame) and base.kind == "what"
    no_clause = not base.frame.has_clause() and base.frame.wh != "how many"
    is_definition = base.kind == "definition" and not base.frame.tails
    is_timeless = base.kind in ("when", "why", "who_said") or is_definition
    return not (is_timeless or has_cause or no_clause)


def with_tails(tails: Sequence[Tail], past: Sequence[Asked]) -> str:
    frame = past[0].frame
    for tail in tails:
        if tail.kind == "date":
            return at_date(" ".join(t.text for t in tails), past)
        tail = _with_its_noun(tail, frame)
        is_named = any(map(is_capital, tail.text.split()))
        is_beside = any(_preposition(t) == _preposition(tail) for t in frame.tails)
        if tail.kind == "place" and (is_named or not is_beside):
            frame = with_place(frame, tail.text)
        else:
            frame = with_tail(frame, tail)
    return frame.text()


def _preposition(tail: Tail) -> str:
    return key(tail.text.split()[0])


def _with_its_noun(tail: Tail, frame: Frame) -> Tail:
    """Give "in the second" the noun of "in the first round"."""
    if key(tail.text.split()[-1]) not in ORDINALS:
        return tail
    for other in frame.tails:
        words = other.text.split()
        at = next((i for i, word in enumerate(words) if key(word) in ORDINALS), len(words))
        if words[at + 1 :] and _preposition(other) == _preposition(tail):
            return Tail(joined(tail.text, *words[at + 1 :]), other.kind)
    return tail
