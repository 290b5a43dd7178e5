"""Find who a speaker is in the rest of the article: pronouns, "the agency", last names.

Looks backwards, nearest first, through a bounded number of sentences. Gender is known of few
names, so it only ever rules a candidate out.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.attribution.candidates import Reading
from qa.attribution.fullnames import full_name
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.nouns import named_by_noun
from qa.attribution.roles import PLACES
from qa.attribution.types import Cue, Speaker
from qa.attribution.units import Unit

# How many units back a pronoun may reach.
_REACH = 12
# A pronoun may stand for a noun that stands for a name.
_MAX_STEPS = 4


def resolve(reading: Reading, unit: Unit, speaker: Speaker, cue: Cue | None = None) -> str:
    """Return the fullest name that the article gives the speaker."""
    found, at = speaker, unit
    for _ in range(_MAX_STEPS):
        if found.is_pronoun:
            step = _antecedent(reading, at, found, cue)
        elif not found.is_name:
            step = named_by_noun(reading, at, found)
        else:
            break
        if step is None:
            break
        found, at = step
        cue = None
    return full_name(reading, found) if found.is_name else found.text


def _antecedent(
    reading: Reading, unit: Unit, pronoun: Speaker, cue: Cue | None
) -> tuple[Speaker, Unit] | None:
    """Take the nearest that surely fits, else the nearest name that may."""
    doubtful: tuple[Speaker, Unit] | None = None
    for candidate, where in _candidates(reading, unit, pronoun, cue):
        if candidate.start == pronoun.start or not fits(pronoun, candidate):
            continue
        if pronoun.gender and not _agrees(reading, pronoun, candidate):
            continue
        if _is_sure(reading, where, candidate):
            return candidate, where
        doubtful = doubtful or (candidate, where)
    return doubtful


def _is_sure(reading: Reading, unit: Unit, candidate: Speaker) -> bool:
    """A name of unknown kind must speak or begin its sentence; it may be a place or a title."""
    if candidate.kind != "unknown" and candidate.text.lower() not in PLACES:
        return True
    if candidate.is_name and full_name(reading, candidate).split()[0].lower() in GIVEN_NAMES:
        return True
    speaks = any(cue.speaker.start == candidate.start for cue in reading.cues(unit))
    may_be_plural = candidate.text.endswith("s") and " " not in candidate.text
    return speaks or (candidate.start <= unit.start + 2 and not may_be_plural)


def _agrees(reading: Reading, pronoun: Speaker, candidate: Speaker) -> bool:
    """Compare the gender of the full name's given name."""
    if not candidate.is_name or (candidate.gender and not _may_be_surname(candidate)):
        return True
    given = full_name(reading, candidate).split()[0].lower()
    return GIVEN_NAMES.get(given) in (None, pronoun.gender)


def _candidates(
    reading: Reading, unit: Unit, pronoun: Speaker, cue: Cue | None
) -> Iterator[tuple[Speaker, Unit]]:
    """Yield who may be meant: in the same unit first, except where "…, he said" ends it."""
    own = [s for s in _own_mentions(reading, unit) if s.start < pronoun.start]
    is_late = cue is not None and not cue.is_leading and pronoun.kind == "person"
    if not is_late:
        yield from ((speaker, unit) for speaker in own)
    for at, before in enumerate(reading.units_before(unit, _REACH)):
        yield from ((speaker, before) for speaker in reading.mentions(before))
        if is_late and at == 0:
            yield from ((speaker, unit) for speaker in own)
    if is_late:
        yield from ((speaker, unit) for speaker in own)


def _own_mentions(reading: Reading, unit: Unit) -> list[Speaker]:
    subject = reading.subject(unit)
    return [*([] if subject is None else [subject]), *reading.mentions(unit)]


def fits(pronoun: Speaker, candidate: Speaker) -> bool:
    """Say whether a pronoun can stand for the candidate: kind and gender agree."""
    if candidate.is_pronoun:
        return False
    differs = pronoun.gender and candidate.gender and pronoun.gender != candidate.gender
    if differs and not _may_be_surname(candidate):
        return False
    if pronoun.head == "they":
        return candidate.kind == "group" or candidate.kind == "organisation"
    if pronoun.head == "it":
        return _is_neuter(candidate)
    if candidate.via_document:
        return candidate.kind == "person"
    return candidate.kind == "person" or (candidate.is_name and candidate.kind == "unknown")


def _may_be_surname(candidate: Speaker) -> bool:
    """ "Scott" alone may be Robin Scott: its own gender says nothing."""
    return candidate.is_name and candidate.kind == "unknown" and " " not in candidate.text


def _is_neuter(candidate: Speaker) -> bool:
    if candidate.kind in ("organisation", "document"):
        return True
    return candidate.is_name and candidate.kind == "unknown" and candidate.gender is None
