"""Two ranked lists into one. Pure; knows nothing of where the scores come from.

A ranked list is `{passage_id: score}`; higher is better. Results are pairs, best first;
ties go to the smaller passage id, so that order never depends on the input's order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Scores = Mapping[int, float]


def rrf(runs: Sequence[Scores], rrf_k: int = 60) -> list[tuple[int, float]]:
    """Fuse by reciprocal rank: score(p) = Σ 1 / (rrf_k + rank), rank from 1.

    Cormack, Clarke, Büttcher, SIGIR 2009.

    >>> rrf([{1: 9.0, 2: 8.0}, {2: 0.5}], rrf_k=60)[0][0]
    2
    """
    fused: dict[int, float] = {}
    for run in runs:
        for rank, (passage_id, _) in enumerate(_ordered(run), start=1):
            fused[passage_id] = fused.get(passage_id, 0.0) + 1.0 / (rrf_k + rank)
    return _ordered(fused)


def minmax(runs: Sequence[Scores], weights: Sequence[float]) -> list[tuple[int, float]]:
    """Fuse by normalised scores: score(p) = Σ w · (s − min) / (max − min).

    A run that lacks the passage adds 0; a run whose scores are all equal adds its weight.
    Lee, "Analyses of multiple evidence combination", SIGIR 1997.

    >>> minmax([{1: 4.0, 2: 2.0}, {2: 1.0}], [0.5, 0.5])
    [(1, 0.5), (2, 0.5)]
    """
    fused: dict[int, float] = {}
    for run, weight in zip(runs, weights, strict=True):
        if not run:
            continue
        low, high = min(run.values()), max(run.values())
        for passage_id, score in run.items():
            share = (score - low) / (high - low) if high > low else 1.0
            fused[passage_id] = fused.get(passage_id, 0.0) + weight * share
    return _ordered(fused)


def _ordered(scores: Scores) -> list[tuple[int, float]]:
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
