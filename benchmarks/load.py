"""Load the 10,000 news articles into a library and say how fast and how large.

    python -m benchmarks.load --home DIR

A run that is cut off goes on where it stopped when it is started again.
"""

from __future__ import annotations

import resource
import time
from itertools import islice
from pathlib import Path

import click

from benchmarks import datasets
from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import open_embedder

REPORT_EVERY = 500


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="library folder")
@click.option("--limit", default=0, help="load only the first N articles; 0 loads all")
def main(home: Path, limit: int) -> None:
    """Print loading time, passages a second, size on disk and peak memory."""
    done = 0

    def report(_: object) -> None:
        nonlocal done
        done += 1
        if done % REPORT_EVERY == 0:
            print(f"{done} articles, {time.perf_counter() - started:.0f} s", flush=True)

    started = time.perf_counter()
    with Corpus.open(IndexConfig(home=home), open_embedder()) as corpus:
        results = corpus.add(islice(datasets.articles(), limit or None), report)
        seconds = time.perf_counter() - started
        stats = corpus.stats()
    added = sum(result.status == "added" for result in results)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{added} of {stats.articles} articles added in {seconds:.0f} s, {stats.passages} passages"
        f" ({stats.passages / seconds:.0f} a second), {stats.size_bytes / 1e6:.0f} MB on disk, "
        f"peak memory {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
