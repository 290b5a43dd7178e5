"""What a conversation is about: its questions taken apart, its people, things and places.

Newest first. Answers and quotes give names only where questions have none. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.followups import verbs
from qa.followups.clauses import head_noun, is_plural, joined, population, tails_text
from qa.followups.frame import Frame, is_capital, key, parse
from qa.followups.vocabulary import (
    COMPARATIVES,
    DEGREES,
    EVENTS,
    MOVES,
    NOT_PERSON_WORDS,
    PERSON_NOUNS,
    PREPOSITIONS,
)
from qa.names import KNOWN_NAMES, PLACES, STOP_WORDS, find_names
from qa.questions import QuestionKind, understand
from qa.types import Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """One earlier question that stands alone, with its short answer ("" for none)."""

    text: str
    frame: Frame
    kind: QuestionKind
    value: str
    turn: Turn


def asked(turn: Turn) -> Asked:
    """A turn's standalone question, taken apart."""
    text = without_capital(tidy(turn.answer.standalone_question or turn.question))
    return Asked(text, parse(text), understand(text).kind, turn.answer.answer or "", turn)


def tidy(question: str) -> str:
    """One line, plain apostrophes, contractions of "is" and "are" written out, no end mark."""
    text = " ".join(question.replace("’", "'").split()).rstrip(" ?!.…")
    text = re.sub(
        r"\b(what|who|where|when|how|that|there|it|he|she)'s\b", r"\1 is", text, flags=re.I
    )
    return re.sub(r"\b(they|we|you)'re\b", r"\1 are", text, flags=re.I)


def without_capital(text: str) -> str:
    """The text with its first word in lower case, unless that word is a name."""
    first, _, rest = text.partition(" ")
    is_name = key(first).removesuffix("'s") not in STOP_WORDS | DEGREES and find_names(text)[
        :1
    ] == (first,)
    return text if is_name or not first.istitle() else joined(first.lower(), rest)


def names_in_sources(turns: Sequence[Turn]) -> dict[str, str]:
    """Lower-case name -> name as written, from quotes, titles and earlier questions."""
    known: dict[str, str] = {}
    for turn in turns:
        texts = [turn.answer.standalone_question]
        for citation in turn.answer.citations:
            texts += [citation.quote, citation.title]
        for text in texts:
            for name in find_names(text or ""):
                if not name.islower():
                    known.setdefault(name.lower(), name)
    return known


