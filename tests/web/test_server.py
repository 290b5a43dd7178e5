"""Serving: sockets, and a real server process beside real commands on the same library."""

from __future__ import annotations

import json
import signal
import socket
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.errors import InvalidSettingError
from tests.web.pages.served import Served, add, serving
from web.server import PortTakenError, listen

STORY = (
    "Some 4,200 people fled Ostrel after the dam above the town gave way, the council said on "
    "Monday. Mayor Ada Brandt asked for tents and clean water."
)
QUESTION = "How many people fled Ostrel?"
STOP_TIMEOUT_S = 15


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_a_taken_port_nobody_asked_for_gives_the_next_free_one(taken: int) -> None:
    address = listen("127.0.0.1", taken, was_asked=False)
    with address.listening:
        assert address.port > taken
        assert address.url == f"http://127.0.0.1:{address.port}"


def test_a_taken_port_that_was_asked_for_is_an_error(taken: int) -> None:
    with pytest.raises(PortTakenError, match=str(taken)):
        listen("127.0.0.1", taken, was_asked=True)


def test_port_0_takes_any() -> None:
    with listen("127.0.0.1", 0, was_asked=True).listening as listening:
        assert listening.getsockname()[1] > 0


@pytest.mark.parametrize("host", ["no.such.host.invalid", "203.0.113.7"])
def test_a_host_that_is_not_ours_is_an_error(host: str) -> None:
    with pytest.raises(InvalidSettingError, match=host):
        listen(host, 0, was_asked=True)


def ask(served: Served) -> dict[str, Any]:
    query = urllib.parse.urlencode({"question": QUESTION})
    with urllib.request.urlopen(f"{served.url}/api/v1/answer?{query}") as response:
        found: dict[str, Any] = json.load(response)
        return found


def test_article_added_by_another_process_is_in_the_next_answer(tmp_path: Path) -> None:
    """Once the server had to be restarted to see what `dateline add` brought."""
    home, story = tmp_path / "library", tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    with serving(home) as served:
        with urllib.request.urlopen(f"{served.url}/readyz") as response:
            assert json.load(response)["articles"] == 0
        assert ask(served)["reason"] == "library_empty"

        add(home, story)
        answer = ask(served)
        assert answer["status"] == "answered"
        assert "4,200" in answer["answer"]

        story.write_text(STORY.replace("4,200", "5,100"), encoding="utf-8")
        add(home, story)
        newer = ask(served)
        assert "5,100" in newer["answer"]
        assert newer["citations"][0]["version"] == 2
        assert newer["generation"] > answer["generation"]

        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(STOP_TIMEOUT_S) == 0
