"""Who is refused: foreign hosts, other sites' pages, other content types; headers; logs."""

from __future__ import annotations

import io
import logging

import pytest
from flask.testing import FlaskClient

from tests.conftest import with_web
from web.app import create_app
from web.services import Services

ARTICLE = {"text": "A heron stood in the river."}


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:99", "[::1]:8000", "LOCALHOST"]
)
def test_own_host_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.7",
        "[::2]",
        "[",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/articles", "/static/favicon.svg"])
def test_foreign_host_is_refused(client: FlaskClient, host: str, path: str) -> None:
    response = client.get(path, headers={"Host": host}, environ_overrides={"HTTP_HOST": host})
    assert response.status_code in (400, 421)
    assert response.content_type == "application/problem+json"


def test_more_hosts_can_be_allowed(services: Services) -> None:
    app = create_app(with_web(services, allowed_hosts=("News.example",), host="10.0.0.7"))
    client = app.test_client()
    for host in ("news.example:80", "10.0.0.7:8000"):
        assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""]
)
@pytest.mark.parametrize("path", ["/api/v1/articles", "/api/v1/answer"])
def test_other_content_is_a_415(client: FlaskClient, path: str, content_type: str) -> None:
    body = '{"text": "A heron stood in the river.", "question": "why?"}'
    response = client.post(path, data=body, content_type=content_type)
    assert response.status_code == 415
    assert "application/json" in response.get_json()["detail"]


def test_json_may_name_its_charset(client: FlaskClient) -> None:
    response = client.post(
        "/api/v1/articles",
        data='{"text": "A heron stood in the river."}',
        content_type="application/json; charset=utf-8",
    )
    assert response.status_code == 200


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://["},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_write_from_another_site_is_refused(client: FlaskClient, headers: dict[str, str]) -> None:
    upload = {"files": [(io.BytesIO(b"Text of some length."), "a.txt")]}
    assert client.post("/api/v1/articles", data=upload, headers=headers).status_code == 403
    assert client.post("/api/v1/articles", json=ARTICLE, headers=headers).status_code == 403
    assert client.delete("/api/v1/articles/x", headers=headers).status_code == 403
    assert client.get("/api/v1/articles").get_json()["total"] == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_own_upload_is_taken(client: FlaskClient, headers: dict[str, str]) -> None:
    upload = {"files": [(io.BytesIO(b"Text of some length."), "a.txt")]}
    assert client.post("/api/v1/articles", data=upload, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/articles", "/healthz", "/nothing", "/static/docs/start.js"]
)
def test_every_response_carries_the_policy(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    for part in ("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_logs_hold_no_question(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get("/api/v1/answer?question=who+is+whistleblower")
        client.post("/api/v1/answer", json={"question": "who is whistleblower"})
        client.get("/api/v1/answer?question=whistleblower&wrong=1")
        client.get("/nothing?question=whistleblower")
    assert "GET /api/v1/answer 200" in caplog.text
    assert "whistleblower" not in caplog.text
