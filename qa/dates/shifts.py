"""Rules for dates so far from another: "ten days ago", "three days later", "the next day".

"Later" and "the next day" count from the date named before.
"""

from __future__ import annotations

import re
from datetime import date

from qa.dates.days import month_of, moved, one_day, unit_around, year_of
from qa.dates.expressions import Context, Expression, Precision
from qa.dates.meanings import days_around, from_base, relative
from qa.dates.rules import Rule
from qa.dates.words import COUNT, UNIT, count_of
from qa.types import DateRange

PRECISION: dict[str, Precision] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "weekend": "interval",
    "month": "month", "year": "year", "decade": "decade", "century": "century",
    "quarter": "quarter",
}  # fmt: skip


def moved_by(span: DateRange, unit: str, count: float) -> DateRange | None:
    """Shift an interval by that many units; parts of a day do not count."""
    if abs(count) > 10_000:
        return None
    whole = int(count)
    if unit in {"hour", "minute"}:
        return moved(span, days=int(count / 24) if unit == "hour" else 0)
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        return moved(span, days=round(count * days))
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    return moved(span, months=round(count * months) if count != whole else whole * months)


def spread(span: DateRange, unit: str) -> DateRange | None:
    """Widen a shifted day to what its unit can tell: "two years ago" is a year."""
    if span.start != span.end or unit not in {"month", "year", "decade", "century"}:
        return span
    if unit == "month":
        return month_of(span.start.year, span.start.month)
    return year_of(span.start.year)


def _ago(match: re.Match[str]) -> Expression | None:
    count, unit = count_of(match["count"]), match["unit"].lower()
    if count is None:
        return None

    def read(base: date) -> DateRange | None:
        span = moved_by(one_day(base), unit, -count)
        return spread(span, unit) if span else None

    return relative(match, PRECISION[unit], from_base(read))


def _hours_ago(match: re.Match[str]) -> Expression | None:
    count = count_of(match["count"])
    if count is None:
        return None
    days = -(-int(count) // 24) if match["unit"].lower() == "hour" else 0
    return relative(match, "day", from_base(lambda base: days_around(base, -days, 0)))


def _ahead(match: re.Match[str]) -> Expression | None:
    """Read "in ten days' time", "two weeks from now"."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if count is None:
        return None

    def read(base: date) -> DateRange | None:
        span = moved_by(one_day(base), unit, count)
        return spread(span, unit) if span else None

    return relative(match, PRECISION[unit], from_base(read))


def _later(match: re.Match[str]) -> Expression | None:
    """Read "three days later", "a year earlier", counted from the date named before."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if count is None:
        return None
    sign = -1 if match["way"].lower() in {"earlier", "before", "previously", "prior"} else 1

    def meaning(context: Context) -> DateRange | None:
        anchor = context.anchor
        span = moved_by(anchor, unit, sign * count) if anchor else None
        return spread(span, unit) if span else None

    return relative(match, PRECISION[unit], meaning)


def _adjacent(match: re.Match[str]) -> Expression:
    """Read "the next day", "the same year", "that night", counted from the date named before."""
    unit, way = match["unit"].lower(), match["way"].lower()
    unit = {"morning": "day", "evening": "day", "afternoon": "day", "night": "day"}.get(unit, unit)
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(way.split()[-1], 0)
    if match["side"]:
        step = -1 if match["side"].lower() == "before" else 1

    def meaning(context: Context) -> DateRange | None:
        return unit_around(context.anchor.start, unit, step) if context.anchor else None

    return relative(match, PRECISION[unit], meaning)


RULES = (
    Rule(rf"(?i:(?P<count>{COUNT})[\s-](?P<unit>{UNIT})s?\s+ago)\b", _ago),
    Rule(rf"(?i:(?P<count>{COUNT})[\s-](?P<unit>hour|minute)s?\s+ago)\b", _hours_ago),
    Rule(
        rf"(?i:in\s+(?P<count>{COUNT})[\s-](?P<unit>{UNIT})s?['’]?s?\s+time)\b",
        _ahead,
    ),
    Rule(rf"(?i:(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+from\s+(?:now|today))\b", _ahead),
    Rule(
        rf"(?i:(?P<count>{COUNT})[\s-](?P<unit>{UNIT})s?\s+(?P<way>later|earlier|afterwards?|previously|"
        r"before(?=\s*[,.;:!?)]|\Z)|after(?=\s*[,.;:!?)]|\Z)))(?!\s+than)\b",
        _later,
    ),
    Rule(
        r"(?i:(?P<way>(?:the|that)\s+(?:very\s+)?(?:next|following|previous|preceding|same)|that|that\s+same)\s+"
        r"(?P<unit>day|night|morning|afternoon|evening|week|month|year))(?P<side>)\b(?!-|\s+(?:in|of)\s+(?:\d{4}|[A-Z]))",
        _adjacent,
    ),
    Rule(
        r"(?i:(?P<way>the)\s+(?P<unit>day|night|week|month|year)\s+(?P<side>before|after)(?=\s*[,.;:!?)]|\Z))",
        _adjacent,
    ),
)
