"""Leave titles off a run of capitalised words and tell a person from a body.

Works on the run alone; the rest of the article is `fullnames`' business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.bodies import BODIES
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.places import PLACES
from qa.attribution.roles import GENDERS, GROUPS, ROLES, RULERS, TITLE_MODIFIERS, TITLES
from qa.attribution.runs import (
    bare,
    is_body_noun,
)
from qa.attribution.tokens import Token
from qa.attribution.types import Gender, Kind

_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")

# Belong to a title in front: "President Pro Tempore".
_BEHIND_TITLES = frozenset("pro tempore tem emeritus emerita elect designate".split())

# Given names too: left off only before two more words.
_TITLES_OR_NAMES = frozenset("dean earl duke prince king queen baron don marshal judge".split())
_DOUBTFUL_TITLES = _TITLES_OR_NAMES - RULERS


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens `[start, end)` of its phrase, titles already left off."""

    start: int
    end: int
    kind: Kind
    gender: Gender | None = None
    has_title: bool = False


def classify(phrase: Sequence[Token], start: int, end: int) -> Name | None:
    """Leave titles off a run; None when only titles stand in it ("the Prime Minister")."""
    words = [bare(token) for token in phrase[start:end]]
    inner = [t.lower if t.is_possessive else bare(t) for t in phrase[start : end - 1]]
    title = _last_title([*inner, words[-1]])  # "Farmer's Almanac": no title in there
    if title is None:
        person = given_name(words, 1)
        if person is not None and all(describes(word) for word in words[:person]):
            start += person
        return _classified(phrase, start, end)
    if title == len(words) - 1:
        return None if end < len(phrase) or len(words) == 1 else _office(phrase, start, end)
    after = title + 1
    if words[after] in ("of", "for", "to"):
        after = given_name(words, after + 1) or max(after + 2, len(words) - 2)
    while words[after] in _BEHIND_TITLES and after + 1 < len(words):
        after += 1
    gender = GENDERS.get(words[title]) or GIVEN_NAMES.get(words[after])
    if words[title] in RULERS and after == len(words) - 1:
        after = title
    return Name(start + after, end, "person", gender, has_title=True)


def given_name(words: Sequence[str], first: int) -> int | None:
    """Return where a known given name with a surname behind it stands, from `first` on."""
    for at in range(first, len(words) - 1):
        is_initials = _INITIALS.fullmatch(words[at]) is not None and words[at] not in PLACES
        is_given = words[at] in GIVEN_NAMES or is_initials
        if is_given and not any(is_body_noun(word) for word in words[at:]):
            return at
    return None


def describes(word: str) -> bool:
    """ "Traveler", "Democrat", "All-Pros": what a person is called before the name."""
    if word in GIVEN_NAMES or len(word) < 3:
        return False
    is_one = word in ROLES or word.rstrip("s") in TITLES or word in PLACES or f"{word}s" in GROUPS
    return is_one or word.endswith(
        (
            "er",
            "or",
            "ist",
            "ian",
            "man",
            "pros",
            "star",
            "-born",
            "-old",
            "member",
            "international",
        )
    )


def _last_title(words: Sequence[str]) -> int | None:
    if words[-1] in BODIES and words[-1] not in TITLES:
        return None
    for at in range(len(words) - 1, -1, -1):
        if _is_title(words, at) and (at + 1 == len(words) or words[at + 1] not in BODIES):
            rest = len(words) - at - 1
            if words[at] in _DOUBTFUL_TITLES and rest == 1:
                continue
            if rest and at == 1 and words[0] in GIVEN_NAMES and words[0] not in PLACES:
                continue
            return at
    return None


def _is_title(words: Sequence[str], at: int) -> bool:
    """A title, also "mayor-elect" and "ex-minister", or a role before two more words."""
    word = words[at]
    if word in TITLES:
        return True
    if at == 0 and "-" in word:
        return any(part in TITLES for part in word.split("-"))
    has_two = len(words) - at > 2 and len(words[at + 1]) > 1
    is_role = word in ROLES or word.endswith(("ist", "ician"))
    is_first = at == 0 or all(before in TITLE_MODIFIERS for before in words[:at])
    opens_name = is_first or (len(words) > at + 1 and words[at + 1] in GIVEN_NAMES)
    return opens_name and is_role and has_two


def _office(phrase: Sequence[Token], start: int, end: int) -> Name:
    gender = GENDERS.get(bare(phrase[end - 1]))
    return Name(start, end, "person", gender, has_title=True)


def _classified(phrase: Sequence[Token], start: int, end: int) -> Name:
    run = phrase[start:end]
    words = [bare(token) for token in run]
    gender = GIVEN_NAMES.get(words[0])
    is_beside = start > 0 and not phrase[start - 1].is_possessive
    before = bare(phrase[start - 1]) if is_beside else ""
    if before in ROLES and before not in ("maker", "publisher", "operator", "owner"):
        return Name(start, end, "person", GENDERS.get(before) or gender)
    if before in BODIES or is_body(words, run):
        return Name(start, end, "organisation")
    if words[0] in GIVEN_NAMES and len(words) > 1:
        return Name(start, end, "person", gender)
    if any(token.text.isupper() and len(token.text) > 2 for token in run[:-1]):
        return Name(start, end, "organisation")  # "CNN Health"
    return Name(start, end, "unknown", gender)


def is_whole_body(words: Sequence[str]) -> bool:
    """ "Northern Farm Federation", "Guild of Bakers", not "Guild Awards"."""
    return words[-1] in BODIES or "of" in words or "for" in words


def is_body(words: Sequence[str], run: Sequence[Token]) -> bool:
    """Say whether a name is a body's by its words, its capitals or a place in it."""
    if any(is_body_noun(word) for word in words):
        return True
    if " ".join(words) in PLACES:
        return True
    first = run[0].text.replace(".", "").removesuffix("'s")
    return len(run) == 1 and len(first) > 1 and first.isupper()
