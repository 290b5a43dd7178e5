"""Values beside a found one: the other end of a change, and rivals told in a few words."""

from __future__ import annotations

import time
from datetime import date

import pytest

from index.sentences import split_sentences
from index.types import Article, Hit, Passage
from qa.claims import Asserted, assert_claims
from qa.evidence import Evidence, Judged, sentence_around
from qa.questions import understand
from tests.fakes import NO_FEATURES

DAY = date(2024, 3, 20)  # a Wednesday


def _asserted(question: str, text: str, value: str, article_id: str = "a1") -> Asserted:
    return assert_claims(understand(question), [judged_span(text, value, article_id)], 0.2, 5)


def judged_span(text: str, value: str, article_id: str = "a1", confidence: float = 0.6) -> Judged:
    article = Article(article_id, 1, "", text, "0" * 64, published_at=DAY)
    hit = Hit(Passage(1, article_id, 1, 0, len(text)), article, 1.0, 1, None, None)
    start = text.index(value)
    sentence = sentence_around(split_sentences(text), start, start + len(value))
    return Judged(Evidence(hit, start, start + len(value), sentence, NO_FEATURES), confidence)


def _told(asserted: Asserted) -> list[tuple[str, str | None]]:
    return [(claim.value, claim.said_by) for claim in asserted.claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The vote has been postponed from 28 March to 11 April, Varn said.", "28 March"),
        (
            "The vote has been postponed from 28 March to 11 April, Varn said.",
            "28 March to 11 April",
        ),
        ("The vote, which was to be held on 28 March, has been moved to 11 April.", "28 March"),
        ("The vote, planned for 28 March, will now be held on 11 April.", "28 March"),
        ("The vote was brought forward to 11 April from 28 April.", "28 April"),
    ],
)
def test_a_moved_date_is_told_before_the_one_it_was_moved_from(text: str, found: str) -> None:
    asserted = _asserted("When is the vote?", text, found)
    assert asserted.kind == "development"
    assert [claim.value for claim in asserted.claims] == ["11 April", found[:8]]


def test_a_later_article_moves_the_date_of_an_earlier_one() -> None:
    judged = [
        judged_span("Members will vote on 28 March.", "28 March", "a1", 0.6),
        judged_span(
            "The vote was put back from 28 March to 11 April.", "28 March to 11 April", "a2", 0.3
        ),
    ]
    asserted = assert_claims(understand("When will members vote?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["11 April", "28 March"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("New cases have fallen from 70 to 12 a day.", "70 to 12"),
        ("Food rations were cut from 70 meals a day to 12.", "70"),
        ("Varn lowered its count of cases to 12 from 70.", "70"),
    ],
)
def test_the_newer_figure_of_a_change_comes_first(text: str, found: str) -> None:
    asserted = _asserted("How many are there?", text, found)
    assert [claim.value for claim in asserted.claims] == ["12", "70"]
    assert asserted.kind == "development"


def test_an_interval_is_no_change() -> None:
    asserted = _asserted("How many came?", "Between 15 March and 17 March, 70 came.", "70")
    assert [claim.value for claim in asserted.claims] == ["70"]
    text = "The fair runs from 28 March to 11 April."
    assert _asserted("When is the fair?", text, "from 28 March to 11 April").kind == "value"


@pytest.mark.parametrize(
    "rival",
    [
        "The port office put it at 45.",
        "The port office said the number was closer to 45.",
        "The port office claimed 45.",
        "The port office, which counts them, spoke of 45.",
        "The port office expects no more than 45.",
    ],
)
def test_a_rival_in_few_words_stands_beside_the_figure(rival: str) -> None:
    text = f"The union said that 90 dockers had walked out. {rival}"
    asserted = _asserted("How many dockers walked out?", text, "90")
    assert asserted.kind == "disagreement"
    assert _told(asserted) == [("90", "union"), ("45", "port office")]


@pytest.mark.parametrize(
    "other",
    [
        "The union said it was the biggest strike in 45 years.",
        "The port office said 45 ships were waiting.",
        "In a second port, the office put the number of ships at 45.",
        "There were 45 of them.",
    ],
)
def test_other_figures_nearby_are_no_rivals(other: str) -> None:
    text = f"The union said that 90 dockers had walked out. {other}"
    assert _told(_asserted("How many dockers walked out?", text, "90")) == [("90", "union")]


