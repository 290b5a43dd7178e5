"""Find and read figures in a sentence: number, bounds, unit, qualifier, currency.

Pure. Dates, scores, clock times, ordinals, names with a number and telephone numbers are no
quantities. Knows nothing of questions but the noun that one may ask for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.normalize.ages import age_at
from qa.normalize.currencies import currency_after
from qa.normalize.figures import Figure, all_figures, find_figures
from qa.normalize.nouns import counted_noun, single_noun
from qa.normalize.people import uncounted
from qa.normalize.qualifiers import Bound, qualifier_after, qualifier_before
from qa.normalize.units import measure_after, measured_as
from qa.numbers import may_hold_number
from qa.types import Quantity

# Characters of context on each side; a longer sentence tells no more about its figure.
_REACH = 240
_LONGEST_LEAD = 40
# Figures before a bare one that may tell its unit; rows of bare figures have hundreds.
_MOST_BEFORE = 12
# A figure that holds the value begins at most this many characters before it.
_LONGEST_FIGURE = 80
_WORD = re.compile(r"\w+")
_LEAD_WORDS = frozenset(
    "a an the of in for by to at from another all total its their his her every minus".split()
)
_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?<![^\s(])[-−])\Z", re.IGNORECASE)
# Characters before a figure in which "weighs" may stand.
_NEAR = 60
_WEIGHS = re.compile(r"\bweigh(?:s|ed|ing|t)?\b", re.IGNORECASE)
# Before "over": it bounds a length of time. Otherwise "over 18 months" means "during".
_LASTS = re.compile(
    r"\b(?:for|lasts?|lasted|takes?|took|taken|well|just|of|is|was|aged|after|spent|waited)\s+\Z"
)
_OF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.IGNORECASE)
# "an hour", "a year and a half": one of a measure, read only when the value is just that.
# "A second group" is no second of time.
_ORDINAL = re.compile(
    r"\s*second\s+(?!(?:later|ago|earlier|before|after|and|or|in|of|at|on|to|for|from|per)\b)[a-z]"
)
_ONE_MEASURE = re.compile(r"\s*an?(?=\s)", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
# Between two figures of which the second, without a noun, may then count something else.
_NEW_CLAUSE = re.compile(
    r"[;:\n]|[.!?][\"”’]?\s|\b(?:as|while|whereas|but|although|though|said|says|that|which|who|when|"
    r"put)\b"
)
_MORE = re.compile(r"\s+(?:more|others)\Z")
_IS_NAMED = re.compile(r"\ban?\s+(?:[a-z]+\s+){0,2}\Z")
_NAME_BEFORE = re.compile(r"[a-z]\s[A-Z]\w*\s\Z")  # "the Nord Stream 1 pipeline"
_WORD_BEHIND = re.compile(r"\s[A-Za-z]{3,}")
_DOTTED_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_METRES_AFTER = re.compile(
    r"(?:\s+|-)(?:high|deep|long|tall|wide|away|above|below|from|north|south|east|west|"
    r"race|sprint|hurdles|freestyle|radius|of\s+(?:water|rain|snow|rope|cable))\b"
)


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure at `[start, end)`: with sign, magnitude and measure, without qualifier or noun."""

    start: int
    end: int
    text: str
    quantity: Quantity


def find_quantities(sentence: str, asked: str | None = None) -> list[QuantityMention]:
    """Return the figures of a sentence in order.

    `asked` is what "how many …" asks for (`asked_unit`); a figure without a noun counts it.

    >>> find_quantities("At least 50 people died.")[0].quantity.low
    50
    """
    figures = all_figures(sentence)
    return [_read(sentence, one, asked, figures[:n]) for n, one in enumerate(figures)]


def quantity_at(
    sentence: str, start: int, end: int, asked: str | None = None
) -> QuantityMention | None:
    """Return the first figure of a sentence that `[start, end)` touches, with its measure."""
    for figure in all_figures(sentence):
        if figure.start >= end:
            return None
        if figure.end > start - _LONGEST_LEAD:
            mention = _read(sentence, figure, asked)
            if mention.end > start:
                return mention
    return None


