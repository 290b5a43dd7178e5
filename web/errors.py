"""Exceptions to HTTP: one table, RFC 9457 problem JSON, a plain page for browsers.

A problem's `detail` is the exception's own sentence. An exception that is in no table is
logged with its traceback and told as a 500 without one.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from apiflask import APIFlask, HTTPError
from flask import Response, json, render_template, request
from jinja2 import TemplateNotFound
from markupsafe import escape
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from index.errors import (
    DatelineError,
    InputError,
    LibraryError,
    ModelError,
    NotFoundError,
)
from web.problems import printable, problem_object, slug_of

logger = logging.getLogger(__name__)


class NotReadyError(DatelineError):
    """The library or a model is still loading."""


class BusyError(DatelineError):
    """The server has as much work in hand as it takes."""


class ForeignRequestError(DatelineError):
    """A request came under a foreign host name, or was sent by another site's page."""

    def __init__(self, detail: str, status: int) -> None:
        super().__init__(detail)
        self.status = status


class InvalidBodyError(InputError):
    """A body is not valid JSON."""


class MediaTypeError(DatelineError):
    """A body arrived in a content type that the route does not read."""


# The nearest class in an exception's ancestry counts.
STATUS: Mapping[type[DatelineError], int] = {
    DatelineError: 500,
    InputError: 422,
    InvalidBodyError: 400,
    NotFoundError: 404,
    ModelError: 503,
    LibraryError: 503,
    NotReadyError: 503,
    BusyError: 503,
    MediaTypeError: 415,
}

# What werkzeug says is written for programmers of werkzeug; these say what to do.
SENTENCES: Mapping[int, str] = {
    400: "The request cannot be read; send valid JSON in UTF-8.",
    404: "Nothing is at this address; /docs lists what there is.",
    405: "This address does not take the method {method}; it takes {allow}.",
    406: "No representation fits the Accept header.",
    413: "The request is larger than {limit}; send less at a time, or use dateline add.",
    415: "Send the body as application/json.",
    429: "Too many requests from this client ({description}); wait a little.",
    500: "Something went wrong here; the server's log says more.",
}


def status_of(error: DatelineError) -> int:
    """Look up the HTTP status of an exception."""
    if isinstance(error, ForeignRequestError):
        return error.status
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def problem(
    status: int, detail: str, *, slug: str = "", errors: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Make a problem object: type, title, detail, status, instance (a path, no query)."""
    title = HTTPStatus(status).phrase
    body = problem_object(slug or title.lower().replace(" ", "-"), title, detail)
    body |= {"status": status, "instance": printable(request.path)}
    return body | ({"errors": errors} if errors else {})


def problem_of(error: Exception) -> dict[str, Any]:
    """Make the problem object of an exception, known or not."""
    if isinstance(error, DatelineError):
        return problem(status_of(error), str(error), slug=slug_of(type(error)))
    return problem(500, SENTENCES[500])


def register(app: APIFlask) -> None:
    """Give an app its error handlers."""
    app.register_error_handler(DatelineError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(HTTPError, _refused)
    app.register_error_handler(ValidationError, _invalid)
    app.register_error_handler(Exception, _unknown)


def wants_page() -> bool:
    """Say whether a browser asked for a page, rather than a program for JSON."""
    if request.path.startswith("/api/"):
        return False
    best = request.accept_mimetypes.best_match(["application/json", "text/html"])
    return best == "text/html" and "text/html" in request.headers.get("Accept", "")


def _known(error: DatelineError) -> Response:
    body = problem_of(error)
    if body["status"] >= 500 and not isinstance(error, NotReadyError | BusyError):
        logger.error("%s: %s", type(error).__name__, error)
    return _respond(body, {"Retry-After": "1"} if body["status"] == 503 else {})


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return Response(status=status, headers=dict(error.get_headers()))
    kept = ("Allow", "Retry-After")
    headers = {name: value for name, value in error.get_headers() if name in kept}
    sentence = SENTENCES.get(status, error.description or "")
    detail = sentence.format(
        method=request.method,
        allow=headers.get("Allow", "other methods"),
        limit=_size(request.max_content_length),
        description=error.description,
    )
    return _respond(problem(status, detail), headers)


def _invalid(error: ValidationError) -> Response:
    return _told(422, error.messages)


def _refused(error: HTTPError) -> Response:
    return _told(error.status_code, error.detail or str(error.message))


def _told(status: int, messages: Any) -> Response:
    """Tell what the schemas refused: one sentence, and each field's own in `errors`."""
    fields = _flat(messages)
    sentence = " ".join(f"{name}: {said}" if name else said for name, said in fields)
    errors = {printable(name or "request"): said for name, said in fields}
    return _respond(problem(status, sentence, slug="invalid-request", errors=errors))


def _unknown(error: Exception) -> Response:
    logger.error("%s %s failed", request.method, request.path, exc_info=error)
    return _respond(problem_of(error))


def _respond(body: dict[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    if wants_page():
        return Response(_page(body), body["status"], headers, content_type="text/html")
    return Response(
        json.dumps(body), body["status"], headers, content_type="application/problem+json"
    )


def _page(body: dict[str, Any]) -> str:
    try:
        return render_template("error.html", **body)
    except TemplateNotFound:
        title, detail = escape(body["title"]), escape(body["detail"])
        return (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
            f'<h1>{title}</h1><p>{detail}</p><p><a href="/">Back to Dateline</a></p></html>'
        )


def _size(size_bytes: int | None) -> str:
    return f"{(size_bytes or 0) // (1024 * 1024)} MiB"


def _flat(messages: Any, path: str = "") -> list[tuple[str, str]]:
    """Flatten marshmallow's nested messages to (dotted field, sentence) pairs."""
    if isinstance(messages, dict):
        found = []
        for key, value in messages.items():
            # The first key is the place the data came from: json, query, …
            name = "" if key in ("_schema", "json", "query", "form") and not path else str(key)
            found += _flat(value, f"{path}.{name}".strip("."))
        return found
    if isinstance(messages, list):
        return [(path, str(message)) for message in messages]
    return [(path, str(messages))]
