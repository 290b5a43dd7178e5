"""Fit the confidence model of the shipped reader and choose the refusal threshold.

    python -m training.fit_calibration --runs FILE     ask (kept in FILE), fit, report, write
    python -m training.fit_calibration --dry           ask, fit, report

A candidate is right when it is an exact match, as `dateline eval` counts, and its library holds
the article. Articles whose title has an even sha256 are fitted on; the report is on the odd
ones. The threshold refuses LOST of the even questions whose library holds an answer.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from index.embedding import open_embedder
from qa.calibration import FILE, Calibration
from qa.config import QaConfig
from qa.evidence import Features, gather
from qa.metrics import auroc, exact_match, expected_calibration_error
from qa.reader import open_reader
from training.calibration_runs import Asked, measure

CANDIDATES = 12
LOST = 0.07  # share of the answers that are there
FEATURES = [f.name for f in fields(Features)]


@dataclass(frozen=True, slots=True)
class Judged:
    """One question's candidates as features, which of them are right, and the setting."""

    setting: str
    is_even: bool
    is_answerable: bool
    features: list[Features]
    right: list[bool]


@click.command()
@click.option("--questions", default=500, help="questions drawn by seed for each setting")
@click.option("--runs", type=click.Path(path_type=Path), help="keep or take what was found here")
@click.option("--dry", is_flag=True, help="write nothing into models/")
def main(questions: int, runs: Path | None, dry: bool) -> None:
    """Fit on the even articles, report on the odd ones."""
    judged = [judge(asked) for asked in _asked(questions, runs)]
    calibration = fit([one for one in judged if one.is_even])
    _report(calibration, [one for one in judged if not one.is_even])
    if not dry:
        _write(calibration, Path(__file__).parents[1] / "models" / "reader" / FILE)


def judge(asked: Asked) -> Judged:
    """Compute the features of a question's candidates and mark the right ones."""
    found = gather(asked.asks, asked.hits, asked.readings)[:CANDIDATES]
    golds = asked.question.golds
    right = [asked.is_answerable and bool(exact_match(e.value, golds)) for e in found]
    features = [e.features for e in found]
    return Judged(asked.setting, asked.is_even, asked.is_answerable, features, right)


def _asked(questions: int, runs: Path | None) -> list[Asked]:
    if runs is not None and runs.exists():
        kept: list[Asked] = pickle.loads(runs.read_bytes())
        return kept
    config = QaConfig()
    asked = list(measure(open_embedder(), open_reader(config), config, questions))
    if runs is not None:
        runs.write_bytes(pickle.dumps(asked))
    return asked


def fit(asked: Sequence[Judged]) -> Calibration:
    """Fit weights on all candidates, then slope, bias and threshold on each question's best."""
    x = np.array([f.as_list() for a in asked for f in a.features])
    y = np.array([r for a in asked for r in a.right])
    means, scales = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=1000).fit((x - means) / scales, y)
    raw = Calibration(
        tuple(model.coef_[0]), tuple(means), tuple(scales), float(model.intercept_[0]), 0.0
    )
    logits, right = _best(raw, [one for one in asked if one.features], _logit)
    platt = LogisticRegression(C=1e6).fit(logits.reshape(-1, 1), right)
    slope, shift = float(platt.coef_[0][0]), float(platt.intercept_[0])
    weights = tuple(slope * w for w in raw.weights)
    scaled = Calibration(weights, raw.means, raw.scales, slope * raw.bias + shift, 0.0)
    held, _ = _best(scaled, [a for a in asked if a.is_answerable], Calibration.confidence)
    threshold = round(float(np.quantile(held, LOST)), 3)
    return Calibration(scaled.weights, scaled.means, scaled.scales, scaled.bias, threshold)


def _logit(calibration: Calibration, features: Features) -> float:
    p = calibration.confidence(features)
    return float(np.log(p / (1 - p)))


def _best(
    calibration: Calibration,
    asked: Sequence[Judged],
    score: Callable[[Calibration, Features], float],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Each question's highest score and whether that candidate is right."""
    best = []
    for one in asked:
        scored = [score(calibration, f) for f in one.features]
        at = int(np.argmax(scored)) if scored else -1
        # Without a candidate the question is refused: a probability of 0.
        best.append((scored[at], one.right[at]) if scored else (0.0, False))
    return np.array([b[0] for b in best]), np.array([b[1] for b in best], dtype=bool)


def _report(calibration: Calibration, asked: Sequence[Judged]) -> None:
    for name, weight in zip(FEATURES, calibration.weights, strict=True):
        print(f"{name:18} {weight:+.3f}")
    print(f"threshold {calibration.threshold}")
    scores, right = _best(calibration, asked, Calibration.confidence)
    print(
        f"all odd: {len(asked)} questions, ECE "
        f"{expected_calibration_error(scores.tolist(), right.tolist(), 15):.3f}, "
        f"AUROC {auroc(scores.tolist(), right.tolist()):.3f}"
    )
    _risk_and_coverage(calibration, asked)
    for setting in sorted({a.setting for a in asked}):
        part = [a for a in asked if a.setting == setting]
        scores, right = _best(calibration, part, Calibration.confidence)
        kept = scores >= calibration.threshold
        accuracy = 100 * right[kept].mean() if kept.any() else 0.0
        print(
            f"{setting:40} n {len(part)} refused {100 * (1 - kept.mean()):.1f}% "
            f"right of answered {accuracy:.1f}% right forced {100 * right.mean():.1f}%"
        )


def _risk_and_coverage(calibration: Calibration, asked: Sequence[Judged]) -> None:
    """What each threshold would refuse, of questions with and without an answer there."""
    scores, right = _best(calibration, asked, Calibration.confidence)
    holds = np.array([a.is_answerable for a in asked])
    for threshold in sorted({0.1, 0.15, 0.2, 0.25, 0.3, 0.4, calibration.threshold}):
        kept = scores >= threshold
        print(
            f"threshold {threshold:.3f}: refused {100 * (~kept)[holds].mean():.1f}% "
            f"with an answer, {100 * (~kept)[~holds].mean():.1f}% without; "
            f"right of answered {100 * right[kept].mean():.1f}%"
        )


def _write(calibration: Calibration, path: Path) -> None:
    stored = {
        "features": FEATURES,
        "weights": [round(w, 5) for w in calibration.weights],
        "means": [round(m, 5) for m in calibration.means],
        "scales": [round(s, 5) for s in calibration.scales],
        "bias": round(calibration.bias, 5),
        "threshold": calibration.threshold,
    }
    stored["reading"] = json.loads(path.read_text("utf-8"))["reading"]  # `training.fit_reading`
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
