"""Find the name behind a noun: "the agency", "the detective", "the report".

A noun is taken up by a name that holds it ("Interior Ministry"), by a name that it is set
beside ("Detective Rana Aziz", "the guest, Emil Brandt"), or, for words like "company", by the
nearest body. Without such a name the fuller earlier phrase serves ("pharmacist in the quarter").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qa.attribution.antecedents import (
    Found,
    best,
    grade_ahead,
    grade_body,
    grade_office,
    grade_person,
)
from qa.attribution.beside import MODIFIERS, name_after, names_beside, noun_pattern
from qa.attribution.bodies import FIT_NAMES, GENERIC_BODIES, UNFIT_NAMES
from qa.attribution.candidates import Reading
from qa.attribution.clauses import is_finite
from qa.attribution.papers import maker_of
from qa.attribution.roles import TAKEN_UP, TITLES
from qa.attribution.runs import bare
from qa.attribution.types import Speaker
from qa.attribution.units import Unit

_REACH = 30
_AHEAD = 3
_NEAR = 4


def named_by_noun(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    """Return the mention that the noun takes up, None when it stands for itself."""
    is_definite = speaker.determiner in ("the", "this", "that", "these", "those")
    is_plain = _is_plain(speaker.text)
    if speaker.kind == "group" or not speaker.head:
        return None
    if is_definite and (is_plain or speaker.kind != "person"):
        found = _backwards(reading, unit, speaker)
        if found is not None:
            return found
    if is_definite and speaker.kind == "document":
        return maker_of(reading, unit, speaker)
    if is_definite and (speaker.head in TAKEN_UP or speaker.head.endswith("-year-old")):
        return _nearest_person(reading, unit, speaker)
    if speaker.kind != "person" or speaker.determiner in ("his", "her", "their", "my"):
        return None
    if speaker.determiner not in ("a", "an") and speaker.head not in TITLES:
        return None
    is_office = is_definite and " of " not in speaker.text
    ahead = _forwards(reading, unit, speaker)
    return ahead or (_subject_before(reading, unit, speaker) if is_office else None)


def _is_plain(noun: str) -> bool:
    """One word, or with an ordinal or the like: "46th president"."""
    return all(word[0].isdigit() or word in MODIFIERS for word in noun.lower().split()[:-1])


def _backwards(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    for where in _units_with(reading, unit, speaker.head):
        for name in names_beside(where, speaker, before=speaker.start):
            return name, where
        earlier = _earlier_phrase(reading, where, speaker)
        if earlier is not None:
            return earlier, where
    is_plain = " " not in speaker.text or (
        speaker.head in UNFIT_NAMES and speaker.text.islower()
    )  # "the company", "the hotel company"
    if speaker.head in GENERIC_BODIES and is_plain:
        return _nearest_body(reading, unit, speaker)
    return None


def _units_with(reading: Reading, unit: Unit, noun: str) -> Iterator[Unit]:
    """Yield the units up to this one that hold the noun or its short title, nearest first."""
    layout = reading.layout
    start = layout.sentences[max(0, unit.first - _REACH)][0]
    text = layout.text[start : unit.end].lower()
    last = -1
    for match in reversed(list(noun_pattern(noun).finditer(text))):
        where = layout.unit(layout.sentence_at(start + match.start()))
        if where.start != last:
            yield where
        last = where.start


def _units(reading: Reading, unit: Unit) -> Iterator[Unit]:
    yield unit
    yield from reading.units_before(unit, _REACH)


def _earlier_phrase(reading: Reading, unit: Unit, speaker: Speaker) -> Speaker | None:
    """Return an earlier speaker or subject with the same head noun and more words."""
    subject = reading.subject(unit)
    phrases = [cue.speaker for cue in reading.cues(unit)]
    if subject is not None and any(letter.isupper() for letter in subject.text):
        phrases.append(subject)  # "the city of Orsk"
    for other in phrases:
        if other.start >= speaker.start or other.is_name or other.head != speaker.head:
            continue
        if other.via_document or other.text.count(" ") > 8 or _has_verb(unit, other):
            continue
        if len(other.text) > len(speaker.text) and other.text.lower().find(speaker.head) >= 0:
            return other
    return None


def _has_verb(unit: Unit, phrase: Speaker) -> bool:
    """A phrase that ran on into a clause: "agency finds 12 leaks"."""
    return any(
        is_finite(unit.tokens, at)
        for at, token in enumerate(unit.tokens)
        if phrase.start <= token.start < phrase.end
    )


def _nearest_body(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    found = best(reading, _mentioned(reading, _units(reading, unit)), grade_body(noun))
    if found is not None or noun.head not in FIT_NAMES:
        return found
    ahead = reading.units_after(unit, _AHEAD)
    return best(reading, _mentioned(reading, ahead), grade_ahead(noun))


def _nearest_person(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    """ "The comedian" is who the sentences before are about."""
    before = reading.units_before(unit, _NEAR)
    return best(reading, _mentioned(reading, before, subjects_first=True), grade_person(noun))


def _subject_before(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    """ "The Orsk leader" is the person whom the sentence before is about."""
    subjects = ((reading.subject(where), where) for where in reading.units_before(unit, 1))
    found = ((subject, where) for subject, where in subjects if subject is not None)
    return best(reading, found, grade_office(noun))


def _mentioned(
    reading: Reading, units: Iterable[Unit], subjects_first: bool = False
) -> Iterator[Found]:
    for unit in units:
        subject = reading.subject(unit) if subjects_first else None
        if subject is not None:
            yield subject, unit
        yield from ((name, unit) for name in reading.mentions(unit))


def _forwards(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    """ "A guest said …" and later "said the guest, Emil Brandt"."""
    for where in reading.units_after(unit, _AHEAD):
        for at, token in enumerate(where.tokens):
            if bare(token) != speaker.head or token.kind != "word":
                continue
            is_taken_up = at > 0 and where.tokens[at - 1].lower == "the"
            is_title = token.is_capital and speaker.determiner == "the"
            if not (is_taken_up or is_title):
                continue
            name = name_after(where, at)
            if name is not None and name.kind != "organisation":
                return name, where
    return None
