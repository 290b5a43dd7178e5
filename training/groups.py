"""What is prepared once: every question with its text, answers and passages that lack them.

Stored as gzipped JSON: texts once, questions pointing at them. Knows no tokens.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """Characters `[start, end)` of a text, and how many annotators gave them."""

    start: int
    end: int
    votes: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """A question on one text; without answers the text does not say.

    `negatives` are texts, nearest first, without an answer. `before` and `after` are the
    neighbouring sentences where the text is a single one.
    """

    source: str
    question: str
    title: str
    text: str
    answers: tuple[Answer, ...]
    negatives: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def write_groups(path: Path, groups: Sequence[Group]) -> None:
    """Write groups whole or not at all."""
    texts: dict[str, int] = {}

    def number(text: str) -> int:
        return texts.setdefault(text, len(texts))

    rows = [
        {
            "source": g.source,
            "question": g.question,
            "title": g.title,
            "text": number(g.text),
            "answers": [[a.start, a.end, a.votes] for a in g.answers],
            "negatives": [number(t) for t in g.negatives],
            "before": [number(t) for t in g.before],
            "after": [number(t) for t in g.after],
        }
        for g in groups
    ]
    partial = path.with_suffix(".partial")
    with gzip.open(partial, "wt", encoding="utf-8", compresslevel=4) as file:
        json.dump({"texts": list(texts), "groups": rows}, file, ensure_ascii=False)
    partial.replace(path)


def read_groups(path: Path) -> list[Group]:
    """Read what `write_groups` wrote, in its order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        document = json.load(file)
    texts = document["texts"]

    def named(numbers: Sequence[int]) -> tuple[str, ...]:
        return tuple(texts[n] for n in numbers)

    return [
        Group(
            source=row["source"],
            question=row["question"],
            title=row["title"],
            text=texts[row["text"]],
            answers=tuple(Answer(*answer) for answer in row["answers"]),
            negatives=named(row["negatives"]),
            before=named(row["before"]),
            after=named(row["after"]),
        )
        for row in document["groups"]
    ]
