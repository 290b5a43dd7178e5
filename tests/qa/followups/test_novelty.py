"""A new subject is left as typed, and later follow-ups are about it."""

from __future__ import annotations

import pytest

from qa.followups import about_claim, standalone
from tests.qa.followups.turns import asked, turn

SIEGE = ("how many left Daraa on Thursday?", "53")
SIEGE_TEXT = "Buses left Daraa on Thursday. The governor of Daraa and a captain were aboard."
FLOOD_TEXT = "The floods of July killed 33 people in the Lenne valley."


def test_an_event_of_its_own_takes_nothing_from_the_turns_before() -> None:
    # "in Daraa" was added here, and a figure of Daraa asserted for the floods.
    question = "How many people died in the floods?"
    assert standalone(question, [turn(*SIEGE)], [SIEGE_TEXT, FLOOD_TEXT]).question == question


@pytest.mark.parametrize(
    "question",
    [
        "which company bought the shipyard?",
        "When did the volcano erupt?",
        "who won the women's chess title",
        "what is the price of oil today?",
        "is there a vaccine against dengue",
        "What causes hay fever?",
    ],
)
def test_a_complete_question_about_another_thing_stays_as_typed(question: str) -> None:
    assert asked(question, SIEGE) == question


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("was the captain hurt?", "Was the captain hurt in Daraa?"),
        ("how many homes lost power", "How many homes lost power in Daraa?"),
        (
            "what did the governor say?",
            "How many left Daraa on Thursday according to the governor?",
        ),
    ],
)
def test_what_belongs_to_any_story_is_no_new_subject(typed: str, completed: str) -> None:
    assert standalone(typed, [turn(*SIEGE)], [SIEGE_TEXT, FLOOD_TEXT]).question == completed


def test_follow_ups_are_about_the_newest_subject() -> None:
    turns = [turn(*SIEGE), turn("when did the volcano erupt", "on Sunday")]
    assert standalone("how many fled?", turns).question == (
        "How many people fled when the volcano erupted?"
    )


def test_a_long_question_is_not_read_as_one_about_the_last_claim() -> None:
    earlier = [turn(*SIEGE)]
    assert about_claim("who actually said 53?", earlier) is not None
    assert about_claim(f"who {'actually ' * 50}said 53?", earlier) is None


def test_a_thing_spoken_of_before_takes_up_its_own_turn() -> None:
    riot = turn("How many people were arrested after the riot in Nantwell?", "64")
    turns = [riot, turn("who is the prime minister of Japan", None)]
    assert standalone("how many were injured in the riot", turns).question == (
        "How many were injured in the riot in Nantwell?"
    )
