"""Choose, among the cues of a unit, the one that a value belongs to.

The innermost speaker counts: of the cues before the value the nearest, of those behind it the
nearest; a leading cue beats a trailing one unless a contrast ("but", "while", ";") stands
between it and the value.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.types import Cue
from qa.attribution.units import Unit
from qa.attribution.words import CONTRASTS


def choose(unit: Unit, cues: Sequence[Cue], at: int) -> Cue | None:
    """Return the cue whose statement holds offset `at`, None when none does."""
    stated = [cue for cue in cues if _covers(cue, at) and cue.doubt < 2]
    cues = stated or cues
    tight = [cue for cue in cues if cue.is_tight and _covers(cue, at)]
    if tight:
        return min(tight, key=lambda cue: abs(cue.region_start - at))
    before = [cue for cue in cues if not cue.is_tight and cue.region_end <= at < cue.right]
    behind = [cue for cue in cues if not cue.is_tight and cue.left <= at < cue.region_start]
    first = max(before, key=lambda cue: cue.region_end, default=None)
    last = min(behind, key=lambda cue: cue.region_start, default=None)
    if first is None or last is None:
        return first or last
    return _decide(unit, first, last, at)


def _covers(cue: Cue, at: int) -> bool:
    return cue.left <= at < cue.region_start or cue.region_end <= at < cue.right


def _decide(unit: Unit, first: Cue, last: Cue, at: int) -> Cue:
    quote = unit.quote_at(at)
    if quote is not None:
        if _touches(unit, first.region_end, quote.start):
            return first
        if _touches(unit, quote.end, last.region_start) and not _passes_on(unit, first, last, at):
            return last
    if first.doubt and not last.doubt:
        return last
    if not first.is_leading:
        return first if _has_contrast(unit, at, last.region_start) else last
    if _has_contrast(unit, first.region_end, at) or _in_addition(unit, first.region_end, at):
        return last
    return first


def _passes_on(unit: Unit, first: Cue, last: Cue, at: int) -> bool:
    """ "X said it was “late,” according to the Gazette": the words are X's."""
    is_according = unit.text[last.start : last.end].lower().startswith("according")
    is_stated = first.is_leading and not first.doubt
    return is_according and is_stated and not _has_contrast(unit, first.region_end, at)


def _in_addition(unit: Unit, start: int, at: int) -> bool:
    """Say whether ", which" opens between two offsets: "…, which has 12, according to X"."""
    tokens = [token for token in unit.tokens if start <= token.start < at]
    commas = [k for k, token in enumerate(tokens[:-1]) if token.text == ","]
    return bool(commas) and tokens[commas[-1] + 1].lower == "which"


def _touches(unit: Unit, end: int, start: int) -> bool:
    return unit.text[end:start].strip(" ,:\n\t\u00a0") == ""


def _has_contrast(unit: Unit, start: int, end: int) -> bool:
    """Say whether a new main clause opens between two offsets."""
    tokens = [token for token in unit.tokens if start <= token.start < end]
    for at, token in enumerate(tokens):
        if token.text == ";" or token.lower in CONTRASTS:
            return True
        if token.text == "," and at + 1 < len(tokens) and tokens[at + 1].lower == "and":
            return True
    return False
