"""Rules for dates counted from publication or from the date named before: "on Thursday", "last
month", "ten days ago", "three days later".

Weeks run Monday to Sunday. Does not know tense: it asks the context.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qa.dates.absolute import nearest_span
from qa.dates.days import (
    Part,
    decade_of,
    month_of,
    moved,
    one_day,
    part_of,
    season_of,
    shifted,
    week_of,
    weekend_of,
    year_of,
)
from qa.dates.expressions import Context, Expression, Meaning, Precision
from qa.dates.rules import Rule
from qa.dates.words import COUNT, PART_OF_DAY, SEASON, UNIT, WEEKDAY, WEEKDAYS, count_of
from qa.types import DateRange

_NO_WEEKDAY_BEFORE = re.compile(
    r"\b(?:Black|Good|Ash|Super|Palm|Bloody|Easter|Fat|Shrove|Cyber|Giving|Maundy|Whit|Sheffield|"
    r"Joe|Man|Girl|Casual|Freaky|Holy|Manic|Ruby|Mail\s+on|every|each|most|some|other|any|alternate|"
    r"an?)\s+\Z",
    re.IGNORECASE,
)
_PAPER_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|People|World|Business|Independent|"
    r"Service|Night\s+(?:Live|Football)|Morning\s+Herald|Club|Football|Tribune)\b"
)
_TIME_BEFORE = re.compile(r"\b(?:in|during|over|since|by|until|till|of|from|before)\s+\Z", re.I)
_OF_AFTER = re.compile(r"\s+(?:of|in|from)\b")
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_PRECISION: dict[str, Precision] = {
    "day": "day", "night": "day", "week": "week", "fortnight": "week", "weekend": "interval",
    "month": "month", "year": "year", "decade": "decade", "century": "century",
    "quarter": "quarter",
}  # fmt: skip
_STEP = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0}


def _expression(
    match: re.Match[str], precision: Precision, meaning: Meaning, floats: bool = False
) -> Expression:
    return Expression(match.start(), match.end(), precision, meaning, floats)


def _from_base(read: Callable[[date], DateRange | None]) -> Meaning:
    return lambda context: None if context.base is None else read(context.base)


def _weekday(match: re.Match[str]) -> Expression | None:
    text = match.string
    if _NO_WEEKDAY_BEFORE.search(text, max(0, match.start("day") - 14), match.start("day")):
        return None
    if _PAPER_AFTER.match(text, match.end("day")):
        return None
    number, which, week = WEEKDAYS[match["day"]], match["which"], match["week"]
    if week:
        step = _STEP[week.lower()]
        read = _from_base(lambda base: _weekday_of_week(base, number, step))
        return _expression(match, "day", read)

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        has_hour = bool(match["hour"])
        day = _nearest_weekday(context, number, (which or "").lower(), has_hour)
        return one_day(day) if day else None

    return _expression(match, "day", meaning, floats=not which)


def _weekday_of_week(base: date, number: int, step: int) -> DateRange | None:
    week = week_of(base, step)
    day = week and shifted(week.start, days=number)
    return one_day(day) if day else None


def _nearest_weekday(
    context: Context, number: int, which: str, has_hour: bool
) -> date | None:
    """Return the day at or before the base; the next one strictly after it when future.

    "Will close on Sunday evening" may be said on Sunday: an hour allows the same day.
    """
    assert context.base is not None
    back = (context.base.weekday() - number) % 7
    if which in {"last", "past", "previous"}:
        return shifted(context.base, days=-(back or 7))
    is_future = context.tense == "future" or (which == "this" and context.tense != "past")
    if is_future and has_hour and not back:
        return context.base
    if which in {"next", "coming", "this coming"} or is_future:
        return shifted(context.base, days=7 - back)
    return shifted(context.base, days=-back)


def _day_word(match: re.Match[str]) -> Expression:
    word = match["word"].lower()
    if word.startswith("the day"):
        step = -2 if "before" in word else 2
    elif word.startswith("last night"):
        step = -1
    else:
        step = _DAY_WORDS.get(word.split()[-1], 0)
        if word.split()[0] in _DAY_WORDS:
            step = _DAY_WORDS[word.split()[0]]
    return _expression(match, "day", _from_base(lambda base: _span_days(base, step, step)))


def _overnight(match: re.Match[str]) -> Expression:
    return _expression(match, "interval", _from_base(lambda base: _span_days(base, -1, 0)))


def _span_days(base: date, first: int, last: int) -> DateRange | None:
    start, end = shifted(base, days=first), shifted(base, days=last)
    return DateRange(start, end) if start and end else None


def _period(match: re.Match[str]) -> Expression:
    """Read "last month", "earlier this week", "late next year"."""
    part, step = (match["part"] or "").lower(), _STEP[match["which"].lower().split()[-1]]
    unit = match["unit"].lower()

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        span = _unit_around(context.base, unit, step)
        if span is None or not part:
            return span
        return _cut(span, part, context.base)

    return _expression(match, _PRECISION[unit] if not part else "interval", meaning)


_UNIT_PARTS: dict[str, Part] = {
    "end": "end", "close": "end", "start": "start", "beginning": "start", "middle": "middle",
}  # fmt: skip


def _part_of_unit(match: re.Match[str]) -> Expression:
    """Read "the end of the year", "later in the week"."""
    unit = match["unit"].lower()

    def read(base: date) -> DateRange | None:
        span = _unit_around(base, unit, 0)
        if span is None or not match["part"]:
            return span and _cut(span, match["way"].lower(), base)
        return part_of(span, _UNIT_PARTS[match["part"].lower()])

    return _expression(match, "interval", _from_base(read))


def _cut(span: DateRange, part: str, base: date) -> DateRange | None:
    if part == "earlier":
        return DateRange(span.start, min(span.end, max(base, span.start)))
    if part == "later":
        return DateRange(max(span.start, min(base, span.end)), span.end)
    named: dict[str, Part] = {"early": "early", "mid": "mid", "late": "late"}
    return part_of(span, named[part.strip("- ")])


def _unit_around(base: date, unit: str, step: int) -> DateRange | None:
    """Return the calendar unit that holds the base, `step` units on."""
    if unit in {"week", "fortnight"}:
        return week_of(base, step)
    if unit == "weekend":
        return _weekend(base, step)
    if unit == "month":
        return month_of(base.year, base.month + step)
    if unit == "quarter":
        return month_of(base.year, 3 * ((base.month - 1) // 3 + step) + 1, 3)
    if unit == "year":
        return year_of(base.year + step)
    if unit == "decade":
        return decade_of(base.year + 10 * step)
    if unit == "century":
        return year_of(base.year - (base.year - 1) % 100 + 100 * step, 100)
    return _span_days(base, step, step)


def _weekend(base: date, step: int) -> DateRange | None:
    """Return the weekend: "last" is the latest begun before today, "next" the first after."""
    if step < 0:
        return weekend_of(base, -1 if base.weekday() < 6 else 0)
    return weekend_of(base, step)


def _the_weekend(match: re.Match[str]) -> Expression:
    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        is_over = context.base.weekday() < 5 and context.tense != "future"
        return weekend_of(context.base, -1 if is_over else 0)

    return _expression(match, "interval", meaning, floats=True)


def _season(match: re.Match[str]) -> Expression | None:
    word, which = match["season"].lower(), (match["which"] or "").lower()
    window = match.string[max(0, match.start() - 12) : match.start()]
    if not which and not _TIME_BEFORE.search(window):
        return None  # "the spring" that broke
    if word == "fall" and _OF_AFTER.match(match.string, match.end()):
        return None

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        return _season_near(context, word, which)

    return _expression(match, "season", meaning, floats=not which)


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
    return nearest_span(context, lambda year: season_of(year, word))


def _rolling(match: re.Match[str]) -> Expression | None:
    """Read "the past month", "the last three days", "the next two weeks"."""
    count = count_of(match["count"]) if match["count"] else 1.0
    unit, which = match["unit"].lower(), match["which"].lower()
    if count is None or (not match["count"] and which not in {"past", "coming"}):
        return None
    sign = 1 if which in {"next", "coming", "following"} else -1

    def read(base: date) -> DateRange | None:
        other = moved_by(one_day(base), unit, sign * count)
        if other is None:
            return None
        return DateRange(min(base, other.start), max(base, other.start))

    return _expression(match, "interval", _from_base(read))


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

    return _expression(match, _PRECISION[unit], _from_base(read))


def _hours_ago(match: re.Match[str]) -> Expression | None:
    count = count_of(match["count"])
    if count is None:
        return None
    days = -(-int(count) // 24) if match["unit"].lower() == "hour" else 0
    return _expression(match, "day", _from_base(lambda base: _span_days(base, -days, 0)))


def _ahead(match: re.Match[str]) -> Expression | None:
    """Read "in ten days' time", "two weeks from now"."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if count is None:
        return None

    def read(base: date) -> DateRange | None:
        span = moved_by(one_day(base), unit, count)
        return spread(span, unit) if span else None

    return _expression(match, _PRECISION[unit], _from_base(read))


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

    return _expression(match, _PRECISION[unit], meaning)


