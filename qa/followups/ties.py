"""The words that tie a completed question to its topic.

The other modules put "regarding X" behind a question that does not name its topic. Here it gets
the preposition that English wants, by what X is and what the question lacks:

    what does the ministry say      about the outbreak
    was the captain ... arrested    of the ferry            (after the noun that belongs to it)
    who was third                   in the Tour of Galicia
    who was hurt                    at the Palace Hotel
    is there a cure                 for the Lassen virus

Pure.
"""

from __future__ import annotations

import re

from qa.followups.frame import Frame, parse
from qa.followups.matters import TRANSITIVE
from qa.followups.naming import is_full_name
from qa.followups.nouns import head_noun, is_plural, joined
from qa.followups.people import is_people
from qa.followups.verbs import base_of
from qa.followups.vocabulary import (
    BE,
    BRIDGING,
    DETERMINERS,
    EVENTS,
    NOT_PERSON_WORDS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONAL,
    SAYING,
    SITES,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set

_AREAS = word_set("city town valley province district region county state island islands kingdom")
# Parts of names of what is neither a body nor a place.
_NOWHERE = word_set("fever treaty act project programme")
_TIE = re.compile(r"^(?P<question>.+?[^,]) regarding (?P<topic>.+)$")


def worded_tie(text: str) -> str:
    """The question with its topic in plain words.

    >>> worded_tie("who was on the jury regarding the Halberg prize")
    'who was on the jury of the Halberg prize'
    """
    match = _TIE.match(text)
    if not match:
        return text
    question, topic = match["question"], match["topic"].replace("regarding ", "")
    frame = parse(question)
    if _asks_words(frame):
        return joined(question, "about", topic)
    is_passive = key(frame.aux) in BE or " " in frame.verb
    is_open = not (frame.object or frame.tails or is_passive)
    if is_open and base_of(frame.last_verb or "x") in TRANSITIVE:
        return joined(question, topic)
    if key(question.split()[-1]) in PREPOSITIONS:
        return joined(question, topic)
    noun = _belonging_noun(frame)
    if noun and not is_full_name(topic):
        start = question.rindex(noun) + len(noun)
        return f"{question[:start]} of {topic}{question[start:]}"
    return joined(question, _preposition(topic), topic)


def _asks_words(frame: Frame) -> bool:
    """Whether the question is what somebody said or thinks, and nothing more."""
    is_open = frame.asks == "what" and not frame.noun and not frame.object and not frame.tails
    return is_open and frame.last_verb in SAYING | {"say", "think"}


def _belonging_noun(frame: Frame) -> str:
    """The last noun phrase of the question when it is of something: "the captain", "the shares"."""
    tails = [tail.text.partition(" ")[2] for tail in frame.tails]
    for phrase in (*reversed(tails), frame.object, frame.subject):
        phrase = re.sub(r" (?:now|still|again|already|yet|so far)$", "", phrase)
        words = phrase.split()
        if " other " in f" {phrase} ":
            continue
        if not words or key(words[0]) in PERSONAL | POSSESSIVES or find_names("x " + phrase):
            continue
        is_noun = key(words[0]) == "the" or (
            head_noun(phrase) in RELATIONAL and key(words[0]) not in DETERMINERS
        )
        if is_noun and key(words[-1]) == head_noun(phrase) and " of " not in phrase:
            return phrase if head_noun(phrase) in BRIDGING else ""
    return ""


def _preposition(topic: str) -> str:
    head = head_noun(topic)
    words = {key(word) for word in topic.split()}
    if head in EVENTS or words & {"tour", "cup", "games"}:
        return "in"
    if is_capital(topic) and "and" in words:
        return "for"
    if head in SITES:
        return "at"
    if is_plural(topic) and is_people(topic) and not is_capital(topic):
        return "among"
    if head in _AREAS:
        return "in"
    is_body = bool(words & NOT_PERSON_WORDS) and head not in _NOWHERE
    if is_capital(topic) and is_body and is_capital(topic.split()[-1]):
        return "at"
    return "for"
