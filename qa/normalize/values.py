"""When two answers are one value, whatever their kind: names, dates, quantities, phrases.

Pure. Works on the strings alone; relative dates need a base and are compared by `qa.grouping`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.dates import resolve
from qa.normalize.compare import same_quantity
from qa.normalize.names import canonical_name, same_name
from qa.normalize.quantities import parse_quantity
from qa.types import DateRange, Quantity

# Values are compared pair by pair: each is read once, not once a pair.
REMEMBERED = 2048
_QUOTES = "\"'“”‘’«»"
_WORD = re.compile(r"\w+")


def same_value(first: str, second: str) -> bool:
    """Tell whether two answers say the same. Symmetric.

    >>> same_value("UN envoy Geir Pedersen", "Pedersen")
    True
    """
    if canonical(first) == canonical(second):
        return True
    dates = _date(first), _date(second)
    if dates[0] or dates[1]:
        return dates[0] == dates[1]
    figures = _figure(first), _figure(second)
    if figures[0] and figures[1]:
        return same_quantity(figures[0], figures[1])
    if figures[0] or figures[1]:
        return False
    return same_name(first, second) or _same_phrase(first, second)


@lru_cache(maxsize=REMEMBERED)
def canonical(value: str) -> str:
    """Return one spelling for equal values: figures as numbers, dates as ISO days, names bare.

    >>> canonical("thirty-eight thousand"), canonical("the U.N.")
    ('38000', 'united nations')
    """
    value = " ".join(value.strip().strip(_QUOTES).split())
    date = _date(value)
    if date:
        ends = (date.start.isoformat(), date.end.isoformat())
        return ends[0] if ends[0] == ends[1] else "/".join(ends)
    figure = _figure(value)
    if figure:
        return _spelt(figure)
    return canonical_name(value) or value.lower()


@lru_cache(maxsize=REMEMBERED)
def _date(value: str) -> DateRange | None:
    return resolve(value, None)


@lru_cache(maxsize=REMEMBERED)
def _figure(value: str) -> Quantity | None:
    return parse_quantity(value, 0, len(value))


def _spelt(figure: Quantity) -> str:
    """Write a figure plainly: "38000 people", "1200000000 USD", ">=50"."""
    if figure.number is None or figure.low is None or figure.high is None:
        sign = "<=" if figure.low is None else ">="
        end = figure.high if figure.low is None else figure.low
        number = f"{sign}{_plain(end)}"
    elif figure.low != figure.high:
        number = f"{_plain(figure.low)}-{_plain(figure.high)}"
    else:
        number = _plain(figure.number)
    return " ".join(part for part in (number, figure.unit or figure.currency) if part)


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:.12g}"


def _same_phrase(first: str, second: str) -> bool:
    """Tell whether two longer answers differ only in case, articles and punctuation."""
    one, two = (
        [word for word in _WORD.findall(phrase.lower()) if word not in {"the", "a", "an"}]
        for phrase in (first, second)
    )
    return bool(one) and one == two
