"""Figures that follow each other in time: what comes first, and their timeline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.qa.test_grouping import PUBLISHED, QUESTION, candidate, related, toll, values


def test_a_rising_toll_is_a_development_latest_first() -> None:
    series = [
        toll("At least seven people died in the flood, it said.", "seven", 1, "a", 0.9),
        toll("The flood killed 31 people, it said.", "31", 9, "c", 0.7),
        toll("It said that 19 people had died.", "19", 4, "b", 0.8),
    ]
    relation = related(series, QUESTION)
    assert relation.kind == "development"
    assert values(relation) == ["31", "19", "seven"]
    assert [(step.day and step.day.day, step.value) for step in relation.timeline] == [
        (1, "seven"), (4, "19"), (9, "31"),
    ]  # fmt: skip
    assert relation.timeline[0].candidate is series[0]


def test_a_lower_bound_and_a_later_count_do_not_disagree() -> None:
    one = replace(toll("At least 31 people died.", "31", 2, "a", 0.9), speaker="police")
    two = toll("It said that 44 people had died.", "44", 3, "b", 0.8)
    assert related([one, two], QUESTION).kind in {"development", "value"}
    later = replace(two, published_at=date(2022, 6, 6))
    assert related([one, later], QUESTION).kind == "development"


def test_a_change_told_in_one_sentence_has_a_timeline_in_its_order() -> None:
    sentence = "The bank cut its forecast of growth from 1.4 percent to 0.9 percent."
    question = "What is the forecast of growth?"
    found = [
        candidate(sentence, value, question, speaker="bank", confidence=confidence)
        for value, confidence in (("0.9 percent", 0.8), ("1.4 percent", 0.6))
    ]
    relation = related(found, question)
    assert relation.kind == "development"
    assert [(step.day, step.value) for step in relation.timeline] == [
        (PUBLISHED, "1.4 percent"), (PUBLISHED, "0.9 percent"),
    ]  # fmt: skip
    undated = related([replace(one, published_at=None) for one in found], question)
    assert [step.day for step in undated.timeline] == [None, None]


def test_rival_counts_of_the_latest_day_disagree_and_keep_the_timeline() -> None:
    series = [
        toll("It said that 34 people had died.", "34", 9, "d", 0.7),
        replace(toll("He said that 31 people had died.", "31", 9, "c", 0.8), speaker="mayor"),
        toll("It said that seven people had died.", "seven", 1, "a", 0.9),
    ]
    relation = related(series, QUESTION)
    assert relation.kind == "disagreement"
    assert values(relation) == ["31", "34", "seven"]
    assert len(relation.timeline) == 3


def test_the_newest_of_a_sources_values_stands_beside_anothers() -> None:
    series = [
        replace(toll("At least 52 people died.", "52", 9, "d", 0.9), speaker=None),
        toll("It said that 31 people had died.", "31", 8, "b", 0.8),
        toll("The toll climbed to 46 people, it said.", "46", 9, "c", 0.5),
    ]
    relation = related(series, QUESTION)
    assert relation.kind == "disagreement"
    assert values(relation)[: relation.current] == ["52", "46"]
