"""Evidence: offsets, margins and coverage, computed by hand."""

from __future__ import annotations

import math
from dataclasses import fields, replace

import pytest

from index.types import Article, Hit, Passage
from qa.calibration import Calibration
from qa.evidence import (
    NO_RIVAL,
    Evidence,
    Features,
    Telling,
    continues_name,
    gather,
    sentence_around,
)
from qa.types import Reading, Span
from tests.fakes import NO_FEATURES

TEXT = "Rain fell. Some 53 people left Orm, one group said. Others say 45 left."
ARTICLE = Article("a1", 1, "Orm", TEXT, "0" * 64)
OTHER = Article("a2", 1, "Again", "In all 53 left.", "1" * 64)


def _hit(article: Article, start: int, end: int, rank: int, dense: float | None) -> Hit:
    passage = Passage(rank, article.id, 1, start, end)
    return Hit(passage, article, 1.0 / rank, rank, None, dense)


def _span(passage_start: int, text: str, value: str, score: float) -> Span:
    at = text.index(value) - passage_start
    return Span(at, at + len(value), score)


HITS = [
    _hit(ARTICLE, 0, 51, 1, 0.6),
    _hit(ARTICLE, 11, len(TEXT), 2, None),
    _hit(OTHER, 0, 15, 3, 0.2),
]
READINGS = [
    Reading((_span(0, TEXT, "53", 5.0),), 1.0),
    Reading((_span(11, TEXT, "53", 6.0), _span(11, TEXT, "45", 4.0)), 2.0),
    Reading((_span(0, OTHER.text, "53", 3.0),), 0.0),
]

NONE = Telling((), (), {})


def _named(*names: str) -> Telling:
    return Telling(names, tuple(n for n in names if n == "Zorblatt"), {})


def test_spans_become_article_offsets_and_a_place_counts_once() -> None:
    found = gather(NONE, HITS, READINGS)
    assert [(e.hit.article.id, e.value, e.features.score) for e in found] == [
        ("a1", "53", 6.0),
        ("a1", "45", 4.0),
        ("a2", "53", 3.0),
    ]
    assert found[0].quote == "Some 53 people left Orm, one group said."


def test_a_pronoun_is_no_evidence_and_no_rival() -> None:
    text = "He fled."
    hit = _hit(Article("a3", 1, "", text, "2" * 64), 0, len(text), 1, 0.5)
    reading = Reading((_span(0, text, "He", 9.0), _span(0, text, "fled", 1.0)), 0.0)
    [found] = gather(NONE, [hit], [reading])
    assert (found.value, found.features.rival_margin) == ("fled", NO_RIVAL)


@pytest.mark.parametrize("name", ["US", "WHO", "Nobody"])
def test_a_name_in_capitals_and_nobody_are_evidence(name: str) -> None:
    text = f"{name} left the pact."
    hit = _hit(Article("a3", 1, "", text, "2" * 64), 0, len(text), 1, 0.5)
    [found] = gather(NONE, [hit], [Reading((_span(0, text, name, 9.0),), 0.0)])
    assert found.value == name


def test_the_rank_of_the_passage_counts_as_its_logarithm() -> None:
    ranks = {e.hit.rank: e.features.rank for e in gather(NONE, HITS, READINGS)}
    assert ranks == {2: math.log(2), 3: math.log(3)}


def test_margins_are_differences_of_scores() -> None:
    first, second, third = gather(NONE, HITS, READINGS)
    assert first.features.null_margin == 6.0 - 2.0
    assert first.features.rival_margin == 6.0 - 4.0
    assert second.features.rival_margin == 4.0 - 6.0
    assert third.features.null_margin == 3.0 - 0.0
    alone = gather(NONE, HITS[:1], READINGS[:1])[0]
    assert alone.features.rival_margin == NO_RIVAL


def test_agreement_counts_other_articles() -> None:
    first, second, _ = gather(NONE, HITS, READINGS)
    assert first.features.agreement == math.log2(1 + 1)
    assert second.features.agreement == 0.0


def test_a_span_has_its_share_of_all_belief() -> None:
    first, second, third = gather(NONE, HITS, READINGS)
    total = math.exp(6.0) + math.exp(4.0) + math.exp(3.0)
    assert first.features.share == pytest.approx(math.log(math.exp(6.0) / total))
    assert math.exp(second.features.share) == pytest.approx(math.exp(4.0) / total)
    assert third.features.share < second.features.share


