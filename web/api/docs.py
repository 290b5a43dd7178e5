"""/docs: the API's documentation in a browser, from files of our own, offline.

The description itself, /openapi.json, is made by APIFlask from routes and schemas; what
those cannot say is added here.
"""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint, APIFlask
from flask import Response, send_from_directory

from web.security import CONTENT_SECURITY_POLICY

bp = APIBlueprint("docs", __name__, enable_openapi=False)

# swagger-ui draws its icons from data: addresses and sets sizes by style attributes.
DOCS_POLICY = CONTENT_SECURITY_POLICY.replace("img-src 'self'", "img-src 'self' data:")

PROBLEM_SCHEMA = {"schema": {"$ref": "#/components/schemas/ProblemOut"}}
PROBLEM = {
    "description": "Refused: what is wrong, and what to do",
    "content": {"application/problem+json": PROBLEM_SCHEMA},
}
EVENTS_EXAMPLE = (
    'event: passages\ndata: {"hits": [{"rank": 1}]}\n\n'
    'event: reading\ndata: {"done": 1, "total": 8}\n\n'
    'event: claims\ndata: {"claims": [{"value": "38,000"}]}\n\n'
    'event: done\ndata: {"status": "answered", "answer": "38,000"}\n\n'
)


@bp.get("/docs")
def docs() -> Response:
    """Show the API's documentation."""
    response = send_from_directory("static/docs", "index.html")
    response.headers["Content-Security-Policy"] = DOCS_POLICY
    return response


def register(app: APIFlask) -> None:
    """Let the app complete its description of itself."""
    app.spec_processor(complete)


def complete(spec: dict[Any, Any] | str) -> dict[Any, Any] | str:
    """Add events, uploads and problems to the description."""
    assert isinstance(spec, dict), "the app is set to describe itself in JSON, not YAML"
    paths = spec["paths"]
    for method in ("get", "post"):
        content = paths["/api/v1/answer"][method]["responses"]["200"]["content"]
        content["text/event-stream"] = {"schema": {"type": "string"}, "example": EVENTS_EXAMPLE}
    paths["/api/v1/articles"]["post"]["requestBody"] = _articles_body()
    _add_job_location(paths["/api/v1/articles"]["post"]["responses"]["202"])
    for operations in paths.values():
        for operation in operations.values():
            _add_problems(operation)
    return spec


def _articles_body() -> dict[str, Any]:
    article = {"$ref": "#/components/schemas/ArticleIn"}
    about = {name: {"type": "string"} for name in ("title", "url", "publisher", "author")}
    files = {"type": "array", "items": {"type": "string", "format": "binary"}}
    return {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"oneOf": [article, {"type": "array", "items": article}]},
                "example": {
                    "title": "Thousands flee Daraa",
                    "text": "Some 38,000 people have fled Daraa, the UN said on Tuesday.",
                    "publisher": "AFP",
                    "published_at": "2021-08-26",
                },
            },
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "files": files,
                        **about,
                        "published_at": {"type": "string", "format": "date"},
                    },
                    "required": ["files"],
                }
            },
        },
    }


def _add_job_location(response: dict[str, Any]) -> None:
    response["headers"] = {
        "Location": {"description": "the job", "schema": {"type": "string"}},
    }


def _add_problems(operation: dict[str, Any]) -> None:
    """Every refusal has one shape; APIFlask would describe its own."""
    responses = operation["responses"]
    for status in [code for code in responses if code in ("404", "422")]:
        responses[status] = PROBLEM
    responses["default"] = PROBLEM
