"""Find who a speaker is in the rest of the article: pronouns, "the agency", last names.

Looks backwards, nearest first, through a bounded number of sentences; `antecedents` grades who is
met there. A pronoun may lead to a noun, and that to a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from qa.attribution.antecedents import Found, best, grade_for
from qa.attribution.candidates import Reading
from qa.attribution.fullnames import full_name
from qa.attribution.nouns import named_by_noun
from qa.attribution.types import Cue, Speaker
from qa.attribution.units import Unit

# How many units back a pronoun may reach.
_REACH = 12
# A pronoun may stand for a noun that stands for a name.
_MAX_STEPS = 4


def resolve(reading: Reading, unit: Unit, speaker: Speaker, cue: Cue | None = None) -> str:
    """Return the fullest name that the article gives the speaker."""
    if speaker.start < 0:  # stands nowhere: there is no place to remember it by
        return _resolved(reading, unit, speaker, cue)
    key = (*unit.span, speaker.start, speaker.end, -1 if cue is None else cue.start)
    if key not in reading.resolved:
        reading.resolved[key] = _resolved(reading, unit, speaker, cue)
    return reading.resolved[key]


def _resolved(reading: Reading, unit: Unit, speaker: Speaker, cue: Cue | None) -> str:
    found, at = speaker, unit
    for _ in range(_MAX_STEPS):
        step = _step(reading, at, found, cue)
        if step is None:
            break
        found, at = step
        cue = None
    gender = speaker.gender if speaker.is_pronoun else None
    return full_name(reading, found, gender) if found.is_name else found.text


def _step(reading: Reading, unit: Unit, speaker: Speaker, cue: Cue | None) -> Found | None:
    if speaker.is_name:
        return None
    if not speaker.is_pronoun:
        return named_by_noun(reading, unit, speaker)
    return best(reading, _candidates(reading, unit, speaker, cue), grade_for(speaker))


def _candidates(reading: Reading, unit: Unit, pronoun: Speaker, cue: Cue | None) -> Iterator[Found]:
    """Yield who may be meant: in the same unit first, except where "…, he said" ends it."""
    own = [(s, unit) for s in _own_mentions(reading, unit) if s.start < pronoun.start]
    is_late = cue is not None and not cue.is_leading and pronoun.kind == "person"
    if not is_late:
        yield from own
    for at, before in enumerate(reading.units_before(unit, _REACH)):
        yield from ((speaker, before) for speaker in reading.mentions(before))
        if pronoun.head == "they":  # the subject of a clause further back: "… after his lawyers …"
            yield from ((speaker, before) for speaker in reading.subjects(before))
        if is_late and at == 0:
            yield from own
    if is_late:
        yield from own


def _own_mentions(reading: Reading, unit: Unit) -> list[Speaker]:
    subject = reading.subject(unit)
    return [*([] if subject is None else [subject]), *reading.mentions(unit)]
