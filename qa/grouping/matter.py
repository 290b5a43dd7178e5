"""Whether two values speak of the same matter, so that they can agree or disagree.

Pure heuristics over the clause a value stands in. Of two readings the cautious one is taken: a
figure of another matter must not be offered, a rival one may be missed. A value close to the
leading one may lean on it ("SANA put it at 45"); elsewhere its clause has to name what is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.grouping.candidates import Candidate
from qa.grouping.clauses import clause_of, is_near
from qa.grouping.stems import GATHERING, KNOWN, REMEMBERED, STATES, content_stems, name_stems
from qa.normalize.compare import PEOPLE, compatible_units, is_person_noun
from qa.normalize.names import same_name
from qa.normalize.nouns import asked_noun, plural
from qa.normalize.quantities import parse_quantity
from qa.normalize.units import measured_as
from qa.types import Quantity

# Content words of its own that the clause of a value may hold and still lean on the one before.
MOST_FOREIGN_WORDS = 2
# Rival counts of one thing rarely lie further apart: 4,000 and 20,000 marchers are five times.
# Two sources that one article sets side by side may: organisers and police on a crowd.
MOST_APART = 8.0
MOST_APART_BESIDE = 12.0

_AHEAD = re.compile(
    r"\b(?:will|shall|going\s+to|(?:is|are|was|were)\s+(?:due\s+|set\s+|expected\s+|scheduled\s+|"
    r"likely\s+|meant\s+)?to\b|planned|scheduled|expects?\s+to|plans?\s+to|hopes?\s+to)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:wants?|wanted|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?\s+for|seek(?:s|ing)?|sought|"
    r"propos(?:es?|ed|ing)|reject(?:s|ed|ing)?|offer(?:s|ed|ing)?|forecast|predict(?:s|ed)|project(?:s|ed)|exit\s+polls?)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:certified|licensed|allowed|permitted|authori[sz]ed|designed|equipped|approved|built)\s+"
    r"(?:to|for)\b|\b(?:capacity|maximum|limit)\b|"
    r"\bcan\s+(?:hold|carry|seat|take|house)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s+(?:\w+\s+)?(?:per\s+(?!cent\b)|an?\s+|each\s+|every\s+)"
    r"(day|week|month|year|hour|share|head|person|dose|litre|barrel|tonne|unit)\b"
    r"(?!\s+(?:earlier|later|ago|before|after))",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\s+of\s+(?:(?:the|those|these)\b\s*([\w-]*)|them\b|whom\b)", re.IGNORECASE)
_WHOLE = re.compile(r"\bof\s+(?:the|its|their|all|every|those|these)\s+\Z", re.IGNORECASE)
# "How many of the injured are at home?": what is asked is no count of the injured.
_OF_THE = re.compile(r"\bof\s+(?:the|its|their|those|these)\s+([\w-]+)", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:but|while|whereas|however|only|though|although)\b", re.IGNORECASE)
_JUST_BEFORE = 30
# Words that tell of a further event or thing beside the one asked about.
_FURTHER = re.compile(
    r"\b(?:second|another|separate|other|different|neighbou?ring|elsewhere)\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:no|not|never|without|none)\b|n['’]t\b", re.IGNORECASE)
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
    @lru_cache(maxsize=REMEMBERED)
    def of(cls, candidate: Candidate) -> Matter:
        left, clause = clause_of(candidate)
        # What stands before the speaker describes him: "Relief agency Farhand said ...".
        introduced = left.rfind(candidate.speaker_written) if candidate.speaker_written else -1
        if introduced >= 0:
            left, clause = left[introduced:], clause[introduced:]
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
    def before(self) -> str:
        """The words of the sentence just before the value."""
        start = self.candidate.start - self.candidate.sentence_start
        return self.candidate.sentence[max(0, start - _JUST_BEFORE) : max(0, start)]

    @property
    def around(self) -> str:
        """The clause with the words just before the value, which the clause may have lost."""
        return f"{self.before} {self.clause}"

    @property
    def is_part(self) -> bool:
        """Whether the figure is a part of a known whole: "four of the dead"."""
        return self._part_of is not None

    @property
    def whole(self) -> frozenset[str]:
        """Of what the figure is a part: the dead of "four of the dead"."""
        return content_stems(self._part_of[1] or "") if self._part_of else frozenset()

    @property
    def _part_of(self) -> re.Match[str] | None:
        end = self.candidate.end - self.candidate.sentence_start
        return _PART_OF.match(self.candidate.sentence, max(0, end))

    @property
    def is_whole(self) -> bool:
        """Whether the figure is a known whole of which another is a part: "of the 90"."""
        start = self.candidate.start - self.candidate.sentence_start
        return bool(_WHOLE.search(self.candidate.sentence, 0, max(0, start)))

    @property
    def is_ahead(self) -> bool:
        return bool(_AHEAD.search(self.clause))

    @property
    def is_wished(self) -> bool:
        """Whether the figure is what somebody wants or foretells, not what is."""
        return wishes(self.around)

    @property
    def is_limit(self) -> bool:
        """Whether the figure is how many there may be: "certified to carry 150"."""
        return tells_limit(self.around)


def tells_limit(words: str) -> bool:
    """Whether words tell how many there may be, not how many there are."""
    return _LIMIT.search(words) is not None


def wishes(words: str) -> bool:
    """Whether words tell of what somebody wants or foretells."""
    return _WISHED.search(words) is not None


def looks_ahead(question: str) -> bool:
    """Whether a question asks for what is to come, or for what somebody wants or foretells."""
    return bool(_AHEAD.search(question)) or wishes(question)


def same_matter(
    first: Matter,
    second: Matter,
    question: str,
    *,
    is_equal: bool = False,
    is_in_order: bool = False,
) -> bool:
    """Tell whether the second value answers the question that the first one answers.

    `is_equal` says that both are one figure, which nearby is chance only for small counts;
    `is_in_order` that the words put one before the other in time, which ties them.
    """
    asked = content_stems(question)
    known = asked | first.stems
    if not _figures_fit(first, second, is_in_order=is_in_order):
        return False
    if not is_in_order and (_far_apart(first, second) or _looks_ahead(first, second, question)):
        return False
    if _is_part_or_whole(first, second) or _is_further(first, second, question):
        return False
    if _is_of_another_kind(second, known, asked) or _has_another_subject(first, second, known):
        return False
    if is_near(first.candidate, second.candidate) and _leans(first, second, known, is_equal):
        return True
    return _names_what_is_asked(first, second, question)


def _far_apart(first: Matter, second: Matter) -> bool:
    """Tell whether two figures are too different to be counts of one thing."""
    one, two = first.quantity, second.quantity
    if not one or not two or not one.number or not two.number:
        return False
    units = measured_as(one.unit), measured_as(two.unit)
    scale = units[0][1] / units[1][1] if units[0] and units[1] else 1.0  # 1.5 km are 1,500 m
    small, large = sorted((abs(one.number * scale), abs(two.number)))
    speakers = first.candidate.speaker, second.candidate.speaker
    are_beside = all(speakers) and is_near(first.candidate, second.candidate)
    return large > (MOST_APART_BESIDE if are_beside else MOST_APART) * small


def _figure(candidate: Candidate) -> Quantity | None:
    if candidate.quantity is None:
        return None
    start = candidate.start - candidate.sentence_start
    found = parse_quantity(candidate.sentence, start, start + candidate.end - candidate.start)
    return found or candidate.quantity


def _figures_fit(first: Matter, second: Matter, *, is_in_order: bool) -> bool:
    """Tell whether both count or measure one kind of thing; the question's noun counts too."""
    if first.quantity is None or second.quantity is None:
        return first.quantity is second.quantity
    if first.is_limit != second.is_limit:
        return False
    if not compatible_units(first.quantity, second.quantity):
        return False
    leans = not second.rate and is_near(first.candidate, second.candidate)
    if second.rate != first.rate and not (leans or is_in_order):
        return False
    kinds = {_kind(first.candidate.quantity), _kind(second.candidate.quantity)} - {None}
    return len(kinds) < 2


