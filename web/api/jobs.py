"""GET /api/v1/jobs/{id}: how far a job is."""

from __future__ import annotations

from typing import Any, get_args

from apiflask import APIBlueprint
from flask import Response, jsonify

from index.types import AddStatus
from qa.serialize import to_json
from web.api.responses import JobOut
from web.jobs import Job
from web.services import services

bp = APIBlueprint("jobs", __name__, url_prefix="/api/v1/jobs", tag="Jobs")


@bp.get("/<job_id>")
@bp.output(JobOut)
def get_job(job_id: str) -> Response:
    """Follow a job that adds articles; `articles` grows as it goes on."""
    return jsonify(job_json(services().jobs.job(job_id)))


def job_json(job: Job) -> dict[str, Any]:
    """Write a job as the API shows it."""
    counts = {status: job.count(status) for status in get_args(AddStatus)}
    return {
        "id": job.id,
        "status": job.status,
        "total": job.total,
        "done": len(job.results),
        **counts,
        "error": job.error,
        "articles": [to_json(result) for result in job.results],
    }
