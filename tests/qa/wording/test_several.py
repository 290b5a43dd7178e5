"""Several claims in one sentence: disagreement, development, lists, one source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qa.questions import understand
from qa.types import DateRange, Quantity
from qa.wording import (
    word_answer,
)
from tests.qa.wording.claims import TUESDAY, UN_CLAIM, UN_QUOTE, cited, people, published, said


def test_one_report_printed_thrice_is_one_source() -> None:
    claim = replace(UN_CLAIM, citations=(1, 2, 3), independent_sources=1)
    citations = [cited(n, UN_QUOTE, "38,000") for n in (1, 2, 3)]
    assert word_answer("value", [claim], citations).endswith(
        "(Tuesday 24 August 2021; 3 articles, 1 source). [1][2][3]"
    )


def test_disagreement_side_by_side() -> None:
    claims = [
        said("53", "Syrian Observatory for Human Rights", 1, quantity=people(53)),
        said("45", "SANA", 2, quantity=Quantity(45, 45, 45)),
    ]
    citations = [
        cited(1, "The Syrian Observatory for Human Rights reported that 53 people left.", "53"),
        cited(2, "The official agency SANA reported that 45 left.", "45"),
    ]
    assert word_answer("disagreement", claims, citations) == (
        "53, according to the Syrian Observatory for Human Rights [1]; 45, according to SANA [2]."
    )


def test_bounds_stay_with_disagreeing_values() -> None:
    claims = [
        said("50", "police", 1, quantity=people(50, qualifier="at least", high=None)),
        said("80", "organisers", 2, quantity=people(80, qualifier="more than", high=None)),
    ]
    citations = [
        cited(1, "At least 50 people came, police said.", "50"),
        cited(2, "Organisers said that more than 80 came.", "80"),
    ]
    assert word_answer("disagreement", claims, citations) == (
        "At least 50, according to police [1]; more than 80, according to organisers [2]."
    )


def test_disagreeing_values_have_their_days_where_these_differ_and_earlier_ones_stand_apart() -> (
    None
):
    claims = [
        published("52", 1, quantity=people(52)),
        said("46", "ministry", 2, date(2021, 8, 25), quantity=people(46)),
        said("31", "ministry", 3, TUESDAY, quantity=people(31)),
    ]
    citations = [
        cited(1, "At least 52 people died.", "52"),
        cited(2, "The toll climbed to 46, the ministry said.", "46"),
        cited(3, "It rose to 31.", "31"),
    ]
    assert word_answer("disagreement", claims, citations, current=2) == (
        "At least 52, according to Levant Courier (26 August 2021) [1]; 46, according to the "
        "ministry (Wednesday 25 August 2021) [2]. Earlier: 31 on 24 August according to the "
        "ministry [3]."
    )


def test_a_measure_keeps_its_unit_beside_another() -> None:
    claims = [
        said("340 million", "insurers", 1, quantity=Quantity(3.4e8, 3.4e8, 3.4e8, "marks")),
        said("510 million", "ministry", 2, quantity=Quantity(5.1e8, 5.1e8, 5.1e8, "marks")),
    ]
    citations = [
        cited(1, "Insurers put the damage at 340 million marks.", "340 million"),
        cited(2, "It stands at 510 million marks, the ministry said.", "510 million"),
    ]
    assert word_answer("disagreement", claims, citations, current=2) == (
        "340 million marks, according to insurers [1]; 510 million marks, according to the "
        "ministry [2]."
    )


def test_development_gives_the_latest_first() -> None:
    older = said("24,000", "UN", 2, date(2021, 8, 10), quantity=people(24000))
    oldest = said("18,000", "Hauran Relief Network", 3, date(2020, 8, 3), quantity=people(18000))
    citations = [
        cited(1, UN_QUOTE, "38,000"),
        cited(2, "Some 24,000 people had fled, the UN said.", "24,000"),
        cited(3, "18,000 people had fled.", "18,000"),
    ]
    assert word_answer("development", [UN_CLAIM, oldest, older], citations) == (
        "Some 38,000 people, according to the UN (Tuesday 24 August 2021) [1], up from 24,000 "
        "on 10 August [2] and 18,000 on 3 August 2020 according to the Hauran Relief Network [3]."
    ).replace("from 24,000", "from some 24,000")


def test_a_falling_figure_is_down() -> None:
    older = said("52", "UN", 2, date(2021, 8, 10), quantity=people(52))
    newest = said("36", "UN", 1, TUESDAY, quantity=people(36))
    citations = [cited(1, "The UN said 36 were missing.", "36"), cited(2, "52 were missing.", "52")]
    text = word_answer("development", [newest, older], citations)
    assert text == (
        "36, according to the UN (Tuesday 24 August 2021) [1], down from 52 on 10 August [2]."
    )


def test_a_list_names_its_one_source_once() -> None:
    claims = [published(value, n) for n, value in enumerate(("Homs", "Hama", "Idlib"), 1)]
    citations = [
        cited(n, f"It hit {claim.value}.", claim.value) for n, claim in enumerate(claims, 1)
    ]
    assert word_answer("list", claims, citations) == (
        "Homs [1], Hama [2] and Idlib [3], according to Levant Courier (26 August 2021)."
    )


def test_a_bound_below_an_older_figure_is_no_fall() -> None:
    older = said("52", "UN", 2, date(2021, 8, 10), quantity=people(52))
    newest = said("36", "UN", 1, TUESDAY, quantity=people(36, high=None))
    citations = [cited(1, "At least 36 died, the UN said.", "36"), cited(2, "52 died.", "52")]
    assert "[1], after 52 on" in word_answer("development", [newest, older], citations)


def test_a_moved_day_is_told_without_the_words_of_moving() -> None:
    quote = "The vote has been moved from 28 August to 4 September, the UN said."
    days = [
        DateRange(date(2021, 9, 4), date(2021, 9, 4)),
        DateRange(date(2021, 8, 28), date(2021, 8, 28)),
    ]
    newer, older = (
        said(value, "UN", n, TUESDAY, value_date=day)
        for n, value, day in zip((1, 2), ("4 September", "28 August"), days, strict=True)
    )
    citations = [cited(1, quote, "4 September"), cited(2, quote, "28 August")]
    assert word_answer("development", [newer, older], citations, understand("when is it")) == (
        "4 September (2021), according to the UN (Tuesday 24 August 2021) [1], changed from "
        "28 August (2021) [2]."
    )


def test_a_former_value_told_in_one_breath_has_no_day_of_its_own() -> None:
    """The turnout of an earlier round was put on the day of the report of the later one."""
    quote = "Turnout was 68 percent, up from 61 percent in the first round, the UN said on Tuesday."
    newer, older = (
        said(value, "UN", n, TUESDAY, said_when="on Tuesday", quantity=percent)
        for n, value, percent in (
            (1, "68 percent", Quantity(68, 68, 68, "percent")),
            (2, "61 percent", Quantity(61, 61, 61, "percent")),
        )
    )
    citations = [cited(1, quote, "68 percent"), cited(2, quote, "61 percent")]
    assert word_answer("development", [newer, older], citations) == (
        "68 percent, according to the UN (Tuesday 24 August 2021) [1], up from 61 percent [2]."
    )


def test_a_number_that_opened_its_sentence_has_no_capital_inside_another() -> None:
    older = said("Eleven", "UN", 2, date(2021, 8, 10), quantity=people(11))
    newest = said("36", "UN", 1, TUESDAY, quantity=people(36))
    citations = [cited(1, "The UN said 36 left.", "36"), cited(2, "Eleven left.", "Eleven")]
    text = word_answer("development", [newest, older], citations)
    assert text.endswith("up from eleven on 10 August [2].")