def parse_quantity(text: str, start: int, end: int, asked: str | None = None) -> Quantity | None:
    """Read the figure that the value at `[start, end)` states, with context on both sides.

    None when the value states none: a date, an ordinal, a score, a name, or a longer phrase
    that only contains a number.
    """
    if not may_hold_number(text, start, end):
        return None
    left, right = _context(text, start, end)
    sentence = text[left:right]
    start, end = start - left, end - left
    begin = start + len(sentence[start:end]) - len(sentence[start:end].lstrip())
    for figure in find_figures(sentence, begin, _word_start(sentence, start - _LONGEST_FIGURE)):
        if figure.start >= end:
            break
        if figure.end > start:
            is_led = _is_led_by(sentence, start, figure.start)
            return _read(sentence, figure, asked).quantity if is_led else None
    return _one_measure(sentence, start, end)


def _word_start(sentence: str, position: int) -> int:
    """Return the first beginning of a word from `position` on, 0 for the sentence's own."""
    space = sentence.find(" ", position) if position > 0 else -1
    return space + 1 if space < position + _LONGEST_FIGURE else 0


def _one_measure(sentence: str, start: int, end: int) -> Quantity | None:
    """Read "an hour", "a year and a half"."""
    article = _ONE_MEASURE.match(sentence, start)
    measure = measure_after(sentence, article.end()) if article else None
    if article is None or measure is None or measure[0] > end:
        return None
    if _ORDINAL.match(sentence, article.end()):
        return None
    half = _AND_A_HALF.match(sentence, measure[0])
    number = 1.5 if half else 1
    if sentence[half.end() if half else measure[0] : end].strip():
        return None
    begin = article.start() + len(article.group()) - len(article.group().lstrip())
    before = qualifier_before(sentence, begin)
    low = None if before and before[2] == "most" else number
    high = None if before and before[2] == "least" else number
    return Quantity(number, low, high, measure[1], before[1] if before else None)


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    left = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    right = text.find("\n", end)
    return left, min(len(text) if right < 0 else right, end + _REACH)


def _is_led_by(sentence: str, start: int, figure_start: int) -> bool:
    """Tell whether the value opens with the figure, qualifiers and small words aside."""
    qualifier = qualifier_before(sentence, figure_start)
    lead = sentence[start : min(figure_start, qualifier[0]) if qualifier else figure_start]
    if len(lead) > _LONGEST_LEAD:
        return False
    return all(word in _LEAD_WORDS for word in _WORD.findall(lead.lower()))


def _read(
    sentence: str, figure: Figure, asked: str | None, earlier: Sequence[Figure] | None = None
) -> QuantityMention:
    """Read a figure; `earlier` are the ones before it, where they are known."""
    end, unit, currency = _unit(sentence, figure, asked, earlier)
    qualifier, bound = _qualifier(sentence, figure, end, unit)
    number, low, high = _bounds(sentence, figure, unit, bound)
    if _has_dot_for_thousands(sentence, figure, unit):
        number, low, high = (value and value * 1000 for value in (number, low, high))
    quantity = Quantity(_tidy(number), _tidy(low), _tidy(high), unit, qualifier, currency)
    return QuantityMention(figure.start, end, sentence[figure.start : end], quantity)


def _unit(
    sentence: str, figure: Figure, asked: str | None, earlier: Sequence[Figure] | None
) -> tuple[int, str | None, str | None]:
    """Return the end with its measure, the unit, and the currency."""
    number, end = figure.last, figure.end
    if figure.currency:
        repeated = currency_after(sentence, end, is_large=True)
        return (repeated[0] if repeated else end), None, figure.currency
    if number.form == "fraction":
        half = number.value == 0.5 and _OF_A.match(sentence, end)  # "half an hour"
        part = measure_after(sentence, half.end()) if half else None
        return part[0] if part else end, part[1] if part else "fraction", None
    if number.letter == "m" and _METRES_AFTER.match(sentence, end):
        return end, "metres", None
    age = age_at(sentence, figure)
    if age is not None:
        return age[0], age[1], None
    measure = measure_after(sentence, end)
    money = currency_after(sentence, end, is_large=(number.value or number.low) >= 1e5)
    if money and (measure is None or money[0] >= measure[0]) and not _is_weight(sentence, money):
        return money[0], None, money[1]
    if money:
        return money[0], "pounds", None
    if measure:
        return measure[0], measure[1], None
    return end, *_counted(sentence, figure, asked, earlier)


