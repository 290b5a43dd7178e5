"""A small deterministic embedder for tests that do not depend on what a model understands."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.embedding import Embeddings


class HashingEmbedder:
    """Bag of words, hashed into `dim` numbers; a word is a token."""

    def __init__(self, name: str = "hashing", dim: int = 32, max_tokens: int = 64) -> None:
        self.name = name
        self.dim = dim
        self.max_tokens = max_tokens
        self.embedded = 0

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def embed(self, texts: Sequence[str]) -> Embeddings:
        self.embedded += len(texts)
        rows = np.full((len(texts), self.dim), 1e-3, dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.casefold().split():
                row[zlib.crc32(word.encode("utf-8")) % self.dim] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        embeddings: Embeddings = (rows / lengths).astype(np.float32)
        return embeddings
