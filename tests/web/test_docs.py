"""/openapi.json describes every route; /docs works offline under the policy."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.test_answer import CONTRACT_KEYS
from web.api import examples
from web.api.responses import AnswerOut
from web.app import create_app
from web.services import Services

NOT_THE_API = {"/", "/articles", "/articles/<article_id>", "/docs", "/openapi.json"}


@pytest.fixture
def spec(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").get_json()
    return found


def test_every_route_is_described(services: Services, spec: dict[str, Any]) -> None:
    for rule in create_app(services).url_map.iter_rules():
        if rule.rule in NOT_THE_API or rule.rule.startswith("/static/"):
            continue
        operations = spec["paths"][re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)]
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            operation = operations[method.lower()]
            assert operation["summary"].endswith("."), (rule.rule, method)
            assert operation["responses"]["default"]["content"]["application/problem+json"]


def test_every_reference_resolves(spec: dict[str, Any]) -> None:
    names = set(re.findall(r"#/components/schemas/(\w+)", str(spec)))
    assert names == set(spec["components"]["schemas"])
    assert {"AnswerOut", "ClaimOut", "CitationOut", "ProblemOut", "ArticleIn"} <= names


def test_contract_is_described(spec: dict[str, Any]) -> None:
    answer = spec["paths"]["/api/v1/answer"]["post"]
    assert set(answer["responses"]["200"]["content"]) == {"application/json", "text/event-stream"}
    articles = spec["paths"]["/api/v1/articles"]["post"]
    assert set(articles["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert "Location" in articles["responses"]["202"]["headers"]
    parameters = {p["name"] for p in spec["paths"]["/api/v1/answer"]["get"]["parameters"]}
    assert parameters == {
        "question", "conversation_id", "top_k", "explain", "ignore_dates",
        "published_after", "published_before", "publishers", "article_ids",
    }  # fmt: skip


def test_example_is_an_answer_of_the_contract() -> None:
    assert not AnswerOut().validate(examples.ANSWER)
    assert set(examples.ANSWER) == CONTRACT_KEYS
    citation = examples.ANSWER["citations"][0]
    first, last = (citation[name] - citation["start"] for name in ("answer_start", "answer_end"))
    assert citation["quote"][first:last] == citation["answer"] == examples.ANSWER["answer"]


def test_docs_load_everything_from_here(client: FlaskClient) -> None:
    with client.get("/docs") as response:
        page = response.get_data(as_text=True)
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert address.startswith("/"), address
        with client.get(address) as response:
            assert response.status_code == 200
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert "style=" not in page
