"""The truth of a library in SQLite: articles, versions, passages, embeddings, changes.

Knows rows, not models or search. Every thread has a connection of its own; any process may
read and write. A write happens inside `with store.writing():`, which takes SQLite's write lock
at once, and counts as one generation.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding import Embeddings
from index.errors import LibraryError
from index.types import Article, ArticleDraft, Filters, Passage

SCHEMA_VERSION = "1"
_SCHEMA = Path(__file__).with_name("schema.sql")
_BUSY_TIMEOUT_S = 60.0
Row = tuple[Any, ...]
_VERSION_COLUMNS = (
    "article_id, version, title, text, sha256, publisher, url, author, published_at, language, "
    "signature"
)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version ready to be written: its draft, passages `[start, end)` and embeddings."""

    draft: ArticleDraft
    sha256: str
    signature: bytes
    spans: tuple[tuple[int, int], ...]
    embeddings: Embeddings
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Passage ids that came and went since some generation, net of each other."""

    generation: int
    added: tuple[int, ...]
    removed: tuple[int, ...]


class Store:
    """One library's SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        try:
            self._create()
        except sqlite3.Error as exc:
            raise LibraryError(
                f"{path} cannot be opened as a library ({exc}). Choose another folder with "
                "--home, or restore this file from a copy."
            ) from exc

    # -- meta ----------------------------------------------------------------------------

    def meta(self, key: str) -> str | None:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_meta(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))

    def generation(self) -> int:
        """How many writes the library has seen."""
        return int(self.meta("generation") or 0)

    # -- writing -------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[int]:
        """Open a write transaction and give its generation; roll back on any error."""
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        try:
            generation = self.generation() + 1
            self.set_meta("generation", str(generation))
            yield generation
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    def put_article(self, article_id: str, identity: str, path: str | None, version: int) -> None:
        """Insert or advance an article's row; a path or identity held by another stays there."""
        self._db.execute(
            "INSERT INTO articles (id, identity, version) VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET version = excluded.version",
            (article_id, identity, version),
        )
        self._db.execute(
            "UPDATE OR IGNORE articles SET identity = ? WHERE id = ?", (identity, article_id)
        )
        if path is not None:
            self._db.execute(
                "UPDATE OR IGNORE articles SET source_path = ? WHERE id = ?", (path, article_id)
            )

    def put_version(self, article_id: str, version: int, new: NewVersion, generation: int) -> None:
        """Write a version and its passages in place of the current version's passages."""
        self._drop_passages([article_id], generation)
        draft = new.draft
        day = draft.published_at.isoformat() if draft.published_at else None
        key = draft.publisher.casefold() if draft.publisher else None
        self._db.execute(
            "INSERT INTO versions (article_id, version, title, publisher, publisher_key, url, "
            "author, published_at, language, sha256, characters, signature, text) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(article_id, version, draft.title, draft.publisher, key, draft.url, draft.author),
                *(day, new.language, new.sha256, len(draft.text), new.signature, draft.text),
            ),
        )
        blobs = np.asarray(new.embeddings, dtype="<f2")
        for (start, end), blob in zip(new.spans, blobs, strict=True):
            row = self._db.execute(
                'INSERT INTO passages (article_id, version, start, "end", embedding) '
                "VALUES (?, ?, ?, ?, ?)",
                (article_id, version, start, end, blob.tobytes()),
            )
            self._log(generation, [int(row.lastrowid or 0)], is_added=True)

    def delete_articles(self, article_ids: Sequence[str], generation: int) -> None:
        """Delete articles with all versions and passages."""
        self._drop_passages(article_ids, generation)
        self._db.executemany(
            "DELETE FROM articles WHERE id = ?", [(article_id,) for article_id in article_ids]
        )

    def forget_log(self) -> None:
        """Write SQLite's log into the file and empty it, so that deleted text is not kept there.

        Passed over while another process reads; its next checkpoint does it.
        """
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def replace_embeddings(self, ids: Sequence[int], embeddings: Embeddings) -> None:
        blobs = np.asarray(embeddings, dtype="<f2")
        self._db.executemany(
            "UPDATE passages SET embedding = ? WHERE id = ?",
            [(blob.tobytes(), i) for i, blob in zip(ids, blobs, strict=True)],
        )

    # -- reading articles ----------------------------------------------------------------

    def article_id_of(self, column: str, value: str) -> str | None:
        """The article whose `identity` or `source_path` is the value."""
        if column not in ("identity", "source_path"):
            raise ValueError(column)
        row = self._db.execute(f"SELECT id FROM articles WHERE {column} = ?", (value,)).fetchone()
        return None if row is None else str(row[0])

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """The current or the named version of an article; None when there is none."""
        row = self._db.execute(
            f"SELECT {_VERSION_COLUMNS} FROM versions WHERE article_id = ? AND version = "
            "coalesce(?, (SELECT version FROM articles WHERE id = article_id))",
            (article_id, version),
        ).fetchone()
        return None if row is None else _article(row)

    def last_version(self, article_id: str) -> int:
        """The highest version number stored; 0 for an unknown article."""
        row = self._db.execute(
            "SELECT coalesce(max(version), 0) FROM versions WHERE article_id = ?", (article_id,)
        ).fetchone()
        return int(row[0])

    def article_ids(self) -> list[str]:
        return [str(row[0]) for row in self._db.execute("SELECT id FROM articles ORDER BY id")]

    def counts(self) -> tuple[int, int]:
        """Articles and passages stored."""
        articles = self._db.execute("SELECT count(*) FROM articles").fetchone()[0]
        passages = self._db.execute("SELECT count(*) FROM passages").fetchone()[0]
        return int(articles), int(passages)

    # -- reading passages ----------------------------------------------------------------

    def passages(self, ids: Sequence[int]) -> dict[int, Passage]:
        """The passages of those ids that still exist."""
        rows = self._by_ids('id, article_id, version, start, "end"', ids)
        return {row[0]: Passage(*row) for row in rows}

    def embeddings(self, ids: Sequence[int]) -> tuple[list[int], Embeddings]:
        """Ids that still exist, ascending, and their embeddings `(n, dim)` in float32."""
        rows = sorted(self._by_ids("id, embedding", ids))
        if not rows:
            return [], np.empty((0, 0), dtype=np.float32)
        found = np.stack([np.frombuffer(row[1], dtype="<f2") for row in rows])
        return [int(row[0]) for row in rows], found.astype(np.float32)

    def passage_ids(self, filters: Filters | None = None) -> list[int]:
        """Ids of all passages that the filters admit, ascending."""
        where, values = _conditions(filters or Filters())
        rows = self._db.execute(
            "SELECT p.id FROM passages p JOIN versions v "
            "ON v.article_id = p.article_id AND v.version = p.version "
            f"WHERE {where} ORDER BY p.id",
            values,
        )
        return [int(row[0]) for row in rows]

    def changes_since(self, generation: int) -> Changes:
        """What to add and remove to go from a generation to the newest, in one snapshot."""
        db = self._db
        db.execute("BEGIN")
        try:
            newest = self.generation()
            rows = db.execute(
                "SELECT passage_id, max(is_added), min(is_added) FROM changes "
                "WHERE generation > ? GROUP BY passage_id",
                (generation,),
            ).fetchall()
        finally:
            db.execute("COMMIT")
        # Ids are never used twice: a removal is final.
        added = tuple(int(i) for i, _, least in rows if least == 1)
        removed = tuple(int(i) for i, most, least in rows if least == 0 and most == 0)
        return Changes(newest, added, removed)

    # -- rows ----------------------------------------------------------------------------

    def query(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a reading statement of another module of `index`."""
        return self._db.execute(sql, tuple(values))

    def close(self) -> None:
        with self._guard:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._local = threading.local()

    @property
    def _db(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._local.connection = connection
        return connection

    def _connect(self) -> sqlite3.Connection:
        # Only `close` uses a connection from another thread.
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")
        with self._guard:
            self._connections.append(connection)
        return connection

    def _create(self) -> None:
        db = self._db
        db.execute("PRAGMA journal_mode = WAL")
        if db.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone() is None:
            db.executescript(f"BEGIN IMMEDIATE;{_SCHEMA.read_text('utf-8')}COMMIT;")
            db.execute(
                "INSERT OR IGNORE INTO meta (key, value) VALUES ('schema', ?)", (SCHEMA_VERSION,)
            )
        schema = self.meta("schema") or SCHEMA_VERSION
        if schema != SCHEMA_VERSION:
            raise LibraryError(
                f"{self.path} has schema {schema}, this version of Dateline reads "
                f"{SCHEMA_VERSION}. Use the version that made it, or another --home."
            )

    def _drop_passages(self, article_ids: Sequence[str], generation: int) -> None:
        for article_id in article_ids:
            rows = self._db.execute("SELECT id FROM passages WHERE article_id = ?", (article_id,))
            self._log(generation, [int(row[0]) for row in rows], is_added=False)
            self._db.execute("DELETE FROM passages WHERE article_id = ?", (article_id,))

    def _log(self, generation: int, ids: Sequence[int], *, is_added: bool) -> None:
        self._db.executemany(
            "INSERT INTO changes (generation, passage_id, is_added) VALUES (?, ?, ?)",
            [(generation, i, int(is_added)) for i in ids],
        )

    def _by_ids(self, columns: str, ids: Sequence[int]) -> list[Row]:
        rows: list[Row] = []
        for first in range(0, len(ids), 500):
            part = [int(i) for i in ids[first : first + 500]]
            marks = ",".join("?" * len(part))
            rows += self._db.execute(f"SELECT {columns} FROM passages WHERE id IN ({marks})", part)
        return rows


def _conditions(filters: Filters) -> tuple[str, list[str]]:
    """The SQL condition over `versions v` and its values."""
    parts, values = ["1"], []
    if filters.published_after:
        parts.append("v.published_at >= ?")
        values.append(filters.published_after.isoformat())
    if filters.published_before:
        parts.append("v.published_at <= ?")
        values.append(filters.published_before.isoformat())
    if filters.publishers:
        parts.append(f"v.publisher_key IN ({','.join('?' * len(filters.publishers))})")
        values += [publisher.casefold() for publisher in filters.publishers]
    if filters.article_ids:
        parts.append(f"v.article_id IN ({','.join('?' * len(filters.article_ids))})")
        values += filters.article_ids
    return " AND ".join(parts), values


def _article(row: Row) -> Article:
    fields = list(row)
    fields[8] = date.fromisoformat(row[8]) if row[8] else None
    return Article(*fields)
