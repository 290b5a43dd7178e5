"""Who may talk to the server, and what a browser may do with its pages.

The server has no accounts: it trusts whoever reaches it. So it must not be reached by way
of a browser that shows another site's page: a foreign `Host` (DNS rebinding) and a write
that another site's page could send (a form, a script) are refused.
"""

from __future__ import annotations

import logging
import time
from urllib.parse import urlsplit

from flask import Flask, Response, g, request

from web.errors import ForeignRequestError, MediaTypeError
from web.settings import WebConfig

ALWAYS_ALLOWED = frozenset({"localhost", "127.0.0.1", "::1"})
WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not no-referrer: that would turn the Origin of the page's own forms into "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

access_log = logging.getLogger("web.access")


def register(app: Flask, config: WebConfig) -> None:
    """Put the checks before, and the headers after, every request of an app."""
    hosts = ALWAYS_ALLOWED | {config.host.lower(), *map(str.lower, config.allowed_hosts)}

    @app.before_request
    def check() -> None:
        g.started = time.perf_counter()
        refuse_foreign_host(hosts)
        if request.method in WRITES:
            refuse_foreign_origin()
            refuse_other_content()

    @app.after_request
    def finish(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        _log_access(response)
        return response


def refuse_foreign_host(allowed: frozenset[str]) -> None:
    """Raise a 421 unless the Host header names this server; its port does not matter."""
    try:
        name = urlsplit(f"//{request.host}").hostname or ""
    except ValueError:
        name = ""
    if name.lower() not in allowed:
        raise ForeignRequestError(
            f"This server does not answer to the host name {name[:100]!r}; use localhost, "
            "or name it in DATELINE_ALLOWED_HOSTS.",
            421,
        )


def refuse_foreign_origin() -> None:
    """Raise a 403 for a write that the page of another site sends."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site", "none")
    # A page that sends no referrer sends "null" for its own forms.
    is_own = (
        origin is None
        or _place(origin) == request.host.lower()
        or (origin == "null" and site == "same-origin")
    )
    if not is_own or site not in ("none", "same-origin"):
        raise ForeignRequestError(
            "Another site's page may not change this library; use Dateline's own page, "
            "or send the request from a program.",
            403,
        )


def refuse_other_content() -> None:
    """Raise a 415 for a body that is neither JSON nor an upload of files."""
    if request.method == "DELETE" and not request.content_length and not request.mimetype:
        return
    if request.mimetype not in ("application/json", "multipart/form-data"):
        raise MediaTypeError(
            f"The content type {request.mimetype[:100]!r} is not read here; send the body as "
            "application/json, or files as multipart/form-data."
        )


def _place(origin: str) -> str:
    """Host and port of an origin; empty for what is none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _log_access(response: Response) -> None:
    """Log method, path, status and time. Never the query: it holds the question."""
    elapsed_ms = (time.perf_counter() - g.get("started", time.perf_counter())) * 1000
    access_log.info(
        "%s %s %d %.0f ms", request.method, request.path, response.status_code, elapsed_ms
    )
