"""A whole sentence completed: pronouns, a noun left out, a place, else the topic. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups.anchors import anchor, event
from qa.followups.clauses import asks_object, population
from qa.followups.definites import expand_definites
from qa.followups.frame import Frame, parse
from qa.followups.matters import is_open, matter, occasion, points
from qa.followups.naming import is_full_name, is_person
from qa.followups.nouns import head_noun, is_plural, joined
from qa.followups.ones import counted_in_answer
from qa.followups.people import is_people
from qa.followups.pronouns import resolve
from qa.followups.slots import place_slot
from qa.followups.tails import Tail
from qa.followups.things import whole
from qa.followups.topic import (
    Asked,
    named_places,
    noun_phrases,
    things,
)
from qa.followups.verbs import base_of
from qa.followups.vocabulary import AUXILIARIES, BE, MOVES, PERSONAL, RELATIONAL, SITES
from qa.followups.words import key
from qa.names import find_names, word_set


def complete_sentence(text: str, past: Sequence[Asked]) -> str:
    """A sentence: its pronouns, a noun it leaves out, a place it moves from; else the topic."""
    expanded = expand_definites(text, past)
    if expanded != text and not find_names("x " + text):
        text = expanded
        return resolve(text, past).text
    resolved = resolve(text, past)
    frame = parse(resolved.text)
    filled = _fill(frame, past)
    has_changed = resolved.has_changed or filled != frame
    has_own_names = bool(find_names("x " + text))
    if has_own_names and not has_changed:
        return ""
    if find_names("x " + filled.text()) and not resolved.needs_topic:
        happened = event(past[0].frame) if resolved.has_changed else ""
        is_answer = is_person(past[0].value) and past[0].value in filled.text()
        took_part = key(filled.aux) == "did" and not any(t.kind == "place" for t in filled.tails)
        if is_answer and happened and took_part:
            return joined(filled.text(), happened)
        return filled.text()
    return tied(filled.text(), past)


def _fill(frame: Frame, past: Sequence[Asked]) -> Frame:
    """Add what "how many left" leaves out: what is counted, and the place they left."""
    if frame.wh.lower().endswith("how many") and not frame.noun and frame.has_clause():
        people = population(past[0].frame)
        if people and key(frame.aux) in BE and frame.object and not frame.verb:
            return replace(frame, noun=f"of {people}")
        frame = replace(frame, noun=_counted_before(past, frame))
        if frame.object == "there":
            frame = replace(frame, noun=frame.noun.removeprefix("of ").removeprefix("the "))
        if _is_done_by_people(frame) and not is_people(frame.noun):
            frame = replace(frame, noun="people")
    frame = _with_same_object(frame, past)
    moves = frame.last_verb in MOVES and key(frame.aux) not in BE
    if moves and not frame.object and not any(tail.kind == "place" for tail in frame.tails):
        place = _place_left(past)
        frame = replace(frame, object=place)
    return frame


def _with_same_object(frame: Frame, past: Sequence[Asked]) -> Frame:
    """The object of the newest question with the same verb: "did France sign", the treaty."""
    if not frame.verb or frame.object or frame.tails or asks_object(frame):
        return frame
    verb = base_of(frame.last_verb)
    for earlier in past:
        before = earlier.frame
        if before.object and before.verb and base_of(before.last_verb) == verb:
            tails = tuple(tail for tail in before.tails if tail.kind in ("place", "other"))
            return replace(frame, object=before.object, tails=tails)
    return frame


def _is_done_by_people(frame: Frame) -> bool:
    """Whether what was counted before cannot have done it: positions never leave a city."""
    verb = {base_of(key(word)) for word in frame.verb.split()}
    return bool(verb & _HUMAN_VERBS) or ("leave" in verb and head_noun(frame.noun) not in _MOVING)


_HUMAN_VERBS = word_set(
    """work move die take protest survive join attend march vote live resign flee stay return
    sleep register volunteer apply sign drown perish"""
)
# Things that leave as people do.
_MOVING = word_set(
    """bus buses train trains truck trucks lorry lorries car cars vehicle vehicles convoy convoys
    ship ships boat boats ferry ferries plane planes aircraft flight flights helicopter
    helicopters tank tanks ambulance ambulances company companies firm firms bank banks country
    countries state states member members"""
)


def _counted_before(past: Sequence[Asked], frame: Frame) -> str:
    for earlier in past:
        before = earlier.frame
        if (
            before.wh.lower().endswith("how many")
            and before.noun
            and not before.noun.startswith("of ")
        ):
            return before.noun
        if before.wh.lower().endswith("how many"):
            return "people" if key(frame.aux) not in AUXILIARIES else ""
    for earlier in past:
        counted = counted_in_answer(earlier)
        if counted:
            return counted
        for phrase in noun_phrases(earlier.frame):
            if is_plural(phrase) and key(phrase) not in PERSONAL and head_noun(phrase):
                return phrase if phrase == "people" else f"of {phrase}"
    return ""


def _place_left(past: Sequence[Asked]) -> str:
    for earlier in past:
        site = next((p for p in noun_phrases(earlier.frame) if head_noun(p) in SITES), "")
        if site and " " in site:
            return whole(site, earlier.frame)
        slot = place_slot(earlier.frame) or named_places(earlier.frame)
        if slot:
            return re.sub(r"^(?:in|at|from|to|into|near) ", "", slot)
    behind = anchor(past)
    return behind.removeprefix("in ") if behind.startswith("in ") else ""


def tied(text: str, past: Sequence[Asked]) -> str:
    """The question with the conversation's topic: "of X" after "the director", else at its end."""
    return _tied_to_all(text, past) or _tied_to_thing(text, past)


