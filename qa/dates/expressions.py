"""What a date wording means, apart from where it stands: a function of base, tense and anchor.

Types only. `Expression` is what the rules read; `DateMention` is what callers get.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from qa.types import DateRange

Tense = Literal["past", "future"]
Precision = Literal[
    "day", "week", "month", "quarter", "season", "year", "decade", "century", "interval", "duration"
]


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative wording is counted from.

    `base` is the day of publication; `tense` that of the verb beside the wording, None where
    it cannot be told; `anchor` the date named last before the wording.
    """

    base: date | None = None
    tense: Tense | None = None
    anchor: DateRange | None = None


Meaning = Callable[[Context], DateRange | None]


@dataclass(frozen=True, slots=True)
class Expression:
    """A date wording at `[start, end)` and what it means in a context.

    `floats` marks one that names no year or week of its own ("Monday", "3 May", "March").
    """

    start: int
    end: int
    precision: Precision
    meaning: Meaning
    floats: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written at `[start, end)`; `range` is None where it cannot be resolved."""

    start: int
    end: int
    text: str
    range: DateRange | None
    precision: Precision