def restore_capitals(text: str, known: dict[str, str]) -> str:
    """Write names that the sources know, and listed ones, with their capitals."""
    for lower, name in sorted(known.items(), key=lambda item: -len(item[0])):
        if lower in text.lower():
            text = re.sub(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", name, text, flags=re.I)
    return " ".join(_listed(word) for word in text.split(" "))


def _listed(word: str) -> str:
    bare = word.removesuffix("'s")
    if bare not in KNOWN_NAMES:
        return word
    upper = bare not in PLACES and len(bare) <= 5 and bare not in ("tass", "fifa", "hamas")
    return (bare.upper() if upper else bare.title()) + word[len(bare) :]


def is_person(name: str) -> bool:
    """Whether a name can be a person's: one to four capitalised words, none of a body or place."""
    words = name.removesuffix("'s").split()
    if not 1 <= len(words) <= 4 or not all(is_capital(word) for word in words):
        return False
    lower = {key(word) for word in words}
    return not (lower & (NOT_PERSON_WORDS | KNOWN_NAMES) or any(w.isupper() for w in words))


def named_places(frame: Frame) -> str:
    """The place a question is about, as a phrase: "in Daraa", "at the campsite in Sorn"."""
    if key(frame.verb.split()[-1] if frame.verb else "") in MOVES and _starts_with_name(
        frame.object
    ):
        return joined("in", frame.object)
    places = [tail for tail in frame.tails if tail.kind == "place"]
    if not any(find_names(tail.text) for tail in places):
        return ""
    text = tails_text(places)
    return re.sub(r"^(?:from|to|into) ", "in ", text) if len(places) == 1 else text


def _starts_with_name(text: str) -> bool:
    return bool(text) and is_capital(text.split()[0])


def noun_phrases(frame: Frame) -> Iterator[str]:
    """The noun phrases of a question: what is counted, subject, object, those of tails."""
    people = population(frame)
    if people:
        yield people
    elif frame.noun and not frame.noun.startswith(("of ", "from ")):
        yield joined("the", frame.noun)
    for phrase in (frame.subject, frame.object):
        if phrase and phrase not in ("there", "it") and _may_be_noun(phrase):
            yield re.sub(
                r"^(?:(?:any|some) (?:of )?(?:the )?|(?=\w{3,}est |worst |best ))",
                "the ",
                _without_clause(phrase),
            )
    for tail in frame.tails:
        if tail.kind in ("place", "other"):
            _, _, phrase = tail.text.partition(" ")
            yield re.sub(r"^one of ", "", phrase)


def _may_be_noun(phrase: str) -> bool:
    first = key(phrase.split()[0])
    is_noun = first not in PREPOSITIONS | COMPARATIVES | DEGREES | {"certain", "true", "sure"}
    return is_noun and not re.search(r" (?:than|that) ", f" {phrase} ")


def _without_clause(phrase: str) -> str:
    """ "the buses leave Daraa" without what the buses do."""
    words = phrase.split()
    for i in range(1, len(words)):
        if verbs.is_base(key(words[i])) and is_plural(words[i - 1]):
            return " ".join(words[:i])
    return phrase


def things(frame: Frame) -> Iterator[str]:
    """Noun phrases of a question that hold a name, whole: "the siege of Daraa"."""
    for phrase in noun_phrases(frame):
        if any(is_capital(word) for word in phrase.split()):
            yield phrase


def anchor(past: Sequence[Asked], is_rich: bool = False) -> str:
    """A phrase that ties a question without names to the conversation: "in Daraa".

    Taken from the newest question that names something; "" when none does. The rich one
    says what happened there: "regarding the marchers hurt in Calder City".
    """
    for earlier in past:
        phrase = (_event(earlier.frame) if is_rich else "") or _anchor_of(earlier)
        if phrase:
            return phrase
    return _place_in_sources(past)


def _event(frame: Frame) -> str:
    """Those whom an event happened to, or the thing with the place that belongs to it."""
    if not frame.has_clause():
        return ""
    places = [tail for tail in frame.tails if tail.kind in ("place", "other")]
    tails = tails_text(places)
    if not find_names("x " + tails):
        return ""
    people = population(frame)
    if people:
        return joined("regarding", people)
    subject = re.sub(r"^(?:any|some) ", "the ", frame.subject)
    if not frame.wh and verbs.is_participle(frame.verb) and subject.startswith("the "):
        return joined("regarding", subject, frame.verb, tails)
    if frame.object and _may_be_noun(frame.object) and not is_capital(frame.object.split()[0]):
        thing = re.sub(r"^(?:any|a|an|some) ", "the ", frame.object)
        return joined(link(thing), thing, tails)
    return ""


def _anchor_of(earlier: Asked) -> str:
    if earlier.kind == "where" and _is_place_name(earlier.value):
        return _place_of_answer(earlier.value)
    place = named_places(earlier.frame) or _place_inside(earlier.frame)
    thing = next(iter(things(earlier.frame)), "")
    if place and thing and not _shares_name(place, thing):
        return place if is_person(thing) else joined(link(thing), thing, place)
    if place:
        return place
    for tail in earlier.frame.tails:
        if tail.kind == "other" and find_names("x " + tail.text):
            return (
                tail.text
                if not thing or _shares_name(tail.text, thing)
                else (joined(link(thing), thing, tail.text))
            )
    return joined(link(thing), thing) if thing else ""


def _is_place_name(value: str) -> bool:
    words = value.split()
    return 0 < len(words) <= 4 and is_capital(words[-1])


_INNER_PLACE = re.compile(
    r"\b(in|at|near|from) ((?:the )?(?:(?:al|el)-)?[A-Z][\w'-]*(?: [\w-]+)*)$"
)


def _place_inside(frame: Frame) -> str:
    """ "in Daraa" inside "the displaced in Daraa"."""
    for phrase in noun_phrases(frame):
        match = _INNER_PLACE.search(phrase)
        if match:
            return f"{'in' if match[1] == 'from' else match[1]} {match[2]}"
    return ""


def _place_of_answer(value: str) -> str:
    starts_with_preposition = key(value.split()[0]) in PREPOSITIONS
    return value if starts_with_preposition else f"in {value}"


def _shares_name(one: str, other: str) -> bool:
    names = {name.lower() for name in find_names("x " + one)}
    return any(name in other.lower() for name in names)


def link(thing: str) -> str:
    """The preposition before a topic: "in" an event, else "regarding"."""
    return "in" if head_noun(thing) in EVENTS else "regarding"


_PLACE_IN_TEXT = re.compile(
    r"(?:\b(?:city|town|village|province|region|district|capital|quarter) of|"
    r"\b(?:in|from|near|left|fled|entered|reached))\s+"
    r"((?:(?:al|el)-)?[A-Z][\w'’-]+(?:\s(?:(?:al|el)-)?[A-Z][\w'’-]+)*)"
)


def _place_in_sources(past: Sequence[Asked]) -> str:
    """The last resort: a place that the newest quotes or titles name."""
    for earlier in past:
        for citation in earlier.turn.answer.citations[:1]:
            for text in (citation.quote, citation.title):
                for match in _PLACE_IN_TEXT.finditer(text):
                    if find_names("x " + match[1]):
                        return f"in {match[1]}"
    return ""


def has_person_noun(phrase: str) -> bool:
    """Whether a noun phrase means one person by its head: "the nurse", "chief constable"."""
    return head_noun(phrase) in PERSON_NOUNS and not is_plural(phrase)
