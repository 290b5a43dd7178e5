"""Rules for dates that name a day, month, quarter, season, year, decade or century.

Each rule is a pattern and a reader that turns a match into an `Expression`, or into None
when the words are no date after all ("May said", "2018 homes"). Does not know weekdays
alone or anything counted from today.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from qa.dates.days import (
    century_of,
    day_of,
    decade_of,
    month_of,
    one_day,
    season_of,
    year_of,
)
from qa.dates.expressions import Context, Expression, Meaning, Precision
from qa.dates.rules import Rule
from qa.dates.words import (
    ANY_WEEKDAY,
    DAY,
    LONG_MONTH,
    MONTH,
    ORDINALS,
    SEASON,
    TH,
    WEEKDAYS,
    YEAR,
    month_number,
)
from qa.types import DateRange

# Days that a tense may be off: articles are updated after the day they carry, and quote what was
# said before it. Newspapers give the year for days that are further away.
_UPDATED = 60
_TWO_DIGIT_PIVOT = 70

_NAMES_OF_PEOPLE = {"May", "April", "June", "August", "March", "Mar", "Jan", "Dec"}
_MONTH_BEFORE = re.compile(
    rf"(?:\b(?:in|since|last|next|this|until|till|by|from|of|during|before|after|through|"
    rf"throughout|early|late|between|around|for|each|every|to|the|following|previous|past|"
    rf"(?:{LONG_MONTH})(?:,|\s+(?:and|or|to)))\s+|\bmid[-\s])\Z",
    re.IGNORECASE,
)
_MONTH_SURELY = re.compile(r"(?:\b(?:in|since|last|next|early|late)\s+|\bmid[-\s])\Z", re.IGNORECASE)
_OF_WALKERS = re.compile(r"\s+(?:on|for|of)\s+[A-Z]")
_PERSON = re.compile(r"\b(?:Theresa|Mrs|Mr|Ms|Dr|Minister|Brian|James|Lord|Lady|Sir)\.?\s+May\b")
_JOINED_MONTH = re.compile(rf"\s*(?:to|and|or|until|through|-|–)\s*(?:early\s+|late\s+|mid-)?(?:{MONTH})")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|through|late|early|"
    r"year|circa|around|for|back|throughout|than|season|summer|winter|spring|autumn|fall|"
    r"dated|founded|and|to|as)\s+|\bmid[-\s]|\(|\bc\.\s?)\Z",
    re.IGNORECASE,
)
_YEAR_NAMING = re.compile(
    r"(?:\b(?:the|a|his|her|its|their|our|this|that)\s+|['’]s?\s+)\Z", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|men|women|homes|jobs|soldiers|troops|workers|students|houses|"
    r"families|residents|civilians|tonnes|tons|metres|meters|feet|miles|kilometres|euros|dollars|"
    r"pounds|hectares|acres|years|days|hours|votes|percent)\b"
)


def _fixed(match: re.Match[str], span: DateRange | None, precision: Precision) -> Expression | None:
    if span is None:
        return None
    return Expression(match.start(), match.end(), precision, lambda context: span)


def _iso(match: re.Match[str]) -> Expression | None:
    day = day_of(*(int(part) for part in match.group("y", "m", "d")))
    return _fixed(match, one_day(day), "day") if day else None


def _numeric(match: re.Match[str]) -> Expression | None:
    """Read 26/08/2021; where both numbers could be the month it stays unresolved."""
    first, second, year = (int(part) for part in match.group("a", "b", "y"))
    if year < 100:
        year += 1900 if year >= _TWO_DIGIT_PIVOT else 2000
    readings = {day_of(year, second, first), day_of(year, first, second)} - {None}
    if not readings:
        return None
    day = readings.pop()
    span = one_day(day) if day and not readings else None
    return Expression(match.start(), match.end(), "day", lambda context: span)


def _day_and_month(match: re.Match[str]) -> Expression | None:
    month, first = month_number(match["month"]), int(match["day"])
    last = int(match["last"] or first)
    if last < first or day_of(2024, month, last) is None:
        return None
    year = match["year"] and int(match["year"])
    precision: Precision = "interval" if last > first else "day"
    if year:
        return _fixed(match, _days(year, month, first, last), precision)
    if match["which"]:
        step = _YEARS_ON[match["which"].lower()]
        relative = _in_year_of_base(step, lambda year: _days(year, month, first, last))
        return Expression(match.start(), match.end(), precision, relative)
    weekday = match["weekday"] and _weekday_number(match["weekday"])
    return Expression(
        match.start(), match.end(), precision, _yearless(month, first, last, weekday), floats=True
    )


_YEARS_ON = {"last": -1, "this": 0, "next": 1}


def _in_year_of_base(step: int, span_of: Callable[[int], DateRange | None]) -> Meaning:
    return lambda context: span_of(context.base.year + step) if context.base else None


def _weekday_number(word: str) -> int | None:
    return next((n for name, n in WEEKDAYS.items() if name.startswith(word[:3])), None)


def _days(year: int, month: int, first: int, last: int) -> DateRange | None:
    start, end = day_of(year, month, first), day_of(year, month, last)
    return DateRange(start, end) if start and end else None


def _yearless(month: int, first: int, last: int, weekday: int | None) -> Meaning:
    """Choose the year: the weekday's if one is named, else by tense, else the nearest."""

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        base = context.base
        spans = [_days(base.year + shift, month, first, last) for shift in (-1, 0, 1)]
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


