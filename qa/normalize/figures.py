"""Join numbers to figures: "$1.2bn", "30 to 40", "between 15 and 20", without units.

Pure. Knows nothing of qualifiers or of what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.normalize.currencies import currency_after, sign_before
from qa.normalize.nouns import counted_noun
from qa.normalize.traps import is_no_amount
from qa.normalize.units import measure_after
from qa.numbers import Number, find_numbers, number_at

_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:to|or|and)\s+")
_SCORE = re.compile(r"\s?[-–—]\s?\d")
_SIGN = re.compile(r"(?:US|[ACS]|NZ|HK|R)?\$|[£€¥₹₽₺₩₪₦]")
_BETWEEN = re.compile(r"\bbetween\s+(?:[£€¥₹$]|an?\s+estimated\s+|about\s+)?\Z", re.IGNORECASE)
_AGES = re.compile(r"\b(?:aged|ages)\s+\Z", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rais|rose|ris[ei]|increas|grew|grow|climb|jump|soar|surg|doubl|tripl|went|gone|go(?:es)?\b|"
    r"chang|mov|expand|boost|lift|up\b|fell|fall|drop|cut|slash|lower|reduc|declin|shr[aiu]nk|slid|"
    r"slip|dip|plung|tumbl|eas|down\b|slow|shorten|extend|narrow|widen|upgrad|downgrad|revis)",
    re.IGNORECASE,
)
_CHANGE_REACH = 90
_UNIT_CHANGE_REACH = 30
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
REMEMBERED = 256  # sentences: those of some answers
# "three or four people" is a range; "12 or 300" is not.
_MOST_APART = 2.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, or the two ends of a range, at `[start, end)`; sign and "between" included."""

    start: int
    end: int
    first: Number
    last: Number
    currency: str | None = None

    @property
    def is_range(self) -> bool:
        return self.first is not self.last


@lru_cache(maxsize=REMEMBERED)
def all_figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence in order; many values of a sentence ask for them."""
    return tuple(find_figures(sentence))


def find_figures(sentence: str, asked_at: int | None = None, begin: int = 0) -> Iterator[Figure]:
    """Yield the figures of a sentence in order, from `begin` on.

    `asked_at` is where the value begins, if known.
    """
    done = 0
    for number in find_numbers(sentence, begin):
        if number.start < done:
            continue
        if is_no_amount(sentence, number, asked_at is not None and asked_at == number.start):
            continue
        sign = sign_before(sentence, number.start)
        start = sign[0] if sign else number.start
        single = Figure(start, number.end, number, number, sign[1] if sign else None)
        figure = _as_range(sentence, single)
        if figure is None and not number.letter and _SCORE.match(sentence, number.end):
            done = number.end + 2  # "3-1", "2020-21": scores and seasons
            continue
        figure = figure or single
        done = figure.end
        yield figure


def _as_range(sentence: str, figure: Figure) -> Figure | None:
    join = _JOIN.match(sentence, figure.end)
    if join is None or figure.first.form in {"fraction", "vague"} or _changes(sentence, figure):
        join = None
    between = _BETWEEN.search(sentence, max(0, figure.first.start - 24), figure.first.start)
    if join is None:
        join = _join_past_unit(sentence, figure, bool(between))
    if join is None or ("and" in join.group()) != bool(between):
        return None
    sign = _SIGN.match(sentence, join.end())
    second = number_at(sentence, sign.end() if sign else join.end())
    if (
        second is None
        or not second.value
        or (is_no_amount(sentence, second, True) and "-" not in (join.group() + "-"))
    ):
        return None
    first = _scaled(figure.first, second)
    if not first.value or first.value >= second.value:
        return None
    word = join.group().strip()
    if word == "or" and second.value > _MOST_APART * first.value:
        return None
    if word != "and" and not _has_unit(sentence, second, figure):
        return None
    start = between.start() if between else figure.start
    return replace(figure, start=start, end=second.end, first=first, last=second)


def _changes(sentence: str, figure: Figure) -> bool:
    """Tell whether "from 450 to 950" tells of a change, not of a range."""
    before = sentence[max(0, figure.start - _CHANGE_REACH) : figure.start]
    return before.lower().endswith("from ") and bool(_CHANGE.search(before))


def _join_past_unit(sentence: str, figure: Figure, is_between: bool) -> re.Match[str] | None:
    """Find the "and" of "between 5 percent and 7 percent", the "to" of "5% to 7%".

    Without "between" both ends have the same unit, and nothing tells of a change near by.
    """
    measure = _unit_after(sentence, figure.end)
    join = _JOIN.match(sentence, measure[0]) if measure else None
    if measure is None or join is None or is_between:
        return join
    second = number_at(sentence, join.end())
    after = _unit_after(sentence, second.end) if second else None
    before = sentence[max(0, figure.start - _UNIT_CHANGE_REACH) : figure.start]
    is_change = _FROM.search(before) or _CHANGE.search(before)
    return join if after and after[1] == measure[1] and not is_change else None


def _unit_after(sentence: str, at: int) -> tuple[int, str] | None:
    return measure_after(sentence, at) or currency_after(sentence, at, True)


def _scaled(first: Number, second: Number) -> Number:
    """Give "30 to 40 million" its magnitude on both ends."""
    if not first.value or not second.value or not second.plain or first.value != first.plain:
        return first
    factor = second.value / second.plain
    if first.value * factor >= second.value:
        return first
    return replace(first, value=first.value * factor, low=first.low * factor)


def _has_unit(sentence: str, second: Number, figure: Figure) -> bool:
    return bool(
        figure.currency
        or _AGES.search(sentence, max(0, figure.start - 8), figure.start)
        or measure_after(sentence, second.end)
        or currency_after(sentence, second.end, is_large=True)
        or counted_noun(sentence, second.end)
    )
