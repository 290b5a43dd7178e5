"""Whether two values speak of the same matter, so that they can agree or disagree.

Pure heuristics over the clause a value stands in. Of two readings the cautious one is taken: a
figure of another matter must not be offered, a rival one may be missed. A value close to the
leading one may lean on it ("SANA put it at 45"); elsewhere its clause has to name what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.grouping.candidates import Candidate
from qa.grouping.stems import STATES, content_stems, name_stems
from qa.normalize.compare import compatible_units
from qa.normalize.quantities import find_quantities, parse_quantity
from qa.normalize.units import measured_as
from qa.types import Quantity

# Content words of its own that the clause of a value may hold and still lean on the one before.
MOST_FOREIGN_WORDS = 2
# Characters between two sentences of which the second may lean on the first: one sentence.
NEAR = 250
# Rival counts of one thing rarely lie further apart: 4,000 and 20,000 marchers are five times.
MOST_APART = 8.0

_BORDER = re.compile(
    r"[;:—]|[\"“”]|\s[–-]\s|\b(?:while|whereas|but|although|though|which|who|whom|whose|that|"
    r"when|where|after|since|because)\b|,",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|"
    r"hundreds?|thousands?|half|\w+teen|twenty|thirty|forty|fifty)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"\band\b|\bof (?:the|its|their|those|these)\b|,|\bfrom\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|going\s+to|(?:is|are|was|were)\s+(?:due\s+|set\s+|expected\s+|scheduled\s+|"
    r"likely\s+|meant\s+)?to\b|planned|scheduled|expects?\s+to|plans?\s+to|hopes?\s+to)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s+(?:\w+\s+)?(?:per\s+(?!cent\b)|an?\s+|each\s+|every\s+)"
    r"(day|week|month|year|hour|share|head|person|dose|litre|barrel|tonne|unit)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"[;:]|\b(?:as|while|whereas|but|although|though|said|says|that|which|who|when|put)\b"
)
_PART_OF = re.compile(r"\s+of\s+(?:the|those|these|them|whom)\b", re.IGNORECASE)
_PARTS = frozenset("women children child girl girls boy boys babi baby".split())


@dataclass(frozen=True, slots=True)
class Matter:
    """The clause of a candidate, its content stems and what its figure is by itself.

    `quantity` is read without the question's noun: what is not said to be counted fits all.
    `rate` is the unit of time or share that the figure is per; `names` are those of the clause
    before the value, where its subject stands.
    """

    candidate: Candidate
    clause: str
    stems: frozenset[str]
    names: frozenset[str]
    quantity: Quantity | None
    rate: str | None

    @classmethod
    def of(cls, candidate: Candidate) -> Matter:
        left, clause = _clause_of(candidate)
        aside = content_stems(
            f"{candidate.speaker or ''} {candidate.speaker_written or ''} {candidate.value}"
        )
        after = candidate.sentence[candidate.end - candidate.sentence_start :]
        rate = _RATE.match(after)
        return cls(
            candidate,
            clause,
            content_stems(clause) - aside,
            name_stems(left) - aside,
            _figure(candidate),
            rate.group(1).lower() if rate else None,
        )

    @property
    def is_part(self) -> bool:
        """Whether the figure is a part of a known whole: "four of the dead"."""
        end = self.candidate.end - self.candidate.sentence_start
        return bool(_PART_OF.match(self.candidate.sentence, max(0, end)))

    @property
    def is_ahead(self) -> bool:
        return bool(_AHEAD.search(self.clause))


def same_matter(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether the second value answers the question that the first one answers."""
    asked = content_stems(question)
    known = asked | first.stems
    if not _figures_fit(first, second) or _looks_ahead(first, second, question):
        return False
    if _far_apart(first.quantity, second.quantity) or (second.is_part and not first.is_part):
        return False
    if _is_of_another_kind(second, known, asked) or _has_another_subject(first, second, known):
        return False
    if is_near(first.candidate, second.candidate):
        return _leans(second, known) or _names_what_is_asked(first, second, question)
    return _names_what_is_asked(first, second, question)


