"""Lay an article out for the rules: paragraphs, their quotations, and units.

A unit is one sentence, or the sentences that one quotation runs over. Everything is worked out
on demand, near the value, and kept while one article is asked about.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.attribution.quotes import Quotation, find_quotations
from qa.attribution.tokens import Token, tokenise

Span = tuple[int, int]

# Longest stretch read at once, in characters: text without paragraphs stays affordable.
MAX_PARAGRAPH = 6_000
MAX_UNIT = 3_000
MAX_SENTENCE = 1_200


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the article with its tokens; `first` and `last` number its sentences."""

    text: str
    start: int
    end: int
    first: int
    last: int
    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        return self.start, self.end

    def quote_at(self, at: int) -> Token | None:
        """Return the quotation that offset `at` lies in."""
        for token in self.tokens:
            if token.start <= at < token.end:
                return token if token.kind == "quote" else None
        return None


def _bounded(sentences: Sequence[Span]) -> Iterator[Span]:
    """Cut what is too long for a sentence, so that no unit grows with the article."""
    for start, end in sentences:
        while end - start > MAX_SENTENCE:
            yield start, start + MAX_SENTENCE
            start += MAX_SENTENCE
        yield start, end


class Layout:
    """The units of one article. Holds what it has worked out, which two threads at once may work
    out twice, and alike."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        is_long = any(end - start > MAX_SENTENCE for start, end in sentences)
        self.sentences = list(_bounded(sentences)) if is_long else list(sentences)
        self._starts = [start for start, _ in self.sentences]
        self._paragraphs: dict[Span, list[Quotation]] = {}
        self._units: dict[int, Unit] = {}

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence that holds offset `at`, or of the one before."""
        return max(0, bisect_right(self._starts, at) - 1)

    def unit(self, number: int) -> Unit:
        """Return the unit that holds sentence `number`."""
        if number not in self._units:  # another sentence of the unit may build a larger one
            self._units[number] = self._build(number)
        return self._units[number]

    def unit_before(self, unit: Unit) -> Unit | None:
        return self.unit(unit.first - 1) if unit.first > 0 else None

    def unit_after(self, unit: Unit) -> Unit | None:
        return self.unit(unit.last + 1) if unit.last + 1 < len(self.sentences) else None

    def paragraph(self, at: int) -> Span:
        """Return the paragraph around `at`, at most `MAX_PARAGRAPH` to each side."""
        start = self.text.rfind("\n", max(0, at - MAX_PARAGRAPH), at) + 1
        if start == 0 and at > MAX_PARAGRAPH:
            start = self.sentences[self.sentence_at(at - MAX_PARAGRAPH)][0]
        end = self.text.find("\n", at, at + MAX_PARAGRAPH)
        return start, end if end >= 0 else min(len(self.text), at + MAX_PARAGRAPH)

    def quotations(self, paragraph: Span) -> list[Quotation]:
        if paragraph not in self._paragraphs:
            self._paragraphs[paragraph] = find_quotations(self.text, *paragraph)
        return self._paragraphs[paragraph]

    def _build(self, number: int) -> Unit:
        first = last = number
        paragraph = self.paragraph(self.sentences[number][0])
        quotations = self.quotations(paragraph)
        floor, ceiling = paragraph
        for quotation in reversed(quotations):
            start = self.sentences[first][0]
            if quotation.start < start < quotation.end and start - quotation.start < MAX_UNIT:
                first = self.sentence_at(quotation.start)
        for quotation in quotations:
            end = self.sentences[last][1]
            if quotation.start < end < quotation.end and quotation.end - end < MAX_UNIT:
                last = self.sentence_at(quotation.end - 1)
        start = max(floor, self.sentences[first][0])
        end = min(max(ceiling, self.sentences[number][1]), self.sentences[last][1])
        tokens = tuple(tokenise(self.text, start, end, quotations))
        return Unit(self.text, start, end, first, last, tokens)
