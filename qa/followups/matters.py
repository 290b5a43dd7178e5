"""What an earlier question was about as a whole, for a follow-up that cannot name it itself.

    what was the turnout in Velmar           the turnout in Velmar
    how many sirens failed in the valley     the sirens that failed in the valley
    which river flooded Altbruck             the river that flooded Altbruck
    what did Pedersen call for               what Pedersen called for

"who disputed that" and "was it deliberate" point at all of it, not at a thing in it; a place
alone ("in Velmar") would lose what happened there. "Was anyone hurt" points at the occasion:
"when people marched in Calder City". Knows words only, not which question is meant. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.anchors import anchor, event
from qa.followups.clauses import (
    asks_object,
    finite,
    has_wh_subject,
    nominal,
    population,
    tails_text,
)
from qa.followups.frame import Frame, parse
from qa.followups.nominals import nominal_of
from qa.followups.nouns import head_noun, joined
from qa.followups.topic import Asked, is_aside
from qa.followups.vocabulary import (
    ADVERBS,
    ANYONE,
    AUXILIARIES,
    BE,
    DEGREES,
    EVENTS,
    HAVE,
    PREPOSITIONS,
    STATES,
    TOLLS,
)
from qa.followups.words import key
from qa.names import find_names, word_set

_POINTING = word_set("it that this they them these those")
# Verbs that need an object: without one the topic is it.
TRANSITIVE = word_set("sign ratify join own win lead build support oppose organise organize host")
# Verbs that are of something, which follow-ups leave out: "who disagrees", "who pays".
_OF_A_MATTER = word_set(
    """agree disagree object dispute deny investigate decide pay benefit confirm doubt know care
    approve complain respond react verify check count calculate estimate profit lose suffer
    find punish blame sack suspend prosecute sue apologise apologize"""
)
_EVERYBODY = word_set("we you")
_PAST = word_set("was were did has have had")
_HAPPENING = word_set("happen occur")
_HAPPENED_TO = word_set("die hurt injure kill arrest survive drown wound charge rescue evacuate")


def points(text: str) -> bool:
    """Whether a pronoun still stands alone in a question: "who disputed that", "was it legal".

    "Is it true that ..." and "that figure" are none.
    """
    words = [key(word) for word in text.split()]
    for i, word in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else ""
        if word not in _POINTING or (i and words[i - 1] in ADVERBS):
            continue
        if word == "it" and re.search(r"\b(?:that|whether|to|raining)\b", " ".join(words[i + 1 :])):
            return False
        is_article = word in ("that", "this", "these", "those") and after
        is_verb = after in AUXILIARIES | PREPOSITIONS | ADVERBS or verbs.is_base(after)
        if not is_article or is_verb or verbs.is_participle(after):
            return True
    return False


def is_open(text: str) -> bool:
    """Whether nothing says about what: "who disagrees", "did everyone agree", "who pays"."""
    frame = parse(text)
    is_anyone = not frame.subject or key(frame.subject) in ANYONE | _EVERYBODY
    is_asked = frame.asks in ("who", *_CLAUSAL) or (bool(frame.subject) and not frame.wh)
    is_active = key(frame.aux) not in BE or frame.verb.endswith("ing") or bool(frame.subject)
    verb = verbs.base_of(key(frame.verb.split()[0])) if frame.verb else ""
    is_bare = bool(frame.verb) and not (frame.object or frame.tails or frame.noun)
    return is_anyone and is_asked and is_active and is_bare and verb in _OF_A_MATTER


def matter(text: str, past: Sequence[Asked]) -> str:
    """The tie to all of what the newest question was about; of "has this happened" to the event.

    "regarding the turnout in Velmar", "when the dam at Korsk burst"; "" without a name.
    """
    happens = _HAPPENING & {verbs.base_of(key(word)) for word in text.split()}
    is_group = not {"it", "that", "this"} & set(map(key, text.split()))
    for earlier in [a for a in past if not is_aside(a)] or past:
        frame = earlier.frame
        if points(earlier.text) or is_open(earlier.text):
            continue
        is_state = not frame.verb or verbs.base_of(frame.last_verb) in BE | HAVE
        is_aslant = key((frame.wh or "x").split()[0]) in PREPOSITIONS
        whole = "" if is_aslant or (happens and is_state) else _matter(frame)
        is_said = " ".join(whole.split()[1:3]) in text
        if not whole or is_said or (is_group and _CLAUSE.match(whole)):
            continue
        place = "" if find_names("x " + whole) else _scene(past)
        if place or find_names("x " + whole):
            return joined(whole, place)
    return ""


def _scene(past: Sequence[Asked]) -> str:
    place = anchor(past)
    return place if place.startswith(("in ", "at ")) else ""


_CLAUSE = re.compile(r"when |regarding (?:whether|wh\w+|how) ")


def _matter(frame: Frame) -> str:
    tails = tails_text([tail for tail in frame.tails if tail.kind != "source"])
    if has_wh_subject(frame) and frame.asks in ("which", "what") and frame.noun:
        verb = (frame.aux, frame.verb, frame.object)
        thing = joined("the", frame.noun.removeprefix("of the "), "that", *verb, tails)
    elif asks_object(frame) and frame.noun and frame.asks in ("which", "what", "many"):
        done = finite(frame.aux, frame.verb, frame.subject)
        thing = joined("the", frame.noun, "that", frame.subject, done, tails)
    elif frame.subject == "there":
        thing = joined("the", re.sub(r"^(?:any|an?|some) ", "", frame.object), tails)
    elif frame.asks in ("what", "who", "which") and not (frame.verb or frame.noun) and _is(frame):
        thing = joined(frame.subject, frame.object, tails)
    elif frame.asks in _CLAUSAL and frame.verb and key(frame.aux) in ("did", "was", "were"):
        done = finite(frame.aux, frame.verb, frame.subject)
        return joined("when", frame.subject, done, frame.object, tails)
    elif frame.asks in DEGREES - {"many", "much"} and frame.subject:
        thing = joined(frame.subject, tails)
    else:
        thing = population(frame) or nominal_of(frame) or nominal(frame)
    return joined("regarding", thing)


def _is(frame: Frame) -> bool:
    return key(frame.aux) in BE


_CLAUSAL = ("why", "how", "when", "where")


def occasion(text: str, past: Sequence[Asked]) -> str:
    """The clause that says when somebody was hurt or killed: "when people marched in Calder City".

    "" for questions that bring a thing of their own, and where nothing is known to have happened.
    """
    if not _asks_of_victims(parse(text)):
        return ""
    for earlier in past:
        frame = earlier.frame
        if event(frame) or any(head_noun(tail.text) in EVENTS for tail in frame.tails):
            return ""
        if not _has_happened(frame) or _asks_of_victims(frame):
            continue
        rest = [tail for tail in frame.tails if tail.kind in ("place", "other")]
        subject = frame.subject or _undetermined(frame.noun) or "people"
        predicate = finite(frame.aux, frame.verb, subject) if frame.subject else frame.verb
        if not frame.subject and key(frame.aux) in BE:
            predicate = joined(frame.aux, frame.verb)
        clause = joined("when", subject, predicate, frame.object, tails_text(rest))
        return clause if find_names("x " + clause) else ""
    return ""


def _undetermined(noun: str) -> str:
    return re.sub(r"^of (?:the )?", "", noun)


def _asks_of_victims(frame: Frame) -> bool:
    """Whether it asks if or how many were hurt, killed or arrested, and nothing else."""
    verb = {verbs.base_of(key(word)) for word in frame.verb.split()}
    is_anyone = key(frame.subject or "x") in ANYONE | {"people"} or frame.asks == "many"
    bare = replace(frame, tails=tuple(t for t in frame.tails if t.kind in ("place", "date")))
    if frame.asks == "many" and head_noun(frame.noun or "x") in TOLLS | STATES:
        return not (frame.verb or frame.object)
    if frame.noun not in ("", "people"):
        return False
    if frame.object and head_noun(frame.object) not in STATES:
        return False
    is_over = key(frame.aux) in _PAST if frame.aux else verbs.is_past(frame.last_verb or "x")
    return (
        is_anyone
        and is_over
        and bare.tails == frame.tails
        and bool(verb & _HAPPENED_TO or head_noun(frame.object or "x") in STATES)
    )


def _has_happened(frame: Frame) -> bool:
    """Whether a question tells of something that people or things did or suffered."""
    words = [key(word) for word in frame.verb.split()]
    if not words or verbs.base_of(words[-1]) in BE | HAVE:
        return False
    if has_wh_subject(frame):
        is_past = verbs.is_past(words[0]) or key(frame.aux) in ("was", "were")
        return frame.asks == "many" and is_past
    return key(frame.aux) in ("did", "was", "were") and frame.asks in _CLAUSAL
