"""Whom a unit mentions, in the order in which a later "he" or "it" would take them up.

First who speaks in it (last speaker first), then its subject, then other names. Words inside
quotations do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.attribution.bodies import NATIONAL_ENDINGS
from qa.attribution.classes import classify
from qa.attribution.clauses import is_finite
from qa.attribution.cues import find_cues
from qa.attribution.edges import phrase_start
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.places import PLACES
from qa.attribution.placing import starts_sentence
from qa.attribution.runs import bare, capital_run, is_common_start
from qa.attribution.speakers import describe
from qa.attribution.subjects import first_subject, subjects_in
from qa.attribution.tokens import Token, is_written_small
from qa.attribution.types import Cue, Speaker
from qa.attribution.units import Layout, Span, Unit
from qa.attribution.verbs import FORMS
from qa.attribution.words import ADVERBS, PREPOSITIONS

_MODIFYING = ("-based", "-led", "-born", "-style", "-backed", "-area")
_NUMBERED = re.compile(r"-\d+$")  # "Covid-19"
_PLACE_MARKS = frozenset("in at from near outside inside across around into towards toward".split())


_BEHIND_NAMES = PREPOSITIONS | ADVERBS | {"and", "who", "which"}


class Reading:
    """An article's layout with the cues and mentions that were found in its units so far."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._cues: dict[Span, list[Cue]] = {}
        self._mentions: dict[Span, list[Speaker]] = {}
        self._subjects: dict[Span, Speaker | None] = {}
        self._all_subjects: dict[Span, list[Speaker]] = {}
        self.resolved: dict[tuple[int, ...], str] = {}
        self.full_names: dict[tuple[str, str, str], list[str]] = {}

    def cues(self, unit: Unit) -> list[Cue]:
        if unit.span not in self._cues:
            self._cues[unit.span] = find_cues(unit)
        return self._cues[unit.span]

    def mentions(self, unit: Unit) -> list[Speaker]:
        if unit.span not in self._mentions:
            found = _mentions(unit, self.cues(unit), self.subject(unit))
            self._mentions[unit.span] = list(found)
        return self._mentions[unit.span]

    def subject(self, unit: Unit) -> Speaker | None:
        """Describe the subject of the unit's first finite verb."""
        if unit.span not in self._subjects:
            self._subjects[unit.span] = first_subject(unit, 0, len(unit.tokens))
        return self._subjects[unit.span]

    def subjects(self, unit: Unit) -> list[Speaker]:
        """Describe the subjects of all finite verbs of the unit, behind "although" too."""
        if unit.span not in self._all_subjects:
            found = subjects_in(unit, 1, len(unit.tokens))
            self._all_subjects[unit.span] = [speaker for _, speaker in found]
        return self._all_subjects[unit.span]

    def units_before(self, unit: Unit, reach: int) -> Iterator[Unit]:
        """Yield up to `reach` units before this one, nearest first."""
        before = self.layout.unit_before(unit)
        while before is not None and reach > 0:
            yield before
            reach -= 1
            before = self.layout.unit_before(before)

    def units_after(self, unit: Unit, reach: int) -> Iterator[Unit]:
        after = self.layout.unit_after(unit)
        while after is not None and reach > 0:
            yield after
            reach -= 1
            after = self.layout.unit_after(after)


def _mentions(unit: Unit, cues: Sequence[Cue], subject: Speaker | None) -> Iterator[Speaker]:
    for cue in reversed(cues):
        yield cue.speaker
    if subject is not None:
        yield subject
    yield from _owners(unit)
    yield from names_in(unit)


def _owners(unit: Unit) -> Iterator[Speaker]:
    """Yield who owns the thing that the unit begins with: "the firm" in "the firm's shares"."""
    for at, token in enumerate(unit.tokens[:6]):
        if token.is_possessive and not token.is_capital:
            start = phrase_start(unit.tokens, at + 1)
            text = token.text[:-2] if token.lower.endswith("'s") else token.text[:-1]
            end = token.start + len(text)
            owner = token._replace(text=text, lower=text.lower(), end=end)
            speaker = describe([*unit.tokens[start:at], owner], starts_sentence(unit, start))
            if speaker is not None:
                yield speaker


def names_in(unit: Unit) -> Iterator[Speaker]:
    """Yield the names of the unit from left to right, leaving out places behind "in"."""
    tokens = unit.tokens
    at = 0
    while at < len(tokens):
        end = capital_run(tokens, at)
        if end == at:
            at += 1
            continue
        speaker = _named(unit, tokens, at, end)
        if speaker is not None:
            yield speaker
        at = end


def _is_common(unit: Unit, at: int, end: int) -> bool:
    """A sentence's first word alone is a name only where a verb, a mark or "'s" follows."""
    tokens = unit.tokens
    if is_common_start(tokens[at : end + 2]):
        return True
    if end - at > 1 or end >= len(tokens) or tokens[at].is_possessive:
        return False
    is_participle = tokens[at].lower.endswith(("ing", "ed")) and bare(tokens[at]) not in GIVEN_NAMES
    is_doing = is_participle and tokens[end].lower in PREPOSITIONS
    if is_doing or is_written_small(tokens[at].lower, unit.text):
        return True
    following = tokens[end]
    if following.text == ":":  # "Recap: …"
        return True
    is_verb = is_finite(tokens, end) or following.lower in FORMS
    return following.kind == "word" and not is_verb and following.lower not in _BEHIND_NAMES


def _is_modifier(tokens: Sequence[Token], end: int) -> bool:
    """ "the British driver", "9 a.m. ET", "the Tovan-based airline": no name of anybody."""
    last = tokens[end - 1]
    is_label = "/" in last.text or _NUMBERED.search(last.text) is not None
    if is_label or last.lower.endswith(_MODIFYING):
        return True
    following = tokens[end] if end < len(tokens) else None
    if following is None or following.kind != "word":
        return False
    if following.lower.endswith(_MODIFYING):
        return True
    is_noun = following.lower not in _BEHIND_NAMES and not is_finite(tokens, end)
    is_national = last.lower.endswith(NATIONAL_ENDINGS) and last.lower not in GIVEN_NAMES
    return is_national and is_noun and following.lower not in FORMS and not following.is_capital


def _named(unit: Unit, tokens: Sequence[Token], at: int, end: int) -> Speaker | None:
    if _is_modifier(tokens, end) or (at and tokens[at - 1].lower in ("a.m", "p.m", "a.m.", "p.m.")):
        return None
    if starts_sentence(unit, at) and _is_common(unit, at, end):
        at += 1
    if at >= end or (at and tokens[at - 1].lower in _PLACE_MARKS):
        return None
    name = classify(tokens, at, end)
    if name is None:
        return None
    run = tokens[name.start : name.end]
    words = [bare(token) for token in run]
    if " ".join(words) in PLACES:
        return None
    text = unit.text[run[0].start : run[-1].end]
    if run[-1].is_possessive and not is_finite(tokens, name.end):
        text = text[: -2 if text.lower().endswith("s") and text[-2] in "'’" else -1]
    start, stop = run[0].start, run[0].start + len(text)
    return Speaker(text, start, stop, name.kind, is_name=True, gender=name.gender, head=words[-1])
