"""The app factory: settings and services in, a Flask app out."""

from __future__ import annotations

import json
from importlib.metadata import version as installed_version
from typing import Any

from apiflask import APIFlask
from flask import Response, request
from flask.json.provider import DefaultJSONProvider

from web import errors, limits, page, security
from web.api import answer, articles, docs, health, jobs, responses, search
from web.errors import InvalidBodyError
from web.problems import printable
from web.services import EXTENSION, Services, services

DESCRIPTION = (
    "Answers questions over news articles with quotations: who said it, when, and where it "
    "stands. Offsets count Unicode code points. Errors are RFC 9457 problem JSON."
)
BLUEPRINTS = (answer.bp, articles.bp, jobs.bp, search.bp, health.bp, docs.bp, page.bp)


def create_app(parts: Services) -> APIFlask:
    """Build the app that serves page and API.

    The services may still be loading; until they are open, questions get a 503.
    """
    config = parts.settings.web
    version = installed_version("dateline")
    app = APIFlask(__name__, title="Dateline", version=version, docs_path=None)
    app.extensions[EXTENSION] = parts
    _configure(app, config.max_body_bytes)
    security.register(app, config)
    errors.register(app)
    docs.register(app)
    limits.register(app, config.answer_rate, (answer.bp, search.bp))
    app.before_request(_read_json)
    app.after_request(_count)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


class ContractJson(DefaultJSONProvider):
    """JSON as the contract writes it: keys in its order, text as text."""

    sort_keys = False
    ensure_ascii = False

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        """Write JSON that UTF-8 can hold, even where broken input is told back."""
        return printable(super().dumps(obj, **kwargs))


def _configure(app: APIFlask, max_body_bytes: int) -> None:
    app.json = ContractJson(app)
    app.config.update(
        MAX_CONTENT_LENGTH=max_body_bytes,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        # Descriptions stay true whatever name the server is reached by.
        AUTO_SERVERS=False,
        OPENAPI_VERSION="3.1.0",
        DESCRIPTION=DESCRIPTION,
        VALIDATION_ERROR_SCHEMA=responses.ProblemOut,
        HTTP_ERROR_SCHEMA=responses.ProblemOut,
        SEND_FILE_MAX_AGE_DEFAULT=0,
    )


def _read_json() -> None:
    """Refuse a body that is not JSON before any route sees it.

    Raises InvalidBodyError, for NaN, endless nesting and endless numbers too.
    """
    if request.mimetype != "application/json" or request.method not in ("POST", "PUT", "PATCH"):
        return
    try:
        json.loads(request.get_data(), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as exc:
        raise InvalidBodyError(
            f"The body is not valid JSON: {_why(exc)}. Mend it and send it again."
        ) from exc


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return str(error)
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return "it holds a number that JSON does not have, or one too long"


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def _count(response: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "unmatched"
    services().metrics.requested(route, request.method, response.status_code)
    return response
