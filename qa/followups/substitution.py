"""A noun phrase put into the slot of an earlier question that it fits: "the rebels?". Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.followups import verbs
from qa.followups.capitals import is_plausible, titled
from qa.followups.clauses import asks_object, has_wh_subject
from qa.followups.frame import Frame
from qa.followups.naming import is_person
from qa.followups.nouns import head_noun, is_plural, joined, singular
from qa.followups.pointing import DONE_BY_PEOPLE
from qa.followups.slots import (
    place_slot,
    with_noun,
    with_place,
    with_source,
    with_subject,
)
from qa.followups.sources import is_figure, is_speaker
from qa.followups.tails import Tail
from qa.followups.told import definite
from qa.followups.topic import Asked, has_person_noun
from qa.followups.vocabulary import (
    DETERMINERS,
    PERSON_NOUNS,
    SAYING,
    SPEAKER_NOUNS,
    STATES,
    TOLLS,
)
from qa.followups.words import is_capital, key
from qa.names import BODIES, PLACES, word_set

_COLLECTIVES = word_set(
    """people men women children person crew staff team family public residents passengers"""
)


# Bodies whose figures are quoted; people who are themselves counted are not among them.
_SOURCES = word_set(
    """officials doctors observers auditors experts police authorities government union unions
    opposition ministry agency watchdog organisers organizers scientists critics analysts
    economists monitors monitor board commission council regulator operator company charity
    poll survey census minister ministers hospital hospitals mayor governor investigators
    researchers press media network association federation institute observatory committee bureau
    organisation organization firm court party chamber"""
)


def substitute(phrase: str, base: Asked) -> str:
    """The earlier question with the phrase in the slot it fits; "" when it fits none."""
    frame, words = base.frame, phrase.split()
    head = head_noun(phrase)
    if key(words[0]) in ("any", "no") or re.search(r"'s? ", phrase):
        return ""
    if is_capital(words[-1]):
        return _substitute_name(phrase, base)
    if asks_of_person(frame) and len(words) < 4 and all(map(is_plausible, words)):
        return with_subject(frame, " ".join(map(titled, words))).text()
    had_source = any(tail.kind == "source" for tail in frame.tails) and is_speaker(phrase)
    had_source = had_source and not is_plural(phrase)
    if is_figure(base) and (head in _SOURCES or had_source) and not _counts(frame, head):
        return with_source(frame, definite(phrase)).text()
    if head in STATES and has_wh_subject(frame) and frame.wh.lower() == "how many":
        tails = tuple(t for t in frame.tails if t.kind != "source")
        return Frame("how many", "people", "were", "", head, _place_object(frame), tails).text()
    if frame.wh.lower() == "how many" and is_plural(phrase):
        return with_noun(frame, _compound(phrase, frame.noun)).text()
    is_asked = frame.last_verb in SAYING and frame.asks == "what" and bool(frame.subject)
    if is_asked and (is_speaker(phrase) or head.endswith(("ers", "ors", "ists", "groups"))):
        return with_subject(frame, definite(phrase)).text()
    return _substitute_common(phrase, base) or _substitute_bare(phrase, frame)


def _compound(phrase: str, noun: str) -> str:
    """Keep what the nouns share: "deaths" after "measles cases" is "measles deaths"."""
    words = noun.split()
    of_what = re.match(r"^[a-z]+ (of .*[A-Z].*)$", noun)
    if of_what and " " not in phrase:
        return f"{phrase} {of_what[1]}"
    is_single = " " not in phrase and len(words) == 2 and words[0].islower()
    is_single = is_single and phrase in TOLLS | STATES | _PATIENTS
    return f"{words[0]} {phrase}" if is_single and key(words[0]) not in DETERMINERS else phrase


_PATIENTS = word_set("cases patients infections symptoms vaccinations hospitalisations")
_OF_BARE = re.compile(r"^((?:the )?.+ of )[a-z][a-z-]+$")


def _substitute_bare(phrase: str, frame: Frame) -> str:
    """A noun without article in the place of another: "gas" and "oil", "the price of wheat"."""
    if not re.fullmatch(r"[a-z][a-z-]+", phrase):
        return ""
    if frame.asks == "much" and re.fullmatch(r"[a-z-]+", frame.noun):
        return replace(frame, noun=phrase).text()
    if _OF_BARE.match(frame.subject):
        return replace(frame, subject=_OF_BARE.sub(rf"\1{phrase}", frame.subject)).text()
    is_there = frame.subject == "there"
    if re.fullmatch(r"[a-z][a-z-]+", frame.object) and (frame.verb or is_there):
        return replace(frame, object=phrase).text()
    for tail in frame.tails:
        preposition, _, noun = tail.text.partition(" ")
        if re.fullmatch(r"[a-z][a-z-]+", noun) and tail.kind != "date":
            tails = (
                Tail(f"{preposition} {phrase}", t.kind) if t is tail else t for t in frame.tails
            )
            return replace(frame, tails=tuple(tails)).text()
    return ""


def asks_of_person(frame: Frame) -> bool:
    """Whether the question is who somebody is, or what a person said or did."""
    is_definition = frame.wh.lower() == "who" and not frame.verb
    verb = {verbs.base_of(key(word)) for word in frame.verb.split()}
    return is_person(frame.subject) and (is_definition or bool(verb & DONE_BY_PEOPLE))


def _counts(frame: Frame, head: str) -> bool:
    """Whether the question is of such people or things itself ("how many doctors fled")."""
    heads = {singular(head_noun(part)) for part in (frame.noun, frame.subject) if part}
    return singular(head) in heads


def _place_object(frame: Frame) -> str:
    slot = place_slot(frame)
    return f"in {slot}" if slot and slot == frame.object else ""


def _substitute_name(phrase: str, base: Asked) -> str:
    frame = base.frame
    name = phrase.removeprefix("the ").removeprefix("The ")
    sources = any(tail.kind == "source" for tail in frame.tails)
    is_counter = head_noun(name) in _SOURCES and is_figure(base)
    is_body = name.lower() in BODIES or (name.isupper() and len(name) > 1)
    is_counter = is_counter and not _may_count(frame.subject)
    is_body = is_body or is_counter
    if is_figure(base) and (sources or is_body) and (is_counter or not asks_object(frame)):
        return with_source(frame, phrase).text()
    if place_slot(frame) and (
        name.lower() in PLACES or not (is_body or (is_person(phrase) and " " in name))
    ):
        subject_is_name = is_capital((frame.subject or "x").split()[-1])
        if not subject_is_name or name.lower() in PLACES:
            return with_place(frame, name).text()
    if frame.subject and frame.subject not in ("there", "it"):
        return with_subject(frame, phrase).text()
    if has_wh_subject(frame) and frame.object and is_capital(frame.object.split()[-1]):
        return with_subject(frame, phrase).text()
    return ""


def _may_count(subject: str) -> bool:
    """Whether a subject can be a body itself, by a name or its noun."""
    return bool(subject) and (is_capital(subject.split()[-1]) or head_noun(subject) in _SOURCES)


def _substitute_common(phrase: str, base: Asked) -> str:
    frame = base.frame
    if frame.subject == "there":
        rest = re.match(r"^(?:any|a|an|some)\b", frame.object)
        return with_object(frame, phrase) if frame.object and (rest or is_plural(phrase)) else ""
    if frame.object and head_noun(phrase) == head_noun(frame.object):
        return with_object(frame, phrase)
    if not frame.subject or frame.subject == "it":
        return ""
    is_bare = key(phrase.split()[0]) not in DETERMINERS
    if is_bare and frame.wh and not (is_plural(phrase) and _is_personal(phrase)):
        return ""
    if head_noun(phrase) == head_noun(frame.subject):
        return frame.text()
    both_people = _is_personal(phrase) == _is_personal(frame.subject)
    if both_people and (base.kind != "definition" or frame.wh.lower() == "who"):
        return with_subject(frame, phrase).text()
    return ""


def with_object(frame: Frame, phrase: str) -> str:
    """The question asked of another object."""
    return joined(
        frame.wh, frame.noun, frame.aux, frame.subject, frame.verb, phrase,
        *(tail.text for tail in frame.tails),
    )  # fmt: skip


def _is_personal(phrase: str) -> bool:
    head = head_noun(phrase)
    return (
        (is_person(phrase) and " " in phrase)
        or has_person_noun(phrase)
        or singular(head) in PERSON_NOUNS | SPEAKER_NOUNS
        or head in _COLLECTIVES
    )
