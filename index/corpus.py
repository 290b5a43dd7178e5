"""The corpus: the one object through which articles go in and hits come out.

Ties together the store (truth), the loader, the caches and the embedder. Safe to use from
several threads, beside other processes on the same library.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from types import TracebackType
from typing import Any

from index import fusion
from index.caches import Caches
from index.checking import check
from index.config import IndexConfig
from index.embedding import Embedder
from index.errors import ArticleNotFoundError, InvalidFilterError, LibraryError, ModelError
from index.loading import Loader, OnResult
from index.store import Store
from index.types import (
    AddResult,
    Article,
    ArticleDraft,
    ArticlePage,
    ArticleSummary,
    CheckReport,
    CorpusStats,
    Filters,
    Hit,
)

NO_FILTERS = Filters()
ARTICLES_KEPT_IN_MEMORY = 256


class Corpus:
    """One library of articles. Open it with `Corpus.open`."""

    def __init__(self, config: IndexConfig, embedder: Embedder, store: Store) -> None:
        self.config = config
        self._embedder = embedder
        self._store = store
        self._loader = Loader(store, embedder, config)
        self._caches = Caches(store, config, embedder.name, embedder.dim)
        self._version_of = lru_cache(maxsize=ARTICLES_KEPT_IN_MEMORY)(store.article)
        self._seen_generation = -1

    @classmethod
    def open(
        cls,
        config: IndexConfig,
        embedder: Embedder,
        *,
        reembed: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Corpus:
        """Open the library in `config.home`, which is made if missing.

        A library belongs to one embedder. Another one raises ModelError, unless `reembed`
        is set: then every passage is embedded anew and the caches are rebuilt.
        """
        try:
            config.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as exc:
            raise LibraryError(
                f"{config.home} cannot be used as a library folder ({exc.strerror}). Choose "
                "another with --home."
            ) from exc
        store = Store(config.home / "library.sqlite3")
        made_with = store.meta("embedder")
        if made_with is None:
            with store.writing():
                store.set_meta("embedder", embedder.name)
        elif made_with != embedder.name and not reembed:
            store.close()
            raise ModelError(
                f"This library was embedded with {made_with}, not {embedder.name}. Use that "
                "model, or run `dateline rebuild --embedder` with the new one."
            )
        corpus = cls(config, embedder, store)
        if made_with not in (None, embedder.name):
            corpus._reembed(progress)
        return corpus

    # -- articles ------------------------------------------------------------------------

    def add(
        self, drafts: Iterable[ArticleDraft], on_result: OnResult | None = None
    ) -> list[AddResult]:
        """Add or update articles; results in the order given.

        Commits in batches: when it is cut off, what was committed stays, and adding the same
        again goes on from there. A draft that cannot be stored is `failed`; the rest goes on.
        """
        results = self._loader.add(drafts, on_result)
        if any(result.status in ("added", "updated") for result in results):
            self._caches.catch_up()
        return results

    def replace(self, article_id: str, draft: ArticleDraft) -> AddResult:
        """Store a draft as the new version of an article.

        Raises ArticleNotFoundError, InvalidArticleError.
        """
        result = self._loader.replace(article_id, draft)
        self._caches.catch_up()
        return result

    def remove(self, article_ids: Sequence[str]) -> int:
        """Remove articles from the store and both caches before returning; return how many.

        Raises ArticleNotFoundError, and then removes nothing.
        """
        wanted = list(dict.fromkeys(article_ids))
        with self._store.writing() as generation:
            unknown = [i for i in wanted if self._store.last_version(i) == 0]
            if unknown:
                names = ", ".join(repr(i) for i in unknown)
                raise ArticleNotFoundError(
                    f"There is no article {names}. `dateline list` shows the ids. Nothing was "
                    "removed."
                )
            self._store.delete_articles(wanted, generation)
        self._store.forget_log()
        self._caches.catch_up(save=True)
        return len(wanted)

    def article(self, article_id: str, version: int | None = None) -> Article:
        """An article's current version, or the one named. Raises ArticleNotFoundError."""
        article = self._store.article(article_id, version)
        if article is None:
            which = f"version {version} of article" if version is not None else "article"
            raise ArticleNotFoundError(
                f"There is no {which} {article_id!r}. The article list shows what there is."
            )
        return article

    def articles(self, limit: int = 50, cursor: str | None = None) -> ArticlePage:
        """List current versions, newest published first, undated ones last.

        `cursor` is the `next_cursor` of the page before; InvalidFilterError when it is not.
        """
        offset_day, offset_id = _read_cursor(cursor) if cursor else ("~", "")
        rows = self._store.query(
            "SELECT a.id, a.version, v.title, v.publisher, v.url, v.author, v.published_at, "
            "v.characters, (SELECT count(*) FROM passages p WHERE p.article_id = a.id) "
            "FROM articles a JOIN versions v ON v.article_id = a.id AND v.version = a.version "
            "WHERE coalesce(v.published_at, '') < ? "
            "OR (coalesce(v.published_at, '') = ? AND a.id > ?) "
            "ORDER BY coalesce(v.published_at, '') DESC, a.id LIMIT ?",
            (offset_day, offset_day, offset_id, limit + 1),
        ).fetchall()
        shown = tuple(_summary(row) for row in rows[:limit])
        more = len(rows) > limit and bool(shown)
        next_cursor = _write_cursor(rows[limit - 1][6] or "", shown[-1].id) if more else None
        return ArticlePage(shown, next_cursor, self._store.counts()[0])

    # -- search --------------------------------------------------------------------------

    def search(self, query: str, top_k: int = 8, filters: Filters = NO_FILTERS) -> list[Hit]:
        """Find passages by dense and full-text search, fused; best first.

        Filters work inside both searches. What other processes added is found too.
        """
        dense, lexical = self.search_each(query, filters)
        return self._hits(self._fuse(dense, lexical)[: 2 * top_k], dense, lexical)[:top_k]

    def search_each(
        self, query: str, filters: Filters = NO_FILTERS
    ) -> tuple[dict[int, float], dict[int, float]]:
        """The dense and the full-text search on their own, `{passage_id: score}` each."""
        self.catch_up()
        allowed = self._store.passage_ids(filters) if filters else None
        if allowed is not None and not allowed:
            return {}, {}
        count = self.config.candidates
        lexical = self._caches.lexical(query, count, filters)
        dense = self._caches.dense(self._embedder.embed([query])[0], count, allowed)
        return dense, lexical

    def passage_texts(self, ids: Sequence[int]) -> dict[int, str]:
        """The characters of the passages that still exist, by id."""
        texts = {}
        for passage in self._store.passages(ids).values():
            if article := self._version_of(passage.article_id, passage.version):
                texts[passage.id] = article.text[passage.start : passage.end]
        return texts

    def term_weights(self, query: str) -> dict[str, float]:
        """The query's words as index terms (stems), with their inverse document frequency."""
        return self._caches.term_weights(query)

    def unknown_words(self, words: Sequence[str]) -> list[str]:
        """The words that occur in no title and no passage of the library, in order."""
        return self._caches.unknown_words(words)

    def is_misspelt(self, word: str) -> bool:
        """Whether the library has a long word that differs from this one in one letter."""
        return self._caches.is_misspelt(word)

    def word_pieces(self, words: Sequence[str]) -> list[int]:
        """Into how many pieces the embedder cuts each word: rare words and names into several."""
        return self._embedder.count_tokens(words)

    def matching_passages(self, filters: Filters) -> int:
        """How many passages the filters admit."""
        return len(self._store.passage_ids(filters)) if filters else self._store.counts()[1]

    # -- upkeep --------------------------------------------------------------------------

    @property
    def generation(self) -> int:
        """How many writes the library has seen."""
        return self._store.generation()

    def catch_up(self) -> int:
        """Bring the caches up to the library's generation and return it."""
        generation = self._caches.catch_up()
        if generation != self._seen_generation:
            # An article removed and added again elsewhere may carry an old id and version.
            self._version_of.cache_clear()
            self._seen_generation = generation
        return generation

    def stats(self) -> CorpusStats:
        articles, passages = self._store.counts()
        size = 0
        for path in self.config.home.rglob("*"):
            # Another process may replace a cache's files meanwhile.
            with suppress(FileNotFoundError):
                size += path.stat().st_size if path.is_file() else 0
        return CorpusStats(articles, passages, self.generation, size)

    def check(self, sample: int = 100) -> CheckReport:
        """Compare the truth with both caches, hashes, offsets and `sample` embeddings."""
        self.catch_up()
        return check(self._store, self._caches, self._embedder, self._loader, sample)

    def rebuild(self) -> None:
        """Fill both caches anew from the store."""
        self._caches.rebuild()

    def close(self) -> None:
        self._caches.close()
        self._store.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _fuse(self, dense: dict[int, float], lexical: dict[int, float]) -> list[tuple[int, float]]:
        if self.config.fusion == "rrf":
            return fusion.rrf([dense, lexical], self.config.rrf_k)
        share = self.config.dense_weight
        return fusion.minmax([dense, lexical], [share, 1.0 - share])

    def _hits(
        self,
        ranked: Sequence[tuple[int, float]],
        dense: dict[int, float],
        lexical: dict[int, float],
    ) -> list[Hit]:
        """Hits for ranked ids; ids that were removed meanwhile are passed over."""
        passages = self._store.passages([passage_id for passage_id, _ in ranked])
        hits: list[Hit] = []
        for passage_id, score in ranked:
            passage = passages.get(passage_id)
            article = passage and self._version_of(passage.article_id, passage.version)
            if passage and article:
                rank = len(hits) + 1
                both = lexical.get(passage_id), dense.get(passage_id)
                hits.append(Hit(passage, article, score, rank, *both))
        return hits

    def _reembed(self, progress: Callable[[int, int], None] | None) -> None:
        with self._store.writing():
            self._store.set_meta("embedder", self._embedder.name)
            self._loader.reembed(progress)
        self._caches.rebuild()


def _summary(row: Sequence[Any]) -> ArticleSummary:
    fields = list(row)
    fields[6] = date.fromisoformat(row[6]) if row[6] else None
    return ArticleSummary(*fields)


def _write_cursor(day: str, article_id: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([day, article_id]).encode()).decode()


def _read_cursor(cursor: str) -> tuple[str, str]:
    try:
        day, article_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
    except (ValueError, TypeError, binascii.Error) as exc:
        raise InvalidFilterError(
            f"The cursor {cursor!r} is not one of this list. Start again without it."
        ) from exc
    return str(day), str(article_id)
