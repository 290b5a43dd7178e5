""" "The refinery", read as the one that the conversation named: "the Delmar refinery". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from qa.followups.scenes import place_inside
from qa.followups.things import whole
from qa.followups.topic import (
    Asked,
    named_places,
    noun_phrases,
    things,
)

_THE_PLACE = re.compile(r"\bthe place\b(?! (?:of|where|that|in|at)\b)")
_NEAR = re.compile(r"^.*\b(?:in|at|near|from|on) (?=[A-Z])")


def _place(earlier: Asked) -> str:
    return named_places(earlier.frame) or place_inside(earlier.frame)


def expand_definites(text: str, past: Sequence[Asked]) -> str:
    """Read "the refinery" as "the Delmar refinery", "the dam" as "the dam at Korsk".

    "The place" is the last one that was named.
    """
    place = next(filter(None, (_place(earlier) for earlier in past)), "")
    if place:
        name = _NEAR.sub("", place)
        text = _THE_PLACE.sub(name, text)
    for earlier in past:
        for phrase in map(partial(whole, frame=earlier.frame), noun_phrases(earlier.frame)):
            named = re.match(
                r"the (?:[a-z]+ ){0,2}?([a-z]{3,}) (?:at|in|of|on|off|near|to) (?=.*[A-Z])", phrase
            )
            noun = named and re.search(rf"\bthe {named[1]}(?= |$)(?! of | at | in [A-Z])", text)
            if named and noun and " who " not in phrase and " that " not in phrase:
                return f"{text[: noun.start()]}{phrase}{text[noun.end() :]}"
        for phrase in things(earlier.frame):
            match = re.search(r"((?:[A-Z][\w'-]* )+(?:[a-z]+ )?([a-z]{4,}))$", phrase)
            if match and re.search(rf"\bthe {match[2]}\b", text) and match[1] not in text:
                return re.sub(rf"\bthe {match[2]}\b", f"the {match[1]}", text, count=1)
    return text
