"""Follow-ups completed from earlier turns: what they become, and what they leave alone."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.followups import standalone
from qa.types import Quantity, Turn
from tests.qa.followups.test_frames import TEXTS
from tests.qa.followups.turns import (
    BANKS,
    CUP,
    ELECTION,
    FERRY,
    FIRE,
    FLED,
    HOSPITAL,
    MARCH,
    POLLS,
    RELEASED,
    SCHOOLS,
    SPEECH,
    UNIONIST,
    WORKERS,
    WORST,
    asked,
    turn,
)


@pytest.mark.parametrize(
    ("followup", "question"),
    [
        ("and how many left?", "How many people left Daraa?"),
        ("what about the rebels?", "How many rebels fled Daraa?"),
        ("and in 2018?", "How many people fled Daraa in 2018?"),
        ("same for June?", "How many people fled Daraa in June?"),
        ("and last year?", "How many people fled Daraa last year?"),
        ("how about the wounded", "How many people were wounded in Daraa?"),
        ("and Homs?", "How many people fled Homs?"),
        ("how many children", "How many children fled Daraa?"),
        ("who else left?", "Who else left Daraa?"),
        ("why", "Why did 38,000 people flee Daraa?"),
        ("since when", "Since when did 38,000 people flee Daraa?"),
        ("over what period", "Over what period did 38,000 people flee Daraa?"),
        ("why did they leave?", "Why did the people who fled Daraa leave Daraa?"),
        ("where did they go", "Where did the people who fled Daraa go?"),
        ("how many were women", "How many of the people who fled Daraa were women?"),
        ("how many of them kids", "How many of the people who fled Daraa were kids?"),
        ("any deaths", "Were there any deaths when people fled Daraa?"),
        ("anybody arrested", "Was anybody arrested when people fled Daraa?"),
        ("who is in charge there?", "Who is in charge in Daraa?"),
        ("is the water on again", "Is the water on again in Daraa?"),
        ("the government's version", "How many people fled Daraa according to the government?"),
        ("SANA's number?", "How many people fled Daraa according to SANA?"),
        ("what do locals say", "How many people fled Daraa according to locals?"),
        ("the army had more, right?", "How many people fled Daraa according to the army?"),
        ("do the observers agree?", "How many people fled Daraa according to the observers?"),
        ("tell me more", "What else happened in Daraa?"),
        ("when did it start", "When did it start, regarding the people who fled Daraa?"),
        ("who said 45?", "Who said 45 people fled Daraa?"),
        ("does anyone dispute that?", "Does anyone dispute that 38,000 people fled Daraa?"),
        ("how reliable is that", "How reliable is it that 38,000 people fled Daraa?"),
        ("is this still true", "Is it still true that 38,000 people fled Daraa?"),
        ("why is it higher", "Why is the number of people who fled Daraa higher?"),
        ("which is right?", "Which figure is right for how many people fled Daraa?"),
        ("how do they know", "How do they know that 38,000 people fled Daraa?"),
        ("no, I meant the wounded", "How many people were wounded in Daraa?"),
        ("not daraa, homs", "How many people fled Homs?"),
        ("what did tellman say about it", "How many people fled Daraa according to Tellman?"),
        ("tellman, who is he", "Who is Tellman?"),
        ("what happened after that", "What happened after 38,000 people fled Daraa?"),
    ],
)
def test_after_a_count(followup: str, question: str) -> None:
    assert asked(followup, FLED) == question


@pytest.mark.parametrize(
    ("earlier", "followup", "question"),
    [
        (BANKS, "per share?", "How much will Northbank pay for Ostera Bank per share?"),
        (BANKS, "will it close soon", "Will Northbank close soon?"),
        (BANKS, "how much did it offer at first", "How much did Northbank offer at first?"),
        (BANKS, "why so much", "Why will Northbank pay $4.2bn for Ostera Bank?"),
        (BANKS, "any offers", "Were there any offers for Northbank and Ostera Bank?"),
        (MARCH, "by when", "By when did 30,000 people march in Porto Alto?"),
        (ELECTION, "how old is she", "How old is Lucia Ferro?"),
        (ELECTION, "and her rival?", "Who is Lucia Ferro's rival?"),
        (ELECTION, "was it fair", "Was the mayoral election in Pirano fair?"),
        (ELECTION, "who came second", "Who came second in the mayoral election in Pirano?"),
        (FIRE, "who found it", "Who found the fire at the Delmar refinery?"),
        (FIRE, "how big is the refinery", "How big is the Delmar refinery?"),
        (FIRE, "anyone hurt", "Was anyone hurt in the fire at the Delmar refinery?"),
        (FERRY, "where", "Where did the ferry sink?"),
        (FERRY, "what caused it", "What caused the ferry to sink?"),
        (FERRY, "how many died", "How many people died when the ferry sank?"),
        (FERRY, "who owns it", "Who owns the ferry?"),
        (MARCH, "police say?", "How many people marched in Porto Alto according to police?"),
        (MARCH, "who organised it", "Who organised the march in Porto Alto?"),
        (MARCH, "compared with 1991?", "How many people marched in Porto Alto compared with 1991?"),
        (SPEECH, "and the union?", "What did the union say about closing plants?"),
        (SPEECH, "did she keep her word", "Did Anna Soames keep her word?"),
        (SPEECH, "what else", "What else did Anna Soames say about closing plants?"),
        (SPEECH, "what about brennick", "What did Brennick say about closing plants?"),
        (FIRE, "who pays", "Who pays in the fire at the Delmar refinery?"),
        (ELECTION, "anyone else?", "Who else won the mayoral election in Pirano?"),
        (HOSPITAL, "how many beds", "How many beds of the new hospital in Marlow?"),
        (HOSPITAL, "in euros?", "How much will the new hospital in Marlow cost in euros?"),
        (SCHOOLS, "and in Ostley?", "Which schools in Ostley are closed?"),
        (UNIONIST, "what did he say on Monday", "What did Marco Bellini say on Monday?"),
        (UNIONIST, "and Anna Soames?", "Who is Anna Soames?"),
        (POLLS, "and close?", "When did polls close in Pirano?"),
        (WORKERS, "how far is that", "How far is Porto Alto?"),
        (WORKERS, "the rest?", "Where will the rest of the Delmar workers go?"),
        (WORST, "how many died then", "How many people died in the Pirano flood in 1991?"),
        (BANKS, "they accepted?", "Did Northbank accept?"),
        (BANKS, "price?", "How much will Northbank pay for Ostera Bank?"),
        (BANKS, "why the delay", "Why the delay for Northbank and Ostera Bank?"),
        (BANKS, "any word from the ministry?",
         "What did the ministry say about Northbank and Ostera Bank?"),
        (CUP, "and the year before?", "Who won the cup in 2018?"),
        (CUP, "back to 2021, who won", "Who won the cup in 2021?"),
        (RELEASED, "by whom", "By whom was the list released in Marlow?"),
        (SPEECH, "to whom", "To whom did Anna Soames say that about closing plants?"),
    ],
)  # fmt: skip
def test_after_other_questions(earlier: tuple[str, str], followup: str, question: str) -> None:
    assert asked(followup, earlier) == question


@pytest.mark.parametrize(
    "question",
    [
        "how many people died in the Lenne floods?",
        "ok, and how long is the Lenne river?",
        "what about the Porto Alto strike, how did it end?",
        "thanks. who won the cup?",
        "what is the capital of france?",
        "Did Pedersen say he would resign?",
        "who chairs the council in marlow",
        "what did tellman say about the strike",
        "where is ostley",
    ],
)
def test_a_change_of_subject_stays_as_typed(question: str) -> None:
    result = standalone(question, [turn(*FLED)])
    assert (result.question, result.about, result.is_followup) == (question, "new", False)


def test_the_first_question_is_never_a_follow_up() -> None:
    result = standalone("  and how many   left?", [])
    assert (result.question, result.about, result.wants) == ("and how many left?", "new", None)


@pytest.mark.parametrize(
    ("followup", "wants", "question"),
    [
        ("who said so?", "speaker", "Who said that 38,000 people fled Daraa?"),
        ("says who", "speaker", "Who said that 38,000 people fled Daraa?"),
        ("according to whom?", "speaker", "Who said that 38,000 people fled Daraa?"),
        ("when?", "date", "When did the UN say that 38,000 people fled Daraa?"),
        ("when was that?", "date", "When did the UN say that 38,000 people fled Daraa?"),
        ("source?", "source", "Which article says that 38,000 people fled Daraa?"),
        ("where is that from?", "source", "Which article says that 38,000 people fled Daraa?"),
        ("how do you know", "source", "Which article says that 38,000 people fled Daraa?"),
    ],
)
def test_questions_about_the_last_claim(followup: str, wants: str, question: str) -> None:
    result = standalone(followup, [turn(*FLED, said_by="UN")])
    assert (result.about, result.wants, result.question) == ("previous_claim", wants, question)


@pytest.mark.parametrize(
    ("followup", "claim"), [("who said four?", 1), ("and who counted 4", 1), ("who said nine", 0)]
)
def test_a_claim_is_asked_about_by_its_value(followup: str, claim: int) -> None:
    earlier = turn("how many posts were set up in Daraa?", "nine posts", said_by="SANA")
    first = replace(earlier.answer.claims[0], quantity=Quantity(9, 9, 9, "posts"))
    second = replace(first, value="only four", said_by="Observatory", quantity=Quantity(4, 4, 4))
    both = Turn(earlier.question, replace(earlier.answer, claims=(first, second)))
    result = standalone(followup, [both])
    assert (result.about, result.wants, result.claim) == ("previous_claim", "speaker", claim)


def test_a_value_that_no_claim_has_is_asked_of_the_world() -> None:
    result = standalone("who said 700?", [turn(*FLED, said_by="UN")])
    assert (result.about, result.wants) == ("rewritten", None)


def test_what_cannot_leave_is_not_what_left() -> None:
    posts = ("how many army posts were set up in Daraa?", "nine posts")
    assert asked("how many left on Thursday?", posts) == "How many people left Daraa on Thursday?"
    buses = ("how many buses reached Daraa?", "12")
    assert asked("how many left?", buses) == "How many buses left Daraa?"


def test_when_after_an_event_asks_for_the_event() -> None:
    result = standalone("when?", [turn("did Rolf Hedinger resign?", "he resigned")])
    assert (result.about, result.wants) == ("rewritten", None)
    assert result.question == "When did Rolf Hedinger resign?"


def test_without_a_claim_there_is_nothing_to_ask_about() -> None:
    result = standalone("who said so?", [turn("how many people fled Daraa?", None)])
    assert (result.about, result.wants) == ("rewritten", None)


def test_the_fifth_follow_up_still_knows_the_place() -> None:
    turns: list[Turn] = []
    for question, value in (
        ("how many fled Daraa?", "38,000"),
        ("who said so?", "UN"),
        ("when?", "on Tuesday"),
        ("and how many left?", "53"),
        ("what about the rebels?", "100"),
    ):
        turns.append(replace_question(turn(question, value), standalone(question, turns).question))
    assert standalone("and in 2018?", turns).question == "How many rebels left Daraa in 2018?"
    assert standalone("who brokered the truce?", turns).question == (
        "Who brokered the truce in Daraa?"
    )


def replace_question(earlier: Turn, question: str) -> Turn:
    return Turn(earlier.question, replace(earlier.answer, standalone_question=question))


def test_a_place_comes_from_the_quote_only_when_no_question_names_one() -> None:
    title = "A second group left the southern city of Daraa on Thursday"
    nameless = turn("who said 38,000 fled?", "UN", "The UN said 38,000 had to flee.", title)
    assert standalone("who else left?", [nameless]).question == "Who else left Daraa?"
    named = turn("how many fled Homs?", "12", "12 fled.", title)
    assert standalone("who else left?", [named]).question == "Who else left Homs?"


def test_an_aside_on_a_person_does_not_change_what_is_asked() -> None:
    turns = [turn(*SPEECH), turn("who is Anna Soames?", "the head of Keldon")]
    assert standalone("and Marco Bellini?", turns).question == (
        "What did Marco Bellini say about closing plants?"
    )


def test_who_said_it_is_he_afterwards() -> None:
    turns = [turn(*FLED), turn("who said so?", "Lucia Ferro")]
    assert standalone("what else did she say?", turns).question == "What else did Lucia Ferro say?"


def test_a_sum_of_money_is_not_they() -> None:
    offer = turn("what did Bellmar say about the offer?", "1.6 billion euros")
    assert standalone("who speaks for them?", [offer]).question == "Who speaks for Bellmar?"


@settings(max_examples=100, deadline=None)
@given(followup=TEXTS, earlier=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_any_follow_up_gives_a_question(followup: str, earlier: Sequence[tuple[str, str]]) -> None:
    result = standalone(followup, [turn(*one) for one in earlier])
    assert result.is_followup == (result.about != "new")
    assert (result.wants is None) == (result.about != "previous_claim")
    if result.about == "new":
        assert result.question == " ".join(followup.split())
    else:
        assert result.question.endswith("?")
        assert "  " not in result.question


@pytest.mark.parametrize(
    "followup", ["what did " + "x " * 900 + "say", "and " * 500, "(" * 2000, "who " + "a" * 1990]
)
def test_the_longest_question_takes_no_time(followup: str) -> None:
    turns = [turn("how many " + "people " * 250 + "fled Daraa?", "38,000")]
    started = time.process_time()
    standalone(followup, turns)
    assert time.process_time() - started < 0.3
