"""Days and intervals in English words, whatever the locale. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from qa.types import DateRange

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date, weekday: bool = True, year: bool = True) -> str:
    """A day as British news writes it.

    >>> day_in_words(date(2021, 8, 24))
    'Tuesday 24 August 2021'
    """
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday:
        words = f"{_WEEKDAYS[day.weekday()]} {words}"
    return f"{words} {day.year}" if year else words


def range_in_words(days: DateRange) -> str:
    """A day, a month or year by its name, or both ends.

    >>> range_in_words(DateRange(date(2021, 7, 21), date(2021, 7, 31)))
    '21 to 31 July 2021'
    """
    start, end = days.start, days.end
    if start == end:
        return day_in_words(start, weekday=False)
    named = _named_period(start, end)
    if named:
        return named
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day_in_words(end, weekday=False)}"
    first = day_in_words(start, weekday=False, year=start.year != end.year)
    return f"{first} to {day_in_words(end, weekday=False)}"


def _named_period(start: date, end: date) -> str:
    if start.day != 1 or not _is_last_of_month(end) or start.year != end.year:
        return ""
    if (start.month, end.month) == (1, 12):
        return str(start.year)
    if start.month == end.month:
        return f"{_MONTHS[start.month - 1]} {start.year}"
    return ""


def _is_last_of_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
