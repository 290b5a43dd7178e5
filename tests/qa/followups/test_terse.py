"""Terse follow-ups: one word, "one", a thing just brought in, a question word at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.followups import standalone
from qa.followups.verbs import base_of
from tests.qa.followups.turns import asked, turn

COST = ("how much does the Vega project cost?", "90 million")
AUDITED = ("how much does the Vega project cost according to the Audit Board?", "95 million")
MARCHED = ("how many marched in Porto Alto according to the police?", "9,000")


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (
            ("is there water in Marlow?", "cut for most of the day"),
            "electricity?",
            "Is there electricity in Marlow?",
        ),
        (
            ("what is the quorum to open the Marlow Assembly?", "40"),
            "majority?",
            "What is the majority of the Marlow Assembly?",
        ),
        (
            ("how is Lassen fever transmitted?", "by ticks"),
            "treatment?",
            "What is the treatment of Lassen fever?",
        ),
        (
            ("how many tram lines does Marlow have?", "8"),
            "staff?",
            "How many staff does Marlow have?",
        ),
        (
            COST,
            "not the ministry, the Audit Board",
            "How much does the Vega project cost according to the Audit Board?",
        ),
        (
            AUDITED,
            "and the delay?",
            "How much does the delay cost in the Vega project according to the Audit Board?",
        ),
        (
            ("how many people registered in Marlow according to the union?", "90"),
            "officially?",
            "How many people registered in Marlow officially?",
        ),
    ],
)
def test_a_word_is_put_where_it_fits(earlier: tuple[str, str], typed: str, completed: str) -> None:
    assert asked(typed, earlier) == completed


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (
            ("what did the envoy call for in Marlow?", "an immediate ceasefire"),
            "did he get one?",
            "Did the envoy get an immediate ceasefire in Marlow?",
        ),
        (
            MARCHED,
            "which one does Ferro believe?",
            "Which figure does Ferro believe in Porto Alto?",
        ),
        (
            ("when was the probe Vega launched?", "2019"),
            "will there be another one?",
            "Will there be another probe for the probe Vega?",
        ),
    ],
)
def test_what_one_counts(earlier: tuple[str, str], typed: str, completed: str) -> None:
    assert asked(typed, earlier) == completed


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (
            ("who runs the Korsk dam?", "Marlow Strom"),
            "did they open the gates too late?",
            "Did Marlow Strom open the gates too late?",
        ),
        (
            ("when was the mill in Ostrava closed", "1971"),
            "how big is the place today?",
            "How big is Ostrava today?",
        ),
        (
            ("how heavy is the Vega probe?", "2 tonnes"),
            "who built the thing?",
            "Who built the Vega probe?",
        ),
    ],
)
def test_whom_and_what_it_means(earlier: tuple[str, str], typed: str, completed: str) -> None:
    assert asked(typed, earlier) == completed


def test_it_is_what_the_fragment_brought_in() -> None:
    first = turn("how many tests can the Marlow laboratory run?", "120")
    second = turn("how many tests can the Marlow laboratory run after the second machine?", "240")
    second = replace(second, question="after the second machine?")
    assert standalone("when did it arrive?", [first, second]).question == (
        "When did the second machine arrive at the Marlow laboratory?"
    )


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (
            ("what pay rise did the drivers in Marlow get?", "6 percent"),
            "they asked for what?",
            "What did the drivers in Marlow ask for?",
        ),
        (
            ("what figure did the union give for the march in Marlow", "900"),
            "when will we know?",
            "When will we know, regarding the figure that the union gave for the march in Marlow?",
        ),
        (
            ("did the minister know Delmar would close?", "no"),
            "what does the union say?",
            "What does the union say about whether the minister knew Delmar would close?",
        ),
        (
            ("when was the lamp at Korsk lit", "1971"),
            "by whom?",
            "By whom was the lamp at Korsk lit?",
        ),
    ],
)
def test_whole_questions(earlier: tuple[str, str], typed: str, completed: str) -> None:
    assert asked(typed, earlier) == completed


def test_a_headline_in_the_present_tense_names_the_place() -> None:
    entered = turn("who is Ada Lind?", "a nurse", quote="a nurse", title="Army enters Marlow")
    assert standalone("how many registered?", [entered]).question == (
        "How many people registered in Marlow?"
    )
    owned = turn("who is Ada Lind?", "a nurse", quote="a nurse", title="Vote leaves Marlow's mayor")
    assert "Marlow's" not in standalone("how many registered?", [owned]).question


@pytest.mark.parametrize(
    ("form", "base"), [("lit", "light"), ("underwent", "undergo"), ("outbid", "outbid")]
)
def test_irregular_verbs(form: str, base: str) -> None:
    assert base_of(form) == base
