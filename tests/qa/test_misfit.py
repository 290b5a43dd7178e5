"""Near misses: evidence that by its own words answers another question."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from index.sentences import split_sentences
from index.types import Article, Hit, Passage
from qa.evidence import NO_RIVAL, Evidence, among, sentence_around
from qa.misfit import split_misfits
from qa.questions import understand
from tests.fakes import NO_FEATURES


def _piece(text: str, value: str, title: str = "") -> Evidence:
    article = Article("a1", 1, title, text, "0" * 64)
    hit = Hit(Passage(1, "a1", 1, 0, len(text)), article, 1.0, 1, None, None)
    start = text.index(value)
    sentence = sentence_around(split_sentences(text), start, start + len(value))
    return Evidence(hit, start, start + len(value), sentence, NO_FEATURES)


def _fits(question: str, text: str, value: str, title: str = "") -> bool:
    split = split_misfits(understand(question), [_piece(text, value, title)])
    assert len(split.fitting) + len(split.misfits) + len(split.possible) == 1
    return bool(split.fitting)


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("Who is the governor of Torv?", "Mayor Ada Brill opened it.", "Ada Brill", False),
        ("Who is the mayor of Torv?", "Mayor Ada Brill opened it.", "Ada Brill", True),
        ("Who is the mayor?", "Ada Brill, a baker, has been mayor for years.", "Ada Brill", True),
        ("Who is the prime minister?", "Trade minister Ivo Lund left.", "Ivo Lund", False),
        ("Who is the prime minister?", "Premier Ivo Lund left.", "Ivo Lund", True),
        ("Who is the vice president?", "President Ivo Lund spoke.", "President Ivo Lund", False),
        (
            "Who is the health minister?",
            "Ivo Lund, the minister for trade, left.",
            "Ivo Lund",
            False,
        ),
        ("Who is the health minister?", "Ivo Lund, minister of health, left.", "Ivo Lund", True),
        ("Who is the health minister?", "Opposition leader Ivo Lund left.", "Ivo Lund", False),
        ("Who is the CEO of Varn?", "Varn's chief executive, Ivo Lund, left.", "Ivo Lund", True),
        ("Who is the chairman of Varn?", "Its chief executive, Ivo Lund, rose.", "Ivo Lund", False),
        ("Who leads the opposition?", "Its leader, Ivo Lund, left.", "Ivo Lund", True),
        ("Who is the leader of the opposition?", "Opposition leader Ivo Lund.", "Ivo Lund", True),
        ("Who met the mayor?", "Governor Ada Brill met the mayor.", "Ada Brill", True),
    ],
)
def test_offices(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("How many people left Orsk?", "40,000", False),
        ("how many left?", "40,000", False),
        ("How many people left Orsk?", "53", True),
        ("How many people were left without water?", "40,000", True),
        ("How many people has the siege left without water?", "40,000", True),
    ],
)
def test_whom_something_left_somewhere_has_not_left(question: str, value: str, fits: bool) -> None:
    text = (
        "53 people left Orsk under the deal. The siege has left about 40,000 people without water."
    )
    assert _fits(question, text, value) is fits


def test_who_has_left_an_office_holds_it_no_more() -> None:
    text = "Port minister Ivo Lund said no. Ivo Lund resigned as port minister."
    late = text.rindex("Ivo Lund")
    pieces = [_piece(text, "Ivo Lund"), _piece(" " * late + text[late:], "Ivo Lund")]
    assert split_misfits(understand("Who is the port minister?"), pieces).fitting == []
    assert split_misfits(understand("Who was the port minister?"), pieces).misfits == []


def test_a_description_of_the_one_named_names_nobody_else() -> None:
    text = "The union's chairwoman, Ada Brill, thanked them."
    assert not _fits("Who will follow Ada Brill?", text, "The union's chairwoman")
    assert _fits("Who is Ada Brill?", text, "The union's chairwoman")


def test_words_of_the_question_are_no_answer() -> None:
    text = "Varn's port minister said no."
    assert not _fits("Who is the port minister of Varn?", text, "Varn's port minister")


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("How many people died?", "The quake killed nine people and hurt 34.", "34", False),
        ("How many people died?", "The quake killed nine people and hurt 34.", "nine", True),
        ("How many were injured?", "Nine died and 34 were taken to hospital.", "34", True),
        ("How many people died?", "Some 400 people marched. The union spoke of 900.", "900", False),
        ("How many people died?", "The quake killed nine. The union spoke of 12.", "12", True),
        ("How many people died?", "The flood claimed 12 lives.", "12", True),
        (
            "How many people live in the camp?",
            "Fever has killed 22 people in the camp.",
            "22",
            False,
        ),
        ("How many people were affected?", "Fever has killed 22 people there.", "22", True),
        ("How many people were rescued?", "Crews lifted 41 campers out by boat.", "41", True),
        ("How many people live there?", "Four clinics serve those who live there.", "Four", False),
        ("How many people are ill?", "There are 1,050 cases among the ill.", "1,050", True),
        ("How many firefighters were hurt?", "The blaze left 34 people hurt.", "34", False),
        ("How many firefighters were hurt?", "Firefighters ran. Six were hurt.", "Six", True),
        ("How many people died?", "So says Ivo Toll. The union spoke of 900.", "900", False),
        ("How many children died?", "The fever killed 22 people.", "22", False),
        ("How many schools were buried?", "In a buried school 22 had died.", "22", False),
        ("How many people left Torv?", "People left Torv. It cost $40m.", "$40m", False),
        ("How many soldiers died?", "Nine are dead. He sent 300 soldiers.", "300", False),
        ("How many soldiers died?", "He sent 300 soldiers. Nine of them died.", "Nine", True),
        ("How many people died?", "It hit 300 people. The union spoke of 900.", "900", False),
    ],
)
def test_fates_and_nouns(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("How much damage did the fire do?", "It left 31 injured.", "31", False),
        ("How much damage did the fire do?", "It did damage of €40m.", "€40m", True),
        ("How much money was raised?", "They raised 12,000 in all.", "12,000", True),
        ("How long did the talks last?", "They cost 4 percent of it.", "4 percent", False),
        ("How long did the talks last?", "They took 14 hours.", "14 hours", True),
    ],
)
def test_measures(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


def test_what_is_left_out_rivals_nothing() -> None:
    beaten = replace(NO_FEATURES, score=2.0, rival_margin=-3.0, share=-3.1)
    one = replace(_piece("Nine died.", "Nine"), features=beaten)
    alone = among([one])[0].features
    assert (alone.rival_margin, alone.share) == (NO_RIVAL, 0.0)
    other = replace(_piece("Four died.", "Four"), features=replace(beaten, score=1.0))
    assert [held.features.rival_margin for held in among([one, other])] == [1.0, -1.0]
    assert among([]) == []


@pytest.mark.parametrize("filler", ["mayor ", "a", "ward-clerk-"])
def test_offices_in_long_sentences_are_read_in_time(filler: str) -> None:
    text = f"A mayor, {filler * (50_000 // len(filler))}mamayor Ada Brill opened it."
    before = time.process_time()
    _fits("Who is the mayor of Torv?", text, "Ada Brill")
    assert time.process_time() - before < 10


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("Who is the vice president?", False),  # the article has no word for one
        ("Who is the premier?", False),
        ("Who is the port minister?", True),
        ("Who is the port chief?", True),
    ],
)
def test_an_office_that_the_article_never_names(question: str, fits: bool) -> None:
    text = "The port minister spoke. President Ivo Lund named Ada Brill. She is port chief."
    assert _fits(question, text, "Ada Brill") is fits


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("who said 400 fled?", True),
        ("who said about 410 fled?", True),
        ("who said 900 fled?", False),
        ("who said people fled?", True),
    ],
)
def test_who_said_one_figure_did_not_say_another(question: str, fits: bool) -> None:
    assert _fits(question, "The Torv council said 400 had fled.", "Torv council") is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("who lost?", "Ana Roos beat Ivo Lund by nine votes.", "Ana Roos", False),
        ("who lost?", "Ana Roos beat Ivo Lund by nine votes.", "Ivo Lund", True),
        ("who lost the vote?", "Ana Roos, a baker, has won the vote.", "Ana Roos", False),
        ("who was defeated?", "He spoke of Ana Roos's narrow victory.", "Ana Roos", False),
        ("who lost?", "Ivo Lund was narrowly defeated by Ana Roos.", "Ana Roos", False),
        ("who won?", "Ivo Lund was narrowly defeated by Ana Roos.", "Ivo Lund", False),
        ("who won?", "Ivo Lund was narrowly defeated by Ana Roos.", "Ana Roos", True),
        ("who won the vote?", "Ana Roos beat Ivo Lund by nine votes.", "Ivo Lund", False),
        ("who won?", "Ana Roos and her rival, Ivo Lund, both claimed victory.", "Ana Roos", False),
        ("who claimed victory?", "Ana Roos soon claimed victory.", "Ana Roos", True),
        ("who beat Ivo Lund?", "Ana Roos beat Ivo Lund by nine votes.", "Ana Roos", True),
        ("who met Ana Roos?", "Ivo Lund lost and met Ana Roos.", "Ivo Lund", True),
    ],
)
def test_the_other_side_of_an_outcome(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("By how many votes did she win?", "She won after two decades.", "two decades", False),
        ("How many years did it take?", "She won after two decades.", "two decades", True),
        ("How many votes did she get?", "She got 12 of them.", "12", True),
    ],
)
def test_a_measure_counts_no_things(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("How much did the club pay?", "The firm had demanded $15m.", "$15m", False),
        ("How much did the club want?", "The firm had demanded $15m.", "$15m", True),
        ("How much does the firm want?", "The firm had demanded $15m.", "$15m", True),
        ("How long was he jailed for?", "He faces up to nine years.", "nine years", False),
        ("How long may he be jailed for?", "He faces up to nine years.", "nine years", True),
        ("How much was it fined?", "The firm may be fined $60m.", "$60m", False),
        ("How many people died?", "As many as 30 people may have died.", "30", True),
        ("How many were on board?", "The boat is licensed to carry 150.", "150", False),
        ("How many may be on board?", "The boat is licensed to carry 150.", "150", True),
    ],
)
def test_what_may_be_is_not_what_was(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("How many children died?", "Nine passengers died, Varn said.", "Nine", False),
        ("How many children died?", "Nine pupils died, children of Torv.", "Nine", True),
        ("How many patients died?", "One died. Its shares rose 14 percent.", "14 percent", False),
        ("How many patients died?", "Of the patients 14 percent died.", "14 percent", True),
        ("How much does Ivo Lund earn?", "Ivo Lund, 23 years old, left.", "23 years", False),
        ("How much did the union pay?", "They approved it by 71 percent.", "71 percent", False),
        ("How much did pay rise?", "Pay rose 4 percent.", "4 percent", True),
        ("How long did the talks last?", "They cost €4m.", "€4m", False),
        ("How much did the bank pay?", "It lost files of 2 million clients.", "2 million", False),
        ("How much aid came?", "Aid of 40 tonnes came.", "40 tonnes", True),
        ("How many houses did he build?", "His flats buried 39 people.", "39", False),
        ("How many delegates has it?", "It has 39 people in Torv.", "39", True),
        ("How many arrests were there?", "Police arrested 39 people.", "39", True),
        ("What share of them left?", "Its 6,900 drivers left.", "6,900", False),
        ("What share of them left?", "Of its drivers 71 percent left.", "71 percent", True),
    ],
)
def test_a_part_a_share_and_an_age(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        (
            "Who succeeded Ada Brill?",
            "The premier, Ivo Lund, named Emil Sand to succeed her.",
            "Ivo Lund",
            False,
        ),
        (
            "Who succeeded Ada Brill?",
            "The premier, Ivo Lund, named Emil Sand to succeed her.",
            "Emil Sand",
            True,
        ),
        ("Who brokered the truce?", "Ivo Lund called for aid and a truce.", "Ivo Lund", False),
        ("Who called for a truce?", "Ivo Lund called for aid and a truce.", "Ivo Lund", True),
        ("Who opposed the truce?", "Ivo Lund called for it to end.", "Ivo Lund", True),
        ("Who left?", "About 90 will leave Torv Major.", "Torv Major", False),
        ("Who was elected?", "The town elected Ada Brill.", "Ada Brill", True),
        ("Who founded the club?", "The club has its seat in Torv.", "Torv", False),
        ("Who founded the club?", "The club was founded by Ada Brill.", "Ada Brill", True),
    ],
)
def test_who_did_something_else(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("Who chairs the board?", "Its director, Ada Brill, left the board.", False),
        ("Who chairs the board?", "Its chairwoman, Ada Brill, left the board.", True),
        (
            "Who is the president of Torv?",
            "Torv's high court rose. The court's president, Ada Brill, left.",
            False,
        ),
        (
            "Who is Torv's president?",
            "Torv's high court rose. The president of the court, Ada Brill, left.",
            False,
        ),
        (
            "Who is the president of Torv's court?",
            "Torv's high court rose. The court's president, Ada Brill, left.",
            True,
        ),
        (
            "Who is the coach of Torv City?",
            "Torv City lost. The club's coach, Ada Brill, left.",
            True,
        ),
        ("Who is the director of Torv Glass?", "Varn's director, Ada Brill, left Torv.", False),
        ("Who is the director of Torv Glass?", "Torv's director, Ada Brill, left.", True),
        ("Who is Varn's director?", "Varn's director, Ada Brill, left.", True),
        ("Who is the director of Varn Glass?", "VG's director, Ada Brill, left.", True),
    ],
)
def test_whose_office_it_is(question: str, text: str, fits: bool) -> None:
    assert _fits(question, text, "Ada Brill") is fits


@pytest.mark.parametrize(
    ("question", "text", "value", "fits"),
    [
        ("where did they go?", "They left the old port of Torv by bus.", "Torv", False),
        ("where did they go after the vote?", "They left Torv for Varn.", "Torv", False),
        ("where did they go after the vote?", "They left Torv for Varn.", "Varn", True),
        ("where were the wounded taken", "They were flown out of Torv.", "Torv", False),
        ("where were the wounded taken", "They were flown to Torv.", "Torv", True),
        ("Where did they flee from?", "They fled to Torv.", "Torv", False),
        ("Where did they flee from?", "They fled Torv.", "Torv", True),
        ("Where did they meet?", "They left Torv.", "Torv", True),
        ("Where did they go?", "It fell to a force that was backed by Torv.", "Torv", False),
        ("Where did they go?", "It fell to a force that was backed by Torv.", "by Torv", False),
        ("Where was it sent?", "It was sent by Torv.", "by Torv", False),
        ("Where did they camp?", "They camped by Torv lake.", "by Torv lake", True),
    ],
)
def test_places(question: str, text: str, value: str, fits: bool) -> None:
    assert _fits(question, text, value) is fits


def test_what_was_left_is_nowhere_told_as_where_they_went() -> None:
    question = understand("Where did the rebels go?")
    pieces = [_piece("The rebels left Torv.", "Torv"), _piece("Torv is in the south.", "Torv")]
    assert split_misfits(question, pieces).fitting == []


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("How long has the siege lasted?", "crushing", False),
        ("How long has the siege lasted?", "since the war", True),
        ("How long has the siege lasted?", "for months", True),
        ("How long is the sentence?", "life", True),
        ("How old is she?", "the youngest", False),
        ("How old is she?", "twenty-one", True),
        ("How far did they get?", "the border", True),
    ],
)
def test_where_a_length_is_asked_for_words_that_measure_nothing_do_not_answer(
    question: str, value: str, fits: bool
) -> None:
    assert _fits(question, f"It was told by many: {value}.", value) is fits


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("How many died in the earthquake?", False),
        ("How many died in the floods?", True),
        ("How many died?", True),
        ("how many were killed in the shooting", False),
    ],
)
def test_the_dead_of_another_kind_of_event(question: str, fits: bool) -> None:
    text = "The river burst its banks. At least 33 people died."
    assert _fits(question, text, "33") is fits


@pytest.mark.parametrize(
    ("question", "value", "fits"),
    [
        ("Who shelled the market?", "The army", False),
        ("Who shelled the market?", "Orsia", True),
        ("Who denied it?", "The army", True),
    ],
)
def test_who_denies_a_deed_has_not_done_it(question: str, value: str, fits: bool) -> None:
    text = "The army denied that it shelled the market. Orsia shelled it, a monitor said."
    assert _fits(question, text, value) is fits
