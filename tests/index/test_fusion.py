"""Fusion, as the arithmetic itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fusion import minmax, rrf

RUNS = st.lists(st.dictionaries(st.integers(0, 30), st.floats(-5, 5)), min_size=2, max_size=2)


def test_rrf_adds_reciprocal_ranks() -> None:
    fused = dict(rrf([{7: 3.0, 8: 2.0, 9: 1.0}, {9: 0.9, 7: 0.1}], rrf_k=60))
    assert fused[7] == 1 / (60 + 1) + 1 / (60 + 2)
    assert fused[9] == 1 / (60 + 3) + 1 / (60 + 1)
    assert fused[8] == 1 / (60 + 2)


def test_minmax_weighs_normalised_scores() -> None:
    fused = dict(minmax([{1: 10.0, 2: 6.0, 3: 2.0}, {2: 0.9, 4: 0.4}], [0.25, 0.75]))
    assert fused == pytest.approx({1: 0.25, 2: 0.25 * 0.5 + 0.75, 3: 0.0, 4: 0.0})


def test_a_run_of_equal_scores_gives_its_whole_weight() -> None:
    assert minmax([{5: 0.3}, {}], [0.6, 0.4]) == [(5, 0.6)]


def test_ties_go_to_the_smaller_id() -> None:
    assert [i for i, _ in rrf([{9: 1.0}, {3: 1.0}])] == [3, 9]


@given(RUNS)
def test_fusion_ignores_the_order_of_the_lists(runs: list[dict[int, float]]) -> None:
    turned = [dict(reversed(run.items())) for run in runs]
    assert rrf(runs) == rrf(turned)
    assert rrf(runs) == rrf(runs[::-1])
    assert minmax(runs, [0.5, 0.5]) == minmax(turned, [0.5, 0.5])


@given(RUNS)
def test_fusion_keeps_every_passage_once(runs: list[dict[int, float]]) -> None:
    wanted = set(runs[0]) | set(runs[1])
    for fused in (rrf(runs), minmax(runs, [0.5, 0.5])):
        assert sorted(i for i, _ in fused) == sorted(wanted)
        assert [s for _, s in fused] == sorted((s for _, s in fused), reverse=True)
