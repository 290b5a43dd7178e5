"""Which evidence is of the days asked about: short articles, one value each."""

from __future__ import annotations

from datetime import date

import pytest

from index.sentences import split_sentences
from index.types import Article, Filters, Hit, Passage
from qa.dating import MOST_DATES, Fit, fit, of_the_days, own_date, read_dates
from qa.evidence import Evidence, Judged, sentence_around
from tests.fakes import NO_FEATURES

TODAY = date(2026, 11, 22)
AUGUST = date(2021, 8, 26)


def evidence(text: str, value: str, published: date | None = AUGUST) -> Evidence:
    article = Article("a", 1, "Orm", text, "0", published_at=published)
    hit = Hit(Passage(1, "a", 1, 0, len(text)), article, 1.0, 1)
    start = text.index(value)
    sentence = sentence_around(split_sentences(text), start, start + len(value))
    return Evidence(hit, start, start + len(value), sentence, NO_FEATURES)


def fit_of(question: str, piece: Evidence, *, counts: bool = True) -> Fit:
    asked = read_dates(question, TODAY, counts=counts)
    days = asked.days_in(piece.hit.article.published_at)
    return fit(piece, own_date(piece), days, asked)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("how many fled in August 2021?", "Some 300 people fled over the past month.", Fit.IS_OF),
        ("how many fled in August 2021?", "Some 300 people fled.", Fit.IS_OF),
        ("how many fled in 2018?", "Some 300 people fled over the past month.", Fit.OTHER),
        ("how many fled in 2018?", "Some 300 people fled.", Fit.OTHER),
        ("how many fled in 2018?", "In 2018 some 300 people fled.", Fit.IS_OF),
        ("how many fled in 2018?", "The war of 2018 drove out 300 people.", Fit.POSSIBLE),
        ("how many fled in 2018?", "War came in 2016. Some 300 people fled.", Fit.OTHER),
        ("how many fled in 2018?", "War came in 2018. Some 300 people fled.", Fit.POSSIBLE),
        ("how many fled before 2018?", "In 2016 some 300 people fled.", Fit.IS_OF),
        ("how many fled since 2018?", "Some 300 people fled over the past month.", Fit.IS_OF),
        ("how many fled on Thursday?", "Some 300 people fled on Thursday.", Fit.IS_OF),
        ("how many fled on Thursday?", "Some 300 people fled over the past month.", Fit.OTHER),
        ("how many fled on Thursday?", "Some 300 people fled on Monday.", Fit.OTHER),
        ("how many fled last week?", "Some 300 people fled last week.", Fit.OTHER),
        ("how many will flee in May 2027?", "Some 300 people will flee.", Fit.POSSIBLE),
    ],
)
def test_how_a_sentence_of_august_2021_fits(question: str, text: str, expected: Fit) -> None:
    assert fit_of(question, evidence(text, "300")) is expected


def test_an_office_held_over_the_days_may_answer_but_a_count_over_them_does_not() -> None:
    piece = evidence("From 2015 to 2020 Ana Ruiz governed Orm with 300 guards.", "300")
    assert fit_of("who governed Orm in 2018?", piece, counts=False) is Fit.POSSIBLE
    assert fit_of("how many guards in 2018?", piece) is Fit.OTHER


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2021, 8, 31), Fit.IS_OF),
        (date(2021, 9, 2), Fit.FITS),
        (date(2021, 9, 20), Fit.POSSIBLE),
        (date(2021, 12, 1), Fit.OTHER),
        (date(2021, 7, 31), Fit.OTHER),
        (None, Fit.POSSIBLE),
    ],
)
def test_an_undated_sentence_is_of_the_time_of_its_article(
    published: date | None, expected: Fit
) -> None:
    piece = evidence("Some 300 people fled Orm.", "300", published)
    assert fit_of("how many fled in August 2021?", piece) is expected


