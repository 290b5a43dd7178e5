"""/healthz, /readyz, /metrics: for whoever keeps the server running."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST

from web.api.responses import HealthOut, ReadyOut
from web.services import services

bp = APIBlueprint("health", __name__, tag="Health")

METRICS_RESPONSE: dict[int | str, dict[str, str | dict[str, dict[str, Any]]]] = {
    200: {
        "description": "Prometheus text format",
        "content": {"text/plain": {"schema": {"type": "string"}}},
    }
}


@bp.get("/healthz")
@bp.output(HealthOut)
def healthz() -> Response:
    """Say that the process lives, loaded or not."""
    return jsonify({"status": "ok"})


@bp.get("/readyz")
@bp.output(ReadyOut)
@bp.doc(responses={503: "The library and the models are loading"})
def readyz() -> Response:
    """Say that questions can be asked, and of how much."""
    stats = services().corpus.stats()
    return jsonify(
        {
            "status": "ready",
            "generation": stats.generation,
            "articles": stats.articles,
            "passages": stats.passages,
        }
    )


@bp.get("/metrics")
@bp.doc(responses=METRICS_RESPONSE)
def metrics() -> Response:
    """Count requests and answers, for Prometheus."""
    parts = services()
    stats = parts.corpus.stats() if parts.opened else None
    return Response(parts.metrics.text(stats), content_type=CONTENT_TYPE_LATEST)
