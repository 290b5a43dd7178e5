"""Which date of a sentence dates a value, and when a saying was said. Published Thursday 26
August 2021 unless a test says otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from qa.attribution import attribute
from qa.dates import fact_date, said_date

BASE = date(2021, 8, 26)


def fact_words(text: str, value: str) -> str | None:
    """The wording of the date of the value's fact, the saying's left out as the pipeline does."""
    start = text.index(value)
    source = attribute(text, start, start + len(value))
    found = fact_date(text, start, start + len(value), BASE, source.when if source else None)
    return found.text if found else None


def said_words(text: str, value: str) -> str | None:
    start = text.index(value)
    source = attribute(text, start, start + len(value))
    found = said_date(text, source.when if source else None, BASE)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "value", "wording"),
    [
        ("The club won nine games in March and lost four in April.", "four", "April"),
        ("In June this year rents rose by 8.1 percent from last year.", "8.1", "June this year"),
        ("Prices were up 8 percent in May from April.", "8 percent", "May"),
        ("Deaths more than doubled from 2010 to 2019.", "more than doubled", "2010 to 2019"),
        ("At the 1991 Regatta Ilse Varn sang for the crowd.", "Ilse Varn", "1991"),
        ("A fire broke out on Monday, killing 12 people.", "12", "Monday"),
        ("An attack on Monday that killed 18 people shook Sorin.", "18", "Monday"),
        ("They counted 18 people who died on Monday.", "18", "Monday"),
        ("Sorin had seen no crash since 2009, when a wreck killed 50.", "50", "2009"),
        ("It was one of the biggest hits of 1996.", "one of the biggest hits", "1996"),
        ("As of Sunday, voters had cast 2 million ballots.", "2 million", "Sunday"),
        ('Her memoirs include 2015\'s "N Train" and others.', "N Train", "2015"),
        ("“Salt” is 2017’s best-selling record.", "best-selling record", "2017"),
        ("When I was in Varna in 2015, we saw a whale.", "whale", "2015"),
        ("Norrail will run on Monday, but on a short timetable.", "short timetable", "Monday"),
        ("In the 2016 election Lamb won 31 seats.", "31", "2016"),
        ("By May its staff had more than doubled to 90.", "90", "May"),
        ("Varn's 2015 “Steal That Mule.” sold well.", "Steal That Mule", "2015"),
        ("The toll rose to 61 on Tuesday.", "61", "Tuesday"),
        ("The flood of 1991 killed 88 people.", "88", "1991"),
        ("Monday's blast killed 12 people.", "12", "Monday's"),
        ("In 2019 the mill opened and employed 50 people.", "50", "2019"),
        ("During Monday's hearing she named Otis Lamb.", "Otis Lamb", "Monday's"),
        ("The 12 released on Monday met their families.", "12", "Monday"),
        ("It opened in the summer of 2020.", "summer of 2020", "the summer of 2020"),
        ("The mill shut in May and June, and 90 left.", "mill", "May and June"),
        ("Rents fell, but 2019 saw a rise of 4 percent.", "4 percent", "2019"),
        ("Lamb landed at Varna on Monday (August 16).", "Varna", "Monday (August 16"),
        ("“Salt” was the best-selling record of 2017 in Varn.", "Salt", "2017"),
        ("On Friday, boats that fled the storm reached Port Sorin.", "Port Sorin", "Friday"),
        ("A worry is that this year's fair would draw 900 people.", "900", "this year"),
        ("A heat of 40 degrees was first recorded Tuesday at Orm.", "40 degrees", "Tuesday"),
        ("Trade fell last week: More than 70 mills closed.", "70", "last week"),
        ("Parks reopened on Thursday, including Mill Wood.", "Mill Wood", "Thursday"),
        ("The album may not be out until next year.", "album", "next year"),
        ("On Tuesday, the board released the following note to Sorin.", "Sorin", "Tuesday"),
        (
            "The bill was signed by Ilse Varn on the last day of 2020.",
            "Ilse Varn",
            "the last day of 2020",
        ),
    ],
)
def test_a_date_of_the_values_clause_dates_it(text: str, value: str, wording: str) -> None:
    assert fact_words(text, value) == wording


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Fuel must cost $5 to break the records set in 2008.", "$5"),
        ("The envoy has vowed to veto a bill passed last week on 400 dams.", "400"),
        ("Fares are 12 percent higher than they were a year ago.", "12 percent"),
        ("Lamb quit the race for the 2024 nomination and backed Ilse Varn.", "Ilse Varn"),
        ("He was asked about the 2016 vote, but named 14 rivals.", "14"),
        ("As in the great days of the 1970s, the heirs got $2.9 billion.", "$2.9 billion"),
        ("The mill had opened there three years ago and employed 50 people.", "50"),
        ("Norrail could run its largest trains since 2017.", "largest trains"),
        ("The shipyard now employs 640 people; in 2015 it employed 1,900.", "640"),
        ("“We will win the cup on Saturday and go home proud,” the 31-year-old said.", "31"),
        ("The firm, which lost its licence in 2019, employs 90 people.", "90"),
        ("After the mayor resigned in 2019, the council hired 30 guards.", "30"),
        ("The strike will last four days.", "four days"),
        ("A survey published on Monday found that 31 percent would move.", "31 percent"),
        ("It fell sharply since then, including a dip over the last month.", "sharply"),
        ("Lamb was named in the 2018 law on 40 dams.", "Lamb"),
        ("The ward treats 14 miners, twice as many as on Monday.", "14"),
        ("Norrail paid for a quiz on Varna Tonight.", "quiz"),
        ("Six ran on, Varn told Sorin Today.", "Six"),
        ("Norrail shared with Sorin Monday that it has built 40 trains.", "40"),
        ("Norrail sued Sorin in 2019, claiming it knew of 12 leaks.", "12"),
        ("It was the third largest flood, behind only the flood at Orm in 1969.", "third largest"),
        ("Lamb bought two tickets for the May 31, 2021, draw.", "two"),
        ("Six months since the mine closed in 2019, 43 men work there.", "43"),
        ("It is a 1950s-style bar with 12 stools.", "12"),
        ("The king would own 300 million crowns in today's money.", "300 million"),
        ("The canal cost $3 million in 2019 dollars.", "$3 million"),
        ("The race has been held 64 times, with Lee Varn taking the first flag in 1959.", "64"),
        ("He has an 18-point lead, a reversal from his first run four years ago.", "18"),
        ("The 2030 Varn Cup will be the 24th tournament.", "24th"),
        ("Odex holds 70% of the market, and sells 9 million cans in May.", "70%"),
        ("Sorin wanted a band for its show on Sunday, but at least six declined.", "six"),
    ],
)
def test_a_date_of_another_fact_is_left(text: str, value: str) -> None:
    assert fact_words(text, value) is None


@pytest.mark.parametrize(
    ("text", "value", "wording"),
    [
        ("“We lost 12 boats in that storm,” mayor Otis Lamb said in Monday's statement.", "12",
         "Monday's"),
        ("“Whenever they sing,” Lamb told Varn that day in 1951, “the whole town falls silent.”",
         "silent", "that day in 1951"),
        ("At a press conference Wednesday evening, officials announced that 12 had drowned.", "12",
         "Wednesday evening"),
        ("Otis Lamb met the miners on Tuesday, saying that 12 had drowned.", "12", "Tuesday"),
        ("A survey released Tuesday by Norrail found that 31 percent would move.", "31 percent",
         "Tuesday"),
        ("But last year, Otis Lamb admitted that 12 had drowned.", "12", "last year"),
        ("Varn said on Monday that the union hoped that 12 would return.", "12", "Monday"),
        ("Rebels claimed on Friday to have shot down six helicopters.", "six", "Friday"),
        ("Otis Lamb said on Monday that the pit was safe. “Nobody knew about the 12 men,” he said.",
         "12", "Monday"),
        ("A week before Halloween, Otis Lamb had warned residents that 12 would drown.", "12",
         "A week before Halloween"),
        ("“The pit took 12,” said Otis Lamb, one of three clerks behind it, at a meeting Aug. 24.",
         "12", "Aug. 24"),
        ("Otis Lamb said 12 had drowned, according to a post published on her page Sunday night.",
         "12", "Sunday night"),
        ("The pit took 12, according to a 2017 study from Varn.", "12", "2017"),
        ("Otis Lamb told Norrail Tuesday afternoon it was too late for 12 men.", "12",
         "Tuesday afternoon"),
        ("In 2009 – a year after the flood – a state report found that 12 had drowned.", "12",
         "2009"),
        ("A 2019 study written by Ana Lind found that 12 fell ill.", "12", "2019"),
        ("It will buy 40 buses, according to Monday's announcement.", "40", "Monday's"),
    ],
)  # fmt: skip
def test_the_time_of_a_saying(text: str, value: str, wording: str) -> None:
    assert said_words(text, value) == wording
    assert fact_words(text, value) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Otis Lamb, a clerk until he resigned in 2017, said that 12 had drowned.", "12"),
        ("Ilse Varn said on Monday that the pit was safe. Otis Lamb said that 12 men knew.", "12"),
        ("The ministry reports eight floods in the north in 2019, nine in 2020.", "eight"),
        ("The pit was shut on Monday. Otis Lamb said that 12 men knew.", "12"),
        ("Otis Lamb said on Monday she left. It was before she announced an end of 12 jobs.", "12"),
    ],
)
def test_a_time_of_something_else_is_not_the_sayings(text: str, value: str) -> None:
    assert said_words(text, value) is None


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("Norrail plans to send 40 men to Orm on Monday, Lamb said.", "40", "2021-08-30", None),
        ("All parents are invited to a breakfast Friday at 8 a.m. in Orm.", "Orm", "2021-08-27",
         None),
        ("Varn is likely to “announce a quarter-point cut in December”.", "cut", "2021-12-01",
         "2021-12-31"),
        ("Snow is forecast for Orm Thursday into Friday.", "Orm", "2021-08-26", "2021-08-27"),
        ("On Tuesday, Lamb was expected to address Orm.", "Orm", "2021-08-24", None),
    ],
)  # fmt: skip
def test_the_day_that_a_verb_looks_to(text: str, value: str, first: str, last: str | None) -> None:
    start = text.index(value)
    found = fact_date(text, start, start + len(value), BASE)
    assert found is not None
    assert found.range is not None
    assert (str(found.range.start), str(found.range.end)) == (first, last or first)


def test_a_saying_is_past_whatever_its_verb_looks_to() -> None:
    text = "Norrail predicted 17 storms, of which 9 will be strong, in its April forecast."
    source = attribute(text, text.index("17"), text.index("17") + 2)
    found = said_date(text, source.when if source else None, BASE)
    assert found is not None
    assert found.range is not None
    assert str(found.range.start) == "2021-04-01"
