"""The phrase that ties a question without names to its conversation: "in Daraa".

Taken from the newest question that names something; from quotes and titles only when no
question does. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.clauses import asks_object, finite, population, tails_text
from qa.followups.frame import Frame, parse
from qa.followups.naming import is_full_name
from qa.followups.nouns import head_noun, is_plural, joined
from qa.followups.people import is_people
from qa.followups.scenes import is_place_name, place_in_sources, place_inside, place_of_answer
from qa.followups.tails import Tail
from qa.followups.topic import (
    Asked,
    has_person_noun,
    is_aside,
    may_be_noun,
    named_places,
    noun_phrases,
    things,
)
from qa.followups.vocabulary import BRIDGING, EVENTS, WH
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set

# A tail with one of these is no topic of its own: "by the storm", "to Ostera Bank".
_NO_ANCHOR = ("by", "to", "from", "of", "with", "without", "as", "against", "for")


def anchor(past: Sequence[Asked], text: str = "", is_rich: bool = False) -> str:
    """The phrase to add to a question; "" when the conversation names nothing.

    `text` is the question that will carry it: its tense decides between "when the ferry
    sank" and "regarding the ferry". The rich phrase says what happened: "regarding the
    marchers hurt in Calder City".
    """
    person = aside = ""
    for earlier in about_world(past):
        rich = _those_involved(earlier.frame) if is_rich else ""
        phrase = rich or event(earlier.frame) or _named(earlier)
        if phrase and not is_full_name(phrase.removeprefix("regarding ")):
            return phrase
        if is_aside(earlier):
            aside = aside or phrase
        else:
            person = person or phrase
    unnamed = _unnamed(past, text)
    is_rich_thing = len(unnamed.split()) > 3 and not find_names("x " + past[-1].text)
    if is_rich_thing:
        return unnamed
    return person or place_in_sources(past) or aside or unnamed


def about_world(past: Sequence[Asked]) -> Sequence[Asked]:
    """Without "what did X say about whether ...", where the question it reports was asked."""
    return [earlier for earlier in past if not _REPORTS.match(earlier.text)] or past


_REPORTS = re.compile(
    r"^what did .+ say about (?:whether|what|who|when|where|why|how|which)\b", re.I
)


def event(frame: Frame) -> str:
    """The event a question is about, with its place: "in the inquiry into the Lenne floods"."""
    tails = [tail for tail in frame.tails if tail.kind in ("place", "other")]
    of_tails = [
        tail.text.partition(" ")[2]
        for tail in tails
        if tail.text.startswith(("about ", "by ", "after ", "during "))
        and not is_capital(tail.text.split()[-1])
    ]
    state = next((t.text[3:] for t in frame.tails if re.fullmatch(r"on [a-z]+", t.text)), "")
    if state in EVENTS and frame.subject and find_names("x " + frame.subject):
        return f"in the {state} of {frame.subject}"
    for phrase in (frame.object, frame.subject, *of_tails):
        is_event = bool(phrase) and " who " not in phrase and head_noun(phrase) in EVENTS
        if is_event and may_be_noun(phrase):
            thing = re.sub(r"^(?:any|an?|some) ", "the ", phrase)
            rest = [tail for tail in tails if not tail.text.endswith(phrase)]
            whole = joined("in", thing, tails_text(rest))
            return whole if find_names("x " + whole) else ""
    return ""


def _those_involved(frame: Frame) -> str:
    """Those whom an event happened to, or the thing with the place that belongs to it."""
    if not frame.has_clause():
        return ""
    tails = tails_text([tail for tail in frame.tails if tail.kind in ("place", "other")])
    if not find_names("x " + tails):
        return ""
    people = population(frame)
    if people:
        return joined("regarding", people)
    subject = re.sub(r"^(?:any|some) ", "the ", frame.subject)
    if not frame.wh and verbs.is_participle(frame.verb) and subject.startswith("the "):
        return joined("regarding", subject, frame.verb, tails)
    if frame.object and may_be_noun(frame.object) and not is_capital(frame.object.split()[0]):
        thing = re.sub(r"^(?:any|a|an|some) ", "the ", frame.object)
        return joined(link(thing), thing, tails)
    return ""


def _named(earlier: Asked) -> str:
    """The place, thing or person that a question names, with its preposition."""
    frame = earlier.frame
    goes = _GOING & {verbs.base_of(key(word)) for word in frame.verb.split()}
    is_named = any(thing != earlier.value for thing in things(frame))
    is_named = is_named or (frame.subject.startswith("the ") and len(frame.subject.split()) > 2)
    if earlier.kind == "where" and is_place_name(earlier.value) and not goes and not is_named:
        return place_of_answer(earlier.value)
    place = named_places(frame)
    inside = "" if place else place_inside(frame)
    thing = _owner(min(things(frame), key=_how_vague, default=""))
    if inside:
        is_whole = bool(thing) and inside in thing and thing[:1].islower()
        is_whole = is_whole and not (is_plural(thing) and is_people(thing))
        return joined(link(thing), thing) if is_whole else inside
    spoken = next(
        (t.text.partition(" ")[2] for t in frame.tails if t.text.startswith("about ")), ""
    )
    if place and spoken and not thing and key(spoken.split()[0]) not in WH | {"whether"}:
        return joined(link(spoken), spoken, place)
    if place:
        is_other = bool(thing) and not _shares_name(place, thing) and not is_full_name(thing)
        if not is_other and not thing:
            thing = _place_of(frame)
            is_other = bool(thing)
        return joined(link(thing), thing, place) if is_other else place
    tail = next((t for t in frame.tails if t.kind == "other" and find_names("x " + t.text)), None)
    if tail is not None:
        return _with_tail(thing, tail)
    if thing and thing == frame.subject and is_capital(frame.object):
        return joined(link(thing), thing, "and", frame.object)
    return joined(link(thing), thing) if thing else ""


_PLACES = word_set("town city village region area district country place site capital province")


def _owner(thing: str) -> str:
    """What a part belongs to: "the ferry off Bantu Island" of "the captain of the ferry ..."."""
    match = re.match(r"^(?:the )?[a-z -]+? of (?P<owner>.+)$", thing)
    parts = (BRIDGING | {"cases", "case"}) - _PLACES
    if not match or head_noun(thing) not in parts:
        return thing
    return match["owner"] if any(map(is_capital, match["owner"].split())) else thing


def _how_vague(phrase: str) -> tuple[bool, bool]:
    """Noun phrases without a clause first, of these "Ostrava's runoff" before "Ostrava"."""
    is_owned = "'s " in phrase or "s' " in phrase
    return " who " in phrase or " that " in phrase, not is_owned


def _place_of(frame: Frame) -> str:
    """The one thing that a question with a place is about: "the new hospital" in Marlow."""
    for phrase in (frame.subject, frame.object):
        is_thing = phrase.startswith("the ") and may_be_noun(phrase) and not is_plural(phrase)
        if is_thing and not is_people(phrase) and " " in phrase:
            return phrase
    return ""


# After these "where" asks for a destination or an origin, not for the scene.
_GOING = word_set("go flee move take send come travel head fly bring leave drive land launch")


def _with_tail(thing: str, tail: Tail) -> str:
    preposition, _, named = tail.text.partition(" ")
    if not thing or _shares_name(tail.text, thing):
        return joined(link(named), named) if preposition in _NO_ANCHOR else tail.text
    if is_capital(thing.split()[0]) and is_capital(named.split()[0]):
        return joined("regarding", thing, "and", named)
    return joined(link(thing), thing, "" if preposition in _NO_ANCHOR else tail.text)


def _unnamed(past: Sequence[Asked], text: str) -> str:
    """Without any name: "when the ferry sank" for a question about the past, else the thing."""
    asks_past = key(parse(text).aux) in ("did", "was", "were", "had") or any(
        verbs.is_past(key(word)) for word in text.split()
    )
    for earlier in past:
        frame = earlier.frame
        if frame.subject and frame.subject in text:
            continue
        if asks_past and frame.subject.startswith("the ") and _is_past_event(frame):
            predicate = finite(frame.aux, frame.verb, frame.subject)
            return joined("when", frame.subject, predicate, frame.object)
        own = replace(frame, wh="", noun="")
        for phrase in sorted(noun_phrases(own), key=has_person_noun):
            if phrase in text or head_noun(phrase) in text.split():
                continue
            if (phrase.startswith("the ") or " " in phrase) and not phrase.startswith("the fact"):
                return joined(link(phrase), phrase)
    return ""


def _is_past_event(frame: Frame) -> bool:
    is_past = key(frame.aux) in ("did", "was", "were")
    return is_past and bool(frame.verb) and not asks_object(frame)


def _shares_name(one: str, other: str) -> bool:
    names = {name.lower() for name in find_names("x " + one)}
    return any(name in other.lower() for name in names)


def link(thing: str) -> str:
    """The preposition before a topic: "in" an event, else "regarding"."""
    return "in" if head_noun(thing) in EVENTS else "regarding"
