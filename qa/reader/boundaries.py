"""Fit a span to whole words and figures (pure).

The reader points at word pieces; people expect "38,000" and not "000", "$1.2bn" and not
"1.2", "Damascus" and not "Damas", and no comma at the end. Knows nothing of scores.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

# Letters and digits with what may stand inside a word (soft hyphen, combining accents,
# joiners), without scripts that do not put spaces between words.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[\u00ad\u0300-\u036f\u200c\u200d])"
_UNIT = re.compile(
    rf"""
      (?:(?<![\w)])[-+−](?=[$€£¥]?\d))?            # a sign, not a hyphen between figures
      (?:{_LETTER}{{0,3}}[$€£¥])?                  # "$", "US$"
      \d+(?:[.,:]\d+)*                             # 38,000  1.2  10:30
      (?:%|‰|°{_LETTER}?|{_LETTER}+)?              # 40%  1.2bn  24th  38°C
    | (?:{_LETTER}\.){{2,}}                        # U.N.  a.m.
    | [#@]?{_LETTER}(?:{_LETTER}|\d|_)*            # word  COP26  #tag
      (?:['’](?!s\b|S\b){_LETTER}+)*               # don't  O'Brien, but "Daraa" of "Daraa's"
    """,
    re.VERBOSE,
)
_PARTNERS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
_CLOSERS = {close: open_ for open_, close in _PARTNERS.items()}
_LEADING = ",;:.–—-·•"
_TRAILING = ",;:–—-·•"

Range = tuple[int, int]


@lru_cache(maxsize=32)
def units(text: str) -> tuple[Range, ...]:
    """The words and figures of a text, `[start, end)` each, in order, none overlapping.

    >>> text = "Some 38,000 left Daraa's north."
    >>> [text[start:end] for start, end in units(text)]
    ['Some', '38,000', 'left', 'Daraa', 's', 'north']
    """
    return tuple(match.span() for match in _UNIT.finditer(text))


def whole_words(text: str, start: int, end: int, words: Sequence[Range]) -> Range:
    """Grow `[start, end)` to the whole units it touches, then trim its edges.

    `words` are `units(text)`. The result may be empty when nothing but white space and
    punctuation was given.
    """
    touched = words[bisect_right(words, start, key=_end) : bisect_left(words, end, key=_start)]
    if touched and start < end:
        start, end = min(start, touched[0][0]), max(end, touched[-1][1])
    start, end = _trimmed(text, start, end, touched)
    return start, end + _closes_bracket(text, start, end)


def _start(word: Range) -> int:
    return word[0]


def _end(word: Range) -> int:
    return word[1]


def _trimmed(text: str, start: int, end: int, words: Sequence[Range]) -> Range:
    before = (-1, -1)
    while (start, end) != before and start < end:
        before = (start, end)
        start, end = _without_space(text, start, end)
        start, end = _without_quotes(text, start, end)
        if start < end and text[start] in _LEADING and not _in_unit(start, words):
            start += 1
        elif start < end and _ends_loosely(text, end, words):
            end -= 1
    return start, end


def _closes_bracket(text: str, start: int, end: int) -> int:
    """1 when the next character closes a bracket that the span opens: "f(x" of "f(x)"."""
    following = text[end : end + 1]
    if start == end or following not in (")", "]"):
        return 0
    inside = text[start:end]
    return int(inside.count(_CLOSERS[following]) > inside.count(following))


def _without_space(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _without_quotes(text: str, start: int, end: int) -> Range:
    """Drop quotes and brackets whose partner is outside, or that enclose the whole span."""
    inner = text[start + 1 : end - 1]
    if end - start >= 2 and _PARTNERS.get(text[start]) == text[end - 1]:
        if text[start] not in inner and text[end - 1] not in inner:
            return start + 1, end - 1
        return start, end
    if start < end and _PARTNERS.get(text[start], text[start]) not in text[start + 1 : end]:
        start += text[start] in _PARTNERS
    if start < end and _CLOSERS.get(text[end - 1], text[end - 1]) not in text[start : end - 1]:
        end -= text[end - 1] in _CLOSERS
    return start, end


def _ends_loosely(text: str, end: int, words: Sequence[Range]) -> bool:
    """Whether the last character is punctuation that belongs to the sentence."""
    last = text[end - 1]
    if _in_unit(end - 1, words):
        return False
    if last in _TRAILING:
        return True
    if last != ".":
        return False
    following = text[end : end + 20].lstrip()[:1]  # "Inc." in mid-sentence stays
    return not (following.islower() or following.isdigit() or following in (",", ";"))


def _in_unit(at: int, words: Sequence[Range]) -> bool:
    return any(first <= at < last for first, last in words)
