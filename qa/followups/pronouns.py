"""Pronouns of a follow-up, replaced by what they stand for in the conversation.

he, she, it, they and their forms; there, then, that; "one" is in `ones.py`. What has its
antecedent in the same question ("who handed over their weapons") stays. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.followups import verbs
from qa.followups.antecedents import find
from qa.followups.clauses import has_wh_subject
from qa.followups.frame import Frame, parse
from qa.followups.naming import is_person
from qa.followups.nouns import is_plural
from qa.followups.ones import replace_ones
from qa.followups.pointing import Pronoun
from qa.followups.topic import Asked, has_person_noun
from qa.followups.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    HE,
    IT,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    SHE,
    THEY,
)
from qa.followups.words import is_capital, key
from qa.names import find_names


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question with its pronouns replaced.

    `needs_topic` tells that a replacement came from an answer, so that the question it
    answered is not named yet.
    """

    text: str
    has_changed: bool
    needs_topic: bool


_BEFORE_PLACE = {"in", "at", "from", "to", "back", "by", "since", "until", "up", "down", "over"}


def resolve(text: str, past: Sequence[Asked]) -> Resolved:
    """Replace every pronoun that points into the conversation; others stay as typed."""
    words = tuple(replace_ones(text, past).split())
    frame = parse(" ".join(words))
    result: list[str] = []
    changed, is_several, i = " ".join(words) != text, False, 0
    needs_topic = changed and words[:2] == ("which", "figure")
    while i < len(words):
        found = None if _is_inside(words, i, frame) else find(Pronoun(words, i, frame), past)
        if found is None:
            result.append(words[i])
            i += 1
            continue
        phrase, taken = _in_place(words, i, found.phrase)
        if key(words[i]) in ("there", "then") and result and key(result[-1]) in _BEFORE_PLACE:
            if key(result[-1]) in ("by", "since", "until"):
                phrase = re.sub(r"^(?:in|on|at) ", "", phrase)
            else:
                result.pop()
        result.append(phrase)
        is_several = is_several or key(words[i]) in THEY
        i += taken
        changed = True
        needs_topic = needs_topic or (found.is_from_answer and not is_person(found.phrase))
    joined = " ".join(part for part in result if part)
    agreed = _agreeing(joined) if changed and not is_several else joined
    return Resolved(agreed, changed, needs_topic)


def _in_place(words: Sequence[str], i: int, phrase: str) -> tuple[str, int]:
    """The phrase as it stands for word i, and how many words it replaces.

    Possessive: "Pedersen's"; before a noun that ends the phrase, "the names of the men".
    """
    owned = _owned(words, i)
    if owned and not is_capital(phrase) and len(phrase.split()) > 3:
        return f"the {owned} of {phrase}", 1 + len(owned.split())
    end = re.search(r"[,;:]*$", words[i])
    return _with_ending(words, i, phrase) + (end.group() if end else ""), 1


def _with_ending(words: Sequence[str], i: int, phrase: str) -> str:
    """Add the possessive ending where the pronoun was possessive."""
    word = key(words[i])
    is_possessive = word in POSSESSIVES and (word != "her" or _before_noun(words, i))
    if not is_possessive:
        return phrase
    if word in ("hers", "theirs"):
        return f"{phrase}'s figure"
    return f"{phrase}'" if phrase.endswith("s") else f"{phrase}'s"


def _owned(words: Sequence[str], i: int) -> str:
    """The noun after a possessive, when nothing follows that belongs to it."""
    if key(words[i]) not in POSSESSIVES or not _before_noun(words, i):
        return ""
    end = i + 1
    while end < len(words) and key(words[end]) not in PREPOSITIONS | AUXILIARIES | ADVERBS:
        word = key(words[end])
        if (verbs.is_base(word) or verbs.is_participle(word)) and end > i + 1:
            break
        end += 1
    return " ".join(words[i + 1 : end])


def _before_noun(words: Sequence[str], i: int) -> bool:
    if i + 1 >= len(words):
        return False
    following = key(words[i + 1])
    return following not in PREPOSITIONS | AUXILIARIES | ADVERBS and following != "to"


def _agreeing(text: str) -> str:
    """Make the auxiliary agree with its subject: "are the people"."""
    frame = parse(text)
    plural = {"is": "are", "was": "were", "has": "have", "does": "do"}
    singulars = {"are": "is", "were": "was", "have": "has", "do": "does"}
    subject, aux = frame.subject, key(frame.aux)
    if is_person(subject):
        return replace_aux(text, frame, singulars.get(aux, frame.aux))
    if not subject.startswith("the ") or aux not in plural | singulars:
        return text
    wanted = plural if is_plural(subject) else singulars if " and " not in subject else {}
    return replace_aux(text, frame, wanted.get(aux, frame.aux))


def replace_aux(text: str, frame: Frame, aux: str) -> str:
    """The text with the auxiliary before its subject exchanged."""
    return text.replace(f"{frame.aux} {frame.subject}", f"{aux} {frame.subject}", 1)


def _is_inside(words: Sequence[str], i: int, frame: Frame) -> bool:
    """Whether the pronoun's antecedent stands earlier in the same question."""
    word = key(words[i])
    before = [key(other) for other in words[:i]]
    if any(word in forms and set(before) & forms for forms in (HE, SHE, IT, THEY)):
        return True
    names = find_names("x " + " ".join(words[:i]))
    if word in HE | SHE:
        return any(map(is_person, names)) or any(map(has_person_noun, before))
    after_saying = bool(set(before) & SAYING)
    if word == "they" and (is_person(frame.subject) or key(frame.subject) in HE | SHE):
        return False
    if word in ("they", "it") and after_saying and (names or len(before) > 3):
        return not frame.subject.lower().startswith(word)
    if word in ("their", "its", "themselves", "itself"):
        starts_subject = frame.subject.lower().startswith(word)
        own_subject = frame.subject and key(frame.subject.split()[0]) not in PERSONAL
        has_owner = has_wh_subject(frame) and frame.asks != "what"
        return not starts_subject and (has_owner or bool(own_subject))
    return False
