"""Rules for years and what is longer or named by one: "in 2018", "the late 1950s", "the third
quarter", "the summer of 2019", "Christmas Day".

A number of four digits is a year only after a word that dates.
"""

from __future__ import annotations

import re

from qa.dates.days import century_of, decade_of, month_of, season_of, year_of
from qa.dates.expressions import Expression
from qa.dates.meanings import (
    days_between,
    fixed,
    from_base,
    in_nearest_year,
    relative,
    without_year,
)
from qa.dates.rules import Rule
from qa.dates.words import ORDINALS, SEASON, YEAR
from qa.types import DateRange

_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|through|late|early|"
    r"year|circa|around|for|back|throughout|than|season|summer|winter|spring|autumn|fall|"
    r"dated|founded|and|to|as)\s+|\bmid[-\s]|\(|\bc\.\s?)\Z",
    re.IGNORECASE,
)
_YEAR_NAMING = re.compile(
    r"(?:\b(?:the|a|his|her|its|their|our|this|that)\s+|['’]s?\s+)\Z", re.IGNORECASE
)
_OF_THE_YEAR = re.compile(r"['’]s\s+[\w“\"]")
# "2023 saw", "2020 was": as a subject.
_YEAR_DOES = re.compile(r"\s+(?:saw|was|is|has|had|will|would|marks?|marked|brought|began|ended)\b")
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:\w+\s+)?(?:people|men|women|homes|jobs|soldiers|troops|workers|students|houses|"
    r"families|residents|civilians|tonnes|tons|metres|meters|feet|miles|kilometres|euros|dollars|"
    r"pounds|hectares|acres|years|days|hours|votes|percent)\b"
)
# Characters around a quarter in which money may be told of.
_NEAR = 200
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


def _year(match: re.Match[str]) -> Expression | None:
    text, year = match.string, int(match["year"])
    window = text[max(0, match.start() - 16) : match.start()]
    if _COUNTED.match(text, match.end()):
        return None
    follows = _OF_THE_YEAR.match(text, match.end()) or _YEAR_DOES.match(text, match.end())
    if not _YEAR_BEFORE.search(window) and not follows:
        alone = match.group() == text.strip(" .?!")
        if not alone and not (year >= 1900 and _YEAR_NAMING.search(window)):
            return None
    return fixed(match, year_of(year), "year")


def _years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), match["last"]
    until = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if not first < until <= first + 300:
        return None
    is_two = " and " in match.group() and until > first + 1
    if is_two and not _BETWEEN.search(match.string[: match.start()]):
        return None  # "in 2016 and 2020"
    return fixed(match, year_of(first, until - first + 1), "interval")


def _decade(match: re.Match[str]) -> Expression | None:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if len(digits) == 2 and year < 1920:
        year += 100
    return fixed(match, decade_of(year), "decade")


def _decades(match: re.Match[str]) -> Expression | None:
    """Read "the 1960s and 70s"."""
    first = int(match["decade"])
    last = first - first % 100 + int(match["last"])
    if not first < last:
        return None
    return fixed(match, year_of(first, last - first + 10), "interval")


def _century(match: re.Match[str]) -> Expression | None:
    word = match["century"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return fixed(match, century_of(number) if number else None, "century")


def _season_and_year(match: re.Match[str]) -> Expression | None:
    return fixed(match, season_of(int(match["year"]), match["season"].lower()), "season")


def _quarter(match: re.Match[str]) -> Expression | None:
    """Read quarters and halves of years; "the fourth quarter" alone only where money is told of."""
    word = (match["number"] or match["word"]).lower()
    number = int(word) if word.isdigit() else ORDINALS.get(word, 4)
    length = 6 if match["kind"] == "half" else 3
    first = length * (number - 1) + 1
    if first > 12:
        return None

    def span_of(year: int) -> DateRange | None:
        return month_of(year, first, length)

    if match["year"]:
        return fixed(match, span_of(int(match["year"])), "quarter")
    if match["of"]:
        step = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        return relative(match, "quarter", from_base(lambda base: span_of(base.year + step)))
    around = max(0, match.start() - _NEAR), match.end() + _NEAR
    if not match["number"] and not _MONEY.search(match.string, *around):
        return None
    return relative(match, "quarter", in_nearest_year(span_of), floats=True)


def _holiday(match: re.Match[str]) -> Expression | None:
    month, day = _HOLIDAYS[re.sub(r"\s+", " ", match["holiday"]).replace("’", "'").lower()]
    if match["year"]:
        return fixed(match, days_between(int(match["year"]), month, day, day), "day")
    if match["which"]:
        step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
        span = from_base(lambda base: days_between(base.year + step, month, day, day))
        return relative(match, "day", span)
    return relative(match, "day", without_year(month, day, day), floats=True)


RULES = (
    Rule(
        rf"(?P<first>{YEAR})(?:\s?[-–/]\s?|\s+(?:to|and|until|through)\s+)"
        rf"(?P<last>{YEAR}|(?<![\s])\d{{2}})(?![\w/-]|[,.]\d)",
        _years,
    ),
    Rule(
        r"(?:the\s+)?(?P<decade>(?:1\d|20)\d0)['’]?s\s+(?:and|to|or)\s+['’]?(?P<last>\d0)s\b",
        _decades,
    ),
    Rule(
        r"(?:the\s+)?(?P<decade>(?:1\d|20)\d0)(?:s|['’]s(?!\s+[A-Z“\"]))\b(?!-[a-z])",
        _decade,
    ),
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
        rf"valentine['’]s\s+day|halloween)\b(?:,?\s+(?P<year>{YEAR})\b|\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b)?)",
        _holiday,
    ),
)
