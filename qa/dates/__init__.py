"""Dates in news sentences: found, and resolved against the day of publication."""

from __future__ import annotations

from qa.dates.attaching import fact_date, said_date
from qa.dates.expressions import DateMention, Precision
from qa.dates.finding import date_at, find_dates, resolve
from qa.dates.questions import AskedDate, names_thing, question_dates, without_dates

__all__ = [
    "AskedDate",
    "DateMention",
    "Precision",
    "date_at",
    "fact_date",
    "find_dates",
    "names_thing",
    "question_dates",
    "resolve",
    "said_date",
    "without_dates",
]
