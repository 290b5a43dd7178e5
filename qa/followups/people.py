"""Whom "he", "she" and "they" stand for: the newest person or group. Pure.

Knows no gender: "he" and "she" take the newest person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.capitals import is_unlisted, titled
from qa.followups.clauses import (
    asks_object,
    head_noun,
    is_plural,
    population,
    singular,
    tails_text,
)
from qa.followups.frame import Frame
from qa.followups.naming import is_person
from qa.followups.pointing import DONE_BY_PEOPLE, Antecedent, Pronoun
from qa.followups.topic import (
    Asked,
    has_person_noun,
    noun_phrases,
    place_names,
)
from qa.followups.vocabulary import (
    DO,
    HE,
    MODAL,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    SHE,
    SPEAKER_NOUNS,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set
from qa.wording.definite import with_article


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
    if is_person(earlier.speaker):
        return Antecedent(earlier.speaker)
    if earlier.kind in ("who", "who_said", "which", "list") and is_person(earlier.value):
        return Antecedent(earlier.value, True)
    is_one = bool(re.match(r"(?:an?|the|one) [a-z]+(?: [a-z]+)?$", earlier.value))
    asks_doer = earlier.frame.asks == "who" and not earlier.frame.subject
    is_someone = asks_doer and is_one and not is_plural(earlier.value)
    is_body = singular(head_noun(earlier.value or "x")) in _BODIES
    if is_someone and not is_body:
        return Antecedent(re.sub(r"^(?:an?|one) ", "the ", earlier.value), True)
    if earlier.kind in ("who", "who_said") and has_person_noun(earlier.value or "x"):
        return Antecedent(re.sub(r"^(?:an?|one) ", "the ", earlier.value, flags=re.I), True)
    source = _source(earlier.frame)
    if source and (is_person(source) or has_person_noun(source)):
        return Antecedent(source)
    for name in find_names("x " + earlier.text):
        if is_person(name) and (" " in name or _speaks(name, earlier.frame)):
            return Antecedent(name)
    if is_person(earlier.value) and " " in earlier.value:
        return Antecedent(earlier.value, True)
    for phrase in filter(has_person_noun, noun_phrases(earlier.frame)):
        return Antecedent(phrase)
    subject = earlier.frame.subject
    if " " not in subject and is_unlisted(subject) and _speaks(subject, earlier.frame):
        return Antecedent(titled(subject))
    return _speaker_of(earlier)


def _speaker_of(earlier: Asked) -> Antecedent | None:
    """Who said the answer, when that is a person with a full name."""
    for claim in earlier.turn.answer.claims[:1]:
        if claim.said_by and " " in claim.said_by and is_person(claim.said_by):
            return Antecedent(claim.said_by, True)
    return None


def _speaks(name: str, frame: Frame) -> bool:
    """Whether a single name is a person's, because it says or wants something, or is asked for."""
    if frame.wh.lower() == "who" and frame.subject == name:
        return True
    verb = {verbs.base_of(key(word)) for word in frame.verb.split()}
    is_source = any(t.kind == "source" and name in t.text for t in frame.tails)
    return is_source or (frame.subject.startswith(name) and bool(verb & DONE_BY_PEOPLE))


