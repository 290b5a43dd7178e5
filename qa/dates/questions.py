"""Dates in questions: what interval is asked about, and which words say so.

Typed questions are often in lower case, so names of days and months are found there too.
The words can be shown to the reader and taken out of the question again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from qa.dates.expressions import DateMention
from qa.dates.finding import find_dates
from qa.dates.words import MONTHS, WEEKDAYS
from qa.types import DateRange

_SURE = "|".join([*(m for m in MONTHS if m not in {"May", "March", "August"}), *WEEKDAYS])
_SURE_NAME = re.compile(rf"\b(?:{_SURE})\b", re.IGNORECASE)
# "may", "march" and "august" are other words too unless a date word stands beside them.
_OTHER = r"(?:may|march|august)\b"
_MAYBE_NAME = re.compile(
    rf"(?<=\bin ){_OTHER}|(?<=\b(?:of|by) ){_OTHER}|(?<=\b(?:from|last|late|next|this) ){_OTHER}"
    rf"|(?<=\b(?:since|until|early) ){_OTHER}|(?<=\bbetween ){_OTHER}|(?<=\bmid[- ]){_OTHER}"
    rf"|(?<=\d ){_OTHER}|(?<=\d(?:st|nd|rd|th) ){_OTHER}|\b{_OTHER}(?=,? \d)"
)
_LEAD = re.compile(r"\b(?:on|in|at|during|over|by|until|since|from|back in)\s+\Z", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after)\s+\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|till|by|up\s+to)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedDate:
    """A date that a question names: `[start, end)` covers its wording with its preposition.

    `from_day` or `to_day` is None where the question leaves that side open ("before 2018").
    """

    start: int
    end: int
    text: str
    range: DateRange
    from_day: date | None
    to_day: date | None


def question_dates(question: str, today: date | None) -> list[AskedDate]:
    """Return the dates that a question names, in order; those that need `today` only with it.

    >>> question_dates("how many fled in august 2021?", None)[0].range.end.isoformat()
    '2021-08-31'
    """
    cased = _SURE_NAME.sub(lambda match: match.group().capitalize(), question)
    cased = _MAYBE_NAME.sub(lambda match: match.group().capitalize(), cased)
    return [
        _asked(question, cased, mention.range, mention)
        for mention in find_dates(cased, today)
        if mention.range is not None
    ]


def _asked(question: str, cased: str, span: DateRange, mention: DateMention) -> AskedDate:
    before = cased[: mention.start]
    lead = _SINCE.search(before) or _BEFORE.search(before) or _LEAD.search(before)
    start = lead.start() if lead else mention.start
    words = question[start : mention.end].lower()
    is_since, is_before = words.startswith(("since", "after")), bool(_BEFORE.search(before))
    return AskedDate(
        start,
        mention.end,
        question[start : mention.end],
        span,
        None if is_before else span.start,
        None if is_since else (_last_day_before(span, words) if is_before else span.end),
    )


def _last_day_before(span: DateRange, words: str) -> date:
    """Return the last day allowed: "before 2018" ends in 2017, "by 2018" in 2018."""
    if words.startswith("before") and span.start > date.min:
        return date.fromordinal(span.start.toordinal() - 1)
    return span.end
