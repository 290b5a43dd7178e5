"""Caches that are missing, stale or damaged come back from the truth, embedding nothing."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from index.config import IndexConfig
from index.corpus import Corpus
from index.errors import LibraryError
from index.types import ArticleDraft
from index.vectors import cache
from tests.fakes import HashingEmbedder

DRAFTS = [ArticleDraft(text=f"Report {i} on the bridge at Orm.", title=f"R{i}") for i in range(30)]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Corpus.open(IndexConfig(home=tmp_path), HashingEmbedder()) as corpus:
        corpus.add(DRAFTS)
        corpus.rebuild()
    return tmp_path


@pytest.mark.parametrize("folder", ["vectors", "fulltext"])
@pytest.mark.parametrize("damage", ["gone", "garbage"])
def test_a_lost_cache_is_filled_from_the_truth(home: Path, folder: str, damage: str) -> None:
    if damage == "gone":
        shutil.rmtree(home / folder)
    else:
        for file in (home / folder).iterdir():
            file.write_bytes(b"garbage")
    embedder = HashingEmbedder()
    with Corpus.open(IndexConfig(home=home), embedder) as corpus:
        assert len(corpus.search("bridge", 30)) == 30
        assert embedder.embedded == 1  # the query
        assert corpus.check().problems == ()


def test_a_stale_vector_file_catches_up_from_the_log(home: Path) -> None:
    before = cache.read_stamp(home / "vectors")
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        corpus.add([ArticleDraft(text="A ferry sank off Orm.", title="Ferry")])
    assert cache.read_stamp(home / "vectors") == before  # one passage is not worth a rewrite
    embedder = HashingEmbedder()
    with Corpus.open(IndexConfig(home=home), embedder) as corpus:
        assert corpus.search("ferry sank", 1)[0].article.title == "Ferry"
        assert embedder.embedded == 1


def test_removal_rewrites_the_vector_file(home: Path) -> None:
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        article = corpus.articles(limit=1).articles[0]
        corpus.remove([article.id])
        stamp = cache.read_stamp(home / "vectors")
        assert stamp is not None
        assert (stamp.generation, stamp.passages) == (corpus.generation, 29)


def test_check_names_what_is_missing_and_rebuild_cures_it(home: Path) -> None:
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        corpus.search("bridge", 1)
        corpus._caches._lexical.apply(corpus.generation, [], [1, 2])
        report = corpus.check()
        assert not report.is_sound
        assert "full-text index lacks 2 passages" in report.problems[0]
        corpus.rebuild()
        assert corpus.check().is_sound


def test_check_notices_changed_text_and_embeddings(home: Path) -> None:
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        corpus._store.query("UPDATE versions SET text = text || '!' WHERE title = 'R3'")
        corpus._store.query(
            "UPDATE passages SET embedding = (SELECT embedding FROM passages WHERE id = 1) "
            "WHERE id = 2"
        )
        problems = " ".join(corpus.check().problems)
        assert "sha256" in problems
        assert "another embedding" in problems


def test_a_large_library_searches_cells_and_filters_still_find_everything(tmp_path: Path) -> None:
    config = IndexConfig(home=tmp_path, ivf_threshold=100)
    drafts = [ArticleDraft(text=f"Word{i} of report {i}.", title=str(i)) for i in range(150)]
    with Corpus.open(config, HashingEmbedder()) as corpus:
        corpus.add(drafts)
        assert corpus._caches._loaded().is_ivf
        assert corpus.check().problems == ()


def test_a_taken_lock_does_not_stop_a_search_but_stops_a_rebuild(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.caches.LOCK_WAIT_S", 0.1)
    lock = FileLock(str(home / "caches.lock"))
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus, lock:
        assert corpus.search("bridge", 3)
        with pytest.raises(LibraryError, match="Another process"):
            corpus.rebuild()


def test_searches_beside_adds_never_start_the_vectors_over(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:

        def work(number: int) -> None:
            for i in range(5):
                corpus.add([ArticleDraft(text=f"Note {number} {i} of Orm.", title="N")])
                assert corpus.search("note", 3)

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(work, range(6)))
        assert "newer than the library" not in caplog.text
        assert corpus.check().problems == ()


@pytest.mark.parametrize("suffix", [".idx", ".term", ".pos", ".store", ".fieldnorm"])
def test_a_flipped_byte_in_a_full_text_file_is_noticed(home: Path, suffix: str) -> None:
    path = next((home / "fulltext").glob(f"*{suffix}"))
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 0xFF
    path.write_bytes(bytes(data))
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        assert len(corpus.search_each("bridge")[1]) == 30
        assert corpus.check().problems == ()


class PanicException(BaseException):
    """What a panic in Rust code arrives as."""


def test_an_index_that_panics_while_it_is_searched_is_rebuilt(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Corpus.open(IndexConfig(home=home), HashingEmbedder()) as corpus:
        lexical = corpus._caches._lexical
        search, calls = lexical._words, iter([True])

        def panic(*arguments: object) -> object:
            if next(calls, False):
                raise PanicException("index out of bounds")
            return search(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(lexical, "_words", panic)
        assert len(corpus.search_each("bridge")[1]) == 30
