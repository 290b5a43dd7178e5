"""Serving by waitress: sockets bound here, so that a port that is found free stays ours."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

from waitress.server import create_server

from index.errors import DatelineError, InvalidSettingError
from index.types import Filters
from web.app import create_app
from web.opening import Opened
from web.services import Services
from web.settings import Settings

PORTS_TRIED = 100
# waitress refuses larger bodies itself, in its own words, before they fill the disk; the
# app's own limit comes first and says what to do.
HARD_LIMIT_FACTOR = 8
SHUTDOWN_S = 5


class PortTakenError(DatelineError):
    """The port that was asked for is in use."""


@dataclass(frozen=True, slots=True)
class Address:
    """A socket that listens, and the address a browser reaches it by."""

    listening: socket.socket
    port: int
    url: str


def listen(host: str, port: int, *, was_asked: bool) -> Address:
    """Listen on a port, or on the next free one if nobody asked for this one.

    Raises PortTakenError, or InvalidSettingError for a host that is not this machine's.
    """
    if port > 65535:
        raise InvalidSettingError(f"The port {port} does not exist; choose 0 to 65535.")
    last = port if was_asked or port == 0 else min(port + PORTS_TRIED, 65535)
    for candidate in range(port, last + 1):
        try:
            listening = _bind(host, candidate)
        except OSError as exc:
            if exc.errno == errno.EADDRINUSE:
                continue
            raise InvalidSettingError(
                f"Cannot listen on {host}:{candidate} ({exc.strerror or exc}); "
                "choose another --host or --port."
            ) from exc
        actual = int(listening.getsockname()[1])
        return Address(listening, actual, f"http://{_shown(host)}:{actual}")
    which = f"The port {port} is" if last == port else f"The ports {port} to {last} are"
    raise PortTakenError(f"{which} taken; choose another with --port.")


def run(
    settings: Settings,
    address: Address,
    opening: Callable[[], Opened],
    on_ready: Callable[[], None],
) -> None:
    """Serve until SIGINT or SIGTERM; `on_ready` is called once /readyz gives 200.

    Health checks are answered while `opening` loads. Whatever it raises ends the server.
    """
    parts = Services(settings)
    web = settings.web
    # Left to itself waitress warns of every request that waits for a thread.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server: Any = create_server(
        create_app(parts),
        sockets=[address.listening],
        threads=web.server_threads,
        max_request_body_size=HARD_LIMIT_FACTOR * web.max_body_bytes,
        ident=None,
    )
    threading.Thread(target=server.run, name="server", daemon=True).start()
    try:
        opened = opening()
        _warm_up(opened)
        stopping = _stop_on_signals()
        parts.opened = opened
        on_ready()
        stopping.wait()
    finally:
        server.task_dispatcher.shutdown(cancel_pending=True, timeout=SHUTDOWN_S)
        parts.close()


def _bind(host: str, port: int) -> socket.socket:
    family, kind, proto, _, place = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, proto)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        # Only listening tells of another listener that set the same option.
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def _shown(host: str) -> str:
    if host in ("0.0.0.0", "::", ""):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _warm_up(opened: Opened) -> None:
    """Answer one question, so that the first user does not wait for lazy loading."""
    if opened.corpus.matching_passages(Filters()):
        opened.pipeline.answer("What happened?")


def _stop_on_signals() -> threading.Event:
    """Make SIGINT and SIGTERM set an event; a second one ends the process at once."""
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        stopping.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    return stopping
