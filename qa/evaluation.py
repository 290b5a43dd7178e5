"""How good answers are on a question file: exact match, F1, refusals, confidence, recall.

Reading mode asks the reader each question on its own context. Open mode asks the whole
pipeline of a library. Scores are 0 to 100 as SQuAD's are; ece, auroc and recall 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from index.corpus import Corpus
from index.errors import InvalidQuestionError
from index.types import ArticleDraft, Hit
from qa.calibration import ReadingCalibration
from qa.doubts import doubts
from qa.metrics import auroc, exact_match, expected_calibration_error, f1
from qa.pipeline import Pipeline
from qa.question_files import Example
from qa.reader.base import Reader
from qa.serialize import Json
from qa.types import Answer

CALIBRATION_BINS = 15
RECALL_DEPTHS = (1, 5, 20)
UNFITTED = ReadingCalibration()


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was answered to one example.

    `answer` is empty for a refusal; `forced` is the best candidate even then, and
    `confidence` the probability that this candidate is right. `gold_rank` is the rank of the
    first hit that overlaps a right answer: None when none does, or where nothing is searched.
    `margin` is by how many logits the candidate beats "no answer" (reading mode).
    """

    example: Example
    answer: str
    forced: str
    confidence: float
    gold_rank: int | None = None
    is_searched: bool = False
    margin: float = 0.0

    def refused_under(self, null_threshold: float) -> Prediction:
        """The same prediction in reading mode with another null threshold."""
        answer = self.forced if self.margin > null_threshold else ""
        return replace(self, answer=answer)


def read_each(
    reader: Reader,
    examples: Iterable[Example],
    calibration: ReadingCalibration = UNFITTED,
) -> Iterator[Prediction]:
    """Ask the reader each question on its own context.

    It refuses when the best span does not beat the null score by the null threshold; what the
    context lacks of the question counts against it.
    """
    for example in examples:
        reading = reader.read(example.question, [example.context])[0]
        if not reading.spans:
            yield Prediction(example, "", "", 0.0, margin=-math.inf)
            continue
        best = reading.spans[0]
        forced = example.context[best.start : best.end]
        margin = calibration.margin(reading, doubts(example.question, example.context, best.start))
        found = Prediction(example, forced, forced, calibration.confidence(margin), margin=margin)
        yield found.refused_under(calibration.null_threshold)


def add_contexts(
    corpus: Corpus, examples: Iterable[Example], on_added: Callable[[int], None] = lambda _: None
) -> dict[str, str]:
    """Add every context once, as an article; return the article's id by context."""
    titles = {example.context: example.title for example in examples}
    added = 0

    def count(_: object) -> None:
        nonlocal added
        added += 1
        on_added(added)

    drafts = [ArticleDraft(text=context, title=title) for context, title in titles.items()]
    results = corpus.add(drafts, count)
    return {draft.text: result.id for draft, result in zip(drafts, results, strict=True)}


def ask_each(
    pipeline: Pipeline,
    corpus: Corpus,
    article_ids: Mapping[str, str],
    examples: Iterable[Example],
) -> Iterator[Prediction]:
    """Ask the whole pipeline each question; `article_ids` maps contexts to their articles."""
    for example in examples:
        try:
            answer = pipeline.answer(example.question, explain=True)
        except InvalidQuestionError:  # empty or too long: nobody gets an answer to it
            yield Prediction(example, "", "", 0.0)
            continue
        given = _in_full(answer)
        article_id = article_ids.get(example.context)
        hits = corpus.search(example.question, max(RECALL_DEPTHS)) if article_id else []
        yield Prediction(
            example,
            answer=given,
            forced=given or _best_candidate(answer),
            confidence=answer.confidence,
            gold_rank=_gold_rank(example, article_id, hits),
            is_searched=article_id is not None and example.is_answerable,
        )


def report(predictions: Sequence[Prediction]) -> Json:
    """Score predictions. A part that no question belongs to is null."""
    answerable = [p for p in predictions if p.example.is_answerable]
    others = [p for p in predictions if not p.example.is_answerable]
    searched = [p for p in predictions if p.is_searched]
    confidences = [p.confidence for p in predictions]
    correct = [
        p.example.is_answerable and bool(exact_match(p.forced, p.example.texts))
        for p in predictions
    ]
    scores: Json = {
        "questions": len(predictions),
        **_scores(predictions, forced=False),
        "forced": _scores(answerable, forced=True),
        "has_answer": _scores(answerable, forced=False),
        "no_answer": {"accuracy": _percent([not p.answer for p in others])},
        "ece": _rounded(expected_calibration_error(confidences, correct, CALIBRATION_BINS)),
        "auroc": _rounded(auroc(confidences, correct)) if 0 < sum(correct) < len(correct) else None,
    }
    if searched:
        scores["recall_at"] = {
            str(depth): _rounded(fmean((p.gold_rank or math.inf) <= depth for p in searched))
            for depth in RECALL_DEPTHS
        }
    return scores


def _scores(predictions: Sequence[Prediction], *, forced: bool) -> Json:
    answers = [(p.forced if forced else p.answer, p.example.texts) for p in predictions]
    return {
        "exact_match": _percent([exact_match(answer, golds) for answer, golds in answers]),
        "f1": _percent([f1(answer, golds) for answer, golds in answers]),
    }


def _in_full(answer: Answer) -> str:
    """What was answered, "" for a refusal; of a list in one sentence, from its first value to its
    last, as question files give lists: "Orsk, Velmar and Tolna"."""
    first = {citation.n: citation for citation in answer.citations}
    shown = [first[claim.citations[0]] for claim in answer.claims]
    if answer.kind != "list" or len({(c.article_id, c.start) for c in shown}) != 1:
        return answer.answer or ""
    start, end = min(c.answer_start for c in shown), max(c.answer_end for c in shown)
    return shown[0].quote[start - shown[0].start : end - shown[0].start]


def _best_candidate(answer: Answer) -> str:
    """The most probable span that was refused."""
    spans = [span for hit in answer.explain.hits for span in hit.spans] if answer.explain else []
    return max(spans, key=lambda span: (span.confidence, span.score)).text if spans else ""


def _gold_rank(example: Example, article_id: str | None, hits: Sequence[Hit]) -> int | None:
    """The rank of the first hit in the context's article that overlaps a right answer."""
    for hit in hits:
        passage = hit.passage
        if passage.article_id == article_id and any(
            gold.start < passage.end and passage.start < gold.start + len(gold.text)
            for gold in example.golds
            if gold.start >= 0
        ):
            return hit.rank
    return None


def _percent(values: Sequence[float]) -> float | None:
    return round(100 * fmean(float(value) for value in values), 2) if values else None


def _rounded(value: float) -> float | None:
    return round(value, 4) if math.isfinite(value) else None
