"""POST and GET /api/v1/answer over the real app and pipeline, with rule-based models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from index.corpus import Corpus
from qa.pipeline import Pipeline, Stage
from tests.conftest import with_web
from tests.fakes import RuleReader, null_margin_calibration
from web.api.responses import AnswerOut
from web.app import create_app
from web.opening import Opened
from web.services import Services

URL = "/api/v1/answer"
QUESTION = "How many people fled Ostrel?"
CONTRACT_KEYS = {
    "id", "conversation_id", "question", "standalone_question", "asked_dates", "status",
    "reason", "kind", "answer", "text", "confidence", "disagreement", "claims", "timeline",
    "citations", "timing_ms", "generation",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("article_ids")


def ask(client: FlaskClient, **body: Any) -> dict[str, Any]:
    response = client.post(URL, json={"question": QUESTION} | body)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.get_json()
    return found


def events(text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Parse server-sent events as a client would."""
    for block in text.strip().split("\n\n"):
        name, data = block.split("\n")
        yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_answer_has_the_keys_of_the_contract_and_no_more(client: FlaskClient) -> None:
    answer = ask(client)
    assert set(answer) == CONTRACT_KEYS
    assert not AnswerOut().validate(answer)


def test_answer_is_a_quotation(client: FlaskClient, corpus: Corpus) -> None:
    answer = ask(client)
    assert answer["status"] == "answered"
    assert answer["answer"] == answer["claims"][0]["value"] == "4,200"
    first = answer["citations"][answer["claims"][0]["citations"][0] - 1]
    text = corpus.article(first["article_id"], first["version"]).text
    assert first["answer"] == "4,200"
    assert text[first["start"] : first["end"]] == first["quote"]
    assert text[first["answer_start"] : first["answer_end"]] == first["answer"]
    assert f"start={first['start']}&end={first['end']}" in first["link"]


def test_link_opens_the_article_with_the_quote_marked(client: FlaskClient) -> None:
    citation = ask(client)["citations"][0]
    page = client.get(citation["link"]).text
    marked = page.partition("<mark")[2].partition(">")[2].partition("</mark>")[0]
    assert marked == citation["quote"]


def test_no_answer_is_a_result(client: FlaskClient) -> None:
    answer = ask(client, question="How many penguins voted in Antarctica?")
    assert answer["status"] == "no_answer"
    assert answer["reason"] in ("low_confidence", "not_found")
    assert answer["answer"] is None
    assert answer["claims"] == answer["citations"] == []
    assert isinstance(answer["closest"], list)
    assert not AnswerOut().validate(answer)


def test_a_date_of_the_question_is_told_and_can_be_ignored(client: FlaskClient) -> None:
    dated = "How many people fled Ostrel in 2018?"
    answer = ask(client, question=dated)
    assert not AnswerOut().validate(answer)
    assert (answer["status"], answer["reason"]) == ("no_answer", "not_found")
    [asked] = answer["asked_dates"]
    assert asked == {
        "text": "in 2018", "start": 28, "end": 35, "from": "2018-01-01", "to": "2018-12-31",
    }  # fmt: skip
    ignoring = ask(client, question=dated, ignore_dates=True)
    assert (ignoring["answer"], ignoring["asked_dates"]) == ("4,200", [])
    got = client.get(URL, query_string={"question": dated, "ignore_dates": "true"}).get_json()
    assert got["answer"] == "4,200"
    refused = client.post(URL, json={"question": dated, "ignore_dates": "perhaps"})
    assert refused.status_code == 422


def test_get_says_the_same_as_post(client: FlaskClient) -> None:
    posted = ask(client)
    got = client.get(URL, query_string={"question": QUESTION}).get_json()
    changing = ("id", "conversation_id", "timing_ms")
    assert {k: v for k, v in got.items() if k not in changing} == {
        k: v for k, v in posted.items() if k not in changing
    }


def test_events_end_with_the_json_answer(client: FlaskClient) -> None:
    response = client.post(
        URL, json={"question": QUESTION}, headers={"Accept": "text/event-stream"}
    )
    assert response.content_type.startswith("text/event-stream")
    found = list(events(response.text))
    names = [name for name, _ in found]
    assert names[0] == "passages"
    assert names[-2:] == ["claims", "done"]
    assert set(names[1:-2]) == {"reading"}
    assert found[0][1]["hits"][0]["rank"] == 1
    last = found[-1][1]
    assert set(last) == CONTRACT_KEYS
    assert last["answer"] == "4,200"
    readings = [data for name, data in found if name == "reading"]
    assert readings[-1]["done"] == readings[-1]["total"]


def test_bad_question_is_refused_before_events_begin(client: FlaskClient) -> None:
    response = client.post(URL, json={"question": " "}, headers={"Accept": "text/event-stream"})
    assert response.status_code == 422
    assert response.content_type == "application/problem+json"


class FailingReader(RuleReader):
    """Fails once the passages have been sent."""

    def read(self, question: str, texts: object) -> Any:
        raise RuntimeError("secret detail")


def test_failure_amid_events_is_an_error_event(services: Services, corpus: Corpus) -> None:
    failing = Pipeline(corpus, FailingReader(), null_margin_calibration())
    services.opened = Opened(corpus, failing)
    client = create_app(services).test_client()
    response = client.post(
        URL, json={"question": QUESTION}, headers={"Accept": "text/event-stream"}
    )
    name, data = list(events(response.text))[-1]
    assert name == "error"
    assert data["status"] == 500
    assert "secret detail" not in response.text