def is_near(first: Candidate, second: Candidate) -> bool:
    """Tell whether two candidates stand in one article with at most a sentence between them."""
    if first.article_id != second.article_id:
        return False
    early, late = sorted((first, second), key=lambda one: one.sentence_start)
    return late.sentence_start - (early.sentence_start + len(early.sentence)) <= NEAR


def _far_apart(first: Quantity | None, second: Quantity | None) -> bool:
    """Tell whether two figures are too different to be counts of one thing."""
    if not first or not second or not first.number or not second.number:
        return False
    small, large = sorted((abs(first.number), abs(second.number)))
    return large > MOST_APART * small


def _clause_of(candidate: Candidate) -> tuple[str, str]:
    """Return the sentence around the value up to the next clause or figure: left part, whole."""
    sentence = candidate.sentence
    start = max(0, candidate.start - candidate.sentence_start)
    end = min(len(sentence), candidate.end - candidate.sentence_start)
    left, right = _left_part(sentence[:start]), _right_part(sentence[end:])
    return left, (left + sentence[start:end] + right).strip()


def _figure(candidate: Candidate) -> Quantity | None:
    if candidate.quantity is None:
        return None
    start = candidate.start - candidate.sentence_start
    found = parse_quantity(candidate.sentence, start, start + candidate.end - candidate.start)
    found = found or candidate.quantity
    if found.unit or found.currency:
        return found
    return _like_the_one_before(found, candidate.sentence[: max(0, start)])


def _like_the_one_before(figure: Quantity, before: str) -> Quantity:
    """Give a bare figure the unit of the last one in its clause: "22 cases here, 100 there"."""
    for mention in reversed(find_quantities(before)):
        if _NEW_CLAUSE.search(before, mention.end):
            return figure
        measure = measured_as(mention.quantity.unit)
        if measure is None or measure[0] != "time":
            return replace(figure, unit=mention.quantity.unit, currency=mention.quantity.currency)
    return figure


def _figures_fit(first: Matter, second: Matter) -> bool:
    """Tell whether both count or measure one kind of thing; the question's noun counts too."""
    if first.quantity is None or second.quantity is None:
        return first.quantity is second.quantity
    if not compatible_units(first.quantity, second.quantity):
        return False
    if second.rate and second.rate != first.rate:
        return False
    kinds = {_kind(first.candidate.quantity), _kind(second.candidate.quantity)} - {None}
    return len(kinds) < 2


def _kind(quantity: Quantity | None) -> str | None:
    if quantity is None or (quantity.unit is None and quantity.currency is None):
        return None
    measure = measured_as(quantity.unit)
    return "money" if quantity.currency else measure[0] if measure else "count"


def _looks_ahead(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether only the second tells of what is to come: 100 who will leave."""
    return second.is_ahead and not first.is_ahead and not _AHEAD.search(question)


def _is_of_another_kind(second: Matter, known: frozenset[str], asked: frozenset[str]) -> bool:
    """Tell whether the clause says hurt where dead are asked for, or counts only the children."""
    wanted = (asked & STATES) or (known & STATES)
    if wanted and second.stems & STATES and not second.stems & wanted:
        return True
    return bool(second.stems & _PARTS - known)


def _has_another_subject(first: Matter, second: Matter, known: frozenset[str]) -> bool:
    """Tell whether a name before the second value is in neither the question nor the first."""
    named = known | content_stems(first.candidate.sentence)
    return any(not any(word[:_PREFIX] == name[:_PREFIX] for word in named) for name in second.names)


# Letters by which "Syria" and "Syrian" are one name.
_PREFIX = 5


def _leans(second: Matter, known: frozenset[str]) -> bool:
    return len(second.stems - known) <= MOST_FOREIGN_WORDS


def _names_what_is_asked(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether the clause holds a word of the question that is more than the counted noun."""
    asked = content_stems(question)
    key = asked - name_stems(question)
    noun = content_stems(first.candidate.quantity.unit or "") if first.candidate.quantity else set()
    strong = key - noun
    if not strong or not content_stems(first.candidate.sentence) & strong:
        return bool(second.stems & (key or asked))
    return bool(second.stems & strong)


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
