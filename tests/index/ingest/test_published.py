"""Dates in the styles people and programs write, and what is refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidArticleError
from index.ingest.published import EARLIEST_YEAR, LATEST_YEAR, day_from_seconds, parse_day

DAY = date(2021, 8, 26)


@pytest.mark.parametrize(
    "text",
    [
        "2021-08-26",
        "2021/08/26",
        "2021.08.26",
        "2021-8-26",
        "20210826",
        "20210826T100000Z",
        "20210826100000",
        "2021-08-26T10:00:00Z",
        "2021-08-26T23:30:00.123-05:00",
        "2021-08-26 10:00",
        "26 August 2021",
        "26th of August, 2021",
        "26-Aug-2021",
        "Thursday, 26 Aug. 2021, 10:00",
        "Thu, 26 Aug 2021 10:00:00 +0000",
        "Thu Aug 26 10:00:00 EDT 2021",
        "Aug. 26, 2021",
        "August 26th, 2021 10:00 PM",
        "Aug 26, 2021 at 10:04 a.m. ET",
        "August the 26th 2021",
        "  26\tAUGUST\n2021 ",
        "26/08/2021",
        "08/26/2021",
        "26.08.2021",
        "1629936000",
        "1629936000000",
    ],
)
def test_common_styles(text: str) -> None:
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "yesterday", "on Thursday", "2021", "August 2021", "Aug 26", "8/26/21"),
        *("2021-02-30", "2021-13-01", "31 June 2021", "2021-08-26x", "26 Augusta 2021", "12345"),
        *("x" * 1000, "1" * 5000, "2021-08-26 " * 9, "99999999999999"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidArticleError, match="is not a date; write it like 2021-08-26"):
        parse_day(text)


def test_a_date_that_can_be_two_days_is_refused() -> None:
    with pytest.raises(InvalidArticleError, match="can be two days"):
        parse_day("03/04/2021")
    assert parse_day("04/04/2021") == date(2021, 4, 4)
    assert parse_day("03.04.2021") == date(2021, 4, 3)


@pytest.mark.parametrize("text", ["0001-01-01", "1599-12-31", "2101-01-01", "9 May 9999"])
def test_years_without_newspapers_are_refused(text: str) -> None:
    with pytest.raises(InvalidArticleError, match="outside the years"):
        parse_day(text)


def test_seconds_count_in_utc() -> None:
    assert day_from_seconds(1629936000) == DAY  # 2021-08-26T00:00:00Z
    assert day_from_seconds(1629935999) == date(2021, 8, 25)
    assert day_from_seconds(20210826) == DAY  # eight digits are a day, not seconds
    for impossible in (0, -1, 1e300, float("inf"), float("nan"), 2021):
        with pytest.raises(InvalidArticleError):
            day_from_seconds(impossible)


@given(st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day:%Y%m%d}") == day
    assert parse_day(f"{day.day} {day:%B} {day.year}") == day
    assert parse_day(f"{day:%a, %d %b} {day.year} 01:02:03 GMT") == day


@given(st.text(alphabet=st.characters()) | st.text(alphabet=st.sampled_from("0123/-.: aAuUgG,Tt")))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    with suppress(InvalidArticleError):
        assert EARLIEST_YEAR <= parse_day(text).year <= LATEST_YEAR
