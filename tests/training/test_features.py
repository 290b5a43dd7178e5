"""Groups to windows: targets, negatives, neighbours, batches."""

from __future__ import annotations

import random

import numpy as np
import pytest

from training.batches import batches, draw_phase
from training.features import NO_ANSWER, Feature, FeatureMaker
from training.groups import Answer, Group
from training.model import encoder_folder, load_tokenizer
from training.sources import Draws, Phase
from training.unanswerable import Pool

TEXT = "The agency said 38,000 people fled Kharna. Envoys met in Damra. Nobody fled Homsa."
GROUP = Group("set", "How many people fled Kharna?", "Kharna", TEXT, (Answer(16, 22),))
POOL = Pool(("Velmar",), ("ships",))
OFTEN = Draws()


@pytest.fixture(scope="module")
def maker() -> FeatureMaker:
    return FeatureMaker(load_tokenizer(encoder_folder()), POOL)


def drawn(
    maker: FeatureMaker, group: Group, count: int = 60, draws: Draws = OFTEN
) -> list[list[Feature]]:
    rng = random.Random(0)
    return [features for _ in range(count) for features in maker.draw(group, rng, draws)]


def words(feature: Feature) -> str:
    ids = feature.ids[feature.start : feature.end + 1].tolist()
    return str(load_tokenizer(encoder_folder()).decode(ids))


def test_targets_are_the_tokens_of_the_answer(maker: FeatureMaker) -> None:
    found = [f for draw in drawn(maker, GROUP) for f in draw if f.has_answer]
    assert found
    assert {words(f) for f in found} == {"38, 000"}
    assert all(f.first <= f.start <= f.end < f.stop for f in found)


def test_rule_made_windows_have_no_answer_and_stand_alone(maker: FeatureMaker) -> None:
    without = [draw for draw in drawn(maker, GROUP) if not draw[0].has_answer]
    assert without
    assert all(f.start == f.end == NO_ANSWER for draw in without for f in draw)


def test_a_hard_negative_is_compared_with_the_passage_that_has_the_answer(
    maker: FeatureMaker,
) -> None:
    group = Group(
        "set", GROUP.question, "", TEXT, GROUP.answers, negatives=("In Vela 12 ships sank.",)
    )
    for draw in drawn(maker, group, 10, Draws(hard_negative=1.0, rule_made=0.0)):
        assert [f.has_answer for f in draw] == [True, False]


def test_a_sentence_is_joined_with_its_neighbours(maker: FeatureMaker) -> None:
    group = Group(
        "set",
        "Who met?",
        "",
        "Envoys met.",
        (Answer(0, 6),),
        before=("It rained.", "Then it snowed."),
        after=("They left.",),
    )
    draws = drawn(maker, group, 30, Draws(rule_made=0.0, joined=1.0))
    assert {words(f) for draw in draws for f in draw} == {"envoys"}
    assert len({f.stop - f.first for draw in draws for f in draw}) > 3


def test_the_same_seed_draws_the_same(maker: FeatureMaker) -> None:
    once, again = drawn(maker, GROUP), drawn(maker, GROUP)
    assert all(np.array_equal(a[0].ids, b[0].ids) for a, b in zip(once, again, strict=True))


def test_batches_hold_every_draw_once_within_their_size(maker: FeatureMaker) -> None:
    phase = Phase(0.01, {"set": 1.0})
    draws = draw_phase({"set": [GROUP]}, phase, maker, random.Random(0))
    made = batches(draws, 500, random.Random(0))
    assert sum(len(b.start) for b in made) == sum(len(draw) for draw in draws)
    assert all(b.ids.size <= 500 for b in made)
    tokens = sum(int(b.mask.sum()) for b in made)
    assert 10_000 <= tokens < 10_200
    for batch in made:
        assert (batch.is_text <= batch.mask).all()
        chosen = batch.is_text[np.arange(len(batch.start)), batch.start]
        assert ((batch.start == NO_ANSWER) | (chosen == 1)).all()
