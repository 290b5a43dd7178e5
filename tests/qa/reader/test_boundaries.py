"""Whole words and figures: what a span of word pieces grows or shrinks to."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader.boundaries import units, whole_words


def fitted(text: str, part: str) -> str:
    start = text.index(part)
    low, high = whole_words(text, start, start + len(part), units(text))
    return text[low:high]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Some 38,000 people left", "000", "38,000"),
        ("Some 38,000 people left", "38", "38,000"),
        ("Some 38,000, he said", "38,000,", "38,000"),
        ("it cost $1.2bn in all", "1.2", "$1.2bn"),
        ("it cost US$3 million", "3 million", "US$3 million"),
        ("from £5m–£6m", "6", "£6m"),
        ("prices rose 40% in May", "40", "40%"),
        ("at −5°C that day", "5", "−5°C"),
        ("by -5 degrees", "5", "-5"),
        ("from 5-10 men", "10", "10"),
        ("at 10:30 sharp", "30", "10:30"),
        ("in the 1980s", "1980", "1980s"),
        ("the 24th day", "24", "24th"),
        ("a 38-year-old man", "38", "38"),
        ("from Damascus today", "Dam", "Damascus"),
        ("in Daraa's north", "Daraa", "Daraa"),
        ("O'Brien came", "O", "O'Brien"),
        ("say don't now", "don", "don't"),
        ("said.Daraa is", "Dar", "Daraa"),
        ("the U.N. said", "U.N", "U.N."),
        ("at 10 a.m. sharp", "10 a", "10 a.m."),
        ("Hollin Inc. said so", "Hollin Inc.", "Hollin Inc."),
        ("on Friday. The mayor", "on Friday.", "on Friday"),
        ("left Friday.", "Friday.", "Friday"),
        ('he said "no way" twice', '"no way"', "no way"),
        ("he said “no way” twice", "said “no", "said “no"),
        ("a “calm day” there", "“calm", "calm"),
        ("a “calm day” there", "day”", "day"),
        ("'The Tides' singer", "'The Tides' singer", "'The Tides' singer"),
        ("the sum f(x) grows", "f(x", "f(x)"),
        ("(in 2018)", "(in 2018)", "in 2018"),
        ("he (or she) left", "(or she) left", "(or she) left"),
        ("a cafe\u0301s owner", "cafe", "cafe\u0301s"),
        ("東京都は大きい", "京", "京"),
        ("  rain  fell ", " rain  ", "rain"),
        ("– rain – snow", "– rain –", "rain"),
        ("what ... , now", ", ", ""),
    ],
)
def test_spans_are_fitted(text: str, part: str, whole: str) -> None:
    assert fitted(text, part) == whole


@given(
    st.text(alphabet="aB1 ,.'\"()$%-“”’\u0301東s\n", max_size=40),
    st.integers(0, 40),
    st.integers(1, 10),
)
def test_no_word_is_split_and_edges_are_clean(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    low, high = whole_words(text, start, min(len(text), start + length), units(text))
    assert 0 <= low <= high <= len(text)
    if low == high:
        return
    value = text[low:high]
    assert value == value.strip()
    for first, last in units(text):
        assert last <= low or high <= first or (low <= first and last <= high)


@given(st.text(max_size=60))
def test_units_are_ordered_and_apart(text: str) -> None:
    found = units(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