def _month_and_year(match: re.Match[str]) -> Expression | None:
    return _fixed(match, month_of(int(match["year"]), month_number(match["month"])), "month")


def _month(match: re.Match[str]) -> Expression | None:
    word, text = match["month"].rstrip("."), match.string
    number = month_number(word)
    if match["which"]:
        step = _YEARS_ON[match["which"].lower()]
        relative = _in_year_of_base(step, lambda year: month_of(year, number))
        return Expression(match.start(), match.end(), "month", relative)
    if match["near"]:
        return _month_nearby(match, number)
    window = text[max(0, match.start() - 16) : match.start()]
    if word == "May" and _PERSON.search(text):
        is_month = _MONTH_SURELY.search(window)
    elif word == "March" and _OF_WALKERS.match(text, match.end()):
        is_month = _MONTH_SURELY.search(window)
    elif word in _NAMES_OF_PEOPLE or len(word) < 4:
        is_month = _MONTH_BEFORE.search(window) or (
            word not in {"Jan", "Dec", "Mar"} and _JOINED_MONTH.match(text, match.end())
        )
    else:
        return _month_expression(match, word)
    return _month_expression(match, word) if is_month else None


def _month_expression(match: re.Match[str], word: str) -> Expression:
    number = month_number(word)

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        return nearest_span(context, lambda year: month_of(year, number))

    return Expression(match.start(), match.end(), "month", meaning, floats=True)


def _month_nearby(match: re.Match[str], number: int) -> Expression:
    """Read "last March", "next March", "this March"."""
    near = match["near"].lower()

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        base = context.base
        if near == "this":
            return month_of(base.year, number)
        is_later = number > base.month if near == "next" else number >= base.month
        return month_of(base.year + (not is_later if near == "next" else -is_later), number)

    return Expression(match.start(), match.end(), "month", meaning)


def nearest_span(context: Context, span_of: Callable[[int], DateRange | None]) -> DateRange | None:
    """Return the latest span of a year that began by the base, or the next one if future."""
    assert context.base is not None
    base = context.base
    spans = [span for shift in (-2, -1, 0, 1) if (span := span_of(base.year + shift))]
    if context.tense == "future":
        return next((span for span in spans if span.end >= base), None)
    return next((span for span in reversed(spans) if span.start <= base), None)


def _year(match: re.Match[str]) -> Expression | None:
    text, year = match.string, int(match["year"])
    window = text[max(0, match.start() - 16) : match.start()]
    if _COUNTED.match(text, match.end()):
        return None
    if not _YEAR_BEFORE.search(window):
        alone = match.group() == text.strip(" .?!")
        if not alone and not (year >= 1900 and _YEAR_NAMING.search(window)):
            return None
    return _fixed(match, year_of(year), "year")


def _years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), match["last"]
    until = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if not first < until <= first + 300:
        return None
    return _fixed(match, year_of(first, until - first + 1), "interval")


def _decade(match: re.Match[str]) -> Expression | None:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) == 2 and year < 1920:
        year += 100
    return _fixed(match, decade_of(year), "decade")