def test_conversation_goes_on_under_its_id(client: FlaskClient, services: Services) -> None:
    first = ask(client)
    second = ask(client, conversation_id=first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]
    turns = services.conversations.turns(first["conversation_id"])
    assert [turn.answer.id for turn in turns] == [first["id"], second["id"]]


def test_questions_without_an_id_are_conversations_of_their_own(client: FlaskClient) -> None:
    assert ask(client)["conversation_id"] != ask(client)["conversation_id"]


def test_explain_adds_hits_and_threshold(client: FlaskClient) -> None:
    explained = ask(client, explain=True)
    assert not AnswerOut().validate(explained)
    assert explained["explain"]["hits"][0]["spans"]
    assert "explain" not in ask(client)


def test_filters_reach_the_search(client: FlaskClient) -> None:
    answer = ask(client, filters={"published_after": "2024-01-01"})
    assert answer["status"] == "no_answer"
    nothing = ask(client, filters={"publishers": ["Nobody"]})
    assert nothing["reason"] == "filtered_out"
    same = ask(client, filters={"publishers": ["valley post"], "published_before": "2023-05-02"})
    assert same["answer"] == "4,200"


def test_filters_of_an_address(client: FlaskClient) -> None:
    query = {"question": QUESTION, "publishers": ["Nobody"], "published_after": "2024-01-01"}
    assert client.get(URL, query_string=query).get_json()["reason"] == "filtered_out"


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({}, 422, "question"),
        ({"question": ""}, 422, "question"),
        ({"question": "  \n "}, 422, "question"),
        ({"question": 7}, 422, "string"),
        ({"question": None}, 422, "null"),
        ({"question": "x" * 100_000}, 422, "100,000"),
        ({"question": "a\ud800b"}, 422, "surrogate"),
        ({"question": "a\x00b"}, 422, "U+0000"),
        ({"question": "why?", "topk": 3}, 422, "topk"),
        ({"question": "why?", "top_k": 0}, 422, "1 to 50"),
        ({"question": "why?", "top_k": 51}, 422, "1 to 50"),
        ({"question": "why?", "top_k": "many"}, 422, "whole number"),
        ({"question": "why?", "explain": "perhaps"}, 422, "true or false"),
        ({"question": "why?", "conversation_id": "../../etc"}, 422, "letters"),
        ({"question": "why?", "filters": {"published_after": "May"}}, 422, "2021-08-26"),
        ({"question": "why?", "filters": {"author": "me"}}, 422, "filters.author"),
        ({"question": "why?", "filters": {"publishers": "AFP"}}, 422, "publishers"),
        ([], 422, "JSON object"),
        ("why?", 422, "JSON object"),
        (None, 422, ""),
    ],
)
def test_bad_request_says_what_to_do(
    client: FlaskClient, body: object, status: int, said: str
) -> None:
    response = client.post(URL, data=json.dumps(body), content_type="application/json")
    assert response.status_code == status
    problem = response.get_json()
    assert problem["status"] == status
    assert problem["instance"] == URL
    assert said in problem["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"question": "why?"',
        b'{"question": NaN}',
        b"\xff\xfe\x00",
        b'{"question": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"top_k": ' + b"9" * 5_000 + b"}",
    ],
)
def test_malformed_json_is_a_400(client: FlaskClient, body: bytes) -> None:
    response = client.post(URL, data=body, content_type="application/json")
    assert response.status_code == 400
    assert "JSON" in response.get_json()["detail"]


def test_unknown_field_of_an_address_is_named(client: FlaskClient) -> None:
    response = client.get(URL, query_string={"question": "why?", "q": "x"})
    assert response.status_code == 422
    assert "q" in response.get_json()["errors"]


def test_too_large_a_body_is_a_413(services: Services) -> None:
    client = create_app(with_web(services, max_body_bytes=1024 * 1024)).test_client()
    response = client.post(URL, json={"question": "x" * 2_000_000})
    assert response.status_code == 413
    assert "1 MiB" in response.get_json()["detail"]


def test_clients_on_other_machines_are_limited_and_those_on_this_one_are_not(
    services: Services,
) -> None:
    client = create_app(with_web(services, answer_rate="2 per minute")).test_client()

    def ask(address: str) -> TestResponse:
        origin = {"REMOTE_ADDR": address}
        return client.post(URL, json={"question": QUESTION}, environ_base=origin)

    assert [ask("192.0.2.7").status_code for _ in range(3)] == [200, 200, 429]
    refused = ask("192.0.2.7")
    assert refused.get_json()["title"] == "Too Many Requests"
    assert int(refused.headers["Retry-After"]) > 0
    assert [ask("127.0.0.1").status_code for _ in range(4)] == [200] * 4
    assert client.get("/healthz").status_code == 200


def test_answers_while_loading_are_a_503(services: Services) -> None:
    services.opened = None
    response = create_app(services).test_client().post(URL, json={"question": QUESTION})
    assert response.status_code == 503
    assert response.headers["Retry-After"]


def test_stage_is_a_value() -> None:
    stage = Stage("reading", (1, 2))
    assert replace(stage, data=(2, 2)).data == (2, 2)
