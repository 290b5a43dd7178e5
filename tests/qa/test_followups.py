"""Follow-ups completed from earlier turns: what they become, and what they leave alone."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.followups import standalone
from qa.followups.capitals import names_in_sources, restore_capitals
from qa.followups.clauses import invert, nominal, population, statement
from qa.followups.frame import parse
from qa.followups.naming import compounds_in_texts, names_in_texts
from qa.followups.verbs import base_of, past_of, third_person
from qa.types import Answer, Citation, Claim, Timing, Turn


def turn(
    question: str, value: str | None, quote: str = "", title: str = "", said_by: str | None = None
) -> Turn:
    """A turn whose question stands alone, with one claim unless there was no answer."""
    citation = Citation(
        n=1, article_id="a", version=1, title=title, publisher=None, url=None, published_at=None,
        quote=quote or value or "", start=0, end=len(quote or value or ""), answer=value or "",
        answer_start=0, answer_end=len(value or ""), article_sha256="", link="",
    )  # fmt: skip
    claim = Claim(
        value or "", 0.9, (1,), said_by=said_by, said_by_kind="speaker" if said_by else None
    )
    answer = Answer(
        id="x", question=question, standalone_question=question,
        status="answered" if value else "no_answer", reason=None, kind="value", answer=value,
        text="", confidence=0.9, disagreement=False, claims=(claim,) if value else (),
        timeline=None, citations=(citation,) if value else (), closest=(),
        timing_ms=Timing(0, 0, 0), generation=1,
    )  # fmt: skip
    return Turn(question, answer)


def asked(followup: str, *earlier: tuple[str, str | None]) -> str:
    return standalone(followup, [turn(*one) for one in earlier]).question


FLED = ("how many people fled Daraa?", "38,000")
BANKS = ("How much will Northbank pay for Ostera Bank?", "$4.2bn")
ELECTION = ("Who won the mayoral election in Pirano?", "Lucia Ferro")
FIRE = ("What caused the fire at the Delmar refinery?", "a leaking valve")
FERRY = ("When did the ferry sink?", "on Monday night")
MARCH = ("how many people marched in Porto Alto?", "30,000")
SPEECH = ("what did Anna Soames say about closing plants?", "We have no plans to close any plant")

CUP = ("who won the cup in 2019?", "Marlow")
RELEASED = ("when was the list released in Marlow?", "on Friday")
HOSPITAL = ("how much will the new hospital in Marlow cost?", "$90m")
SCHOOLS = ("which schools in Marlow are closed?", "three primary schools")
UNIONIST = ("who is Marco Bellini?", "the head of the rail union")
POLLS = ("when did polls open in Pirano?", "7 a.m.")
WORKERS = ("where will the Delmar workers go?", "Porto Alto")
WORST = ("which Pirano flood was the worst?", "that of 1991")


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
        ("any deaths", "Were there any deaths in Daraa?"),
        ("anybody arrested", "Was anybody arrested in Daraa?"),
        ("who is in charge there?", "Who is in charge in Daraa?"),
        ("is the water on again", "Is the water on again in Daraa?"),
        ("the government's version", "How many people fled Daraa according to the government?"),
        ("SANA's number?", "How many people fled Daraa according to SANA?"),
        ("what do locals say", "How many people fled Daraa according to locals?"),
        ("the army had more, right?", "How many people fled Daraa according to the army?"),
        ("do the observers agree?", "How many people fled Daraa according to the observers?"),
        ("tell me more", "What else happened in Daraa?"),
        ("when did it start", "When did it start in Daraa?"),
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


def test_lower_case_names_are_known_from_the_sources() -> None:
    earlier = turn("who leads the talks in Pirano?", "Lucia Ferro", "Lucia Ferro leads them.")
    assert standalone("did lucia ferro resign", [earlier]).about == "new"
    assert standalone("did the mayor resign", [earlier]).question == (
        "Did the mayor resign in the talks in Pirano?"
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("what did tellman say", "what did Tellman say"),
        ("who is marco bellini", "who is Marco Bellini"),
        ("how many died in the orlen valley", "how many died in the Orlen valley"),
        ("what is the population of marlow", "what is the population of Marlow"),
        ("what happened in court", "what happened in court"),
        ("has inflation fallen", "has inflation fallen"),
        ("who is responsible for safety", "who is responsible for safety"),
        ("did the mayor resign", "did the mayor resign"),
    ],
)
def test_a_bare_word_in_the_place_of_a_noun_is_a_name(typed: str, written: str) -> None:
    assert restore_capitals(typed, {}) == written


def test_parts_of_known_names_are_known() -> None:
    quote = "Mayor Lucia Ferro of the Orlen valley said that the Interior Ministry knew."
    known = names_in_sources([turn("who knew?", "the Interior Ministry", quote)])
    assert {"ferro", "lucia ferro", "interior ministry"} <= set(known)
    assert not {"interior", "ministry", "lucia"} & set(known)


PASSAGES = (
    "The bid came from Keldon, a maker of pumps. Mr. Ferro said Keldon would keep the name.",
    "The head of the works council, Lucia Ferro, said on Monday that the Sorrel pump was safe. "
    "Every Sorrel pump was tested, she said, and Dr. Pavel Ostrander agreed.",
)


def test_names_are_written_as_passages_write_them() -> None:
    known = names_in_texts(PASSAGES)
    assert known["keldon"] == "Keldon"
    assert known["ostrander"] == "Pavel Ostrander"
    assert "pump" not in known
    assert compounds_in_texts(PASSAGES) == {"sorrel pump": "Sorrel_pump"}


def test_a_surname_in_lower_case_is_the_person_of_the_passages() -> None:
    said = turn("what did ferro say about the pumps?", "they are safe")
    assert standalone("sorry, i meant ostrander", [said], PASSAGES).question == (
        "What did Pavel Ostrander say about the pumps?"
    )
    assert standalone("is she sure", [said], PASSAGES).question == "Is Lucia Ferro sure?"


def test_a_noun_that_belongs_to_a_name_keeps_its_small_letter() -> None:
    tested = turn("when was the sorrel pump tested?", "on Monday")
    assert standalone("is it safe", [tested], PASSAGES).question == "Is the Sorrel pump safe?"


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
    started = time.perf_counter()
    standalone(followup, turns)
    assert time.perf_counter() - started < 0.3
