"""README's examples: run them, and write what they print into README: part of `make docs`.

A console block holds commands, each with its output below; the JSON that a request prints is
abridged to the fields shown. A Python block is followed by a text block with its output. All
run in one temporary library, which the section on the command line fills.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COMMANDS = Path(sys.executable).parent
SHOWN_ADDRESS = "http://127.0.0.1:8000"
JSON_STYLE: dict[str, Any] = {"ensure_ascii": False, "indent": 2}
# Differs between machines: shares, scores, speed, time.
MEASURED = re.compile(
    r"""
    \d+(?=%) | (?<=\]\s\s)\d\.\d{3}$ | (?<="confidence":\s)[\d.]+
    | [\d.,]+(?=\spassages/s) | [\d.]+(?=\ss\b)
    """,
    re.VERBOSE | re.MULTILINE,
)
Run = Callable[[list[str]], str]


def main() -> None:
    """Write README anew, unless only measured numbers differ."""
    old = README.read_text(encoding="utf-8")
    new = renewed(old)
    if masked(new) != masked(old):
        README.write_text(new, encoding="utf-8")


def renewed(readme: str) -> str:
    """The text with the output of every example as it is today."""
    parts = {part.partition("\n")[0]: part for part in re.split(r"(?=^## )", readme, flags=re.M)}
    with tempfile.TemporaryDirectory(prefix="dateline-readme-") as folder:
        run = _runner(Path(folder))
        for heading in ("## On the command line", "# Dateline"):
            parts[heading] = _console(parts[heading], lambda command: run(shlex.split(command)))
        with _server(Path(folder)) as address:
            heading = "## From another program"
            parts[heading] = _console(parts[heading], lambda command: _request(command, address))
        parts["## From Python"] = _python(parts["## From Python"], run)
    return "".join(parts.values())


def masked(text: str) -> str:
    """The text without the numbers that differ between machines."""
    return MEASURED.sub("N", text)


def _console(text: str, run: Callable[[str], str]) -> str:
    """Renew the console blocks of a section."""

    def renew(block: re.Match[str]) -> str:
        steps = re.split(r"^\$ ", block[1], flags=re.M)[1:]
        return "```console\n" + "".join(_step(step, run) for step in steps) + "```"

    return re.sub(r"^```console\n(.*?)^```", renew, text, flags=re.M | re.S)


def _step(step: str, run: Callable[[str], str]) -> str:
    """Renew one command with its output; a JSON output keeps the fields that it shows."""
    shown = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", step, re.S)
    assert shown, step
    command, before = shown.groups()
    output = run(command.replace("\\\n", " ").strip())
    if before.startswith("{"):
        output = json.dumps(_abridged(json.loads(output), json.loads(before)), **JSON_STYLE) + "\n"
    return f"$ {command}{output}"


def _abridged(actual: Any, shown: Any) -> Any:
    if isinstance(shown, dict):
        return {name: _abridged(actual[name], value) for name, value in shown.items()}
    if isinstance(shown, list) and shown:
        return [_abridged(one, shown[0]) for one in actual]
    return round(actual, 2) if isinstance(actual, float) else actual


def _python(text: str, run: Run) -> str:
    """Renew the text block that follows a Python block."""

    def renew(block: re.Match[str]) -> str:
        output = run([sys.executable, "-c", block[2]])
        return f"{block[1]}```text\n{output}```"

    return re.sub(r"(^```python\n(.*?)^```\n\n)```text\n.*?^```", renew, text, flags=re.M | re.S)


def _runner(folder: Path) -> Run:
    environment = _environment(folder)

    def run(command: list[str]) -> str:
        done = subprocess.run(
            command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{shlex.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout

    return run


def _environment(folder: Path) -> dict[str, str]:
    """This environment with `dateline` on the path and a library of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    path = f"{COMMANDS}{os.pathsep}{os.environ['PATH']}"
    return kept | {"DATELINE_HOME": str(folder / "library"), "PATH": path}


@contextmanager
def _server(folder: Path) -> Iterator[str]:
    """The address of a server of the library."""
    command = [str(COMMANDS / "dateline"), "serve", "--port", "0"]
    with subprocess.Popen(
        command, env=_environment(folder), stdout=subprocess.PIPE, text=True
    ) as serving:
        try:
            assert serving.stdout
            yield serving.stdout.readline().strip().removeprefix("Dateline is at ")
        finally:
            serving.terminate()


def _request(command: str, address: str) -> str:
    """What a `curl` command with -H and -d would print."""
    words = shlex.split(command)
    given = dict(pairwise(words))
    name, _, value = given["-H"].partition(": ")
    url = next(word for word in words if word.startswith(SHOWN_ADDRESS))
    request = urllib.request.Request(
        url.replace(SHOWN_ADDRESS, address), given["-d"].encode(), {name: value}
    )
    with urllib.request.urlopen(request) as response:
        return str(response.read().decode())


if __name__ == "__main__":
    main()
