"""How good answers are: exact match, F1, calibration error, ranking of confidences (pure).

Answers compare as the official SQuAD scripts compare them. Knows nothing of files,
readers or pipelines.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalize_answer(text: str) -> str:
    """Lower case without punctuation, articles and extra white space (SQuAD, official).

    >>> normalize_answer("The U.N., in Geneva")
    'un in geneva'
    """
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def exact_match(prediction: str, answers: Sequence[str]) -> float:
    """1.0 when the prediction equals an accepted answer after normalisation, else 0.0.

    No accepted answers mean that "" is right, here and in `f1`; answers of which nothing is left
    are none, as in SQuAD 2.0's script.
    """
    return float(normalize_answer(prediction) in _accepted(answers))


def f1(prediction: str, answers: Sequence[str]) -> float:
    """Overlap of tokens with the nearest accepted answer, after normalisation.

    2 · precision · recall / (precision + recall). When either side has no tokens left it
    is 1.0 if both have none, else 0.0.
    """
    predicted = normalize_answer(prediction).split()
    return max(_f1(predicted, answer.split()) for answer in _accepted(answers))


def _accepted(answers: Sequence[str]) -> list[str]:
    return [normal for answer in answers if (normal := normalize_answer(answer))] or [""]


def _f1(predicted: Sequence[str], wanted: Sequence[str]) -> float:
    if not predicted or not wanted:
        return float(list(predicted) == list(wanted))
    shared = sum((Counter(predicted) & Counter(wanted)).values())
    return 2 * shared / (len(predicted) + len(wanted))


def expected_calibration_error(
    confidences: Sequence[float], outcomes: Sequence[bool | float], bins: int = 10
) -> float:
    """Σ share(b) · |mean confidence(b) - mean outcome(b)| over bins of equal mass.

    Equal confidences share their mean outcome, so the order of the answers does not
    matter. Fewer answers than bins give one bin an answer. 0.0 without answers. Nguyen &
    O'Connor 2015.
    """
    confidence, outcome = _paired(confidences, outcomes)
    if not confidence.size:
        return 0.0
    order = np.argsort(confidence, kind="stable")
    confidence, outcome = confidence[order], _tied_means(confidence[order], outcome[order])
    parts = np.array_split(np.arange(confidence.size), min(bins, confidence.size))
    gaps = [len(part) * abs(confidence[part].mean() - outcome[part].mean()) for part in parts]
    return float(sum(gaps) / confidence.size)


def auroc(confidences: Sequence[float], outcomes: Sequence[bool | float]) -> float:
    """Probability that a right answer has more confidence than a wrong one; a tie is half.

    0.5 when all answers are right or all are wrong.
    """
    confidence, outcome = _paired(confidences, outcomes)
    right, wrong = confidence[outcome > 0.5], np.sort(confidence[outcome <= 0.5])
    if not right.size or not wrong.size:
        return 0.5
    below = np.searchsorted(wrong, right, side="left")
    up_to = np.searchsorted(wrong, right, side="right")
    return float((below + up_to).sum() / (2 * right.size * wrong.size))


def _paired(
    confidences: Sequence[float], outcomes: Sequence[bool | float]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    if len(confidences) != len(outcomes):
        raise ValueError(f"{len(confidences)} confidences do not fit {len(outcomes)} outcomes")
    return np.asarray(confidences, np.float64), np.asarray(outcomes, np.float64)


def _tied_means(
    confidence: NDArray[np.float64], outcome: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The mean outcome of each answer's group of equal confidences."""
    _, group, sizes = np.unique(confidence, return_inverse=True, return_counts=True)
    means: NDArray[np.float64] = np.bincount(group, weights=outcome) / sizes
    return means[group]
