"""Windows: hand-computed stretches, and that every token of a text is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reader.windows import MAX_QUESTION_TOKENS, Template, make_windows, stretches

BERT = Template(before=(101,), between=(102,), after=(102,), types=(0, 0, 0, 1, 1))
ROBERTA = Template(before=(0,), between=(2, 2), after=(2,), types=(0, 0, 0, 0, 0))


@pytest.mark.parametrize(
    ("total", "room", "stride", "expected"),
    [
        (0, 6, 2, []),
        (1, 6, 2, [(0, 1)]),
        (6, 6, 2, [(0, 6)]),
        (7, 6, 2, [(0, 6), (6 - 2, 7)]),
        (10, 6, 2, [(0, 6), (6 - 2, 10)]),
        (11, 6, 2, [(0, 6), (4, 10), (8, 11)]),
        (10, 6, 0, [(0, 6), (6, 10)]),
        (8, 4, 9, [(0, 4), (2, 6), (4, 8)]),  # a stride beyond the room counts as half of it
        (3, 1, 1, [(0, 1), (1, 2), (2, 3)]),
    ],
)
def test_stretches(total: int, room: int, stride: int, expected: list[tuple[int, int]]) -> None:
    assert stretches(total, room, stride) == expected


def test_a_bert_window_token_by_token() -> None:
    (window,) = make_windows([11, 12], [21, 22, 23], BERT, max_window_tokens=384, stride=128)
    assert window.token_ids == (101, 11, 12, 102, 21, 22, 23, 102)
    assert window.token_types == (0, 0, 0, 0, 1, 1, 1, 1)
    assert (window.context_start, window.first, window.count) == (4, 0, 3)


def test_a_roberta_window_has_two_separators() -> None:
    (window,) = make_windows([11], [21], ROBERTA, max_window_tokens=384, stride=128)
    assert window.token_ids == (0, 11, 2, 2, 21, 2)
    assert window.token_types == (0,) * 6


def test_a_lead_stands_before_the_text_of_every_window() -> None:
    windows = make_windows([11], [21, 22, 23, 24], BERT, 8, stride=0, lead_ids=[31])
    assert [w.token_ids for w in windows] == [
        (101, 11, 102, 31, 21, 22, 23, 102),
        (101, 11, 102, 31, 24, 102),
    ]
    assert windows[0].token_types == (0, 0, 0, 1, 1, 1, 1, 1)
    assert [(w.context_start, w.first, w.count) for w in windows] == [(4, 0, 3), (4, 3, 1)]


def test_a_lead_that_leaves_too_little_room_is_left_out() -> None:
    (window,) = make_windows([11], [21, 22], BERT, 8, stride=0, lead_ids=[31, 32])
    assert window.token_ids == (101, 11, 102, 21, 22, 102)


def test_no_text_gives_no_windows() -> None:
    assert make_windows([11], [], BERT, max_window_tokens=384, stride=128) == []


def test_a_long_question_keeps_its_head() -> None:
    question = list(range(1000, 6000))
    (window,) = make_windows(question, [7], BERT, max_window_tokens=384, stride=128)
    assert window.token_ids[1:-3] == tuple(question[:MAX_QUESTION_TOKENS])
    small = make_windows(question, [7], BERT, max_window_tokens=23, stride=2)
    assert small[0].token_ids == (101, *question[: (23 - 3) // 2], 102, 7, 102)


def test_a_window_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="4 word pieces"):
        make_windows([11], [21], BERT, max_window_tokens=4, stride=0)


@given(
    question=st.integers(0, 100),
    text=st.integers(0, 400),
    longest=st.integers(5, 60),
    stride=st.integers(0, 80),
    template=st.sampled_from([BERT, ROBERTA]),
)
def test_windows_cover_the_text_and_fit(
    question: int, text: int, longest: int, stride: int, template: Template
) -> None:
    text_ids = [10_000 + at for at in range(text)]
    longest = max(longest, template.special_tokens + 2)
    windows = make_windows(list(range(500, 500 + question)), text_ids, template, longest, stride)
    covered: set[int] = set()
    for window in windows:
        assert len(window.token_ids) == len(window.token_types) <= longest
        inside = window.token_ids[window.context_start : window.context_start + window.count]
        assert list(inside) == text_ids[window.first : window.first + window.count]
        covered.update(inside)
    assert covered == set(text_ids)
