"""The values of grouping: candidates in, groups with their relation out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from qa.types import DateRange, Quantity

# An interval this short dates a count; a longer one only says when things went on.
SHORT = timedelta(days=2)
RelationKind = Literal["value", "list", "disagreement", "development"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value found in one article, with what was read around it.

    `[start, end)` is the value in the article's text and `sentence` the sentence that begins at
    `sentence_start` there. `value_date` is what a value that is a date means, `fact_date` the date
    of the fact it stands in. `speaker` is None where nobody is given as the source. `signature` is
    the article's, for near-duplicates.
    """

    value: str
    article_id: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    confidence: float
    score: float = 0.0
    quantity: Quantity | None = None
    value_date: DateRange | None = None
    fact_date: DateRange | None = None
    speaker: str | None = None
    speaker_written: str | None = None
    said_on: date | None = None
    published_at: date | None = None
    signature: bytes = b""

    @property
    def day(self) -> date | None:
        """The day the value was said, else published."""
        return self.said_on or self.published_at

    @property
    def fact_day(self) -> date | None:
        """The day of the fact, where its date is short enough to date a count."""
        span = self.fact_date
        return span.end if span and span.end - span.start <= SHORT else None

    @property
    def count_day(self) -> date | None:
        """The day that the value holds for: one named beside it, else when it was said."""
        if self.value_date is None and self.said_on is None:
            return self.fact_day or self.published_at
        return self.day

    @property
    def source(self) -> tuple[str, str]:
        """Who stands for the value: the speaker, or else the article."""
        return ("speaker", self.speaker) if self.speaker else ("article", self.article_id)


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates that give one value, best first; near-duplicate articles are one source."""

    members: tuple[Candidate, ...]
    independent_sources: int

    @property
    def best(self) -> Candidate:
        return self.members[0]

    @property
    def value(self) -> str:
        return self.best.value

    @property
    def confidence(self) -> float:
        return self.best.confidence

    @property
    def latest(self) -> date | None:
        """The last day on which the value was given."""
        return max((member.day for member in self.members if member.day), default=None)

    @property
    def first(self) -> Candidate:
        """The member that gave the value first; undated ones come last."""
        return min(self.members, key=lambda member: (member.day or date.max, -member.confidence))


@dataclass(frozen=True, slots=True)
class Step:
    """A point of a development: the value that `candidate` gave on `day`, None if undated."""

    day: date | None
    value: str
    speaker: str | None
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Relation:
    """How the groups stand to each other, and those that answer the question, first to say first.

    `timeline` is oldest first: a "development" has one, and a "disagreement" about the latest of
    figures that follow each other over days. The first `current` groups
    hold for the latest time.
    """

    kind: RelationKind
    groups: tuple[Group, ...]
    timeline: tuple[Step, ...] = ()
    current: int = 1
