"""The values that cross the boundary of `index`: articles, passages, hits.

Plain frozen dataclasses. Offsets are half-open `[start, end)` and count Unicode
code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

AddStatus = Literal["added", "unchanged", "updated", "failed"]


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article as ingestion read it, before the store gave it an id.

    `source_path` is set only when the file holds this one article; it is then part
    of the article's identity.
    """

    text: str
    title: str = ""
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published_at: date | None = None
    source_path: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One stored version of an article.

    `sha256` is of `text` in UTF-8; `signature` is its MinHash (see `index.duplicates`).
    """

    id: str
    version: int
    title: str
    text: str
    sha256: str
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published_at: date | None = None
    language: str | None = None
    signature: bytes = b""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """A row of the article list: everything but the text."""

    id: str
    version: int
    title: str
    publisher: str | None
    url: str | None
    author: str | None
    published_at: date | None
    characters: int
    passages: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One page of the article list; `next_cursor` is None on the last."""

    articles: tuple[ArticleSummary, ...]
    next_cursor: str | None
    total: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The retrieval unit: `[start, end)` of its article's text."""

    id: int
    article_id: str
    version: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found.

    `score` is the fused score, higher is better; `rank` counts from 1. `lexical` (BM25)
    and `dense` (cosine) are None where that search did not return the passage.
    """

    passage: Passage
    article: Article
    score: float
    rank: int
    lexical: float | None = None
    dense: float | None = None

    @property
    def text(self) -> str:
        """The passage's own characters."""
        return self.article.text[self.passage.start : self.passage.end]


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits on what a search may find; empty fields do not limit.

    Both days are inclusive. An article without a date passes no date filter.
    Publishers compare without regard to case.
    """

    published_after: date | None = None
    published_before: date | None = None
    publishers: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(
            self.published_after or self.published_before or self.publishers or self.article_ids
        )


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of one draft. `id` is empty and `error` set when it failed."""

    id: str
    version: int
    status: AddStatus
    title: str = ""
    error: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusStats:
    """How much a library holds; `size_bytes` counts every file of it."""

    articles: int
    passages: int
    generation: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` compared and every difference it found, as sentences."""

    articles: int
    passages: int
    embeddings_checked: int
    problems: tuple[str, ...] = field(default=())

    @property
    def is_sound(self) -> bool:
        return not self.problems
