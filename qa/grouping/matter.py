"""Whether two figures speak of the same matter, so that they can agree or disagree.

Pure heuristics over the clause a figure stands in. Of two readings the cautious one is taken:
a figure of another matter must not be offered, a rival one may be missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.grouping.candidates import Candidate
from qa.grouping.stems import STATES, content_stems
from qa.normalize.compare import compatible_units
from qa.normalize.quantities import parse_quantity
from qa.types import Quantity

# Words of its own that a figure's clause may hold and still lean on the clause before:
# "SANA put it at 45", "there is room for only 550".
MOST_FOREIGN_WORDS = 3
# Rival counts of one thing rarely lie further apart; beyond, the clause must name the matter.
MOST_APART = 8.0

_BORDER = re.compile(
    r"[;:—]|[\"“”]|\s[–-]\s|\b(?:while|whereas|but|although|though|which|who|whom|whose|that|"
    r"when|where|after|because|as)\b|,",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|"
    r"hundreds?|thousands?|half|\w+teen|twenty|thirty|forty|fifty)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\band\b|\bof (?:the|its|their|those|these)\b|,|\bfrom\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|going\s+to|(?:is|are)\s+(?:due|set|expected|scheduled|likely|meant)?\s*to|"
    r"expects?\s+to|plans?\s+to|hopes?\s+to|promised\s+to|would|could)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Matter:
    """The clause of a figure, its content stems and whether it tells of what is to come.

    `quantity` is read without the question's noun: what is not said to be counted fits all.
    """

    candidate: Candidate
    clause: str
    stems: frozenset[str]
    is_ahead: bool
    quantity: Quantity | None

    @classmethod
    def of(cls, candidate: Candidate) -> Matter:
        clause = clause_of(candidate)
        stems = content_stems(clause) - content_stems(
            f"{candidate.speaker or ''} {candidate.speaker_written or ''} {candidate.value}"
        )
        return cls(candidate, clause, stems, bool(_AHEAD.search(clause)), _figure(candidate))


def _figure(candidate: Candidate) -> Quantity | None:
    if candidate.quantity is None:
        return None
    start = candidate.start - candidate.sentence_start
    found = parse_quantity(candidate.sentence, start, start + candidate.end - candidate.start)
    return found or candidate.quantity


def same_matter(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether the second figure answers the question that the first one answers."""
    figures = first.quantity, second.quantity
    if figures[0] and figures[1] and not compatible_units(figures[0], figures[1]):
        return False
    asked = content_stems(question)
    known = asked | first.stems
    if second.is_ahead and not first.is_ahead and not _AHEAD.search(question):
        return False
    if _other_states(second.stems, known, asked):
        return False
    shared = len(second.stems & known)
    foreign = len(second.stems - known)
    if _far_apart(first.quantity, second.quantity):
        return bool(second.stems & asked) and foreign <= MOST_FOREIGN_WORDS
    return foreign <= MOST_FOREIGN_WORDS or shared >= foreign


def clause_of(candidate: Candidate) -> str:
    """Return the stretch of the sentence around the value up to the next clause or figure."""
    sentence = candidate.sentence
    start = max(0, candidate.start - candidate.sentence_start)
    end = min(len(sentence), candidate.end - candidate.sentence_start)
    left = sentence[:start]
    right = sentence[end:]
    return (_left_part(left) + sentence[start:end] + _right_part(right)).strip()


def _left_part(left: str) -> str:
    cut = 0
    for border in _BORDER.finditer(left):
        cut = border.end()
    part = left[cut:]
    figures = list(_FIGURE.finditer(part))
    if figures:
        cuts = [m for m in _CUT.finditer(part) if m.start() >= figures[-1].end()]
        part = part[cuts[0].end() :] if cuts else part[figures[-1].end() :]
    return part


def _right_part(right: str) -> str:
    border = _BORDER.search(right)
    part = right[: border.start()] if border else right
    figure = _FIGURE.search(part)
    if figure:
        cuts = [m for m in _CUT.finditer(part) if m.end() <= figure.start()]
        part = part[: cuts[-1].start()] if cuts else part[: figure.start()]
    return part


def _other_states(second: frozenset[str], known: frozenset[str], asked: frozenset[str]) -> bool:
    """Tell whether the clause says hurt where dead are asked for."""
    wanted = (asked or known) & STATES
    return bool(wanted and second & STATES and not second & wanted)


def _far_apart(first: Quantity | None, second: Quantity | None) -> bool:
    if not first or not second or not first.number or not second.number:
        return False
    small, large = sorted((abs(first.number), abs(second.number)))
    return large > MOST_APART * small
