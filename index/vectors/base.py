"""The VectorIndex protocol: ids and embeddings in, nearest ids out."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embeddings

Ids = NDArray[np.int64]
Scores = NDArray[np.float32]


class VectorIndex(Protocol):
    """Holds embeddings of length 1 by passage id and finds the nearest by cosine."""

    def __len__(self) -> int:
        """How many ids are held, removed ones not counted."""

    def ids(self) -> Ids:
        """All ids held, ascending."""

    def add(self, ids: Ids, embeddings: Embeddings) -> None:
        """Add `(n,)` new ids with `(n, dim)` embeddings."""

    def remove(self, ids: Ids) -> None:
        """Remove ids; ids that are not held are ignored."""

    def search(
        self, embedding: NDArray[np.float32], top_k: int, allowed: Ids | None = None
    ) -> tuple[Ids, Scores]:
        """Find the `top_k` best ids with their cosines, best first.

        `embedding` has shape `(dim,)`. With `allowed`, only those ids may be found; every
        one of them can be, however few they are. Fewer than `top_k` come back when fewer fit.
        """
