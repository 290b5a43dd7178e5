"""Questions as people type them."""

from __future__ import annotations

import random
from collections import Counter

from training.typed import as_typed

QUESTION = "How many people fled Kharna in August?"


def drawn(question: str = QUESTION, count: int = 400) -> Counter[str]:
    rng = random.Random(0)
    return Counter(as_typed(question, rng) for _ in range(count))


def test_about_half_of_the_questions_stay_as_written() -> None:
    found = drawn()
    assert 0.4 < found[QUESTION] / 400 < 0.65


def test_the_forms_people_type_are_drawn() -> None:
    found = drawn()
    assert found["how many people fled kharna in august"] > 50
    assert found[QUESTION[:-1]] > 10
    assert found["people fled kharna august how many"] > 3
    assert found["how many people fled kharna august"] > 3


def test_a_typing_error_leaves_every_other_word_alone() -> None:
    words = QUESTION.split()
    for question in drawn():
        if question.endswith("?") and question != QUESTION:
            wrong = [a for a, b in zip(question.split(), words, strict=True) if a != b]
            assert len(wrong) == 1


def test_a_question_without_a_question_word_keeps_all_its_words() -> None:
    assert set(" ".join(drawn("name the mayor")).split()) >= {"name", "the", "mayor"}
