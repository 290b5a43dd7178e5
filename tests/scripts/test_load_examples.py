"""make run adds the examples to an empty library only."""

from __future__ import annotations

from index.corpus import Corpus
from scripts.load_examples import is_empty
from tests.conftest import ARTICLES
from tests.fakes import HashingEmbedder
from web.settings import Settings


def test_a_library_is_empty_until_an_article_is_added(
    settings: Settings, embedder: HashingEmbedder
) -> None:
    home = settings.index.home
    assert is_empty(home)
    with Corpus.open(settings.index, embedder) as corpus:
        assert is_empty(home)
        corpus.add(ARTICLES)
        assert not is_empty(home)
    assert not is_empty(home)
