"""GET /api/v1/search over the real app and library."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from index.corpus import Corpus

URL = "/api/v1/search"
CONTRACT_KEYS = {"article_id", "start", "end", "text", "rank", "score", "lexical", "dense"}

pytestmark = pytest.mark.usefixtures("article_ids")


def test_hits_are_stretches_of_their_articles(client: FlaskClient, corpus: Corpus) -> None:
    hits = client.get(URL, query_string={"query": "tents", "top_k": 3}).get_json()["hits"]
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        assert set(hit) >= CONTRACT_KEYS
        article = corpus.article(hit["article_id"])
        assert article.text[hit["start"] : hit["end"]] == hit["text"]
    scores = [hit["score"] for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_top_k_and_filters(client: FlaskClient) -> None:
    assert len(client.get(f"{URL}?query=tents&top_k=1").get_json()["hits"]) == 1
    assert client.get(f"{URL}?query=tents&publishers=Nobody").get_json()["hits"] == []


@pytest.mark.parametrize(
    "query",
    ["", "query=", "query=+", "query=a&top_k=0", "query=a&k=2", "query=%00", f"query={'x' * 3000}"],
)
def test_bad_search_is_a_422(client: FlaskClient, query: str) -> None:
    assert client.get(f"{URL}?{query}").status_code == 422


@pytest.mark.parametrize("query", ['"', "a AND (", "*:*", "title:x^9", "' OR 1=1 --", "😀"])
def test_queries_are_words_never_syntax(client: FlaskClient, query: str) -> None:
    assert client.get(URL, query_string={"query": query}).status_code == 200
