"""Ways to build what a date wording means: fixed, from the base, in the nearest year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qa.dates.days import day_of, shifted
from qa.dates.expressions import Context, Expression, Meaning, Precision
from qa.types import DateRange

# Days that a tense may be off: articles are updated after the day they carry, and quote what was
# said before it. Newspapers give the year for days that are further away.
_UPDATED = 60


def fixed(match: re.Match[str], span: DateRange | None, precision: Precision) -> Expression | None:
    """Mean one interval whatever the context; None where the calendar has no such days."""
    if span is None:
        return None
    return Expression(match.start(), match.end(), precision, lambda context: span)


def relative(
    match: re.Match[str], precision: Precision, meaning: Meaning, floats: bool = False
) -> Expression:
    return Expression(match.start(), match.end(), precision, meaning, floats)


def from_base(read: Callable[[date], DateRange | None]) -> Meaning:
    """Mean what `read` makes of the base; nothing without one."""
    return lambda context: None if context.base is None else read(context.base)


def in_nearest_year(span_of: Callable[[int], DateRange | None]) -> Meaning:
    """Mean the latest span of a year that began by the base, or the next one if future."""

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        base = context.base
        spans = [span for shift in (-2, -1, 0, 1) if (span := span_of(base.year + shift))]
        if context.tense == "future":
            return next((span for span in spans if span.end >= base), None)
        return next((span for span in reversed(spans) if span.start <= base), None)

    return meaning


def without_year(month: int, first: int, last: int, weekday: int | None = None) -> Meaning:
    """Choose the year: the weekday's if one is named, else by tense, else the nearest."""

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        base = context.base
        spans = [days_between(base.year + shift, month, first, last) for shift in (-1, 0, 1)]
        known = [span for span in spans if span]
        if weekday is not None:
            known = [span for span in known if span.start.weekday() == weekday] or known
        return min(known, key=lambda span: _strangeness(span, context, base), default=None)

    return meaning


def _strangeness(span: DateRange, context: Context, base: date) -> tuple[bool, int]:
    """Order candidate years: first those the tense allows, then the nearest."""
    days = (span.start - base).days
    past_due = context.tense == "future" and days < -_UPDATED
    not_yet = context.tense == "past" and days > _UPDATED
    return past_due or not_yet, abs(days)


def days_between(year: int, month: int, first: int, last: int) -> DateRange | None:
    """Return days of one month, or None where it lacks one of them."""
    start, end = day_of(year, month, first), day_of(year, month, last)
    return DateRange(start, end) if start and end else None


def days_around(base: date, first: int, last: int) -> DateRange | None:
    """Return the days from `first` to `last` days after the base."""
    start, end = shifted(base, days=first), shifted(base, days=last)
    return DateRange(start, end) if start and end else None
