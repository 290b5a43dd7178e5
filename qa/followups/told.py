"""What somebody said about the topic: "what did the union say about the strike". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups.anchors import anchor
from qa.followups.clauses import nominal
from qa.followups.nouns import is_plural, joined
from qa.followups.pronouns import resolve
from qa.followups.source_forms import (
    WHO_IS,
)
from qa.followups.topic import Asked, is_predicate
from qa.followups.vocabulary import (
    DETERMINERS,
    HE,
    PERSONAL,
    SAYING,
    SHE,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set


def definite(who: str) -> str:
    """A source as it stands after "according to": "watchdog" is "the watchdog"."""
    is_bare = who.islower() and key(who.split()[0]) not in DETERMINERS | PERSONAL
    return f"the {who}" if is_bare and "'s" not in who and not is_plural(who) else who


def what_they_said(who: str, past: Sequence[Asked], tail: str = "") -> str:
    """Ask "what did X say about" the last question; of an earlier such question, X instead."""
    base = next((a for a in past if not WHO_IS.match(a.text)), past[0])
    subject = base.frame.subject
    if key(who) in HE | SHE:
        person = resolve(who, past).text
        who, subject = person, who if person == subject else subject
    who = definite(resolve(who, past).text if "'s" not in who else who)
    frame = base.frame
    asked_saying = frame.wh.lower() == "what" and frame.last_verb in ("say", "think", "reply")
    if asked_saying and frame.aux and key(frame.subject) != key(who):
        return replace(frame, subject=who).text()
    if base.kind == "definition" or not frame.has_clause():
        topic = anchor(past).removeprefix("regarding ")
        if topic == who:
            return joined(f"what did {who} say", tail)
    else:
        whole = nominal(replace(frame, subject=subject))
        topic = whole if _is_of_clause(base) else spoken_of(past) or whole
    if any(name in topic for name in find_names("x " + who)):
        return joined(f"what did {who} say", tail)
    return joined(f"what did {who} say about", topic, tail)


def _is_of_clause(base: Asked) -> bool:
    """Whether it was asked if somebody knew or believed that something is so."""
    frame = base.frame
    return not frame.wh and frame.last_verb in _KNOWING and not is_predicate(frame)


_KNOWING = SAYING | word_set("know believe expect deny admit warn foresee fear")


def spoken_of(past: Sequence[Asked]) -> str:
    """The topic as something to speak about: the event, the thing; "" for a mere place."""
    match = re.match(r"^(?:regarding|in|at|on|during) (?P<thing>.+)$", anchor(past))
    thing = match["thing"] if match else ""
    is_place = is_capital(thing or "X") and not thing.startswith(("the ", "The "))
    return "" if is_place and not anchor(past).startswith("regarding ") else thing
