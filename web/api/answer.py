"""POST and GET /api/v1/answer: a question to its answer, at once or as events."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from apiflask import APIBlueprint
from flask import Response, json, jsonify, request, stream_with_context
from marshmallow import RAISE

from index.errors import DatelineError
from index.types import Filters
from qa.conversations import Conversations
from qa.serialize import to_json
from qa.types import Answer, Turn
from web.api import examples
from web.api.requests import QuestionIn, QuestionQuery
from web.api.responses import AnswerOut
from web.errors import problem_of
from web.services import Services, services

if TYPE_CHECKING:
    from qa.pipeline import Stage

bp = APIBlueprint("answer", __name__, url_prefix="/api/v1", tag="Answers")
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a request carries it."""

    question: str
    conversation_id: str
    top_k: int | None = None
    explain: bool = False
    ignore_dates: bool = False
    filters: Filters = Filters()


@bp.post("/answer")
@bp.input(QuestionIn, arg_name="data", example=examples.QUESTION)
@bp.output(AnswerOut, description="The answer", example=examples.ANSWER)
def post_answer(data: dict[str, Any]) -> Response:
    """Answer a question.

    With `Accept: text/event-stream` the answer arrives in events: `passages` (hits),
    `reading` (done, total), `claims`, and `done`, whose data is this very JSON; `error`
    carries a problem.
    """
    return _answer(_asked(data, data.get("filters", {})))


@bp.get("/answer")
@bp.input(QuestionQuery, location="query", arg_name="data", unknown=RAISE)
@bp.output(AnswerOut, description="The answer", example=examples.ANSWER)
def get_answer(data: dict[str, Any]) -> Response:
    """Answer a question given in the address.

    The same as POST, for a shell: `curl localhost:8000/api/v1/answer?question=…`.
    """
    return _answer(_asked(data, data))


def filters_from(fields: dict[str, Any]) -> Filters:
    """Build filters from what a schema has checked."""
    return Filters(
        published_after=fields.get("published_after"),
        published_before=fields.get("published_before"),
        publishers=tuple(fields.get("publishers", ())),
        article_ids=tuple(fields.get("article_ids", ())),
    )


def _asked(data: dict[str, Any], filters: dict[str, Any]) -> Asked:
    return Asked(
        question=data["question"],
        conversation_id=data.get("conversation_id") or Conversations.new_id(),
        top_k=data.get("top_k"),
        explain=data.get("explain", False),
        ignore_dates=data.get("ignore_dates", False),
        filters=filters_from(filters),
    )


def _answer(asked: Asked) -> Response:
    parts = services()
    stages = _stages(parts, asked)
    # The first stage comes before the response, so that a bad question is still a 422.
    first = next(stages)
    if _wants_events():
        return _event_response(chain([first], stages))
    answer = next(stage.data for stage in chain([first], stages) if stage.name == "done")
    return jsonify(to_json(answer))


def _stages(parts: Services, asked: Asked) -> Iterator[Stage]:
    """Run the pipeline; the last stage's answer carries, and joins, the conversation."""
    pipeline, conversations = parts.pipeline, parts.conversations
    for stage in pipeline.stages(
        asked.question,
        top_k=asked.top_k,
        filters=asked.filters,
        explain=asked.explain,
        ignore_dates=asked.ignore_dates,
        today=date.today(),
        conversation=conversations.turns(asked.conversation_id),
    ):
        if isinstance(stage.data, Answer):
            answer = replace(stage.data, conversation_id=asked.conversation_id)
            conversations.append(asked.conversation_id, Turn(asked.question, answer))
            parts.metrics.answered(answer)
            stage = replace(stage, data=answer)
        yield stage


def _wants_events() -> bool:
    best = request.accept_mimetypes.best_match(["application/json", "text/event-stream"])
    return best == "text/event-stream"


def _event_response(stages: Iterator[Stage]) -> Response:
    # A proxy that buffers would hold the events back until the last.
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    events = stream_with_context(_events(stages))
    return Response(events, content_type="text/event-stream", headers=headers)


def _events(stages: Iterator[Stage]) -> Iterator[str]:
    try:
        for stage in stages:
            yield _event(stage.name, _event_data(stage))
    except DatelineError as exc:
        yield _event("error", problem_of(exc))
    except Exception as exc:
        logger.exception("answering failed after the response had begun")
        yield _event("error", problem_of(exc))


def _event_data(stage: Stage) -> dict[str, Any]:
    data = stage.data
    if isinstance(data, Answer):
        return to_json(data)
    if stage.name == "reading":
        return {"done": data[0], "total": data[1]}
    return {"hits" if stage.name == "passages" else "claims": [to_json(item) for item in data]}


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"
