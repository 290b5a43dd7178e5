"""Scores of windows to the best spans of a text (pure).

    score(i, j) = start[i] + end[j]     for i <= j < i + max_answer_tokens, text tokens only
    null_score  = min over windows of start[0] + end[0]     (the usage of SQuAD 2.0)

No span runs over a blank line. Spans are taken greedily; each is fitted to whole words and
keeps everything that shares a token with it from being taken again, in its own window or a
neighbouring one. Knows nothing of models, questions or what a good score is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.reader.boundaries import Range, units, whole_words
from qa.reader.windows import Window
from qa.types import Reading, Span

Logits = NDArray[np.float32]
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Spans that are nothing but punctuation are passed over; a text of nothing else must end.
MAX_PASSED_OVER = 20


@dataclass(frozen=True, slots=True)
class ScoredWindow:
    """A window with its logits, `(tokens of the window,)` each."""

    window: Window
    start_logits: Logits
    end_logits: Logits

    @property
    def null_score(self) -> float:
        """The score of "no answer" in this window: that of its first token."""
        return float(self.start_logits[0]) + float(self.end_logits[0])


@dataclass(slots=True)
class _Candidates:
    """Span scores of one window: row i, column d is text tokens `[first + i, first + i + d]`."""

    scores: NDArray[np.float64]
    first: int

    def forbid(self, low: int, high: int) -> None:
        """Rule out every span that shares a token with `[low, high]`, in text tokens."""
        starts = self.first + np.arange(self.scores.shape[0])[:, None]
        ends = starts + np.arange(self.scores.shape[1])[None, :]
        self.scores[(starts <= high) & (ends >= low)] = -np.inf


def decode(
    text: str,
    offsets: Sequence[Range],
    windows: Sequence[ScoredWindow],
    max_spans: int,
    max_answer_tokens: int,
) -> Reading:
    """Find up to `max_spans` spans, best first, none overlapping.

    `offsets` are the characters `[start, end)` of each token of the text. Ties go to the
    earlier window, then the earlier start, then the shorter span. Without windows there
    are no spans and the null score is 0.
    """
    if not windows:
        return Reading((), 0.0)
    words = units(text)
    paragraphs = _paragraphs(text, offsets)
    candidates = [_candidates(scored, paragraphs, max_answer_tokens) for scored in windows]
    spans: list[Span] = []
    for _ in range(max_spans + MAX_PASSED_OVER):
        best = _best(candidates)
        if best is None or len(spans) == max_spans:
            break
        score, low, high = best
        start, end = whole_words(text, offsets[low][0], offsets[high][1], words)
        if start < end:
            spans.append(Span(start, end, score))
        low, high = _tokens_of(offsets, start, end, low, high)
        for window in candidates:
            window.forbid(low, high)
    return Reading(tuple(spans), min(scored.null_score for scored in windows))


def _paragraphs(text: str, offsets: Sequence[Range]) -> NDArray[np.int64]:
    """The number of the paragraph of each token; blank lines part them."""
    breaks = [found.start() for found in _BLANK_LINE.finditer(text)]
    return np.searchsorted(np.array(breaks), [start for start, _ in offsets])


def _candidates(
    scored: ScoredWindow, paragraphs: NDArray[np.int64], max_answer_tokens: int
) -> _Candidates:
    window = scored.window
    stop = window.context_start + window.count
    starts = scored.start_logits[window.context_start : stop].astype(np.float64)
    ends = scored.end_logits[window.context_start : stop].astype(np.float64)
    length = min(max_answer_tokens, window.count)
    beyond = np.full(length - 1, -np.inf)
    reach = np.lib.stride_tricks.sliding_window_view(np.concatenate([ends, beyond]), length)
    scores = starts[:, None] + reach
    inside = paragraphs[window.first : window.first + window.count]
    if inside.size and inside[0] != inside[-1]:
        last = np.minimum(np.arange(inside.size)[:, None] + np.arange(length), inside.size - 1)
        scores[inside[last] != inside[:, None]] = -np.inf
    return _Candidates(scores, window.first)


def _best(candidates: Sequence[_Candidates]) -> tuple[float, int, int] | None:
    """The best span left: score, first and last token of the text."""
    best: tuple[float, int, int] | None = None
    for window in candidates:
        row, column = divmod(int(window.scores.argmax()), window.scores.shape[1])
        score = float(window.scores[row, column])
        if score > (best[0] if best else -np.inf):
            best = (score, window.first + row, window.first + row + column)
    return best


def _tokens_of(
    offsets: Sequence[Range], start: int, end: int, low: int, high: int
) -> tuple[int, int]:
    """Widen tokens `[low, high]` to all that lie in the characters `[start, end)`."""
    while low > 0 and offsets[low - 1][1] > start:
        low -= 1
    while high + 1 < len(offsets) and offsets[high + 1][0] < end:
        high += 1
    return low, high
