"""/healthz, /readyz, /metrics."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from web.app import create_app
from web.services import Services


@pytest.mark.usefixtures("article_ids")
def test_ready_says_how_much_there_is(client: FlaskClient) -> None:
    ready = client.get("/readyz").get_json()
    assert (ready["status"], ready["articles"]) == ("ready", 3)
    assert ready["passages"] >= 3
    assert ready["generation"] >= 1


def test_alive_but_not_ready_while_loading(services: Services) -> None:
    services.opened = None
    client = create_app(services).test_client()
    assert client.get("/healthz").get_json() == {"status": "ok"}
    waiting = client.get("/readyz")
    assert waiting.status_code == 503
    assert waiting.get_json()["status"] == 503
    assert client.get("/metrics").status_code == 200


@pytest.mark.usefixtures("article_ids")
def test_metrics_count_and_keep_questions_out(client: FlaskClient) -> None:
    client.post("/api/v1/answer", json={"question": "How many people fled Ostrel?"})
    client.get("/api/v1/search?query=secretword")
    text = client.get("/metrics").text
    assert 'dateline_answers_total{outcome="value"} 1.0' in text
    assert 'route="/api/v1/answer"' in text
    assert "dateline_articles 3.0" in text
    assert "Ostrel" not in text
    assert "secretword" not in text
