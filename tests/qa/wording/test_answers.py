"""Sentences around values: untouched values, existing citations, plain English."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.types import Filters
from qa.questions import understand
from qa.types import Claim, DateRange, Kind, Quantity
from qa.wording import (
    word_about_claim,
    word_answer,
    word_no_answer,
)
from tests.qa.wording.claims import TUESDAY, UN_CLAIM, UN_QUOTE, cited, published, said


def test_a_figure_with_speaker_day_qualifier_and_unit() -> None:
    text = word_answer("value", [UN_CLAIM], [cited(1, UN_QUOTE, "38,000")])
    assert text == "Some 38,000 people, according to the UN (Tuesday 24 August 2021). [1]"


def test_only_words_beside_the_value_are_taken() -> None:
    quote = "The UN counted 38,000 displaced people and some tents."
    text = word_answer("value", [UN_CLAIM], [cited(1, quote, "38,000")])
    assert text == "38,000, according to the UN (Tuesday 24 August 2021). [1]"


def test_the_publisher_stands_in_without_a_weekday() -> None:
    claim = published("2018", 1, said_on=date(2021, 8, 26))
    citation = cited(1, "Control was returned in 2018.", "2018")
    assert word_answer("value", [claim], [citation], understand("how much")) == (
        "2018, according to Levant Courier (26 August 2021). [1]"
    )


def test_a_value_that_begins_a_compound_is_shown_with_it() -> None:
    quote = "They left under a Russian-brokered truce, an observer said."
    text = word_answer("value", [said("Russian", "observer", 1)], [cited(1, quote, "Russian")])
    assert text.startswith("Russian (in “Russian-brokered”), according to an observer")


def test_a_rate_keeps_what_it_is_per() -> None:
    claim = said("€18.60", "UN", 1, TUESDAY, quantity=Quantity(18.6, 18.6, 18.6, currency="EUR"))
    text = word_answer("value", [claim], [cited(1, "It cost €18.60 a share.", "€18.60")])
    assert text.startswith("€18.60 a share, according to")
    text = word_answer("value", [claim], [cited(1, "It cost €18.60 a year ago.", "€18.60")])
    assert text.startswith("€18.60, according to")


def test_a_value_of_which_nothing_is_known() -> None:
    citation = cited(1, "It was 2018 then.", "2018", publisher=None, published_at=None)
    assert word_answer("value", [Claim("2018", 0.9, (1,))], [citation]) == "2018. [1]"


def test_an_undated_saying_gives_the_day_of_the_report() -> None:
    text = word_answer("value", [replace(UN_CLAIM, said_on=None, said_when=None)],
                       [cited(1, UN_QUOTE, "38,000")])  # fmt: skip
    assert text == "Some 38,000 people, according to the UN (reported 26 August 2021). [1]"


def test_a_saying_of_a_longer_time_is_told_with_its_year() -> None:
    august = DateRange(date(2021, 8, 1), date(2021, 8, 31))
    claim = replace(UN_CLAIM, said_on=None, said_when="last month", said_within=august)
    text = word_answer("value", [claim], [cited(1, UN_QUOTE, "38,000")])
    assert text == "Some 38,000 people, according to the UN (August 2021). [1]"


def test_a_named_day_gets_its_year_alone() -> None:
    day = date(2021, 11, 27)
    claim = published("27 November", 1, value_date=DateRange(day, day))
    citation = cited(1, "The fair is open until 27 November.", "27 November")
    assert word_answer("value", [claim], [citation], understand("when does it close")) == (
        "Until 27 November (2021), according to Levant Courier (26 August 2021). [1]"
    )


@pytest.mark.parametrize(
    ("quote", "value", "first", "last", "phrase"),
    [
        ("It is open until November 27.", "November 27", 27, 27, "Until November 27 (2021)"),
        ("It opens in November.", "November", 1, 30, "In November (2021)"),
        ("It opens next month.", "next month", 1, 30, "“next month” (November 2021)"),
    ],
)
def test_a_day_or_month_that_lacks_its_year_gets_no_more(
    quote: str, value: str, first: int, last: int, phrase: str
) -> None:
    days = DateRange(date(2021, 11, first), date(2021, 11, last))
    claim = published(value, 1, value_date=days)
    text = word_answer("value", [claim], [cited(1, quote, value)], understand("when is it open"))
    assert text.startswith(f"{phrase}, according to")


def test_a_relative_date_keeps_its_wording_and_is_resolved() -> None:
    day = date(2021, 9, 8)
    claim = published("Wednesday", 1, value_date=DateRange(day, day))
    citation = cited(1, "The army entered the town on Wednesday.", "Wednesday")
    assert word_answer("value", [claim], [citation], understand("when did it enter")) == (
        "On Wednesday (8 September 2021), according to Levant Courier (26 August 2021). [1]"
    )


def test_a_lower_case_value_is_shown_as_a_quotation() -> None:
    claim = said("a truce", "Geir Pedersen", 1, TUESDAY)
    citation = cited(1, "Geir Pedersen called for a truce.", "a truce")
    assert word_answer("value", [claim], [citation], understand("what did he call for")) == (
        "“a truce”, according to Geir Pedersen (Tuesday 24 August 2021). [1]"
    )


def test_the_article_of_a_lower_case_value_opens_the_sentence() -> None:
    claim = published("remaining fighters", 1)
    citation = cited(
        1, "Later the remaining fighters will hand over weapons.", "remaining fighters"
    )
    text = word_answer("value", [claim], [citation], understand("who will hand over weapons"))
    assert text.startswith("The remaining fighters, according to Levant Courier")


def test_yes_or_no_is_settled_by_the_sentence_never_by_a_bare_yes() -> None:
    quote = "The army entered the town on Wednesday."
    text = word_answer("yes_no", [published("entered", 1)], [cited(1, quote, "entered")])
    assert text == f"“{quote}” (Levant Courier, 26 August 2021) [1]"


def test_a_speaker_whom_the_quote_does_not_name_is_named() -> None:
    quote = 'He said "the sirens" had lost power.'
    claim = said("lost power", "Beat Zurfluh", 1, TUESDAY)
    text = word_answer("sentence", [claim], [cited(1, quote, "lost power")])
    assert text == (f"According to Beat Zurfluh (Tuesday 24 August 2021): ‘{quote}’ [1]")


def test_who_said_gives_speaker_day_and_sentence() -> None:
    claim = said("UN", "UN", 1, TUESDAY, said_by_written="The UN")
    text = word_answer(
        "value", [claim], [cited(1, UN_QUOTE, "UN")], understand("who said 38,000 fled?")
    )
    assert text == f"The UN (Tuesday 24 August 2021): “{UN_QUOTE}” [1]"


def test_questions_about_the_previous_answer() -> None:
    citations = [cited(1, UN_QUOTE, "38,000")]
    quoted = f": “{UN_QUOTE}” [1]"
    assert word_about_claim("speaker", UN_CLAIM, citations) == (
        f"The UN, Tuesday 24 August 2021{quoted}"
    )
    assert word_about_claim("date", UN_CLAIM, citations) == (
        f"Tuesday 24 August 2021 (“on Tuesday”){quoted}"
    )
    assert word_about_claim("source", UN_CLAIM, citations) == (
        f"From Levant Courier, “A title”, 26 August 2021{quoted}"
    )


def test_a_claim_without_speaker_or_day_says_so() -> None:
    citations = [cited(1, "It was 2018 then.", "2018")]
    claim = published("2018", 1)
    assert word_about_claim("speaker", claim, citations).startswith(
        "Nobody is quoted; Levant Courier reports it: "
    )
    assert word_about_claim("date", claim, citations).startswith(
        "The article gives no day; it was published on 26 August 2021: "
    )


def test_refusals_say_what_to_do() -> None:
    assert word_no_answer("library_empty") == "There are no articles yet. Add some, then ask again."
    assert word_no_answer("not_found") == "The articles do not say."
    filters = Filters(published_after=date(2021, 3, 1), publishers=("SANA", "AFP"))
    assert word_no_answer("filtered_out", filters) == (
        "No article passes the filters (published on or after 1 March 2021; publisher SANA or "
        "AFP). Remove a filter and ask again."
    )
    assert "clearly enough" in word_no_answer("low_confidence")


def test_an_answer_without_claims_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="word_no_answer"):
        word_answer("value", [], [])


KINDS: tuple[Kind, ...] = ("value", "list", "disagreement", "development", "sentence", "yes_no")


@given(
    kind=st.sampled_from(KINDS),
    values=st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=5),
    before=st.text(max_size=30),
    after=st.text(max_size=30),
    speaker=st.one_of(st.none(), st.text(max_size=20)),
    numbers=st.lists(st.integers(1, 9), max_size=3),
)
def test_values_and_quotes_are_untouched_and_marks_exist(
    kind: Kind, values: list[str], before: str, after: str, speaker: str | None, numbers: list[int]
) -> None:
    citations = [
        cited(n, f"{before}{value}{after}", value, start=0, answer_start=len(before))
        for n, value in enumerate(values, 1)
    ]
    claims = [
        Claim(value, 0.5, (n, *numbers), said_by=speaker, said_by_kind="speaker")
        for n, value in enumerate(values, 1)
    ]
    text = word_answer(kind, claims, citations)
    if kind in ("sentence", "yes_no"):
        assert all(citation.quote in text for citation in citations[:2])
    else:
        assert all(value in text for value in values)
    outside = text
    for piece in sorted({c.quote for c in citations} | set(values) | {speaker or ""}, key=len):
        outside = outside.replace(piece, "") if re.search(r"\[\d+\]", piece) else outside
    assert {int(n) for n in re.findall(r"\[(\d+)\]", outside)} <= {c.n for c in citations}
