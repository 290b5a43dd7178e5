"""Statements put as questions: "he resigned?", "they were told?", "they asked for what?".

The subject is a pronoun, "nobody" or a name, so that its end is known without a grammar. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.nouns import is_plural, joined
from qa.followups.vocabulary import ADVERBS, ANYONE, AUXILIARIES, PERSONAL
from qa.followups.words import is_capital, key

_WH_LAST = re.compile(
    r"^(?!(?:who|what|when|where|why|how|which)\b)(?P<rest>.+?)"
    r"(?: (?P<preposition>for|to|from|with|about|by|on|at|in))? "
    r"(?P<wh>what|who|whom|where|when|how (?:much|many)(?: [a-z]+)?)$",
    re.I,
)


def as_question(text: str) -> str:
    """The yes/no question that a statement asks; "" where the text is no such statement."""
    if last := _WH_LAST.match(text):
        turned = as_question(last["rest"])
        return joined(last["wh"], turned, last["preposition"] or "") if turned else ""
    words = text.split()
    end = _subject_end(words)
    start = end
    while start < len(words) and key(words[start]) in ADVERBS:
        start += 1
    if not end or start == len(words):
        return ""
    subject, adverbs, verb = " ".join(words[:end]), " ".join(words[end:start]), key(words[start])
    rest = " ".join(words[start + 1 :])
    if verb in AUXILIARIES and rest:
        return joined(words[start], subject, adverbs, rest)
    if verbs.is_participle(verb) and key(subject) in ANYONE:
        return ""
    if verbs.is_past(verb):
        return joined("did", subject, adverbs, verbs.base_of(verb), rest)
    if verbs.is_third(verb) and not is_plural(subject):
        return joined("does", subject, adverbs, verbs.base_of(verb), rest)
    if verbs.is_base(verb) and key(subject) in ("they", "people"):
        return joined("do", subject, adverbs, verb, rest)
    return ""


_SUBJECTS = (PERSONAL | ANYONE | {"this", "that", "these", "those"}) - {"him", "them", "us", "me"}
_POSSESSIVE = frozenset("his her its their our your my".split())


def _subject_end(words: Sequence[str]) -> int:
    """Where the subject ends: after a pronoun, or after the words of a name; 0 for neither."""
    if key(words[0]) in _SUBJECTS - _POSSESSIVE:
        return 1
    end = 1 if key(words[0]) == "the" else 0
    start = end
    while end < len(words) and is_capital(words[end]) and not words[end].endswith("'s"):
        end += 1
    if end > start:
        return end
    is_definite = start and len(words) > 2 and verbs.is_third(key(words[2]))
    return 2 if is_definite and not is_plural(words[1]) else 0
