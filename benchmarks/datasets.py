"""The news articles and questions that measurements use, read from `DATELINE_DATASETS`.

Which sets there are, and their licences, the README says. None of them is part of the project.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from index.types import ArticleDraft
from training.sources import folder


@dataclass(frozen=True, slots=True)
class NewsQuestion:
    """A question with the strings that answer it and addresses of articles that hold one."""

    id: str
    question: str
    answers: tuple[str, ...]
    urls: tuple[str, ...]


def articles() -> Iterator[ArticleDraft]:
    """The 10,000 news articles, in file order."""
    with lzma.open(folder() / "news" / "articles-10k.jsonl.xz", "rt", encoding="utf-8") as file:
        for line in file:
            fields = json.loads(line)
            yield ArticleDraft(
                text=fields["text"],
                title=fields["title"],
                publisher=fields["publisher"],
                url=fields["url"],
                published_at=date.fromisoformat(fields["published_at"].replace("/", "-")),
            )


def news_questions() -> list[NewsQuestion]:
    """The news quiz questions whose answer stands in an article of the collection."""
    path = folder() / "news" / "realtimeqa-questions-half.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [
        NewsQuestion(
            row["question_id"],
            row["question_sentence"],
            tuple(row["answer_text"]),
            tuple(row["answer_in_retrieved"]),
        )
        for row in rows
        if row["answer_in_retrieved"]
    ]


def sample(count: int, seed: int = 0) -> tuple[list[ArticleDraft], list[NewsQuestion]]:
    """`count` articles by seed, and the questions that one of them can answer."""
    chosen = random.Random(seed).sample(list(articles()), count)
    urls = {draft.url for draft in chosen}
    return chosen, [q for q in news_questions() if urls.intersection(q.urls)]


def is_even(key: str) -> bool:
    """The half of a set that may be fitted on: those whose key has a sha256 that begins even.

    The first byte counts: the sets are themselves halves, split by the last.
    """
    return hashlib.sha256(key.encode("utf-8")).digest()[0] % 2 == 0
