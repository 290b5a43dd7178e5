"""The loss, as arithmetic."""

from __future__ import annotations

import math

import torch

from training.loss import shared_loss, span_loss

LOW = -1e4


def test_shared_loss_is_a_softmax_over_all_windows_of_a_group() -> None:
    scores = torch.tensor([[LOW, 2.0, 1.0], [LOW, 3.0, LOW], [LOW, 5.0, LOW]])
    target = torch.tensor([1, 0, 1])
    group = torch.tensor([0, 0, 1])
    first = math.log(math.exp(2) + math.exp(1) + math.exp(3)) - 2
    second = 0.0  # the only token of its group
    assert math.isclose(
        float(shared_loss(scores, target, group)), (first + second) / 2, rel_tol=1e-5
    )


def test_a_group_without_an_answer_adds_nothing() -> None:
    scores = torch.tensor([[LOW, 2.0]])
    assert float(shared_loss(scores, torch.tensor([0]), torch.tensor([0]))) == 0.0


def test_own_loss_lets_only_text_and_the_first_token_be_targets() -> None:
    logits = torch.tensor([[1.0, 9.0, 2.0]])
    is_text = torch.tensor([[False, False, True]])
    target = torch.tensor([2])
    loss = span_loss((logits, logits), (target, target), is_text, torch.tensor([0]), 0.0)
    assert math.isclose(float(loss), math.log(math.exp(1) + math.exp(2)) - 2, rel_tol=1e-5)


def test_a_better_negative_passage_costs_only_with_shared_normalisation() -> None:
    is_text = torch.tensor([[False, True], [False, True]])
    target, group = torch.tensor([1, 0]), torch.tensor([0, 0])

    def loss(negative: float, weight: float) -> float:
        logits = torch.tensor([[0.0, 2.0], [negative + 4.0, negative]])
        return float(span_loss((logits, logits), (target, target), is_text, group, weight))

    assert math.isclose(loss(0.0, 0.0), loss(3.0, 0.0), rel_tol=1e-5)
    assert loss(3.0, 0.5) > loss(0.0, 0.5) + 0.5
