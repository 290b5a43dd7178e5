"""What a conversation is about: its questions taken apart, its people, things and places.

Newest first. Answers and quotes give names only where questions have none. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.followups import verbs
from qa.followups.capitals import restore_capitals, without_capital
from qa.followups.clauses import population, tails_text
from qa.followups.frame import Frame, parse
from qa.followups.naming import is_full_name
from qa.followups.nouns import as_spoken, head_noun, is_plural, joined
from qa.followups.vocabulary import (
    ADVERBS,
    BE,
    COMPARATIVES,
    DEGREES,
    DETERMINERS,
    MODAL,
    MOVES,
    PERSON_NOUNS,
    PREDICATES,
    PREPOSITIONS,
    WH,
)
from qa.followups.words import is_capital, key
from qa.names import find_names
from qa.questions import QuestionKind, plain_words, understand
from qa.types import Answer, Turn


@dataclass(frozen=True, slots=True)
class Asked:
    """One earlier question that stands alone, with its short answer ("" for none).

    `speaker` is who said that answer, where somebody asked for it.
    """

    text: str
    frame: Frame
    kind: QuestionKind
    value: str
    turn: Turn
    speaker: str = ""


def asked(turn: Turn, known: dict[str, str]) -> Asked:
    """A turn's standalone question, taken apart, its names with their capitals."""
    typed = turn.answer.standalone_question or turn.question
    text = without_capital(tidy(plain_words(typed) or typed))
    if turn.question != turn.answer.standalone_question:
        # A tie to all of an earlier question: that one is among the turns itself.
        text = re.sub(r", (?:regarding|when) .+$", "", text)
    text = re.sub(r" and (?:when|where|why|how|who)$", "", text)
    text = restore_capitals(_LAST_WH.sub(r"\2 \1", text), known)
    value = spoken_value(turn.answer)
    return Asked(text, parse(text), understand(text).kind, value, turn)


def spoken_value(answer: Answer, at: int = 0) -> str:
    """What an answer's claim says, "" without one: where words of a sentence answer, all of it."""
    if not answer.claims:
        return ""
    claim = answer.claims[at]
    if answer.kind == "sentence":
        shown = next((c.quote for c in answer.citations if c.n in claim.citations), claim.value)
        return as_spoken(shown.strip())
    return as_spoken(claim.value.strip())


# Keywords before their question word: "fled daraa how many".
_LAST_WH = re.compile(
    r"^(?!(?:who|what|when|where|why|how|which)\b)(.+) (how many|how much|who|when|where|why)$",
    re.I,
)


def tidy(question: str) -> str:
    """One line, plain apostrophes, contractions of "is" and "are" written out, no end mark."""
    text = " ".join(question.replace("’", "'").split()).rstrip(" ?!.…")
    text = re.sub(
        r"\b(what|who|where|when|why|how|that|there|it|he|she)'s\b", r"\1 is", text, flags=re.I
    )
    text = re.sub(r"\b(they|we|you)'re\b", r"\1 are", text, flags=re.I)
    text = re.sub(r"\b(\w+)'d (?=(?:he|she|it|they|the|we|you)\b)", r"\1 did ", text, flags=re.I)
    return re.sub(r"\b(\w+)'(d|ll|ve)\b", lambda m: f"{m[1]} {_SHORT[m[2].lower()]}", text)


_SHORT = {"d": "would", "ll": "will", "ve": "have"}


def named_places(frame: Frame) -> str:
    """The place a question is about, as a phrase: "in Daraa", "at the campsite in Sorn"."""
    if frame.last_verb in MOVES and _starts_with_name(frame.object):
        return joined("in", frame.object)
    clauses = (tail.text[5:] for tail in frame.tails if tail.text.startswith("when "))
    tails = [*frame.tails, *(tail for clause in clauses for tail in parse(clause).tails)]
    places = [tail for tail in tails if tail.kind == "place" and _is_scene(tail.text)]
    if not any(find_names(tail.text) for tail in places):
        return ""
    text = re.sub(r" (?:from|to|for|with|about)$", "", tails_text(places))
    return re.sub(r"^(?:from|to|into) ", "in ", text) if len(places) == 1 else text


def _is_scene(phrase: str) -> bool:
    """Whether a place phrase is definite: "at the campsite", "in Sorn", not "in exchange"."""
    words = phrase.split()
    return len(words) > 1 and (key(words[1]) in DETERMINERS or any(map(is_capital, words)))


def _starts_with_name(text: str) -> bool:
    return bool(text) and is_capital(text.split()[0])


def noun_phrases(frame: Frame) -> Iterator[str]:
    """The noun phrases of a question: what is counted, subject, object, those of tails."""
    return (phrase for phrase in map(str.strip, _noun_phrases(frame)) if phrase)


