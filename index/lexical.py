"""The full-text index: BM25 over titles and passages, by tantivy.

Knows passages by id and what they say; the truth is elsewhere. Every commit carries one
document more, the stamp, with the generation that the index holds.
"""

from __future__ import annotations

import json
import logging
import math
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import tantivy

from index import checksums
from index.errors import DamagedIndexError
from index.types import Filters

log = logging.getLogger(__name__)

# Files that tantivy writes once and never changes.
SEGMENT_SUFFIXES = (".idx", ".pos", ".store", ".term", ".fast", ".fieldnorm", ".del")
# Layout of the documents; a change makes older indexes stale, so they are rebuilt.
LAYOUT = 2
# Numbers stay whole ("38,000", "1.2"), so do words with an apostrophe.
TOKEN = r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*"
TITLE_WEIGHT = 0.5
# Weight of two words of the query that stand side by side in the passage too. Swept 0, ¼, ½, 1
# with benchmarks/retrieval.py: answer in the top 5 of the even news questions, min-max fusion,
# 74.4, 75.6, 75.9, 75.7 of 100.
PAIR_WEIGHT = 0.5
MAX_QUERY_TOKENS = 64
HEAP_BYTES = 60_000_000
BACKGROUND = 1_000
# Shorter words have neighbours of one letter that are other words.
SHORTEST_MISSPELT = 6
# Words of questions that say nothing of the subject.
STOP_WORDS = """
a an and are as at be been being but by can could did do does for from had has have he her
him his how i if in into is it its many may me much my of on or our she should so than
that the their them then there these they this those to was we were what when where which
who whom whose why will with would you your
"""


@dataclass(frozen=True, slots=True)
class LexicalDocument:
    """What the full-text index holds of one passage."""

    passage_id: int
    article_id: str
    title: str
    text: str
    publisher_key: str | None
    published_at: date | None


