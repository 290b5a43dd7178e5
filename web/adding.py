"""Articles from requests into the library: entries of an upload to results, in order.

An entry is a draft, or the failed result of something that could not be read as one.
Knows neither HTTP nor jobs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, TypeVar

from index.corpus import Corpus
from index.errors import InputError
from index.ingest import draft_from_fields
from index.types import AddResult, ArticleDraft

Entry = ArticleDraft | AddResult
Item = TypeVar("Item")

CHUNK = 64  # articles between two looks at `stopping`: the index's own batch


def entry_from_fields(fields: Mapping[str, Any], where: str) -> Entry:
    """Read one JSON article; what is wrong with it becomes a failed result."""
    try:
        return draft_from_fields(fields)
    except InputError as exc:
        return failed(str(fields.get("title") or ""), f"{where}: {exc}")


def failed(title: str, error: str) -> AddResult:
    """Make the result of an article that never reached the library."""
    return AddResult(id="", version=0, status="failed", title=title[:100], error=error)


def add_in_order(
    corpus: Corpus,
    entries: Sequence[Entry],
    on_result: Callable[[AddResult], object],
    stopping: threading.Event | None = None,
) -> None:
    """Add the drafts among the entries; report every result in the order of the entries.

    Ends after the chunk in hand once `stopping` is set.
    """
    for is_draft, group in groupby(entries, key=lambda entry: isinstance(entry, ArticleDraft)):
        for chunk in _chunks(group):
            if stopping and stopping.is_set():
                return
            for result in corpus.add(chunk) if is_draft else chunk:  # type: ignore[arg-type]
                on_result(result)  # type: ignore[arg-type]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk
