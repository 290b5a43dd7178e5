"""Put a new date, place, source or subject into an earlier question. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups.clauses import has_wh_subject
from qa.followups.frame import Frame
from qa.followups.nouns import is_plural, joined
from qa.followups.tails import Tail
from qa.followups.vocabulary import BE, DATE, DETERMINERS, MOVES, ORDINALS, PREPOSITIONS
from qa.followups.words import is_capital, key
from qa.names import CALENDAR_NAMES, word_set

MONTHS = CALENDAR_NAMES - {f"{d}day" for d in "mon tues wednes thurs fri satur sun".split(" ")}


_DATE_PREPOSITIONS = word_set("in on at by since until till before after during for around from")
_TIME_ADVERBS = word_set(
    """later earlier afterwards now today currently originally initially then since finally
    eventually beforehand nowadays previously"""
)
_DATE_WORDS = word_set(
    """early late mid start end beginning middle of closing opening election ago before after
    next and to in"""
)


def without(frame: Frame, kinds: Sequence[str]) -> Frame:
    """The frame without its tails of these kinds."""
    return replace(frame, tails=tuple(tail for tail in frame.tails if tail.kind not in kinds))


def add_tail(frame: Frame, tail: Tail) -> Frame:
    """The frame with one more phrase; a source stays last."""
    sources = tuple(t for t in frame.tails if t.kind == "source")
    others = tuple(t for t in frame.tails if t.kind != "source")
    return replace(frame, tails=(*others, tail, *sources))


def with_tail(frame: Frame, tail: Tail) -> Frame:
    """The frame with the phrase in place of one with the same preposition, else with it added."""
    first = key(tail.text.split()[0])
    if not any(key(t.text.split()[0]) == first for t in frame.tails):
        return add_tail(frame, tail)
    tails = (tail if key(t.text.split()[0]) == first else t for t in frame.tails)
    return replace(frame, tails=tuple(tails))


def with_date(frame: Frame, date: str) -> Frame:
    """The frame asked of another time."""
    return add_tail(without(frame, ["date"]), Tail(date_phrase(date), "date"))


def date_phrase(text: str) -> str:
    """A date with the preposition it needs: "2018" -> "in 2018", "Thursday" -> "on Thursday"."""
    first = key(text.split()[0])
    rest = text.split()[1:]
    if first == "for" and rest:
        return date_phrase(" ".join(rest))
    if (
        first in _TIME_ADVERBS
        or first in PREPOSITIONS
        or first in ("last", "next", "this", "yesterday", "today", "tomorrow")
    ):
        return text
    if re.search(r"\b(?:ago|earlier|later|before|after|tonight|when|while)\b", text):
        return text
    if re.search(r"\b\w+day\b|\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)|\bdays?\b|\bnight\b", text, re.I):
        return f"on {text}"
    return f"at {text}" if re.search(r"\btime|moment|noon|start|end\b", text) else f"in {text}"


def is_date(text: str) -> bool:
    """Whether a fragment is a time and nothing else."""
    words = [key(word) for word in text.split()]
    if not words:
        return False
    if all(word in _TIME_ADVERBS for word in words):
        return True
    if not (DATE.search(text) or words[0] in MONTHS) or len(words) > 6:
        return False
    if words[0] in _DATE_PREPOSITIONS:
        return not any(
            is_capital(word) and key(word) not in CALENDAR_NAMES for word in text.split()
        )
    return all(
        word in DETERMINERS | ORDINALS | CALENDAR_NAMES | _DATE_WORDS
        or DATE.fullmatch(word)
        or re.fullmatch(r"\d+\w*", word)
        for word in words
    )


def with_source(frame: Frame, speaker: str, extra: Sequence[Tail] = ()) -> Frame:
    """The frame asked of one source: "... according to the doctors"."""
    frame = without(frame, ["source"])
    for tail in extra:
        frame = with_date(frame, tail.text) if tail.kind == "date" else add_tail(frame, tail)
    return add_tail(frame, Tail(f"according to {speaker}", "source"))


def place_slot(frame: Frame) -> str:
    """The named place that a question is about, as it stands in it; "" for none."""
    if frame.last_verb in MOVES and is_capital((frame.object + " x")[0]):
        return frame.object
    for tail in frame.tails:
        if tail.kind == "place" and is_capital(tail.text.split()[-1]):
            return tail.text
    return ""


def with_place(frame: Frame, place: str) -> Frame:
    """The frame asked of another place; `place` may carry its preposition."""
    has_preposition = key(place.split()[0]) in PREPOSITIONS
    name = " ".join(place.split()[1:]) if has_preposition else place
    slot = place_slot(frame)
    if slot and slot == frame.object:
        return replace(frame, object=name)
    if not slot and is_capital(name) and (moved := _with_place_inside(frame, name)):
        return moved
    if not slot:
        return add_tail(frame, Tail(place if has_preposition else f"in {place}", "place"))
    preposition = slot.split()[0]
    phrase = place if has_preposition else f"{preposition} {name}"
    tails = tuple(Tail(phrase, "place") if t.text == slot else t for t in frame.tails)
    return replace(frame, tails=tails)


_PLACE_INSIDE = re.compile(r"\b(in|at|near) [A-Z][\w'-]*(?: [A-Z][\w'-]*)*$")


def _with_place_inside(frame: Frame, name: str) -> Frame | None:
    """The frame with another place in a noun phrase: "the schools in Daraa"."""
    noun, subject, obj = (
        _PLACE_INSIDE.sub(rf"\1 {name}", part) for part in (frame.noun, frame.subject, frame.object)
    )
    moved = replace(frame, noun=noun, subject=subject, object=obj)
    return moved if moved != frame else None


def with_subject(frame: Frame, subject: str) -> Frame:
    """The frame asked of another subject, its auxiliary made to agree."""
    if has_wh_subject(frame):
        return replace(frame, object=subject)
    aux = frame.aux
    if key(aux) in BE | {"do", "does", "has", "have"}:
        singular_form = {"are": "is", "were": "was", "do": "does", "have": "has"}
        plural_form = {value: name for name, value in singular_form.items()}
        is_name = is_capital(subject.split()[0])
        forms = plural_form if is_plural(subject) and not is_name else singular_form
        aux = forms.get(key(aux), aux)
    return replace(frame, aux=aux, subject=subject)


def with_noun(frame: Frame, noun: str) -> Frame:
    """The frame counting something else; what is left of the old noun stays with it."""
    bare = re.sub(r"^(?:the|any|some|other|of the) ", "", noun, flags=re.I)
    return replace(frame, noun=joined(bare))
