"""Fit what the form of a span adds to its score: `python -m training.fit_forms`.

A conditional logistic model over the spans that the shipped reader nominates for a question
(`qa.reader.forms`): the probability mass on right spans is made large, right being a mean of
exact match and F1. Articles whose title has an even sha256 are fitted on; the report is on the odd
ones. Writes `forms.json` beside the weights and its sum into their manifest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray

from index.onnx_files import shipped_folder
from qa.config import QaConfig
from qa.metrics import exact_match, f1
from qa.question_files import read_examples
from qa.questions import understand
from qa.reader.forms import Features, FormedText
from qa.reader.onnx_reader import open_onnx_reader
from training.export_reader import write_forms
from training.sources import path_of
from training.validation import may_fit

SETS = ("squad-dev-half-v1.1", "realtimeqa-evidence-half")
RAW = "raw"  # the reader's own score: the unit of all weights
PENALTY = 0.02  # of squared standardised weights; like EXACT chosen by folds of the even articles
EXACT = 0.7  # what being an exact match counts, and F1 the rest
FEWEST = 20  # questions in which a feature must tell spans apart
STEPS = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A question's nominated spans: features with `RAW`, exact match and F1 of each."""

    source: str
    is_even: bool
    features: list[Features]
    exact: list[float]
    overlap: list[float]


def choices(folder: Path) -> Iterator[Choice]:
    """Nominate spans for every answerable question of the sets."""
    reader = open_onnx_reader(folder, "fitted", QaConfig())
    for name in SETS:
        for example in read_examples(path_of(name)):
            if not example.is_answerable:
                continue
            formed = FormedText(understand(example.question), example.context)
            found = reader.nominate(example.question, example.context)
            values = [example.context[start:end] for start, end in found]
            yield Choice(
                name,
                may_fit(example),
                [{RAW: raw, **formed.features(*span)} for span, raw in found.items()],
                [exact_match(value, example.texts) for value in values],
                [f1(value, example.texts) for value in values],
            )


def fit(fitted: Sequence[Choice], penalty: float = PENALTY) -> dict[str, float]:
    """Fit by L-BFGS; weights in logits of the reader's score, `RAW` left out."""
    names = _telling(fitted)
    x, is_span = _matrix(fitted, names)
    gains = np.zeros(is_span.shape, np.float32)
    for row, choice in enumerate(fitted):
        exact, overlap = np.array(choice.exact), np.array(choice.overlap)
        gains[row, : len(exact)] = EXACT * exact + (1 - EXACT) * overlap
    scales = x[is_span].std(axis=0) + 1e-6
    inputs, mask, wanted = (torch.from_numpy(a) for a in (x / scales, ~is_span, gains))
    start = torch.zeros(len(names))
    start[names.index(RAW)] = float(scales[names.index(RAW)])
    weights = start.clone().requires_grad_()
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        chances = (inputs @ weights).masked_fill(mask, -1e4).softmax(dim=1)
        gain = (chances * wanted).sum(dim=1).clamp_min(1e-3)
        value = -gain.log().mean() + penalty * ((weights - start) ** 2).sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    found = weights.detach().numpy() / scales
    unit = float(found[names.index(RAW)])
    if unit <= 0.0:
        raise SystemExit("The reader's score does not tell right spans from wrong ones here.")
    pairs = zip(names, found, strict=True)
    return {name: round(float(w) / unit, 3) for name, w in pairs if name != RAW}


def _telling(fitted: Sequence[Choice]) -> list[str]:
    """The features that differ between the spans of enough questions."""
    counts: dict[str, int] = {}
    for choice in fitted:
        for name in {name for features in choice.features for name in features}:
            if len({features.get(name, 0.0) for features in choice.features}) > 1:
                counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= FEWEST)


def _matrix(
    fitted: Sequence[Choice], names: Sequence[str]
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Features `(questions, spans, names)`, and which of the spans are there."""
    at = {name: column for column, name in enumerate(names)}
    longest = max(len(choice.features) for choice in fitted)
    x = np.zeros((len(fitted), longest, len(names)), np.float32)
    is_span = np.zeros(x.shape[:2], np.bool_)
    for row, choice in enumerate(fitted):
        best = max(features[RAW] for features in choice.features)
        is_span[row, : len(choice.features)] = True
        for column, features in enumerate(choice.features):
            for name, value in features.items():
                if name in at:
                    x[row, column, at[name]] = value - best if name == RAW else value
    return x, is_span


def scores(asked: Sequence[Choice], weights: dict[str, float]) -> tuple[float, float]:
    """Exact match and F1, 0 to 100, of each question's best span."""
    exact, overlap = [], []
    for choice in asked:
        summed = [
            sum(
                value * (1.0 if name == RAW else weights.get(name, 0.0))
                for name, value in f.items()
            )
            for f in choice.features
        ]
        best = int(np.argmax(summed))
        exact.append(choice.exact[best])
        overlap.append(choice.overlap[best])
    return round(100 * float(np.mean(exact)), 2), round(100 * float(np.mean(overlap)), 2)


def _report(asked: Sequence[Choice], weights: dict[str, float]) -> None:
    for source in SETS:
        part = [choice for choice in asked if choice.source == source]
        print(
            f"{source}: {len(part)} questions, without {scores(part, {})}, "
            f"with {scores(part, weights)}"
        )


@click.command()
@click.option("--dry", is_flag=True, help="write nothing into models/")
def main(dry: bool) -> None:
    """Fit on the even articles, report on the odd ones."""
    folder = shipped_folder("reader")
    found = [choice for choice in choices(folder) if choice.features]
    weights = fit([choice for choice in found if choice.is_even])
    print(json.dumps(weights, indent=1))
    _report([choice for choice in found if not choice.is_even], weights)
    if not dry:
        write_forms(folder, weights)


if __name__ == "__main__":
    main()
