"""Evidence completed to statements: the bare value, its figure or date, who said it and when.

Pure. Works on the likeliest evidence only; whether statements agree is `qa.grouping`'s business.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from index.sentences import split_sentences
from index.types import Article
from qa.attribution import Attribution, Attributor
from qa.dates import DateMention, date_at, find_dates
from qa.dates.attaching import fact_date
from qa.enumerations import enumerated
from qa.evidence import Evidence, Judged
from qa.grouping import Candidate
from qa.names import word_stem
from qa.normalize import asked_unit, parse_quantity, quantity_at
from qa.normalize.names import same_name
from qa.questions import COUNTING, Question
from qa.types import DateRange, Quantity

_QUOTES_AND_STOPS = ' \t\n"“”‘’«».,;:'
# A quotation mark that ends a quotation, or begins one; straight marks by what is beside them.
_CLOSING = re.compile(r"(?<=\w[,.!?])[\"”»]|(?<=\w)[\"”»](?!\w)")
_OPENING = re.compile(r"[“«]|(?<!\S)\"")
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?\s?m\b|\b\d{1,2}:\d{2}\b|\b(?:noon|midnight|dawn|dusk)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"\b\w\.\w\Z")  # the stop of "a.m." belongs to it
_ASKS_DAY = re.compile(r"\b(?:year|day|date|month|week)\b", re.IGNORECASE)
_ASKS_HOW_OFTEN = re.compile(r"\bhow often\b", re.IGNORECASE)  # "every five years"
SAYING_REACH = 4  # sentences between where a speaker is named and what was said
# Articles whose sentences are remembered between answers: some twenty answers' worth.
REMEMBERED_ARTICLES = 128
READ_ARTICLES = 32  # whose attributors are kept, with the words of the sentences that they read


@dataclass(frozen=True, slots=True)
class Statement:
    """A value `[start, end)` of an article, with what the article says around it.

    `is_date` also holds for a date that cannot be resolved, as `value_date` then is None.
    """

    judged: Judged
    start: int
    end: int
    quantity: Quantity | None
    value_date: DateRange | None
    fact_date: DateRange | None
    said_by: Attribution | None
    said_on: DateMention | None
    is_date: bool = False

    @property
    def article(self) -> Article:
        return self.judged.evidence.hit.article

    @property
    def value(self) -> str:
        return self.article.text[self.start : self.end]

    @property
    def sentence(self) -> tuple[int, int]:
        return self.judged.evidence.sentence

    @property
    def said_day(self) -> date | None:
        """The day it was said, where the article's words name a single one."""
        day = self.said_on.range if self.said_on else None
        return day.start if day and day.start == day.end else None

    def candidate(self) -> Candidate:
        """The statement as grouping takes it."""
        article, piece = self.article, self.judged.evidence
        return Candidate(
            value=self.value,
            article_id=article.id,
            start=self.start,
            end=self.end,
            sentence=piece.quote,
            sentence_start=piece.sentence[0],
            confidence=self.judged.confidence,
            score=piece.features.score,
            quantity=self.quantity,
            value_date=self.value_date,
            fact_date=self.fact_date,
            speaker=self.said_by.speaker if self.said_by else None,
            speaker_written=self.said_by.written if self.said_by else None,
            said_on=self.said_day,
            published_at=article.published_at,
            signature=article.signature,
        )


