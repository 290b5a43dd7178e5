"""The FAISS index: exact half-precision search while small, cells (IVF) above a threshold.

Knows ids and embeddings only. Removal marks ids, searches leave them out by a selector,
and `compact` rewrites the index without them. The index lives in memory; a file is only
read whole and written whole.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import faiss as _faiss
import numpy as np
from numpy.typing import NDArray

from index.embedding import Embeddings
from index.vectors.base import Ids, Scores

# The package's own type hints leave out its Python additions, such as selectors by keyword.
faiss: Any = _faiss

# Cells a search visits, as a share of all: recall of the exact best 20 is 0.99 on 120,000
# passages (swept with benchmarks/ivf.py).
NPROBE_SHARE = 0.06
# FAISS warns below 39 training points a cell.
TRAINING_POINTS_PER_CELL = 39


class FaissIndex:
    """Embeddings in FAISS by passage id. Not thread-safe; the owner serialises calls."""

    def __init__(self, dim: int, index: Any | None = None) -> None:
        self.dim = dim
        self._index = index if index is not None else _exact(dim)
        self._ids: Ids = _stored_ids(self._index)
        self._removed: set[int] = set()

    def __len__(self) -> int:
        return len(self._ids) - len(self._removed)

    def ids(self) -> Ids:
        return np.sort(self._live())

    @property
    def is_ivf(self) -> bool:
        """Whether searches visit cells only."""
        return isinstance(_inner(self._index), faiss.IndexIVF)

    def add(self, ids: Ids, embeddings: Embeddings) -> None:
        if not len(ids):
            return
        self._index.add_with_ids(np.ascontiguousarray(embeddings, dtype=np.float32), ids)
        self._ids = np.concatenate([self._ids, np.asarray(ids, dtype=np.int64)])

    def remove(self, ids: Ids) -> None:
        self._removed.update(np.intersect1d(ids, self._ids).tolist())

    def search(
        self, embedding: NDArray[np.float32], top_k: int, allowed: Ids | None = None
    ) -> tuple[Ids, Scores]:
        if not len(self) or top_k < 1:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        # The bitmap belongs to the selector only by address: keep it alive until the search ends.
        bitmap = self._bitmap(allowed)
        parameters = self._parameters(bitmap, exhaustive=allowed is not None)
        query = np.ascontiguousarray(embedding, dtype=np.float32).reshape(1, -1)
        scores, ids = self._index.search(query, min(top_k, len(self._ids)), params=parameters)
        found = ids[0] >= 0
        return ids[0][found], scores[0][found]

    def compact(self) -> None:
        """Rewrite the index without the removed ids."""
        if self._removed:
            gone = np.fromiter(self._removed, dtype=np.int64, count=len(self._removed))
            self._index.remove_ids(faiss.IDSelectorBatch(gone))
            self._ids = _stored_ids(self._index)
            self._removed.clear()

    def to_ivf(self, embeddings: Embeddings, expected: int) -> None:
        """Become an empty IVF index for `expected` ids, trained on a sample `(n, dim)`."""
        cells = max(1, int(4 * math.sqrt(expected)))
        cells = min(cells, max(1, len(embeddings) // TRAINING_POINTS_PER_CELL))
        index = faiss.index_factory(self.dim, f"IVF{cells},SQfp16", faiss.METRIC_INNER_PRODUCT)
        index.train(np.ascontiguousarray(embeddings, dtype=np.float32))
        self._index, self._ids, self._removed = index, np.empty(0, dtype=np.int64), set()
        self.visit(NPROBE_SHARE)

    def visit(self, share: float) -> None:
        """Let searches of an IVF index visit this share of its cells, at least one."""
        ivf = _inner(self._index)
        ivf.nprobe = max(1, math.ceil(ivf.nlist * share))

    def write(self, path: Path) -> None:
        """Write the whole index, removed ids left out, to a file."""
        self.compact()
        faiss.write_index(self._index, str(path))

    @classmethod
    def read(cls, path: Path, dim: int) -> FaissIndex:
        """Read an index from a file; RuntimeError when it is damaged or of another dimension."""
        index = faiss.read_index(str(path))
        if index.d != dim or index.metric_type != faiss.METRIC_INNER_PRODUCT:
            raise RuntimeError(f"{path.name} holds vectors of dimension {index.d}, not {dim}")
        return cls(dim, index)

    def _live(self) -> Ids:
        if not self._removed:
            return self._ids
        return np.setdiff1d(self._ids, np.fromiter(self._removed, dtype=np.int64))

    def _bitmap(self, allowed: Ids | None) -> NDArray[np.uint8] | None:
        """One bit an id up to the largest, set where a search may find it; None for all."""
        if allowed is None and not self._removed:
            return None
        live = self._live()
        ids = live if allowed is None else np.intersect1d(live, allowed)
        flags = np.zeros(int(self._ids.max()) + 1, dtype=bool)
        flags[ids] = True
        return np.packbits(flags, bitorder="little")

    def _parameters(self, bitmap: NDArray[np.uint8] | None, exhaustive: bool) -> Any:
        selector = None
        if bitmap is not None:
            selector = faiss.IDSelectorBitmap(bitmap)
        if self.is_ivf:
            # A filter may admit passages of any cell: visit them all.
            ivf = _inner(self._index)
            nprobe = ivf.nlist if exhaustive else ivf.nprobe
            return faiss.SearchParametersIVF(sel=selector, nprobe=nprobe)
        return faiss.SearchParameters(sel=selector) if selector is not None else None


def _exact(dim: int) -> Any:
    return faiss.index_factory(dim, "IDMap2,SQfp16", faiss.METRIC_INNER_PRODUCT)


def _inner(index: Any) -> Any:
    return faiss.downcast_index(index)


def _stored_ids(index: Any) -> Ids:
    inner = _inner(index)
    if isinstance(inner, faiss.IndexIVF):
        lists = inner.invlists
        parts = [
            faiss.rev_swig_ptr(lists.get_ids(i), lists.list_size(i)).copy()
            for i in range(inner.nlist)
            if lists.list_size(i)
        ]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
    ids: Ids = faiss.vector_to_array(inner.id_map).astype(np.int64)
    return ids
