"""Nouns of a question: their number, the head of a noun phrase, words joined. Pure."""

from __future__ import annotations

from qa.followups import verbs
from qa.followups.vocabulary import (
    DETERMINERS,
    GROUPS,
    PLURALS,
    PREPOSITIONS,
)
from qa.followups.words import key
from qa.names import word_set
from qa.number_words import SMALL, TENS

_SINGULARS = {"people": "person", "women": "woman", "men": "man", "children": "child"}


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase means several: by its head noun's form."""
    head = head_noun(phrase)
    if head in PLURALS or (head in GROUPS and not phrase.endswith("one")):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "news"))


def head_noun(phrase: str) -> str:
    """The last word before "of", another preposition or a relative clause, in lower case."""
    words = phrase.split()
    for i, word in enumerate(words):
        if i and key(word) in PREPOSITIONS | {"who", "which", "that"}:
            if key(words[i - 1]) not in DETERMINERS:
                return key(words[i - 1])
        elif i > 1 and verbs.is_participle(key(word)) and key(words[i - 1]).endswith("s"):
            return key(words[i - 1])
    return key(words[-1]) if words else ""


def singular(noun: str) -> str:
    """One of a plural noun: "witnesses" gives "witness"."""
    lower = noun.lower()
    if lower in _SINGULARS:
        return _SINGULARS[lower]
    if lower.endswith("ies"):
        return noun[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) and lower.endswith("s") else noun


def joined(*parts: str) -> str:
    """Parts with single spaces, without the empty ones."""
    return " ".join(part for part in parts if part)


def as_spoken(value: str) -> str:
    """An answer as it stands inside a sentence: "Four people" opened one, "four people"."""
    first, _, rest = value.partition(" ")
    is_count = first.lower() in SMALL | TENS
    is_common = is_count or (key(first) in DETERMINERS | _HEDGES and rest[:1].islower())
    return joined(first.lower(), rest) if is_common and first.istitle() else value


_HEDGES = word_set("about some almost nearly around over only more fewer less dozens hundreds")
