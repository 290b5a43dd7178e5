"""Labels on news articles that are not part of the project: offsets joined with the texts.

The labels hold addresses, offsets, days and numbers only; the articles come from the collection
in `DATELINE_DATASETS`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks import datasets
from index.types import ArticleDraft

Fields = Mapping[str, Any]


def join(rows: Sequence[Fields]) -> list[Fields]:
    """Give label rows the form of the other labelled files: wording in place of offsets."""
    wanted = {row["url"] for row in rows}
    found = {draft.url: draft for draft in datasets.articles() if draft.url in wanted}
    return [_joined(row, found[row["url"]]) for row in rows]


def _joined(row: Fields, article: ArticleDraft) -> Fields:
    def words(place: Mapping[str, int] | None) -> str | None:
        return article.text[place["start"] : place["end"]] if place else None

    quantity = dict(row["quantity"]) if row["quantity"] else None
    if quantity:
        start, end = quantity.pop("unit_start", None), quantity.pop("unit_end", None)
        quantity["unit"] = article.text[start:end].lower() if end else quantity.get("unit")
    return {
        **row,
        "phenomenon": "news",
        "title": article.title,
        "publisher": article.publisher,
        "text": article.text,
        "question": "",
        "value": article.text[row["value_start"] : row["value_end"]],
        "speaker": words(row["speaker"]),
        "speaker_written": words(row["speaker_written"]),
        "said_when": words(row["said_when"]),
        "event_when": words(row["event_when"]),
        "quantity": quantity,
        "others": [],
    }
