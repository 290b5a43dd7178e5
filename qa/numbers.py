"""Numbers as English news writes them: digits, words, magnitudes, fractions, vague counts.

Pure. Knows nothing of units, currencies, qualifiers or dates: "2018" is a number here.
Offsets are half-open and count code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qa.number_words import (
    GLYPHS,
    LARGEST,
    LETTERS,
    MAGNITUDES,
    PARTS,
    SHARES,
    SMALL,
    TENS,
    VAGUE_LEAST,
)

Form = Literal["digits", "words", "vague", "fraction"]

_S = r"[\s\u00a0]"
_GROUP_SPACE = "[\u00a0\u202f\u2009 ]"
_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3}){1,5}(?!\d|,\d)(?:\.\d{1,9})?"
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)"
    rf"|[1-9]\d{{0,2}}(?:{_GROUP_SPACE}\d{{3}}){{1,4}}(?![\d,]|\.\d)"
    r"|\d{1,3}(?:\.\d{3}){2,5}(?!\d)"
    r"|\d{1,15}(?!\d)(?:\.\d{1,9})?"
    r"|\.\d{1,9}"
)
_SPACED = re.compile(_GROUP_SPACE)
_SEPARATOR = re.compile(rf",|{_GROUP_SPACE}")
_MAGNITUDE = re.compile(
    rf"(?:{_S}|-)?(hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?\b"
    rf"|{_S}?(bn|mn|mln|tn|trn)\b|([kmbKMB])(?![\w'’])",
    re.IGNORECASE,
)
_SIMPLE = "|".join([*SMALL, *TENS])
_WORD = re.compile(rf"({_SIMPLE}|{'|'.join(MAGNITUDES)})\b", re.IGNORECASE)
_NEXT_WORD = re.compile(
    rf"(?:{_S}+(and{_S}+)?|-)({_SIMPLE}|{'|'.join(MAGNITUDES)})\b", re.IGNORECASE
)
_A_MAGNITUDE = re.compile(rf"(half{_S}+)?an?{_S}+(?={'|'.join(MAGNITUDES)})", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"{_S}+and{_S}+a{_S}+(half|quarter)\b", re.IGNORECASE)
_VAGUE = re.compile(
    rf"(?:(tens|dozens|hundreds|thousands){_S}+of{_S}+)?(thousands|millions|billions|trillions)\b"
    r"|(dozens|scores|hundreds)\b"
    rf"|(?:several|a{_S}+few|many|a{_S}+couple{_S}+of){_S}+(dozen|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
_TEN_TO = {"tens": 20.0, "dozens": 24.0, "hundreds": 200.0, "thousands": 2000.0}
_FRACTION = re.compile(
    rf"(?:(an?|{_SIMPLE})(?:{_S}+|-))?(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(s?)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(
    rf"{_S}+(?:(?:of{_S}+)?an?{_S}+)?(million|billion|trillion|dozen)\b", re.IGNORECASE
)
_SHARE_JOIN = re.compile(
    rf"{_S}+(?:[a-z]+{_S}+)?(?:in|out{_S}+of)(?:{_S}+(?:every|each|any))?{_S}+", re.IGNORECASE
)
_TIME_NOUN = re.compile(
    rf"{_S}+(?:second|minute|hour|day|night|week|month|year|decade|game|match)", re.IGNORECASE
)
_START = re.compile(
    r"(?<![\w])(?:\d|(?<![\w.,)\]”\"'’])\.(?=\d)|[½¼¾]|(?:an?|half|several|many|tens|"
    rf"{'|'.join(VAGUE_LEAST)}|{_SIMPLE}|{'|'.join(MAGNITUDES)})\b)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)`.

    `value` is None for a vague count ("dozens"); `low` is then what it means at least.
    `letter` is the magnitude letter that was attached ("m" may have meant metres), and
    `plain` the value without it.
    """

    start: int
    end: int
    value: float | None
    low: float
    form: Form
    letter: str = ""
    plain: float = 0.0


def may_hold_number(text: str, start: int, end: int) -> bool:
    """Tell whether a number may begin in `[start, end)`: a quick look before a long one."""
    return _START.search(text, start, end) is not None


def find_numbers(text: str, position: int = 0) -> Iterator[Number]:
    """Yield the numbers of a text from left to right from `position`, without overlap."""
    while match := _START.search(text, position):
        number = number_at(text, match.start())
        if number is None:
            position = match.end()
        else:
            yield number
            position = number.end


def number_at(text: str, position: int) -> Number | None:
    """Read the longest number that begins exactly at `position`, or None.

    >>> number_at("three hundred thousand people", 0).value
    300000.0
    """
    share = _fraction_at(text, position)
    if share is not None:
        return share
    vague = _vague_at(text, position)
    if vague is not None:
        return vague
    return _digits_at(text, position) or _words_at(text, position)


def _digits_at(text: str, position: int) -> Number | None:
    match = _DIGITS.match(text, position)
    if match is None:
        value = GLYPHS.get(text[position : position + 1])
        return (value and Number(position, position + 1, value, value, "fraction")) or None
    written = match.group()
    if _SPACED.search(written) and _MONTH_BEFORE.search(text, max(0, position - 12), position):
        written = _SPACED.split(written)[0]  # "August 26 100 people": two numbers
    end = position + len(written)
    value = _digits_value(written)
    glyph = GLYPHS.get(text[end : end + 1])
    if glyph:
        value, end = value + glyph, end + 1
    return _with_magnitude(text, position, end, value)


