"""The clause that a value stands in, and whether two values stand close together. Pure."""

from __future__ import annotations

import re

from qa.grouping.candidates import Candidate

# Characters between two sentences of which the second may lean on the first: one sentence.
NEAR = 250

_BORDER = re.compile(
    r"[;:—]|(?<=[.,!?])[\"”]|[\"“](?=[A-Z])|\s[–-]\s|\b(?:while|whereas|but|although|though|which|who|whom|whose|that|"
    r"when|where|after|since|because)\b|,",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|"
    r"hundreds?|thousands?|half|\w+teen|twenty|thirty|forty|fifty)\b",
    re.IGNORECASE,
)
# What grows or falls to a figure behind a clause of its own: "the number killed when it sank rose".
_COUNT_OF = re.compile(
    r"\b(?:(?:number|total|count|tally)\s+(?:of|killed|dead|injured)|toll)\b[^.;:\"“”]*\Z",
    re.IGNORECASE,
)
_CUT = re.compile(r"\band\b|\bof (?:the|its|their|those|these)\b|,|\bfrom\b", re.IGNORECASE)


def clause_of(candidate: Candidate) -> tuple[str, str]:
    """Return the sentence around the value up to the next clause or figure: left part, whole."""
    sentence = candidate.sentence
    start = max(0, candidate.start - candidate.sentence_start)
    end = min(len(sentence), candidate.end - candidate.sentence_start)
    return clause_at(sentence, start, end)


def clause_at(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The same for a value at `[start, end)` of the sentence."""
    left, right = _left_part(sentence[:start]), _right_part(sentence[end:])
    return left, (left + sentence[start:end] + right).strip()


def is_near(first: Candidate, second: Candidate) -> bool:
    """Tell whether two candidates stand in one article with at most a sentence between them."""
    if first.article_id != second.article_id:
        return False
    early, late = sorted((first, second), key=lambda one: one.sentence_start)
    return late.sentence_start - (early.sentence_start + len(early.sentence)) <= NEAR


def _left_part(left: str) -> str:
    cut = 0
    for border in _BORDER.finditer(left):
        cut = border.end()
    counted = _COUNT_OF.search(left)
    if counted and not _FIGURE.search(left, counted.start()):
        cut = min(cut, counted.start())
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
