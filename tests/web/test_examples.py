"""Example questions are offered where, and only where, their article is in the library."""

from __future__ import annotations

from pathlib import Path

from index.corpus import Corpus
from index.ingest import drafts_from_path
from index.types import ArticleDraft
from web.examples import EXAMPLES, ExampleQuestions

FOLDER = Path(__file__).parents[2] / "examples"


def example_articles() -> list[ArticleDraft]:
    folders = sorted(path for path in FOLDER.iterdir() if path.is_dir())
    found = [item for folder in folders for item in drafts_from_path(folder)]
    return [item for item in found if isinstance(item, ArticleDraft)]


def test_an_empty_library_offers_none(corpus: Corpus) -> None:
    assert ExampleQuestions().questions(corpus) == []


def test_other_articles_offer_none(corpus: Corpus, article_ids: list[str]) -> None:
    assert article_ids
    assert ExampleQuestions().questions(corpus) == []


def test_all_are_offered_over_the_example_articles_until_they_go(corpus: Corpus) -> None:
    examples = ExampleQuestions()
    added = corpus.add(example_articles())
    assert examples.questions(corpus) == [example.question for example in EXAMPLES]
    by_url = {corpus.article(result.id).url: result.id for result in added}
    corpus.remove([by_url[EXAMPLES[0].url]])
    assert examples.questions(corpus) == [example.question for example in EXAMPLES[1:]]
