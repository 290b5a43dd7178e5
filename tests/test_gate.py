"""The quality gate tells a fall from a wobble, and other data from the pinned."""

from __future__ import annotations

import pytest

from benchmarks.gate import TOLERANCE, falls, flat

PINNED = {"sha256": "a", "scores": {"forced.f1": 80.0, "auroc": 0.9}}


def found(f1: float, auroc: float = 0.9, sha256: str = "a") -> dict[str, object]:
    return {"sha256": sha256, "scores": {"forced.f1": f1, "auroc": auroc}}


def test_a_report_becomes_dotted_numbers() -> None:
    report = {"f1": 50, "forced": {"f1": 80.5, "exact_match": None}, "mode": "open"}
    assert flat(report) == {"f1": 50.0, "forced.f1": 80.5}


@pytest.mark.parametrize("f1", [80.0, 95.0, 80.0 - TOLERANCE[100]])
def test_scores_within_the_tolerance_pass(f1: float) -> None:
    assert falls("set", PINNED, found(f1)) == []


def test_a_fall_is_named_with_both_scores() -> None:
    assert falls("set", PINNED, found(78.9)) == ["set: forced.f1 fell from 80.0 to 78.9"]
    assert falls("set", PINNED, found(80.0, auroc=0.87)) == ["set: auroc fell from 0.9 to 0.87"]


def test_a_missing_score_is_a_fall() -> None:
    assert len(falls("set", PINNED, {"sha256": "a", "scores": {"auroc": 0.9}})) == 1


def test_other_data_does_not_compare() -> None:
    [message] = falls("set", PINNED, found(99.0, sha256="b"))
    assert "--pin" in message
