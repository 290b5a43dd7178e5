"""Candidates merged and related. Sentences are invented; speakers and days are given by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.duplicates import signature
from index.sentences import split_sentences
from qa.dates import date_at, fact_date
from qa.grouping import Candidate, Relation, group, relate
from qa.normalize import asked_noun, parse_quantity
from qa.types import DateRange

PUBLISHED = date(2022, 6, 15)  # a Wednesday


def candidate(
    text: str,
    value: str,
    question: str,
    *,
    speaker: str | None = None,
    said_on: date | None = None,
    published_at: date | None = PUBLISHED,
    article_id: str = "a",
    confidence: float = 0.6,
) -> Candidate:
    start = text.rindex(value)
    end = start + len(value)
    left, right = next((a, b) for a, b in split_sentences(text) if a <= start < b)
    stated = date_at(text, start, end, published_at)
    fact = fact_date(text, start, end, published_at)
    return Candidate(
        value=value,
        article_id=article_id,
        start=start,
        end=end,
        sentence=text[left:right],
        sentence_start=left,
        confidence=confidence,
        quantity=parse_quantity(text, start, end, asked_noun(question)),
        value_date=stated.range if stated else None,
        fact_date=fact.range if fact else None,
        speaker=speaker,
        said_on=said_on,
        published_at=published_at,
        signature=signature(f"{article_id} {text}"),
    )


def related(candidates: list[Candidate], question: str) -> Relation:
    return relate(group(candidates, question), question)


def values(relation: Relation) -> list[str]:
    return [found.value for found in relation.groups]


def kind_of(text: str, question: str, first: str, second: str, *speakers: str | None) -> str:
    """Relate two values of one text: "same" where they merge, "other" where only one is offered."""
    one = candidate(text, first, question, speaker=speakers[0], confidence=0.9)
    two = candidate(text, second, question, speaker=speakers[1])
    groups = group([one, two], question)
    relation = relate(groups, question)
    if len(groups) == 1:
        return "same"
    return relation.kind if len(relation.groups) == 2 else "other"


@pytest.mark.parametrize(
    ("text", "question", "first", "second", "one", "two"),
    [
        ("The observatory said 53 people had left. The agency said 45 people had been taken out by "
         "bus.", "How many people left?", "53", "45", "observatory", "agency"),
        ("The union says 3,000 joined the walkout. Managers count 1,100.",
         "How many joined the walkout?", "3,000", "1,100", "union", "Managers"),
        ("The museum values the coin at $3 million. An auctioneer, Pell Grove, thinks $800,000 is "
         "closer.", "What is the coin worth?", "$3 million", "$800,000", "museum", "Pell Grove"),
        ("The council says the tower will be 90 metres tall; residents say it will be 120.",
         "How tall will the tower be?", "90 metres", "120", "council", "residents"),
        ("Seven are dead, the mayor said. The rescue chief, Ilan Most, spoke of nine.",
         "How many people died?", "Seven", "nine", "mayor", "Ilan Most"),
        ("“We were 15,000,” said the organiser, Bea Lind. Police estimated the crowd at 6,000.",
         "How many people marched?", "15,000", "6,000", "Bea Lind", "Police"),
        ("The ministry said 30 villages had been cut off, but aid workers said the number was 47.",
         "How many villages were cut off?", "30", "47", "ministry", "aid workers"),
        ("The ferry sank on Monday, the captain said. The harbour master said it sank on Sunday.",
         "When did the ferry sink?", "Monday", "Sunday", "captain", "harbour master"),
        ("Turnout was 71 percent, the commission said. Observers put it at 54 percent.",
         "What was the turnout?", "71 percent", "54 percent", "commission", "Observers"),
    ],
)  # fmt: skip
def test_disagreement(
    text: str, question: str, first: str, second: str, one: str, two: str
) -> None:
    assert kind_of(text, question, first, second, one, two) == "disagreement"
    assert kind_of(text, question, first, second, one, one) != "disagreement"
    assert kind_of(text, question, first, second, None, None) != "disagreement"


@pytest.mark.parametrize(
    ("text", "question", "first", "second", "one", "two"),
    [
        ("The number of cases rose to 412 on Tuesday from 350 on Monday, the ministry said.",
         "How many cases are there?", "412", "350", "ministry", "ministry"),
        ("The fire chief first reported 12 injured. He later put the number at 19.",
         "How many were injured?", "19", "12", "fire chief", "fire chief"),
        ("Police said 61 people were missing, up from 44 on Sunday.",
         "How many people are missing?", "61", "44", "Police", "Police"),
        ("An initial count found 210 votes. The commission has since revised it to 198.",
         "How many votes were found?", "198", "210", None, "commission"),
        ("At least 20 died on Monday, police said. By Wednesday the toll was 33, officials said.",
         "How many people died?", "33", "20", "officials", "police"),
    ],
)  # fmt: skip
def test_development(
    text: str, question: str, first: str, second: str, one: str | None, two: str
) -> None:
    assert kind_of(text, question, first, second, one, two) == "development"


@pytest.mark.parametrize(
    ("text", "question", "first", "second", "two"),
    [
        ("About 4,000 people live there, the mayor said. The census counted 3,962.",
         "How many people live there?", "4,000", "3,962", "census"),
        ("More than 300 trees fell, the forester said. A survey by the park found 412.",
         "How many trees fell?", "300", "412", "survey by the park"),
        ("Up to 50 jobs would go, the owner said; the union counts 48.",
         "How many jobs would go?", "50", "48", "union"),
        ("Henrik Vale will lead the inquiry, the ministry said. Judge Vale is known as strict.",
         "Who will lead the inquiry?", "Henrik Vale", "Judge Vale", None),
    ],
)  # fmt: skip
def test_one_value(text: str, question: str, first: str, second: str, two: str | None) -> None:
    assert kind_of(text, question, first, second, "first", two) == "same"


@pytest.mark.parametrize(
    ("text", "question", "first", "second"),
    [
        ("Twelve were killed and 40 hurt.", "How many were killed?", "Twelve", "40"),
        ("Of the 90 passengers 12 survived.", "How many survived?", "12", "90"),
        ("About 100 rebels will leave. The observatory said eight had left on Tuesday.",
         "How many rebels left?", "eight", "100"),
        ("Some 38,000 people have fled. About 40,000 people face water and power cuts.",
         "How many people fled?", "38,000", "40,000"),
        ("Police said 14 people had been arrested. The hospital said it had treated nine.",
         "How many people were arrested?", "14", "nine"),
        ("The mayor said 200 people had been evacuated. The governor said 50 soldiers helped.",
         "How many people were evacuated?", "200", "50"),
        ("The army said five soldiers had died. A doctor said two soldiers were in a coma.",
         "How many soldiers died?", "five", "two"),
        ("The ministry said 31 people died. Four of the dead, the brigade said, were children.",
         "How many people died?", "31", "Four"),
        ("The National Accord won 74 seats, its leader said. The Civic Union took 60 seats, a "
         "rival said.", "How many seats did the National Accord win?", "74", "60"),
        ("The deal cost 31 million euros, the firm said. The city will pay 5 million euros a year, "
         "the mayor said.", "How much did the deal cost?", "31 million euros", "5 million euros"),
        ("The drivers won a rise of 6 per cent. The union wants a rise of 8 per cent this year, "
         "it said.", "What rise did the drivers win?", "6 per cent", "8 per cent"),
        ("The driver, 58, was not among the seven dead, police said.", "How many people died?",
         "seven", "58"),
    ],
)  # fmt: skip
def test_values_of_other_questions_are_not_offered(
    text: str, question: str, first: str, second: str
) -> None:
    assert kind_of(text, question, first, second, "first", "second") == "other"


QUESTION = "How many people died in the flood?"


def toll(text: str, value: str, day: int, article_id: str, confidence: float) -> Candidate:
    return candidate(
        text,
        value,
        QUESTION,
        speaker="ministry",
        published_at=date(2022, 6, day),
        article_id=article_id,
        confidence=confidence,
    )


def test_a_rate_and_a_total_are_two_things() -> None:
    day = toll("The strike cost £1.2m a day, it said.", "£1.2m", 2, "a", 0.5)
    total = toll("By then the strike had cost £8m.", "£8m", 9, "b", 0.4)
    assert values(related([day, total], "How much did the strike cost?")) == ["£1.2m"]


def test_history_is_no_development() -> None:
    now = toll("The flood killed 31 people.", "31", 9, "a", 0.9)
    then = toll("The flood of 1991 killed 88 people.", "88", 2, "b", 0.8)
    assert values(related([now, then], QUESTION)) == ["31"]


def test_the_day_of_the_question_decides() -> None:
    question = "How many people left on Thursday?"
    text = "The observatory said 53 people had left."
    one = candidate(text, "53", question, speaker="observatory", confidence=0.9)
    other = "The observatory said only eight had left on Tuesday."
    two = candidate(other, "eight", question, speaker="envoy", article_id="b")
    day = DateRange(date(2022, 6, 9), date(2022, 6, 9))
    assert relate(group([one, two], question), question, asked=day).groups[0].value == "53"
    assert len(relate(group([one, two], question), question, asked=day).groups) == 1


def test_unlikely_rivals_are_not_offered() -> None:
    text = "The union says 3,000 joined the walkout. Managers count 1,100."
    question = "How many joined the walkout?"
    one = candidate(text, "3,000", question, speaker="union", confidence=0.9)
    two = candidate(text, "1,100", question, speaker="Managers", confidence=0.1)
    assert values(related([one, two], question)) == ["3,000"]


def test_counts_of_one_noun_side_by_side_are_offered_though_unlikely() -> None:
    text = "The union says 3,000 workers joined in. Managers said that 1,100 workers were out."
    question = "How many workers joined the walkout?"
    one = candidate(text, "3,000", question, speaker="union", confidence=0.9)
    two = candidate(text, "1,100", question, speaker="Managers", confidence=0.1)
    assert values(related([one, two], question)) == ["3,000", "1,100"]
    cold = text.replace("were out", "had no gloves")
    two = candidate(cold, "1,100", question, speaker="Managers", confidence=0.1)
    assert values(related([one, two], question)) == ["3,000"]


def test_a_figure_of_another_event_is_not_offered() -> None:
    text = "The fire in Orlen killed 12, the mayor said. A second fire in Marlow killed three."
    assert kind_of(text, "How many died in the fire?", "12", "three", "mayor", "police") == "other"


def test_a_provisional_count_is_older_only_beside_a_final_one() -> None:
    question = "What share voted yes?"
    text = "Preliminary counts show 61 percent voted yes, the board said. Its critics put it at "
    text += "50 percent."
    speakers = ("board", "critics")
    assert kind_of(text, question, "61 percent", "50 percent", *speakers) == "disagreement"


def test_equal_values_of_near_duplicates_are_one_source() -> None:
    question = "How many people fled?"
    text = "Some 38,000 people have fled their homes over the past month, the agency said. " * 3
    one = candidate(text, "38,000", question, article_id="a")
    copy = replace(one, article_id="b", confidence=0.5)
    own = replace(
        candidate("She said that 38,000 people had fled.", "38,000", question, article_id="c"),
        confidence=0.4,
    )
    groups = group([own, copy, one], question)
    assert [len(found.members) for found in groups] == [3]
    assert groups[0].independent_sources == 2  # the copy has the signature of the first
    rewritten = replace(copy, signature=signature("Another report of the same thing"))
    assert group([own, rewritten, one], question)[0].independent_sources == 3


def test_a_list_takes_what_is_likely() -> None:
    text = "Floods hit Ostley, Brenic and Sorn."
    question = "Which cities were flooded?"
    found = [
        candidate(text, city, question, confidence=confidence)
        for city, confidence in (("Ostley", 0.8), ("Brenic", 0.5), ("Sorn", 0.3))
    ]
    relation = relate(group(found, question), question, wants_list=True)
    assert (relation.kind, values(relation)) == ("list", ["Ostley", "Brenic"])


def test_names_differ_only_when_both_are_sure() -> None:
    question = "Who will lead the inquiry?"
    text = (
        "Ada Quist will lead the inquiry, the ministry said. The paper said Ben Oro will lead it."
    )
    one = candidate(text, "Ada Quist", question, speaker="ministry", confidence=0.9)
    two = candidate(text, "Ben Oro", question, speaker="paper", confidence=0.4)
    assert related([one, two], question).kind == "value"
    sure = replace(two, confidence=0.7)
    assert related([one, sure], question).kind == "disagreement"


def test_nothing_gives_nothing() -> None:
    assert group([]) == []
    assert relate([]) == Relation("value", ())


_TEXTS = (
    "At least 31 people died in the flood.",
    "The agency said 45 people had died.",
    "He put the number at 53.",
    "About 50 people died on Monday.",
    "The flood killed dozens of people.",
    "Some 40,000 people face power cuts.",
)
_VALUES = ("31", "45", "53", "50", "dozens", "40,000")


_READ = [candidate(text, value, QUESTION) for text, value in zip(_TEXTS, _VALUES, strict=True)]


@st.composite
def candidates(draw: st.DrawFn) -> Candidate:
    return replace(
        draw(st.sampled_from(_READ)),
        speaker=draw(st.sampled_from([None, "mayor", "agency"])),
        published_at=draw(st.none() | st.dates(date(2022, 6, 1), date(2022, 6, 20))),
        article_id=draw(st.sampled_from("abc")),
        confidence=draw(st.sampled_from([0.2, 0.5, 0.9])),
    )


@settings(deadline=None)
@given(st.lists(candidates(), max_size=6), st.data())
def test_grouping_ignores_the_order_of_candidates(
    found: list[Candidate], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(found))
    first, second = group(found, QUESTION), group(shuffled, QUESTION)
    assert first == second
    assert relate(first, QUESTION) == relate(second, QUESTION)


@settings(deadline=None)
@given(st.lists(candidates(), max_size=6))
def test_every_candidate_is_in_one_group_and_offers_begin_with_groups(
    found: list[Candidate],
) -> None:
    groups = group(found, QUESTION)
    members = [member for one in groups for member in one.members]
    assert sorted(map(repr, members)) == sorted(map(repr, found))
    assert all(1 <= one.independent_sources <= len(one.members) for one in groups)
    assert [g.confidence for g in groups] == sorted((g.confidence for g in groups), reverse=True)
    relation = relate(groups, QUESTION)
    assert all(one in groups for one in relation.groups)
    assert len(relation.groups) == len(set(map(id, relation.groups)))
    days = [step.day or date.min for step in relation.timeline]
    assert days == sorted(days)
    assert relation.kind != "disagreement" or len(relation.groups) >= 2
