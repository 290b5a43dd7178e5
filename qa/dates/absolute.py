"""Rules for dates that name a day or a month: "26 August 2021", "Aug. 26", "in May last year".

Each rule is a pattern and a reader that turns a match into an `Expression`, or into None
when the words are no date after all ("May said").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.dates.days import day_of, month_of, one_day
from qa.dates.expressions import Expression, Meaning, Precision
from qa.dates.meanings import (
    days_between,
    fixed,
    from_base,
    in_nearest_year,
    relative,
    without_year,
)
from qa.dates.rules import Rule
from qa.dates.words import (
    ANY_WEEKDAY,
    DAY,
    LONG_MONTH,
    MONTH,
    NO_DIGIT,
    TH,
    WEEKDAYS,
    YEAR,
    month_number,
)
from qa.types import DateRange

# Two-digit years from 70 on are of the last century.
_TWO_DIGIT_PIVOT = 70
# Characters around "May" in which a person of that name may stand.
_NEAR = 300
_YEARS_ON = {"last": -1, "this": 0, "next": 1}
_NAMES_OF_PEOPLE = {"May", "April", "June", "August", "March", "Mar", "Jan", "Dec"}
_MONTH_BEFORE = re.compile(
    rf"(?:\b(?:in|since|last|next|this|until|till|by|from|of|during|before|after|through|"
    rf"throughout|early|late|between|around|for|each|every|to|the|following|previous|past|its|his|her|their|our|"
    rf"(?:{LONG_MONTH})(?:,|\s+(?:and|or|to)))\s+|\bmid[-\s])\Z",
    re.IGNORECASE,
)
_MONTH_SURELY = re.compile(
    r"(?:\b(?:in|since|last|next|early|late)\s+|\bmid[-\s])\Z", re.IGNORECASE
)
_OF_WALKERS = re.compile(r"\s+(?:on|for|of)\s+[A-Z]")
_PERSON = re.compile(r"\b(?:Theresa|Mrs|Mr|Ms|Dr|Minister|Brian|James|Lord|Lady|Sir)\.?\s+May\b")
_JOINED_MONTH = re.compile(
    rf"\s*(?:to|and|or|until|through|-|–)\s*(?:early\s+|late\s+|mid-)?(?:{MONTH})"
)


def _iso(match: re.Match[str]) -> Expression | None:
    day = day_of(*(int(part) for part in match.group("y", "m", "d")))
    return fixed(match, one_day(day), "day") if day else None


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
    precision: Precision = "interval" if last > first else "day"
    if match["year"]:
        return fixed(match, days_between(int(match["year"]), month, first, last), precision)
    if match["which"]:
        meaning = _in_year(match["which"], lambda year: days_between(year, month, first, last))
        return relative(match, precision, meaning)
    weekday = _weekday_number(match["weekday"]) if match["weekday"] else None
    return relative(match, precision, without_year(month, first, last, weekday), floats=True)


def _in_year(which: str, span_of: Callable[[int], DateRange | None]) -> Meaning:
    step = _YEARS_ON[which.lower()]
    return from_base(lambda base: span_of(base.year + step))


def _weekday_number(word: str) -> int | None:
    return next((n for name, n in WEEKDAYS.items() if name.startswith(word[:3])), None)


def _month_and_year(match: re.Match[str]) -> Expression | None:
    return fixed(match, month_of(int(match["year"]), month_number(match["month"])), "month")


def _month(match: re.Match[str]) -> Expression | None:
    number = month_number(match["month"])
    if match["which"]:
        return relative(
            match, "month", _in_year(match["which"], lambda year: month_of(year, number))
        )
    if match["near"]:
        return _month_nearby(match, number)
    if not _is_month(match):
        return None
    meaning = in_nearest_year(lambda year: month_of(year, number))
    return relative(match, "month", meaning, floats=True)


def _is_month(match: re.Match[str]) -> bool:
    """Tell the month from the name, the verb and the short form of something else."""
    word, text = match["month"].rstrip("."), match.string
    window = text[max(0, match.start() - 16) : match.start()]
    if word == "May" and _PERSON.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
        return bool(_MONTH_SURELY.search(window))
    if word == "March" and _OF_WALKERS.match(text, match.end()):
        return bool(_MONTH_SURELY.search(window))
    if word not in _NAMES_OF_PEOPLE and len(word) > 3:
        return True
    is_joined = len(word) > 3 or word == "May"
    follows = is_joined and _JOINED_MONTH.match(text, match.end())
    return bool(_MONTH_BEFORE.search(window) or follows)


def _month_nearby(match: re.Match[str], number: int) -> Expression:
    """Read "last March", "next March", "this March"."""
    near = match["near"].lower()

    def year_of_month(year: int, month: int) -> int:
        if near == "last":
            return year - (number >= month)
        return year + (near == "next" and number <= month)

    meaning = from_base(lambda base: month_of(year_of_month(base.year, base.month), number))
    return relative(match, "month", meaning)


_WEEKDAY_FIRST = rf"(?:(?P<weekday>{ANY_WEEKDAY}),?\s+\(?)?"
_OF_YEAR = r"(?:,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b)"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bthrough\b|\buntil\b)\s*"

RULES = (
    Rule(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)", _iso),
    Rule(
        r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)"
        r"(?P<y>(?:19|20)\d{2}|\d{2}(?!\d))(?!\d|\.\d)",
        _numeric,
    ),
    Rule(
        rf"{_WEEKDAY_FIRST}(?:the\s+)?(?P<day>{DAY}){TH}(?:{_TO}(?P<last>{DAY}){TH})?"
        rf"(?:\s+of\s+|\s+|-)(?P<month>{MONTH})(?!\w)"
        rf"(?:(?:,?\s+|-)(?P<year>{YEAR})\b{NO_DIGIT}|{_OF_YEAR})?",
        _day_and_month,
    ),
    Rule(
        rf"{_WEEKDAY_FIRST}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY}){TH}{NO_DIGIT}"
        rf"(?!\w)(?:{_TO}(?P<last>{DAY}){TH}(?!\w){NO_DIGIT})?"
        rf"(?:,?\s+(?P<year>{YEAR})\b{NO_DIGIT}|{_OF_YEAR})?",
        _day_and_month,
    ),
    Rule(
        rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?|['’])(?P<year>{YEAR})\b{NO_DIGIT}",
        _month_and_year,
    ),
    Rule(
        rf"(?:(?P<near>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<month>{MONTH})(?!\w|\s+\d){_OF_YEAR}?",
        _month,
    ),
)
