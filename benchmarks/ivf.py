"""How many cells must an IVF search visit? Recall of the exact top 20 against time.

    python -m benchmarks.ivf --home DIR

Uses the stored embeddings of a loaded library and the embedded news questions.
"""

from __future__ import annotations

import math
import time
from pathlib import Path

import click
import numpy as np

from benchmarks import datasets
from index.embedding import open_embedder
from index.store import Store
from index.vectors import faiss_index
from index.vectors.faiss_index import FaissIndex

TOP = 20
SHARES = (0.01, 0.02, 0.04, 0.06, 0.1, 0.2)


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="a loaded library")
@click.option("--questions", default=200, help="questions to ask")
def main(home: Path, questions: int) -> None:
    """Print recall and time for every share of visited cells."""
    embedder = open_embedder()
    queries = embedder.embed([q.question for q in datasets.news_questions()[:questions]])
    store = Store(home / "library.sqlite3")
    ids, embeddings = store.embeddings(store.passage_ids())
    numbers = np.asarray(ids, dtype=np.int64)
    exact = FaissIndex(embedder.dim)
    exact.add(numbers, embeddings)
    started = time.perf_counter()
    wanted = [set(exact.search(query, TOP)[0].tolist()) for query in queries]
    milliseconds = 1e3 * (time.perf_counter() - started) / len(queries)
    print(f"{len(ids)} passages; exact search {milliseconds:.1f} ms")
    cells = FaissIndex(embedder.dim)
    cells.to_ivf(embeddings[:: max(1, len(ids) // 100_000)], len(ids))
    cells.add(numbers, embeddings)
    for share in SHARES:
        cells.visit(share)
        started = time.perf_counter()
        found = [set(cells.search(query, TOP)[0].tolist()) for query in queries]
        milliseconds = 1e3 * (time.perf_counter() - started) / len(queries)
        hits = sum(len(f & w) for f, w in zip(found, wanted, strict=True))
        recall = hits / sum(map(len, wanted))
        chosen = " (used)" if math.isclose(share, faiss_index.NPROBE_SHARE) else ""
        print(f"share {share:.2f}: recall@{TOP} {recall:.3f}, {milliseconds:.1f} ms{chosen}")


if __name__ == "__main__":
    main()
