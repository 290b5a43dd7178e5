"""The whole path over a real corpus, and the invariants of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.config import IndexConfig
from index.corpus import Corpus
from index.errors import InvalidQuestionError
from index.types import ArticleDraft, Filters
from qa.pipeline import Pipeline
from qa.types import Answer, Reading, Span, Turn
from tests.fakes import HashingEmbedder, RuleReader, calibration_on, null_margin_calibration

DRAFTS = [
    ArticleDraft(
        text="Some 38,000 people fled Daraa, the UN said. Talks go on — 😀 “slowly”.",
        title="Thousands flee",
        publisher="Levant Courier",
        published_at=date(2021, 8, 24),
    ),
    ArticleDraft(
        text="It rained. The UN says 38,000 people fled Daraa in a month.\nBuses left.",
        title="A month on",
        publisher="Harbour Times",
        published_at=date(2021, 8, 26),
    ),
    ArticleDraft(text="The mayor, Ana Ruiz, opened the bridge at Orm.", title="Bridge opened"),
]
QUESTIONS = ["how many people fled Daraa?", "who opened the bridge at Orm?", "how many zebras?"]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    config = IndexConfig(home=tmp_path_factory.mktemp("library"))
    with Corpus.open(config, HashingEmbedder()) as opened:
        opened.add(DRAFTS)
        yield opened


@pytest.fixture(scope="module")
def pipeline(corpus: Corpus) -> Pipeline:
    return Pipeline(corpus, RuleReader(), null_margin_calibration())


def check_invariants(answer: Answer, corpus: Corpus) -> None:
    """What the contract promises of every answer."""
    numbers = [citation.n for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    for citation in answer.citations:
        article = corpus.article(citation.article_id, citation.version)
        assert article.text[citation.start : citation.end] == citation.quote
        assert citation.start <= citation.answer_start < citation.answer_end <= citation.end
        found = article.text[citation.answer_start : citation.answer_end]
        assert found == citation.answer
        assert citation.article_sha256 == article.sha256
    for written in re.findall(r"\[(\d+)\]", answer.text):
        assert int(written) in numbers
    assert {n for claim in answer.claims for n in claim.citations} == set(numbers)
    assert 0.0 <= answer.confidence <= 1.0
    if answer.status == "no_answer":
        assert (answer.answer, answer.claims, answer.citations) == (None, (), ())
        assert answer.reason is not None
        assert not answer.disagreement
        return
    first = answer.citations[answer.claims[0].citations[0] - 1]
    assert answer.reason is None
    assert answer.answer == answer.claims[0].value == first.answer


def test_equal_values_merge_and_each_passage_is_cited(pipeline: Pipeline, corpus: Corpus) -> None:
    answer = pipeline.answer(QUESTIONS[0])
    check_invariants(answer, corpus)
    assert (answer.status, answer.answer) == ("answered", "38,000")
    assert len(answer.claims) == 1
    assert {c.title for c in answer.citations} == {"Thousands flee", "A month on"}


def test_what_the_articles_do_not_say_is_refused_with_what_came_closest(
    pipeline: Pipeline, corpus: Corpus
) -> None:
    answer = pipeline.answer("how many zebras live in the zoo?", explain=True)
    check_invariants(answer, corpus)
    assert (answer.status, answer.reason) == ("no_answer", "low_confidence")
    assert answer.closest
    assert answer.explain is not None
    assert "Refused" in answer.explain.decision
    for near in answer.closest:
        assert corpus.article(near.article_id).text[near.start : near.end] == near.quote


@pytest.mark.parametrize("question", ["who said so?", "how many?", "and what did they do then"])
def test_a_question_that_names_nothing_is_refused_with_what_to_do(
    pipeline: Pipeline, corpus: Corpus, question: str
) -> None:
    answer = pipeline.answer(question)
    check_invariants(answer, corpus)
    assert answer.reason == "not_found"
    assert answer.text.endswith("Name the person, place or event.")


def test_the_reasons_tell_an_empty_library_from_a_narrow_filter(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    narrow = Filters(publishers=("Nobody",))
    assert pipeline.answer(QUESTIONS[0], filters=narrow).reason == "filtered_out"
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as empty:
        answerer = Pipeline(empty, RuleReader(), null_margin_calibration())
        assert answerer.answer(QUESTIONS[0]).reason == "library_empty"


def test_filters_decide_what_is_cited(pipeline: Pipeline) -> None:
    early = Filters(published_before=date(2021, 8, 24))
    answer = pipeline.answer(QUESTIONS[0], filters=early)
    assert [c.publisher for c in answer.citations] == ["Levant Courier"]


def test_stages_come_in_order_and_end_in_the_answer(pipeline: Pipeline) -> None:
    stages = list(pipeline.stages(QUESTIONS[0], explain=True))
    names = [stage.name for stage in stages]
    assert names[0] == "passages"
    assert names[-2:] == ["claims", "done"]
    assert set(names[1:-2]) == {"reading"}
    total = len(DRAFTS)
    assert stages[-3].data == (total, total)
    answer = stages[-1].data
    assert isinstance(answer, Answer)
    assert answer.claims == stages[-2].data
    assert answer.explain is not None
    assert [hit.rank for hit in answer.explain.hits] == list(range(1, total + 1))


def test_a_bad_question_is_an_error(pipeline: Pipeline) -> None:
    with pytest.raises(InvalidQuestionError):
        pipeline.answer("")


class ScatteredReader:
    """Gives spans that a test drew, wherever they fit."""

    name = "scattered"

    def __init__(self, drawn: Sequence[tuple[int, int, float]]) -> None:
        self.drawn = drawn

    def read(self, question: str, texts: Sequence[str]) -> list[Reading]:
        return [Reading(tuple(self._spans(text)), 0.0) for text in texts]

    def _spans(self, text: str) -> Iterator[Span]:
        for start, length, score in self.drawn:
            end = min(len(text), start + length)
            if start < end and text[start:end].strip() == text[start:end]:
                yield Span(start, end, score)


SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(1, 30), st.floats(-8, 8)), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(SPANS, st.sampled_from([*QUESTIONS, "why did they flee?", "did 38,000 flee?", "list"]))
def test_every_answer_keeps_the_contract_whatever_the_reader_finds(
    corpus: Corpus, drawn: list[tuple[int, int, float]], question: str
) -> None:
    answerer = Pipeline(corpus, ScatteredReader(drawn), null_margin_calibration())
    check_invariants(answerer.answer(question), corpus)


def _turn(pipeline: Pipeline, question: str, turns: tuple[Turn, ...] = ()) -> tuple[Turn, ...]:
    return (*turns, Turn(question, pipeline.answer(question, conversation=turns)))


@pytest.mark.parametrize(
    ("follow_up", "value"),
    [
        ("who said so?", "UN"),
        ("where is that from?", "Some 38,000 people fled Daraa, the UN said."),
    ],
)
def test_questions_about_the_last_answer_are_answered_from_its_claim(
    pipeline: Pipeline, corpus: Corpus, follow_up: str, value: str
) -> None:
    turns = _turn(pipeline, QUESTIONS[0])
    answer = pipeline.answer(follow_up, conversation=turns)
    check_invariants(answer, corpus)
    assert answer.answer == value
    assert "38,000" in answer.standalone_question


def test_what_the_last_claim_answers_is_not_searched_for(
    pipeline: Pipeline, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = _turn(pipeline, QUESTIONS[0])
    searches: list[str] = []
    search = Corpus.search

    def counted(self: Corpus, query: str, *args: Any, **options: Any) -> Any:
        searches.append(query)
        return search(self, query, *args, **options)

    monkeypatch.setattr(Corpus, "search", counted)
    assert pipeline.answer("who said so?", conversation=turns).answer == "UN"
    assert searches == []
    pipeline.answer("and in 2018?", conversation=turns)
    assert searches


def test_a_claim_whose_article_was_removed_is_not_recalled(tmp_path: Path) -> None:
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        added = corpus.add(DRAFTS[:1])[0]
        answerer = Pipeline(corpus, RuleReader(), null_margin_calibration())
        turns = _turn(answerer, QUESTIONS[0])
        corpus.remove([added.id])
        assert answerer.answer("who said so?", conversation=turns).reason == "library_empty"


def test_a_name_that_no_article_has_is_named_in_the_refusal(
    pipeline: Pipeline, corpus: Corpus
) -> None:
    answer = pipeline.answer("how many people fled Norvania?")
    check_invariants(answer, corpus)
    assert (answer.status, answer.reason) == ("no_answer", "not_found")
    assert "Norvania" in answer.text
    assert pipeline.answer("how many people fled Dara'a?").status == "answered"


TODAY = date(2026, 11, 22)


def test_dates_of_a_question_choose_the_evidence_and_are_told(
    pipeline: Pipeline, corpus: Corpus
) -> None:
    fits = pipeline.answer("how many people fled Daraa in August 2021?", today=TODAY)
    check_invariants(fits, corpus)
    assert fits.answer == "38,000"
    [asked] = fits.asked_dates
    assert fits.standalone_question[asked.start : asked.end] == asked.text == "in August 2021"
    assert (asked.from_day, asked.to_day) == (date(2021, 8, 1), date(2021, 8, 31))

    other = pipeline.answer("how many people fled Daraa in 2018?", today=TODAY, explain=True)
    check_invariants(other, corpus)
    assert (other.status, other.reason) == ("no_answer", "not_found")
    assert "2018" in other.text
    assert any("38,000" in near.quote for near in other.closest)
    assert other.explain is not None
    assert "another time" in other.explain.decision


def test_what_is_to_come_does_not_say_how_many_did(tmp_path: Path) -> None:
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        text = "About 100 rebels will leave Orm. In Orm 45 rebels have left."
        corpus.add([ArticleDraft(text=text, title="Orm")])
        answerer = Pipeline(corpus, RuleReader(), null_margin_calibration())
        assert answerer.answer("how many rebels left Orm?").answer == "45"
        assert answerer.answer("how many rebels will leave Orm?").answer == "100"


def test_the_age_of_one_who_is_yet_to_act_is_no_count_to_come(tmp_path: Path) -> None:
    text, age = "Ada Brandt, a 51-year-old judge, will leave Orm.", "51-year-old"

    class AgeReader:
        name = "age"

        def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
            start = text.index(age)
            return [Reading((Span(start, start + len(age), 9.0),), 0.0) for _ in passages]

    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        corpus.add([ArticleDraft(text=text, title="Orm")])
        answerer = Pipeline(corpus, AgeReader(), null_margin_calibration())
        assert answerer.answer("how old is Ada Brandt?").answer == age


def test_what_is_left_without_the_figures_to_come_must_be_likely_itself(tmp_path: Path) -> None:
    """Once the likelier figure was left out, one below the threshold was asserted."""
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        text = "Of the rebels left in Orm 100 will follow. In Orm 45 rebels sang."
        corpus.add([ArticleDraft(text=text, title="Orm")])
        answerer = Pipeline(corpus, RuleReader(), null_margin_calibration(0.99))
        assert answerer.answer("how many rebels left Orm?").status == "no_answer"


def test_a_source_asked_for_answers_alone_or_nobody_does(tmp_path: Path) -> None:
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        text = "The council said 53 people left Orm. The army said 45 people left Orm."
        corpus.add([ArticleDraft(text=text, title="Orm")])
        answerer = Pipeline(corpus, RuleReader(), null_margin_calibration())
        answer = answerer.answer("how many people left Orm according to the army?")
        assert [claim.value for claim in answer.claims] == ["45"]
        refused = answerer.answer("how many people left Orm according to the union?")
        check_invariants(refused, corpus)
        assert refused.reason == "not_found"
        assert "the union" in refused.text


def test_dates_can_be_ignored(pipeline: Pipeline) -> None:
    answer = pipeline.answer("how many people fled Daraa in 2018?", ignore_dates=True)
    assert answer.answer == "38,000"
    assert answer.standalone_question == "how many people fled Daraa?"
    assert answer.asked_dates == ()


def test_a_weekday_alone_is_never_only_this_weeks(pipeline: Pipeline) -> None:
    answer = pipeline.answer("how many people fled Daraa on Tuesday?", today=TODAY)
    assert answer.answer == "38,000"
    assert [c.title for c in answer.citations] == ["Thousands flee", "A month on"]
    assert answer.asked_dates[0].from_day == date(2021, 8, 24)
    assert pipeline.answer("how many people fled Daraa yesterday?", today=TODAY).answer is None


def test_a_date_in_a_follow_up_is_asked_about(pipeline: Pipeline) -> None:
    turns = _turn(pipeline, QUESTIONS[0])
    answer = pipeline.answer("and in 2018?", conversation=turns, today=TODAY)
    assert [asked.text for asked in answer.asked_dates] == ["in 2018"]
    assert answer.reason == "not_found"


def test_counts_of_other_days_raise_no_doubt_about_the_day_asked_for(tmp_path: Path) -> None:
    told = (("Tuesday", "80", date(2021, 8, 24)), ("Thursday", "53", date(2021, 8, 26)))
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        corpus.add(
            ArticleDraft(text=f"On {day} {count} miners left Orsk.", published_at=published)
            for day, count, published in told
        )
        answerer = Pipeline(corpus, RuleReader(), calibration_on("rival_margin", 0.9))
        assert answerer.answer("How many miners left Orsk?").status == "no_answer"
        assert answerer.answer("How many miners left Orsk on 26 August 2021?").answer == "53"
