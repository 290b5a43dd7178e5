"""The corpus over a real store and real caches, with a small embedder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.config import IndexConfig
from index.corpus import Corpus
from index.errors import ArticleNotFoundError, InvalidFilterError, LibraryError, ModelError
from index.types import ArticleDraft, Filters
from tests.fakes import HashingEmbedder

RIVER = ArticleDraft(
    text="The river rose two metres overnight. Twelve houses were flooded in the old town.",
    title="River floods old town",
    publisher="Harbour Times",
    url="https://harbour.example/river",
    published_at=date(2023, 5, 2),
)
STRIKE = ArticleDraft(
    text="Tram drivers walked out on Monday. The union counted 900 strikers.",
    title="Trams stop",
    publisher="Northern Post",
    published_at=date(2024, 1, 9),
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "library"


def _open(home: Path, fusion: str = "minmax") -> Corpus:
    config = IndexConfig(home=home, passage_tokens=8, overlap_sentences=0, fusion=fusion)
    return Corpus.open(config, HashingEmbedder())


@pytest.fixture
def corpus(home: Path) -> Iterator[Corpus]:
    with _open(home) as opened:
        yield opened


def test_an_added_article_is_found_with_its_characters(corpus: Corpus) -> None:
    added = corpus.add([RIVER, STRIKE])
    assert [result.status for result in added] == ["added", "added"]
    best = corpus.search("how many strikers did the union count", 3)[0]
    assert best.text == "The union counted 900 strikers."
    assert best.article.text[best.passage.start : best.passage.end] == best.text
    assert (best.rank, best.article.title) == (1, "Trams stop")


def test_adding_again_changes_nothing_and_embeds_nothing(home: Path) -> None:
    embedder = HashingEmbedder()
    with Corpus.open(IndexConfig(home=home), embedder) as corpus:
        corpus.add([RIVER, STRIKE])
        generation, embedded = corpus.generation, embedder.embedded
        assert [r.status for r in corpus.add([RIVER, STRIKE])] == ["unchanged", "unchanged"]
        assert (corpus.generation, embedder.embedded) == (generation, embedded)


def test_new_text_at_the_same_address_is_a_new_version(corpus: Corpus) -> None:
    first = corpus.add([RIVER])[0]
    second = corpus.add([replace(RIVER, text="The river fell. Zebras drank.")])[0]
    assert (second.id, second.version, second.status) == (first.id, 2, "updated")
    assert all(hit.passage.version == 2 for hit in corpus.search("river houses", 9))
    assert corpus.article(first.id, 1).text == RIVER.text
    assert corpus.article(first.id).text == "The river fell. Zebras drank."
    assert corpus.check().problems == ()


def test_other_text_from_the_same_file_is_a_new_version(corpus: Corpus) -> None:
    draft = replace(STRIKE, source_path="/news/strike.txt")
    first = corpus.add([draft])[0]
    second = corpus.add([replace(draft, text="The strike is over.")])[0]
    assert (second.id, second.status) == (first.id, "updated")


def test_what_a_second_add_leaves_out_stays(corpus: Corpus) -> None:
    draft = replace(STRIKE, source_path="/news/strike.txt")
    first = corpus.add([draft])[0]
    bare = ArticleDraft(text=draft.text, source_path="/news/strike.txt")
    assert corpus.add([bare])[0].status == "unchanged"
    dated = corpus.add([replace(bare, published_at=date(2024, 1, 10))])[0]
    assert (dated.status, dated.version) == ("updated", 2)
    assert corpus.article(first.id).publisher == "Northern Post"


def test_a_bad_draft_does_not_stop_the_others(corpus: Corpus) -> None:
    bad = [ArticleDraft(text=" \n"), ArticleDraft(text="broken \ud800 text")]
    results = corpus.add([RIVER, *bad, STRIKE])
    assert [r.status for r in results] == ["added", "failed", "failed", "added"]
    assert all(r.error for r in results[1:3])


def test_the_same_draft_twice_in_one_call_is_stored_once(corpus: Corpus) -> None:
    assert [r.status for r in corpus.add([RIVER, RIVER])] == ["added", "unchanged"]
    assert corpus.stats().articles == 1


def test_a_removed_article_is_nowhere(corpus: Corpus, home: Path) -> None:
    kept, gone = corpus.add([STRIKE, RIVER])
    corpus.remove([gone.id])
    assert {hit.article.id for hit in corpus.search("river houses old town", 9)} == {kept.id}
    assert corpus.check().problems == ()
    with pytest.raises(ArticleNotFoundError):
        corpus.article(gone.id)
    for file in home.rglob("*"):
        assert not file.is_file() or b"Twelve houses" not in file.read_bytes()


def test_an_unknown_id_removes_nothing(corpus: Corpus) -> None:
    added = corpus.add([RIVER])[0]
    with pytest.raises(ArticleNotFoundError, match="nowhere"):
        corpus.remove([added.id, "nowhere"])
    assert corpus.stats().articles == 1


def test_two_corpora_on_one_library_see_each_other(home: Path) -> None:
    with _open(home) as first, _open(home) as second:
        first.add([RIVER])
        assert second.search("river", 5)
        added = second.add([STRIKE])[0]
        assert first.search("union strikers", 5)[0].article.id == added.id
        first.remove([added.id])
        assert all(hit.article.id != added.id for hit in second.search("union strikers", 5))


def test_a_filter_for_one_article_among_many_finds_its_passages(corpus: Corpus) -> None:
    drafts = [
        ArticleDraft(text=f"The river rose in town {i}.", title=f"Town {i}", publisher="Many")
        for i in range(300)
    ]
    corpus.add(drafts)
    one = corpus.add([STRIKE])[0]
    for filters in (
        Filters(article_ids=(one.id,)),
        Filters(publishers=("northern post",)),
        Filters(published_after=date(2024, 1, 9), published_before=date(2024, 1, 9)),
    ):
        dense, lexical = corpus.search_each("river town strikers", filters)
        assert len(dense) == 2
        assert len(lexical) == 1
        assert {hit.article.id for hit in corpus.search("river", 5, filters)} == {one.id}
    assert corpus.search("river", 5, Filters(publishers=("nobody",))) == []


@pytest.mark.parametrize("fusion", ["minmax", "rrf"])
def test_both_fusions_rank_from_one(home: Path, fusion: str) -> None:
    with _open(home, fusion=fusion) as corpus:
        corpus.add([RIVER, STRIKE])
        hits = corpus.search("river houses", 3)
        assert [hit.rank for hit in hits] == [1, 2, 3]
        assert [hit.score for hit in hits] == sorted((h.score for h in hits), reverse=True)


def test_the_list_goes_from_new_to_old_in_pages(corpus: Corpus) -> None:
    undated = ArticleDraft(text="No day.", title="Undated")
    corpus.add([RIVER, undated, STRIKE])
    first = corpus.articles(limit=2)
    second = corpus.articles(limit=2, cursor=first.next_cursor)
    titles = [a.title for a in (*first.articles, *second.articles)]
    assert titles == ["Trams stop", "River floods old town", "Undated"]
    assert (first.total, second.next_cursor) == (3, None)
    with pytest.raises(InvalidFilterError):
        corpus.articles(cursor="nonsense")


def test_another_embedder_is_refused_until_everything_is_embedded_again(home: Path) -> None:
    with _open(home) as corpus:
        corpus.add([RIVER, STRIKE])
    other = HashingEmbedder(name="other", dim=48)
    with pytest.raises(ModelError, match="rebuild"):
        Corpus.open(IndexConfig(home=home), other)
    with Corpus.open(IndexConfig(home=home), other, reembed=True) as corpus:
        assert corpus.check().problems == ()
        assert corpus.search("union strikers", 1)[0].article.title == "Trams stop"


def test_replace_stores_the_draft_as_it_is(corpus: Corpus) -> None:
    added = corpus.add([RIVER])[0]
    result = corpus.replace(added.id, ArticleDraft(text="All calm.", title="Calm"))
    assert (result.id, result.version, result.status) == (added.id, 2, "updated")
    assert corpus.article(added.id).publisher is None
    with pytest.raises(ArticleNotFoundError):
        corpus.replace("nowhere", RIVER)


def test_a_home_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("x")
    with pytest.raises(LibraryError, match="--home"):
        _open(path)


def test_a_file_that_is_no_library_is_a_clear_error(home: Path) -> None:
    home.mkdir()
    (home / "library.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(LibraryError, match="--home"):
        _open(home)
