"""Day arithmetic on closed intervals of whole days: months, weeks, seasons, their parts.

Pure. Knows no wording. Years run from 1 to 9999; what falls outside is None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from qa.types import DateRange

Part = Literal["early", "mid", "late", "start", "middle", "end"]

# First month of each season in the northern hemisphere; winter runs into the next year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def one_day(day: date) -> DateRange:
    return DateRange(day, day)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int, months: int = 1) -> DateRange | None:
    """Return `months` whole months from the given one; months outside 1-12 carry over."""
    first_year, first = divmod(year * 12 + month - 1, 12)
    last_year, last = divmod(year * 12 + month + months - 2, 12)
    if not 1 <= first_year <= last_year <= 9999:
        return None
    return DateRange(
        date(first_year, first + 1, 1),
        date(last_year, last + 1, monthrange(last_year, last + 1)[1]),
    )


def year_of(year: int, years: int = 1) -> DateRange | None:
    """Return `years` whole years from the given one."""
    return month_of(year, 1, 12 * years)


def decade_of(year: int) -> DateRange | None:
    return year_of(year - year % 10, 10)


def century_of(number: int) -> DateRange | None:
    """Return the n-th century: the 19th is 1801 to 1900."""
    return year_of(100 * (number - 1) + 1, 100)


def season_of(year: int, season: str) -> DateRange | None:
    """Return three months; the winter of a year begins in its December."""
    return month_of(year, SEASONS[season], 3)


def week_of(day: date, shift: int = 0) -> DateRange | None:
    """Return Monday to Sunday of the day's week, `shift` weeks on."""
    monday = shifted(day, days=7 * shift - day.weekday())
    sunday = monday and shifted(monday, days=6)
    return DateRange(monday, sunday) if monday and sunday else None


def weekend_of(day: date, shift: int = 0) -> DateRange | None:
    """Return Saturday and Sunday of the day's week, `shift` weeks on."""
    week = week_of(day, shift)
    return DateRange(week.end - timedelta(days=1), week.end) if week else None


def unit_around(base: date, unit: str, step: int) -> DateRange | None:
    """Return the calendar unit that holds the base, `step` units on."""
    if unit in {"week", "fortnight"}:
        return week_of(base, step)
    if unit == "weekend":
        return _weekend_around(base, step)
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
    day = shifted(base, days=step)
    return one_day(day) if day else None


def _weekend_around(base: date, step: int) -> DateRange | None:
    """Return the weekend: "last" is the latest begun before today, "next" the first after."""
    if step < 0:
        return weekend_of(base, -1 if base.weekday() < 6 else 0)
    return weekend_of(base, step)


def shifted(day: date, days: int = 0, months: int = 0) -> date | None:
    """Return the day that many days and months on; 31 January plus a month is 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return None


def moved(span: DateRange, days: int = 0, months: int = 0) -> DateRange | None:
    """Return the interval with both ends shifted."""
    start, end = shifted(span.start, days, months), shifted(span.end, days, months)
    if start and end and months and not days and _is_whole_months(span):
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return DateRange(start, end) if start and end else None


def _is_whole_months(span: DateRange) -> bool:
    last = monthrange(span.end.year, span.end.month)[1]
    return span.start.day == 1 and span.end.day == last


def part_of(span: DateRange, part: Part) -> DateRange | None:
    """Return an early, middle or late part.

    Days 1-10, 11-20 and 21-last of a month; years 0-3, 4-6, 7-9 of a decade; four months each
    of a year, whose "start" and "end" are January and December. Shorter spans keep
    their first, middle or last third, at least a day.
    """
    length = (span.end - span.start).days + 1
    third = {"start": "early", "middle": "mid", "end": "late"}.get(part, part)
    if 28 <= length <= 31 and span.start.day == 1:
        return _days_of_month(span, third)
    if 365 <= length <= 366:
        return _months_of_year(span, part)
    if 3652 <= length <= 3653:
        offset, years = {"early": (0, 4), "mid": (4, 3), "late": (7, 3)}[third]
        return year_of(span.start.year + offset, years)
    offset = {"early": 0, "mid": length // 3, "late": length - max(1, length // 3)}[third]
    start = shifted(span.start, days=offset)
    end = start and shifted(start, days=max(1, length // 3) - 1)
    return DateRange(start, end) if start and end else None


def _days_of_month(span: DateRange, third: str) -> DateRange:
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, span.end.day)}[third]
    return DateRange(span.start.replace(day=first), span.start.replace(day=last))


def _months_of_year(span: DateRange, part: Part) -> DateRange | None:
    offset, months = {
        "start": (0, 1), "end": (11, 1), "middle": (5, 2),
        "early": (0, 4), "mid": (4, 4), "late": (8, 4),
    }[part]  # fmt: skip
    return month_of(span.start.year, span.start.month + offset, months)