def _tied_to_all(text: str, past: Sequence[Asked]) -> str:
    """Tied to what happened, or to all that was asked of; "" where a thing or place will do."""
    if clause := occasion(text, past):
        return joined(text, clause)
    asked_of = matter(text, past) if points(text) or is_open(text) else ""
    return f"{text}, {asked_of}" if asked_of else ""


def _tied_to_thing(text: str, past: Sequence[Asked]) -> str:
    frame = parse(text)
    phrase = anchor(past, text)
    thing = phrase.removeprefix("regarding ").removeprefix("the ")
    if not phrase or thing.lower() in text.lower():
        return text
    is_whole = len(frame.subject.split()) > 2
    if frame.asks == "where" and is_whole and re.match(r"(?:in|at) [A-Z][\w-]*$", phrase):
        return text
    if phrase.startswith("when ") and any(
        p in text for p in noun_phrases(parse(phrase)) if p.startswith("the ")
    ):
        return text
    repeated = re.match(r"^in (the \w+)(?= |$)", phrase)
    if repeated and re.search(rf"\b{repeated[1]}\b", text):
        phrase = phrase[repeated.end() :].strip()
    is_whom = is_full_name(phrase.removeprefix("regarding "))
    definite = re.search(r"\bthe [a-z]{4,}\b", text)
    spoken_of = definite and any(definite[0] in earlier.text for earlier in past)
    if is_whom and (frame.tails or spoken_of):
        return text
    relational = frame.subject or frame.object
    if relational and not frame.verb and head_noun(relational) in RELATIONAL:
        named = next((list(things(a.frame)) for a in past if list(things(a.frame))), [""])
        happened = re.match(r"^in (the .+)$", phrase)
        thing = happened[1] if happened else min(named, key=len)
        thing = re.sub(r"(?:'s|(?<=s)') .*", "", thing)
        if thing and head_noun(relational) == key(relational.split()[-1]):
            return text.replace(relational, f"{relational} of {thing}", 1)
    dates = [t for t in frame.tails if t.kind in ("date", "source", "manner")]
    if dates and frame.tails[-len(dates) :] == tuple(dates):
        kept = frame.tails[: -len(dates)]
        return replace(frame, tails=(*kept, Tail(phrase, "place"), *dates)).text()
    return joined(text, phrase)
