"""Whatever is sent, the API answers or refuses in words; it never fails."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# Surrogates too: JSON can write them as escapes.
TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3)
)
QUESTIONS = st.fixed_dictionaries(
    {"question": TEXT | JSON},
    optional={
        "top_k": JSON,
        "explain": JSON,
        "conversation_id": TEXT | JSON,
        "filters": JSON
        | st.fixed_dictionaries(
            {}, optional={"published_after": JSON, "publishers": JSON, "article_ids": JSON}
        ),
    },
)
ARTICLES = st.fixed_dictionaries(
    {"text": TEXT | JSON},
    optional={"title": TEXT | JSON, "url": TEXT, "publisher": JSON, "published_at": TEXT | JSON},
)

hostile = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
pytestmark = pytest.mark.usefixtures("article_ids")


def send(client: FlaskClient, path: str, body: Any) -> None:
    response = client.post(path, data=json.dumps(body), content_type="application/json")
    assert response.status_code in (200, 400, 422), response.text
    if response.status_code != 200:
        assert response.get_json()["detail"]


@hostile
@given(JSON | QUESTIONS)
def test_any_question(client: FlaskClient, body: Any) -> None:
    send(client, "/api/v1/answer", body)


@hostile
@given(JSON | ARTICLES | st.lists(ARTICLES, min_size=1, max_size=3))
def test_any_article(client: FlaskClient, body: Any) -> None:
    send(client, "/api/v1/articles", body)


@hostile
@given(TEXT, st.sampled_from(["query", "top_k", "publishers", "published_after", "cursor"]))
def test_any_address(client: FlaskClient, value: str, name: str) -> None:
    written = value.encode("utf-8", "surrogatepass")
    for path in ("/api/v1/search", "/api/v1/articles", "/articles", "/api/v1/answer"):
        response = client.get(path, query_string={"query": b"tents", name: written})
        assert response.status_code in (200, 422), response.text


@hostile
@given(
    st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.md", "a"])
)
def test_any_file(client: FlaskClient, data: bytes, name: str) -> None:
    response = client.post("/api/v1/articles", data={"files": [(io.BytesIO(data), name)]})
    assert response.status_code in (200, 422), response.text


@pytest.mark.parametrize(
    "name", ["", "/", "..", "a/../../b.txt", "x" * 3000 + ".txt", "\u202egpj.txt"]
)
def test_any_file_name(client: FlaskClient, name: str) -> None:
    response = client.post("/api/v1/articles", data={"files": [(io.BytesIO(b"One line."), name)]})
    assert response.status_code in (200, 422), response.text
