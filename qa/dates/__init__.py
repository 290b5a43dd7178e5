"""Dates in news sentences: found, and resolved against the day of publication."""

from __future__ import annotations

from qa.dates.expressions import DateMention, Precision
from qa.dates.finding import date_at, find_dates, resolve

__all__ = ["DateMention", "Precision", "date_at", "find_dates", "resolve"]
