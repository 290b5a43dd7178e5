"""/api/v1/articles and jobs over the real app and library."""

from __future__ import annotations

import hashlib
import io
import json
import time
from typing import Any

import pytest
from flask.testing import FlaskClient

from index.corpus import Corpus
from tests.conftest import ARTICLES, with_web
from web.app import create_app
from web.services import Services

URL = "/api/v1/articles"
NEW = {
    "title": "Bakers of Ulm",
    "text": "Nine bakers of Ulm struck for a day.",
    "publisher": "Ulm Herald",
    "published_at": "2022-03-04",
    "url": "https://ulm.example/bakers",
    "author": "I. Stein",
}


def wait_for(client: FlaskClient, location: str) -> dict[str, Any]:
    """Follow a job to its end."""
    for _ in range(200):
        job: dict[str, Any] = client.get(location).get_json()
        if job["status"] not in ("queued", "running"):
            return job
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def test_post_one_then_get_it(client: FlaskClient) -> None:
    response = client.post(URL, json=NEW)
    assert response.status_code == 200
    [result] = response.get_json()["articles"]
    assert result["status"] == "added"
    assert result["version"] == 1
    assert "error" not in result
    stored = client.get(f"{URL}/{result['id']}").get_json()
    assert {name: stored[name] for name in NEW} == NEW
    assert stored["sha256"] == hashlib.sha256(stored["text"].encode()).hexdigest()


def test_post_again_is_unchanged_and_new_text_a_new_version(client: FlaskClient) -> None:
    first = client.post(URL, json=NEW).get_json()["articles"][0]
    again = client.post(URL, json=NEW).get_json()["articles"][0]
    assert (again["id"], again["status"]) == (first["id"], "unchanged")
    newer = client.post(URL, json=NEW | {"text": "Ten bakers struck."}).get_json()["articles"][0]
    assert (newer["id"], newer["status"], newer["version"]) == (first["id"], "updated", 2)
    old = client.get(f"{URL}/{first['id']}?version=1").get_json()
    assert old["text"] == NEW["text"]


def test_list_of_articles_keeps_order_and_the_good_ones(client: FlaskClient) -> None:
    sent = [NEW, {"title": "No text", "text": " "}, NEW | {"url": None, "published_at": "soon"}]
    response = client.post(URL, json=[*sent, {"text": "A second good one stands here."}, 5])
    assert response.status_code == 200
    results = response.get_json()["articles"]
    statuses = ["added", "failed", "failed", "added", "failed"]
    assert [result["status"] for result in results] == statuses
    assert "article 2" in results[1]["error"]
    assert "article 5 is not a JSON object" in results[4]["error"]
    assert "2021-08-26" in results[2]["error"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"title": "No text"}, "text"),
        ({"text": ""}, "text"),
        ({"text": "x", "published_at": "the day after"}, "2021-08-26"),
        ({"text": "x", "body": "y"}, "body"),
        ({"text": 5}, "string"),
        ({"text": "a\ud800b"}, "surrogate"),
        ([], "empty"),
        (["text"], "JSON object"),
        ("text", "JSON object"),
        ([{"text": "x"}, {"text": "y", "titel": "z"}], "titel"),
    ],
)
def test_bad_article_is_a_422_and_nothing_is_stored(
    client: FlaskClient, corpus: Corpus, body: object, said: str
) -> None:
    response = client.post(URL, data=json.dumps(body), content_type="application/json")
    assert response.status_code == 422, response.text
    assert said in response.get_json()["detail"]
    assert corpus.stats().articles == 0


def test_many_articles_become_a_job(services: Services) -> None:
    client = create_app(with_web(services, articles_per_call=3)).test_client()
    sent = [{"text": f"Message number {number} of the day."} for number in range(7)]
    response = client.post(URL, json=[*sent, {"text": ""}])
    assert response.status_code == 202
    location = response.headers["Location"]
    assert location.startswith("/api/v1/jobs/")
    job = wait_for(client, location)
    assert (job["status"], job["total"], job["done"]) == ("done", 8, 8)
    assert (job["added"], job["failed"]) == (7, 1)
    assert job["articles"][7]["status"] == "failed"
    assert client.get(URL).get_json()["total"] == 7


