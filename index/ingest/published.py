"""Days of publication: a date in any common English style to a `date`.

The day is the one written down; time and time zone are left out, except that seconds
since 1970 count in UTC. `03/04/2021` is a different day in London and in New York, so
a date with slashes is read only where one reading is possible. Relative dates are not read.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from index.errors import InvalidArticleError
from index.ingest.metadata import shown

# Newspapers begin early in the 17th century; a later year than this is a slip.
EARLIEST_YEAR = 1600
LATEST_YEAR = 2100
# Seconds since 1970 from 1973 on; smaller numbers are years, or days such as 20210826.
_EARLIEST_SECONDS = 100_000_000
_LATEST_SECONDS = 4_102_444_800
_MAX_CHARACTERS = 60

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_TIME = r"(?:$|[T\s,]\s*(?:at\s+|-\s+)?\d{1,2}[:.h]?\d{2}.*$)"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:$|T\d{4,6}Z?$|\d{6}Z?$)")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{{3,9}})\.?,?[\s-]+(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"-?\d{9,13}(?:\.\d+)?")


def parse_day(text: str) -> date:
    """Read a date in any common style; raises InvalidArticleError.

    >>> parse_day("Thu, 26 Aug 2021 23:10:00 -0500")
    datetime.date(2021, 8, 26)
    """
    line = " ".join(text.split()) if len(text) <= 4 * _MAX_CHARACTERS else ""
    if not line or len(line) > _MAX_CHARACTERS:
        raise _not_a_date(text)
    parts = _numeric(line) or _named(line)
    if parts is None and _SECONDS.fullmatch(line):
        return day_from_seconds(float(line))
    day = _day(*parts) if parts else _read_freely(line)
    if day is None:
        raise _not_a_date(text)
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise InvalidArticleError(
            f"{shown(text)} is outside the years {EARLIEST_YEAR} to {LATEST_YEAR}"
        )
    return day


def day_from_seconds(seconds: float) -> date:
    """The UTC day of a number of seconds, or milliseconds, since 1970."""
    whole = int(seconds) if abs(seconds) < 1e15 else 0
    if 19_000_000 < whole < 21_010_000:
        return parse_day(str(whole))
    if whole > _LATEST_SECONDS:
        whole //= 1000
    if not _EARLIEST_SECONDS <= whole <= _LATEST_SECONDS:
        raise _not_a_date(f"{seconds:g}")
    return datetime.fromtimestamp(whole, UTC).date()


def _numeric(line: str) -> tuple[int, int, int] | None:
    """Year, month, day of a date written in numbers."""
    if match := _YEAR_FIRST.match(line):
        return int(match[1]), int(match[3]), int(match[4])
    if match := _COMPACT.match(line):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _YEAR_LAST.match(line):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == ".":  # only written where the day comes first
            return year, second, first
        if first <= 12 and second <= 12 and first != second:
            raise InvalidArticleError(f"{shown(line)} can be two days; write it like 2021-08-26")
        return (year, second, first) if first > 12 else (year, first, second)
    return None


def _named(line: str) -> tuple[int, int, int] | None:
    """Year, month, day of a date that names its month."""
    if match := _DAY_MONTH.match(line):
        day, name, year = match.groups()
    elif match := _MONTH_DAY.match(line):
        name, day, year = match.groups()
    else:
        return None
    return int(year), _month(name.lower()), int(day)


def _month(name: str) -> int:
    """The number of a month written out or cut short, 0 for another word."""
    numbers = (number for number, month in enumerate(_MONTHS, 1) if month.startswith(name))
    return next(numbers, 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_freely(line: str) -> date | None:
    """Leave rarer styles to dateparser: absolute ones with day, month and a whole year."""
    if not re.search(r"[A-Za-z]{3}", line) or not re.search(r"(?<!\d)\d{4}(?!\d)", line):
        return None
    import dateparser  # takes 0.2 s to load, and hardly any date comes this far

    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    try:
        found = dateparser.parse(line, languages=["en"], settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return found.date() if found else None


def _not_a_date(text: str) -> InvalidArticleError:
    return InvalidArticleError(f"{shown(text)} is not a date; write it like 2021-08-26")
