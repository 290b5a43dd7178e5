"""Fit reading mode: when one given text holds no answer, and how sure its answer is.

    python -m training.fit_reading

The null threshold has the best F1 on the even articles of a SQuAD 2.0 set, and the logistic
function of the margin (span score − null score) is fitted on theirs too: right is an exact
match. Reports on the odd articles and writes beside the weights.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click
import numpy as np
from sklearn.linear_model import LogisticRegression

from index.onnx_files import shipped_folder
from qa.calibration import FILE, ReadingCalibration
from qa.evaluation import Prediction, read_each, report
from qa.metrics import exact_match
from qa.question_files import read_examples
from qa.reader import open_reader
from training.evaluate import UNANSWERABLE, best_threshold
from training.sources import path_of
from training.validation import may_fit


def fit(predictions: Sequence[Prediction]) -> ReadingCalibration:
    """Fit threshold, slope and bias on predictions that were made without them."""
    margins = np.array([[p.margin] for p in predictions])
    right = [
        p.example.is_answerable and bool(exact_match(p.forced, p.example.texts))
        for p in predictions
    ]
    model = LogisticRegression(C=1e6).fit(margins, right)
    return ReadingCalibration(
        null_threshold=round(best_threshold(predictions), 3),
        slope=round(float(model.coef_[0][0]), 5),
        bias=round(float(model.intercept_[0]), 5),
    )


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
