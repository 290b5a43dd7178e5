"""Dates made of dates: "since late July", "from 3 May to 7 June", "two days after 3 May",
"5 a.m. on Thursday", "the end of the year".

Works on expressions already read, and on the words just before them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from qa.dates.days import Part, one_day, part_of, shifted
from qa.dates.expressions import Context, Expression, Meaning, Precision
from qa.dates.shifts import moved_by, spread
from qa.dates.words import COUNT, MOVED, PART_OF_DAY, UNIT, count_of
from qa.types import DateRange

# Characters looked at before an expression.
_REACH = 48
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?(?:\s+(?:local\s+time|GMT|UTC|ET|BST))?"
    r"|noon|midday|midnight|dawn|dusk|sunset|sunrise)"
)
_CLOCK = re.compile(
    rf"(?:(?<=\s)|(?<=\A)){_TIME}\s+(?:on\s+)?\Z|"
    rf"\b(?:the\s+)?(?:early\s+hours|small\s+hours|eve|{PART_OF_DAY})\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# "That day in 1951": all that is told is the year.
_SOME_DAY = re.compile(
    rf"\b(?:that|one|some)\s+(?:day|{PART_OF_DAY})\s+(?:in|of)\s+(?:the\s+)?\Z", re.IGNORECASE
)
# What follows on what is the same whenever it is read.
_ANY_TIME = Context(date(2024, 7, 10))
_BARE_HOUR = re.compile(r"\d{1,2}\s+(?:on\s+)?\Z")
_PART = re.compile(
    r"\b(?:(?:the\s+)?(?P<near>early|mid|late|later|earlier)(?:\s+(?:on|in)\s+|\s+|-)"
    r"|(?:the\s+)?(?P<of>end|start|beginning|middle|close|turn|first\s+days|last\s+days)\s+of\s+"
    r"(?:the\s+(?=(?:week|month|year|decade|century)\b))?)(?:the\s+)?\Z",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?:\bthe\s+)?\b(?P<end>first|last)\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>day|week|month|quarter)s?\s+"
    r"(?:of|in)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NAMED_PART: dict[str, Part] = {
    "early": "early", "mid": "mid", "late": "late", "later": "late", "earlier": "early",
    "end": "end", "close": "end", "last days": "end", "start": "start", "beginning": "start",
    "turn": "start", "first days": "start", "middle": "middle",
}  # fmt: skip
_SINCE = re.compile(r"\b(?:ever\s+)?since\s+(?:about\s+|around\s+|at\s+least\s+)?\Z", re.IGNORECASE)
_SHIFT = re.compile(
    rf"(?<![\w.])(?P<count>{COUNT}|the)\s+(?P<unit>{UNIT})s?\s+"
    r"(?P<way>after|before|following|prior\s+to|from|since)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_OPENS_RANGE = re.compile(r"\b(?P<word>between|from)\s+\Z", re.IGNORECASE)
_MOVED = re.compile(rf"\b{MOVED}\s+(?:[\w’'-]+\s+){{0,10}}\Z", re.IGNORECASE)
_JOINS_RANGE = re.compile(
    r"\s*(?:(?P<and>\band\b)|\bto\b|\buntil\b|\btill\b|\bthrough\b|\binto\b|[-–—])\s*(?:the\s+)?\Z",
    re.IGNORECASE,
)


def widen(text: str, expression: Expression, floor: int = 0) -> Expression:
    """Take in the words before an expression that belong to it: time, part, shift, "since".

    Nothing before `floor` is taken in.
    """
    for read in (
        _with_some_day,
        _with_clock,
        _with_part,
        _with_first,
        _with_clock,
        _with_shift,
        _with_since,
    ):
        wider = read(text, expression)
        if wider is not None and wider.start >= floor:
            expression = wider
    return expression


def join(text: str, first: Expression, second: Expression) -> Expression | None:
    """Make one interval of two expressions: "between A and B", "A to B", "May and June"."""
    between = _JOINS_RANGE.match(text[first.end : second.start])
    if between is None:
        return None
    opens = _OPENS_RANGE.search(text, max(0, first.start - 9), first.start)
    word = opens["word"].lower() if opens else ""
    if word == "between" and not between["and"]:
        return None
    if opens and word == "from" and _MOVED.search(text, 0, opens.start()):
        return None  # "postponed from 28 May to 3 June": two days, and none between
    if first.precision != second.precision and not word:
        return None
    if between["and"] and word != "between" and not _follow(first, second):
        return None
    start = opens.start() if opens else first.start
    return Expression(start, second.end, "interval", _interval(first, second), second.floats)


def _follow(first: Expression, second: Expression) -> bool:
    """Tell whether the second begins as the first ends: "May and June", not "May and July"."""
    whole = _interval(first, second)(_ANY_TIME)
    last = second.meaning(_ANY_TIME)
    begin = (
        first.meaning(Context(last.start, "past") if first.floats else _ANY_TIME) if last else None
    )
    if whole is None or last is None or begin is None:
        return False
    return (last.start - begin.end).days == 1


def _interval(first: Expression, second: Expression) -> Meaning:
    """Mean the days from the first to the last; the first lies at or before the last."""

    def meaning(context: Context) -> DateRange | None:
        last = second.meaning(context)
        if last is None:
            return None
        today = context.base
        if first.floats and today and last.end < today and first.meaning(context) == one_day(today):
            last = second.meaning(Context(today, "future")) or last  # "Monday to Friday", on Monday
        earlier = Context(last.start, "past") if first.floats else context
        begin = first.meaning(earlier)
        if begin is None or begin.start > last.end:
            return None
        return DateRange(begin.start, last.end)

    return meaning


def _before(text: str, expression: Expression, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.search(text, max(0, expression.start - _REACH), expression.start)


def _with_some_day(text: str, expression: Expression) -> Expression | None:
    day = _before(text, expression, _SOME_DAY)
    return replace(expression, start=day.start()) if day else None


def _with_clock(text: str, expression: Expression) -> Expression | None:
    if expression.precision != "day":
        return None
    clock = _before(text, expression, _CLOCK)
    if clock is None or _BARE_HOUR.fullmatch(clock.group()):
        return None
    return replace(expression, start=clock.start())


def _with_part(text: str, expression: Expression) -> Expression | None:
    part = _before(text, expression, _PART)
    if part is None:
        return None
    word = re.sub(r"\s+", " ", (part["near"] or part["of"]).lower())
    inner = expression.meaning

    def meaning(context: Context) -> DateRange | None:
        span = inner(context)
        if span is None or span.start == span.end:
            return span
        return part_of(span, _NAMED_PART[word])

    precision: Precision = "day" if expression.precision == "day" else "interval"
    return replace(expression, start=part.start(), meaning=meaning, precision=precision)


def _with_first(text: str, expression: Expression) -> Expression | None:
    """Read "the first three quarters of 2012", "the last ten days of May"."""
    part = _before(text, expression, _FIRST)
    count = count_of(part["count"] or "a") if part else None
    if part is None or count is None or count != int(count):
        return None
    days, months = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "quarter": (0, 3)}[
        part["unit"].lower()
    ]
    is_first, inner = part["end"].lower() == "first", expression.meaning

    def meaning(context: Context) -> DateRange | None:
        span = inner(context)
        if span is None:
            return None
        steps = int(count) if is_first else -int(count)
        edge = span.start if is_first else span.end + timedelta(days=1)
        other = shifted(edge, days * steps, months * steps)
        first, behind = (span.start, other) if is_first else (other, edge)
        if (
            first is None
            or behind is None
            or first < span.start
            or behind > span.end + timedelta(days=1)
        ):
            return None
        return DateRange(first, behind - timedelta(days=1))

    return replace(expression, start=part.start(), meaning=meaning, precision="interval")


def _with_shift(text: str, expression: Expression) -> Expression | None:
    shift = _before(text, expression, _SHIFT)
    if shift is None:
        return None
    word, unit = shift["count"].lower(), shift["unit"].lower()
    count = 1.0 if word == "the" else count_of(word)
    way = shift["way"].lower()
    if count is None or way == "since":
        return None
    sign = -1 if way in {"before"} or way.startswith("prior") else 1
    inner = expression.meaning

    def meaning(context: Context) -> DateRange | None:
        span = inner(context)
        other = moved_by(span, unit, sign * count) if span else None
        return spread(other, unit) if other else None

    return replace(expression, start=shift.start(), meaning=meaning)


def _with_since(text: str, expression: Expression) -> Expression | None:
    since = _before(text, expression, _SINCE)
    if since is None:
        return None
    inner = expression.meaning

    def meaning(context: Context) -> DateRange | None:
        span = inner(replace(context, tense="past"))
        if span is None or context.base is None or span.start > context.base:
            return None
        return DateRange(span.start, context.base)

    return Expression(since.start(), expression.end, "interval", meaning)
