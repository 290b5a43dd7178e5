"""Dataclasses to the contract's JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from index.types import AddResult, Article, Hit, Passage
from qa.serialize import to_json
from qa.types import (
    Answer,
    Citation,
    Claim,
    Closest,
    DateRange,
    Explanation,
    Quantity,
    QuestionDate,
    TimelinePoint,
    Timing,
)

DAY = date(2021, 8, 24)
CLAIM = Claim(
    value="38,000",
    confidence=0.91,
    citations=(1,),
    value_date=DateRange(DAY, date(2021, 8, 26)),
    quantity=Quantity(38_000.0, 38_000.0, None, "people", "at least"),
    said_by="UN",
    said_by_kind="speaker",
    said_on=DAY,
)
CITATION = Citation(
    n=1, article_id="a", version=1, title="T", publisher=None, url=None, published_at=DAY,
    quote="38,000 fled", start=0, end=11, answer="38,000", answer_start=0, answer_end=6,
    article_sha256="0", link="/articles/a?v=1&start=0&end=11",
)  # fmt: skip
ANSWER = Answer(
    id="x",
    question="q?",
    standalone_question="q?",
    status="answered",
    reason=None,
    kind="development",
    answer="38,000",
    text="38,000 [1]",
    confidence=0.91,
    disagreement=False,
    claims=(CLAIM,),
    timeline=(TimelinePoint(DAY, "38,000", "UN", 1),),
    citations=(CITATION,),
    closest=(Closest("a", "T", "near", 0, 4, 0.1),),
    timing_ms=Timing(6.04, 48.26, 57.0),
    generation=12,
)


def test_answer_reads_like_the_contract() -> None:
    found = to_json(ANSWER)
    assert list(found)[:3] == ["id", "conversation_id", "question"]
    assert found["claims"][0]["value_date"] == {"from": "2021-08-24", "to": "2021-08-26"}
    assert found["claims"][0]["quantity"] == {
        "number": 38_000, "low": 38_000, "high": None,
        "unit": "people", "qualifier": "at least", "currency": None,
    }  # fmt: skip
    assert found["claims"][0]["said_on"] == "2021-08-24"
    assert found["claims"][0]["citations"] == [1]
    assert found["timeline"] == [
        {"date": "2021-08-24", "value": "38,000", "said_by": "UN", "citation": 1}
    ]
    assert found["timing_ms"] == {"retrieve": 6.0, "read": 48.3, "total": 57.0}
    assert json.loads(json.dumps(found)) == found


def test_optional_keys_stand_only_where_they_belong() -> None:
    assert "closest" not in to_json(ANSWER)
    assert "explain" not in to_json(ANSWER)
    refused = replace(ANSWER, status="no_answer", explain=Explanation((), 0.5, "too unsure"))
    assert to_json(refused)["closest"][0]["quote"] == "near"
    assert to_json(refused)["explain"] == {"hits": [], "threshold": 0.5, "decision": "too unsure"}


def test_whole_numbers_have_no_point_and_scores_stay() -> None:
    written = json.dumps(to_json(Quantity(2.5, 1e300, -3.0)))
    assert '"number": 2.5' in written
    assert '"low": 1e+300' in written
    assert '"high": -3,' in written


@pytest.mark.parametrize("score", [float("nan"), float("inf"), float("-inf")])
def test_what_json_cannot_hold_is_null(score: float) -> None:
    assert to_json(Closest("a", "T", "q", 0, 1, score))["score"] is None


def test_numpy_numbers_become_plain_ones() -> None:
    found = to_json(Closest("a", "T", "q", int(np.int64(3)), 4, float(np.float32(0.5))))
    raw = to_json(Closest("a", "T", "q", np.int64(3), 4, np.float32(0.5)))  # type: ignore[arg-type]
    assert raw == found
    json.dumps(raw)


def test_hit_carries_its_text() -> None:
    article = Article("a", 2, "T", "One. Two. Three.", "0", published_at=DAY)
    hit = Hit(Passage(7, "a", 2, 5, 9), article, score=0.5, rank=1, dense=0.25)
    found = to_json(hit)
    assert found["text"] == "Two."
    assert (found["start"], found["end"], found["rank"]) == (5, 9, 1)
    assert (found["lexical"], found["dense"]) == (None, 0.25)
    assert found["published_at"] == "2021-08-24"


def test_result_of_adding_has_an_error_only_when_it_failed() -> None:
    assert to_json(AddResult("a", 1, "added")) == {"id": "a", "version": 1, "status": "added"}
    assert to_json(AddResult("", 0, "failed", error="no text"))["error"] == "no text"


def test_other_values_are_refused() -> None:
    with pytest.raises(TypeError, match="complex"):
        to_json(1j)


def test_asked_dates_have_days_or_nulls() -> None:
    since = QuestionDate("since May", 9, 18, date(2021, 5, 1), None)
    assert to_json(ANSWER)["asked_dates"] == []
    assert to_json(replace(ANSWER, asked_dates=(since,)))["asked_dates"] == [
        {"text": "since May", "start": 9, "end": 18, "from": "2021-05-01", "to": None}
    ]
