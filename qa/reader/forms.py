"""The form of an answer: how its length, its words and what stands around it fit the question.

The reader scores the start and the end of a span each on its own, so spans come out too long,
cut through names, or of the wrong kind ("who": a date). A log-linear model over the span's form
adds to the sum of the two:

    score(span) = start + end + Σ weight · feature

Fitted by `training.fit_forms` on which of a reader's best spans is right. Pure but for `load`.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import ModelError
from qa.names import is_pronoun, word_stem
from qa.questions import Question, QuestionKind
from qa.reader.boundaries import Range, units
from qa.reader.decoding import SpanScore

Features = dict[str, float]

LONG = 8  # words
NEAR = 12  # words to either side in which the question's words speak for a span
# Kinds of questions whose answers have a form of their own; the others share what is general.
_FORMED: Mapping[QuestionKind, str] = {
    "who": "who",
    "who_said": "who",
    "when": "when",
    "where": "where",
    "how_many": "how many",
    "how_much": "how many",
    "which": "which",
    "what": "what",
    "why": "why",
    "how": "why",
}
_PREPOSITIONS = frozenset(
    "of in on at to for with by from as into during after before between about against over under "
    "through since until because".split()
)
_DETERMINERS = frozenset("the a an this that these those its his her their".split())
_AUXILIARIES = frozenset(
    "is are was were be been has have had do does did will would can could may might should".split()
)
_IN_FIGURE = re.compile(r"(?<=\d),(?=\d)")
_CLOSING = frozenset(".;)]!?")
_HYPHENS = frozenset("-–—/")


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word is, whatever stands around it."""

    folded: str
    is_capital: bool
    is_figure: bool
    is_preposition: bool
    is_determiner: bool
    is_auxiliary: bool
    is_pronoun: bool


@lru_cache(maxsize=20_000)
def _word(text: str) -> _Word:
    folded = text.casefold()
    return _Word(
        folded,
        text[:1].isupper(),
        any(character.isdigit() for character in text),
        folded in _PREPOSITIONS,
        folded in _DETERMINERS,
        folded in _AUXILIARIES,
        is_pronoun(text),
    )


class FormedText:
    """A text's words beside a question: describes the form of any span of it."""

    def __init__(self, question: Question, text: str) -> None:
        self._kind = _FORMED.get(question.kind, "")
        self._text, self._ranges = text, units(text)
        self._words = [_word(text[start:end]) for start, end in self._ranges]
        stems = {word_stem(word) for word in question.content_words}
        self._asked = [[stem for stem in stems if w.folded.startswith(stem)] for w in self._words]
        self._stems = max(1, len(stems))

    def features(self, start: int, end: int) -> Features:
        """The features of `[start, end)` that are not zero.

        The span is fitted to whole words (`whole_words`) and not empty.
        """
        first = bisect_left(self._ranges, start, key=_end_after)
        stop = bisect_left(self._ranges, end, key=_start)
        inside = self._words[first:stop]
        if not inside:
            return {"no words": 1.0}
        found = {
            **self._length(len(inside)),
            **self._question_words(first, stop),
            **_composition(self._text[start:end], inside),
            **self._left(start, first, inside),
            **self._right(end, stop, inside),
        }
        if self._kind:
            for name in ("length", "figure", "name", "preposition first"):
                if name in found:
                    found[f"{self._kind}: {name}"] = found[name]
        return found

    @staticmethod
    def _length(count: int) -> Features:
        found = {"length": math.log2(count + 1)}
        if count == 1:
            found["one word"] = 1.0
        if count > LONG:
            found["beyond long"] = float(count - LONG)
        return found

    def _question_words(self, first: int, stop: int) -> Features:
        """How much of the question stands in the span, and how much near it."""
        inside = sum(bool(stems) for stems in self._asked[first:stop])
        left = self._asked[max(0, first - NEAR) : first]
        around = {stem for stems in (*left, *self._asked[stop : stop + NEAR]) for stem in stems}
        found = {"question near": len(around) / self._stems}
        if inside:
            found |= {"question inside": 1.0, "share of question": inside / (stop - first)}
        return found

    def _left(self, start: int, first: int, inside: Sequence[_Word]) -> Features:
        before = self._words[first - 1] if first else None
        gap = self._text[self._ranges[first - 1][1] if first else 0 : start]
        if before is None or gap.strip():
            return _named("after", gap.strip()[-1:], {",": "comma"}, _HYPHENS)
        found: Features = {}
        if not gap:
            found["after joined"] = 1.0
        elif before.is_determiner:
            found["after determiner"] = 1.0
        elif before.is_preposition:
            found["after preposition"] = 1.0
        elif before.folded == "and":
            found["after and"] = 1.0
        elif before.is_capital and inside[0].is_capital:
            found["after capital"] = 1.0
        elif before.is_figure:
            found["after figure"] = 1.0
        return found

    def _right(self, end: int, stop: int, inside: Sequence[_Word]) -> Features:
        after = self._words[stop] if stop < len(self._words) else None
        gap = self._text[end : self._ranges[stop][0] if after else end + 2]
        if after is None or gap.strip():
            names = {",": "comma", "(": "bracket"} | dict.fromkeys(_CLOSING, "close")
            return _named("before", gap.strip()[:1], names, _HYPHENS)
        found: Features = {}
        if not gap:
            found["before joined"] = 1.0
        elif after.folded in ("and", "of"):
            found[f"before {after.folded}"] = 1.0
        elif after.is_capital and inside[-1].is_capital:
            found["before capital"] = 1.0
        elif after.is_figure:
            found["before figure"] = 1.0
        elif inside[-1].is_figure and not (after.is_preposition or after.is_determiner):
            found["before counted"] = 1.0
        return found