class LexicalIndex:
    """A tantivy index in a folder. Searches are thread-safe; one process may write at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._schema = _schema()
        self._analyzer = _analyzer()
        self._stop_tokens = frozenset(self._analyzer.analyze(STOP_WORDS))
        self._index = self._open()
        self._generation = self._read_generation()

    @property
    def generation(self) -> int:
        """The generation the index holds as last seen by `reload`; -1 when it must be rebuilt."""
        return self._generation

    def reload(self) -> int:
        """See what other processes have committed; return the generation."""
        self._index.reload()
        self._generation = self._read_generation()
        return self._generation

    def apply(
        self, generation: int, added: Iterable[LexicalDocument], removed: Sequence[int]
    ) -> None:
        """Commit additions and removals as one generation. Only under the library's lock."""
        writer = self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
        for passage_id in removed:
            writer.delete_documents_by_term("passage_id", passage_id)
        for document in added:
            writer.add_document(self._document(document))
        writer.delete_documents_by_term("kind", "stamp")
        stamp = json.dumps({"generation": generation, "layout": LAYOUT})
        writer.add_document(tantivy.Document(kind="stamp", stamp=stamp))
        writer.commit()
        writer.wait_merging_threads()
        checksums.write(self._folder, SEGMENT_SUFFIXES)
        self.reload()

    def clear(self) -> None:
        """Start an empty index in place of whatever is there. Only under the library's lock."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._index = self._open()
        self._generation = 0

    def search(self, query: str, top_k: int, filters: Filters) -> list[tuple[int, float]]:
        """Find passages by BM25: `(passage_id, score)`, best first.

        Filters are part of the query, so that every passage they admit can be found.
        """
        tokens = self.query_tokens(query)
        if not tokens or top_k < 1:
            return []
        with _panics_as_damage(self._folder):
            wanted = [(tantivy.Occur.Must, self._words(tokens, self._pairs(query)))]
            wanted += [(tantivy.Occur.Must, self._unscored(part)) for part in self._limits(filters)]
            searcher = self._index.searcher()
            found = searcher.search(tantivy.Query.boolean_query(wanted), top_k, count=False).hits
            ids = searcher.fast_field_values("passage_id", [address for _, address in found])
        scored = [(int(i or 0), float(s or 0)) for (s, _), i in zip(found, ids, strict=True)]
        return sorted(scored, key=lambda item: (-item[1], item[0]))

    def query_tokens(self, query: str) -> list[str]:
        """The query's index terms without question words, each once, in order."""
        tokens = dict.fromkeys(self._analyzer.analyze(query.lower()))
        telling = [t for t in tokens if t not in self._stop_tokens]
        return (telling or list(tokens))[:MAX_QUERY_TOKENS]

    def term_weights(self, query: str) -> dict[str, float]:
        """The query's index terms with idf(t) = ln(1 + (N − df + ½) / (df + ½)).

        N counts `BACKGROUND` more passages without any of the terms: in a library of one
        article its subject stands in every passage and is telling all the same.
        """
        searcher = self._index.searcher()
        count = searcher.num_docs + BACKGROUND
        weights = {}
        for token in self.query_tokens(query):
            frequency = searcher.doc_freq("text", token)
            weights[token] = math.log(1 + (max(0, count - frequency) + 0.5) / (frequency + 0.5))
        return weights

    def unknown_words(self, words: Sequence[str]) -> list[str]:
        """The words of which a part occurs in no title and no passage, in order."""
        searcher = self._index.searcher()

        def is_unknown(token: str) -> bool:
            return not any(searcher.doc_freq(field, token) for field in ("text", "title"))

        def tokens(word: str) -> list[str]:
            return self._analyzer.analyze(word)

        # "Dara'a" is also written "Daraa".
        plain = {word: re.sub(r"['’ʿʾ`]", "", word) for word in words}
        return [w for w in words if all(any(map(is_unknown, tokens(v))) for v in (w, plain[w]))]

    def is_misspelt(self, word: str) -> bool:
        """Whether the library has a word that differs in one letter; long words only."""
        searcher = self._index.searcher()
        return any(
            len(token) >= SHORTEST_MISSPELT
            and searcher.search(
                tantivy.Query.fuzzy_term_query(self._schema, "text", token, distance=1), 1
            ).hits
            for token in self._analyzer.analyze(word)
        )

    def ids(self) -> list[int]:
        """All passage ids held, ascending."""
        searcher = self._index.searcher()
        passages = tantivy.Query.term_query(self._schema, "kind", "passage")
        hits = searcher.search(passages, max(1, searcher.num_docs), count=False).hits
        found = searcher.fast_field_values("passage_id", [address for _, address in hits])
        return sorted(int(i or 0) for i in found)

    def _open(self) -> tantivy.Index:
        self._folder.mkdir(parents=True, exist_ok=True)
        if names := checksums.damaged(self._folder):
            log.warning("full-text files are damaged (%s): rebuilding them", ", ".join(names))
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(parents=True, exist_ok=True)
        try:
            index = tantivy.Index(self._schema, str(self._folder))
        except Exception as exc:  # tantivy raises bare ValueError, OSError and panics
            log.warning("full-text index cannot be used (%s): rebuilding it", exc)
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(self._schema, str(self._folder))
        index.register_tokenizer("news", self._analyzer)
        return index

    def _read_generation(self) -> int:
        """0 for a new index, -1 for one that holds passages but no stamp of this layout."""
        searcher = self._index.searcher()
        if searcher.num_docs == 0:
            return 0
        stamps = tantivy.Query.term_query(self._schema, "kind", "stamp")
        hits = searcher.search(stamps, 1).hits
        if not hits:
            return -1
        stamp = json.loads(searcher.doc(hits[0][1])["stamp"][0])
        return int(stamp["generation"]) if stamp.get("layout") == LAYOUT else -1

    def _document(self, document: LexicalDocument) -> tantivy.Document:
        fields: dict[str, object] = {
            "kind": "passage",
            "passage_id": document.passage_id,
            "article_id": document.article_id,
            "title": document.title,
            "text": document.text,
        }
        if document.publisher_key:
            fields["publisher"] = document.publisher_key
        if document.published_at:
            fields["day"] = document.published_at.toordinal()
        return tantivy.Document(**fields)

    def _pairs(self, query: str) -> list[list[str]]:
        """Neighbouring terms of the query, at least one of them telling."""
        tokens = self._analyzer.analyze(query.lower())[:MAX_QUERY_TOKENS]
        return [
            [first, second]
            for first, second in pairwise(tokens)
            if not {first, second} <= self._stop_tokens
        ]

    def _words(self, tokens: Sequence[str], pairs: Sequence[list[str]]) -> tantivy.Query:
        parts = []
        for pair in pairs:
            side_by_side = tantivy.Query.phrase_query(self._schema, "text", list(pair))
            weighed = tantivy.Query.boost_query(side_by_side, PAIR_WEIGHT)
            parts.append((tantivy.Occur.Should, weighed))
        for token in tokens:
            text = tantivy.Query.term_query(self._schema, "text", token, index_option="freq")
            title = tantivy.Query.term_query(self._schema, "title", token, index_option="freq")
            parts.append((tantivy.Occur.Should, text))
            parts.append((tantivy.Occur.Should, tantivy.Query.boost_query(title, TITLE_WEIGHT)))
        return tantivy.Query.boolean_query(parts)

    def _limits(self, filters: Filters) -> list[tantivy.Query]:
        schema, limits = self._schema, []
        if filters.published_after or filters.published_before:
            first = (filters.published_after or date.min).toordinal()
            last = (filters.published_before or date.max).toordinal()
            limits.append(
                tantivy.Query.range_query(schema, "day", tantivy.FieldType.Integer, first, last)
            )
        if filters.publishers:
            keys = [publisher.casefold() for publisher in filters.publishers]
            limits.append(tantivy.Query.term_set_query(schema, "publisher", keys))
        if filters.article_ids:
            ids = list(filters.article_ids)
            limits.append(tantivy.Query.term_set_query(schema, "article_id", ids))
        return limits

    @staticmethod
    def _unscored(query: tantivy.Query) -> tantivy.Query:
        return tantivy.Query.const_score_query(query, 0.0)


@contextmanager
def _panics_as_damage(folder: Path) -> Iterator[None]:
    """Raise DamagedIndexError for a panic in tantivy, which is no `Exception`."""
    try:
        yield
    except BaseException as exc:
        if type(exc).__name__ != "PanicException":
            raise
        raise DamagedIndexError(
            f"The full-text index in {folder} is damaged. Run `dateline rebuild`."
        ) from exc


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("stamp", stored=True, tokenizer_name="raw", index_option="basic")
    # A signed field: deleting by term on an unsigned one deletes nothing, and says so nowhere.
    builder.add_integer_field("passage_id", indexed=True, fast=True)
    builder.add_text_field("article_id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("publisher", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_text_field("title", tokenizer_name="news", index_option="freq")
    builder.add_text_field("text", tokenizer_name="news", index_option="position")
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(TOKEN))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.remove_long(60))
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )
