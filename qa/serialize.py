"""Dataclasses to the JSON of the contract, name for name.

Days become ISO 8601, a `DateRange` becomes `{"from", "to"}`, and numbers that are not
finite become null, as JSON has none. Knows nothing of HTTP or of files.
"""

from __future__ import annotations

import dataclasses
import math
import numbers
from datetime import date
from typing import Any

from index.types import AddResult, Article, ArticleSummary, Hit
from qa.types import Answer, Claim, DateRange, QuestionDate, Timing

Json = dict[str, Any]

# The contract's order where it is not the dataclass's own.
_ORDER: dict[type, tuple[str, ...]] = {
    Answer: (
        "id", "conversation_id", "question", "standalone_question", "asked_dates", "status",
        "reason", "kind", "answer", "text", "confidence", "disagreement", "claims", "timeline",
        "citations", "closest", "timing_ms", "generation", "explain",
    ),
    Claim: (
        "value", "value_date", "quantity", "confidence", "said_by", "said_by_written",
        "said_by_kind", "said_on", "said_when", "independent_sources", "citations",
    ),
    Article: (
        "id", "version", "title", "publisher", "url", "author", "published_at", "language",
        "text", "sha256",
    ),
}  # fmt: skip


def to_json(value: object) -> Json:
    """Write one dataclass of `index.types` or `qa.types` as a JSON object.

    `closest` stands only in a "no_answer", `explain` only where it was asked for, and
    an `AddResult` has `title` and `error` only where they say something.
    """
    if isinstance(value, Hit):
        return _hit(value)
    if isinstance(value, DateRange):
        return {"from": value.start.isoformat(), "to": value.end.isoformat()}
    if isinstance(value, QuestionDate):
        days = {"from": _plain(value.from_day), "to": _plain(value.to_day)}
        return {"text": value.text, "start": value.start, "end": value.end} | days
    if isinstance(value, Timing):
        return {field: round(getattr(value, field), 1) for field in ("retrieve", "read", "total")}
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is not a value of the contract")
    left_out = _left_out(value)
    return {name: _plain(getattr(value, name)) for name in _names(value) if name not in left_out}


def list_page(articles: tuple[ArticleSummary, ...], next_cursor: str | None, total: int) -> Json:
    """Write a page of the article list; `total` counts every article of the library."""
    return {
        "articles": [to_json(article) for article in articles],
        "next_cursor": next_cursor,
        "total": total,
    }


def _names(value: Any) -> tuple[str, ...]:
    return _ORDER.get(type(value)) or tuple(field.name for field in dataclasses.fields(value))


def _left_out(value: object) -> frozenset[str]:
    """Name the optional keys that this value does not carry."""
    match value:
        case Answer():
            absent = {"closest"} if value.status == "answered" else set()
            return frozenset(absent | ({"explain"} if value.explain is None else set()))
        case AddResult():
            return frozenset(name for name in ("title", "error") if not getattr(value, name))
    return frozenset()


def _plain(value: Any) -> Any:
    """Turn a field's value into what the json module writes."""
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    if isinstance(value, numbers.Real):
        return _number(float(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return to_json(value)


def _number(value: float) -> float | int | None:
    """Write whole numbers without a point: 38000, not 38000.0."""
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _hit(hit: Hit) -> Json:
    article, passage = hit.article, hit.passage
    return {
        "article_id": article.id,
        "version": article.version,
        "title": article.title,
        "publisher": article.publisher,
        "published_at": _plain(article.published_at),
        "start": passage.start,
        "end": passage.end,
        "text": hit.text,
        "rank": hit.rank,
        "score": _plain(hit.score),
        "lexical": _plain(hit.lexical),
        "dense": _plain(hit.dense),
    }
