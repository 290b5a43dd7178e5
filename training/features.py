"""Groups to windows with their targets, drawn anew in every epoch.

    group → question as typed, text cropped or joined with its neighbours, title in front
          → windows that hold an answer, and windows that hold none

All windows of one draw are read together: `training.loss` compares their scores. The windows
are made by the same code as in serving. Knows no models.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.sentences import split_sentences
from qa.reader.windowed import template_of
from qa.reader.windows import Template, Window, make_windows
from training.groups import Group
from training.sources import Draws
from training.typed import as_typed
from training.unanswerable import NAME, Asked, Pool, make_unanswerable

Ids = NDArray[np.int32]
Tokens = tuple[Sequence[int], Sequence[tuple[int, int]]]
NO_ANSWER = 0  # the target of a window without an answer: its first token


@dataclass(frozen=True, slots=True)
class Feature:
    """One window: token ids and types `(tokens,)`, the target's first and last token, and
    where its text's tokens begin and end, `[first, stop)`."""

    ids: Ids
    types: Ids
    start: int
    end: int
    first: int
    stop: int

    @property
    def has_answer(self) -> bool:
        return self.start != NO_ANSWER


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text with the characters `[start, end)` that answer, None where nothing does."""

    question: str
    title: str
    text: str
    answer: tuple[int, int] | None


class FeatureMaker:
    """Draws windows of groups. Deterministic for a seed of `rng`."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        pool: Pool,
        max_window_tokens: int = 384,
        stride: int = 128,
    ) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._template: Template = template_of(tokenizer)
        self._pool = pool
        self._longest, self._stride = max_window_tokens, stride
        self._encoded: dict[str, Tokens] = {}

    def draw(self, group: Group, rng: random.Random, draws: Draws) -> list[list[Feature]]:
        """Windows of one draw: lists whose scores are compared with each other."""
        question = as_typed(group.question, rng)
        if not group.answers:
            title = _title(group.text, group.title, rng, draws)
            return [list(self._features(_Passage(question, title, group.text, None)))]
        read = [self._positive(group, question, _chosen(group, rng), rng, draws)]
        if group.negatives and rng.random() < draws.hard_negative:
            # The nearest is the hardest; the others now and then.
            at = min(int(rng.expovariate(1.0)), len(group.negatives) - 1)
            text = group.negatives[at]
            read.append(_Passage(question, _title(text, "", rng, draws), text, None))
        found = [[f for passage in read for f in self._features(passage)]]
        if rng.random() < draws.rule_made and (made := self._rule_made(group, rng, draws)):
            found.append(list(self._features(made)))
        return [features for features in found if features]

    def _positive(
        self,
        group: Group,
        question: str,
        answer: tuple[int, int],
        rng: random.Random,
        draws: Draws,
    ) -> _Passage:
        text, title = group.text, _title(group.text, group.title, rng, draws)
        if group.before or group.after:
            if rng.random() < draws.joined:
                text, answer = _joined(group, answer, rng)
        elif rng.random() < draws.cropped:
            text, answer = _cropped(text, answer, rng)
        return _Passage(question, title, text, answer)

    def _rule_made(self, group: Group, rng: random.Random, draws: Draws) -> _Passage | None:
        answers = tuple({group.text[a.start : a.end] for a in group.answers})
        made = make_unanswerable(Asked(group.question, group.text, answers), self._pool, rng)
        if not made:
            return None
        title = _title(made[1], group.title, rng, draws)
        return _Passage(as_typed(made[0], rng), title, made[1], None)

    def _features(self, passage: _Passage) -> Iterator[Feature]:
        ids, offsets = self._tokens_of(passage.text)
        windows = make_windows(
            self._tokenizer.encode(passage.question, add_special_tokens=False).ids,
            ids,
            self._template,
            self._longest,
            self._stride,
            self._lead(passage.title),
        )
        tokens = _tokens(offsets, passage.answer) if passage.answer else None
        for window in windows:
            yield _feature(window, tokens)

    def _lead(self, title: str) -> Sequence[int]:
        """The tokens of a title as they stand before a text; none for no title."""
        lead = f"{title} :" if title else ""
        ids: list[int] = self._tokenizer.encode(lead, add_special_tokens=False).ids
        return ids

    def _tokens_of(self, text: str) -> Tokens:
        """Ids and offsets of a text; most texts are drawn many times."""
        if text not in self._encoded:
            encoding = self._tokenizer.encode(text, add_special_tokens=False)
            self._encoded[text] = (encoding.ids, encoding.offsets)
        return self._encoded[text]


def _chosen(group: Group, rng: random.Random) -> tuple[int, int]:
    """One answer, as often as annotators gave it."""
    answer = rng.choices(group.answers, [a.votes for a in group.answers])[0]
    return answer.start, answer.end


def _cropped(text: str, answer: tuple[int, int], rng: random.Random) -> tuple[str, tuple[int, int]]:
    """Some sentences in a row, with the whole answer."""
    spans = split_sentences(text)
    holding = [n for n, (start, end) in enumerate(spans) if start < answer[1] and answer[0] < end]
    first = rng.randint(0, holding[0])
    last = rng.randint(holding[-1], len(spans) - 1)
    start = min(spans[first][0], answer[0])
    stop = max(spans[last][1], answer[1])
    return text[start:stop], (answer[0] - start, answer[1] - start)


def _joined(
    group: Group, answer: tuple[int, int], rng: random.Random
) -> tuple[str, tuple[int, int]]:
    """The sentence among some of its neighbours."""
    before = group.before[len(group.before) - rng.randint(0, len(group.before)) :]
    after = group.after[: rng.randint(0, len(group.after))]
    lead = "".join(f"{sentence} " for sentence in before)
    text = " ".join([lead + group.text, *after])
    return text, (answer[0] + len(lead), answer[1] + len(lead))


def _title(text: str, title: str, rng: random.Random, draws: Draws) -> str:
    """The title, or the name that the text repeats most in its place, in some draws."""
    if rng.random() >= draws.titled:
        return ""
    return title or _main_name(text)


def _main_name(text: str) -> str:
    names = Counter(NAME.findall(text)).most_common(1)
    return names[0][0] if names else ""


def _tokens(offsets: Sequence[tuple[int, int]], answer: tuple[int, int]) -> tuple[int, int] | None:
    """First and last token that share a character with the answer."""
    inside = [n for n, (a, b) in enumerate(offsets) if a < answer[1] and answer[0] < b]
    return (inside[0], inside[-1]) if inside else None


def _feature(window: Window, tokens: tuple[int, int] | None) -> Feature:
    """A window that does not hold the whole answer has none."""
    start = end = NO_ANSWER
    if tokens and window.first <= tokens[0] and tokens[1] < window.first + window.count:
        shift = window.context_start - window.first
        start, end = tokens[0] + shift, tokens[1] + shift
    return Feature(
        np.array(window.token_ids, dtype=np.int32),
        np.array(window.token_types, dtype=np.int32),
        start,
        end,
        window.context_start,
        window.context_start + window.count,
    )
