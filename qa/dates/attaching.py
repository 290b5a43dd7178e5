"""Which date of a sentence is that of a fact, and which that of its being said.

Pure. Where a saying's date stands is for `qa.attribution` to say; every other date of the
sentence may date the fact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from index.sentences import split_sentences
from qa.dates.clauses import distance
from qa.dates.expressions import DateMention
from qa.dates.finding import date_at, find_dates

_SINCE = re.compile(r"since\s+", re.IGNORECASE)
_WHEN_BEHIND = re.compile(r",?\s+when\b")


def said_date(text: str, when: tuple[int, int] | None, base: date | None) -> DateMention | None:
    """Return the date of a saying whose time wording is `[start, end)` of the text."""
    return date_at(text, *when, base, "past") if when else None


def fact_date(
    text: str,
    start: int,
    end: int,
    base: date | None,
    said: tuple[int, int] | None = None,
    sentence: tuple[int, int] | None = None,
) -> DateMention | None:
    """Return the date that the value at `[start, end)` states or is dated by.

    A value that is a date dates itself. Otherwise the nearest date of its clause; `said` is
    the wording of the saying's date, which is passed over. `sentence` is the value's, found
    here when it is not given.
    """
    own = date_at(text, start, end, base)
    if own is not None:
        return own
    left, right = sentence or _sentence_around(text, start, end)
    mentions = _dates_of(text, left, right, base)
    days = [(m.start - left, m.end - left) for m in mentions]
    value = (start - left, end - left)
    near = [
        (far, at)
        for at, mention in enumerate(mentions)
        if not (_overlap(mention, (start, end)) or (said and _overlap(mention, said)))
        and (far := distance(text[left:right], value, days[at], days)) is not None
    ]
    return _of_clause(text, mentions[min(near)[1]], start, base) if near else None


def _overlap(mention: DateMention, span: tuple[int, int]) -> bool:
    return mention.start < span[1] and span[0] < mention.end


def _of_clause(text: str, mention: DateMention, start: int, base: date | None) -> DateMention:
    """Of "not since 2009, when a crash killed 50" the year alone dates the 50."""
    since = _SINCE.match(mention.text)
    if since is None or mention.end > start or not _WHEN_BEHIND.match(text, mention.end):
        return mention
    return date_at(text, mention.start + since.end(), mention.end, base) or mention


def _dates_of(text: str, left: int, right: int, base: date | None) -> list[DateMention]:
    """Return the dates of a sentence in offsets of the text.

    Only where one counts from a day named earlier ("the next day") is the text before it read.
    """
    found = (m for m in find_dates(text[left:right], base) if m.precision != "duration")
    alone = [_moved(mention, left) for mention in found]
    if base is None or all(mention.range for mention in alone):
        return alone
    begin = max(0, left - _REACH)
    read = [_moved(mention, begin) for mention in find_dates(text[begin:right], base)]
    return [m for m in read if m.start >= left and m.precision != "duration"]


def _moved(mention: DateMention, by: int) -> DateMention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


# Characters before the sentence in which "the next day" may find the day it counts from.
_REACH = 400


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(0, start - 2 * _REACH)
    for left, right in split_sentences(text[begin : end + 2 * _REACH]):
        if left + begin <= start < right + begin:
            return left + begin, max(right + begin, end)
    return start, end
