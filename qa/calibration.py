"""From features to a probability: how likely is a span to be the right answer? Pure but
for `load`.

A logistic model over standardised features, fitted by `training/fit_calibration.py` and stored
beside the reader's weights: P = 1 / (1 + exp(−(b + Σ w · (x − mean) / scale))).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from index.errors import ModelError
from qa.doubts import NO_DOUBTS, Doubts
from qa.evidence import Features
from qa.types import Reading

FILE = "calibration.json"


@dataclass(frozen=True, slots=True)
class ReadingCalibration:
    """For a question on one given text, in logits:

        margin = span score − null score − Σ cost · doubt
        P      = 1 / (1 + exp(−(slope · margin + bias)))

    There is no answer where the margin does not exceed `null_threshold`. Fitted by
    `training/fit_reading.py`.
    """

    null_threshold: float = 0.0
    slope: float = 1.0
    bias: float = 0.0
    costs: Doubts = NO_DOUBTS

    def margin(self, reading: Reading, found: Doubts) -> float:
        """By how much the best span beats "no answer"; −∞ without a span."""
        if not reading.spans:
            return -math.inf
        cost = sum(c * d for c, d in zip(self.costs.as_list(), found.as_list(), strict=True))
        return reading.spans[0].score - reading.null_score - cost

    def confidence(self, margin: float) -> float:
        """The probability, 0 to 1, that a span with this margin is right."""
        return _logistic(self.slope * margin + self.bias)


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fitted model, and the probability under which an answer is refused."""

    weights: tuple[float, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    bias: float
    threshold: float
    reading: ReadingCalibration = ReadingCalibration()

    def confidence(self, features: Features) -> float:
        """The probability, 0 to 1, that a span with these features is right."""
        rows = zip(features.as_list(), self.weights, self.means, self.scales, strict=True)
        return _logistic(self.bias + sum(w * (x - mean) / scale for x, w, mean, scale in rows))


def _reading(stored: Mapping[str, Any]) -> ReadingCalibration:
    return ReadingCalibration(
        float(stored["null_threshold"]),
        float(stored["slope"]),
        float(stored["bias"]),
        Doubts(**{name: float(cost) for name, cost in stored["costs"].items()}),
    )


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def load(folder: Path) -> Calibration:
    """Read the calibration in a reader's folder. Raises ModelError."""
    path = folder / FILE
    try:
        stored = json.loads(path.read_text("utf-8"))
        wanted = [f.name for f in fields(Features)]
        if stored["features"] != wanted:
            raise ValueError(f"it is for the features {stored['features']}")
        return Calibration(
            tuple(map(float, stored["weights"])),
            tuple(map(float, stored["means"])),
            tuple(map(float, stored["scales"])),
            float(stored["bias"]),
            float(stored["threshold"]),
            _reading(stored["reading"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as exc:
        raise ModelError(
            f"{path} cannot be used ({exc}). Restore it, or fit it again with "
            "`python -m training.fit_calibration`."
        ) from exc
