"""Fit reading mode: when one given text holds no answer, and how sure its answer is.

    python -m training.fit_reading

On the even articles of a SQuAD 2.0 set: what each doubt costs the margin (`qa.doubts`), the null
threshold, and the logistic function of the margin, right being an exact match. Reports on the
odd articles and writes beside the weights.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import click
import numpy as np
from sklearn.linear_model import LogisticRegression

from index.onnx_files import shipped_folder
from qa.calibration import FILE, ReadingCalibration
from qa.doubts import Doubts, doubts
from qa.evaluation import Prediction, read_each, report
from qa.metrics import exact_match, f1
from qa.question_files import read_examples
from qa.reader import open_reader
from training.evaluate import UNANSWERABLE
from training.sources import path_of
from training.validation import may_fit

# Share of the answerable questions' forced F1 that refusing may not take. SQuAD 2.0's mean F1 is
# highest where refusing takes 30%; a reader that is asked wants more of its answers than that.
KEPT = 0.81


def fit(predictions: Sequence[Prediction]) -> ReadingCalibration:
    """Fit costs, threshold, slope and bias on predictions that were made without them."""
    costs = _costs(predictions)
    fitted = [replace(p, margin=p.margin - _cost(costs, p)) for p in predictions]
    right = [
        p.example.is_answerable and bool(exact_match(p.forced, p.example.texts)) for p in fitted
    ]
    model = LogisticRegression(C=1e6).fit([[p.margin] for p in fitted], right)
    return ReadingCalibration(
        null_threshold=round(threshold(fitted), 3),
        slope=round(float(model.coef_[0][0]), 5),
        bias=round(float(model.intercept_[0]), 5),
        costs=costs,
    )


def _costs(predictions: Sequence[Prediction]) -> Doubts:
    """By how many logits each doubt lowers the margin at which half are answerable."""
    x = [[p.margin, *_doubts(p).as_list()] for p in predictions]
    y = [p.example.is_answerable for p in predictions]
    weights = LogisticRegression(C=1e6, max_iter=1000).fit(x, y).coef_[0]
    return Doubts(*(round(max(0.0, -float(w) / float(weights[0])), 3) for w in weights[1:]))


def _cost(costs: Doubts, prediction: Prediction) -> float:
    found = _doubts(prediction).as_list()
    return sum(c * d for c, d in zip(costs.as_list(), found, strict=True))


def _doubts(p: Prediction) -> Doubts:
    return doubts(p.example.question, p.example.context, p.example.context.find(p.forced))


def threshold(predictions: Sequence[Prediction]) -> float:
    """The highest null threshold at which answerable questions keep `KEPT` of their forced F1."""
    answerable = [p for p in predictions if p.example.is_answerable]
    scores = np.array([f1(p.forced, p.example.texts) for p in answerable])
    margins = np.array([p.margin for p in answerable])
    candidates = np.quantile(margins, np.linspace(0.0, 1.0, 401))
    kept = [float(scores[margins > t].sum() / scores.sum()) for t in candidates]
    return float(max(t for t, share in zip(candidates, kept, strict=True) if share >= KEPT))


@click.command()
@click.option("--dry", is_flag=True, help="write nothing into models/")
def main(dry: bool) -> None:
    """Fit on the even articles, report on the odd ones."""
    reader = open_reader()
    examples = read_examples(path_of(UNANSWERABLE))
    fitted = fit(list(read_each(reader, [e for e in examples if may_fit(e)])))
    print(fitted)
    odd = [e for e in examples if not may_fit(e)]
    print(json.dumps(report(list(read_each(reader, odd, fitted)))))
    if not dry:
        path = Path(shipped_folder("reader")) / FILE
        stored = json.loads(path.read_text("utf-8")) | {"reading": asdict(fitted)}
        path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
