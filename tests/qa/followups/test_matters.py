"""Follow-ups that point at all of the last question, or at what it says happened."""

from __future__ import annotations

import pytest

from qa.followups import standalone
from qa.followups.frame import parse
from qa.followups.matters import is_open, matter, occasion, points
from qa.followups.nouns import as_spoken
from qa.followups.topic import Asked
from qa.questions import understand
from tests.qa.followups.turns import FLED, MARCH, asked, turn

TURNOUT = ("what was the turnout in Pirano?", "61 percent")
PUMPS = ("how many pumps failed in Marlow?", "Eleven")
SHELLS = ("when did the dam at Korsk burst?", "on Friday")
OFFERS = ("what was Vantor's first offer for Kelby Foods?", "$2bn")
BALLOTS = ("how many ballots were burnt in Jura?", "40")
LEADER = ("who is Anna Soames?", "leader of the Free List")
AGED = ("how old is Anna Soames?", "44")
LOST = ("who is missing in Marlow?", "a couple from Sorn")
HEAD = ("did Anna Soames resign?", None)


@pytest.mark.parametrize(
    ("earlier", "typed", "completed"),
    [
        (TURNOUT, "who disputed that?", "Who disputed that, regarding the turnout in Pirano?"),
        (BALLOTS, "was it legal?", "Was it legal, regarding the ballots that were burnt in Jura?"),
        (PUMPS, "who pays?", "Who pays, regarding the pumps that failed in Marlow?"),
        (MARCH, "was anyone hurt?", "Was anyone hurt when people marched in Porto Alto?"),
        (MARCH, "how many arrests", "How many arrests when people marched in Porto Alto?"),
        (SHELLS, "how many died?", "How many people died when the dam at Korsk burst?"),
        (PUMPS, "why did they fail?", "Why did eleven pumps fail in Marlow?"),
        (BALLOTS, "out of how many?", "Of how many ballots were 40 burnt in Jura?"),
        (OFFERS, "and the second one?", "What was Vantor's second offer for Kelby Foods?"),
        (LOST, "where was their car found?", "Where was the car of the couple from Sorn found?"),
        (HEAD, "who urged her to?", "Who urged Anna Soames to resign?"),
    ],
)  # fmt: skip
def test_a_follow_up_that_names_nothing(
    earlier: tuple[str, str | None], typed: str, completed: str
) -> None:
    assert asked(typed, earlier) == completed


def test_the_newest_question_about_a_person_is_asked_of_the_next() -> None:
    assert asked("and Rethy?", LEADER, AGED) == "How old is Rethy?"


def test_questions_about_the_figures_as_such_open_no_topic() -> None:
    right = ("which figure is right for how many people marched in Porto Alto?", None)
    assert "which figure" not in asked("was anyone hurt?", MARCH, right).lower()


def test_the_place_is_where_the_story_is_not_where_a_body_has_its_seat() -> None:
    quote = "The Lowland Monitor, a body based in Bern, said that only eight had gone."
    earlier = turn("how many left on Tuesday?", "eight", quote, "A first group has left Korsk")
    assert standalone("was it confirmed?", [earlier]).question.count("Bern") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who disputed that", True),
        ("was it deliberate", True),
        ("is it true that the bank paid", False),
        ("who gave that figure", False),
        ("how many died", False),
    ],
)
def test_a_pronoun_that_stands_alone(text: str, expected: bool) -> None:
    assert points(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who disagrees", True),
        ("did everyone agree", True),
        ("who agreed to the deal", False),
        ("who left", False),
        ("what changed", False),
    ],
)
def test_a_verb_without_what_it_is_of(text: str, expected: bool) -> None:
    assert is_open(text) is expected


def _asked(question: str, value: str = "") -> Asked:
    return Asked(question, parse(question), understand(question).kind, value, turn(question, value))


@pytest.mark.parametrize(
    ("question", "tie"),
    [
        ("what was the turnout in Velmar", "regarding the turnout in Velmar"),
        ("which river flooded Altbruck", "regarding the river that flooded Altbruck"),
        ("what did Soames call for", "regarding what Soames called for"),
        ("how many pumps failed in Marlow", "regarding the pumps that failed in Marlow"),
        ("why did the dam at Korsk burst", "when the dam at Korsk burst"),
        ("how many seats did Accord win", "regarding the seats that Accord won"),
    ],
)
def test_what_a_question_was_about(question: str, tie: str) -> None:
    assert matter("who disputed that", [_asked(question)]) == tie


def test_an_occasion_needs_something_that_happened() -> None:
    assert occasion("was anyone hurt", [_asked("how many trams does Marlow have")]) == ""
    assert occasion("who leads them", [_asked("how many people marched in Marlow")]) == ""


@pytest.mark.parametrize(
    ("value", "spoken"),
    [("Four people", "four people"), ("The army", "the army"), ("The Red Mill", "The Red Mill")],
)
def test_an_answer_inside_a_sentence(value: str, spoken: str) -> None:
    assert as_spoken(value) == spoken


def test_a_count_stays_a_count_of_its_own_turn() -> None:
    assert asked("how many were hurt?", FLED).startswith("How many")


def test_of_words_that_tell_the_whole_sentence_is_taken_up() -> None:
    quote = "The men escaped by tunnelling under the wall of the prison yard."
    value = "by tunnelling under the wall of the prison yard"
    earlier = turn("How did the men escape?", value, quote, kind="sentence")
    question = standalone("is it true?", [earlier]).question
    assert (
        question
        == "Is it true that the men escaped by tunnelling under the wall of the prison yard?"
    )
