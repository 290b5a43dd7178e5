"""Sentence boundaries: cases by hand, coverage by properties, time on hostile input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Okafor met Dr. Lindqvist and Gov. Marsh.",
        "The U.S. Army bought it from Acme Inc. for $3.5 billion on Sept. 5.",
        "J. K. Rowling and George R.R. Martin met Samuel L. Jackson.",
        "It opened at 8 a.m. ET and closed at 5 p.m. Friday.",
        "Flight No. 10 to St. Petersburg left, e.g. on Jan. 6, 2021.",
        "Read example.com, Node.js, ASP.NET, U.S.Army, @x.y and report.Pdf today.",
        "See https://example.org/a.B?c=D.E or write to Ann.Lee@example.org now.",
        "Reservations are made at www.Example.Com or Recreation.Gov today.",
        "Shares cost 3.5m or 3.5M, up 0.7%.",
        "Yahoo! Finance and Jeopardy! fans disagreed.",
        "“Where is the door?” she asked.",
        "Then-Sen. Webb and ex-Gov. Marsh said nothing.",
        '"Who pays?" Maria Holm asked.',
        "1. Water returns to the old town",
        "The vote (see Sec. 3 below) was close ... but valid.",
        "The rest went to Roe vs. Wade.",
        "He paid for it, etc., and left.",
    ],
)
def test_one_sentence_stays_whole(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("They won in 2018. The rest left.", ["They won in 2018.", "The rest left."]),
        ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
        ("It ends at 3 p.m. Officials agreed.", ["It ends at 3 p.m.", "Officials agreed."]),
        ("She works for Acme Inc. The firm grew.", ["She works for Acme Inc.", "The firm grew."]),
        ("I said no. Then he left.", ["I said no.", "Then he left."]),
        ("He paused… Then he spoke.", ["He paused…", "Then he spoke."]),
        ('"Stop!" Maria Holm ran.', ['"Stop!"', "Maria Holm ran."]),
        ("Really?! Yes. Go!", ["Really?!", "Yes.", "Go!"]),
        ("“It is over.” Nobody moved.", ["“It is over.”", "Nobody moved."]),
        ("“It is over. ” Nobody moved.", ["“It is over. ”", "Nobody moved."]),
        ("(It is over.) Nobody moved.", ["(It is over.)", "Nobody moved."]),
        ("It fell.[12] Nobody moved.", ["It fell.[12]", "Nobody moved."]),
        ('He said. "We left."', ["He said.", '"We left."']),
        (
            "The story was wrong. https://example.org/a",
            ["The story was wrong.", "https://example.org/a"],
        ),
        ("It sold out. iPhone buyers waited.", ["It sold out.", "iPhone buyers waited."]),
        ("First • Second • Third", ["First", "• Second", "• Third"]),
    ],
)
def test_cuts_between_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an observer said.Homs fell.", ["an observer said.", "Homs fell."]),
        ("It was 2018.The rest left.", ["It was 2018.", "The rest left."]),
        ("“We are leaving.”The rest stayed.", ["“We are leaving.”", "The rest stayed."]),
        ("It ended.“We left.”", ["It ended.", "“We left.”"]),
        ('It ended."We left," he said.', ["It ended.", '"We left," he said.']),
        ('He said "we left."The rest stayed.', ['He said "we left."', "The rest stayed."]),
        ("What is it?A dog.", ["What is it?", "A dog."]),
        ("It was held by the UN.The rest left.", ["It was held by the UN.", "The rest left."]),
        ("an observer said.53 people left.", ["an observer said.", "53 people left."]),
    ],
)
def test_cuts_glued_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_mixed_quotation_marks_cut_nothing() -> None:
    text = "It said 53 people, mostly ” fighters who refused the deal of Norland,” were sent away."
    assert sentences(text) == [text]


def test_wrapped_text_is_not_cut_at_line_breaks() -> None:
    text = (
        "The harbour of Port Selby reopened on Monday after engineers cleared the\n"
        "wreck of a freighter that had blocked the channel for nearly three weeks,\n"
        "Harbour Master Ines Duarte said. Ships from nine countries were waiting\n"
        "outside.\n"
        "\n"
        "The first to enter carried grain."
    )
    found = sentences(text)
    assert [sentence[-8:] for sentence in found] == ["te said.", "outside.", "d grain."]


def test_headings_and_paragraphs_end_sentences() -> None:
    assert sentences("Water cut off\nThe mayor spoke.\n\nNo stop here\n\nEnd") == [
        "Water cut off",
        "The mayor spoke.",
        "No stop here",
        "End",
    ]


TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=st.sampled_from(list(" \n\t.!?…\"'”“’()[]1aAbB•-@/\u200b\r\u2028"))),
    st.lists(
        st.sampled_from(
            [*("Mr.", "U.S.", "The", "said.Homs", "3.5", "\n", "\n\n", "?”", "“We", "p.m.", "J.")]
        )
    ).map(" ".join),
)


@given(TEXTS)
def test_spans_are_ordered_stripped_and_cover_the_text(text: str) -> None:
    spans = split_sentences(text)
    end = 0
    for start, next_end in spans:
        assert end <= start < next_end <= len(text)
        assert text[end:start].strip() == ""
        assert text[start:next_end] == text[start:next_end].strip()
        end = next_end
    assert text[end:].strip() == ""


HOSTILE = ("a.", "a. ", ". A. A", "\n", "a\n", '."', "A.B", " a! B", "• ", ".[1", "” . ", "/.A")


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    # Four times the text takes four times as long, or sixteen times if something is quadratic.
    assert processor_time(unit, 160_000) < 10 * processor_time(unit, 40_000) + 0.1


def processor_time(unit: str, length: int) -> float:
    """The least of three runs: collecting other tests' garbage may take longer than one."""
    text = (unit * (length // len(unit) + 1))[:length]

    def run() -> float:
        started = time.thread_time()
        split_sentences(text)
        return time.thread_time() - started

    return min(run() for _ in range(3))
