"""Scores of a model in training on a small, fixed sample of the validation sets.

Only articles that may be fitted on are asked about; those that are reported on stay unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from statistics import fmean
from typing import Any

from tokenizers import Tokenizer

from qa.config import QaConfig
from qa.evaluation import read_each
from qa.metrics import exact_match, f1
from qa.question_files import Example, read_examples, sample
from qa.reader.torch_reader import TorchScorer
from qa.reader.windowed import window_reader
from training.sources import is_fitted, path_of

QUESTIONS = 250
SETS = ("squad-dev-half-v1.1", "realtimeqa-evidence-half")


def may_fit(example: Example) -> bool:
    """Whether the example's article, or its context where that has no title, may be fitted on."""
    return is_fitted(example.title or example.context)


def validate(model: Any, tokenizer: Tokenizer) -> dict[str, float]:
    """Forced exact match and F1 of each set, 0 to 100."""
    device = next(model.parameters()).device
    reader = window_reader("training", tokenizer, TorchScorer(model.cpu(), True), QaConfig())
    scores = {}
    for name in SETS:
        answers = [(p.forced, p.example.texts) for p in read_each(reader, _sample(name))]
        scores[f"{name} em"] = _percent(exact_match(a, golds) for a, golds in answers)
        scores[f"{name} f1"] = _percent(f1(a, golds) for a, golds in answers)
    model.to(device)
    return scores


@cache
def _sample(name: str) -> Sequence[Example]:
    fitting = [e for e in read_examples(path_of(name)) if e.is_answerable and may_fit(e)]
    return sample(fitting, QUESTIONS)


def _percent(values: Iterator[float]) -> float:
    return round(100 * fmean(values), 2)
