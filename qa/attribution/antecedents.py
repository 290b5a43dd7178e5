"""Choose, among those mentioned before, whom a pronoun or a noun like "the company" takes up.

Every candidate gets a grade: `NOT`, `MAYBE`, `LIKELY` or `SURE`. The nearest sure one is taken,
else the nearest of the best grade. The grades look at kind and gender as the whole article shows
them, and at whether somebody speaks, acts or owns something where he is mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from qa.attribution.bodies import FIT_NAMES, TYPICAL_NAMES, UNFIT_NAMES
from qa.attribution.candidates import Reading
from qa.attribution.fullnames import full_name
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.places import PLACES
from qa.attribution.roles import PARTY_MEMBERS
from qa.attribution.types import Gender, Speaker
from qa.attribution.units import Unit
from qa.attribution.words import PERSONAL, SUBORDINATORS

Found = tuple[Speaker, Unit]
Grade = Callable[[Reading, Unit, Speaker], int]

NOT, MAYBE, LIKELY, SURE = range(4)

_MEMBER = re.compile(r"\b(?:Reps?|Sens?|Govs?|Senator|Gov|Congress(?:wo)?man)\b\.?\s*")
_PARTY = re.compile(r",? \(?[RDI][-)–]")
_NEUTER = frozenset(("its", "which", "it", "itself", "it's"))


def best(reading: Reading, found: Iterable[Found], grade: Grade) -> Found | None:
    """Return the first sure candidate, else the first of the best grade, None for no fit."""
    chosen: Found | None = None
    top = NOT
    for candidate, where in found:
        graded = grade(reading, where, candidate)
        if graded > top:
            chosen, top = (candidate, where), graded
        if graded == SURE:
            break
    return chosen


def grade_for(pronoun: Speaker) -> Grade:
    """Return how well a candidate fits the pronoun."""

    def grade(reading: Reading, unit: Unit, candidate: Speaker) -> int:
        if candidate.start == pronoun.start or not fits(pronoun, candidate):
            return NOT
        if not _may_be_name(reading, unit, candidate):
            return NOT
        if pronoun.gender and not _agrees(reading, pronoun.gender, candidate):
            return NOT
        if _is_object_of_same(reading, unit, candidate, pronoun.head):
            return MAYBE
        acts = pronoun.head == "it" and _acts(reading, unit, candidate)
        return SURE if acts or _is_sure(reading, unit, candidate) else MAYBE

    return grade


def _is_object_of_same(reading: Reading, unit: Unit, candidate: Speaker, head: str) -> bool:
    """ "He met Ivan Bok. Later he said": the second "he" is the first, who is not Ivan Bok."""
    if head not in PERSONAL or _speaks(reading, unit, candidate):
        return False
    if unit.tokens[0].lower in SUBORDINATORS:
        return False  # "As he left, Ivan Bok …"
    return any(token.lower == head and token.end <= candidate.start for token in unit.tokens)


def fits(pronoun: Speaker, candidate: Speaker) -> bool:
    """Say whether a pronoun can stand for the candidate: kind and gender agree."""
    if candidate.is_pronoun:
        return False
    differs = pronoun.gender and candidate.gender and pronoun.gender != candidate.gender
    if differs and not _may_be_surname(candidate):
        return False
    is_unknown = candidate.is_name and candidate.kind == "unknown"
    if pronoun.head == "they":
        return candidate.kind in ("group", "organisation")
    if pronoun.head == "it":
        is_neuter = is_unknown and candidate.gender is None
        return is_neuter or candidate.kind in ("organisation", "document")
    return candidate.kind == "person" or (is_unknown and not candidate.via_document)


def _may_be_surname(candidate: Speaker) -> bool:
    """ "Scott" alone may be Robin Scott: its own gender says nothing."""
    return candidate.is_name and candidate.kind == "unknown" and " " not in candidate.text


def _may_be_name(reading: Reading, unit: Unit, candidate: Speaker) -> bool:
    """A word that opens a sentence must also be written large elsewhere, or speak: "Separate"."""
    is_sure = candidate.kind != "unknown" or " " in candidate.text or not candidate.is_name
    if is_sure or is_person(reading, candidate) or _speaks(reading, unit, candidate):
        return True
    return re.search(rf"[a-z0-9,;)] {re.escape(candidate.text)}\b", unit.text) is not None


def _agrees(reading: Reading, gender: Gender, candidate: Speaker) -> bool:
    """Compare the gender of the full name's given name."""
    if not candidate.is_name or (candidate.gender and not _may_be_surname(candidate)):
        return True
    return GIVEN_NAMES.get(_given(reading, candidate)) in (None, gender)


def _is_sure(reading: Reading, unit: Unit, candidate: Speaker) -> bool:
    """A name of unknown kind must speak or act; it may be a place or a title."""
    if candidate.kind != "unknown" and candidate.text.lower() not in PLACES:
        return True
    if candidate.is_name and is_person(reading, candidate):
        return True
    may_be_plural = candidate.text.endswith("s") and " " not in candidate.text
    leads = candidate.start <= unit.start + 2 and not may_be_plural
    return leads or _speaks(reading, unit, candidate)


def _given(reading: Reading, name: Speaker) -> str:
    return full_name(reading, name).split()[0].lower()


def is_person(reading: Reading, name: Speaker) -> bool:
    """Say whether the article calls somebody of this name by a known given name."""
    return _given(reading, name) in GIVEN_NAMES


