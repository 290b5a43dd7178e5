"""Dates in questions: whether they float, what they belong to, and the question without them."""

from __future__ import annotations

from datetime import date

import pytest

from qa.dates import names_thing, question_dates, without_dates

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "floats"),
    [
        ("who left Orm on Thursday?", True),
        ("how many fled Orm since June?", True),
        ("what happened over the weekend?", True),
        ("what happened on 3 May?", True),
        ("what happened on 3 May 2021?", False),
        ("what happened last week?", False),
        ("what happened two days ago?", False),
        ("what happened in March last year?", False),
    ],
)
def test_a_date_floats_that_names_no_year_or_week(question: str, floats: bool) -> None:
    assert [asked.floats for asked in question_dates(question, TODAY)] == [floats]


def test_without_today_floating_dates_are_unresolved_and_those_from_today_left_out() -> None:
    [asked] = question_dates("who left Orm on Thursday?", None)
    assert (asked.text, asked.range, asked.from_day, asked.to_day) == (
        "on Thursday", None, None, None,
    )  # fmt: skip
    assert question_dates("who left Orm yesterday?", None) == []


@pytest.mark.parametrize(
    "question",
    [
        'who sang "Summer of 1969"?',
        "who said “we will win on Sunday”?",
        "who wrote 'On Monday in 1969'?",
        "how many visited Expo 2020?",
        "who directed Friday the 13th?",
        "who led before the election?",
    ],
)
def test_titles_names_and_quoted_words_are_no_dates(question: str) -> None:
    assert question_dates(question, TODAY) == []


def test_years_apart_are_two_dates() -> None:
    asked = question_dates("who won in 2016 and 2020?", TODAY)
    assert [str(one.from_day) for one in asked] == ["2016-01-01", "2020-01-01"]


@pytest.mark.parametrize(
    ("question", "dates_event"),
    [
        ("how many fled Orm in 2018?", True),
        ("in which town did 300 flee in 2018?", True),
        ("who said in May that 300 fled?", True),
        ("what was said on the night of 12 July?", True),
        ("as of August 2021, how many fled?", True),
        ("who was hurt in Thursday's attack?", True),
        ("what did she say about the deal of 2018?", False),
        ("what did she say about the 2018 deal?", False),
        ("who won the 2018 World Cup?", False),
        ("who won the World Cup in 2018?", True),
        ("how many of those who fled in 2018 came back?", False),
        ("how many fled after the dam broke in 2018?", False),
    ],
)
def test_a_date_of_a_thing_or_a_clause_dates_no_event(question: str, dates_event: bool) -> None:
    assert [asked.dates_event for asked in question_dates(question, TODAY)] == [dates_event]


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("how many fled Orm in August 2021?", "how many fled Orm?"),
        ("In 2018, how many fled Orm?", "how many fled Orm?"),
        ("between 2018 and 2020, who led Orm?", "who led Orm?"),
        ("how many fled in 2018 and in 2021?", "how many fled?"),
        ("who was hurt in last week's attack?", "who was hurt in the attack?"),
        ("who fled?", "who fled?"),
    ],
)
def test_a_question_without_its_dates(question: str, bare: str) -> None:
    assert without_dates(question, question_dates(question, TODAY)) == bare


@pytest.mark.parametrize(
    ("text", "day", "is_thing"),
    [
        ("It broke the 2018 truce.", "2018", True),
        ("Since the war of 1991 it is closed.", "1991", True),
        ("It closed in 2018 and reopened.", "2018", False),
        ("It closed at the end of 2018.", "2018", False),
        ("By the Thursday before, it was shut.", "Thursday", False),
    ],
)
def test_dates_that_name_a_thing(text: str, day: str, is_thing: bool) -> None:
    start = text.index(day)
    assert names_thing(text, start, start + len(day)) is is_thing