def _digits_value(written: str) -> float:
    bare = _SEPARATOR.sub("", written)
    return float(bare.replace(".", "") if bare.count(".") > 1 else bare)


def _with_magnitude(text: str, start: int, end: int, value: float) -> Number:
    plain, letter = value, ""
    half = _AND_A_HALF.match(text, end)
    if half:
        value += 0.5 if half.group(1).lower() == "half" else 0.25
        plain, end = value, half.end()
    while value < LARGEST and (match := _MAGNITUDE.match(text, end)):
        name = (match.group(1) or match.group(2) or match.group(3)).lower()
        value *= MAGNITUDES.get(name) or LETTERS[name]
        letter = match.group(3) or ""
        end = match.end()
    value = float(f"{value:.12g}")  # 1.1 million is 1100000, not 1100000.0000000001
    return Number(start, end, value, value, "digits", letter, plain)


def _words_at(text: str, position: int) -> Number | None:
    lead = _A_MAGNITUDE.match(text, position)
    match = _WORD.match(text, lead.end() if lead else position)
    if match is None or (lead is None and match.group(1).lower() in MAGNITUDES):
        return None
    total, current = 0.0, _word_value(match.group(1))
    if lead and lead.group(1):
        current *= 0.5
    end, last = match.end(), match.group(1).lower()
    while (half := _AND_A_HALF.match(text, end)) or (match := _NEXT_WORD.match(text, end)):
        if half:
            current += 0.5 if half.group(1).lower() == "half" else 0.25
            end, last = half.end(), "half"
            continue
        assert match is not None
        word, has_and = match.group(2).lower(), match.group(1) is not None
        if not _may_follow(last, word, has_and) or total + current > LARGEST:
            break
        total, current = _joined(total, current, word)
        end, last = match.end(), word
    value = total + current
    return Number(position, end, value, value, "words", "", value)


def _word_value(word: str) -> float:
    word = word.lower()
    return float(SMALL.get(word) or TENS.get(word) or MAGNITUDES.get(word) or 0)


def _may_follow(last: str, word: str, has_and: bool) -> bool:
    """Tell whether `word` goes on a number that ends in `last`: "fifty one", not "one two"."""
    if word in MAGNITUDES:
        return not has_and and (last != "dozen")
    if last in MAGNITUDES:
        return last != "dozen"
    return not has_and and last in TENS and 0 < SMALL.get(word, 0) < 10


def _joined(total: float, current: float, word: str) -> tuple[float, float]:
    factor = MAGNITUDES.get(word)
    if factor is None:
        return total, current + _word_value(word)
    if factor <= 100.0:
        return total, current * factor
    if total and factor > total:  # "two hundred thousand million" is not written; be safe
        return 0.0, (total + current) * factor
    return total + current * factor, 0.0


def _vague_at(text: str, position: int) -> Number | None:
    match = _VAGUE.match(text, position)
    if match is None:
        return None
    many, plural, small, several = (group and group.lower() for group in match.groups())
    if several:
        low = 2 * MAGNITUDES[several]
    elif small:
        low = VAGUE_LEAST[small]
    else:
        low = _TEN_TO[many] * VAGUE_LEAST[plural] / 2 if many else VAGUE_LEAST[plural]
    return Number(position, match.end(), None, low, "vague")


def _fraction_at(text: str, position: int) -> Number | None:
    share = _share_at(text, position)
    if share is not None:
        return share
    match = _FRACTION.match(text, position)
    if match is None:
        return None
    count, part, plural = match.group(1), match.group(2).lower(), match.group(3)
    if count is None and (part != "half" or plural):
        return None
    top = 1.0 if count is None or count.lower() in {"a", "an"} else _word_value(count)
    if (plural and top == 1.0) or (not plural and top != 1.0):
        return None
    value = top / PARTS[part]
    whole = _OF_A.match(text, match.end())
    if whole:
        value *= MAGNITUDES[whole.group(1).lower()]
        return Number(position, whole.end(), value, value, "words", "", value)
    value = round(value, 4)
    return Number(position, match.end(), value, value, "fraction")


def _share_at(text: str, position: int) -> Number | None:
    """Read "one in six", "4 out of 10", "one family in five"."""
    top = _digits_at(text, position) or _words_at(text, position)
    join = top and _SHARE_JOIN.match(text, top.end)
    if not top or not join or not top.value:
        return None
    bottom = _digits_at(text, join.end()) or _words_at(text, join.end())
    if bottom is None or not bottom.value or bottom.value not in SHARES:
        return None
    has_noun = join.group().split()[0].lower() not in {"in", "out"}
    if top.value >= bottom.value or (has_noun and top.value != 1):
        return None  # "three people in ten cars"
    if _TIME_NOUN.match(text, bottom.end):
        return None
    value = round(top.value / bottom.value, 4)
    return Number(position, bottom.end, value, value, "fraction")