def grade_body(noun: Speaker) -> Grade:
    """Return how well a name fits "the company", "the agency" and the like."""

    def grade(reading: Reading, unit: Unit, name: Speaker) -> int:
        if name.start >= noun.start or not name.is_name or len(name.text) < 2:
            return NOT
        is_place = name.text.lower() in PLACES
        is_body = name.kind == "organisation" and not is_place
        if not _suits(noun.head, name) or not (is_body or _may_be_body(reading, unit, name)):
            return NOT
        if is_person(reading, name):
            return NOT
        if not _is_prominent(reading, unit, name):
            return MAYBE
        return SURE if _is_typical(noun.head, full_name(reading, name)) else LIKELY

    return grade


def grade_ahead(noun: Speaker) -> Grade:
    """The same for a name that comes later: "the union said …", then "the Dockers' Federation"."""

    def grade(reading: Reading, unit: Unit, name: Speaker) -> int:
        is_fit = name.kind == "organisation" and name.is_name and _suits(noun.head, name)
        return SURE if is_fit else NOT

    return grade


def grade_person(noun: Speaker) -> Grade:
    """Return how well a name fits "the comedian": the subject may be of unknown kind."""

    def grade(reading: Reading, unit: Unit, name: Speaker) -> int:
        if not name.is_name or noun.gender not in (None, name.gender or noun.gender):
            return NOT
        is_subject = name is reading.subject(unit)
        may_be_person = name.kind == "person" or (is_subject and name.kind == "unknown")
        if not (may_be_person or is_person(reading, name)) or _is_in_office(unit, name, noun):
            return NOT
        if noun.head not in PARTY_MEMBERS or is_subject or _speaks(reading, unit, name):
            return SURE
        return SURE if _is_member(unit, name) else LIKELY

    return grade


def _is_in_office(unit: Unit, name: Speaker, noun: Speaker) -> bool:
    """ "The former pope" is not Pope Jo Pell, who holds the office."""
    written = unit.text[max(0, name.start - 24) : name.end].lower()
    is_past = noun.text.lower().startswith("former ")
    return is_past and f"{noun.head} {name.text.split()[-1].lower()}" in written.replace(
        f"former {noun.head}", ""
    )


def _is_member(unit: Unit, name: Speaker) -> bool:
    """ "Sen. Ana Roos", "Ivan Bok, R-Ohio"."""
    before, behind = unit.text[max(0, name.start - 12) : name.start], unit.text[name.end :][:5]
    written = unit.text[name.start : name.end]
    return bool(_MEMBER.search(before) or _MEMBER.match(written) or _PARTY.match(behind))


def grade_office(noun: Speaker) -> Grade:
    """Return how well a name fits "the Orsk leader": a subject with a known given name."""

    def grade(reading: Reading, unit: Unit, name: Speaker) -> int:
        if not name.is_name or noun.gender not in (None, name.gender or noun.gender):
            return NOT
        if _is_in_office(unit, name, noun):
            return NOT
        return SURE if is_person(reading, name) else NOT

    return grade


def _suits(noun: str, name: Speaker) -> bool:
    words = {word.lower().rstrip("'’") for word in name.text.split()}
    if noun in FIT_NAMES:
        return bool(FIT_NAMES[noun] & words)
    return not UNFIT_NAMES.get(noun, frozenset()) & words


def _is_typical(noun: str, name: str) -> bool:
    """Say whether the name is of the kind that the noun mostly takes up."""
    if noun not in TYPICAL_NAMES or (name.isupper() and " " not in name):
        return True
    return any(word.rstrip("s") in TYPICAL_NAMES[noun] for word in name.lower().split())


def _speaks(reading: Reading, unit: Unit, name: Speaker) -> bool:
    return any(cue.speaker.start == name.start for cue in reading.cues(unit))


def _acts(reading: Reading, unit: Unit, name: Speaker) -> bool:
    """Say whether the name is the subject of a clause: "Although Tovan is not named, …"."""
    return any(subject.start == name.start for subject in reading.subjects(unit))


def _is_prominent(reading: Reading, unit: Unit, name: Speaker) -> bool:
    """A name that speaks, opens its sentence or owns something is likelier to be taken up."""
    owns = unit.text[name.end : name.end + 1] in ("'", "’")
    return owns or _speaks(reading, unit, name) or _leads(reading, unit, name)


def _leads(reading: Reading, unit: Unit, name: Speaker) -> bool:
    """ "Tovan opened 12 shops", also behind "Founded in Varn, "."""
    subject = reading.subject(unit)
    return name.start <= unit.start + 4 or (subject is not None and subject.start == name.start)


def _may_be_body(reading: Reading, unit: Unit, name: Speaker) -> bool:
    """Accept an unknown name that speaks, opens the sentence or owns something as a body does."""
    if name.kind != "unknown" or name.gender is not None or name.text.lower() in PLACES:
        return False
    is_neuter = any(token.lower in _NEUTER for token in unit.tokens)
    if unit.text[name.end : name.end + 2] in ("'s", "’s"):
        return " " not in name.text or is_neuter
    if name.text.count(" ") == 2 and "." not in name.text:
        return _leads(reading, unit, name)  # three words are seldom a person
    may_be_plural = name.text.endswith("s")
    if _speaks(reading, unit, name) and not (" " in name.text or may_be_plural):
        return True
    return _leads(reading, unit, name) and (is_neuter or not (" " in name.text or may_be_plural))
