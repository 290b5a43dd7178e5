"""Whom "he" and "she" stand for: the newest person, as no gender is known here. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.capitals import is_unlisted, titled
from qa.followups.frame import Frame
from qa.followups.naming import is_person
from qa.followups.nouns import head_noun, is_plural, singular
from qa.followups.pointing import DONE_BY_PEOPLE, Antecedent, Pronoun
from qa.followups.topic import (
    Asked,
    has_person_noun,
    noun_phrases,
    place_names,
)
from qa.followups.vocabulary import (
    HE,
    PEOPLE_NOUNS,
    SHE,
)
from qa.followups.words import key
from qa.names import find_names, word_set
from qa.normalize.compare import THINGS_LIKE_AGENTS


def find_person(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest person: an answer, a source, a name of a question, a speaker, "the nurse"."""
    kept = _still_spoken_of(pronoun.word, past[0])
    return kept or next(filter(None, map(_person_of, past)), None)


def _still_spoken_of(word: str, last: Asked) -> Antecedent | None:
    """Whom the last question called by the same pronoun: "who did she replace", "is she old"."""
    same = SHE if word in SHE else HE
    typed = {key(other) for other in last.turn.question.split()}
    if not typed & same or last.turn.question == last.text:
        return None
    names = (name for name in find_names("x " + last.text) if is_person(name) and " " in name)
    return next(map(Antecedent, names), None)


def newest_person(past: Sequence[Asked]) -> str:
    """The person whom a conversation last spoke of; "" for none."""
    found = next(filter(None, map(_person_of, past)), None)
    return found.phrase if found else ""


def _person_of(earlier: Asked) -> Antecedent | None:
    """One turn's person, the likeliest first."""
    return next(filter(None, (finder(earlier) for finder in _FINDERS)), None)


def _person_answered(earlier: Asked) -> Antecedent | None:
    """A name that answered, or "a trainee", "the governor"."""
    value, frame = earlier.value, earlier.frame
    if is_person(earlier.speaker):
        return Antecedent(earlier.speaker)
    if earlier.kind in ("who", "who_said", "which", "list") and is_person(value):
        return Antecedent(value, True)
    is_one = bool(re.match(r"(?:an?|the|one) [a-z]+(?: [a-z]+)?$", value)) and not is_plural(value)
    asks_doer = frame.asks == "who" and not frame.subject
    is_body = singular(head_noun(value or "x")) in BODY_NOUNS
    is_titled = earlier.kind in ("who", "who_said") and has_person_noun(value or "x")
    if is_titled or (asks_doer and is_one and not is_body):
        return Antecedent(re.sub(r"^(?:an?|one) ", "the ", value, flags=re.I), True)
    return None


def _person_asked_about(earlier: Asked) -> Antecedent | None:
    """A source that is a person, or a name of the question."""
    source = source_of(earlier.frame)
    if source and (is_person(source) or has_person_noun(source)):
        return Antecedent(source)
    names = find_names("x " + earlier.text)
    names = tuple(name for name in names if name.lower() not in place_names(earlier))
    named = (n for n in names if is_person(n) and (" " in n or speaks(n, earlier.frame)))
    return next(map(Antecedent, named), None)


def _person_meant(earlier: Asked) -> Antecedent | None:
    """A full name that answered anything, "the nurse" of the question, a word that must be one."""
    if is_person(earlier.value) and " " in earlier.value:
        return Antecedent(earlier.value, True)
    for phrase in filter(has_person_noun, noun_phrases(earlier.frame)):
        return Antecedent(phrase)
    subject = earlier.frame.subject
    if " " not in subject and is_unlisted(subject) and speaks(subject, earlier.frame):
        return Antecedent(titled(subject))
    return None


def _speaker_of(earlier: Asked) -> Antecedent | None:
    """Who said the answer, when that is a person with a full name."""
    for claim in earlier.turn.answer.claims[:1]:
        if claim.said_by and " " in claim.said_by and is_person(claim.said_by):
            return Antecedent(claim.said_by, True)
    return None


_FINDERS = (_person_answered, _person_asked_about, _person_meant, _speaker_of)


def speaks(name: str, frame: Frame) -> bool:
    """Whether a single name is a person's, because it says or wants something, or is asked for."""
    if frame.wh.lower() == "who" and frame.subject == name:
        return True
    verb = {verbs.base_of(key(word)) for word in frame.verb.split()}
    is_source = any(t.kind == "source" and name in t.text for t in frame.tails)
    return is_source or (frame.subject.startswith(name) and bool(verb & DONE_BY_PEOPLE))


def source_of(frame: Frame) -> str:
    sources = (t.text.removeprefix("according to ") for t in frame.tails if t.kind == "source")
    return next(sources, "")


def is_people(phrase: str) -> bool:
    """Whether a plural noun phrase means people."""
    head = head_noun(phrase)
    is_agent = head.endswith(("ers", "ists", "ians")) and head not in THINGS_LIKE_AGENTS
    return " who " in phrase or is_agent or head in PEOPLE_NOUNS or singular(head) in PEOPLE_NOUNS


# An amount is no group: "1.6 billion euros", "14 months".
_MEASURED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b).* (?:euros|dollars|pounds|"
    r"francs|percent|metres|meters|kilometres|km|miles|tonnes|tons|grams|hectares|hours|minutes|seconds|days|weeks|months|years|litres)\b|\b(?:million|billion)\b"
)


def is_measured(value: str) -> bool:
    """Whether an answer is an amount: "14 months"."""
    return bool(_MEASURED.search(value))


BODY_NOUNS = word_set(
    """army police government union opposition company firm bank board committee commission council
    party ministry court team navy military regime media press agency charity club church"""
)
