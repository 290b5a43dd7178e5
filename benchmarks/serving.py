"""How fast and how large is a served library?

    dateline add $DATELINE_DATASETS/news/articles-10k.jsonl.xz --home DIR      once
    python -m benchmarks.serving --home DIR

Starts `dateline serve`, asks news questions over HTTP one after the other, and prints the
median and the 95th percentile of an answer, what the stages took, and the server's memory;
then the time of `dateline ask` from a cold start (files in the system's cache).
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

import click

from benchmarks import datasets

WARM_UP = 5
COLD_RUNS = 5
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="a loaded library")
@click.option("--questions", default=200, help="questions to ask")
def main(home: Path, questions: int) -> None:
    """Print times and memory."""
    asked = [question.question for question in datasets.news_questions()[:questions]]
    command = [sys.executable, "-m", "web", "serve", "--home", str(home), "--port", "0"]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            port = _port(server)
            print(f"ready after {time.perf_counter() - started:.2f} s")
            _ask_all(port, asked, server.pid)
        finally:
            server.terminate()
    _cold(home, asked[0])


def _port(server: subprocess.Popen[str]) -> int:
    for line in server.stdout or ():
        if found := ADDRESS.search(line):
            return int(found[1])
    raise SystemExit("The server ended before it was ready.")


def _ask_all(port: int, asked: Sequence[str], pid: int) -> None:
    wall, stages = [], []
    for question in [*asked[:WARM_UP], *asked]:
        started = time.perf_counter()
        answer = _ask(port, question)
        wall.append(1e3 * (time.perf_counter() - started))
        stages.append(answer["timing_ms"])
    print(f"{len(asked)} answers over HTTP: {_spread(wall[WARM_UP:])}")
    for name in ("retrieve", "read"):
        print(f"  {name}: {_spread([stage[name] for stage in stages[WARM_UP:]])}")
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(("VmHWM", "VmRSS", "RssAnon")):
            name, kilobytes, _ = line.split()
            print(f"  memory {name} {int(kilobytes) / 1024:.0f} MB")


def _ask(port: int, question: str) -> dict[str, dict[str, float]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    body = json.dumps({"question": question})
    connection.request("POST", "/api/v1/answer", body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    answer: dict[str, dict[str, float]] = json.loads(response.read())
    if response.status != 200:
        raise SystemExit(f"{response.status}: {answer}")
    return answer


def _cold(home: Path, question: str) -> None:
    times = []
    for _ in range(COLD_RUNS):
        started = time.perf_counter()
        command = [sys.executable, "-m", "web", "ask", question, "--home", str(home), "--json"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(1e3 * (time.perf_counter() - started))
    print(f"dateline ask from a cold start: {_spread(times)}")


def _spread(milliseconds: Sequence[float]) -> str:
    ordered = sorted(milliseconds)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"median {statistics.median(ordered):.0f} ms, 95th percentile {high:.0f} ms"


if __name__ == "__main__":
    main()
