"""The several values of one sentence: "Orsk, Velmar and the port of Tolna" are three.

Pure, over the sentence alone. Names joined by commas and "and" are taken whole even where only
one of them was found; plain words only where the found span itself joins them. Knows a few names
that hold an "and", and no more.
"""

from __future__ import annotations

import re

from qa.names import CALENDAR_NAMES, COUNTRIES

Offsets = tuple[int, int]

# Names that hold an "and"; anything else that is joined is two.
_PAIRED = (
    r"Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Saint Kitts and Nevis|"
    r"S[ãa]o Tom[ée] and Pr[íi]ncipe|Saint Vincent and the Grenadines|Turks and Caicos|"
    r"Marks and Spencer|Johnson and Johnson|Procter and Gamble|Tyne and Wear|"
    r"Newfoundland and Labrador|Jammu and Kashmir|Papua and New Guinea"
)
_LAST = r"(?:,?\s+(?:and|as\s+well\s+as)\s+)"
_ARTICLES = r"(?:(?:the|in|at|of|both|from|near)\s+){0,2}"
_PART = r"(?:of|de|da|du|la|le|al|el|van|der|von|the)"
_WORD = r"(?:(?:[A-Z]\.)+|[A-Z0-9](?:[\w’'-]*\w)?)"
_NAME = rf"(?:{_PAIRED}|(?:(?:al|el|ar|as)-)?(?=[A-Z]){_WORD}(?:\s+(?:{_PART}\s+){{0,2}}{_WORD})*)"
_ENTRY = rf"{_ARTICLES}(?:[a-z]+\s+(?:of\s+)?){{0,3}}{_NAME}(?:,\s+\d{{1,3}}(?=,|\s+and\b))?"
# A list of names ends with "and": "Hollin, Norvania" is one place, and no list.
_NAMES = re.compile(rf"{_NAME}(?:,\s+\d{{1,3}}(?=,|\s+and\b))?(?:,\s+{_ENTRY})*{_LAST}{_ENTRY}")
_ANNOUNCED = re.compile(r"(?::|\s[–—-]|,\s+namely)\s+")
_ONE_NAME = re.compile(_PAIRED)
_SPLIT = re.compile(rf"{_LAST}|,\s+")
_LEAD = re.compile(rf"\A(?:on\s+)?{_ARTICLES}", re.IGNORECASE)
_ASKS_COUNTRIES = re.compile(r"\b(?:countr(?:y|ies)|nations?|states?|who)\b", re.IGNORECASE)
# Characters looked at on either side of a span for the list that it belongs to.
_REACH = 600
# A longer part is a clause, not an entry of a list; plain words are one sooner than names.
_MOST_WORDS, _MOST_PLAIN_WORDS = 6, 3


def enumerated(sentence: str, start: int, end: int, question: str) -> list[Offsets]:
    """Return the entries of the list that `[start, end)` is or belongs to; one entry is none.

    >>> sentence = "Shells hit Orsk, Velmar and Tolna."
    >>> [sentence[a:b] for a, b in enumerated(sentence, 11, 15, "which towns were hit?")]
    ['Orsk', 'Velmar', 'Tolna']
    """
    begin, stop = _whole(sentence, start, end)
    parts = _parts(sentence, begin, stop)
    if not _ASKS_COUNTRIES.search(question):
        parts = _without_countries(sentence, parts)
    if len(parts) < 2 or any(_is_clause(sentence[a:b]) for a, b in parts):
        return [(start, end)]
    return parts


def _whole(sentence: str, start: int, end: int) -> Offsets:
    """Widen a span to the list of names that holds it, or that spells out "three companies"."""
    first, last = max(0, start - _REACH), end + _REACH
    first = (first and sentence.find(" ", first, start) + 1) or first
    for names in _NAMES.finditer(sentence, first, last):
        if names.start() <= start and end <= names.end():
            return names.start(), names.end()
    announced = _ANNOUNCED.search(sentence, end, last)
    named = announced and _NAMES.match(sentence, announced.end(), last)
    if named and sentence[start + 1 : end].islower():
        return named.span()
    return start, end


def _parts(sentence: str, start: int, end: int) -> list[Offsets]:
    held = [match.span() for match in _ONE_NAME.finditer(sentence, start, end)]
    parts, at = [], start
    for join in _SPLIT.finditer(sentence, start, end):
        if any(a < join.start() < b for a, b in held):
            continue
        parts.append((at, join.start()))
        at = join.end()
    parts.append((at, end))
    bare = (_bare(sentence, a, b) for a, b in parts)
    return [(a, b) for a, b in bare if _is_entry(sentence[a:b])]


def _is_entry(part: str) -> bool:
    """Tell whether a part is a value: no age, no day."""
    return any(c.isalpha() for c in part) and part.lower() not in CALENDAR_NAMES


def _is_clause(part: str) -> bool:
    return len(part.split()) > (_MOST_PLAIN_WORDS if part.islower() else _MOST_WORDS)


def _bare(sentence: str, start: int, end: int) -> Offsets:
    """Leave out articles and prepositions before an entry, and white space around it."""
    lead = _LEAD.match(sentence[start:end])
    start += lead.end() if lead else 0
    text = sentence[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _without_countries(sentence: str, parts: list[Offsets]) -> list[Offsets]:
    """Drop the country after each place in it: "Orsk, Poland, and Velmar, France"."""
    names = [sentence[a:b].lower() in COUNTRIES for a, b in parts]
    after_comma = [
        i > 0 and not names[i - 1] and "and" not in sentence[parts[i - 1][1] : a]
        for i, (a, _) in enumerate(parts)
    ]
    if any(name and not after for name, after in zip(names, after_comma, strict=True)):
        return parts
    return [part for part, name in zip(parts, names, strict=True) if not name]
