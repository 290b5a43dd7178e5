"""Dates found and resolved. The base is Thursday 26 August 2021 unless a test says otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.dates import DateMention, date_at, fact_date, find_dates, question_dates, resolve, said_date
from qa.dates.days import month_of, part_of, season_of, week_of
from qa.types import DateRange

BASE = date(2021, 8, 26)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def only(text: str, base: date | None = BASE) -> DateMention:
    mentions = find_dates(text, base)
    assert len(mentions) == 1, mentions
    return mentions[0]


def spelt(span: DateRange | None) -> str:
    if span is None:
        return "none"
    start, end = span.start.isoformat(), span.end.isoformat()
    return start if start == end else f"{start}..{end}"


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        ("He arrived on 26 August 2021.", "26 August 2021", "2021-08-26"),
        ("August 26, 2021, was hot.", "August 26, 2021", "2021-08-26"),
        ("It is dated 2021-08-26.", "2021-08-26", "2021-08-26"),
        ("It is dated 26/08/2021.", "26/08/2021", "2021-08-26"),
        ("It is dated 08/26/2021.", "08/26/2021", "2021-08-26"),
        ("It was posted on the 4th of May, 1915.", "the 4th of May, 1915", "1915-05-04"),
        ("It opened in August 2021.", "August 2021", "2021-08-01..2021-08-31"),
        ("It opened in 2018.", "2018", "2018-01-01..2018-12-31"),
        ("Asbestos was used in the 1970s.", "the 1970s", "1970-01-01..1979-12-31"),
        ("It ran until the late 1950s.", "the late 1950s", "1957-01-01..1959-12-31"),
        ("Built in the early 1960s.", "the early 1960s", "1960-01-01..1963-12-31"),
        ("Founded in the 19th century.", "the 19th century", "1801-01-01..1900-12-31"),
        ("Built between 1939 and 1945.", "1939 and 1945", "1939-01-01..1945-12-31"),
        ("In the summer of 2019 it closed.", "the summer of 2019", "2019-06-01..2019-08-31"),
        ("Sales fell in Q3 2020.", "Q3 2020", "2020-07-01..2020-09-30"),
        ("The first half of 2021 was wet.", "The first half of 2021", "2021-01-01..2021-06-30"),
        ("It shrank in the first three quarters of 2012.", "the first three quarters of 2012",
         "2012-01-01..2012-09-30"),
        ("It rained in the last ten days of May 2020.", "the last ten days of May 2020",
         "2020-05-22..2020-05-31"),
        ("A race of the 1960s and 70s.", "the 1960s and 70s", "1960-01-01..1979-12-31"),
        ("That day in 1951 she left.", "That day in 1951", "1951-01-01..1951-12-31"),
        ("“Salt” is 2017’s best record.", "2017", "2017-01-01..2017-12-31"),
        ("By mid-2019 it was over.", "mid-2019", "2019-05-01..2019-08-31"),
    ],
)  # fmt: skip
def test_absolute_dates(text: str, wording: str, expected: str) -> None:
    mention = only(text, None)
    assert (mention.text, spelt(mention.range)) == (wording, expected)


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        ("He left on Wednesday.", "Wednesday", "2021-08-25"),
        ("He left on Thursday.", "Thursday", "2021-08-26"),
        ("He left on Friday.", "Friday", "2021-08-20"),
        ("He will leave on Friday.", "Friday", "2021-08-27"),
        ("He will leave on Thursday.", "Thursday", "2021-09-02"),
        ("The funeral will be held on Saturday.", "Saturday", "2021-08-28"),
        ("The strike is due to begin on Tuesday.", "Tuesday", "2021-08-31"),
        ("Ministers to meet on Friday", "Friday", "2021-08-27"),
        ("He flew to Geneva to meet her on Friday.", "Friday", "2021-08-20"),
        ("They agreed to meet on Friday.", "Friday", "2021-08-27"),
        ("It would have met on Friday.", "Friday", "2021-08-20"),
        ("Heavy rain was not expected before Tuesday.", "Tuesday", "2021-08-31"),
        ("Ahead of Friday's vote he resigned.", "Friday's", "2021-08-27"),
        ("He was remanded until Monday.", "Monday", "2021-08-30"),
        ("They had come back by Thursday morning.", "Thursday morning", "2021-08-26"),
        ("Polls will close on Thursday evening.", "Thursday evening", "2021-08-26"),
        ("Both agreed to new rules in talks with him on Friday.", "Friday", "2021-08-20"),
        ("A strong report on Friday, and hopes are rising.", "Friday", "2021-08-20"),
        ("On Monday the school would reopen, he said.", "Monday", "2021-08-30"),
        ("She is due to return later Thursday.", "later Thursday", "2021-08-26"),
        ("Last Thursday the council met.", "Last Thursday", "2021-08-19"),
        ("He quit, saying Saturday's game will be his last.", "Saturday's", "2021-08-28"),
        ("He spoke in a Tuesday press briefing.", "Tuesday", "2021-08-24"),
        ("The vote is next Friday.", "next Friday", "2021-08-27"),
        ("They meet this coming Monday.", "this coming Monday", "2021-08-30"),
        ("It fell late on Wednesday.", "late on Wednesday", "2021-08-25"),
        ("At 5 a.m. on Thursday it blew up.", "5 a.m. on Thursday", "2021-08-26"),
        ("In the early hours of Monday it rained.", "the early hours of Monday", "2021-08-23"),
        ("It happened on Wednesday last week.", "Wednesday last week", "2021-08-18"),
    ],
)
def test_weekdays_follow_the_tense(text: str, wording: str, expected: str) -> None:
    mention = only(text)
    assert (mention.text, spelt(mention.range)) == (wording, expected)


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("yesterday", "2021-08-25"),
        ("tomorrow", "2021-08-27"),
        ("tonight", "2021-08-26"),
        ("last night", "2021-08-25"),
        ("overnight", "2021-08-25..2021-08-26"),
        ("the day before yesterday", "2021-08-24"),
        ("last week", "2021-08-16..2021-08-22"),
        ("next week", "2021-08-30..2021-09-05"),
        ("earlier this week", "2021-08-23..2021-08-26"),
        ("later this month", "2021-08-26..2021-08-31"),
        ("this month", "2021-08-01..2021-08-31"),
        ("last year", "2020-01-01..2020-12-31"),
        ("next year", "2022-01-01..2022-12-31"),
        ("last spring", "2021-03-01..2021-05-31"),
        ("this autumn", "2021-09-01..2021-11-30"),
        ("next March", "2022-03-01..2022-03-31"),
        ("last March", "2021-03-01..2021-03-31"),
        ("ten days ago", "2021-08-16"),
        ("three months ago", "2021-05-01..2021-05-31"),
        ("two and a half years ago", "2019-01-01..2019-12-31"),
        ("the past month", "2021-07-26..2021-08-26"),
        ("the past 24 hours", "2021-08-25..2021-08-26"),
        ("the last three days", "2021-08-23..2021-08-26"),
        ("since the end of July", "2021-07-21..2021-08-26"),
        ("since Monday", "2021-08-23..2021-08-26"),
        ("since 2015", "2015-01-01..2021-08-26"),
        ("late September", "2020-09-21..2020-09-30"),
        ("between March and May", "2021-03-01..2021-05-31"),
        ("from 28 July to 5 August", "2021-07-28..2021-08-05"),
        ("3 to 7 June", "2021-06-03..2021-06-07"),
        ("two days after 3 May", "2021-05-05"),
        ("the end of the year", "2021-12-01..2021-12-31"),
        ("in two weeks' time", "2021-09-09"),
        ("10 May last year", "2020-05-10"),
        ("Saturday, July 4", "2020-07-04"),
    ],
)
def test_wordings_resolve_against_the_base(wording: str, expected: str) -> None:
    assert spelt(resolve(wording, BASE)) == expected
    assert spelt(only(f"It happened {wording}, he said.").range) == expected


@pytest.mark.parametrize(
    "text",
    [
        "May said it may rain.",
        "They march in step and he may march too.",
        "The March on Washington changed much.",
        "The Sun reported it, and the sun shone.",
        "Wait a second.",
        "They dance on Saturday nights.",
        "Mondays are slow, and he met her on a Friday.",
        "The Sunday Times and Sheffield Wednesday won on Black Friday.",
        "Some 2000 people and 1,990 men live on Route 1950.",
        "March 15,000 people strong.",
        "He scored in the fourth quarter.",
        "The fall of the government surprised him.",
        "The strike will last four days.",
        "She told USA TODAY and Varna Tonight so.",
        "It rained within weeks.",
        "31 June does not exist.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert find_dates(text, BASE) == []


def test_without_a_base_relative_wordings_keep_their_words() -> None:
    mention = only("Yesterday the envoy spoke.", None)
    assert (mention.text, mention.range) == ("Yesterday", None)
    assert only("It closed on 12 December 1978.", None).range == resolve("12 December 1978", None)


def test_an_ambiguous_numeric_date_stays_unresolved() -> None:
    assert only("It is dated 03/04/2021.").range is None


def test_a_day_without_a_year_is_of_the_nearest_year() -> None:
    assert spelt(only("He died on 30 December.", date(2021, 1, 5)).range) == "2020-12-30"
    assert spelt(only("It will open on 10 January.", date(2021, 12, 20)).range) == "2022-01-10"
    assert spelt(only("The trial will open on September 10.").range) == "2021-09-10"


def test_later_counts_from_the_date_named_before() -> None:
    mentions = find_dates("The coup began on 2 August. Three days later the king fled.", BASE)
    assert [spelt(m.range) for m in mentions] == ["2021-08-02", "2021-08-05"]
    assert only("Three days later the king fled.").range is None


def test_durations_are_no_dates() -> None:
    mention = only("He walked for three days.")
    assert (mention.text, mention.range, mention.precision) == ("for three days", None, "duration")


def test_two_tenses_in_one_sentence() -> None:
    text = "Speaking on Tuesday, he said the school would reopen on Monday."
    assert [spelt(m.range) for m in find_dates(text, BASE)] == ["2021-08-24", "2021-08-30"]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("The town has been cut off since late September.", "late September", "2020-09-21"),
        ("Rents have doubled since 2015.", "2015", "2015-01-01"),
        ("The funeral will be held on Saturday.", "Saturday", "2021-08-28"),
        ("The funeral will be held on Saturday.", "on Saturday", "2021-08-28"),
        ("The crowd at Sunday's match was large.", "Sunday", "2021-08-22"),
    ],
)
def test_a_value_that_is_a_date_keeps_to_its_own_words(
    text: str, value: str, expected: str
) -> None:
    start = text.index(value)
    mention = date_at(text, start, start + len(value), BASE)
    assert mention is not None
    assert mention.range is not None
    assert mention.range.start.isoformat() == expected
    assert start <= mention.start < mention.end <= start + len(value)


def test_a_value_that_holds_a_date_is_not_one() -> None:
    text = "The strike of last week cost a lot."
    assert date_at(text, 0, text.index(" cost"), BASE) is None


def test_dates_of_the_fact_and_of_the_saying() -> None:
    text = "Officials said on Wednesday that 18 people had died on Monday."
    start = text.index("18")
    when = (text.index("Wednesday"), text.index("Wednesday") + len("Wednesday"))
    fact, said = fact_date(text, start, start + 2, BASE, when), said_date(text, when, BASE)
    assert fact is not None
    assert said is not None
    assert (spelt(fact.range), spelt(said.range)) == ("2021-08-23", "2021-08-25")
    assert text[fact.start : fact.end] == "Monday"


def test_the_nearer_date_dates_the_fact() -> None:
    text = "It shrank to 900 hectares on Tuesday from 2,500 on Sunday."
    for value, day in (("900", "2021-08-24"), ("2,500", "2021-08-22")):
        fact = fact_date(text, text.index(value), text.index(value) + len(value), BASE)
        assert fact is not None
        assert spelt(fact.range) == day


@pytest.mark.parametrize(
    ("question", "words", "first", "last"),
    [
        ("how many fled in august 2021?", "in august 2021", "2021-08-01", "2021-08-31"),
        ("what happened last week?", "last week", "2021-08-16", "2021-08-22"),
        ("how many died since 2018?", "since 2018", "2018-01-01", None),
        ("how many died before 2018?", "before 2018", None, "2017-12-31"),
        ("who won on friday?", "on friday", "2021-08-20", "2021-08-20"),
        ("deaths between march and may 2020", "between march and may 2020", "2020-03-01",
         "2020-05-31"),
    ],
)  # fmt: skip
def test_dates_in_questions(question: str, words: str, first: str | None, last: str | None) -> None:
    asked = question_dates(question, BASE)
    assert [a.text for a in asked] == [words]
    assert question[asked[0].start : asked[0].end] == words
    ends = (asked[0].from_day, asked[0].to_day)
    assert tuple(end and end.isoformat() for end in ends) == (first, last)


def test_questions_do_not_take_verbs_for_months() -> None:
    assert question_dates("may the rebels march?", BASE) == []
    assert question_dates("what happened last week?", None) == []


@settings(deadline=None)
@given(DAYS)
def test_written_days_are_read_back(day: date) -> None:
    for wording in (
        day.isoformat(),
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {day:%B} {day.year}",
    ):
        assert resolve(wording, None) == DateRange(day, day)


@settings(deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_lies_within_a_week_of_the_base(base: date, number: int) -> None:
    name = (date(2024, 1, 1) + timedelta(days=number)).strftime("%A")
    past = only(f"He spoke on {name}.", base).range
    future = only(f"He will speak on {name}.", base).range
    assert past is not None
    assert future is not None
    assert past.start.weekday() == future.start.weekday() == number
    assert 0 <= (base - past.start).days < 7
    assert 0 < (future.start - base).days <= 7


@settings(deadline=None)
@given(DAYS)
def test_parts_lie_inside_and_in_order(day: date) -> None:
    for whole in (month_of(day.year, day.month), week_of(day), season_of(day.year, "winter")):
        assert whole is not None
        parts = [part_of(whole, part) for part in ("early", "mid", "late")]
        ends = [end for part in parts if part for end in (part.start, part.end)]
        assert ends == sorted(ends)
        assert whole.start <= ends[0]
        assert ends[-1] <= whole.end


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "on Monday May 3 2021 , . last week since between and from to the 1990s late July "
            "two days after before in 26 August 12/05/2020 ’ 5 a.m. next year ago".split()
        ),
        max_size=25,
    ),
    st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_any_words_give_mentions_in_order_inside_the_text(
    words: list[str], base: date | None
) -> None:
    text = " ".join(words)
    mentions = find_dates(text, base)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.range is None or mention.range.start <= mention.range.end
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The vote was postponed from 28 May to 3 June.", ["2021-05-28", "2021-06-03"]),
        ("The vote was put back from Friday to Sunday.", ["2021-05-21", "2021-05-23"]),
        ("Varn put back the start of work from 28 May to 3 June.", ["2021-05-28", "2021-06-03"]),
        (
            "It was to end on Thursday, and has been extended to Sunday.",
            ["2021-05-20", "2021-05-23"],
        ),
        (
            "The board put off its long-awaited vote on the bridge from 28 May to 3 June.",
            ["2021-05-28", "2021-06-03"],
        ),
        (
            "It goes on until Sunday. It had been due to end on Wednesday.",
            ["2021-05-23", "2021-05-19"],
        ),
        ("The fair lasted from 3 May to 5 May.", ["2021-05-03"]),
    ],
)
def test_days_between_which_something_is_moved_are_no_interval(text: str, days: list[str]) -> None:
    found = find_dates(text, date(2021, 5, 19))
    assert [one.range.start.isoformat() for one in found if one.range] == days
