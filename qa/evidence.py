"""Spans of retrieved passages, and what speaks for each of them. Pure.

A piece of evidence is one span in one article, with its sentence and the numbers from which
`qa.calibration` tells how likely it is to be right. Knows nothing of claims or wording.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from index.sentences import split_sentences
from index.types import Hit
from qa.names import is_pronoun, word_stem
from qa.normalize import quantity_at
from qa.types import Reading, Span

Offsets = tuple[int, int]

# A margin over nothing: the best span when no other value was found.
NO_RIVAL = 10.0
_AROUND = 60  # characters
_ANYBODY = frozenset({"people", "persons", "person"})


@dataclass(frozen=True, slots=True)
class Features:
    """What the confidence in a span is computed from; logits unless said otherwise."""

    score: float  # the span's score
    null_margin: float  # score − null score of its passage
    rival_margin: float  # score − best score of another value, in any passage
    share: float  # score − log Σ exp(score) over all spans: how much of the belief it has
    length: float  # log2 of the value's words, plus 1: long values are cut right less often
    has_figure: float  # 1 when the value has a digit, else 0
    is_name: float  # 1 when the value begins with a capital, else 0
    is_explaining: float  # 1 when the question asks for more than a value (why, how), else 0
    dense: float  # cosine of question and passage
    rank: float  # log of the passage's rank in the search, 0 for the first
    sentence_coverage: float  # share of the question's word weight in the sentence, 0 to 1
    coverage: float  # the same in passage and title
    article_coverage: float  # the same in the whole article
    names_missing: float  # share of the question's names that passage and title lack, 0 to 1
    names_absent: float  # share of the question's names that the whole article lacks, 0 to 1
    is_name_absent: float  # 1 when the article lacks any of them, else 0
    names_unknown: float  # share of the question's names that the whole library lacks, 0 to 1
    is_noun_missing: float  # 1 when "how many X" is asked and the sentence has no X, else 0
    agreement: float  # log2 of the passages of other articles that give the same value, plus 1

    def as_list(self) -> list[float]:
        """The numbers in the order of the fields."""
        return [float(getattr(self, f.name)) for f in fields(self)]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span `[start, end)` of an article, in its sentence, with its features."""

    hit: Hit
    start: int
    end: int
    sentence: Offsets
    features: Features

    @property
    def value(self) -> str:
        return self.hit.article.text[self.start : self.end]

    @property
    def quote(self) -> str:
        return self.hit.article.text[self.sentence[0] : self.sentence[1]]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a question's words tell: its names, figures and rare words, those of them that the
    library does not know, the weight (inverse document frequency) of its index terms, what it wants
    counted ("" when it asks for no number), and its rare names: an article without any of them
    is about something else; whether it asks for more than a value (why, how), and for a figure:
    then nothing else is evidence."""

    names: tuple[str, ...]
    unknown: tuple[str, ...]
    weights: Mapping[str, float]
    counted: str = ""
    rare: tuple[str, ...] = ()
    is_explaining: bool = False
    wants_figure: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """Evidence with the calibrated probability, 0 to 1, that it is the right answer."""

    evidence: Evidence
    confidence: float


def gather(asks: Telling, hits: Sequence[Hit], readings: Sequence[Reading]) -> list[Evidence]:
    """Turn readings into evidence, best score first; a span found twice counts once.

    A pronoun is no evidence: whom it stands for cannot be seen in its sentence.
    """
    weights = asks.weights
    near = {hit.rank for hit in hits if _mentions_any(hit, asks.rare)}
    found = [
        (hit, span, null_score)
        for hit, span, null_score in _spans(hits, readings)
        if hit.rank in near
        and (not asks.wants_figure or _is_figure(hit, span))
        and not is_pronoun(hit.article.text[span.start : span.end])
    ]
    surroundings = {
        hit.rank: s for hit, s in zip(hits, _surround(asks.names, weights, hits), strict=True)
    }
    folded = [hit.article.text[span.start : span.end].casefold() for hit, span, _ in found]
    articles: dict[str, set[str]] = {}
    for (hit, _, _), its in zip(found, folded, strict=True):
        articles.setdefault(its, set()).add(hit.article.id)
    stand = _standing([span.score for _, span, _ in found], folded)
    evidence = []
    for (hit, span, null_score), its, (margin, share) in zip(found, folded, stand, strict=True):
        value = hit.article.text[span.start : span.end]
        around = surroundings[hit.rank]
        sentence = sentence_around(around.sentences, span.start, span.end)
        features = Features(
            score=span.score,
            null_margin=span.score - null_score,
            rival_margin=margin,
            share=share,
            length=math.log2(1 + len(value.split())),
            has_figure=float(any(character.isdigit() for character in value)),
            is_name=float(value[:1].isupper()),
            is_explaining=float(asks.is_explaining),
            dense=around.dense,
            rank=math.log(hit.rank),
            sentence_coverage=_coverage(weights, hit.article.text[slice(*sentence)].casefold()),
            coverage=around.coverage,
            article_coverage=around.article_coverage,
            names_missing=around.names_missing,
            names_absent=around.names_absent,
            is_name_absent=float(around.names_absent > 0),
            names_unknown=len(asks.unknown) / max(1, len(asks.names)),
            is_noun_missing=float(_lacks_noun(asks.counted, hit.article.text[slice(*sentence)])),
            agreement=math.log2(1 + len(articles[its] - {hit.article.id})),
        )
        evidence.append(Evidence(hit, span.start, span.end, sentence, features))
    return evidence


def among(pieces: Sequence[Evidence]) -> list[Evidence]:
    """The evidence held against each other alone: margins and shares without what is left out."""
    scores = [piece.features.score for piece in pieces]
    stand = _standing(scores, [piece.value.casefold() for piece in pieces])
    return [
        replace(piece, features=replace(piece.features, rival_margin=margin, share=share))
        for piece, (margin, share) in zip(pieces, stand, strict=True)
    ]


def _standing(scores: Sequence[float], values: Sequence[str]) -> list[tuple[float, float]]:
    """Each span's margin over the best of another value, and its share of the belief; in logits."""
    total = _log_sum(scores)
    ranked = sorted(zip(scores, values, strict=True), reverse=True)
    found = []
    for score, value in zip(scores, values, strict=True):
        rival = next((other for other, its in ranked if its != value), None)
        found.append((NO_RIVAL if rival is None else score - rival, score - total))
    return found


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What all spans of one hit share: its sentences in article offsets, and features."""

    sentences: list[Offsets]
    dense: float
    coverage: float
    article_coverage: float
    names_missing: float
    names_absent: float


def _mentions_any(hit: Hit, names: Sequence[str]) -> bool:
    """Whether the article has one of the names, in any inflection; true without names."""
    text = f"{hit.article.title}\n{hit.article.text}".casefold() if names else ""
    return not names or any(word_stem(name) in text for name in names)


def _surround(
    names: Sequence[str], weights: Mapping[str, float], hits: Sequence[Hit]
) -> Iterator[_Surroundings]:
    stems = [word_stem(name) for name in names]
    # A passage that only full text found is at most as near as the farthest that dense search gave.
    farthest = min((hit.dense for hit in hits if hit.dense is not None), default=0.0)
    folded = {hit.article.sha256: hit.article.text.casefold() for hit in hits}
    for hit in hits:
        heading, first = _heading(hit).casefold(), hit.passage.start
        near = f"{heading}\n{hit.text.casefold()}"
        far = f"{heading}\n{folded[hit.article.sha256]}"
        yield _Surroundings(
            # Passages are packed from whole sentences.
            sentences=[(first + start, first + end) for start, end in split_sentences(hit.text)],
            dense=farthest if hit.dense is None else hit.dense,
            coverage=_coverage(weights, near),
            article_coverage=_coverage(weights, far),
            names_missing=_missing(stems, near),
            names_absent=_missing(stems, far),
        )


def continues_name(piece: Evidence, names: Sequence[str]) -> bool:
    """Whether the value is the rest of a name that the question has the beginning of.

    "Who is the mayor of Daraa?" is not answered by "al-Balad" out of "Daraa al-Balad".
    """
    before = piece.hit.article.text[: piece.start].rstrip(" ")
    is_adjacent = len(before) < piece.start and any(before.endswith(name) for name in names)
    return is_adjacent and piece.value[0].isalpha() and piece.value != piece.value.lower()


def sentence_around(sentences: Sequence[Offsets], start: int, end: int) -> Offsets:
    """The stretch of whole sentences that holds `[start, end)`."""
    first = max(0, bisect_right(sentences, (start, math.inf)) - 1)
    last = first
    while last + 1 < len(sentences) and sentences[last][1] < end:
        last += 1
    return min(start, sentences[first][0]), max(end, sentences[last][1])


def _spans(hits: Sequence[Hit], readings: Sequence[Reading]) -> list[tuple[Hit, Span, float]]:
    """Spans in article offsets, best first; the same place read in two passages counts once."""
    best: dict[tuple[str, int, int], tuple[Hit, Span, float]] = {}
    for hit, reading in zip(hits, readings, strict=True):
        for span in reading.spans:
            start, end = hit.passage.start + span.start, hit.passage.start + span.end
            key = (hit.article.id, start, end)
            if key not in best or best[key][1].score < span.score:
                best[key] = (hit, Span(start, end, span.score), reading.null_score)
    return sorted(best.values(), key=lambda f: (-f[1].score, f[0].rank, f[1].start))


def _is_figure(hit: Hit, span: Span) -> bool:
    """Whether the span touches a figure; a few words around it tell."""
    text, left = hit.article.text, max(0, span.start - _AROUND)
    around = text[left : span.end + _AROUND]
    return quantity_at(around, span.start - left, span.end - left) is not None


def _log_sum(scores: Iterable[float]) -> float:
    """log Σ exp(score); −∞ without scores."""
    every = list(scores)
    highest = max(every, default=-math.inf)
    return highest + math.log(sum(math.exp(s - highest) for s in every)) if every else highest


def _coverage(weights: Mapping[str, float], text: str) -> float:
    """Σ weight of the terms in the text / Σ weight. Terms are stems: beginnings of words."""
    total = sum(weights.values())
    return sum(w for term, w in weights.items() if term in text) / total if total else 0.0


def _missing(stems: Sequence[str], text: str) -> float:
    return sum(stem not in text for stem in stems) / len(stems) if stems else 0.0


def _heading(hit: Hit) -> str:
    """The title and the day in words: "in August 2021" may be said by the date alone."""
    day = hit.article.published_at
    return f"{hit.article.title} {day:%d %B %Y %A}" if day else hit.article.title


def _lacks_noun(noun: str, sentence: str) -> bool:
    """Whether the counted noun is missing; people are also counted without a word for them."""
    return bool(noun) and noun not in _ANYBODY and word_stem(noun) not in sentence.casefold()
