"""The caches of the truth: the vector index and the full-text index, kept in step with it.

Each holds a generation. A stale one catches up from the store's change log; one that is
missing, damaged or made with another model is filled from the store, without embedding
anything again. Vectors are held in memory by every process and saved now and then; the
full-text index is on disk, and only the holder of the library's lock writes it.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from index.config import IndexConfig
from index.errors import DamagedIndexError, LibraryError
from index.lexical import LexicalDocument, LexicalIndex
from index.store import Store
from index.types import Filters
from index.vectors import cache
from index.vectors.faiss_index import FaissIndex

log = logging.getLogger(__name__)

# Passages read from the store at once while a cache is filled.
BATCH = 4096
# A saved vector index may lag by this many passages or this share before it is saved again:
# catching up costs about 10 µs a passage at the next start, saving rewrites the whole file.
SAVE_AFTER_PASSAGES = 2_000
SAVE_AFTER_SHARE = 0.05
LOCK_WAIT_S = 20.0
IVF_TRAINING_SAMPLE = 100_000


class Caches:
    """Vectors and full text of one library."""

    def __init__(self, store: Store, config: IndexConfig, embedder: str, dim: int) -> None:
        self._store = store
        self._config = config
        self._embedder = embedder
        self._dim = dim
        self._guard = threading.RLock()
        self._file_lock = FileLock(str(config.home / "caches.lock"))
        self._folder = config.home / "vectors"
        self._lexical = LexicalIndex(config.home / "fulltext")
        self._vectors: FaissIndex | None = None
        self._vectors_generation = 0
        self._saved_generation = 0
        self._unsaved = 0

    def catch_up(self, *, save: bool = False, wait_s: float = LOCK_WAIT_S) -> int:
        """Bring both caches to the store's generation and return it.

        With `save` the vector index is written to disk too, however small the change.
        When another process holds the library's lock for longer than `wait_s`, the full-text
        index stays behind (with `save`: LibraryError).
        """
        with self._guard:
            generation = self._store.generation()
            self._catch_up_vectors(generation)
            self._catch_up_lexical(generation, wait_s, must=save)
            self._save_vectors(must=save, wait_s=wait_s)
        return generation

    def dense(
        self, embedding: NDArray[np.float32], top_k: int, allowed: Sequence[int] | None
    ) -> dict[int, float]:
        """The nearest passages by cosine, `{passage_id: cosine}`."""
        ids = None if allowed is None else np.asarray(allowed, dtype=np.int64)
        with self._guard:
            found, scores = self._loaded().search(embedding, top_k, ids)
        return dict(zip(found.tolist(), scores.tolist(), strict=True))

    def lexical(self, query: str, top_k: int, filters: Filters) -> dict[int, float]:
        """The best passages by BM25, `{passage_id: score}`. A damaged index is rebuilt first."""
        try:
            return dict(self._lexical.search(query, top_k, filters))
        except DamagedIndexError as exc:
            log.warning("%s: rebuilding it", exc)
            with self._guard, self._locked(LOCK_WAIT_S):
                self._lexical.clear()
                self._write_lexical()
            return dict(self._lexical.search(query, top_k, filters))

    def term_weights(self, query: str) -> dict[str, float]:
        """The query's index terms and how telling each is."""
        return self._lexical.term_weights(query)

    def unknown_words(self, words: Sequence[str]) -> list[str]:
        """The words that occur nowhere in the library."""
        return self._lexical.unknown_words(words)

    def is_misspelt(self, word: str) -> bool:
        """Whether the library has a word that differs in one letter."""
        return self._lexical.is_misspelt(word)

    def ids(self) -> tuple[list[int], list[int]]:
        """The passage ids that the vector index and the full-text index hold."""
        with self._guard:
            return self._loaded().ids().tolist(), self._lexical.ids()

    def rebuild(self) -> None:
        """Fill both caches anew from the store. Raises LibraryError when the lock is taken."""
        with self._guard, self._locked(LOCK_WAIT_S):
            self._vectors = FaissIndex(self._dim)
            self._vectors_generation, self._saved_generation = 0, -1
            self._fill_vectors(self._store.generation())
            self._lexical.clear()
            self._write_lexical()
            self._save_vectors(must=True, wait_s=LOCK_WAIT_S)

    def close(self) -> None:
        """Save the vector index if the saved one lags."""
        with self._guard:
            if self._vectors is not None:
                self._save_vectors(must=False, wait_s=0.0)

    # -- vectors -------------------------------------------------------------------------

    def _loaded(self) -> FaissIndex:
        if self._vectors is None:
            found = cache.load(self._folder, self._embedder, self._dim)
            self._vectors = found[0] if found else FaissIndex(self._dim)
            self._vectors_generation = found[1].generation if found else 0
            self._saved_generation = self._vectors_generation if found else -1
        return self._vectors

    def _catch_up_vectors(self, generation: int) -> None:
        vectors = self._loaded()
        if self._vectors_generation > generation:
            log.warning("the saved vectors are newer than the library: filling them anew")
            self._vectors = vectors = FaissIndex(self._dim)
            self._vectors_generation, self._saved_generation = 0, -1
        if self._vectors_generation == generation:
            return
        if self._vectors_generation == 0:
            self._fill_vectors(generation)
            return
        changes = self._store.changes_since(self._vectors_generation)
        vectors.remove(np.asarray(changes.removed, dtype=np.int64))
        self._add_vectors(changes.added)
        self._vectors_generation = changes.generation
        self._unsaved += len(changes.added) + len(changes.removed)

    def _fill_vectors(self, generation: int) -> None:
        """Add every passage of the store to an empty index."""
        changes = self._store.changes_since(0)
        self._train(changes.added)
        self._add_vectors(changes.added)
        self._vectors_generation = changes.generation
        self._unsaved = len(changes.added)

    def _add_vectors(self, ids: Sequence[int]) -> None:
        for first in range(0, len(ids), BATCH):
            found, embeddings = self._store.embeddings(ids[first : first + BATCH])
            self._loaded().add(np.asarray(found, dtype=np.int64), embeddings)

    def _train(self, ids: Sequence[int]) -> None:
        if len(ids) < self._config.ivf_threshold:
            return
        step = max(1, len(ids) // IVF_TRAINING_SAMPLE)
        _, sample = self._store.embeddings(ids[::step])
        self._loaded().to_ivf(sample, len(ids))

    def _save_vectors(self, *, must: bool, wait_s: float) -> None:
        if self._saved_generation == self._vectors_generation:
            return
        vectors = self._loaded()
        due = max(SAVE_AFTER_PASSAGES, int(SAVE_AFTER_SHARE * len(vectors)))
        if not must and self._unsaved < due:
            return
        try:
            with self._locked(wait_s):
                stamp = cache.read_stamp(self._folder)
                if must or stamp is None or stamp.generation < self._vectors_generation:
                    generation = self._vectors_generation
                    cache.save(self._folder, vectors, generation, self._embedder)
        except LibraryError:
            if must:
                raise
            return
        self._saved_generation, self._unsaved = self._vectors_generation, 0

    # -- full text -----------------------------------------------------------------------

    def _catch_up_lexical(self, generation: int, wait_s: float, *, must: bool) -> None:
        if self._lexical.generation == generation or self._lexical.reload() == generation:
            return
        try:
            with self._locked(wait_s):
                if self._lexical.reload() != generation:
                    self._write_lexical()
        except LibraryError:
            if must:
                raise
            log.warning("another process is writing the full-text index; this search may miss news")

    def _write_lexical(self) -> None:
        """Apply the change log to the full-text index, or start it anew. Under the lock."""
        held = self._lexical.generation
        if held < 0 or held > self._store.generation():
            self._lexical.clear()
            held = 0
        changes = self._store.changes_since(held)
        self._lexical.apply(changes.generation, self._documents(changes.added), changes.removed)

    def _documents(self, ids: Sequence[int]) -> Iterator[LexicalDocument]:
        for first in range(0, len(ids), BATCH):
            passages = self._store.passages(ids[first : first + BATCH])
            ordered = sorted(passages.values(), key=lambda p: p.id)
            for article_id, group in groupby(ordered, key=lambda p: p.article_id):
                article = self._store.article(article_id)
                if article is None:
                    continue
                key = article.publisher.casefold() if article.publisher else None
                for passage in group:
                    text = article.text[passage.start : passage.end]
                    yield LexicalDocument(
                        passage.id, article_id, article.title, text, key, article.published_at
                    )

    def _locked(self, wait_s: float) -> _Held:
        return _Held(self._file_lock, wait_s, self._config.home)


class _Held:
    """The library's lock, held for a `with` block; LibraryError when it cannot be had."""

    def __init__(self, lock: FileLock, wait_s: float, home: Path) -> None:
        self._lock, self._wait_s, self._home = lock, wait_s, home

    def __enter__(self) -> None:
        try:
            self._lock.acquire(timeout=self._wait_s)
        except Timeout as exc:
            raise LibraryError(
                f"Another process is writing the indexes of {self._home}. Wait for it to end and "
                "try again."
            ) from exc

    def __exit__(self, *exc_info: object) -> None:
        self._lock.release()
