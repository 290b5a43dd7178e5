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
from qa.types import Citation, Claim, DateRange, Kind, Quantity
from qa.wording import (
    day_in_words,
    range_in_words,
    with_article,
    word_about_claim,
    word_answer,
    word_no_answer,
)

UN_QUOTE = "The UN said on Tuesday that fighting has forced some 38,000 people to flee."
TUESDAY = date(2021, 8, 24)


def cited(n: int, quote: str, answer: str, **fields: object) -> Citation:
    start = 100 + quote.index(answer)
    citation = Citation(
        n=n,
        article_id=f"a{n}",
        version=1,
        title="A title",
        publisher="Levant Courier",
        url=None,
        published_at=date(2021, 8, 26),
        quote=quote,
        start=100,
        end=100 + len(quote),
        answer=answer,
        answer_start=start,
        answer_end=start + len(answer),
        article_sha256="0" * 64,
        link="/articles/a",
    )
    return replace(citation, **fields)  # type: ignore[arg-type]


def people(number: float, **fields: object) -> Quantity:
    return replace(Quantity(number, number, number, unit="people"), **fields)  # type: ignore[arg-type]


def said(value: str, by: str, n: int, on: date | None = None, **fields: object) -> Claim:
    claim = Claim(value, 0.9, (n,), said_by=by, said_by_kind="speaker", said_on=on)
    return replace(claim, **fields)  # type: ignore[arg-type]


def published(value: str, n: int, **fields: object) -> Claim:
    claim = Claim(value, 0.9, (n,), said_by="Levant Courier", said_by_kind="publisher")
    return replace(claim, **fields)  # type: ignore[arg-type]


UN_CLAIM = said(
    "38,000", "UN", 1, TUESDAY, said_by_written="The UN", said_when="on Tuesday",
    quantity=people(38000, qualifier="some"),
)  # fmt: skip


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


def test_a_rate_keeps_what_it_is_per() -> None:
    claim = said("€18.60", "UN", 1, TUESDAY, quantity=Quantity(18.6, 18.6, 18.6, currency="EUR"))
    text = word_answer("value", [claim], [cited(1, "It cost €18.60 a share.", "€18.60")])
    assert text.startswith("€18.60 a share, according to")
    text = word_answer("value", [claim], [cited(1, "It cost €18.60 a year ago.", "€18.60")])
    assert text.startswith("€18.60, according to")


def test_a_list_names_its_one_source_once() -> None:
    claims = [published(value, n) for n, value in enumerate(("Homs", "Hama", "Idlib"), 1)]
    citations = [
        cited(n, f"It hit {claim.value}.", claim.value) for n, claim in enumerate(claims, 1)
    ]
    assert word_answer("list", claims, citations) == (
        "Homs [1], Hama [2] and Idlib [3], according to Levant Courier (26 August 2021)."
    )


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
