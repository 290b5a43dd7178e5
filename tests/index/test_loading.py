"""Loading: nothing goes unembedded, and a load that is cut off goes on where it stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.chunking import split_article
from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import Embedder, open_embedder
from index.loading import Loader
from index.store import Store
from index.types import ArticleDraft
from tests.fakes import HashingEmbedder

TITLE = "Extraordinarily long headline about the reconstruction of Daraa al-Balad " * 6
TEXT = " ".join(
    f"Delegation number {i} reported unprecedented reconstruction difficulties near Ostrava-Lenne."
    for i in range(120)
)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder()


def test_the_last_word_of_the_longest_passage_is_embedded(
    embedder: Embedder, tmp_path: Path
) -> None:
    config = IndexConfig(home=tmp_path)
    loader = Loader(Store(tmp_path / "library.sqlite3"), embedder, config)
    spans = split_article(TEXT, embedder.count_tokens, config.passage_tokens, 1)
    texts = loader.embedding_texts(TITLE, TEXT, spans)
    counts = embedder.count_tokens(texts)
    longest = texts[counts.index(max(counts))]
    assert config.passage_tokens < max(counts) <= embedder.max_tokens - 2  # two special tokens
    changed = longest.rstrip(".").rsplit("-", 1)[0] + "-zebra."
    first, second = embedder.embed([longest, changed])
    assert float(np.dot(first, second)) < 0.9999


def _cut_off(drafts: list[ArticleDraft], after: int) -> Iterator[ArticleDraft]:
    yield from drafts[:after]
    raise KeyboardInterrupt


def test_a_load_that_is_cut_off_goes_on_where_it_stopped(tmp_path: Path) -> None:
    drafts = [ArticleDraft(text=f"Report {i} from Orm.", title=str(i)) for i in range(25)]
    embedder = HashingEmbedder()
    config = IndexConfig(home=tmp_path, batch_articles=10)
    with Corpus.open(config, embedder) as corpus, pytest.raises(KeyboardInterrupt):
        corpus.add(_cut_off(drafts, 24))
    with Corpus.open(config, embedder) as corpus:
        assert corpus.stats().articles == 20
        assert corpus.check().problems == ()
        embedded = embedder.embedded
        statuses = [result.status for result in corpus.add(drafts)]
        assert statuses == ["unchanged"] * 20 + ["added"] * 5
        assert embedder.embedded == embedded + 5
