"""A phase's draws to batches of windows of like length. Knows no models."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.features import Feature, FeatureMaker
from training.groups import Group
from training.sources import Phase

Array = NDArray[np.int64]
POOL_BATCHES = 50  # batches sorted by length together, so that batches still mix draws


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows, padded: ids, types and mask `(windows, tokens)`; targets `(windows,)`.

    `group` numbers the windows whose scores are compared; `is_text` `(windows, tokens)` marks
    the tokens that a span may have.
    """

    ids: Array
    types: Array
    mask: Array
    start: Array
    end: Array
    group: Array
    is_text: Array


def draw_phase(
    groups: Mapping[str, Sequence[Group]], phase: Phase, maker: FeatureMaker, rng: random.Random
) -> list[list[Feature]]:
    """Draw until every source has its share of the tokens; a source's questions take turns."""
    found: list[list[Feature]] = []
    for source, share in phase.shares.items():
        left = share * phase.tokens_m * 1e6
        for group in _turns(groups[source], rng):
            if left <= 0:
                break
            for features in maker.draw(group, rng, phase.draws):
                left -= sum(len(f.ids) for f in features)
                found.append(features)
    rng.shuffle(found)
    return found


def _turns(groups: Sequence[Group], rng: random.Random) -> Iterator[Group]:
    while True:
        yield from rng.sample(groups, len(groups))


def batches(draws: Sequence[list[Feature]], max_tokens: int, rng: random.Random) -> list[Batch]:
    """Batches of at most `max_tokens` padded tokens (one draw at least), in random order."""
    pool = max(1, int(POOL_BATCHES * max_tokens / 200))
    made: list[Batch] = []
    for first in range(0, len(draws), pool):
        part = sorted(draws[first : first + pool], key=_longest)
        made += [_batch(chosen) for chosen in _filled(part, max_tokens)]
    rng.shuffle(made)
    return made


def _longest(features: Sequence[Feature]) -> int:
    return max(len(f.ids) for f in features)


def _filled(draws: Sequence[list[Feature]], max_tokens: int) -> Iterator[list[list[Feature]]]:
    chosen: list[list[Feature]] = []
    windows = 0
    for draw in draws:
        if chosen and (windows + len(draw)) * _longest(draw) > max_tokens:
            yield chosen
            chosen, windows = [], 0
        chosen.append(draw)
        windows += len(draw)
    if chosen:
        yield chosen


def _batch(draws: Sequence[list[Feature]]) -> Batch:
    features = [f for draw in draws for f in draw]
    shape = (len(features), _longest(features))
    ids, types, mask, is_text = (np.zeros(shape, np.int64) for _ in range(4))
    for row, f in enumerate(features):
        ids[row, : len(f.ids)] = f.ids
        types[row, : len(f.ids)] = f.types
        mask[row, : len(f.ids)] = 1
        is_text[row, f.first : f.stop] = 1
    return Batch(
        ids,
        types,
        mask,
        start=np.array([f.start for f in features]),
        end=np.array([f.end for f in features]),
        group=np.repeat(np.arange(len(draws)), [len(draw) for draw in draws]),
        is_text=is_text,
    )
