"""Quantities read from sentences, quantities compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.normalize import asked_noun, find_quantities, parse_quantity
from qa.normalize.compare import conflict, equal_quantity, same_quantity
from qa.numbers import find_numbers, number_at
from qa.types import Quantity

Fields = tuple[float | None, float | None, float | None, str | None, str | None, str | None]


def fields(quantity: Quantity | None) -> Fields | None:
    if quantity is None:
        return None
    return (
        quantity.number,
        quantity.low,
        quantity.high,
        quantity.unit,
        quantity.qualifier,
        quantity.currency,
    )


def read(text: str, value: str, question: str = "") -> Fields | None:
    start = text.index(value)
    return fields(parse_quantity(text, start, start + len(value), asked_noun(question)))


def exact(number: float, unit: str | None = None, qualifier: str | None = None) -> Fields:
    return (number, number, number, unit, qualifier, None)


def money(number: float, currency: str) -> Fields:
    return (number, number, number, None, None, currency)


def quantity(text: str) -> Quantity:
    return find_quantities(text)[0].quantity


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-three", 23),
        ("a hundred and twenty", 120),
        ("three hundred thousand", 300_000),
        ("twelve hundred", 1_200),
        ("two and a half", 2.5),
        ("one million two hundred thousand", 1_200_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("38,000", 38_000),
        ("38 000", 38_000),
        ("12,50,000", 1_250_000),
        ("2.300.000", 2_300_000),
        ("1.2bn", 1_200_000_000),
        ("3.5 lakh", 350_000),
        ("12 crore", 120_000_000),
        ("1.1 million", 1_100_000),
        ("2½", 2.5),
        ("a third", 0.3333),
        ("two-thirds", 0.6667),
        ("one in six", 0.1667),
        ("four out of ten", 0.4),
        ("one family in five", 0.2),
    ],
)
def test_numbers(words: str, value: float) -> None:
    number = number_at(words, 0)
    assert number is not None
    assert (number.value, number.end) == (value, len(words))


def test_neighbouring_numbers_stay_apart() -> None:
    assert [n.value for n in find_numbers("one, two three and eight 12")] == [1, 2, 3, 8, 12]
    assert [n.value for n in find_numbers("August 26 100 people")] == [26, 100]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It buried four skiers.", "four", exact(4, "skiers")),
        ("Some 38,000 people fled.", "38,000", exact(38_000, "people", "some")),
        ("Only nine teams finished.", "nine", exact(9, "teams", "only")),
        ("Nearly three-quarters of voters agree.", "three-quarters",
         exact(0.75, "fraction", "nearly")),
        ("At least 31 people died.", "31", (31, 31, None, "people", "at least", None)),
        ("Over 70 houses fell.", "70", (70, 70, None, "houses", "over", None)),
        ("As many as 900 homes burned.", "900", (900, None, 900, "homes", "as many as", None)),
        ("No more than 200 guests came.", "200", (200, None, 200, "guests", "no more than", None)),
        ("30 or more divers took part.", "30", (30, 30, None, "divers", "or more", None)),
        ("Between 15 and 20 gunmen came.", "Between 15 and 20", (15, 15, 20, "gunmen", None, None)),
        ("Prices rise 5-7%.", "5-7%", (5, 5, 7, "percent", None, None)),
        ("Ash rose 8 to 10 km.", "8 to 10 km", (8, 8, 10, "kilometres", None, None)),
        ("It eats 1% to 3% of the power.", "1% to 3%", (1, 1, 3, "percent", None, None)),
        ("They walk 10 km to 20 km.", "10 km to 20 km", (10, 10, 20, "kilometres", None, None)),
        ("Fares are 5 euros to 7 euros.", "5 euros to 7 euros", (5, 5, 7, None, None, "EUR")),
        ("It fell from 3% to 1% of votes.", "3%", exact(3, "percent")),
        ("It grew from nearly 10 km to 20 km.", "10 km", exact(10, "kilometres", "nearly")),
        ("Shares are down 5% to 40% of par.", "5%", exact(5, "percent")),
        ("Profits rose 5% to 7% of sales.", "5%", exact(5, "percent")),
        ("30 to 40 million people watched.", "30 to 40 million",
         (30e6, 30e6, 40e6, "people", None, None)),
        ("It costs $2-3 billion.", "$2-3 billion", (2e9, 2e9, 3e9, None, None, "USD")),
        ("It lost hundreds of millions of dollars.", "hundreds of millions of dollars",
         (None, 200e6, None, None, None, "USD")),
        ("Storms kept 20,000 US flights on the ground.", "20,000", exact(20_000, "flights")),
        ("The bill failed by 1 vote in Varn.", "1", exact(1, "votes")),
        ("One person was hurt.", "One", exact(1, "people")),
        ("One man held a sign.", "One", exact(1, "men")),
        ("It had just one loss.", "one", exact(1, "losses", "just")),
        ("One of its most popular drinks is tea.", "One", exact(1, "drinks")),
        ("The Nord 1 pipeline is old.", "1", exact(1, None)),
        ("He paid a rate of .10%.", ".10%", exact(0.1, "percent")),
        ("A 215-pound python was caught.", "215-pound", exact(215, "pounds")),
        ("He got a 50-pound fine.", "50-pound", (50, 50, 50, None, None, "GBP")),
        ("2,600 planes were late and thousands more stayed.", "thousands",
         (None, 2000, None, "planes", None, None)),
        ("He pitched for three seasons with a 2.74 ERA.", "2.74", exact(2.74, None)),
        ("Now 84, Varga paints.", "84", exact(84, "years")),
        ("I'm 29, so I may vote.", "29", exact(29, "years")),
        ("She was 25 and had no job.", "25", exact(25, "years")),
        ("Roos, who turned 36 on Friday, won.", "36", exact(36, "years")),
        ("Varn was 12-for-22 passing.", "12", exact(12, None)),
        ("Thousands of dead fish washed up.", "Thousands", (None, 2000, None, "fish", None, None)),
        ("Tens of thousands of bats live there.", "Tens of thousands",
         (None, 20_000, None, "bats", None, None)),
        ("Dozens were hurt in the crush.", "Dozens", (None, 24, None, "people", None, None)),
        ("The toll rose to 44.", "44", exact(44, "people")),
        ("The number of deaths stood at 17.", "17", exact(17, "deaths")),
        ("The crash left seven dead and 23 hurt.", "seven", exact(7, "people")),
        ("37 of its nurses fell ill.", "37", exact(37, "nurses")),
        ("Two of the five bombs failed.", "Two", exact(2, "bombs")),
        ("He closed 180 ticket offices.", "180", exact(180, "ticket offices")),
        ("They cut 300 Brazil-nut trees.", "300", exact(300, "trees")),
        ("Ferries carried 70 South Koreans.", "70", exact(70, "South Koreans")),
        ("About 80 high school and college students sang.", "80", exact(80, "students", "about")),
        ("Over 300 flights leaving and reaching Orsk stopped.", "300",
         (300, 300, None, "flights", "over", None)),
        ("It moved 37 people ages 2 to 80.", "37", exact(37, "people")),
        ("It moved 37 people ages 2 to 80.", "2 to 80", (2, 2, 80, "years", None, None)),
        ("Children under 12 pay nothing.", "12", (12, None, 12, "years", "under", None)),
        ("It is free for kids 5 and under.", "5", (5, None, 5, "years", "and under", None)),
        ("Those 65 or older may enter.", "65", (65, 65, None, "years", "or older", None)),
        ("Output will top 8 billion metric tons.", "8 billion metric tons",
         exact(8e9, "metric tons")),
        ("Hundreds queued for bread.", "Hundreds", (None, 200, None, "people", None, None)),
        ("Nobody says how many judges sit, but the number is set at nine.", "nine",
         exact(9, "judges")),
        ("Of 7 million Tolvans abroad, about 1 million live in Orsk.", "1 million",
         exact(1e6, "Tolvans", "about")),
        ("The fee was raised from $450 to $950.", "$450", money(450, "USD")),
        ("At least a half dozen candidates lied.", "a half dozen",
         (6, 6, None, "candidates", "at least", None)),
        ("At least 13 U.S. troops died.", "13", (13, 13, None, "troops", "at least", None)),
        ("The ministry set aside €4.5bn.", "€4.5bn", money(4.5e9, "EUR")),
        ("They raised £45m.", "£45m", money(45e6, "GBP")),
        ("They found 12 crore rupees.", "12 crore rupees", money(120e6, "INR")),
        ("He stole 4 million Swiss francs.", "4 million Swiss francs", money(4e6, "CHF")),
        ("They owe 900 million francs.", "900 million francs", money(900e6, "francs")),
        ("It fell 2.1 percentage points.", "2.1 percentage points",
         exact(2.1, "percentage points")),
        ("It fell 4.5 per cent.", "4.5 per cent", exact(4.5, "percent")),
        ("A 78-year-old swam.", "78-year-old", exact(78, "years")),
        ("The driver, 58, was not hurt.", "58", exact(58, "years")),
        ("A 12m-high wave hit.", "12m", exact(12, "metres")),
        ("They sold 12m bottles.", "12m", exact(12e6, "bottles")),
        ("It lasted half an hour.", "half an hour", exact(0.5, "hours")),
        ("It took an hour and a half.", "an hour and a half", exact(1.5, "hours")),
        ("It was minus 12 degrees.", "minus 12 degrees", exact(-12, "degrees")),
        ("He weighs 150 pounds.", "150 pounds", exact(150, "pounds")),
    ],
)  # fmt: skip
def test_quantities(text: str, value: str, expected: Fields) -> None:
    assert read(text, value) == expected


def test_a_value_may_bring_its_own_qualifier_and_noun() -> None:
    assert read("He said only eight rebels had gone.", "only eight") == exact(8, "rebels", "only")
    assert read("About 100 km of road", "About 100 km of road") == exact(100, "kilometres", "about")


def test_the_question_names_what_a_bare_figure_counts() -> None:
    text = "The stadium holds about 62,000, the league said."
    assert read(text, "62,000") == exact(62_000, None, "about")
    asked = "How many people does the stadium hold?"
    assert read(text, "62,000", asked) == exact(62_000, "people", "about")
    assert asked_noun("How many of every ten letters arrive late?") == "letters"
    assert asked_noun("How much did it cost?") is None


def test_over_a_length_of_time_is_no_qualifier() -> None:
    assert read("Pay rises 6 percent over 18 months.", "18 months") == exact(18, "months")
    lasted = read("It lasted over 18 months.", "18 months")
    assert lasted == (18, 18, None, "months", "over", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He scored in the 88th minute.", "88th"),
        ("They won 2-1.", "2-1"),
        ("It opened in 2018.", "2018"),
        ("The 2018 World Cup was held.", "2018"),
        ("It began on 26 August.", "26"),
        ("Three days later the king fled.", "Three days"),
        ("He called 555-0199 at 5:30 p.m.", "555-0199"),
        ("It rang at 5 a.m.", "5 a.m."),
        ("COVID-19 spread.", "19"),
        ("Flight 714 crashed.", "714"),
        ("He lives at 10 Downing Street.", "10"),
        ("The poet Edwin Crale wrote 12 books.", "Edwin Crale wrote 12 books"),
        ("Fans sang “Three Wolves” all night.", "Three"),
        ("The Group of Seven met in Orsk.", "Seven"),
        ("They flew in a Volant Max 8 on Sunday.", "8"),
        ("The club retired his number 33 shirt.", "33"),
    ],
)
def test_what_is_no_quantity(text: str, value: str) -> None:
    assert read(text, value) is None


def test_find_quantities_gives_offsets_without_noun_or_qualifier() -> None:
    text = "At least 12 hectares and about 3,000 trees burned, a loss of $1.2bn."
    found = find_quantities(text)
    assert [m.text for m in found] == ["12 hectares", "3,000", "$1.2bn"]
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(
    ("first", "second", "is_same", "is_conflict"),
    [
        ("about 38,000 people", "38,000 people", True, False),
        ("nearly 40,000 people", "38,000 people", True, False),
        ("62,000 seats", "61,874 seats", True, False),
        ("63.7 percent", "64 percent", True, False),
        ("at least 50 people", "53 people", True, False),
        ("at least 50 people", "5,000 people", False, False),
        ("at least 50 people", "43 people", False, True),
        ("up to 30 people", "28 people", True, False),
        ("up to 30 people", "40 people", False, True),
        ("15 to 20 gunmen", "18 gunmen", True, False),
        ("15 to 20 gunmen", "31 gunmen", False, True),
        ("53 people", "45 people", False, True),
        ("50 people", "53 people", False, True),
        ("dozens of people", "53 people", True, False),
        ("hundreds of people", "53 people", False, True),
        ("22 million euros", "9 million", False, True),
        ("22 million euros", "22 million dollars", False, False),
        ("2 kilometres", "2,000 metres", True, False),
        ("three weeks", "21 days", True, False),
        ("seven days", "seven people", False, False),
        ("20,000 children", "38,000 people", False, False),
        ("900 hectares", "2,500", False, True),
        ("at least 41 people", "above 60", False, False),
        ("at least 41 people", "more than 40 people", True, False),
    ],
)
def test_comparing(first: str, second: str, is_same: bool, is_conflict: bool) -> None:
    one, two = quantity(first), quantity(second)
    assert (same_quantity(one, two), conflict(one, two)) == (is_same, is_conflict)


def test_a_bound_equals_only_its_like() -> None:
    assert equal_quantity(quantity("at least 50 people"), quantity("more than 50 people"))
    assert not equal_quantity(quantity("at least 50 people"), quantity("53 people"))
    assert not equal_quantity(quantity("dozens of people"), quantity("53 people"))


_FIGURE = st.floats(-1e9, 1e9).map(lambda x: round(x, 2)) | st.integers(-500, 500).map(float)
_UNIT = st.sampled_from([None, "people", "soldiers", "children", "percent", "fraction", "hours",
                         "days", "metres", "ticket offices"])  # fmt: skip
_QUALIFIER = st.sampled_from([None, "about", "nearly", "only"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    number = draw(_FIGURE)
    unit, qualifier = draw(_UNIT), draw(_QUALIFIER)
    kind = draw(st.sampled_from(["exact", "least", "most", "range", "vague", "money"]))
    if kind == "least":
        return Quantity(number, number, None, unit, "at least")
    if kind == "most":
        return Quantity(number, None, number, unit, "up to")
    if kind == "range":
        return Quantity(number, number, number + draw(st.integers(1, 50)), unit)
    if kind == "vague":
        return Quantity(None, draw(st.sampled_from([24.0, 200.0, 20_000.0])), None, unit)
    if kind == "money":
        return Quantity(number, number, number, None, qualifier, "EUR")
    return Quantity(number, number, number, unit, qualifier)


@settings(deadline=None)
@given(quantities())
def test_a_quantity_agrees_with_itself(one: Quantity) -> None:
    assert same_quantity(one, one)
    assert equal_quantity(one, one)
    assert not conflict(one, one)


@settings(deadline=None)
@given(quantities(), quantities())
def test_comparing_is_symmetric_and_consistent(one: Quantity, two: Quantity) -> None:
    assert same_quantity(one, two) == same_quantity(two, one)
    assert equal_quantity(one, two) == equal_quantity(two, one)
    assert conflict(one, two) == conflict(two, one)
    assert not (conflict(one, two) and same_quantity(one, two))


@settings(deadline=None)
@given(st.integers(0, 999_999_999))
def test_digits_with_separators_are_read_back(number: int) -> None:
    for written in (f"{number:,}", str(number), f"{number:,}".replace(",", "\u202f")):
        found = number_at(written + " x", 0)
        assert found is not None
        assert (found.value, found.end) == (number, len(written))


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "12 3,000 a half dozen of million $ € - to between and at least percent people 's "
            "2018 1.2bn hundred hundreds third years old or more , . one in six minus m".split()
        ),
        max_size=25,
    )
)
def test_any_words_give_figures_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = find_quantities(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.start < b.start for a, b in pairwise(found))
    for mention in found:
        low, high = mention.quantity.low, mention.quantity.high
        assert low is None or high is None or low <= high


def test_an_ordinal_before_a_noun_is_no_second_of_time() -> None:
    assert parse_quantity("A second group of rebels left.", 0, 8) is None
    lasted = parse_quantity("It lasted a second.", 10, 18)
    assert lasted is not None
    assert lasted.unit == "seconds"
