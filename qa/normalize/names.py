"""When two names are one: "UN envoy Geir Pedersen" and "Pedersen", "the UN" and "United Nations".

Pure rules over spelling. Knows no people or places: "Idris Kaan" and "Omar Kaan" stay two
because neither contains the other; two brothers called "Kaan" would be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.normalize.spellings import place_key, spelling_key

_ACRONYMS = {
    "un": "united nations", "eu": "european union", "us": "united states",
    "usa": "united states", "united states of america": "united states", "america": "united states",
    "uk": "united kingdom", "great britain": "united kingdom", "britain": "united kingdom",
    "uae": "united arab emirates", "drc": "democratic republic of the congo",
    "who": "world health organization", "world health organisation": "world health organization",
    "wto": "world trade organization", "imf": "international monetary fund",
    "iaea": "international atomic energy agency", "nato": "north atlantic treaty organization",
    "icc": "international criminal court", "icj": "international court of justice",
    "ecb": "european central bank", "fed": "federal reserve",
    "fbi": "federal bureau of investigation",
    "cia": "central intelligence agency", "cdc": "centers for disease control and prevention",
    "nasa": "national aeronautics and space administration", "esa": "european space agency",
    "unhcr": "un refugee agency", "unicef": "un children's fund", "wfp": "world food programme",
    "osce": "organization for security and co-operation in europe", "au": "african union",
    "opec": "organization of the petroleum exporting countries", "fifa": "fifa",
    "msf": "doctors without borders", "hrw": "human rights watch", "bbc": "bbc",
    "red cross": "international committee of the red cross",
    "icrc": "international committee of the red cross",
    "sohr": "syrian observatory for human rights", "nyc": "new york city",
}  # fmt: skip
_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady rev reverend father sister president
    vice-president premier chancellor minister secretary senator congressman congresswoman
    representative governor mayor judge justice general colonel lieutenant major captain sergeant
    admiral commander inspector detective constable officer sheriff chief king queen prince
    princess pope imam rabbi bishop archbishop ambassador envoy spokesman spokeswoman chairman
    chairwoman chair director coach manager engineer capt gen col lt maj sgt sen rep gov rt hon
    agriculture health interior foreign defence defense finance justice deputy prime acting former
    ex-president zoo rail former police fire union party opposition leader head""".split()
)
_LEGAL = frozenset(
    """ltd limited inc incorporated corp corporation co company plc llc gmbh ag sa nv bv oy ab
    as spa srl kg group holdings holding international""".split()
)
# A first name never looks like these: with them in front, the longer name is another place or body.
_OTHER_PLACE = frozenset(
    """new north south east west northern southern eastern western central upper lower inner
    outer greater great old san santa saint st los las port mount lake cape fort el la le little
    royal national federal state city university bank club""".split()
)
# After a short name, these keep it the same body: "Sternholm" and "Sternholm Shipbuilding".
_TRADES = frozenset(
    """airlines airways air bank motors foods food energy oil gas power mobile telecom media
    shipbuilding shipping steel mining pharmaceuticals pharma systems technologies technology
    software electronics industries engineering construction insurance capital partners
    ceramics textiles chemicals logistics rail railways lines stores markets brewery studios
    pictures entertainment games labs laboratories transit""".split()
)
_SMALL = frozenset(
    "of for and the on in de la le du des von van der den da di al el bin ibn".split()
)
_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:[-'’&][^\W_]+)*")
_ARTICLE = re.compile(r"\A(?:the|a|an)\s+", re.IGNORECASE)
_SHORTEST_ACRONYM = 2
# Names are compared pair by pair: each is read once, not once a pair.
REMEMBERED = 2048


@lru_cache(maxsize=REMEMBERED)
def canonical_name(name: str) -> str:
    """Return a name in lower case without article, dots, possessive or legal form.

    Well-known acronyms are spelt out.

    >>> canonical_name("The U.N.")
    'united nations'
    """
    words = [_bare(word).lower() for word in _WORD.findall(_ARTICLE.sub("", name.strip()))]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    spelt = " ".join(words)
    return _ACRONYMS.get(spelt) or place_key(spelt)


def same_name(first: str, second: str) -> bool:
    """Tell whether two names may be one person, body or place. Symmetric.

    Spellings of a word out of another script are one: "Zelensky", "Zelenskyy".
    """
    a, b = canonical_name(first), canonical_name(second)
    if a == b:
        return bool(a)
    if _is_acronym_of(first, second) or _is_acronym_of(second, first):
        return True
    one, two = _proper_words(first), _proper_words(second)
    short, long = sorted((one, two), key=len)
    if not short or len(short) == len(long):
        return bool(short) and _keys(short) == _keys(long)
    return _ends_name(short, long) or _begins_name(short, long)


def _bare(word: str) -> str:
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    return word.replace(".", "").replace("’", "'")


def _keys(words: Sequence[str]) -> list[str]:
    return [spelling_key(word) for word in words]


@lru_cache(maxsize=REMEMBERED)
def _proper_words(name: str) -> tuple[str, ...]:
    """Return the name proper: from the last lower-case description on, without titles.

    "UN envoy Geir Pedersen" gives ["Geir", "Pedersen"]; "northern Syria" stays whole.
    """
    words = [_bare(word) for word in _WORD.findall(_ARTICLE.sub("", name.strip()))]
    if words and words[0].lower() in _OTHER_PLACE and words[0].islower():
        return tuple(words)
    start = 0
    for i, word in enumerate(words[:-1]):
        is_plain = word.islower() and word.lower() not in _SMALL
        if is_plain or (word.lower() in _TITLES and len(words) - i > 1):
            start = i + 1
    proper = words[start:]
    while len(proper) > 1 and proper[-1].lower() in _LEGAL:
        proper.pop()
    return tuple(proper)


def _ends_name(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the short name is a person's last words: "Pedersen", "da Costa Pinto"."""
    if not _is_capitalised(short) or _keys(long[-len(short) :]) != _keys(short):
        return False
    extra = long[: -len(short)]
    are_names = all(word[:1].isupper() or word.lower() in _SMALL for word in extra)
    return are_names and not any(word.lower() in _OTHER_PLACE for word in extra)


def _begins_name(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the short name is a body's first words: "Sternholm" of "Sternholm Foods"."""
    if not _is_capitalised(short) or _keys(long[: len(short)]) != _keys(short):
        return False
    return all(word.lower() in _TRADES | _LEGAL for word in long[len(short) :])


def _is_capitalised(words: Sequence[str]) -> bool:
    return any(word[:1].isupper() for word in words)


def _is_acronym_of(short: str, long: str) -> bool:
    """Compare capitals with initials, with and without small words: SOHR, NWA, WHO."""
    letters = _bare(_ARTICLE.sub("", short.strip()))
    words = [_bare(word) for word in _WORD.findall(_ARTICLE.sub("", long.strip()))]
    if len(letters) < _SHORTEST_ACRONYM or not letters.isupper() or " " in letters:
        return False
    if len(words) < _SHORTEST_ACRONYM:
        return False
    every = "".join(word[0] for word in words).upper()
    great = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return letters in {every, great}
