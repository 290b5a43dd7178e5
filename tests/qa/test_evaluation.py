"""Scores of an evaluation, as the arithmetic itself."""

from __future__ import annotations

import math

import pytest

from index.corpus import Corpus
from qa.calibration import ReadingCalibration
from qa.evaluation import Prediction, add_contexts, ask_each, read_each, report
from qa.pipeline import Pipeline
from qa.question_files import Example, Gold
from tests.fakes import RuleReader, null_margin_calibration

CONTEXT = "Some 4,200 people fled Ostrel. Mayor Ada Brandt asked for tents."
FLED = Example("How many people fled Ostrel?", CONTEXT, (Gold("4,200", 5),))
NOBODY = Example("How many penguins voted in Antarctica?", CONTEXT, ())


def test_scores_follow_the_official_definitions() -> None:
    predictions = [
        Prediction(FLED, "4,200", "4,200", 0.9),
        Prediction(FLED, "", "4,200", 0.4),
        Prediction(FLED, "4,200 people", "4,200 people", 0.8),
        Prediction(NOBODY, "", "4,200", 0.2),
        Prediction(NOBODY, "4,200", "4,200", 0.6),
    ]
    scores = report(predictions)
    assert scores["questions"] == 5
    assert scores["exact_match"] == 100 * 2 / 5
    two_thirds = 2 * (1 / 2) * 1 / (1 / 2 + 1)
    assert scores["f1"] == round(100 * (1 + 0 + two_thirds + 1 + 0) / 5, 2)
    assert scores["has_answer"]["exact_match"] == round(100 * 1 / 3, 2)
    assert scores["forced"]["exact_match"] == round(100 * 2 / 3, 2)
    assert scores["no_answer"] == {"accuracy": 100 * 1 / 2}
    assert "recall_at" not in scores
    # Right candidates: 0.9 and 0.4; wrong ones: 0.8, 0.2, 0.6. Pairs in order: 3 + 1 of 6.
    assert scores["auroc"] == round(4 / 6, 4)


def test_parts_without_questions_are_null() -> None:
    scores = report([Prediction(NOBODY, "", "", 0.0)])
    assert scores["forced"] == scores["has_answer"] == {"exact_match": None, "f1": None}
    assert scores["auroc"] is None
    assert scores["ece"] == 0


def test_recall_counts_ranks_of_searched_questions() -> None:
    ranks = [1, 3, 20, None]
    found = [Prediction(FLED, "", "", 0.1, rank, is_searched=True) for rank in ranks]
    scores = report([*found, Prediction(NOBODY, "", "", 0.1)])
    assert scores["recall_at"] == {"1": 1 / 4, "5": 2 / 4, "20": 3 / 4}


def test_reading_mode_refuses_below_the_threshold() -> None:
    read, refused = read_each(RuleReader(), [FLED, NOBODY])
    assert (read.answer, read.forced) == ("4,200", "4,200")
    assert refused.answer == ""
    assert refused.forced == "4,200"
    assert read.confidence == pytest.approx(1 / (1 + math.exp(-10)))
    [strict] = read_each(RuleReader(), [FLED], ReadingCalibration(null_threshold=99))
    assert strict.answer == ""


def test_a_context_without_spans_is_a_refusal() -> None:
    [nothing] = read_each(RuleReader(), [Example("How many?", "", ())])
    assert (nothing.answer, nothing.forced, nothing.confidence) == ("", "", 0)


def test_open_mode_finds_the_gold_passage(corpus: Corpus) -> None:
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration())
    told: list[int] = []
    other = Example("What sails?", "The ferry to Kalm sails again.", (Gold("ferry", 4),))
    ids = add_contexts(corpus, [FLED, NOBODY, other], told.append)
    assert told == [1, 2]
    assert corpus.article(ids[CONTEXT]).text == CONTEXT
    found, refused = ask_each(pipeline, corpus, ids, [FLED, NOBODY])
    assert (found.answer, found.gold_rank, found.is_searched) == ("4,200", 1, True)
    assert refused.answer == ""
    assert not refused.is_searched


def test_questions_of_other_libraries_have_no_recall(corpus: Corpus) -> None:
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration())
    [prediction] = ask_each(pipeline, corpus, {}, [FLED])
    assert not prediction.is_searched
    assert "recall_at" not in report([prediction])


def test_what_cannot_be_asked_counts_as_refused(corpus: Corpus) -> None:
    """An empty question in the file once ended the whole run."""
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration())
    ids = add_contexts(corpus, [FLED])
    empty, long = Example(" ", CONTEXT, ()), Example("who " * 5000, CONTEXT, FLED.golds)
    predictions = list(ask_each(pipeline, corpus, ids, [empty, long, FLED]))
    assert [one.answer for one in predictions] == ["", "", "4,200"]


def test_open_mode_scores_a_list_as_a_whole(corpus: Corpus) -> None:
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration())
    text = "Shells hit Orsk, Velmar and Tolna."
    which = Example("Which towns did shells hit?", text, (Gold("Orsk, Velmar and Tolna", 11),))
    ids = add_contexts(corpus, [which])
    [found] = ask_each(pipeline, corpus, ids, [which])
    assert found.answer == found.forced == "Orsk, Velmar and Tolna"


def test_a_list_of_two_sentences_is_scored_by_its_first_entry(corpus: Corpus) -> None:
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration())
    text = "Shells hit towns: Orsk. Shells hit towns: Velmar."
    which = Example("Which towns did shells hit?", text, (Gold("Orsk", 18),))
    [found] = ask_each(pipeline, corpus, add_contexts(corpus, [which]), [which])
    assert found.answer == "Orsk"
