"""Small, deterministic stand-ins for the two models, for tests of everything around them.

They obey the protocols' contracts (order, shapes, offsets); what they understand is little.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from index.embedding import Embeddings
from qa.calibration import Calibration
from qa.evidence import Features
from qa.types import Reading, Span

WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?=\d)[^.!?]+)*[.!?]?")
FIGURE = re.compile(r"\d[\d,.]*\d|\d")
NAME = re.compile(r"(?<=\s)[A-Z]\w+(?: [A-Z]\w+)*")
FUNCTION_WORDS = frozenset(
    {"a", "and", "did", "do", "does", "have", "how", "in", "is", "many", "of", "the", "to", "was"}
)


class HashingEmbedder:
    """Embeds a text as the hashed counts of its words: texts that share words are near.

    `embedded` counts the texts that it was given.
    """

    max_tokens = 256

    def __init__(self, name: str = "hashing-64", dim: int = 64) -> None:
        self.name = name
        self.dim = dim
        self.embedded = 0

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(WORD.findall(text)) for text in texts]

    def embed(self, texts: Sequence[str]) -> Embeddings:
        self.embedded += len(texts)
        embeddings = np.zeros((len(texts), self.dim), dtype=np.float32)
        for row, text in zip(embeddings, texts, strict=True):
            for word in WORD.findall(text.lower())[: self.max_tokens]:
                row[zlib.crc32(word.encode()) % self.dim] += 1
            if not row.any():
                row[0] = 1
            row /= np.linalg.norm(row)
        return embeddings


class RuleReader:
    """Answers "how many" with figures and everything else with names.

    A span's score is 20 × (share of the question's words in its sentence) − 10; the null
    score is 0, so a sentence must share more than half of them.
    """

    name = "rules"

    def read(self, question: str, texts: Sequence[str]) -> list[Reading]:
        wanted = _content_words(question)
        pattern = FIGURE if question.lower().startswith("how many") else NAME
        return [Reading(_spans(pattern, wanted, text), 0.0) for text in texts]


NO_FEATURES = Features(*[0.0] * len(fields(Features)))


def null_margin_calibration(threshold: float = 0.5) -> Calibration:
    """A calibration that looks only at how far a span beats its passage's null score."""
    return calibration_on("null_margin", threshold)


def calibration_on(feature: str, threshold: float) -> Calibration:
    """A calibration that looks at one feature only."""
    names = [field.name for field in fields(Features)]
    weights = tuple(float(name == feature) for name in names)
    return Calibration(weights, (0.0,) * len(names), (1.0,) * len(names), 0.0, threshold)


def _content_words(text: str) -> set[str]:
    return set(WORD.findall(text.lower())) - FUNCTION_WORDS


def _spans(pattern: re.Pattern[str], wanted: set[str], text: str) -> tuple[Span, ...]:
    spans = []
    for sentence in SENTENCE.finditer(text):
        shared = len(wanted & _content_words(sentence.group())) / max(len(wanted), 1)
        for found in pattern.finditer(text, sentence.start(), sentence.end()):
            spans.append(Span(found.start(), found.end(), 20 * shared - 10))
    return tuple(sorted(spans, key=lambda span: -span.score)[:5])
