"""Whose word a question asks for, and which statements may answer."""

from __future__ import annotations

import pytest

from index.sentences import split_sentences
from index.types import Article, Hit, Passage
from qa.evidence import Evidence, Judged, sentence_around
from qa.questions import understand
from qa.sourcing import asked_source, of_the_source
from qa.statements import Completer, Statement
from tests.fakes import NO_FEATURES

TEXT = (
    "The Velmar council said that 53 people were killed in Orm. The army put the number at 45. "
    "In all 60 people are missing."
)


def statement(value: str, confidence: float = 0.6, publisher: str = "Orm Herald") -> Statement:
    article = Article("a", 1, "T", TEXT, "0" * 64, publisher)
    hit = Hit(Passage(1, "a", 1, 0, len(TEXT)), article, 1.0, 1, None, 0.5)
    start = TEXT.index(value)
    end = start + len(value)
    sentence = sentence_around(split_sentences(TEXT), start, end)
    judged = Judged(Evidence(hit, start, end, sentence, NO_FEATURES), confidence)
    [completed] = Completer(understand("how many people were killed?")).statements([judged])
    return completed


@pytest.mark.parametrize(
    ("question", "name", "wants_words"),
    [
        ("how many died according to the emergency ministry?", "the emergency ministry", False),
        ("According to the UN, how many fled?", "the UN", False),
        ("according to the un how many fled", "the un", False),
        ("how many people does the ministry say are missing?", "the ministry", False),
        ("What did Radko Stell say about the alarm?", "Radko Stell", True),
        ("and what does the army say?", "the army", True),
    ],
)
def test_a_source_is_read_out_of_the_question(question: str, name: str, wants_words: bool) -> None:
    asked = asked_source(question)
    assert asked
    assert (asked.name, asked.wants_words) == (name, wants_words)


@pytest.mark.parametrize(
    "question",
    [
        "how many fled Daraa?",
        "who said 53 were killed?",
        "according to whom?",
        "What did he say?",
        "According to the article, who left?",
        "When did the army leave?",
    ],
)
def test_no_source_is_read_where_none_is_named(question: str) -> None:
    assert asked_source(question) is None


def test_the_sources_own_statement_answers_alone() -> None:
    council, army = statement("53", 0.6), statement("45", 0.3)
    asked = asked_source("how many were killed according to the army?")
    assert of_the_source(asked, [council, army], 0.2) == [army]
    assert of_the_source(None, [council, army], 0.2) == [council, army]


def test_what_another_says_never_answers_for_the_source() -> None:
    council, nobody = statement("53"), statement("60", 0.3)
    asked = asked_source("how many were killed according to the union?")
    assert of_the_source(asked, [council, nobody], 0.2) == [nobody]
    words = asked_source("what did the union say?")
    assert of_the_source(words, [council, nobody], 0.2) == []


def test_a_paper_is_a_source_for_what_it_tells_itself() -> None:
    council, nobody = statement("53"), statement("60", 0.3)
    asked = asked_source("how many are missing according to the Herald?")
    assert of_the_source(asked, [council, nobody], 0.2) == [nobody]


def test_the_state_is_no_source_that_says() -> None:
    assert asked_source("How long does the state of emergency last?") is None
