"""The quality gate: fails when a change lowers the scores of the shipped reader or the pipeline.

    python -m benchmarks.gate            compare with the pinned baseline
    python -m benchmarks.gate --pin      measure and pin anew; --allow-lower to pin lower scores

300 questions of each set, drawn by seed: read on their own contexts, and asked of a library of
all contexts of the set. Two sets are our own, about invented news: nearly half of the questions of
`near-misses.json` are only seemingly answered by their text; those of `whole-articles.json` are
asked as by one who has read no more than the headline. The baseline holds the sha256 of each data
file: scores of other data do not compare. `dateline eval` gives the same numbers.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import open_embedder
from index.onnx_files import shipped_folder
from qa.calibration import load
from qa.evaluation import Prediction, add_contexts, ask_each, read_each, report
from qa.pipeline import Pipeline
from qa.question_files import Example, read_examples, sample
from qa.reader import open_reader
from training.sources import path_of

BASELINE = Path(__file__).with_name("gate_baseline.json")
QUESTIONS = 300
# How far a score may fall: points of 100, and shares of 1. The draw is always the same, but int8
# rounds otherwise on processors without VNNI.
TOLERANCE = {100: 1.0, 1: 0.02}
SHARES = ("auroc", "recall_at.5")

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class Check:
    """A set, how it is asked, and the scores that must not fall (dotted names of a report)."""

    set: str
    is_open: bool
    keys: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.set}, {'open' if self.is_open else 'reading'}"

    @property
    def path(self) -> Path:
        """A set of our own lies beside the gate, the others in the data folder."""
        own = BASELINE.with_name(f"{self.set}.json")
        return own if own.is_file() else path_of(self.set)


CHECKS = (
    Check("squad-dev-half-v1.1", False, ("forced.exact_match", "forced.f1")),
    Check("squad-dev-half-v2.0", False, ("f1", "has_answer.f1", "no_answer.accuracy")),
    Check("realtimeqa-evidence-half", False, ("forced.exact_match", "forced.f1")),
    Check("near-misses", False, ("forced.f1", "has_answer.f1", "no_answer.accuracy")),
    Check("whole-articles", False, ("forced.f1", "has_answer.f1", "no_answer.accuracy")),
    Check("squad-dev-half-v1.1", True, ("f1", "forced.exact_match", "auroc", "recall_at.5")),
)


def measure(check: Check) -> dict[str, Any]:
    """What the baseline holds of a check: the data's sha256, the questions asked, the scores."""
    examples = read_examples(check.path)
    asked = sample(examples, QUESTIONS)
    scores = flat(report(list(_ask(examples, asked) if check.is_open else _read(asked))))
    return {
        "sha256": hashlib.sha256(check.path.read_bytes()).hexdigest(),
        "questions": len(asked),
        "scores": {key: scores[key] for key in check.keys},
    }


def _read(asked: Sequence[Example]) -> Iterator[Prediction]:
    return read_each(open_reader(), asked, load(shipped_folder("reader")).reading)


def _ask(contexts: Sequence[Example], asked: Sequence[Example]) -> Iterator[Prediction]:
    with (
        tempfile.TemporaryDirectory() as home,
        Corpus.open(IndexConfig(home=Path(home)), open_embedder()) as corpus,
    ):
        pipeline = Pipeline(corpus, open_reader(), load(shipped_folder("reader")))
        yield from ask_each(pipeline, corpus, add_contexts(corpus, contexts), asked)


def flat(scores: Mapping[str, Any], prefix: str = "") -> Scores:
    """The numbers of a report by dotted name: `{"forced": {"f1": 80.0}}` gives "forced.f1"."""
    found: Scores = {}
    for key, value in scores.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, int | float):
            found[f"{prefix}{key}"] = float(value)
    return found


def falls(name: str, pinned: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """What is worse than pinned, in words. Other data than pinned is worse too."""
    if pinned["sha256"] != found["sha256"]:
        return [f"{name}: the data file is another than the pinned one; pin anew with --pin"]
    now = {key: found["scores"].get(key, 0.0) for key in pinned["scores"]}
    return [
        f"{name}: {key} fell from {before} to {now[key]}"
        for key, before in pinned["scores"].items()
        if now[key] < before - TOLERANCE[1 if key in SHARES else 100]
    ]


@click.command()
@click.option("--pin", is_flag=True, help="write the scores as the new baseline")
@click.option("--allow-lower", is_flag=True, help="with --pin: even where they fell")
def main(pin: bool, allow_lower: bool) -> None:
    """Compare the shipped reader and pipeline with the pinned scores."""
    pinned = json.loads(BASELINE.read_text("utf-8")) if BASELINE.is_file() else {}
    worse: list[str] = []
    measured: dict[str, Any] = {}
    for check in CHECKS:
        found = measured[check.name] = measure(check)
        print(check.name, found["scores"], flush=True)
        if check.name in pinned:
            worse += falls(check.name, pinned[check.name], found)
        elif not pin:
            worse.append(f"{check.name}: nothing is pinned; measure and pin with --pin")
    if worse and not (pin and allow_lower):
        raise click.ClickException("\n".join(worse))
    if pin:
        BASELINE.write_text(json.dumps(measured, indent=1) + "\n", "utf-8")
        print(f"pinned in {BASELINE.name}")


if __name__ == "__main__":
    main()
