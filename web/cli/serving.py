"""dateline serve: the page and the JSON API."""

from __future__ import annotations

import logging
from typing import Any

import click

from web.cli.group import say
from web.cli.options import library_options, reader_option, settings_of


@click.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535),
              help="Port to listen on.  [default: 8000, or the next free one]")  # fmt: skip
@click.option("--server-threads", type=click.IntRange(1, 256),
              help="Requests that are worked on side by side.  [default: 8]")  # fmt: skip
@click.option("--verbose", is_flag=True, help="Log each request: address and time, no question.")
@reader_option
@library_options
@click.pass_context
def serve(
    ctx: click.Context,
    /,
    host: str | None,
    port: int | None,
    server_threads: int | None,
    verbose: bool,
    **flags: Any,
) -> None:
    """Serve the page and the JSON API until Ctrl-C."""
    flags |= {"host": host, "port": port, "server_threads": server_threads}
    settings = settings_of(ctx, **flags, log_level="info" if verbose else None)
    _log_to_stderr(settings.web.log_level)

    from web import server
    from web.opening import open_all

    was_asked = "port" in settings.asked
    address = server.listen(settings.web.host, settings.web.port, was_asked=was_asked)
    if not was_asked and address.port != settings.web.port:
        say(f"Port {settings.web.port} is taken; using {address.port}.")
    if settings.web.host in ("0.0.0.0", "::") and not settings.web.allowed_hosts:
        say("Only localhost is answered; name other host names in DATELINE_ALLOWED_HOSTS.")
    server.run(
        settings,
        address,
        lambda: open_all(settings, say),
        # Programs wait for this line: it must not stay in a buffer.
        lambda: click.echo(f"Dateline is at {address.url}"),
    )


def _log_to_stderr(level: str) -> None:
    # Only our own loggers get louder: libraries tell at length how they were loaded.
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for package in ("index", "qa", "web"):
        logging.getLogger(package).setLevel(getattr(logging, level.upper(), logging.WARNING))
