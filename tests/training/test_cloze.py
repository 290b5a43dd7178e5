"""Rule-made questions: what is asked and where the answer stands."""

from __future__ import annotations

import random

from training.cloze import SOURCE, cloze_groups

TEXT = (
    "The envoys of Orsia arrived in Kharna on Monday with seven lorries. "
    "Nobody in Kharna had expected the envoys and their lorries before the end of the week. "
    "It rained."
)


def test_questions_ask_for_a_name_that_the_text_holds() -> None:
    found = [g for seed in range(20) for g in cloze_groups([TEXT], 3, random.Random(seed))]
    assert found
    for group in found:
        [answer] = group.answers
        name = group.text[answer.start : answer.end]
        assert group.source == SOURCE
        assert name in ("Orsia", "Kharna", "Monday")
        assert name not in group.question
        assert group.question.endswith("?")


def test_a_name_that_stands_elsewhere_has_its_sentence_taken_out_mostly() -> None:
    found = [g for seed in range(60) for g in cloze_groups([TEXT], 3, random.Random(seed))]
    kharna = [g for g in found if g.text[g.answers[0].start : g.answers[0].end] == "Kharna"]
    shortened = [g for g in kharna if g.text != TEXT]
    assert 0.5 < len(shortened) / len(kharna) < 1.0


def test_a_place_is_asked_for_as_one() -> None:
    found = [g for seed in range(40) for g in cloze_groups([TEXT], 3, random.Random(seed))]
    assert any("arrived in which place on Monday" in g.question for g in found)