def _composition(value: str, inside: Sequence[_Word]) -> Features:
    """What the span is made of."""
    names = {
        "figure": any(word.is_figure for word in inside),
        "name": inside[0].is_capital and all(_in_name(word) for word in inside),
        "preposition first": inside[0].is_preposition,
        "determiner first": inside[0].is_determiner,
        "function word last": inside[-1].is_preposition or inside[-1].is_determiner,
        "pronoun": all(word.is_pronoun for word in inside),
        "auxiliary": any(word.is_auxiliary for word in inside),
        "and": any(word.folded == "and" for word in inside),
        "comma": "," in _IN_FIGURE.sub("", value),
        "bracket": "(" in value,
        "quote": value[:1] in "\"“'‘",
    }
    return {name: 1.0 for name, is_so in names.items() if is_so}


def _in_name(word: _Word) -> bool:
    return (
        word.is_capital
        or word.is_figure
        or word.is_preposition
        or word.is_determiner
        or word.folded == "and"
    )


def _named(side: str, mark: str, names: Mapping[str, str], joined: frozenset[str]) -> Features:
    name = "hyphen" if mark in joined else names.get(mark, "")
    return {f"{side} {name}": 1.0} if name else {}


def _start(word: Range) -> int:
    return word[0]


def _end_after(word: Range) -> int:
    """Sorts a word that ends at a position before that position."""
    return word[1] - 1


@dataclass(frozen=True, slots=True)
class Forms:
    """The fitted weights, in logits a unit of each feature; without weights nothing is added."""

    weights: Mapping[str, float]

    def scorer(self, question: Question, text: str) -> SpanScore:
        """What the form of a span `[start, end)` of the text adds to its score."""
        if not self.weights:
            return lambda start, end: 0.0
        formed = FormedText(question, text)

        def score(start: int, end: int) -> float:
            found = formed.features(start, end).items()
            return sum(self.weights.get(name, 0.0) * value for name, value in found)

        return score


NO_FORMS = Forms({})


def load(path: Path) -> Forms:
    """Read what `training.fit_forms` wrote. Raises ModelError."""
    try:
        stored = json.loads(path.read_text("utf-8"))["weights"]
        return Forms({str(name): float(weight) for name, weight in stored.items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as exc:
        raise ModelError(f"{path} cannot be used ({exc}). Restore it.") from exc
