"""The values of attribution: what is handed out, and the parts that the rules pass on.

Offsets are half-open `[start, end)` and count Unicode code points of the article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What a speaker is, as far as the words around the name tell.
Kind = Literal["person", "organisation", "group", "document", "unknown"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who an article says a value comes from.

    `speaker` is the fullest name that the article gives, without article and title, or the
    noun phrase of an unnamed source. `[start, end)` is the speaker as written at the cue,
    `[cue_start, cue_end)` the cue ("said", "according to"; the written speaker again where a
    quotation follows without any), `when` the time wording that goes with the cue.
    """

    speaker: str
    written: str
    start: int
    end: int
    cue_start: int
    cue_end: int
    when: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun phrase that speaks, before it is resolved against the rest of the article.

    `determiner` is the word that was left off in front ("the", "a", "its" or ""), `head` the
    lower-case head noun of a phrase without a name, or the pronoun. `via_document` says that the
    phrase is a document of this author.
    """

    text: str
    start: int
    end: int
    kind: Kind
    is_name: bool = False
    is_pronoun: bool = False
    gender: Gender | None = None
    determiner: str = ""
    head: str = ""
    via_document: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """One place where somebody is given as a source.

    `[start, end)` is the cue word. `[region_start, region_end)` also holds the speaker and time
    wording: a value in there is not what is being said. What is said lies in
    `[left, region_start)` and `[region_end, right)`; either may be empty. A leading cue comes
    before its statement; a tight one ("estimated by X at 12") beats others that reach as far.
    `doubt` is 1 for a belief, which gives way to somebody who states it behind ("X expects 12,
    said Y"), and 2 where it is unsure that anything is reported.
    """

    speaker: Speaker
    start: int
    end: int
    region_start: int
    region_end: int
    left: int
    right: int
    is_leading: bool
    is_tight: bool = False
    doubt: int = 0
    when: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens `[start, end)` of a subject; `name` is an apposed name with its own edges."""

    start: int
    end: int
    name: tuple[int, int] | None = None
