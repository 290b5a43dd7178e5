"""Exact search in numpy: the reference that other vector indexes are tested against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embeddings
from index.vectors.base import Ids, Scores


class ExactIndex:
    """Keeps all embeddings in one float32 array and compares with each of them."""

    def __init__(self, dim: int) -> None:
        self._ids: Ids = np.empty(0, dtype=np.int64)
        self._embeddings: Embeddings = np.empty((0, dim), dtype=np.float32)

    def __len__(self) -> int:
        return len(self._ids)

    def ids(self) -> Ids:
        return np.sort(self._ids)

    def add(self, ids: Ids, embeddings: Embeddings) -> None:
        self._ids = np.concatenate([self._ids, ids])
        self._embeddings = np.concatenate([self._embeddings, embeddings])

    def remove(self, ids: Ids) -> None:
        keep = ~np.isin(self._ids, ids)
        self._ids, self._embeddings = self._ids[keep], self._embeddings[keep]

    def search(
        self, embedding: NDArray[np.float32], top_k: int, allowed: Ids | None = None
    ) -> tuple[Ids, Scores]:
        fits = slice(None) if allowed is None else np.isin(self._ids, allowed)
        ids = self._ids[fits]
        scores = (self._embeddings[fits] @ embedding).astype(np.float32)
        best = np.lexsort((ids, -scores))[:top_k]
        return ids[best], scores[best]
