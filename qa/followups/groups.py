"""Whom "they" stands for: those counted, a body, two names, a plural. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups.clauses import asks_object, population, tails_text
from qa.followups.naming import is_person
from qa.followups.nouns import head_noun, is_plural, singular
from qa.followups.people import BODY_NOUNS, is_measured, is_people, source_of, speaks
from qa.followups.pointing import Antecedent, Pronoun
from qa.followups.topic import (
    Asked,
    noun_phrases,
    place_names,
)
from qa.followups.vocabulary import (
    DO,
    MODAL,
    PREPOSITIONS,
    SPEAKER_NOUNS,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set
from qa.wording.definite import with_article


def find_group(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest group: those who were counted, a body or plural that answered, a plural."""
    if pronoun.word == "theirs":
        sources = filter(None, (earlier.speaker or source_of(earlier.frame) for earlier in past))
        return next(map(Antecedent, sources), None)
    acts = pronoun.acts or (pronoun.is_subject and key(pronoun.frame.aux) in DO | MODAL)
    wants_people = pronoun.following in _OF_PEOPLE or pronoun.acts
    counted_here = f"the {pronoun.frame.noun}"
    for earlier in past:
        source = earlier.speaker or source_of(earlier.frame)
        speaks = pronoun.acts or (acts and not population(earlier.frame))
        if source and not is_person(source) and (speaks or pronoun.following == "get"):
            return Antecedent(with_article(source))
        found = (_body_asked(earlier) if acts else None) or _group_of(earlier, wants_people)
        if found and found.phrase != counted_here:
            return found
        if acts and earlier is past[0] and _has_done(earlier):
            return Antecedent(earlier.value, True)
    rest = (_group_of(earlier, False) for earlier in past) if wants_people else ()
    return next(filter(None, rest), None)


def _has_done(earlier: Asked) -> bool:
    """Whether a name answered who did something: a firm, or somebody whose sex nobody told."""
    is_name = bool(re.fullmatch(_NAME, earlier.value))
    return earlier.frame.asks == "who" and bool(earlier.frame.verb) and is_name


def _body_asked(earlier: Asked) -> Antecedent | None:
    """The body that a question is about, where its plurals are things: "the union" on "tests"."""
    subject = earlier.frame.subject or earlier.frame.object
    is_body = singular(head_noun(subject)) in SPEAKER_NOUNS if subject else False
    counts = earlier.kind in ("how_many", "list") or is_plural(subject)
    return Antecedent(subject) if is_body and not counts and subject.startswith("the ") else None


def _group_of(earlier: Asked, wants_people: bool) -> Antecedent | None:
    """One turn's group, the likeliest first."""
    if people := _counted_people(earlier):
        return Antecedent(people)
    if answered := _group_answered(earlier):
        return Antecedent(answered, True)
    found = "" if wants_people else _things_found(earlier)
    if found:
        return Antecedent(found, True)
    return _group_in_question(earlier, wants_people) or _body_named(earlier)


def _counted_people(earlier: Asked) -> str:
    """Those whom a bare "how many" counts, by the noun of its answer."""
    if earlier.kind != "how_many" or earlier.frame.noun:
        return ""
    counted = _COUNTED.match(earlier.value)
    return population(replace(earlier.frame, noun=counted[1] if counted else ""))


def _group_answered(earlier: Asked) -> str:
    is_several = bool(re.fullmatch(r"[a-z]+s", earlier.value)) and is_plural(earlier.value)
    if earlier.frame.asks == "who" and is_several:
        return f"the {earlier.value}"
    asks_whom = earlier.kind in ("who", "which", "list", "yes_no", "what", "who_said")
    return _group_in_answer(earlier.value) if asks_whom else ""


def _group_in_question(earlier: Asked, wants_people: bool) -> Antecedent | None:
    """Two names, those arrested, a team, a plural; a single body last."""
    for phrase in sorted(noun_phrases(earlier.frame), key=_is_thing):
        head = head_noun(phrase)
        if head in _DONE_TO:
            return Antecedent(f"{_DONE_TO[head]} {tails_text(earlier.frame.tails)}".strip())
        is_group = is_plural(phrase) and not is_person(phrase)
        is_wanted = not wants_people or is_people(phrase)
        if _COORDINATED.fullmatch(phrase) or singular(head) in _TEAMS or (is_group and is_wanted):
            return Antecedent(phrase)
    subject = earlier.frame.subject
    is_body = subject.startswith("the ") and singular(head_noun(subject)) in SPEAKER_NOUNS
    return Antecedent(subject) if is_body else None


def _body_named(earlier: Asked) -> Antecedent | None:
    """A body by its name: "the Free Union"; a single name only where it says or wants something."""
    frame, phrases = earlier.frame, list(noun_phrases(earlier.frame))
    for name in find_names("x " + earlier.text):
        is_actor = " " not in name and frame.subject == name and speaks(name, frame)
        is_whole = any(name in (phrase, phrase[4:]) for phrase in phrases)
        if (is_actor or (is_whole and _is_body(name))) and name.lower() not in place_names(earlier):
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


def _is_body(name: str) -> bool:
    return not is_person(name) and (name.isupper() or len(name.split()) > 1)


def _named(text: str, name: str) -> str:
    """The name with the "the" that stands before it in the text."""
    return f"the {name}" if re.search(rf"\bthe {re.escape(name)}", text, re.I) else name


_COUNTED = re.compile(
    r"^(?:the |about |some |only |at least |more than )*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many|both) (?:\w+ )?"
    r"(\w+s|people|men|women|children)\b"
)


_DEFINITE_PLURAL = re.compile(r"\bthe (?:\w+ )?(\w{3,}s|people|men|women|children)\b")


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
    if re.match(r"an? (?:[a-z]+ )?(?:group|team|gang|band|couple|pair|family)\b", value):
        return re.sub(r"^an? ", "the ", value)
    if is_measured(value):
        return ""
    if names and " ".join(names) == value.removeprefix("the ") and _is_body(names[0]):
        return with_article(value)
    if (
        value.startswith("the ")
        and singular(head_noun(value)) in BODY_NOUNS
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
