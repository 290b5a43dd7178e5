"""Evidence completed: the bare value, the figure, who said it and when."""

from __future__ import annotations

from datetime import date

import pytest

from index.sentences import split_sentences
from index.types import Article, Hit, Passage
from qa.evidence import Evidence, Judged, sentence_around
from qa.questions import understand
from qa.statements import Completer, Statement
from tests.fakes import NO_FEATURES

DAY = date(2021, 8, 26)


def _state(text: str, span: str, question: str) -> Statement:
    article = Article("a", 1, "T", text, "0" * 64, "Levant Courier", published_at=DAY)
    start = text.index(span)
    sentence = sentence_around(split_sentences(text), start, start + len(span))
    hit = Hit(Passage(1, "a", 1, 0, len(text)), article, 1.0, 1)
    evidence = Evidence(hit, start, start + len(span), sentence, NO_FEATURES)
    return _states(evidence, question)[0]


def _states(evidence: Evidence, question: str) -> list[Statement]:
    return Completer(understand(question)).statements([Judged(evidence, 0.9)])


def test_a_counted_answer_is_the_figure_with_its_qualifier_and_noun_apart() -> None:
    text = "Rain fell. The UN said on Tuesday that some 38,000 people fled Daraa."
    found = _state(text, "some 38,000 people", "how many fled Daraa?")
    assert found.value == text[found.start : found.end] == "38,000"
    assert found.quantity is not None
    assert (found.quantity.number, found.quantity.unit) == (38000, "people")
    assert found.quantity.qualifier == "some"
    assert found.said_by is not None
    assert found.said_by.speaker == "UN"
    assert found.said_day == date(2021, 8, 24)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("He asked for “tents and water”.", "“tents and water”.", "tents and water"),
        (
            '"A straight river is fast," said Yves Caron.',
            'river is fast," said Yves',
            "river is fast",
        ),
        (
            "They call it a “cease-fire” of sorts.",
            "a “cease-fire” of sorts",
            "a “cease-fire” of sorts",
        ),
        ("Talks with the mayor's office go on.", "the mayor's office", "the mayor's office"),
    ],
)
def test_a_value_loses_marks_around_it_and_stops_where_its_quotation_ends(
    text: str, span: str, value: str
) -> None:
    assert _state(text, span, "what did they ask for?").value == value


def test_a_list_is_taken_apart_and_each_entry_stands_once() -> None:
    text = "On Monday shells hit Orsk, Velmar and Tolna, the army said."
    article = Article("a", 1, "T", text, "0" * 64, "Levant Courier", published_at=DAY)
    hit = Hit(Passage(1, "a", 1, 0, len(text)), article, 1.0, 1)
    judged = [
        Judged(Evidence(hit, text.index(v), text.index(v) + len(v), (0, len(text)), NO_FEATURES), c)
        for v, c in (("Velmar", 0.9), ("Orsk, Velmar", 0.8))
    ]
    found = Completer(understand("which towns were hit?")).statements(judged)
    assert [s.value for s in found] == ["Orsk", "Velmar", "Tolna"]
    assert all(s.judged.confidence == 0.9 for s in found)
    assert all(s.said_by and s.said_by.speaker == "army" for s in found)


def test_a_date_is_resolved_against_the_article() -> None:
    found = _state("The bridge fell on Monday.", "Monday", "when did the bridge fall?")
    assert found.value_date is not None
    assert found.value_date.start == found.value_date.end == date(2021, 8, 23)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("why was the road closed?", "the bridge had sunk"),
        ("was the road closed?", "The road was closed because the bridge had sunk."),
        ("what happened to the road?", "The road was closed because the bridge had sunk."),
    ],
)
def test_what_settles_or_tells_is_the_whole_sentence(question: str, value: str) -> None:
    text = "Rain fell. The road was closed because the bridge had sunk. Buses ran."
    assert _state(text, "the bridge had sunk", question).value == value


def test_how_often_keeps_its_every() -> None:
    found = _state("They vote every five years.", "every five years", "how often do they vote?")
    assert found.value == "every five years"


def test_who_said_is_answered_with_the_day_of_the_saying() -> None:
    text = "Rain fell. The UN said on Tuesday that some 38,000 people fled Daraa."
    found = _state(text, "The UN", "who said 38,000 fled?")
    assert found.said_by is not None
    assert (found.said_by.speaker, found.said_day) == ("UN", date(2021, 8, 24))


SPOKEN = (
    "Rain fell. Minister Ada Brill came on Friday. Boats were out. “It is too early to speak of "
    "causes,” she said. Jon Vark, the mayor, said: “Wait for the report.”"
)


@pytest.mark.parametrize(
    ("span", "question", "shown"),
    [
        ("Ada Brill", 'Who said "too early to speak of causes"?', "“It is too early"),
        ("Ada Brill", "Who said to wait for the report?", None),
        ("Jon Vark", "Who said to wait for the report?", "“Wait for the report.”"),
        ("Ada Brill", "Who came on Friday?", None),
    ],
)
def test_who_said_it_is_shown_with_what_was_said(
    span: str, question: str, shown: str | None
) -> None:
    found = _state(SPOKEN, span, question)
    quote = SPOKEN[slice(*found.sentence)]
    assert span in quote
    assert shown is None or shown in quote
    assert shown is not None or quote in ("Minister Ada Brill came on Friday.",)


@pytest.mark.parametrize(
    ("span", "question", "fits"),
    [
        ("Tuesday", "when did people flee?", True),
        ("Daraa", "when did people flee?", False),
        ("38,000", "how many fled?", True),
        ("Daraa", "how many fled?", False),
        ("Daraa", "where did people flee from?", True),
    ],
)
def test_when_takes_dates_and_how_many_takes_figures(span: str, question: str, fits: bool) -> None:
    text = "On Tuesday some 38,000 people fled Daraa."
    article = Article("a", 1, "T", text, "0" * 64, published_at=DAY)
    hit = Hit(Passage(1, "a", 1, 0, len(text)), article, 1.0, 1)
    start = text.index(span)
    evidence = Evidence(hit, start, start + len(span), (0, len(text)), NO_FEATURES)
    assert bool(_states(evidence, question)) is fits


@pytest.mark.parametrize(
    ("question", "is_taken"),
    [("When did the boat leave?", True), ("What day did the boat leave?", False)],
)
def test_a_time_of_day_says_when(question: str, is_taken: bool) -> None:
    text = "The boat left at 4.30 a.m. with 90 aboard."
    article = Article("a", 1, "T", text, "0" * 64, published_at=DAY)
    start = text.index("4.30")
    hit = Hit(Passage(1, "a", 1, 0, len(text)), article, 1.0, 1)
    evidence = Evidence(hit, start, start + 9, (0, len(text)), NO_FEATURES)
    assert [one.value for one in _states(evidence, question)] == ["4.30 a.m."] * is_taken