def _noun_phrases(frame: Frame) -> Iterator[str]:
    people = population(frame)
    if people:
        yield people
    elif frame.noun.startswith("of the "):
        yield frame.noun.removeprefix("of ")
    elif frame.noun and key(frame.noun.split()[0]) not in PREPOSITIONS:
        yield frame.noun if frame.noun.startswith("the ") else joined("the", frame.noun)
    for phrase in (frame.subject, _TO_DO.sub("", frame.object.removeprefix("of "))):
        if (
            phrase
            and phrase not in ("there", "it")
            and may_be_noun(phrase)
            and not (phrase is frame.object and (is_predicate(frame) or phrase in _OF_VERB))
        ):
            yield re.sub(
                r"^(?:(?:any|some) (?:of )?(?:the )?|(?=\w{3,}est |worst |best ))",
                "the ",
                _without_clause(_owned(phrase, frame.subject)),
            )
    for tail in frame.tails:
        if tail.kind in ("place", "other"):
            _, _, phrase = tail.text.partition(" ")
            if tail.kind == "place" and re.fullmatch(r"[a-z]+", phrase):
                continue
            if key(phrase.split(" ")[0]) in WH | {"whether"}:
                continue
            yield re.sub(r"^one of ", "", phrase)


# "to enter the Assembly": the thing to which it is done.
_TO_DO = re.compile(r"^to [a-z]+ (?=(?:the )?[A-Z])")
# "take part", "take place": no things.
_OF_VERB = ("part", "place", "office")


def is_predicate(frame: Frame) -> bool:
    """Whether the object only says how the subject is: "visible", "open again", "worth"."""
    if not frame.object:
        return False
    is_state = key(frame.aux) in BE or frame.last_verb in ("be", "been", "become", "remain")
    return is_state and key(frame.object.split()[0]) in PREDICATES | ADVERBS


def _owned(phrase: str, subject: str) -> str:
    """Its owner's name for the pronoun: "its electric van" of Zentra is "Zentra's electric van"."""
    match = re.match(r"^(?:its|his|her|their) (?P<noun>.+)$", phrase)
    if not match or not subject or not is_capital(subject.split()[-1]):
        return phrase
    return f"{subject}'s {match['noun']}"


def may_be_noun(phrase: str) -> bool:
    """Whether a phrase can be a noun phrase, by its first word."""
    first = key(phrase.split()[0])
    is_noun = first not in PREPOSITIONS | COMPARATIVES | DEGREES | {"certain", "true", "sure"}
    is_clause = first == "that" or re.search(
        r"^(?!the ).* that | fact that | than ", f" {phrase} ".lstrip()
    )
    return is_noun and not is_clause


def _without_clause(phrase: str) -> str:
    """Drop what a noun does, "the buses leave Daraa", and an adverb at the end, "before"."""
    phrase = re.sub(r" (?:before|again|now|already|still|so far|first|yet)$", "", phrase)
    words = phrase.split()
    for i in range(1, len(words)):
        does = verbs.is_base(key(words[i])) and is_plural(words[i - 1])
        if does or key(words[i]) in MODAL:
            return " ".join(words[:i])
    return phrase


def things(frame: Frame) -> Iterator[str]:
    """Noun phrases of a question that hold a name, whole: "the siege of Daraa".

    Of "what is the price of DV-3" it is DV-3.
    """
    asks_what = frame.asks == "what" and not frame.verb
    for phrase in noun_phrases(frame):
        if asks_what and phrase == frame.subject:
            phrase = re.sub(r"^the [a-z -]+ of (?=(?:the )?[A-Z])", "", phrase)
        if any(map(is_capital, phrase.split())) and not is_full_name(phrase.partition("'s ")[0]):
            yield phrase
    for phrase in noun_phrases(frame):
        if is_full_name(phrase.partition("'s ")[0]):
            yield phrase.partition("'s ")[0]


def has_person_noun(phrase: str) -> bool:
    """Whether a noun phrase means one person by its head: "the nurse", "chief constable"."""
    return head_noun(phrase) in PERSON_NOUNS and not is_plural(phrase)


def is_aside(earlier: Asked) -> bool:
    """Whether a question only asks who a named person is, or for the person's job or age."""
    frame = earlier.frame
    is_what = frame.asks in ("who", "what", "old") and not frame.verb
    return is_what and is_full_name(frame.subject.partition("'s ")[0])


def place_names(earlier: Asked) -> set[str]:
    """The names in a question's place, in lower case."""
    return {name.lower() for name in find_names("x " + named_places(earlier.frame))}