def test_unknown_job(client: FlaskClient) -> None:
    response = client.get("/api/v1/jobs/nothing")
    assert response.status_code == 404
    assert "nothing" in response.get_json()["detail"]


def test_upload_of_files(client: FlaskClient) -> None:
    files = [
        (io.BytesIO(b"Five swans landed on the lake."), "swans.txt"),
        (io.BytesIO(b'{"text": "One swan."}\n{"text": "Two swans."}\n'), "two.jsonl"),
        (io.BytesIO(b"%PDF-1.4"), "paper.pdf"),
    ]
    response = client.post(URL, data={"files": files, "publisher": "Lake News"})
    assert response.status_code == 200, response.text
    results = response.get_json()["articles"]
    assert [result["status"] for result in results] == ["added", "added", "added", "failed"]
    assert "paper.pdf" in results[3]["error"]
    assert client.get(f"{URL}/{results[0]['id']}").get_json()["publisher"] == "Lake News"


def test_upload_of_one_bad_file_is_a_422(client: FlaskClient) -> None:
    files = [(io.BytesIO(b"\x00\x01\x02\xff" * 50), "../../secret/noise.txt")]
    response = client.post(URL, data={"files": files})
    assert response.status_code == 422
    assert "noise.txt" in response.get_json()["detail"]
    assert "secret" not in response.get_json()["detail"]


def test_upload_without_a_file_or_with_an_unknown_field(client: FlaskClient) -> None:
    assert (
        client.post(URL, data={"publisher": "x"}, content_type="multipart/form-data").status_code
        == 422
    )
    files = [(io.BytesIO(b"Text of some length."), "a.txt")]
    response = client.post(URL, data={"files": files, "publischer": "x"})
    assert response.status_code == 422
    assert "publischer" in response.get_json()["detail"]


def test_list_pages(client: FlaskClient, article_ids: list[str]) -> None:
    first = client.get(URL, query_string={"limit": 2}).get_json()
    assert first["total"] == len(ARTICLES) == 3
    second = client.get(URL, query_string={"limit": 2, "cursor": first["next_cursor"]}).get_json()
    seen = [article["id"] for article in first["articles"] + second["articles"]]
    assert sorted(seen) == sorted(article_ids)
    assert second["next_cursor"] is None
    assert first["articles"][0]["published_at"] == "2024-01-09"


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "limit=501", "cursor=%00", "cursor=hm", "page=2"]
)
def test_bad_list_is_a_422(client: FlaskClient, query: str) -> None:
    assert client.get(f"{URL}?{query}").status_code == 422


def test_put_makes_a_version(client: FlaskClient, article_ids: list[str]) -> None:
    response = client.put(
        f"{URL}/{article_ids[0]}", json={"title": "Ostrel", "text": "All is dry."}
    )
    assert response.get_json()["status"] == "updated"
    assert client.get(f"{URL}/{article_ids[0]}").get_json()["text"] == "All is dry."
    assert client.put(f"{URL}/{article_ids[0]}", json={"title": "Ostrel"}).status_code == 422


def test_delete_is_gone_from_search(client: FlaskClient, article_ids: list[str]) -> None:
    search = "/api/v1/search?query=fled+Ostrel"
    assert client.get(search).get_json()["hits"][0]["article_id"] == article_ids[0]
    assert client.delete(f"{URL}/{article_ids[0]}").status_code == 204
    found = client.get(search).get_json()["hits"]
    assert article_ids[0] not in {hit["article_id"] for hit in found}
    assert client.get(f"{URL}/{article_ids[0]}").status_code == 404


@pytest.mark.parametrize("method", ["get", "put", "delete"])
@pytest.mark.parametrize("article_id", ["nothing", "%00", "%ED%A0%80", "a" * 5000, "..%2F..%2Fetc"])
def test_unknown_article_is_a_404(client: FlaskClient, method: str, article_id: str) -> None:
    body = {"json": {"text": "Some text."}} if method == "put" else {}
    response = getattr(client, method)(f"{URL}/{article_id}", **body)
    assert response.status_code == 404
    assert response.content_type == "application/problem+json"


def test_unknown_version_is_a_404(client: FlaskClient, article_ids: list[str]) -> None:
    assert client.get(f"{URL}/{article_ids[0]}?version=9").status_code == 404
    assert client.get(f"{URL}/{article_ids[0]}?version=0").status_code == 422
