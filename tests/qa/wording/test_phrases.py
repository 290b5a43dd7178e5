"""Articles before speakers, and days in words."""

from __future__ import annotations

from datetime import date

import pytest

from qa.types import DateRange
from qa.wording import (
    day_in_words,
    range_in_words,
    with_article,
)
from tests.qa.wording.claims import TUESDAY


@pytest.mark.parametrize(
    ("name", "in_a_sentence"),
    [
        ("UN", "the UN"),
        ("WHO", "the WHO"),
        ("BBC", "the BBC"),
        ("SANA", "SANA"),
        ("NATO", "NATO"),
        ("AFP", "AFP"),
        ("UNICEF", "UNICEF"),
        ("PKK", "the PKK"),
        ("Reuters", "Reuters"),
        ("Geir Pedersen", "Geir Pedersen"),
        ("President Joe Biden", "President Joe Biden"),
        ("Syrian Observatory for Human Rights", "the Syrian Observatory for Human Rights"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("Interior Ministry", "the Interior Ministry"),
        ("Ministry of Health", "the Ministry of Health"),
        ("University of Oslo", "the University of Oslo"),
        ("Bank of England", "the Bank of England"),
        ("World Bank", "the World Bank"),
        ("Deutsche Bank", "Deutsche Bank"),
        ("Calder Transit", "Calder Transit"),
        ("Syria's defence ministry", "Syria's defence ministry"),
        ("The Northern Post", "the Northern Post"),
        ("officials", "officials"),
        ("police", "police"),
        ("Police", "police"),
        ("Prosecutors", "prosecutors"),
        ("Health officials in Orsk", "health officials in Orsk"),
        ("Senior Partners", "Senior Partners"),
        ("Democrats", "Democrats"),
        ("residents and aid groups", "residents and aid groups"),
        ("defence ministry", "the defence ministry"),
        ("government official in the city", "a government official in the city"),
        ("internal memo", "an internal memo"),
    ],
)
def test_the_article_before_a_speaker(name: str, in_a_sentence: str) -> None:
    assert with_article(name) == in_a_sentence


@pytest.mark.parametrize(
    ("name", "text", "in_a_sentence"),
    [
        ("rescue service", "The rescue service said so.", "the rescue service"),
        ("doctors", "according to the doctors", "the doctors"),
        (
            "official close to the talks",
            "An official close to the talks said",
            "an official close to the talks",
        ),
        ("UN", "the UN special envoy said", "the UN"),
        ("Gulf Co", "The Gulf Co said", "the Gulf Co"),
        ("Pedersen", "the Pedersen plan", "Pedersen"),
    ],
)
def test_the_article_as_the_text_writes_it(name: str, text: str, in_a_sentence: str) -> None:
    assert with_article(name, [text]) == in_a_sentence


def test_days_and_intervals() -> None:
    assert day_in_words(TUESDAY, year=False) == "Tuesday 24 August"
    assert range_in_words(DateRange(TUESDAY, TUESDAY)) == "24 August 2021"
    assert range_in_words(DateRange(date(2021, 7, 1), date(2021, 7, 31))) == "July 2021"
    assert range_in_words(DateRange(date(2020, 1, 1), date(2020, 12, 31))) == "2020"
    assert (
        range_in_words(DateRange(date(2021, 7, 21), date(2021, 8, 3))) == "21 July to 3 August 2021"
    )
    assert range_in_words(DateRange(date(2020, 12, 30), date(2021, 1, 2))) == (
        "30 December 2020 to 2 January 2021"
    )
    assert range_in_words(DateRange(date(9999, 12, 1), date.max)) == "December 9999"