def test_the_form_of_the_value_counts() -> None:
    text = "Ana Roos of Orm came late."
    [name] = gather(
        Telling((), (), {}, is_explaining=True),
        [_hit(Article("a", 1, "T", text, "0" * 64), 0, len(text), 1, 0.5)],
        [Reading((Span(0, 15, 1.0),), 0.0)],
    )
    assert name.features.length == math.log2(1 + 4)
    assert (name.features.is_name, name.features.has_figure) == (1.0, 0.0)
    assert name.features.is_explaining == 1.0
    figure = gather(NONE, HITS, READINGS)[0].features
    assert (figure.is_name, figure.has_figure, figure.is_explaining) == (0.0, 1.0, 0.0)


def test_a_question_for_a_number_takes_figures_alone_and_rivals_are_figures() -> None:
    text = "A second group of 45 rebels left Orm."
    hit = _hit(Article("a", 1, "T", text, "0" * 64), 0, len(text), 1, 0.5)
    reading = Reading((_span(0, text, "A second group", 9.0), _span(0, text, "45", 6.0)), 0.0)
    [found] = gather(Telling((), (), {}, wants_figure=True), [hit], [reading])
    assert found.value == "45"
    assert found.features.rival_margin == NO_RIVAL
    assert len(gather(NONE, [hit], [reading])) == 2


def test_coverage_is_the_share_of_word_weight() -> None:
    weights = {"orm": 3.0, "rain": 1.0, "zebra": 4.0}
    first = gather(Telling((), (), weights), HITS, READINGS)[0]
    assert first.features.coverage == (3.0) / 8.0  # the second passage starts after the rain
    assert first.features.article_coverage == (3.0 + 1.0) / 8.0


def test_names_are_looked_for_in_the_passage_and_in_the_article() -> None:
    first = gather(_named(*["Rain", "Orm", "Zorblatt", "1999"]), HITS, READINGS)[0].features
    assert first.names_missing == 3 / 4  # the second passage starts after the rain
    assert first.names_absent == 2 / 4
    assert first.is_name_absent == 1.0
    assert first.names_unknown == 1 / 4


def test_a_name_is_found_in_another_inflection() -> None:
    assert gather(_named(*["peoples"]), HITS, READINGS)[0].features.names_absent == 0.0


def test_a_passage_that_dense_search_missed_is_as_far_as_the_farthest() -> None:
    found = gather(NONE, HITS, READINGS)
    assert found[0].features.dense == 0.2


def test_a_span_over_two_sentences_quotes_both() -> None:
    sentences = [(0, 10), (11, 20), (21, 30)]
    assert sentence_around(sentences, 12, 15) == (11, 20)
    assert sentence_around(sentences, 8, 13) == (0, 20)
    assert sentence_around(sentences, 20, 22) == (11, 30)


def test_confidence_is_a_logistic_of_standardised_features() -> None:
    count = len(fields(Features))
    weights = (2.0,) + (0.0,) * (count - 1)
    means = (1.0,) + (0.0,) * (count - 1)
    scales = (4.0,) + (1.0,) * (count - 1)
    calibration = Calibration(weights, means, scales, -0.5, 0.3)
    features = replace(NO_FEATURES, score=9.0)
    wanted = 1 / (1 + math.exp(-(-0.5 + 2.0 * (9.0 - 1.0) / 4.0)))
    assert calibration.confidence(features) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("text", "value", "continues"),
    [
        ("Shells fell on Daraa al-Balad.", "al-Balad", True),
        ("In Daraa, Ana Ruiz is mayor.", "Ana Ruiz", False),
        ("They say 45 left Daraa again.", "again", False),
        ("From Daraa 53 people left.", "53", False),
    ],
)
def test_the_rest_of_a_name_in_the_question_is_no_answer(
    text: str, value: str, continues: bool
) -> None:
    article = Article("a", 1, "T", text, "0" * 64)
    hit, start = _hit(article, 0, len(text), 1, 0.5), text.index(value)
    piece = Evidence(hit, start, start + len(value), (0, len(text)), NO_FEATURES)
    assert continues_name(piece, ["Daraa"]) is continues


def test_spans_of_articles_without_the_rare_name_are_no_evidence_and_no_rivals() -> None:
    asks = Telling((), (), {}, "", ("Others",))
    found = gather(asks, HITS, READINGS)
    assert {e.hit.article.id for e in found} == {"a1"}
    assert found[0].features.rival_margin == 6.0 - 4.0
    assert gather(Telling((), (), {}, "", ("Zorblatt",)), HITS, READINGS) == []