def _counted(
    sentence: str, figure: Figure, asked: str | None, earlier: Sequence[Figure] | None
) -> tuple[str | None, str | None]:
    """Return what a figure without measure or money counts: its noun, else that of one before."""
    end = figure.end
    loosened = qualifier_after(sentence, end)  # "30 or more people"
    noun = counted_noun(sentence, loosened[0] if loosened else end) or _one(sentence, figure)
    if noun and _MORE.match(sentence, end, noun[0]):  # "2,600 planes, and thousands more"
        return _as_before(sentence, figure, earlier)[0] or noun[1], None
    if noun or asked:
        return noun[1] if noun else asked, None
    near = max(0, figure.start - _NEAR)
    if _IS_NAMED.search(sentence, near, figure.start) and _WORD_BEHIND.match(sentence, end):
        return None, None  # "34 games with a 2.7 ERA"
    counted = uncounted(sentence, figure.start, end, figure.last.form == "vague")
    return (counted, None) if counted else _as_before(sentence, figure, earlier)


def _one(sentence: str, figure: Figure) -> tuple[int, str] | None:
    """Read the noun of "one person", which no plural ends."""
    if figure.last.value != 1 or figure.is_range:
        return None
    if _NAME_BEFORE.search(sentence, max(0, figure.start - _NEAR), figure.start):
        return None
    return single_noun(sentence, figure.end)


def _as_before(
    sentence: str, figure: Figure, earlier: Sequence[Figure] | None
) -> tuple[str | None, str | None]:
    """Return unit and currency of the figure before a bare one: "22 cases here, 100 there"."""
    begin = max(0, figure.start - _REACH)
    before = sentence[begin : figure.start]
    known = all_figures(before) if earlier is None else earlier
    left = 0 if earlier is None else begin
    for other in reversed(known[-_MOST_BEFORE:]):
        end = other.end - left
        if other.start < left or _NEW_CLAUSE.search(before, end):
            break
        if other.currency:
            return None, other.currency
        counted = measure_after(before, end) or counted_noun(before, end)
        if counted and _may_carry(counted[1], figure):
            return counted[1], None
    return None, None


def _may_carry(unit: str, figure: Figure) -> bool:
    """Tell whether a bare figure may mean the unit before it: no time, and no share above 100."""
    kind = (measured_as(unit) or ("count",))[0]
    return kind != "time" and (kind != "share" or figure.first.low <= 100)


def _is_weight(sentence: str, money: tuple[int, str]) -> bool:
    return money[1] == "GBP" and bool(_WEIGHS.search(sentence, max(0, money[0] - _NEAR), money[0]))


def _qualifier(
    sentence: str, figure: Figure, end: int, unit: str | None
) -> tuple[str | None, Bound]:
    before = qualifier_before(sentence, figure.start)
    if before and before[1] == "over" and (measured_as(unit) or ("",))[0] == "time":
        before = before if _LASTS.search(sentence, max(0, before[0] - 12), before[0]) else None
    found = before or qualifier_after(sentence, end) or qualifier_after(sentence, figure.end)
    return (found[1], found[2]) if found else (None, "exact")


def _has_dot_for_thousands(sentence: str, figure: Figure, unit: str | None) -> bool:
    """Tell whether "38.000 people" is thirty-eight thousand: counted things have no decimals."""
    is_counted = unit is not None and measured_as(unit) is None
    written = sentence[figure.first.start : figure.first.end]
    return is_counted and not figure.is_range and bool(_DOTTED_THOUSANDS.fullmatch(written))


def _bounds(
    sentence: str, figure: Figure, unit: str | None, bound: Bound
) -> tuple[float | None, float | None, float | None]:
    """Return number, low and high; a range's number is its low end."""
    first, last = figure.first, figure.last
    if first.value is None:
        return None, first.low, None
    number, top = first.value, last.value or first.value
    if unit == "metres" and last.letter == "m":
        number, top = (number / last.value * last.plain if last.value else number), last.plain
    if _MINUS.search(sentence, max(0, figure.start - 10), figure.start) and not figure.is_range:
        number = top = -number
    if bound == "least":
        return number, number, None
    if bound == "most":
        return number, None, top
    return number, number, top


def _tidy(value: float | None) -> float | None:
    """Write whole numbers whole, so that JSON says 38000."""
    return int(value) if value is not None and float(value).is_integer() else value
