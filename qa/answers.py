"""Answers from what was asserted, "no answer" with what came closest, and explanations. Pure."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from index.types import Hit
from qa.claims import Asserted
from qa.evidence import Judged
from qa.types import (
    Answer,
    Closest,
    ExplainedHit,
    ExplainedSpan,
    Explanation,
    Reading,
    Reason,
    Timing,
)

MAX_CLOSEST = 3


def answered(question: str, standalone: str, asserted: Asserted, words: str) -> Answer:
    """The answer that asserts claims; the first is the answer."""
    best = asserted.claims[0]
    return Answer(
        id=_new_id(),
        question=question,
        standalone_question=standalone,
        status="answered",
        reason=None,
        kind=asserted.kind,
        answer=best.value,
        text=words,
        confidence=best.confidence,
        disagreement=asserted.kind == "disagreement",
        claims=asserted.claims,
        timeline=asserted.timeline,
        citations=asserted.citations,
        closest=(),
        timing_ms=Timing(0.0, 0.0, 0.0),
        generation=0,
    )


def no_answer(
    question: str,
    standalone: str,
    reason: Reason,
    words: str,
    judged: Sequence[Judged],
    confidence: float,
) -> Answer:
    """The answer that says there is none; `confidence` is that of what could have been one."""
    return Answer(
        id=_new_id(),
        question=question,
        standalone_question=standalone,
        status="no_answer",
        reason=reason,
        kind="value",
        answer=None,
        text=words,
        confidence=confidence,
        disagreement=False,
        claims=(),
        timeline=None,
        citations=(),
        closest=closest(judged),
        timing_ms=Timing(0.0, 0.0, 0.0),
        generation=0,
    )


def closest(judged: Sequence[Judged]) -> tuple[Closest, ...]:
    """The sentences of the likeliest candidates, each once, likeliest first."""
    found: dict[tuple[str, int], Closest] = {}
    for one in judged:
        piece = one.evidence
        article, (start, end) = piece.hit.article, piece.sentence
        row = Closest(article.id, article.title, piece.quote, start, end, one.confidence)
        found.setdefault((article.id, start), row)
        if len(found) == MAX_CLOSEST:
            break
    return tuple(found.values())


def explained(
    hits: Sequence[Hit],
    readings: Sequence[Reading],
    judged: Sequence[Judged],
    threshold: float,
    answer: Answer,
) -> Explanation:
    """Every hit with its scores and spans, and the decision in a sentence."""
    rows = []
    for hit, reading in zip(hits, readings, strict=True):
        passage = hit.passage
        spans = tuple(
            ExplainedSpan(j.evidence.value, j.evidence.start, j.evidence.end, score, j.confidence)
            for j in judged
            if j.evidence.hit is hit
            for score in (j.evidence.features.score,)
        )
        rows.append(
            ExplainedHit(
                hit.article.id,
                hit.article.title,
                passage.start,
                passage.end,
                hit.rank,
                hit.score,
                hit.lexical,
                hit.dense,
                reading.null_score,
                spans,
            )
        )
    return Explanation(tuple(rows), threshold, _decision(judged, threshold, answer))


def _decision(judged: Sequence[Judged], threshold: float, answer: Answer) -> str:
    if answer.status == "answered":
        return f"Answered: confidence {answer.confidence:.2f} is at least {threshold:.2f}."
    if not judged:
        return "Refused: no passage gave a candidate."
    best = judged[0]
    found = f"Refused: the likeliest candidate, {best.evidence.value!r}, has confidence "
    if best.confidence < threshold:
        return f"{found}{best.confidence:.2f}, below {threshold:.2f}."
    why = "is of another time than asked" if answer.asked_dates else "does not fit the question"
    return f"{found}{best.confidence:.2f} but {why}."


def _new_id() -> str:
    return uuid.uuid4().hex
