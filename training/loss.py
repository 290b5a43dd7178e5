"""The loss: each window on its own, and all windows of a question together.

    own(w)     cross entropy of the target token among the window's text and its first token,
               which stands for "no answer"
    shared(g)  −log( exp s[gold] / Σ over all text tokens of all windows of g: exp s )

both for start and end; loss = mean own + shared_weight · mean shared. The second makes scores
of different passages comparable: Clark & Gardner, ACL 2018 ("shared normalisation").
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

NEVER = -1e4  # the score of a token that no target may be


def span_loss(
    logits: tuple[Tensor, Tensor],
    targets: tuple[Tensor, Tensor],
    is_text: Tensor,
    group: Tensor,
    shared_weight: float,
) -> Tensor:
    """Loss of a batch. Logits and `is_text`: (windows, tokens); targets, `group`: (windows,)."""
    own_mask = is_text.clone()
    own_mask[:, 0] = True
    total = torch.zeros((), device=group.device)
    for scores, target in zip(logits, targets, strict=True):
        scores = scores.float()
        total = total + cross_entropy(scores.masked_fill(~own_mask, NEVER), target)
        if shared_weight:
            shared = shared_loss(scores.masked_fill(~is_text, NEVER), target, group)
            total = total + shared_weight * shared
    return total / 2


def shared_loss(scores: Tensor, target: Tensor, group: Tensor) -> Tensor:
    """Mean of −log softmax over all windows of a group, for windows that hold an answer."""
    per_window = scores.logsumexp(dim=1)
    groups = int(group.max()) + 1
    top = torch.full((groups,), NEVER, device=scores.device)
    top = top.scatter_reduce(0, group, per_window.detach(), "amax")
    summed = torch.zeros(groups, device=scores.device).index_add(
        0, group, (per_window - top[group]).exp()
    )
    per_group = summed.log() + top
    holds = target > 0
    gold = scores.gather(1, target[:, None])[:, 0]
    return ((per_group[group] - gold) * holds).sum() / holds.sum().clamp(min=1)