def test_an_article_that_the_user_filtered_for_is_not_held_to_its_day() -> None:
    piece = evidence("Some 300 people fled Orm.", "300", date(2021, 12, 1))
    asked = read_dates("how many fled in August 2021?", TODAY, by_publication=False)
    assert fit(piece, None, asked.days, asked) is Fit.POSSIBLE


def judged(text: str, value: str, published: date, confidence: float) -> Judged:
    return Judged(evidence(text, value, published), confidence)


OLD = judged("Some 300 people fled on Thursday.", "300", AUGUST, 0.9)
NEW = judged("Some 70 people fled on Thursday.", "70", date(2026, 11, 20), 0.6)


def test_a_weekday_is_that_of_this_week_when_an_article_fits_else_the_articles_own() -> None:
    asked = read_dates("how many fled on Thursday?", TODAY)
    assert of_the_days(asked, [OLD, NEW], 0.5).judged == (NEW,)
    alone = of_the_days(asked, [OLD], 0.5)
    assert alone.judged == (OLD,)
    assert alone.in_own_time
    [shown] = asked.shown(AUGUST)
    assert shown.from_day == shown.to_day == AUGUST
    [shown] = asked.shown()
    assert shown.from_day == date(2026, 11, 19)


def test_without_today_a_weekday_is_that_of_the_article() -> None:
    asked = read_dates("how many fled on Thursday?", None)
    assert of_the_days(asked, [OLD, NEW], 0.5).judged == (OLD, NEW)
    assert asked.shown()[0].from_day is None


def test_what_fits_but_is_too_unlikely_does_not_hide_what_is_possible() -> None:
    asked = read_dates("how many fled in August 2021?", TODAY)
    weak = judged("Some 300 people fled Orm.", "300", AUGUST, 0.2)
    later = judged("Some 70 people fled Orm.", "70", date(2021, 9, 20), 0.9)
    other = judged("Some 50 people fled Orm.", "50", date(2020, 9, 20), 0.9)
    assert of_the_days(asked, [later, other, weak], 0.5).judged == (later, weak)
    assert of_the_days(asked, [later, other, weak], 0.1).judged == (weak,)


def test_of_a_growing_count_what_is_of_the_days_comes_before_what_was_told_after() -> None:
    asked = read_dates("how many fled on 24 August 2021?", TODAY)
    then = judged("Some 300 people fled Orm.", "300", date(2021, 8, 24), 0.4)
    after = judged("Some 700 people fled Orm.", "700", date(2021, 8, 25), 0.9)
    again = judged("Some 300 people fled Orm.", "300", date(2021, 8, 25), 0.6)
    counted = read_dates(asked.question, TODAY, counts=True)
    assert of_the_days(counted, [after, again, then], 0.3).judged == (again, then)
    assert of_the_days(counted, [after, again, then], 0.5).judged == (after, again, then)
    assert of_the_days(asked, [after, again, then], 0.3).judged == (after, again, then)


def test_a_question_without_dates_keeps_everything() -> None:
    asked = read_dates("how many fled after the 2018 deal?", TODAY)
    assert not asked
    assert of_the_days(asked, [OLD, NEW], 0.5).judged == (OLD, NEW)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("how many fled in August 2021?", date(2021, 8, 1), date(2021, 10, 1)),
        ("how many fled on 3 May 2021?", date(2021, 5, 3), date(2021, 5, 5)),
        ("how many fled since 2018?", date(2018, 1, 1), None),
        ("how many fled before 2018?", None, date(2018, 1, 31)),
    ],
)
def test_the_window_reaches_past_the_days_and_stays_open(
    question: str, first: date | None, last: date | None
) -> None:
    window = read_dates(question, TODAY).window()
    assert window == Filters(published_after=first, published_before=last)


def test_a_question_of_dates_alone_does_not_stall() -> None:
    """Every date was held against every piece: 190 of them took 23 seconds."""
    asked = read_dates("on Monday " * 190 + "in May and in June 2021", TODAY)
    assert len(asked.dates) == MOST_DATES
    assert len(asked.days) == len(asked.days_in(AUGUST)) == 1
