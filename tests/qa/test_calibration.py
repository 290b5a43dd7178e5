"""The stored confidence model: the shipped one loads, damaged ones are refused."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import ModelError
from qa.calibration import FILE, ReadingCalibration, load
from qa.doubts import NO_DOUBTS, Doubts
from qa.types import Reading, Span
from tests.fakes import NO_FEATURES

SHIPPED = Path(__file__).parents[2] / "models" / "reader"


def test_the_shipped_calibration_trusts_better_evidence_more() -> None:
    calibration = load(SHIPPED)
    good = replace(
        NO_FEATURES,
        score=12.0,
        null_margin=20.0,
        rival_margin=5.0,
        share=-0.01,
        length=1.0,
        dense=0.7,
        sentence_coverage=0.8,
        coverage=0.9,
        article_coverage=1.0,
    )
    bad = replace(
        NO_FEATURES,
        score=-3.0,
        null_margin=-12.0,
        share=-3.0,
        length=4.0,
        dense=0.05,
        names_missing=1.0,
        names_absent=1.0,
        is_name_absent=1.0,
        names_unknown=1.0,
    )
    assert calibration.confidence(good) > 0.6 > 0.1 > calibration.confidence(bad)
    assert 0.0 < calibration.threshold < 1.0


@pytest.mark.parametrize("damage", ["missing", "garbage", "features", "threshold"])
def test_a_damaged_calibration_says_how_to_cure_it(tmp_path: Path, damage: str) -> None:
    stored = json.loads((SHIPPED / FILE).read_text("utf-8"))
    if damage == "features":
        stored["features"][0] = "luck"
    if damage == "threshold":
        del stored["threshold"]
    if damage != "missing":
        text = "garbage" if damage == "garbage" else json.dumps(stored)
        (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(ModelError, match="fit_calibration"):
        load(tmp_path)


def test_what_a_text_lacks_lowers_the_margin() -> None:
    calibration = ReadingCalibration(1.0, slope=0.5, bias=-1.0, costs=Doubts(2.0, 0.5, 3.0))
    reading = Reading((Span(0, 1, 7.0),), 1.0)
    assert calibration.margin(reading, NO_DOUBTS) == 7 - 1
    assert calibration.margin(reading, Doubts(0.5, 1.0, 0.0)) == 7 - 1 - 2 * 0.5 - 0.5
    assert calibration.margin(Reading((), 0.0), NO_DOUBTS) == -math.inf
    assert calibration.confidence(2.0) == 0.5
