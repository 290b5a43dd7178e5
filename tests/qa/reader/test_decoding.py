"""Span decoding: hand-computed scores, overlap, windows, ties."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader.boundaries import Range
from qa.reader.decoding import ScoredWindow, decode, nominate
from qa.reader.windows import Template, Window, make_windows
from qa.types import Reading

BERT = Template(before=(101,), between=(102,), after=(102,), types=(0, 0, 0, 1, 1))
TEXT = "Ada saw nine boats leave Kalm"
QUESTION = [5, 6]
HEAD = 1 + len(QUESTION) + 1  # [CLS], the question, [SEP]
LOW = -50.0


def offsets_of(text: str) -> list[Range]:
    """One token a word."""
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return spans


def window_of(count: int, first: int = 0) -> Window:
    (window,) = make_windows(QUESTION, list(range(count)), BERT, count + HEAD + 1, 0)
    return Window(window.token_ids, window.token_types, window.context_start, first, count)


def scored(
    starts: dict[int, float],
    ends: dict[int, float],
    count: int = 6,
    first: int = 0,
    null: tuple[float, float] = (0.0, 0.0),
) -> ScoredWindow:
    """A window whose logits are LOW but where a text token (from 0 in the window) is named."""
    start_logits = np.full(HEAD + count + 1, LOW, dtype=np.float32)
    end_logits = start_logits.copy()
    start_logits[0], end_logits[0] = null
    for token, value in starts.items():
        start_logits[HEAD + token] = value
    for token, value in ends.items():
        end_logits[HEAD + token] = value
    return ScoredWindow(window_of(count, first), start_logits, end_logits)


def texts(reading: Reading, text: str = TEXT) -> list[str]:
    return [text[span.start : span.end] for span in reading.spans]


def test_a_span_scores_start_plus_end() -> None:
    window = scored({2: 3.0}, {3: 1.5})
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans=1, max_answer_tokens=30)
    assert texts(reading) == ["nine boats"]
    assert reading.spans[0].score == 3.0 + 1.5


def test_the_null_score_is_the_least_over_windows() -> None:
    windows = [scored({}, {}, null=(1.0, 2.0)), scored({}, {}, null=(-0.5, 0.25))]
    reading = decode(TEXT, offsets_of(TEXT), windows, max_spans=1, max_answer_tokens=30)
    assert reading.null_score == min(1.0 + 2.0, -0.5 + 0.25)


def test_an_end_before_its_start_is_no_span() -> None:
    window = scored({4: 9.0}, {1: 9.0, 4: 0.0})
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans=1, max_answer_tokens=30)
    assert texts(reading) == ["leave"]
    assert reading.spans[0].score == 9.0 + 0.0


def test_answers_keep_to_their_length() -> None:
    window = scored({0: 9.0}, {1: 1.0, 5: 9.0})
    short = decode(TEXT, offsets_of(TEXT), [window], max_spans=1, max_answer_tokens=3)
    assert texts(short) == ["Ada saw"]
    long = decode(TEXT, offsets_of(TEXT), [window], max_spans=1, max_answer_tokens=6)
    assert texts(long) == [TEXT]


def test_no_span_runs_over_a_blank_line() -> None:
    text = "Ada saw nine\n \nboats leave\nKalm"
    window = scored({1: 9.0, 3: 2.0}, {2: 1.0, 5: 9.0})
    reading = decode(text, offsets_of(text), [window], max_spans=2, max_answer_tokens=6)
    assert texts(reading, text) == ["boats leave\nKalm", "saw nine"]
    assert [span.score for span in reading.spans] == [2.0 + 9.0, 9.0 + 1.0]


def test_only_text_tokens_are_answers() -> None:
    window = scored({1: 1.0}, {1: 1.0})
    for at in (*range(HEAD), HEAD + 6):  # [CLS], question, both [SEP]
        window.start_logits[at] = window.end_logits[at] = 99.0
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans=9, max_answer_tokens=30)
    assert texts(reading)[0] == "saw"
    assert reading.null_score == 99.0 + 99.0


def test_overlapping_spans_are_suppressed() -> None:
    # "nine boats" 8, "boats" 7.5 and "nine boats leave" 7 overlap it; "Kalm" 2 does not.
    window = scored({2: 4.0, 3: 3.5, 5: 1.0}, {3: 4.0, 4: 3.0, 5: 1.0})
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans=2, max_answer_tokens=3)
    assert texts(reading) == ["nine boats", "Kalm"]
    assert [span.score for span in reading.spans] == [8.0, 2.0]


def test_the_same_span_in_two_windows_is_one_with_the_better_score() -> None:
    # Token 3 of the text is token 0 of the second window.
    windows = [
        scored({3: 2.0}, {3: 2.0}, count=4, first=0),
        scored({0: 2.5, 2: 1.0}, {0: 2.5, 2: 1.0}, count=3, first=3),
    ]
    reading = decode(TEXT, offsets_of(TEXT), windows, max_spans=2, max_answer_tokens=30)
    assert texts(reading) == ["boats", "Kalm"]
    assert [span.score for span in reading.spans] == [5.0, 2.0]


def test_one_value_in_two_places_is_two_spans() -> None:
    text = "nine left and nine stayed"
    window = scored({0: 2.0, 3: 1.0}, {0: 2.0, 3: 1.0}, count=5)
    reading = decode(text, offsets_of(text), [window], max_spans=2, max_answer_tokens=30)
    assert [(span.start, span.end) for span in reading.spans] == [(0, 4), (14, 18)]


def test_ties_go_to_the_earlier_then_the_shorter() -> None:
    window = scored({1: 1.0, 4: 1.0}, {1: 1.0, 2: 1.0, 4: 1.0})
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans=2, max_answer_tokens=30)
    assert texts(reading) == ["saw", "leave"]


def test_pieces_grow_to_the_word_and_are_not_given_twice() -> None:
    text = "Some 38,000 left"
    pieces = [(0, 4), (5, 7), (7, 8), (8, 11), (12, 16)]
    window = scored({1: 5.0, 3: 4.0}, {1: 5.0, 3: 4.0, 4: 3.0}, count=5)
    reading = decode(text, pieces, [window], max_spans=3, max_answer_tokens=1)
    assert texts(reading, text)[0] == "38,000"
    assert "38,000" not in texts(reading, text)[1:]


def test_punctuation_alone_is_passed_over() -> None:
    text = ", rain ."
    window = scored({0: 9.0, 1: 1.0, 2: 8.0}, {0: 9.0, 1: 1.0, 2: 8.0}, count=3)
    reading = decode(text, offsets_of(text), [window], max_spans=2, max_answer_tokens=1)
    assert texts(reading, text) == ["rain"]


def test_nothing_but_punctuation_gives_no_spans() -> None:
    text = "... " * 100
    window = scored({}, {}, count=100)
    reading = decode(text, offsets_of(text), [window], max_spans=5, max_answer_tokens=1)
    assert reading.spans == ()


def test_no_windows_give_no_spans() -> None:
    assert decode("", [], [], max_spans=5, max_answer_tokens=30) == Reading((), 0.0)


logit = st.sampled_from([-3.0, -1.5, 0.0, 0.5, 2.0, 4.0])


@given(
    starts=st.lists(logit, min_size=6, max_size=6),
    ends=st.lists(logit, min_size=6, max_size=6),
    longest=st.integers(1, 7),
    max_spans=st.integers(1, 8),
)
def test_decoding_agrees_with_trying_every_span(
    starts: list[float], ends: list[float], longest: int, max_spans: int
) -> None:
    window = scored(dict(enumerate(starts)), dict(enumerate(ends)))
    reading = decode(TEXT, offsets_of(TEXT), [window], max_spans, longest)
    assert [(s.start, s.end, s.score) for s in reading.spans] == by_hand(
        starts, ends, longest, max_spans
    )


def by_hand(
    starts: list[float], ends: list[float], longest: int, max_spans: int
) -> list[tuple[int, int, float]]:
    """Every span in order of score, start, length; taken when it overlaps none before."""
    pairs = [(i, j) for i, j in itertools.product(range(6), repeat=2) if i <= j < i + longest]
    pairs.sort(key=lambda pair: (-(starts[pair[0]] + ends[pair[1]]), pair))
    taken: list[tuple[int, int]] = []
    for low, high in pairs:
        if len(taken) < max_spans and all(high < a or b < low for a, b in taken):
            taken.append((low, high))
    offsets = offsets_of(TEXT)
    return [(offsets[a][0], offsets[b][1], starts[a] + ends[b]) for a, b in taken]


@given(st.data(), st.integers(1, 40), st.integers(5, 30), st.integers(0, 10))
def test_spans_of_many_windows_are_ordered_and_apart(
    data: st.DataObject, count: int, longest: int, stride: int
) -> None:
    text = " ".join(data.draw(st.sampled_from(["ab", "3", "“x", "y”", ","])) for _ in range(count))
    windows = [
        ScoredWindow(window, *_random_logits(data, len(window.token_ids)))
        for window in make_windows(QUESTION, list(range(count)), BERT, longest + 4, stride)
    ]
    reading = decode(text, offsets_of(text), windows, max_spans=5, max_answer_tokens=4)
    assert len(reading.spans) <= 5
    scores = [span.score for span in reading.spans]
    assert scores == sorted(scores, reverse=True)
    for one, other in itertools.combinations(reading.spans, 2):
        assert one.end <= other.start or other.end <= one.start
    assert reading.null_score == pytest.approx(min(w.null_score for w in windows))


def _random_logits(data: st.DataObject, size: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(data.draw(st.integers(0, 10_000)))
    pair = rng.normal(size=(2, size)).astype(np.float32)
    return pair[0], pair[1]


def test_the_form_of_a_span_adds_to_its_score() -> None:
    window = scored({2: 3.0, 3: 2.0}, {3: 2.0, 5: 3.0})
    arguments = (TEXT, offsets_of(TEXT), [window], 1, 6)
    assert texts(decode(*arguments)) == ["nine boats leave Kalm"]
    reading = decode(*arguments, form=lambda start, end: -0.3 * (end - start))
    assert texts(reading) == ["boats"]
    assert reading.spans[0].score == pytest.approx(4.0 - 0.3 * len("boats"))


def test_of_spans_that_share_a_word_one_is_kept_and_the_next_place_follows() -> None:
    window = scored({0: 4.0, 2: 6.0, 5: 3.0}, {0: 4.0, 3: 6.0, 5: 3.0})
    reading = decode(TEXT, offsets_of(TEXT), [window], 3, 2, form=lambda start, end: 0.0)
    assert texts(reading) == ["nine boats", "Ada", "Kalm"]


def test_nominated_are_the_best_places_and_what_overlaps_them() -> None:
    window = scored({0: 1.0, 2: 6.0}, {0: 1.0, 2: 4.0, 3: 6.0})
    found = nominate(TEXT, offsets_of(TEXT), [window], max_places=2, max_answer_tokens=6)
    named = {TEXT[start:end]: raw for (start, end), raw in found.items()}
    assert named == {"nine boats": 12.0, "nine": 10.0, "Ada": 2.0}