def _century(match: re.Match[str]) -> Expression | None:
    word = match["century"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return _fixed(match, century_of(number) if number else None, "century")


def _season_and_year(match: re.Match[str]) -> Expression | None:
    return _fixed(match, season_of(int(match["year"]), match["season"].lower()), "season")


def _quarter(match: re.Match[str]) -> Expression | None:
    word = (match["number"] or match["word"]).lower()
    number = int(word) if word.isdigit() else ORDINALS.get(word, 4)
    year, length = match["year"], 6 if match["kind"] == "half" else 3
    first = length * (number - 1) + 1
    if number > 12 // length:
        return None
    if year:
        return _fixed(match, month_of(int(year), first, length), "quarter")
    if not match["of"] and not (match["number"] or _MONEY.search(match.string)):
        return None  # "scored in the fourth quarter"
    shift = {"last": -1, "next": 1}.get((match["of"] or "").lower(), 0)

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        if match["of"]:
            return month_of(context.base.year + shift, first, length)
        return nearest_span(context, lambda year: month_of(year, first, length))

    return Expression(match.start(), match.end(), "quarter", meaning, floats=not match["of"])


_MONEY = re.compile(
    r"\b(?:profits?|revenues?|sales|earnings|growth|grew|economy|gdp|loss(?:es)?|income|shares?|"
    r"inflation|output|prices|orders|euros|dollars|percent|per\s+cent|billion|million|exports|"
    r"shipments|deliveries|results)\b|[$€£%]",
    re.IGNORECASE,
)
_HOLIDAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's day": (1, 1), "new year's eve": (12, 31),
    "valentine's day": (2, 14), "halloween": (10, 31),
}  # fmt: skip


def _holiday(match: re.Match[str]) -> Expression | None:
    month, day = _HOLIDAYS[re.sub(r"\s+", " ", match["holiday"]).replace("’", "'").lower()]
    if match["year"]:
        return _fixed(match, _days(int(match["year"]), month, day, day), "day")
    meaning = _yearless(month, day, day, None)
    return Expression(match.start(), match.end(), "day", meaning, floats=True)


_WEEKDAY_FIRST = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?\s+)?"
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b)"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b)\s*"
_NO_DIGIT = r"(?!\d|[,.]\d|:\d|\s?(?:%|percent\b|per\s+cent\b|[ap]\.?m\b))"

RULES = (
    Rule(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)", _iso),
    Rule(r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d{2}|\d{2}(?!\d))(?!\d|\.\d)", _numeric),
    Rule(
        rf"{_WEEKDAY_FIRST}(?:the\s+)?(?P<day>{DAY}){TH}(?:{_TO}(?P<last>{DAY}){TH})?"
        rf"(?:\s+of\s+|\s+|-)(?P<month>{MONTH})(?!\w)(?:(?:,?\s+|-)(?P<year>{YEAR})\b{_NO_DIGIT}|{_OF_YEAR})?",
        _day_and_month,
    ),
    Rule(
        rf"{_WEEKDAY_FIRST}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){TH}{_NO_DIGIT}"
        rf"(?!\w)(?:{_TO}(?P<last>{DAY}){TH}(?!\w){_NO_DIGIT})?"
        rf"(?:,?\s+(?P<year>{YEAR})\b{_NO_DIGIT}|{_OF_YEAR})?",
        _day_and_month,
    ),
    Rule(rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?|['’])(?P<year>{YEAR})\b{_NO_DIGIT}", _month_and_year),
    Rule(
        rf"(?:(?P<near>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<month>{MONTH})(?!\w|\s+\d){_OF_YEAR}?",
        _month,
    ),
    Rule(
        rf"(?P<first>{YEAR})(?:\s?[-–/]\s?|\s+(?:to|and|until|through)\s+)"
        rf"(?P<last>{YEAR}|(?<![\s])\d{{2}})(?![\w/-]|[,.]\d)",
        _years,
    ),
    Rule(r"(?:the\s+)?(?P<decade>(?:1\d|20)\d0)['’]?s\b", _decade),
    Rule(r"(?:the\s+)?['’](?P<decade>\d0)s\b", _decade),
    Rule(rf"(?P<year>{YEAR})(?![\w/]|[-–]\d|[,.:]\d|\s?%)", _year),
    Rule(
        rf"(?i:(?:the\s+)?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[\s-]century\b)",
        _century,
    ),
    Rule(rf"(?i:(?:the\s+)?(?P<season>{SEASON})(?:\s+of)?\s+(?P<year>{YEAR})\b)", _season_and_year),
    Rule(
        rf"(?i:(?:the\s+)?(?:Q(?P<number>[1-4])|(?P<word>first|second|third|fourth|final)[\s-]"
        rf"(?P<kind>quarter|half))(?:\s+of)?(?:\s+(?P<year>{YEAR})\b|\s+(?P<of>the|this|last|next)\s+year\b)?)"
        r"(?!\w)",
        _quarter,
    ),
    Rule(
        rf"(?i:(?P<holiday>christmas(?:\s+(?:day|eve))?|boxing\s+day|new\s+year['’]s\s+(?:day|eve)|"
        rf"valentine['’]s\s+day|halloween)\b(?:,?\s+(?P<year>{YEAR})\b)?)",
        _holiday,
    ),
)
