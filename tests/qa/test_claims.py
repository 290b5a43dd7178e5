"""What is asserted and cited of judged evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.claims import assert_claims
from qa.evidence import Judged
from qa.questions import understand
from tests.qa.test_companions import judged_span

TOLD = "Orsia brokered the truce, a monitor said."


def _judged(text: str, article_id: str, confidence: float, coverage: float) -> Judged:
    judged = judged_span(text, "Orsia", article_id, confidence)
    features = replace(judged.evidence.features, sentence_coverage=coverage)
    return Judged(replace(judged.evidence, features=features), confidence)


@pytest.mark.parametrize(
    ("confidence", "coverage", "cited"), [(0.05, 0.0, 1), (0.05, 0.3, 2), (0.4, 0.0, 2)]
)
def test_an_unlikely_passage_without_a_word_of_the_question_is_not_cited(
    confidence: float, coverage: float, cited: int
) -> None:
    judged = [
        _judged(TOLD, "a1", 0.7, 0.9),
        _judged("The army came back with help from Orsia.", "a2", confidence, coverage),
    ]
    asserted = assert_claims(understand("Who brokered the truce?"), judged, 0.2, 5)
    [claim] = asserted.claims
    assert (len(asserted.citations), claim.independent_sources) == (cited, cited)