def find_group(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest group: those who were counted, a body or plural that answered, a plural."""
    if pronoun.word == "theirs":
        sources = filter(None, (earlier.speaker or _source(earlier.frame) for earlier in past))
        return next(map(Antecedent, sources), None)
    acts = pronoun.acts or (pronoun.is_subject and key(pronoun.frame.aux) in DO | MODAL)
    wants_people = pronoun.following in _OF_PEOPLE or pronoun.acts
    counted_here = f"the {pronoun.frame.noun}"
    for earlier in past:
        source = earlier.speaker or _source(earlier.frame)
        speaks = pronoun.acts or (acts and not population(earlier.frame))
        if source and not is_person(source) and (speaks or pronoun.following == "get"):
            return Antecedent(with_article(source))
        found = (_body_asked(earlier) if acts else None) or _group_of(earlier, wants_people)
        if found and found.phrase != counted_here:
            return found
    rest = (_group_of(earlier, False) for earlier in past) if wants_people else ()
    return next(filter(None, rest), None)


def _body_asked(earlier: Asked) -> Antecedent | None:
    """The body that a question is about, where its plurals are things: "the union" on "tests"."""
    subject = earlier.frame.subject or earlier.frame.object
    is_body = singular(head_noun(subject)) in SPEAKER_NOUNS if subject else False
    counts = earlier.kind in ("how_many", "list") or is_plural(subject)
    return Antecedent(subject) if is_body and not counts and subject.startswith("the ") else None


def _source(frame: Frame) -> str:
    sources = (t.text.removeprefix("according to ") for t in frame.tails if t.kind == "source")
    return next(sources, "")


def _group_of(earlier: Asked, wants_people: bool) -> Antecedent | None:
    if earlier.kind == "how_many" and not earlier.frame.noun:
        counted = _COUNTED.match(earlier.value)
        people = population(replace(earlier.frame, noun=counted[1] if counted else ""))
        if people:
            return Antecedent(people)
    is_several = bool(re.fullmatch(r"[a-z]+s", earlier.value)) and is_plural(earlier.value)
    if earlier.frame.asks == "who" and is_several:
        return Antecedent(f"the {earlier.value}", True)
    if earlier.kind in ("who", "which", "list", "yes_no", "what", "who_said"):
        answered = _group_in_answer(earlier.value)
        if answered:
            return Antecedent(answered, True)
    found = _things_found(earlier)
    if found and not wants_people:
        return Antecedent(found, True)
    for phrase in sorted(noun_phrases(earlier.frame), key=_is_thing):
        if _COORDINATED.fullmatch(phrase):
            return Antecedent(phrase)
        if head_noun(phrase) in _DONE_TO:
            return Antecedent(
                f"{_DONE_TO[head_noun(phrase)]} {tails_text(earlier.frame.tails)}".strip()
            )
        if singular(head_noun(phrase)) in _TEAMS:
            return Antecedent(phrase)
        if is_plural(phrase) and not is_person(phrase) and (not wants_people or is_people(phrase)):
            return Antecedent(phrase)
    group = earlier.frame.subject
    if group.startswith("the ") and singular(head_noun(group)) in SPEAKER_NOUNS:
        return Antecedent(group)
    for name in find_names("x " + earlier.text):
        is_actor = (
            " " not in name and earlier.frame.subject == name and _speaks(name, earlier.frame)
        )
        is_whole = any(name in (phrase, phrase[4:]) for phrase in noun_phrases(earlier.frame))
        is_body = is_whole and _is_body(name)
        if (is_body or is_actor) and name.lower() not in place_names(earlier):
            return Antecedent(_named(earlier.text, name))
    return None


_BARE_THINGS = re.compile(r"(?!an? |the |one )[a-z][a-z-]+(?: [a-z][a-z-]+){0,3}")


def _things_found(earlier: Asked) -> str:
    """What was found, sold or built, where the answer names it without a determiner."""
    value = earlier.value
    is_asked = asks_object(earlier.frame) and earlier.frame.asks == "what"
    if not is_asked or not _BARE_THINGS.fullmatch(value) or key(value.split()[0]) in PREPOSITIONS:
        return ""
    tails = [tail for tail in earlier.frame.tails if tail.kind == "place"]
    return f"the {value} {tails_text(tails)}".strip() if not is_measured(value) else ""


def _is_thing(phrase: str) -> bool:
    return not is_people(phrase) and not is_capital(phrase.split()[-1])


_OF_PEOPLE = word_set("""name names age ages families homes injuries identity identities lives""")


def is_people(phrase: str) -> bool:
    """Whether a plural noun phrase means people."""
    head = head_noun(phrase)
    is_agent = head.endswith(("ers", "ists", "ians")) and head not in _NO_AGENTS
    return " who " in phrase or is_agent or head in PEOPLE_NOUNS or singular(head) in PEOPLE_NOUNS


_NO_AGENTS = word_set(
    """rivers towers papers numbers borders orders matters computers showers offers flowers waters
    letters chapters powers trailers containers lasers sensors thrusters lorries drawers shutters
    disasters winters summers quarters centers meters liters corners tigers boosters answers"""
)


def _is_body(name: str) -> bool:
    return not is_person(name) and (name.isupper() or len(name.split()) > 1)


def _named(text: str, name: str) -> str:
    """The name with the "the" that stands before it in the text."""
    return f"the {name}" if re.search(rf"\bthe {re.escape(name)}", text, re.I) else name


# An amount is no group: "1.6 billion euros", "14 months".
_MEASURED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b).* (?:euros|dollars|pounds|"
    r"francs|percent|metres|meters|kilometres|km|miles|tonnes|tons|grams|hectares|hours|minutes|seconds|days|weeks|months|years|litres)\b|\b(?:million|billion)\b"
)
_COUNTED = re.compile(
    r"^(?:the |about |some |only |at least |more than )*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many|both) (?:\w+ )?"
    r"(\w+s|people|men|women|children)\b"
)


_DEFINITE_PLURAL = re.compile(r"\bthe (?:\w+ )?(\w{3,}s|people|men|women|children)\b")


def is_measured(value: str) -> bool:
    """Whether an answer is an amount: "14 months"."""
    return bool(_MEASURED.search(value))


_BODIES = word_set(
    """army police government union opposition company firm bank board committee commission council
    party ministry court team navy military regime media press agency charity club church"""
)
_TEAMS = word_set("team squad band crew family couple jury panel gang pair duo choir orchestra")
_NAME = r"(?:the )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*"
_COORDINATED = re.compile(rf"{_NAME}(?:, {_NAME})*,? and {_NAME}")
# Counted acts that stand for those they happened to.
_DONE_TO = {"arrests": "the people arrested", "injuries": "the people injured"}


def _group_in_answer(value: str) -> str:
    """A group in an answer: "the two people who were arrested"; "" for none."""
    names = find_names("x " + value)
    if _COORDINATED.fullmatch(value):
        return value
    if _MEASURED.search(value):
        return ""
    if names and " ".join(names) == value.removeprefix("the ") and _is_body(names[0]):
        return with_article(value)
    if (
        value.startswith("the ")
        and singular(head_noun(value)) in _BODIES
        and len(value.split()) < 5
    ):
        return value
    counted = _COUNTED.match(value)
    if counted:
        rest = value[counted.end() :].split()
        noun = re.sub(r"^(?:the |about |some |only )*", "the ", counted.group())
        is_clause = bool(rest) and key(rest[0]) in ("were", "are", "had", "have", "was")
        return f"{noun} who {' '.join(rest)}" if is_clause else noun
    definite = _DEFINITE_PLURAL.search(value)
    if definite and len(value.split()) <= 8 and not definite.group().endswith("ss"):
        return definite.group()
    return ""
