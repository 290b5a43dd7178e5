"""Rules that make a question unanswerable."""

from __future__ import annotations

import random

from training import unanswerable
from training.unanswerable import Asked, Pool, make_unanswerable, pool_of

TEXT = (
    "The agency said 38,000 people fled Kharna in August 2021. "
    "Envoys of Orsia met in Damra before noon. In Homsa nobody fled."
)
ASKED = Asked("How many people fled Kharna in August 2021?", TEXT, ("38,000",))
POOL = Pool(names=("Velmar",), nouns=("ships",))


def made(name: str, asked: Asked = ASKED, seed: int = 0) -> tuple[str, str] | None:
    change = getattr(unanswerable, name)
    result: tuple[str, str] | None = change(asked, POOL, random.Random(seed))
    return result


def test_a_name_is_swapped_for_one_of_the_text_or_another() -> None:
    found = {made("_swap_name", seed=seed) for seed in range(40)}
    questions = {question for question, _ in filter(None, found)}
    assert "How many people fled Damra in August 2021?" in questions
    assert "How many people fled Velmar in August 2021?" in questions
    assert all(text == TEXT for _, text in filter(None, found))


def test_the_answer_is_never_swapped_in() -> None:
    asked = Asked("Who met in Damra?", TEXT, ("Envoys of Orsia",))
    assert all("Orsia" not in (made("_swap_name", asked, s) or ("", ""))[0] for s in range(40))


def test_a_figure_becomes_another_of_the_same_form() -> None:
    question, _ = made("_swap_figure") or ("", "")
    assert question != ASKED.question
    assert question.startswith("How many people fled Kharna in August 2")
    assert len(question) == len(ASKED.question)


def test_not_is_put_behind_the_auxiliary() -> None:
    asked = Asked("When did the envoys meet in Damra?", TEXT, ("before noon",))
    found = {made("_negate", asked, seed) for seed in range(20)}
    assert ("When didn't the envoys meet in Damra?", TEXT) in found
    assert made("_negate") is None  # "fled" has no auxiliary


def test_an_opposite_takes_a_word_s_place() -> None:
    asked = Asked("Who met before noon?", TEXT, ("Envoys of Orsia",))
    assert made("_swap_opposite", asked) == ("Who met after noon?", TEXT)


def test_another_kind_of_thing_is_asked_for() -> None:
    assert made("_swap_noun") == ("How many ships fled Kharna in August 2021?", TEXT)


def test_the_sentences_with_the_answer_are_taken_out() -> None:
    rest = "Envoys of Orsia met in Damra before noon. In Homsa nobody fled."
    assert made("_without_answer") == (ASKED.question, rest)
    assert made("_without_answer", Asked("How many?", "All 12 left.", ("12",))) is None


def test_the_text_speaks_of_somebody_else() -> None:
    _, text = made("_swap_in_text") or ("", "")
    assert ("Kharna" not in text) or ("August" not in text)
    assert "38,000" in text


def test_something_changes_nearly_always() -> None:
    found = [make_unanswerable(ASKED, POOL, random.Random(seed)) for seed in range(40)]
    assert sum(one is not None for one in found) >= 36
    assert (ASKED.question, ASKED.text) not in found


def test_nothing_fits_a_question_without_names_figures_or_opposites() -> None:
    asked = Asked("who won?", "They won.", ("They",))
    assert make_unanswerable(asked, Pool((), ()), random.Random(0)) is None


def test_the_pool_has_names_within_sentences_and_asked_nouns() -> None:
    found = pool_of(["How many ships sank?", "What is it?"], ["He met Anna Smith in Paris."])
    assert found == Pool(names=("Anna Smith", "Paris"), nouns=("ships",))