def _adjacent(match: re.Match[str]) -> Expression:
    """Read "the next day", "the same year", "that night", counted from the date named before."""
    unit, way = match["unit"].lower(), match["way"].lower()
    unit = {"morning": "day", "evening": "day", "afternoon": "day", "night": "day"}.get(unit, unit)
    step = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(way.split()[-1], 0)
    if match["side"]:
        step = -1 if match["side"].lower() == "before" else 1

    def meaning(context: Context) -> DateRange | None:
        return _unit_around(context.anchor.start, unit, step) if context.anchor else None

    return _expression(match, _PRECISION[unit], meaning)


_THE_WHICH = r"(?:the\s+)?(?P<which>last|past|next|coming|following)"

RULES = (
    Rule(
        rf"(?i:(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
        rf"(?:earlier\s+|later\s+|late\s+|early\s+)?(?:today|tonight|yesterday|tomorrow)"
        rf"(?:\s+(?:{PART_OF_DAY}))?|last\s+night|(?:early\s+|late\s+|earlier\s+)?this\s+(?:{PART_OF_DAY})))\b",
        _day_word,
    ),
    Rule(r"(?i:overnight)\b(?!\s+(?:success|stay|train|bus|ferry|flight|guests?|camp))", _overnight),
    Rule(
        rf"(?:(?i:(?P<which>last|past|next|this\s+coming|coming|this|previous))\s+)?(?P<day>{WEEKDAY})\b"
        rf"(?:['’]s(?=\s))?(?P<hour>\s+(?:{PART_OF_DAY})\b)?"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        _weekday,
    ),
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
    Rule(r"(?i:(?:the\s+)weekend)\b(?!\s+of\b)", _the_weekend),
    Rule(
        rf"(?i:(?:(?P<which>last|this|next|past|coming)|the)\s+(?P<season>{SEASON}))\b(?!\s+(?:of\s+)?\d)",
        _season,
    ),
    Rule(
        rf"(?i:{_THE_WHICH}\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT}|hour|minute)s?)\b(?!\s+(?:of|before|after)\b)",
        _rolling,
    ),
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
        r"(?P<unit>day|night|morning|afternoon|evening|week|month|year))(?P<side>)\b(?!-)",
        _adjacent,
    ),
    Rule(
        r"(?i:(?P<way>the)\s+(?P<unit>day|night|week|month|year)\s+(?P<side>before|after)(?=\s*[,.;:!?)]|\Z))",
        _adjacent,
    ),
)
