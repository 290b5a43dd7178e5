"""Questions taken apart, clauses made of them, and verbs in their forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.followups.clauses import invert, nominal, population, statement
from qa.followups.frame import parse
from qa.followups.verbs import base_of, past_of, third_person


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("how many rebels are supposed to leave Daraa under the deal",
         ("how many", "rebels", "are", "", "supposed to leave", "Daraa")),
        ("when did the siege of Daraa start",
         ("when", "", "did", "the siege of Daraa", "start", "")),
        ("what is Kestra made of", ("what", "", "is", "Kestra", "made", "of")),
        ("are the hurt marchers still in hospital",
         ("", "", "are", "the hurt marchers", "", "still")),
        ("how many displaced were there in Daraa",
         ("how many", "displaced", "were", "", "", "there")),
        ("what is Dorran fever", ("what", "", "is", "Dorran fever", "", "")),
        ("who did the exit poll", ("who", "", "", "", "did", "the exit poll")),
        ("between which places", ("between which", "places", "", "", "", "")),
        ("what did the plant lose last year", ("what", "", "did", "the plant", "lose", "")),
        ("by when will she report", ("by when", "", "will", "she", "report", "")),
    ],
)  # fmt: skip
def test_a_question_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    frame = parse(question)
    assert (frame.wh, frame.noun, frame.aux, frame.subject, frame.verb, frame.object) == parts


def test_clauses_from_a_question_and_its_answer() -> None:
    fled = parse("how many people fled Daraa")
    assert statement(fled, "38,000") == "38,000 people fled Daraa"
    assert invert(fled, "why", "38,000") == "why did 38,000 people flee Daraa"
    assert population(fled) == "the people who fled Daraa"
    called = parse("what did Geir Pedersen call for")
    assert statement(called, "a truce") == "Geir Pedersen called for a truce"
    assert nominal(parse("what did shops lose in the strike")) == "what shops lost in the strike"
    assert nominal(parse("did the bank pay")) == "whether the bank paid"


def test_verb_forms() -> None:
    forms = ("fled", "boarded", "stopped", "carries", "moved", "left")
    assert [base_of(form) for form in forms] == [
        "flee", "board", "stop", "carry", "move", "leave",
    ]  # fmt: skip
    assert [past_of(base) for base in ("sink", "carry", "plan", "free")] == [
        "sank", "carried", "planned", "freed",
    ]  # fmt: skip
    assert [third_person(base) for base in ("go", "carry", "have", "cost")] == [
        "goes", "carries", "has", "costs",
    ]  # fmt: skip


WORDS = (
    "who what when where why how many much which did was were are is the a of in at on and not "
    "there then that it they he she his their them one ones first more than said according to "
    "so Daraa UN Geir Pedersen people rebels fled left leave siege strike 2018 Thursday 38,000 "
    "? , . ' 's s' \" “ ” what's anybody any else version agree total depth same for about"
).split()

TEXTS = st.one_of(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.text(max_size=60))


@given(question=TEXTS)
def test_a_frame_keeps_every_word_in_order(question: str) -> None:
    assert parse(question).text() == " ".join(question.split())
