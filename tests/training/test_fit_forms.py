"""Fitting forms: what tells right spans from wrong ones gets weight, what does not gets none."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from training.fit_forms import Choice, fit, scores


def _choices(count: int) -> list[Choice]:
    """Questions whose right span is short, though the reader likes a long one better."""
    rng = random.Random(0)
    found = []
    for _ in range(count):
        spans = ((3.0, 3.0), (2.0, 1.0), (0.0, 1.0))
        features = [
            {"raw": raw + 0.4 * rng.random(), "length": length, "idle": float(rng.random() < 0.5)}
            for raw, length in spans
        ]
        found.append(
            Choice("squad-dev-half-v1.1", True, features, [0.0, 1.0, 0.0], [0.5, 1.0, 0.0])
        )
    return found


def test_a_length_that_tells_right_from_wrong_is_learnt() -> None:
    asked = _choices(60)
    weights = fit(asked)
    assert scores(asked, {}) == (0.0, 50.0)
    assert scores(asked, weights) == (100.0, 100.0)
    assert weights["length"] < -0.3
    assert abs(weights["idle"]) < 0.1 * abs(weights["length"])


def test_a_feature_of_few_questions_gets_no_weight() -> None:
    asked = _choices(60)
    asked[0].features[0]["rare"] = 1.0
    assert "rare" not in fit(asked)


def test_a_reader_that_is_mostly_wrong_is_told() -> None:
    asked = [replace(c, exact=[0.0, 0.0, 1.0], overlap=[0.0, 0.0, 1.0]) for c in _choices(60)]
    with pytest.raises(SystemExit, match="does not tell right spans"):
        fit(asked)
