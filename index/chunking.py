"""Sentences to passages: whole sentences, packed up to a limit, with overlap. Pure.

Does not know which tokenizer counts, nor about titles: the caller's limit leaves room.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from index.paragraphs import Span
from index.sentences import split_sentences

CountTokens = Callable[[Sequence[str]], list[int]]

# English text has 4 to 5 characters a word piece. A passage with more than this many is
# not prose: an encoded blob that the tokenizer reads as one unknown word, or a long gap.
CHARACTERS_PER_TOKEN = 16

_SPACE = re.compile(r"\s+")


def split_article(
    text: str, count_tokens: CountTokens, max_tokens: int, overlap_sentences: int
) -> list[Span]:
    """Split a text into passages of at most `max_tokens` word pieces each.

    Returns half-open spans in order that cover every non-space character; neighbours
    overlap by up to `overlap_sentences` sentences. A sentence over the limit is cut at
    word boundaries, a word over the limit between characters.
    """
    if max_tokens < 1 or overlap_sentences < 0:
        raise ValueError(f"no passages of {max_tokens} tokens, {overlap_sentences} shared")
    pieces, counts = _cut_long(text, split_sentences(text), count_tokens, max_tokens)
    limit = max_tokens
    while True:
        passages = chunk(pieces, counts, limit, overlap_sentences)
        if limit < 1:
            return passages
        # A joined text can count more than its parts: pack tighter until none is over.
        excess = max(_count(text, passages, count_tokens), default=0) - max_tokens
        if excess <= 0:
            return passages
        limit -= max(excess, 1 + limit // 8)


def chunk(
    sentences: Sequence[Span], token_counts: Sequence[int], max_tokens: int, overlap_sentences: int
) -> list[Span]:
    """Pack sentences greedily, in order, while their counts add up to `max_tokens`.

    Each passage starts with the last `overlap_sentences` of the one before it, as far as
    they leave room for a new sentence. A sentence over the limit stands alone.

    >>> chunk([(0, 5), (6, 9), (10, 14)], [4, 2, 4], 6, 1)
    [(0, 9), (6, 14)]
    """
    max_characters = CHARACTERS_PER_TOKEN * max_tokens
    passages: list[Span] = []
    first = following = 0
    while following < len(sentences):
        first = max(first, following - overlap_sentences)
        tokens = sum(token_counts[first : following + 1])
        while first < following and (
            tokens > max_tokens or sentences[following][1] - sentences[first][0] > max_characters
        ):
            tokens -= token_counts[first]
            first += 1
        following += 1
        while (
            following < len(sentences)
            and tokens + token_counts[following] <= max_tokens
            and sentences[following][1] - sentences[first][0] <= max_characters
        ):
            tokens += token_counts[following]
            following += 1
        passages.append((sentences[first][0], sentences[following - 1][1]))
    return passages


def _count(text: str, spans: Sequence[Span], count_tokens: CountTokens) -> list[int]:
    return count_tokens([text[start:end] for start, end in spans]) if spans else []


def _cut_long(
    text: str, spans: Sequence[Span], count_tokens: CountTokens, max_tokens: int
) -> tuple[Sequence[Span], list[int]]:
    """Cut what is over the limit until nothing is; return the pieces and their counts."""
    known: dict[Span, int] = {}
    while True:
        new = [span for span in spans if span not in known]
        known.update(zip(new, _count(text, new, count_tokens), strict=True))
        shares = [_shares(span, known[span], max_tokens) for span in spans]
        if all(share == 1 for share in shares):
            return spans, [known[span] for span in spans]
        spans = [
            part
            for span, share in zip(spans, shares, strict=True)
            for part in _cut_evenly(text, span, share)
        ]


def _shares(span: Span, tokens: int, max_tokens: int) -> int:
    """How many parts to cut a sentence into, 1 where it fits.

    Parts of less than half the limit, so that neighbouring passages can share one.
    """
    characters, max_characters = span[1] - span[0], CHARACTERS_PER_TOKEN * max_tokens
    if tokens <= max_tokens and characters <= max_characters:
        return 1
    halves = max(-(-2 * tokens // max_tokens), -(-2 * characters // max_characters))
    return min(1 + halves, characters)


def _cut_evenly(text: str, span: Span, shares: int) -> Iterator[Span]:
    """Cut at the word boundaries before `shares` even steps; a single word at the steps."""
    start, end = span
    if shares == 1:
        yield span
        return
    steps = [start + (end - start) * step // shares for step in range(1, shares)]
    gaps = [match.span() for match in _SPACE.finditer(text, start, end)]
    if not gaps:
        yield from pairwise([start, *steps, end])
        return
    for step in steps:
        gap = gaps[max(bisect_right(gaps, (step, end)) - 1, 0)]
        if gap[0] > start:
            yield start, gap[0]
            start = gap[1]
    yield start, end
