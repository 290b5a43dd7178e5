"""Names as articles write them, for questions typed without capitals or with a surname alone.

    names_in_texts       passages that were found -> {"haas": "Gerrit Haas", "aurelle": "Aurelle"}
    compounds_in_texts   the same -> {"nasib crossing": "Nasib_crossing"}

A word is a name where passages write it with a capital inside a sentence and never without.
A surname stands for the full name where only one person of the passages bears it. Pure; knows
no gazetteer and cannot tell a person from a firm that is called as one is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qa.followups import verbs
from qa.followups.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    NOT_PERSON_WORDS,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
)
from qa.followups.words import is_capital, key
from qa.names import KNOWN_NAMES, STOP_WORDS, find_names

_TITLES = PERSON_NOUNS | frozenset("mr mrs ms dr prof lord lady sir dame prime first".split())
_CONNECTIVE = re.compile(r" (?:(?:of|for|the|de|al|van|der) )+")
_LOWER = re.compile(r"\b[a-z][\w-]{2,}")


def names_in_texts(texts: Sequence[str]) -> dict[str, str]:
    """Lower-case name, or a word of one -> what to write for it."""
    found = dict.fromkeys(name for text in texts for name in find_names(text))
    names = sorted(found, key=str.isupper)  # "ALTBRUCK (Wire) -" is Altbruck elsewhere
    common = {word for text in texts for word in _LOWER.findall(text)} | _TITLES
    known: dict[str, str] = {}
    for name in names:
        chunks = [without_titles(chunk) for chunk in _CONNECTIVE.split(name)]
        words = [word for chunk in chunks for word in chunk.split()]
        own = [word for word in words if word.lower() not in NOT_PERSON_WORDS]
        for part in filter(None, (name, *chunks, *own)):
            is_verb = verbs.is_base(part.lower())
            if part.lower() not in common and not part.islower() and not is_verb:
                known.setdefault(part.lower(), part)
    chunks = [without_titles(chunk) for name in names for chunk in _CONNECTIVE.split(name)]
    return known | _surnames(chunks, texts)


_NAME_AND_NOUN = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,}) ([a-z]{3,})\b")
# Of the places where a name stands, so many have to have the noun behind it.
_MOSTLY = 0.6


def compounds_in_texts(texts: Sequence[str]) -> dict[str, str]:
    """Names that a common noun belongs to: "nasib crossing" -> "Nasib_crossing".

    As one word the rules take the noun for a part of the name; `key` gives the noun.
    """
    pairs = Counter(m.groups() for text in texts for m in _NAME_AND_NOUN.finditer(text))
    found = {}
    for (name, noun), count in pairs.items():
        is_noun = noun not in STOP_WORDS | PREPOSITIONS | CONJUNCTIONS | ADVERBS
        if not is_noun or verbs.is_finite(noun) or verbs.is_base(noun) or noun in AUXILIARIES:
            continue
        total = sum(len(re.findall(rf"(?<=[a-z,] ){name}\b", text)) for text in texts)
        if count >= _MOSTLY * total:
            found[f"{name} {noun}".lower()] = f"{name}_{noun}"
    return found


def without_titles(name: str) -> str:
    """The name without titles before it: "Health Minister Ada Lind" is "Ada Lind"."""
    words = name.split()
    titles = [i for i, word in enumerate(words) if word.rstrip(".").lower() in _TITLES]
    return " ".join(words[titles[-1] + 1 :] if titles else words)


def _surnames(names: Iterable[str], texts: Sequence[str]) -> dict[str, str]:
    """Surname -> full name, where one person alone has it and nothing else is called so."""
    bearers: Mapping[str, set[str]] = defaultdict(set)
    others: set[str] = set()
    for name in filter(None, names):
        words = name.split()
        others.update(words[:-1])
        if len(words) > 1:
            bearers[words[-1]].add(name)
    found = {}
    for surname, full in bearers.items():
        is_alone = len(full) == 1 and surname not in others
        name = next(iter(full))
        if is_alone and is_person(name) and not _is_thing(surname, texts):
            found[surname.lower()] = name
    return found


def _is_thing(word: str, texts: Sequence[str]) -> bool:
    """Whether an article or a preposition of place before it shows that it is no person."""
    shown = re.compile(rf"\b(?:the|in|at|near) {re.escape(word)}\b")
    is_thing = word.lower() in NOT_PERSON_WORDS | PEOPLE_NOUNS
    return is_thing or any(shown.search(text) for text in texts)


def write_names(text: str, known: Mapping[str, str]) -> str:
    """The text with every known name as it is written; the longest at a place wins."""
    if not known:
        return text
    wanted = [re.escape(name) for name in sorted(known, key=len, reverse=True)]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(wanted)})(?![\w-])", re.I)
    return pattern.sub(lambda match: known[match[0].lower()], text)


def is_full_name(name: str) -> bool:
    """Whether a name can be a person's first and last name."""
    return " " in name and is_person(name)


def is_person(name: str) -> bool:
    """Whether a name can be a person's: one to four capitalised words, none of a body or place."""
    words = name.removesuffix("'s").split()
    if not 1 <= len(words) <= 4 or not all(is_capital(word) for word in words):
        return False
    lower = {key(word) for word in words}
    if lower <= PERSON_NOUNS or "the" in lower:
        return False
    return not (lower & (NOT_PERSON_WORDS | KNOWN_NAMES) or any(w.isupper() for w in words))
