"""GET /api/v1/search: passages only, nothing is read or answered."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from marshmallow import RAISE

from index.errors import InvalidQuestionError
from qa.serialize import to_json
from web.api.answer import filters_from
from web.api.requests import SearchQuery
from web.api.responses import HitsOut
from web.services import services

bp = APIBlueprint("search", __name__, url_prefix="/api/v1", tag="Search")


@bp.get("/search")
@bp.input(SearchQuery, location="query", arg_name="data", unknown=RAISE)
@bp.output(HitsOut)
def search(data: dict[str, Any]) -> Response:
    """Find passages, best first."""
    parts = services()
    limit = parts.settings.qa.max_question_characters
    query = data["query"].strip()
    if not 0 < len(query) <= limit:
        raise InvalidQuestionError(
            f"The query has {len(query):,} characters; write 1 to {limit:,}."
        )
    top_k = data.get("top_k", parts.settings.qa.top_k)
    hits = parts.corpus.search(query, top_k, filters_from(data))
    return jsonify({"hits": [to_json(hit) for hit in hits]})
