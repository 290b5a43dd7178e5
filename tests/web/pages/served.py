"""Start `dateline serve` as its own process, as a user does, and stop it again.

Knows the command line only: nothing of the app is imported.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

READY = "Dateline is at "
STOP_TIMEOUT_S = 20


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, its library, its process."""

    url: str
    home: Path
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])


def add(home: Path, *paths: Path) -> None:
    """Add files to a library with the command line; an error fails the test."""
    done = subprocess.run(
        _command("add", *map(str, paths), "--home", str(home)),
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def serving(home: Path, port: int = 0) -> Iterator[Served]:
    """Serve a library, 0 taking any free port; ends the server at the end."""
    with (home.parent / f"{home.name}-server.log").open("a+") as log:
        process = subprocess.Popen(
            _command("serve", "--home", str(home), "--port", str(port)),
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            yield Served(_address(process, Path(log.name)), home, process)
        finally:
            stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """End a server, by force when it does not go."""
    process.terminate()
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def _address(process: subprocess.Popen[str], log: Path) -> str:
    assert process.stdout
    for line in process.stdout:
        if line.startswith(READY):
            return line.removeprefix(READY).strip()
    raise AssertionError(f"dateline serve ended before it was ready:\n{log.read_text()}")


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "web", *arguments]


def _environment() -> dict[str, str]:
    """Give the environment without settings of the developer's own library."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return {**kept, "HF_HUB_OFFLINE": "1", "DATELINE_ANSWER_RATE": ""}