class Completer:
    """Completes evidence for one question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._asked = asked_unit(question.text)

    def statements(self, judged: Sequence[Judged]) -> list[Statement]:
        """Complete evidence, in the order given; values of another type than asked are left out.

        "When" takes dates and times of day only, "how many" figures only.
        """
        places: dict[tuple[str, int, int], Judged] = {}
        for one in map(self._with_saying, judged):
            for start, end in self._values(one):
                places.setdefault((one.evidence.hit.article.id, start, end), one)
        completed = [self.complete(one, place[1:]) for place, one in places.items()]
        return [statement for statement in completed if self._is_of_type(statement)]

    def _with_saying(self, judged: Judged) -> Judged:
        """Where a speaker is asked for, the evidence up to the sentence with what was said.

        "Jo Pell came on Friday. “It is too early to tell,” she said": the speaker's sentence alone
        does not show it. A sentence near by counts that has more of the question's words and is
        said by the same.
        """
        if self._question.kind != "who_said":
            return judged
        piece = judged.evidence
        article, (left, right) = piece.hit.article, piece.sentence
        sentences = sentences_of(article.text)
        own = bisect_right(sentences, (piece.start, len(article.text))) - 1
        near = sentences[max(0, own - SAYING_REACH) : own + SAYING_REACH + 1]
        start, end = max(near, key=lambda one: self._asked_words(article, *one))
        if self._asked_words(article, left, right) >= self._asked_words(article, start, end):
            return judged
        by = attributor_of(article.text).attribute(start, start + 1)
        if by is None or not same_name(by.speaker, piece.value):
            return judged
        shown = (min(start, left), max(end, right))
        return replace(judged, evidence=replace(piece, sentence=shown))

    def _asked_words(self, article: Article, start: int, end: int) -> int:
        """How many of the question's words stand in `[start, end)` of the article."""
        folded = article.text[start:end].casefold()
        return sum(word_stem(word) in folded for word in self._question.content_words)

    def _is_of_type(self, statement: Statement) -> bool:
        if self._question.wants == "sentence":
            return True
        if self._question.kind == "when":
            return statement.is_date or self._is_hour(statement)
        return self._question.kind != "how_many" or statement.quantity is not None

    def _is_hour(self, statement: Statement) -> bool:
        """Whether the value is a time of day, and the question does not ask for a day."""
        if _ASKS_DAY.search(self._question.text):
            return False
        after = statement.end + len(" a.m")  # "10.40" may have been cut from "10.40 a.m."
        return _CLOCK.search(statement.article.text, statement.start, after) is not None

    def _values(self, judged: Judged) -> list[tuple[int, int]]:
        """The value's place; where a list is asked for, that of every entry, and that of each day
        in "28 May to 3 June" where an event was moved."""
        start, end = self._value(judged)
        piece = judged.evidence
        left = piece.sentence[0]
        if self._question.kind == "when":
            return _days_within(piece, start, end) or [(start, end)]
        if self._question.wants != "list":
            return [(start, end)]
        entries = enumerated(piece.quote, start - left, end - left, self._question.text)
        return [(left + a, left + b) for a, b in entries]

    def complete(self, judged: Judged, span: tuple[int, int]) -> Statement:
        """Complete one piece of evidence, its value standing at `span` of the article."""
        article, (start, end) = judged.evidence.hit.article, span
        day = article.published_at
        said_by = self._said_by(article, start, end, judged.evidence.sentence)
        when = said_by.when if said_by else None
        stated = date_at(article.text, start, end, day)
        fact = fact_date(article.text, start, end, day, when, judged.evidence.sentence)
        return Statement(
            judged,
            start,
            end,
            parse_quantity(article.text, start, end, self._asked),
            stated.range if stated else None,
            fact.range if fact else None,
            said_by,
            date_at(article.text, *when, day) if when else None,
            stated is not None,
        )

    def _said_by(
        self, article: Article, start: int, end: int, sentence: tuple[int, int]
    ) -> Attribution | None:
        """Who says the value; where a speaker is asked for, the value may be the one who says
        the rest of its sentence, and where a day is, the day on which somebody says it."""
        attributor = attributor_of(article.text)
        if self._question.kind == "when":
            rest = attributor.attribute(sentence[1] - 2, sentence[1] - 1)
            if rest and rest.when and rest.when[0] < end and start < rest.when[1]:
                return rest
        if self._question.kind == "who_said":
            for at in (sentence[1] - 2, sentence[0]):
                rest = attributor.attribute(at, at + 1)
                if rest and rest.start < end and start < rest.end:
                    return rest
        return attributor.attribute(start, end)

    def _value(self, judged: Judged) -> tuple[int, int]:
        """The value without quotation marks around it; of a counted answer, the figure alone; of
        what is settled or told by a whole sentence, that."""
        piece = judged.evidence
        if self._question.kind in ("yes_no", "what_happened"):
            return piece.sentence
        text, start, end = piece.hit.article.text, piece.start, piece.end
        if self._question.kind in COUNTING and not _ASKS_HOW_OFTEN.search(self._question.text):
            left = piece.sentence[0]
            figure = quantity_at(piece.quote, start - left, end - left, self._asked)
            if figure:
                return left + figure.start, left + figure.end
        return _bare(text, start, end)


@lru_cache(maxsize=REMEMBERED_ARTICLES)
def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentence spans of an article, remembered: follow-ups come back to the same articles."""
    return tuple(split_sentences(text))


@lru_cache(maxsize=READ_ARTICLES)
def attributor_of(text: str) -> Attributor:
    """The attributor of an article, with what it has read of it so far."""
    return Attributor(text, sentences_of(text))


def _days_within(piece: Evidence, start: int, end: int) -> list[tuple[int, int]]:
    """The places of several dates in a value that are not one interval."""
    left = piece.sentence[0]
    found = find_dates(piece.quote, piece.hit.article.published_at)
    days = [(left + one.start, left + one.end) for one in found]
    within = [day for day in days if start <= day[0] and day[1] <= end]
    return within if len(within) > 1 else []


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The value without marks around it, cut where a quotation that it began inside of ends."""
    value = text[start:end]
    if (closing := _CLOSING.search(value)) and not _OPENING.search(value[: closing.start()]):
        value = value[: closing.start()]
    bare = value.strip(_QUOTES_AND_STOPS)
    if not bare:
        return start, end
    start = text.index(bare, start)
    end = start + len(bare)
    return start, end + bool(_LETTERS.search(bare) and text[end : end + 1] == ".")
