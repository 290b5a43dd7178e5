"""What a pronoun of a follow-up stands for: a person, a group, a thing, a place, a time.

Earlier questions are searched newest first; their answers count where they name the kind
of thing that is looked for. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qa.followups import verbs
from qa.followups.clauses import asks_object, is_value, statement
from qa.followups.frame import Frame
from qa.followups.groups import find_group
from qa.followups.nouns import head_noun
from qa.followups.people import find_person
from qa.followups.pointing import Antecedent, Pronoun
from qa.followups.things import OF_FIGURES, find_thing, is_person_phrase, named_answer, whole
from qa.followups.topic import (
    Asked,
    named_places,
    noun_phrases,
)
from qa.followups.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DEGREES,
    EVENTS,
    HE,
    IT,
    POSSESSIVES,
    PREDICATES,
    PREPOSITIONS,
    SAYING,
    SHE,
    SITES,
    THEY,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set


def find(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The antecedent of a pronoun; None for other words and where nothing fits."""
    for pronouns, finder in _FINDERS:
        if pronoun.word in pronouns:
            found = finder(pronoun, past)
            is_owner = pronoun.word in POSSESSIVES - {"her"}
            repeats = found is not None and not is_owner and found.phrase in pronoun.rest()
            return None if repeats else found
    return None


def _place(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest place as a phrase; the "there" of "are there" is none."""
    neighbours = {pronoun.previous, pronoun.following}
    is_last = pronoun.i == len(pronoun.words) - 1
    is_predicate = is_last and (
        key(pronoun.words[0]) in ("who", "what", "where")
        or pronoun.previous in IT | THEY | HE | SHE
    )
    is_after_verb = is_last and pronoun.previous in ("have", "had", pronoun.frame.last_verb)
    if (
        not is_after_verb
        and neighbours & (BE | {"has", "have", "had", "been", "be"})
        and not is_predicate
    ):
        return None
    for earlier in past:
        value = earlier.value
        if earlier.kind in ("where", "which") and value and is_capital(value.split()[-1]):
            has_preposition = key(value.split()[0]) in PREPOSITIONS
            return Antecedent(value if has_preposition else f"in {value}")
        place = named_places(earlier.frame) or _institution(earlier.frame)
        if place:
            return Antecedent(place)
    return None


def _institution(frame: Frame) -> str:
    """A body in a place's stead: "at the National Laboratory"; an object before a subject."""
    for phrase in sorted(noun_phrases(frame), key=lambda p: (not _is_place(p), p != frame.object)):
        if find_names("x " + phrase) and not is_person_phrase(phrase):
            phrase = re.sub(r"^the (?:sale|takeover|merger|purchase) of ", "", phrase)
            return f"in {phrase}" if len(phrase.split()) == 1 else f"at {phrase}"
    return ""


def _is_place(phrase: str) -> bool:
    return head_noun(phrase) in SITES | {"town", "city", "village", "region", "area", "district"}


def _time(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest date of the conversation, for "back then"."""
    if pronoun.i == 0 and pronoun.following:
        return None
    for earlier in past:
        year = re.search(r"\b(?:1[89]|20)\d\d\b", earlier.value)
        if year and earlier.kind in ("which", "what"):
            return Antecedent(f"in {year[0]}")
        for tail in earlier.frame.tails:
            if tail.kind == "date":
                return Antecedent(tail.text)
        if earlier.kind == "when" and earlier.value:
            first = key(earlier.value.split()[0])
            return Antecedent(earlier.value if first in PREPOSITIONS else f"in {earlier.value}")
    return None


def _fact(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The event spoken of, else the stated fact, for a "that" of its own."""
    previous, following = pronoun.previous, pronoun.following
    if pronoun.word in ("these", "those"):
        is_alone = not following or following in AUXILIARIES | PREPOSITIONS
        return find_group(pronoun, past) if is_alone else None
    if not past or previous in SAYING or not _stands_alone(pronoun):
        return None
    named = _named_or_had(pronoun, past)
    if named:
        return named
    is_amount = _AMOUNT.search(past[0].value) and is_value(past[0].value)
    if pronoun.is_subject and pronoun.following and is_amount and asks_object(past[0].frame):
        return Antecedent(past[0].value, True)
    for phrase in noun_phrases(past[0].frame):
        if head_noun(phrase) in EVENTS:
            return Antecedent(whole(re.sub(r"^(?:an?|any|some) ", "the ", phrase), past[0].frame))
    return _stated(pronoun, past)


def _stated(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The last fact as a clause; its value or a thing where no clause can stand."""
    previous, following = pronoun.previous, pronoun.following
    value = past[0].value
    stated = statement(past[0].frame, value)
    if not stated or (pronoun.is_subject and following):
        if verbs.base_of(following or "x") in ("mean", "matter", "happen"):
            return None
        is_bare = following in PREDICATES and re.fullmatch(r"[a-z]+(?: [a-z]+)?", value)
        if is_bare or (verbs.is_participle(following) and is_value(value)):
            return Antecedent(value)
        if stated and previous in BE:
            return Antecedent(f"it that {stated}")
        return find_thing(pronoun, past) if pronoun.is_subject else None
    if previous in ("after", "before", "since", "until"):
        return Antecedent(stated)
    return Antecedent(f"the fact that {stated}") if previous in PREPOSITIONS else None


_AMOUNT = re.compile(r"\d.*(?:percent|%|million|billion|thousand)|[$€£]\s?\d|^\d[\d.,]* [a-z]+$")
_HAVING = word_set("have has had get got own reach need want support")
_ASKS_OF_THING = DEGREES | {"what", "where"}


def _named_or_had(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """A "that" that means no fact: "who is that", "how far is that", "who has that"."""
    base, is_last = past[0], not pronoun.following
    if pronoun.previous == "of" and base.frame.noun and asks_object(base.frame):
        return Antecedent(f"the {base.frame.noun}")
    of_figure = pronoun.previous in BE and set(map(key, pronoun.words)) & OF_FIGURES
    if of_figure or (pronoun.previous in _HAVING and is_last):
        return find_thing(pronoun, past)
    if not (pronoun.is_subject and is_last):
        return None
    if pronoun.frame.asks == "who":
        return find_person(pronoun, past)
    named = named_answer(base) if pronoun.frame.asks in _ASKS_OF_THING else ""
    return Antecedent(named, True) if named else None


def _stands_alone(pronoun: Pronoun) -> bool:
    """Whether "that" is neither an article nor a conjunction nor a relative pronoun."""
    previous, following = pronoun.previous, pronoun.following
    starts_noun = following and following not in (AUXILIARIES | PREPOSITIONS | ADVERBS | PREDICATES)
    is_verb = verbs.is_base(following) or verbs.is_participle(following)
    if starts_noun and not (previous in AUXILIARIES and is_verb):
        return previous == "of" and verbs.is_third(following)
    after_verb = not following and (verbs.is_base(previous) or verbs.is_finite(previous))
    return pronoun.i == 0 or previous in AUXILIARIES | PREPOSITIONS or after_verb


_Finder = Callable[[Pronoun, Sequence[Asked]], Antecedent | None]


_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (HE | SHE, find_person),
    (THEY, find_group),
    (IT, find_thing),
    (frozenset(("there",)), _place),
    (frozenset(("then",)), _time),
    (frozenset(("that", "this", "these", "those")), _fact),
)
