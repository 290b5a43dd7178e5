"""Question to passages: the best ones, and more from the days that are asked about.

A date in a question is a preference: it adds passages of its days and leaves out no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.corpus import Corpus
from index.types import Filters, Hit


def search(
    corpus: Corpus, query: str, top_k: int, filters: Filters, window: Filters | None = None
) -> list[Hit]:
    """The `top_k` best passages; up to half as many more of a window that holds too few of them.

    A window is two days between which articles are likely to tell what is asked; the filters
    bound it. Those added come last.
    """
    hits = corpus.search(query, top_k, filters)
    narrowed = within(filters, window) if window else None
    if narrowed is None or 2 * sum(_is_in(hit, narrowed) for hit in hits) >= top_k:
        return hits
    return _joined(hits, corpus.search(query, max(1, top_k // 2), narrowed))


def within(filters: Filters, window: Filters) -> Filters | None:
    """The filters narrowed to the days of a window; None when that leaves no day."""
    after = max(filter(None, (filters.published_after, window.published_after)), default=None)
    before = min(filter(None, (filters.published_before, window.published_before)), default=None)
    if after and before and after > before:
        return None
    return replace(filters, published_after=after, published_before=before)


def _is_in(hit: Hit, window: Filters) -> bool:
    day = hit.article.published_at
    if day is None:
        return False
    return (window.published_after or day) <= day <= (window.published_before or day)


def _joined(hits: Sequence[Hit], more: Sequence[Hit]) -> list[Hit]:
    """Both lists, each passage once, ranked in this order."""
    known = {hit.passage.id for hit in hits}
    new = [hit for hit in more if hit.passage.id not in known]
    return [*hits, *(replace(hit, rank=n) for n, hit in enumerate(new, start=len(hits) + 1))]
