"""The values of question answering: spans, claims, citations, answers, turns.

An `Answer` has the fields of the JSON contract, name for name; days are ISO 8601 when
written out. Offsets are half-open `[start, end)` and count Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["answered", "no_answer"]
Reason = Literal["library_empty", "filtered_out", "not_found", "low_confidence"]
Kind = Literal["value", "list", "disagreement", "development", "sentence", "yes_no"]
SpeakerKind = Literal["speaker", "publisher"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch `[start, end)` of a text with the reader's raw score (a logit sum)."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader found in one text: spans, best first, and the no-answer score.

    `null_score` is on the scale of the spans' scores: a span that scores above it beats
    "no answer" in this text.
    """

    spans: tuple[Span, ...]
    null_score: float


@dataclass(frozen=True, slots=True)
class DateRange:
    """An interval of whole days, both ends included; one day has equal ends."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `low` and `high` bound what it may mean, None where it is open.

    "at least 50" is number 50, low 50, high None; "some 38,000" is 38000 thrice.
    """

    number: float | None
    low: float | None
    high: float | None
    unit: str | None = None
    qualifier: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value for the question: who said it, when, and the citations (by number).

    `said_within` are the days that `said_when` means, where they are known.
    """

    value: str
    confidence: float
    citations: tuple[int, ...]
    value_date: DateRange | None = None
    quantity: Quantity | None = None
    said_by: str | None = None
    said_by_written: str | None = None
    said_by_kind: SpeakerKind | None = None
    said_on: date | None = None
    said_when: str | None = None
    said_within: DateRange | None = None
    independent_sources: int = 1


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: `quote` is `[start, end)` of the stored article's text,
    and `answer` is `[answer_start, answer_end)` of it, inside the quote."""

    n: int
    article_id: str
    version: int
    title: str
    publisher: str | None
    url: str | None
    published_at: date | None
    quote: str
    start: int
    end: int
    answer: str
    answer_start: int
    answer_end: int
    article_sha256: str
    link: str


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """One step of a development: what was said on a day, by whom, where.

    `date` is None where neither the words nor the article give a day.
    """

    date: date | None
    value: str
    said_by: str | None
    citation: int


@dataclass(frozen=True, slots=True)
class Closest:
    """A sentence that came near, shown when there is no answer."""

    article_id: str
    title: str
    quote: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall time of the stages, in milliseconds."""

    retrieve: float
    read: float
    total: float


@dataclass(frozen=True, slots=True)
class ExplainedHit:
    """One hit with every score behind it, for `explain`."""

    article_id: str
    title: str
    start: int
    end: int
    rank: int
    score: float
    lexical: float | None
    dense: float | None
    null_score: float
    spans: tuple[ExplainedSpan, ...]


@dataclass(frozen=True, slots=True)
class ExplainedSpan:
    """A span of a hit, in article offsets, with its score and calibrated confidence."""

    text: str
    start: int
    end: int
    score: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the answer came about: hits with spans, the threshold, the decision in words."""

    hits: tuple[ExplainedHit, ...]
    threshold: float
    decision: str


@dataclass(frozen=True, slots=True)
class QuestionDate:
    """A date that a question names, and the days it was taken for.

    `[start, end)` is its wording in the standalone question. A side that the question leaves
    open is None; both are when it could not be resolved.
    """

    text: str
    start: int
    end: int
    from_day: date | None
    to_day: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question, as every shell shows it.

    `asked_dates` are the question's dates that evidence was chosen by.
    """

    id: str
    question: str
    standalone_question: str
    status: Status
    reason: Reason | None
    kind: Kind
    answer: str | None
    text: str
    confidence: float
    disagreement: bool
    claims: tuple[Claim, ...]
    timeline: tuple[TimelinePoint, ...] | None
    citations: tuple[Citation, ...]
    closest: tuple[Closest, ...]
    timing_ms: Timing
    generation: int
    conversation_id: str | None = None
    explain: Explanation | None = None
    asked_dates: tuple[QuestionDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and its answer."""

    question: str
    answer: Answer
