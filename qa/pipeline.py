"""Question to answer. READ THIS FIRST.

    question → standalone question   qa.followups
             → dates asked about     qa.dating
             → passages              qa.retrieval, index.corpus: full text and vectors, fused
             → spans                 qa.reader
             → evidence, confidence  qa.evidence, qa.calibration
             → that of those days    qa.dating
             → claims, citations     qa.claims
             → words                 qa.wording

Every shell (page, JSON, events, command line) consumes the same stages. Knows no file, no HTTP
and no clock; corpus, reader, calibration and the day of asking are passed in.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Literal

from index.corpus import Corpus
from index.errors import ArticleNotFoundError
from index.types import Filters, Hit
from qa import evidence
from qa.answers import answered, explained, no_answer
from qa.asking import checked, unusual_names
from qa.calibration import Calibration
from qa.claims import NOTHING, Asserted, assert_claims
from qa.config import QaConfig
from qa.counting import with_noun
from qa.dates import without_dates
from qa.dating import Asked, Dated, of_the_days, read_dates
from qa.evidence import Evidence, Judged
from qa.followups import Standalone, about_claim, standalone
from qa.misfit import split_misfits
from qa.questions import COUNTING, Question, understand
from qa.reader.base import Reader
from qa.recall import recall
from qa.retrieval import search
from qa.telling import telling
from qa.types import Answer, Claim, Explanation, Reading, Reason, Timing, Turn
from qa.wording import (
    word_about_claim,
    word_answer,
    word_no_answer,
    word_no_subject,
    word_other_time,
    word_unsaid,
)

NO_FILTERS = Filters()
# Passages read between two reports of progress: few, and enough to keep all cores busy.
READ_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of answering: hits; passages read and their number; claims; the answer."""

    name: Literal["passages", "reading", "claims", "done"]
    data: tuple[Hit, ...] | tuple[int, int] | tuple[Claim, ...] | Answer


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question on its way: as typed, standing alone, understood, its dates, how to search."""

    question: str
    understood: Question
    dates: Asked
    top_k: int
    filters: Filters

    @property
    def standalone(self) -> str:
        return self.understood.text


class Pipeline:
    """Answers questions from one corpus with one reader. Safe to use from several threads."""

    def __init__(
        self,
        corpus: Corpus,
        reader: Reader,
        calibration: Calibration,
        config: QaConfig = QaConfig(),
    ) -> None:
        self._corpus = corpus
        self._reader = reader
        self._calibration = calibration
        self._config = config

    def answer(
        self,
        question: str,
        *,
        top_k: int | None = None,
        filters: Filters = NO_FILTERS,
        explain: bool = False,
        conversation: Sequence[Turn] = (),
        today: date | None = None,
        ignore_dates: bool = False,
    ) -> Answer:
        """Answer a question; earlier turns, oldest first, complete a follow-up.

        "Last week" is counted from `today`; without it such words are not resolved. With
        `ignore_dates` the question is asked without its dates. Raises InvalidQuestionError.
        Finding nothing is an answer, not an error.
        """
        stages = self.stages(
            question,
            top_k=top_k,
            filters=filters,
            explain=explain,
            conversation=conversation,
            today=today,
            ignore_dates=ignore_dates,
        )
        answers = [stage.data for stage in stages if isinstance(stage.data, Answer)]
        return answers[-1]

    def stages(
        self,
        question: str,
        *,
        top_k: int | None = None,
        filters: Filters = NO_FILTERS,
        explain: bool = False,
        conversation: Sequence[Turn] = (),
        today: date | None = None,
        ignore_dates: bool = False,
    ) -> Iterator[Stage]:
        """Answer in steps; the last is `done` with the answer. Arguments as for `answer`."""
        started = time.perf_counter()
        typed = checked(question, self._config.max_question_characters)
        generation = self._corpus.catch_up()
        completed = self._completed(typed, conversation, filters)
        top_k = top_k or self._config.top_k
        asked = _asked(typed, completed.question, top_k, filters, today, ignore_dates)
        if completed.wants and (answer := self._recalled(asked, completed, conversation[-1])):
            now = time.perf_counter()
            timing = _timing(started, now, now)
            yield Stage("done", replace(answer, generation=generation, timing_ms=timing))
            return
        window = asked.dates.window()
        hits = search(self._corpus, asked.standalone, asked.top_k, filters, window)
        yield Stage("passages", tuple(hits))
        retrieved = time.perf_counter()
        readings: list[Reading] = []
        for part in _parts(hits, READ_AT_ONCE):
            readings += self._reader.read(with_noun(asked.standalone), [hit.text for hit in part])
            yield Stage("reading", (len(readings), len(hits)))
        read = time.perf_counter()
        judged = self._judge(asked, hits, readings)
        dated = self._of_the_days(asked, judged)
        unmentioned = self._unmentioned(asked)
        asserted = NOTHING if unmentioned else self._assert(asked, dated.judged)
        yield Stage("claims", asserted.claims)
        answer = self._worded(asked, judged, dated, asserted, unmentioned)
        yield Stage(
            "done",
            replace(
                answer,
                generation=generation,
                timing_ms=_timing(started, retrieved, read),
                explain=self._explain(hits, readings, judged, answer) if explain else None,
            ),
        )

    def _completed(self, typed: str, conversation: Sequence[Turn], filters: Filters) -> Standalone:
        """The question as one that stands alone, names written as passages about it write them.

        What the last claim answers ("who said so?") needs no search.
        """
        if not conversation:
            return standalone(typed, conversation)
        if about := about_claim(typed, conversation):
            return about
        query = f"{conversation[-1].answer.standalone_question} {typed}"
        hits = self._corpus.search(query, self._config.top_k, filters)
        return standalone(typed, conversation, [hit.text for hit in hits])

    def _judge(
        self, asked: _Asked, hits: Sequence[Hit], readings: Sequence[Reading]
    ) -> list[Judged]:
        """Every span found, the most likely right one first."""
        asks, asked_for = telling(asked.understood, self._corpus), asked.understood
        found = [
            piece
            for piece in evidence.gather(asks, hits, readings)
            if not evidence.continues_name(piece, asked_for.names)
        ]
        split = split_misfits(asked_for, found)
        fitting = split.fitting
        if split.misfits and asked_for.kind in COUNTING:
            # Other persons are what a question is mostly mistaken about: they keep their doubt.
            fitting = evidence.among([*fitting, *split.possible])[: len(fitting)]
        ruled_out = [Judged(piece, 0.0) for piece in (*split.misfits, *split.possible)]
        return [*self._judged(fitting), *ruled_out]

    def _of_the_days(self, asked: _Asked, judged: Sequence[Judged]) -> Dated:
        """What may be of the days asked about; counts of other days raise no doubt about these."""
        dated = of_the_days(asked.dates, judged, self._calibration.threshold)
        if not asked.dates.counts or len(dated.judged) == len(judged):
            return dated
        kept = [one.evidence for one in dated.judged if one.confidence > 0.0]
        return replace(dated, judged=tuple(self._judged(evidence.among(kept))))

    def _judged(self, pieces: Sequence[Evidence]) -> list[Judged]:
        """Pieces with their confidence, highest first."""
        judged = [Judged(piece, self._calibration.confidence(piece.features)) for piece in pieces]
        return sorted(judged, key=lambda one: -one.confidence)

    def _assert(self, asked: _Asked, judged: Sequence[Judged]) -> Asserted:
        if not asked.understood.content_words:
            return NOTHING
        threshold, max_claims = self._calibration.threshold, self._config.max_claims
        return assert_claims(asked.understood, judged, threshold, max_claims)

    def _recalled(self, asked: _Asked, completed: Standalone, last: Turn) -> Answer | None:
        """Answer "who said so?" from the last turn; None when its article is gone."""
        wants, claims = completed.wants, last.answer.claims
        if wants is None or not claims:
            return None
        claim = claims[completed.claim]
        cited = next(c for c in last.answer.citations if c.n == claim.citations[0])
        try:
            article = self._corpus.article(cited.article_id, cited.version)
        except ArticleNotFoundError:
            return None
        asserted = recall(wants, claim, cited, article)
        words = word_about_claim(wants, asserted.claims[0], asserted.citations)
        return answered(asked.question, asked.standalone, asserted, words)

    def _unmentioned(self, asked: _Asked) -> tuple[str, ...]:
        """The question's names that no article mentions, not even spelt a little otherwise."""
        names = unusual_names(asked.understood.names, self._corpus.word_pieces)
        unknown = self._corpus.unknown_words(names)
        return tuple(name for name in unknown if not self._corpus.is_misspelt(name))

    def _worded(
        self,
        asked: _Asked,
        judged: Sequence[Judged],
        dated: Dated,
        asserted: Asserted,
        unmentioned: tuple[str, ...],
    ) -> Answer:
        if asserted.claims:
            words = word_answer(
                asserted.kind,
                asserted.claims,
                asserted.citations,
                asked.understood,
                asserted.current,
            )
            day = asserted.citations[0].published_at if dated.in_own_time else None
            answer = answered(asked.question, asked.standalone, asserted, words)
            return replace(answer, asked_dates=asked.dates.shown(day))
        best = dated.judged[0].confidence if dated.judged else 0.0
        reason = self._reason(asked, judged, unmentioned)
        words = word_no_answer(reason, asked.filters, unmentioned)
        is_of_other_time = (
            best
            < self._calibration.threshold
            <= max((one.confidence for one in judged), default=0.0)
        )
        if not asked.understood.content_words and judged:
            best, reason, words = 0.0, "not_found", word_no_subject()
        elif asserted.unsaid_by:
            best, reason, words = 0.0, "not_found", word_unsaid(asserted.unsaid_by)
        elif is_of_other_time and not unmentioned:
            reason, words = "not_found", word_other_time(asked.dates.shown())
        answer = no_answer(asked.question, asked.standalone, reason, words, judged, best)
        return replace(answer, asked_dates=asked.dates.shown())

    def _reason(
        self, asked: _Asked, judged: Sequence[Judged], unmentioned: Sequence[str]
    ) -> Reason:
        if judged:
            return "not_found" if unmentioned else "low_confidence"
        if not self._corpus.matching_passages(NO_FILTERS):
            return "library_empty"
        if asked.filters and not self._corpus.matching_passages(asked.filters):
            return "filtered_out"
        return "not_found"

    def _explain(
        self,
        hits: Sequence[Hit],
        readings: Sequence[Reading],
        judged: Sequence[Judged],
        answer: Answer,
    ) -> Explanation:
        return explained(hits, readings, judged, self._calibration.threshold, answer)


def _asked(
    typed: str,
    question: str,
    top_k: int,
    filters: Filters,
    today: date | None,
    ignore_dates: bool,
) -> _Asked:
    """Understand a question that stands alone; without its dates where they are ignored."""
    understood = understand(question)
    dates = read_dates(
        understood.text,
        today,
        counts=understood.kind in COUNTING,
        by_publication=not (filters.published_after or filters.published_before),
    )
    if ignore_dates and dates:
        bare = without_dates(understood.text, dates.dates)
        return _Asked(typed, understand(bare), Asked(bare), top_k, filters)
    return _Asked(typed, understood, dates, top_k, filters)


def _timing(started: float, retrieved: float, read: float) -> Timing:
    now = time.perf_counter()
    return Timing(1e3 * (retrieved - started), 1e3 * (read - retrieved), 1e3 * (now - started))


def _parts(hits: Sequence[Hit], size: int) -> Iterator[list[Hit]]:
    rest = iter(hits)
    while part := list(islice(rest, size)):
        yield part