def _is_part_or_whole(first: Matter, second: Matter) -> bool:
    is_part, is_whole = second.is_part and not first.is_part, second.is_whole and not first.is_whole
    is_first_of_it = bool(first.whole & second.stems) and not second.is_part
    return is_part or is_whole or is_first_of_it


def _is_further(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether only the second is of another event: "a second slide killed three"."""
    known = f"{first.clause} {question}"
    return bool(_FURTHER.search(second.clause)) and not _FURTHER.search(known)


def _kind(quantity: Quantity | None) -> str | None:
    if quantity is None or (quantity.unit is None and quantity.currency is None):
        return None
    measure = measured_as(quantity.unit)
    return "money" if quantity.currency else measure[0] if measure else "count"


def _looks_ahead(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether only the second is to come, or wished for: 100 who will leave."""
    if second.is_wished and not first.is_wished and not wishes(question):
        return True
    return second.is_ahead and not first.is_ahead and not _AHEAD.search(question)


def _is_of_another_kind(second: Matter, known: frozenset[str], asked: frozenset[str]) -> bool:
    """Tell whether the clause says hurt where dead are asked for, or counts only the children."""
    wanted = (asked & STATES) or (known & STATES)
    if wanted and second.stems & STATES and not second.stems & wanted:
        return True
    if wanted and "treat" in second.stems and not wanted & {"hurt", "infect"}:
        return True
    return bool(second.stems & _PARTS - known)


def _has_another_subject(first: Matter, second: Matter, known: frozenset[str]) -> bool:
    """Tell whether a name before the second value is in neither the question nor the first."""
    named = known | content_stems(first.candidate.sentence)
    return any(not any(word[:_PREFIX] == name[:_PREFIX] for word in named) for name in second.names)


# Letters by which "Syria" and "Syrian" are one name.
_PREFIX = 5


def _leans(first: Matter, second: Matter, known: frozenset[str], is_equal: bool) -> bool:
    """Tell whether the clause says little of its own: "SANA put it at 45", "only four".

    A bare figure may have a few words of its own, and one that "but" or "only" sets against the
    first, or that equals it; a measure one word; a counted noun none. Figures of different nouns
    do not lean on each other.
    """
    figure = second.quantity
    if _nouns_differ(first.quantity, figure):
        return False
    is_bare = figure is None or not (figure.unit or figure.currency)
    is_set_against = _CONTRAST.search(second.candidate.sentence) is not None
    are_told_apart = are_two_counts(first, second)
    is_measure = bool(figure and (figure.currency or measured_as(figure.unit)))
    if is_bare or is_set_against or (is_equal and _is_telling(figure)):
        allowed = MOST_FOREIGN_WORDS
    else:
        allowed = is_measure + are_told_apart
    if figure and is_person_noun(figure.unit or ""):
        known |= GATHERING
    return len(second.stems - known) <= allowed


def are_two_counts(first: Matter, second: Matter) -> bool:
    """Tell whether two speakers, side by side, give figures of one noun or measure.

    People are one noun, whatever they are called: one side's "terrorists".
    """
    one, two = first.candidate, second.candidate
    units = [figure.unit or figure.currency for m in (first, second) if (figure := m.quantity)]
    if len(units) < 2 or not (one.speaker and two.speaker) or not is_near(one, two):
        return False
    is_one_noun = units[0] == units[1] or all(is_person_noun(unit or "") for unit in units)
    negates = _NOT.search(second.clause) and not _NOT.search(first.clause)
    return (
        is_one_noun and bool(units[0]) and not negates and not same_name(one.speaker, two.speaker)
    )


def counts_the_deed(matter: Matter, question: str) -> bool:
    """Tell whether the clause says of its count what is asked: "34 bodies", of how many died."""
    return tells_deed(matter.stems, question) and not (matter.is_part or matter.is_whole)


def tells_deed(stems: frozenset[str], question: str) -> bool:
    """Tell whether a clause's words say what a question says of what it counts, names aside.

    One word is enough where it is known by all its names ("died"), else none may be missing.
    """
    deed, known = _deed(question)
    return bool(known & stems) or (not known and bool(deed) and deed <= stems)


@lru_cache(maxsize=REMEMBERED)
def _deed(question: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a question says of what it counts, and of that the words known by all their names."""
    noun = content_stems(asked_noun(question) or "") - STATES
    deed = content_stems(question) - name_stems(question) - noun
    return deed, (deed & STATES) or (deed & KNOWN)


# Counts below this are equal by chance too often: two marchers, two policemen.
_TELLING = 20


def _is_telling(figure: Quantity | None) -> bool:
    number = (figure and figure.number) or 0.0
    return number >= _TELLING or number != int(number)


def _nouns_differ(first: Quantity | None, second: Quantity | None) -> bool:
    if not first or not second or not first.unit or not second.unit:
        return False
    if measured_as(first.unit) or measured_as(second.unit):
        return False
    heads = {plural(unit.split()[-1].lower()) for unit in (first.unit, second.unit)}
    if heads & PEOPLE:
        # One source's "people" are another's "terrorists".
        return not all(is_person_noun(head) for head in heads - PEOPLE)
    return len(heads) > 1


def _names_what_is_asked(first: Matter, second: Matter, question: str) -> bool:
    """Tell whether the clause holds a word of the question that is more than the counted noun."""
    asked = content_stems(question)
    whole = _OF_THE.search(question)
    key = asked - name_stems(question) - (content_stems(whole[1]) if whole else set())
    unit = (first.candidate.quantity.unit if first.candidate.quantity else None) or ""
    strong = key - (content_stems(unit) - STATES)
    if not strong or not content_stems(first.candidate.sentence) & strong:
        return bool(second.stems & (key or asked))
    return bool(second.stems & strong)
