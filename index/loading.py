"""Drafts into the store: split, embed, commit, a batch at a time.

A cut-off load keeps every batch that was committed; loading the same drafts again passes
over those at the speed of a look-up. Knows the store and the embedder, not the caches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from index.chunking import split_article
from index.config import IndexConfig
from index.duplicates import signature
from index.embedding import Embedder, Embeddings
from index.errors import ArticleNotFoundError, InvalidArticleError
from index.identity import article_id, identity, is_unchanged, merged, text_sha256
from index.store import NewVersion, Store
from index.types import AddResult, Article, ArticleDraft

OnResult = Callable[[AddResult], None]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A draft, the article it turned out to be (None: a new one) and what becomes of it."""

    draft: ArticleDraft
    stored: Article | None
    error: str | None = None

    @property
    def is_unchanged(self) -> bool:
        return self.stored is not None and is_unchanged(self.draft, self.stored)


class Loader:
    """Writes drafts into a store."""

    def __init__(self, store: Store, embedder: Embedder, config: IndexConfig) -> None:
        self._store = store
        self._embedder = embedder
        self._config = config

    def add(self, drafts: Iterable[ArticleDraft], on_result: OnResult | None) -> list[AddResult]:
        """Add or update articles; a draft that fails does not stop the others."""
        results: list[AddResult] = []
        for batch in _batches(drafts, self._config.batch_articles):
            for result in self._add_batch(batch):
                results.append(result)
                if on_result is not None:
                    on_result(result)
        return results

    def replace(self, wanted_id: str, draft: ArticleDraft) -> AddResult:
        """Store a draft as the new version of an article, whatever its identity.

        Raises ArticleNotFoundError, InvalidArticleError.
        """
        stored = self._store.article(wanted_id)
        if stored is None:
            raise ArticleNotFoundError(f"There is no article {wanted_id!r}.")
        if error := self._error(draft):
            raise InvalidArticleError(error)
        planned = _Planned(draft, stored)
        if planned.is_unchanged:
            return AddResult(stored.id, stored.version, "unchanged", stored.title)
        new = self._prepare([planned])[0]
        with self._store.writing() as generation:
            return self._write(new, wanted_id, generation)

    def reembed(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Embed every stored passage again, with this loader's embedder."""
        ids = self._store.article_ids()
        for done, stored_id in enumerate(ids, start=1):
            article = self._store.article(stored_id)
            rows = self._store.query(
                'SELECT id, start, "end" FROM passages WHERE article_id = ? ORDER BY id',
                (stored_id,),
            ).fetchall()
            if article is not None and rows:
                texts = self.embedding_texts(article.title, article.text, [r[1:] for r in rows])
                self._store.replace_embeddings([r[0] for r in rows], self._embedder.embed(texts))
            if progress is not None:
                progress(done, len(ids))

    def embedding_texts(self, title: str, text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
        """What is embedded for each passage: the title, shortened if need be, and the passage."""
        heading = self._heading(title)
        return [
            f"{heading}\n{text[start:end]}" if heading else text[start:end] for start, end in spans
        ]

    def _add_batch(self, drafts: Sequence[ArticleDraft]) -> list[AddResult]:
        planned = [self._plan(draft) for draft in drafts]
        waiting = [plan for plan in planned if not plan.error and not plan.is_unchanged]
        prepared = iter(self._prepare(waiting))
        if not waiting:
            return [_settled(plan) for plan in planned]
        with self._store.writing() as generation:
            return [
                _settled(plan)
                if plan.error or plan.is_unchanged
                else self._write(next(prepared), None, generation)
                for plan in planned
            ]

    def _plan(self, draft: ArticleDraft) -> _Planned:
        if error := self._error(draft):
            return _Planned(draft, None, error)
        stored = self._stored(draft)
        return _Planned(merged(draft, stored) if stored else draft, stored)

    def _stored(self, draft: ArticleDraft) -> Article | None:
        """The article that a draft is a version of, by address, then file, then content."""
        found = self._store.article_id_of("identity", identity(draft))
        if found is None and draft.source_path:
            found = self._store.article_id_of("source_path", draft.source_path)
            other = self._store.article(found) if found else None
            # A file that now carries another address holds another article.
            if other and draft.url and other.url and other.url != draft.url:
                found = None
        return self._store.article(found) if found else None

    def _error(self, draft: ArticleDraft) -> str | None:
        limit = self._config.max_article_characters
        if not draft.text.strip():
            return "The article has no text. Give it some."
        if len(draft.text) > limit:
            return (
                f"The article has {len(draft.text):,} characters, more than the {limit:,} that "
                "one article may have. Split it."
            )
        try:
            "\n".join(filter(None, (draft.text, draft.title, draft.publisher))).encode("utf-8")
        except UnicodeEncodeError as exc:
            return f"The article holds a broken character at {exc.start}. Save it as UTF-8."
        return None

    def _prepare(self, planned: Sequence[_Planned]) -> list[NewVersion]:
        """Split and embed; the passages of all drafts are embedded together."""
        spans = [
            split_article(
                plan.draft.text,
                self._embedder.count_tokens,
                self._config.passage_tokens,
                self._config.overlap_sentences,
            )
            for plan in planned
        ]
        texts = [
            text
            for plan, parts in zip(planned, spans, strict=True)
            for text in self.embedding_texts(plan.draft.title, plan.draft.text, parts)
        ]
        embeddings = self._embedder.embed(texts)
        ends = np.cumsum([len(parts) for parts in spans], dtype=np.int64)
        return [
            _new_version(plan.draft, parts, embeddings[end - len(parts) : end])
            for plan, parts, end in zip(planned, spans, ends.tolist(), strict=True)
        ]

    def _write(self, new: NewVersion, wanted_id: str | None, generation: int) -> AddResult:
        """Write inside a transaction. Identity is looked up again: another process may have
        added the same article since it was planned."""
        store, draft, key = self._store, new.draft, identity(new.draft)
        stored = store.article(wanted_id) if wanted_id else self._stored(draft)
        if stored is not None and is_unchanged(draft, stored):
            return AddResult(stored.id, stored.version, "unchanged", stored.title)
        new_id = stored.id if stored else self._free_id(key)
        version = store.last_version(new_id) + 1
        store.put_article(new_id, key, draft.source_path, version)
        store.put_version(new_id, version, new, generation)
        return AddResult(new_id, version, "updated" if stored else "added", draft.title)

    def _free_id(self, key: str) -> str:
        attempt = 0
        while self._store.article(article_id(key, attempt)) is not None:
            attempt += 1
        return article_id(key, attempt)

    def _heading(self, title: str) -> str:
        """The title's first words, as many as leave room for the longest passage."""
        room = self._embedder.max_tokens - self._config.passage_tokens - 4
        words = title.split()
        while words and self._embedder.count_tokens([" ".join(words)])[0] > room:
            words = words[: max(1, len(words) * 3 // 4)] if len(words) > 1 else []
        return " ".join(words)


def _new_version(
    draft: ArticleDraft, spans: Sequence[tuple[int, int]], embeddings: Embeddings
) -> NewVersion:
    clean = replace(draft, title=" ".join(draft.title.split()))
    return NewVersion(
        clean, text_sha256(draft.text), signature(draft.text), tuple(spans), embeddings
    )


def _settled(plan: _Planned) -> AddResult:
    if plan.error or plan.stored is None:
        return AddResult("", 0, "failed", plan.draft.title, plan.error)
    return AddResult(plan.stored.id, plan.stored.version, "unchanged", plan.stored.title)


def _batches(drafts: Iterable[ArticleDraft], size: int) -> Iterator[list[ArticleDraft]]:
    rest = iter(drafts)
    while batch := list(islice(rest, size)):
        yield batch
