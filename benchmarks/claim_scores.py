"""Labelled claims and the scores that the parts of `benchmarks.claims` report in.

Knows the file format (tests/data/README.md) and the arithmetic, not what is predicted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.claims_news import join


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """One line of a labelled file; `fields` are the line's own, as tests/data/README.md says."""

    id: str
    phenomenon: str
    text: str
    start: int
    end: int
    fields: Mapping[str, Any]


def load_claims(path: Path) -> list[LabelledClaim]:
    """Read a labelled file; raises ValueError where a value does not stand at its offset.

    Rows without text are joined with the news articles they label.
    """
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if rows and "text" not in rows[0]:
        rows = join(rows)
    claims = []
    for fields in rows:
        start = int(fields["value_start"])
        end = start + len(fields["value"])
        if fields["text"][start:end] != fields["value"]:
            raise ValueError(f"{fields['id']}: the value is not at {start}; mend the label")
        claims.append(
            LabelledClaim(fields["id"], fields["phenomenon"], fields["text"], start, end, fields)
        )
    return claims


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one figure; a prediction is right only where the label has the same.

    precision = right / predicted, recall = right / labelled, F1 their harmonic mean;
    `agreed` also counts items where label and prediction are both empty, of `items`.
    """

    name: str
    right: int
    predicted: int
    labelled: int
    agreed: int
    items: int
    misses: tuple[str, ...] = field(default=())

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def line(self) -> str:
        """One row of the table that is printed."""
        return (
            f"{self.name:<34} {self.precision:6.3f} {self.recall:6.3f} {self.f1:6.3f}"
            f"   {self.agreed}/{self.items}"
        )


HEADER = f"{'':<34} {'P':>6} {'R':>6} {'F1':>6}   right, empty ones too"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was predicted for one item beside its label; None is empty."""

    id: str
    label: str | None
    prediction: str | None
    is_right: bool

    def describe(self) -> str:
        return f"{self.id}: {self.prediction!r}, labelled {self.label!r}"


def score(name: str, outcomes: list[Outcome]) -> Score:
    """Count outcomes into a score; both empty is agreement, but not a right prediction."""
    right = sum(o.is_right and o.label is not None for o in outcomes)
    return Score(
        name,
        right,
        sum(o.prediction is not None for o in outcomes),
        sum(o.label is not None for o in outcomes),
        sum(o.is_right for o in outcomes),
        len(outcomes),
        tuple(o.describe() for o in outcomes if not o.is_right),
    )
