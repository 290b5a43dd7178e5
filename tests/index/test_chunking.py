"""Passages: limits, coverage and overlap; with counters that are and are not additive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from index.chunking import CHARACTERS_PER_TOKEN, CountTokens, chunk, split_article
from index.embedding.minilm import unlimited, weights_folder
from index.sentences import split_sentences


def count_words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def count_letters(texts: Sequence[str]) -> list[int]:
    return [len(re.findall(r"\S", text)) for text in texts]


def count_joins(texts: Sequence[str]) -> list[int]:
    """A tokenizer whose joined texts count more than their parts."""
    return [len(text.split()) + len(text) // 10 for text in texts]


@pytest.fixture(scope="module")
def count_word_pieces() -> CountTokens:
    tokenizer = unlimited(Tokenizer.from_file(str(weights_folder() / "tokenizer.json")))
    return lambda texts: [
        len(encoding.ids) for encoding in tokenizer.encode_batch(texts, add_special_tokens=False)
    ]


COUNTERS = (count_words, count_letters, count_joins)


def test_packs_greedily_with_overlap() -> None:
    spans = [(0, 5), (6, 9), (10, 14), (15, 20)]
    # 4+2 fits 6; then 2+4 with one shared sentence; then 4 leaves no room for 3 more.
    assert chunk(spans, [4, 2, 4, 3], 6, 1) == [(0, 9), (6, 14), (15, 20)]
    assert chunk(spans, [4, 2, 4, 3], 6, 0) == [(0, 9), (10, 14), (15, 20)]
    assert chunk(spans, [1, 1, 1, 1], 2, 5) == [(0, 9), (6, 14), (10, 20)]
    assert chunk([], [], 6, 1) == []


def test_a_sentence_over_the_limit_stands_alone() -> None:
    assert chunk([(0, 5), (6, 9), (10, 14)], [1, 9, 1], 6, 1) == [(0, 5), (6, 9), (10, 14)]


def test_a_long_sentence_is_cut_at_words() -> None:
    text = " ".join(f"w{number}" for number in range(100))
    passages = split_article(text, count_words, 10, 0)
    assert all(len(text[start:end].split()) <= 10 for start, end in passages)
    assert " ".join(text[start:end] for start, end in passages) == text


def test_parts_of_a_long_sentence_overlap_too() -> None:
    text = " ".join(f"w{number:03}" for number in range(200))
    passages = split_article(text, count_words, 40, 1)
    assert all(after[0] < before[1] for before, after in pairwise(passages))


def test_a_long_word_is_cut_at_characters() -> None:
    passages = split_article("x" * 100, count_letters, 10, 0)
    assert all(end - start <= 10 for start, end in passages)
    assert passages[0][0] == 0
    assert passages[-1][1] == 100


def test_a_word_that_fits_is_not_cut() -> None:
    long_word = "y" * 9
    text = f"{'a ' * 30}{long_word} {'b ' * 30}"
    assert any(long_word in text[s:e] for s, e in split_article(text, count_letters, 10, 0))


def test_one_token_of_endless_characters_is_cut(count_word_pieces: CountTokens) -> None:
    text = "x" * 10_000  # the tokenizer reads it as one unknown word
    assert count_word_pieces([text]) == [1]
    limit = 20 * CHARACTERS_PER_TOKEN
    assert all(end - start <= limit for start, end in split_article(text, count_word_pieces, 20, 1))


def test_rejects_impossible_limits() -> None:
    with pytest.raises(ValueError, match="no passages"):
        split_article("One.", count_words, 0, 1)


TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(["One.", "two", "Three!", "\n\n", "x" * 40, "É", "漢字", "said.Homs", "  "])
    ).map(" ".join),
)


@given(TEXTS, st.integers(2, 30), st.integers(0, 3), st.sampled_from(COUNTERS))
def test_passages_keep_the_limit_and_cover_the_text(
    text: str, limit: int, overlap: int, count: CountTokens
) -> None:
    check_passages(text, split_article(text, count, limit, overlap), count, limit)


@given(TEXTS, st.integers(4, 40), st.integers(0, 3))
def test_word_pieces_keep_the_limit(
    count_word_pieces: CountTokens, text: str, limit: int, overlap: int
) -> None:
    passages = split_article(text, count_word_pieces, limit, overlap)
    check_passages(text, passages, count_word_pieces, limit)


@given(TEXTS, st.integers(0, 3))
def test_sentences_that_fit_stay_whole(text: str, overlap: int) -> None:
    sentences = split_sentences(text)
    starts, ends = {start for start, _ in sentences}, {end for _, end in sentences}
    for start, end in split_article(text, count_words, 1000, overlap):
        assert start in starts
        assert end in ends


def check_passages(
    text: str, passages: list[tuple[int, int]], count: CountTokens, limit: int
) -> None:
    tokens = count([text[start:end] for start, end in passages])
    for (start, end), number in zip(passages, tokens, strict=True):
        assert 0 <= start < end <= len(text)
        assert number <= limit or end - start == 1
        assert end - start <= limit * CHARACTERS_PER_TOKEN
    for before, after in pairwise(passages):
        assert before[0] < after[0]
        assert before[1] < after[1]
    covered = 0
    for start, end in passages:
        assert text[covered:start].strip() == ""
        covered = max(covered, end)
    assert text[covered:].strip() == ""
