"""Problem JSON for programs, pages for browsers, one table for all exceptions."""

from __future__ import annotations

import inspect

import pytest
from flask.testing import FlaskClient

import index.errors
import web.errors
import web.server
from index.errors import ArticleNotFoundError, DatelineError, InvalidQuestionError
from web.app import create_app
from web.errors import STATUS, ForeignRequestError, status_of
from web.services import Services

PROBLEM_KEYS = {"type", "title", "status", "detail", "instance"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def every_exception() -> list[type[DatelineError]]:
    modules = (index.errors, web.errors, web.server)
    found = {kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass)}
    return sorted((k for k in found if issubclass(k, DatelineError)), key=lambda k: k.__name__)


@pytest.mark.parametrize("kind", every_exception())
def test_every_exception_has_a_status(kind: type[DatelineError]) -> None:
    error = kind("why", 421) if kind is ForeignRequestError else kind("why")
    assert 400 <= status_of(error) <= 503


def test_nearest_class_counts() -> None:
    assert status_of(ArticleNotFoundError("x")) == STATUS[index.errors.NotFoundError] == 404
    assert status_of(InvalidQuestionError("x")) == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/articles/nothing", 404),
        ("DELETE", "/api/v1/search", 405),
        ("GET", "/static/../app.py", 404),
        ("GET", "/static/%2e%2e/app.py", 404),
    ],
)
def test_problem_shape(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method)
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    problem = response.get_json()
    assert set(problem) == PROBLEM_KEYS
    assert problem["status"] == status
    assert problem["detail"].endswith(".")


def test_405_says_what_is_allowed(client: FlaskClient) -> None:
    response = client.delete("/api/v1/answer")
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) >= {"GET", "POST"}
    assert "POST" in response.get_json()["detail"]


def test_instance_has_no_query(client: FlaskClient) -> None:
    problem = client.get("/api/v1/answer?question=x&wrong=1").get_json()
    assert problem["instance"] == "/api/v1/answer"


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/articles/nothing",
        "/articles/<script>alert(1)</script>",
        "/articles?cursor=<script>",
        "/articles/x?v=99999999999999999999&start=-1&end=1e9",
    ],
)
def test_browsers_get_a_page_with_a_way_home(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=BROWSER)
    assert response.status_code in (404, 422)
    assert response.content_type.startswith("text/html")
    assert 'href="/"' in response.text
    assert "<script>" not in response.text


def test_the_api_speaks_json_to_browsers_too(client: FlaskClient) -> None:
    response = client.get("/api/v1/articles/nothing", headers=BROWSER)
    assert response.content_type == "application/problem+json"


def test_unexpected_failure_tells_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(type(services.corpus), "articles", fail)
    response = create_app(services).test_client().get("/api/v1/articles")
    assert response.status_code == 500
    assert set(response.get_json()) == PROBLEM_KEYS
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    assert "secret detail" in caplog.text