def test_what_is_to_come_in_the_next_paragraph_says_nothing_of_a_figure() -> None:
    text = "In all 70 came.\n\nMayor Brill is to visit."
    assert _asserted("How many came?", text, "70").claims


def test_rulers_and_long_sentences_are_read_in_time() -> None:
    texts = [f"In all 70 {'-' * 50_000}\n", f"In all 70 {'- ' * 25_000} and {'said ' * 5_000}45."]
    before = time.process_time()
    for text in texts:
        assert _asserted("How many came?", text, "70").claims
    assert time.process_time() - before < 10


def _two(first: str, one: str, second: str, two: str) -> list[Judged]:
    return [judged_span(first, one, "a1", 0.6), judged_span(second, two, "a2", 0.4)]


def test_a_count_of_the_fate_asked_for_needs_no_other_word_of_the_question() -> None:
    first = "The minister said on 5 March that fever in Torv had brought 31 deaths."
    second = "At least 41 people have died in the outbreak, the ministry said on 19 March."
    judged = _two(first, "31", second, "41")
    asserted = assert_claims(understand("How many died of fever in Torv?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["41", "31"]


def test_another_speakers_lower_toll_some_days_later_disagrees() -> None:
    first = "The aid group said on 15 March that 55 people had died of fever."
    second = "The ministry said on 19 March that 41 people had died of fever."
    judged = _two(first, "55", second, "41")
    asserted = assert_claims(understand("How many died of fever?"), judged, 0.2, 5)
    assert asserted.kind == "disagreement"
    judged = _two(first.replace("55", "31"), "31", second, "41")
    asserted = assert_claims(understand("How many died of fever?"), judged, 0.2, 5)
    assert asserted.kind == "development"


def test_the_whole_of_which_a_part_is_asked_for_is_no_rival() -> None:
    text = "The nurse said 12 of the injured were at home. She put the number of injured at 31."
    judged = [judged_span(text, "12", "a1", 0.6), judged_span(text, "31", "a1", 0.3)]
    asserted = assert_claims(understand("How many of the injured are at home?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["12"]


def test_who_told_on_the_day_that_is_asked_for() -> None:
    text = "Ada Brill said on Monday that the port was safe."
    asserted = _asserted("When did Ada Brill say the port was safe?", text, "Monday")
    assert _told(asserted) == [("Monday", "Ada Brill")]


def test_a_figure_in_few_words_looks_back() -> None:
    text = "The port office put it at 45. The union said that 90 dockers had walked out."
    assert _told(_asserted("How many dockers walked out?", text, "90")) == [("90", "union")]


def test_a_rejected_figure_is_no_earlier_one() -> None:
    text = "Varn rejected a rise of 9 percent. On Tuesday both agreed on a rise of 6 percent."
    judged = [judged_span(text, "6 percent", "a1", 0.6), judged_span(text, "9 percent", "a1", 0.4)]
    asserted = assert_claims(understand("What rise was agreed?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["6 percent"]


@pytest.mark.parametrize(
    "text",
    [
        "The slope moved, surveyor Ada Brill said.",
        "“It moved,” said Ada Brill, 81, who has lived there since 1962.",
    ],
)
def test_who_says_the_beginning_of_a_sentence(text: str) -> None:
    asserted = _asserted("Who said it moved?", text, "Ada Brill")
    assert [claim.said_by_kind for claim in asserted.claims] == ["speaker"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The vote will be held on 11 April. It had first been planned for 28 March.", "11 April"),
        ("The vote will be held on 11 April instead of 28 March, he said.", "28 March"),
        (
            "The board put off its long-awaited vote on the new bridge from 28 March to 11 April.",
            "28 March to 11 April",
        ),
    ],
)
def test_the_day_that_was_planned_at_first_is_the_older_one(text: str, found: str) -> None:
    asserted = _asserted("When will the vote be held?", text, found)
    assert [claim.value for claim in asserted.claims] == ["11 April", "28 March"]
    assert asserted.kind == "development"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In all 90 dockers walked out, and not 70 as the union had said.", "70"),
        ("The firm cuts the number of its dockers to 90 from 70.", "90"),
    ],
)
def test_what_is_replaced_is_the_older_figure(text: str, found: str) -> None:
    asserted = _asserted("How many dockers are there?", text, found)
    assert [claim.value for claim in asserted.claims] == ["90", "70"]


def test_what_is_feared_stands_beside_what_is_said() -> None:
    text = "The doctor said he would miss six weeks. The coach feared that it would take 3 months."
    asserted = _asserted("How long will he be out?", text, "six weeks")
    assert _told(asserted) == [("six weeks", "doctor"), ("3 months", "coach")]


def test_a_vague_count_gives_way_to_a_plain_one() -> None:
    text = "Hundreds of people marched in Torv. The police put the crowd at 400, the union at 900."
    asserted = _asserted("How many people marched in Torv?", text, "Hundreds")
    assert _told(asserted)[0] == ("400", "police")
    other = "The union said that 230 dockers had walked out."
    judged = [judged_span(text, "Hundreds", "a1", 0.3), judged_span(other, "230", "a2", 0.5)]
    asserted = assert_claims(understand("How many dockers walked out?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["230"]


def test_how_many_there_may_be_is_no_count_of_those_there_are() -> None:
    text = "The boat was certified to carry 150 passengers, but 210 were on board."
    judged = [judged_span(text, "210", "a1", 0.6), judged_span(text, "150", "a1", 0.4)]
    asserted = assert_claims(understand("How many passengers were on board?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["210"]


def test_a_day_to_come_does_not_say_when_it_was() -> None:
    text = "Ada Brill is a judge. The tax will be paid back by 11 April."
    assert not _asserted("When did Ada Brill become a judge?", text, "11 April").claims
    assert _asserted("When was it due to be paid back?", text, "11 April").claims


def test_another_speakers_figure_of_the_same_deed_further_on_is_a_rival() -> None:
    text = (
        "Varn said that its pill was 78 percent effective. Its shares rose 4 percent on Monday. "
        "The trial began in May. Nobody fell ill in it. It ran for a year in nine towns of Torv. "
        "The drug board said that efficacy fell to 64 percent with those who had left. It will "
        "decide in June."
    )
    asserted = _asserted("How effective is the pill?", text, "78 percent")
    assert _told(asserted) == [("78 percent", "Varn"), ("64 percent", "drug board")]


def test_a_day_that_is_now_expected_follows_the_planned_one() -> None:
    text = "The return, which was planned for 28 March, is now expected on 11 April, he said."
    asserted = _asserted("When is the return?", text, "28 March")
    assert [claim.value for claim in asserted.claims] == ["11 April", "28 March"]


def test_an_unlikely_count_may_contradict_the_latest_one() -> None:
    day = "The ministry said on 19 March that nine people had died. The union put deaths at 17."
    judged = [
        judged_span("On 5 March Varn said that three people had died.", "three", "a1", 0.7),
        judged_span(day, "nine", "a2", 0.5),
        judged_span(day, "17", "a2", 0.06),
    ]
    asserted = assert_claims(understand("How many people have died?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["nine", "17", "three"]
    assert (asserted.kind, asserted.current) == ("disagreement", 2)


def test_a_newer_count_must_be_likely_or_say_what_is_asked() -> None:
    judged = [
        judged_span("On 5 March nine ships of Varn were waiting.", "nine", "a1", 0.3),
        judged_span("Some 38 ships were waiting on 19 March.", "38", "a2", 0.1),
    ]
    asserted = assert_claims(understand("How many ships does Varn own?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["nine"]
    asserted = assert_claims(understand("How many ships were waiting?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["38", "nine"]


def test_the_number_of_those_killed_when_it_sank_counts_the_dead() -> None:
    judged = [
        judged_span("On 5 March Varn said that nine people had died.", "nine", "a1", 0.6),
        judged_span(
            "On 19 March the number of people killed when it sank rose to 29.", "29", "a2", 0.3
        ),
    ]
    asserted = assert_claims(understand("How many people died?"), judged, 0.2, 5)
    assert [claim.value for claim in asserted.claims] == ["29", "nine"]
