-- The truth of a library. FAISS and full-text files are caches of it.

CREATE TABLE IF NOT EXISTS meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an article; its current version is the one that is searched.
CREATE TABLE IF NOT EXISTS articles (
    id          TEXT PRIMARY KEY,
    identity    TEXT NOT NULL UNIQUE,   -- what makes two drafts the same article
    source_path TEXT UNIQUE,            -- the file that holds this one article
    version     INTEGER NOT NULL
) WITHOUT ROWID;

-- Every version ever stored, so that old citations still open.
CREATE TABLE IF NOT EXISTS versions (
    article_id   TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    version      INTEGER NOT NULL,
    title        TEXT NOT NULL,
    publisher    TEXT,
    publisher_key TEXT,                 -- case-folded, for filters
    url          TEXT,
    author       TEXT,
    published_at TEXT,                  -- ISO day
    language     TEXT,
    sha256       TEXT NOT NULL,         -- of the text in UTF-8
    characters   INTEGER NOT NULL,
    signature    BLOB NOT NULL,         -- MinHash, for near-duplicates
    text         TEXT NOT NULL,
    PRIMARY KEY (article_id, version)
);

-- Passages of current versions only. "start" and "end" are code points of the text.
CREATE TABLE IF NOT EXISTS passages (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    embedding  BLOB NOT NULL            -- dim half-precision floats, length 1
);
CREATE INDEX IF NOT EXISTS passages_of_article ON passages (article_id);

-- What each generation added and removed; caches catch up from it.
CREATE TABLE IF NOT EXISTS changes (
    generation INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    is_added   INTEGER NOT NULL,
    PRIMARY KEY (generation, passage_id, is_added)
) WITHOUT ROWID;
