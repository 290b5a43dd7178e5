"""Metrics against hand-computed values."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.metrics import (
    auroc,
    exact_match,
    expected_calibration_error,
    f1,
    normalize_answer,
)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The Harbour", "harbour"),
        ("an  apple,\na pear", "apple pear"),
        ("38,000 people", "38000 people"),
        ("theatre", "theatre"),
        ("U.N.", "un"),
        ("  ", ""),
        ("the", ""),
        ("“quoted”", "“quoted”"),  # the official script drops ASCII punctuation only
    ],
)
def test_normalisation(text: str, normal: str) -> None:
    assert normalize_answer(text) == normal


def test_exact_match() -> None:
    assert exact_match("the Mayor", ["mayor."]) == 1.0
    assert exact_match("mayor", ["mayors"]) == 0.0


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    precision, recall = 1 / 3, 1 / 2
    assert f1("some 38,000 people", ["38,000 refugees"]) == pytest.approx(
        2 * precision * recall / (precision + recall)
    )
    assert f1("rain rain", ["rain"]) == pytest.approx(2 * (1 / 2) * 1 / (1 / 2 + 1))
    assert f1("rain", ["snow"]) == 0.0


def test_f1_of_nothing() -> None:
    assert f1("", [""]) == 1.0
    assert f1("the", [""]) == 1.0
    assert f1("", ["rain"]) == 0.0


def test_the_best_of_several_answers_counts() -> None:
    assert exact_match("rain", ["snow", "Rain"]) == 1.0
    assert f1("some rain", ["snow", "heavy rain", "hail"]) == 2 * 1 / (2 + 2)
    assert f1("", []) == 1.0
    assert f1("rain", []) == 0.0


def test_an_answer_of_nothing_but_an_article_is_none() -> None:
    assert exact_match("", ["the", "rain"]) == f1("", ["the", "rain"]) == 0.0
    assert exact_match("", ["the"]) == f1("", ["the"]) == 1.0


def test_calibration_error_in_two_bins() -> None:
    confidences, outcomes = [0.1, 0.3, 0.7, 0.9], [False, True, True, True]
    low = 2 / 4 * abs((0.1 + 0.3) / 2 - 1 / 2)
    high = 2 / 4 * abs((0.7 + 0.9) / 2 - 2 / 2)
    assert expected_calibration_error(confidences, outcomes, bins=2) == pytest.approx(low + high)


def test_calibration_error_of_ties_does_not_depend_on_order() -> None:
    # One confidence for all: each bin gets the mean outcome, 1/2.
    one = expected_calibration_error([0.8] * 4, [True, True, False, False], bins=2)
    other = expected_calibration_error([0.8] * 4, [False, True, False, True], bins=2)
    assert one == other == pytest.approx(0.8 - 1 / 2)


def test_calibration_error_of_few_answers() -> None:
    assert expected_calibration_error([], []) == 0.0
    assert expected_calibration_error([0.7], [True], bins=10) == pytest.approx(0.3)


def test_auroc_counts_pairs() -> None:
    # Pairs (right, wrong): 0.9>0.8, 0.9>0.2, 0.4<0.8, 0.4>0.2.
    assert auroc([0.9, 0.8, 0.4, 0.2], [True, False, True, False]) == 3 / 4
    assert auroc([0.5, 0.5], [True, False]) == 1 / 2
    assert auroc([0.5, 0.6], [True, True]) == 0.5


def test_lengths_must_agree() -> None:
    with pytest.raises(ValueError, match="2 confidences"):
        auroc([0.1, 0.2], [True])


answers = st.lists(
    st.tuples(st.sampled_from([0.0, 0.2, 0.5, 0.5001, 0.9, 1.0]), st.booleans()), min_size=1
)


@given(answers, st.randoms())
def test_scores_ignore_the_order_of_answers(
    pairs: list[tuple[float, bool]], shuffler: random.Random
) -> None:
    shuffled = list(pairs)
    shuffler.shuffle(shuffled)
    for metric in (expected_calibration_error, auroc):
        one = metric([c for c, _ in pairs], [o for _, o in pairs])
        other = metric([c for c, _ in shuffled], [o for _, o in shuffled])
        assert one == pytest.approx(other)
        assert 0.0 <= one <= 1.0


@given(st.text(), st.text())
def test_f1_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert f1(one, [other]) == f1(other, [one])
    assert 0.0 <= f1(one, [other]) <= 1.0
    assert f1(one, [one]) == 1.0
