"""Rules for weeks, months and years around publication: "last month", "earlier this week", "the
past three days", "the end of the year", "last spring".

Weeks run Monday to Sunday.
"""

from __future__ import annotations

import re
from datetime import date

from qa.dates.days import Part, one_day, part_of, season_of, unit_around
from qa.dates.expressions import Context, Expression
from qa.dates.meanings import from_base, in_nearest_year, relative
from qa.dates.rules import Rule
from qa.dates.shifts import PRECISION, moved_by
from qa.dates.words import COUNT, SEASON, UNIT, count_of
from qa.types import DateRange

_TIME_BEFORE = re.compile(
    r"\b(?:in|during|over|since|by|until|till|of|from|before|for|within)\s+\Z", re.I
)
_OF_AFTER = re.compile(r"\s+(?:of|in|from)\b")
_STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0}
_UNIT_PARTS: dict[str, Part] = {
    "end": "end", "close": "end", "start": "start", "beginning": "start", "middle": "middle",
}  # fmt: skip


def _period(match: re.Match[str]) -> Expression:
    """Read "last month", "earlier this week", "late next year"."""
    part, step = (match["part"] or "").lower(), _STEP[match["which"].lower().split()[-1]]
    unit = match["unit"].lower()

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        span = unit_around(context.base, unit, step)
        if span is None or not part:
            return span
        return _cut(span, part, context.base)

    return relative(match, PRECISION[unit] if not part else "interval", meaning)


def _part_of_unit(match: re.Match[str]) -> Expression:
    """Read "the end of the year", "later in the week"."""
    unit = match["unit"].lower()

    def read(base: date) -> DateRange | None:
        span = unit_around(base, unit, 0)
        if span is None or not match["part"]:
            return span and _cut(span, match["way"].lower(), base)
        return part_of(span, _UNIT_PARTS[match["part"].lower()])

    return relative(match, "interval", from_base(read))


def _cut(span: DateRange, part: str, base: date) -> DateRange | None:
    if part == "earlier":
        return DateRange(span.start, min(span.end, max(base, span.start)))
    if part == "later":
        return DateRange(max(span.start, min(base, span.end)), span.end)
    named: dict[str, Part] = {"early": "early", "mid": "mid", "late": "late"}
    return part_of(span, named[part.strip("- ")])


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 12) : match.start()]


def _season(match: re.Match[str]) -> Expression | None:
    word, which = match["season"].lower(), (match["which"] or "").lower()
    if not which and not _TIME_BEFORE.search(_before(match)):
        return None  # "the spring" that broke
    if word == "fall" and _OF_AFTER.match(match.string, match.end()):
        return None

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        return _season_near(context, word, which)

    return relative(match, "season", meaning, floats=not which)


def _season_near(context: Context, word: str, which: str) -> DateRange | None:
    assert context.base is not None
    base = context.base
    spans = [span for shift in (-2, -1, 0, 1) if (span := season_of(base.year + shift, word))]
    if which in {"last", "past"}:
        return next((span for span in reversed(spans) if span.end < base), None)
    if which in {"next", "coming"}:
        return next((span for span in spans if span.start > base), None)
    if which == "this":
        holding = next((span for span in spans if span.start <= base <= span.end), None)
        return holding or season_of(base.year, word)
    return in_nearest_year(lambda year: season_of(year, word))(context)


def _rolling(match: re.Match[str]) -> Expression | None:
    """Read "the past month", "the last three days", "the next two weeks"."""
    count = count_of(match["count"]) if match["count"] else 1.0
    unit, which = match["unit"].lower(), match["which"].lower()
    if count is None or (not match["count"] and which not in {"past", "coming"}):
        return None
    if not match["count"] and match["plural"]:
        return relative(match, "interval", lambda context: None)  # "the coming days"
    if which == "last" and not match["the"] and not _TIME_BEFORE.search(_before(match)):
        return None  # "the strike will last four days"
    sign = 1 if which in {"next", "coming", "following"} else -1

    def read(base: date) -> DateRange | None:
        other = moved_by(one_day(base), unit, sign * count)
        if other is None:
            return None
        return DateRange(min(base, other.start), max(base, other.start))

    return relative(match, "interval", from_base(read))


_THE_WHICH = r"(?P<the>the\s+)?(?P<which>last|past|next|coming|following)"

RULES = (
    Rule(
        r"(?i:(?:(?P<part>early|earlier|late|later|mid)[\s-]+)?(?:in\s+)?(?P<which>last|this|next|the\s+current)\s+"
        r"(?P<unit>weekend|week|month|quarter|year|decade|century|fortnight))\b",
        _period,
    ),
    Rule(
        r"(?i:(?:(?:the\s+)?(?P<part>end|start|beginning|middle|close)\s+of|(?P<way>earlier|later)\s+in)"
        r"\s+(?:the|this)\s+(?P<unit>week|month|quarter|year|decade|century))\b(?!\s+of\b)",
        _part_of_unit,
    ),
    Rule(
        rf"(?i:(?:(?P<which>last|this|next|past|coming)|the)\s+(?P<season>{SEASON}))\b(?!\s+(?:of\s+)?\d)",
        _season,
    ),
    Rule(
        rf"(?i:{_THE_WHICH}\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT}|hour)(?P<plural>s?))\b(?!\s+(?:of|before|after)\b)",
        _rolling,
    ),
)
