"""Scores of windows to the best spans of a text (pure).

    raw(i, j)   = start[i] + end[j]     for i <= j < i + max_answer_tokens, text tokens only
    score       = raw + what the form of the span adds (`qa.reader.forms`)
    null_score  = min over windows of start[0] + end[0]     (the usage of SQuAD 2.0)

No span runs over a blank line. Places are taken greedily by raw score, each with the spans of
nearly its raw score that share a token with it; all are fitted to whole words. Of these the best
by score are kept, none overlapping. Knows nothing of models, questions or what a good score is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.reader.boundaries import Range, units, whole_words
from qa.reader.windows import Window
from qa.types import Reading, Span

Logits = NDArray[np.float32]
SpanScore = Callable[[int, int], float]
Tokens = tuple[int, int]
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# Spans that are nothing but punctuation are passed over; a text of nothing else must end.
MAX_PASSED_OVER = 20
# The spans of one place that are compared by their form: so many, so little below its best.
VARIANTS = 6
VARIANT_MARGIN = 3.0  # logits


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

    def sharing(self, low: int, high: int) -> NDArray[np.bool_]:
        """Which spans share a token with `[low, high]`, in text tokens."""
        starts = self.first + np.arange(self.scores.shape[0])[:, None]
        ends = starts + np.arange(self.scores.shape[1])[None, :]
        found: NDArray[np.bool_] = (starts <= high) & (ends >= low)
        return found

    def forbid(self, low: int, high: int) -> None:
        """Rule out every span that shares a token with `[low, high]`, in text tokens."""
        self.scores[self.sharing(low, high)] = -np.inf

    def span(self, at: int) -> Tokens:
        """The first and last token of the text of the span at a flat index of the scores."""
        row, column = divmod(at, self.scores.shape[1])
        return self.first + row, self.first + row + column


def decode(
    text: str,
    offsets: Sequence[Range],
    windows: Sequence[ScoredWindow],
    max_spans: int,
    max_answer_tokens: int,
    form: SpanScore = lambda start, end: 0.0,
) -> Reading:
    """Find up to `max_spans` spans, best first, none overlapping.

    `offsets` are the characters `[start, end)` of each token of the text; `form` tells what the
    form of a span adds to its score. Ties go to the earlier window, then the earlier start,
    then the shorter span. Without windows there are no spans and the null score is 0.
    """
    raw = nominate(text, offsets, windows, max_spans, max_answer_tokens)
    scores = {(start, end): score + form(start, end) for (start, end), score in raw.items()}
    null_score = min((scored.null_score for scored in windows), default=0.0)
    return Reading(_best_apart(scores, max_spans), null_score)


def nominate(
    text: str,
    offsets: Sequence[Range],
    windows: Sequence[ScoredWindow],
    max_places: int,
    max_answer_tokens: int,
) -> dict[Range, float]:
    """The spans to choose from, `[start, end)` in characters, with their raw scores.

    The best spans of up to `max_places` places, the better place first.
    """
    words = units(text)
    paragraphs = _paragraphs(text, offsets)
    candidates = [_candidates(scored, paragraphs, max_answer_tokens) for scored in windows]
    found: dict[Range, float] = {}
    places = 0
    for _ in range(max_places + MAX_PASSED_OVER):
        best = _best(candidates)
        if best is None or places == max_places:
            break
        _, low, high = best
        start, end = whole_words(text, offsets[low][0], offsets[high][1], words)
        if start < end:
            places += 1
            for raw, first, last in _variants(candidates, best):
                span = whole_words(text, offsets[first][0], offsets[last][1], words)
                if span[0] < span[1]:
                    found.setdefault(span, raw)
        low, high = _tokens_of(offsets, start, end, low, high)
        for window in candidates:
            window.forbid(low, high)
    return found


def _variants(
    candidates: Sequence[_Candidates], best: tuple[float, int, int]
) -> list[tuple[float, int, int]]:
    """The best span and the best that share a token with it: raw score, first and last token."""
    raw, low, high = best
    found = []
    for window in candidates:
        scores = np.where(window.sharing(low, high), window.scores, -np.inf).ravel()
        top = np.argpartition(-scores, min(VARIANTS, scores.size - 1))[:VARIANTS]
        found += [
            (float(scores[at]), *window.span(int(at)))
            for at in top
            if scores[at] >= raw - VARIANT_MARGIN
        ]
    ordered = sorted(found, key=lambda v: (-v[0], v[1], v[2]))
    return [best, *(variant for variant in ordered if variant != best)][:VARIANTS]


def _best_apart(found: Mapping[Range, float], max_spans: int) -> tuple[Span, ...]:
    """The best spans by score of which no two overlap, best first."""
    spans: list[Span] = []
    for (start, end), score in sorted(found.items(), key=lambda item: -item[1]):
        if len(spans) == max_spans:
            break
        if all(end <= other.start or other.end <= start for other in spans):
            spans.append(Span(start, end, score))
    return tuple(spans)


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
        at = int(window.scores.argmax())
        score = float(window.scores.flat[at])
        if score > (best[0] if best else -np.inf):
            best = (score, *window.span(at))
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
