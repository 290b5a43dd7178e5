"""Claims and citations about one invented escape, for the tests of wording."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from qa.types import Citation, Claim, Quantity

UN_QUOTE = "The UN said on Tuesday that fighting has forced some 38,000 people to flee."

TUESDAY = date(2021, 8, 24)


def cited(n: int, quote: str, answer: str, **fields: object) -> Citation:
    start = 100 + quote.index(answer)
    citation = Citation(
        n=n,
        article_id=f"a{n}",
        version=1,
        title="A title",
        publisher="Levant Courier",
        url=None,
        published_at=date(2021, 8, 26),
        quote=quote,
        start=100,
        end=100 + len(quote),
        answer=answer,
        answer_start=start,
        answer_end=start + len(answer),
        article_sha256="0" * 64,
        link="/articles/a",
    )
    return replace(citation, **fields)  # type: ignore[arg-type]


def people(number: float, **fields: object) -> Quantity:
    return replace(Quantity(number, number, number, unit="people"), **fields)  # type: ignore[arg-type]


def said(value: str, by: str, n: int, on: date | None = None, **fields: object) -> Claim:
    claim = Claim(value, 0.9, (n,), said_by=by, said_by_kind="speaker", said_on=on)
    return replace(claim, **fields)  # type: ignore[arg-type]


def published(value: str, n: int, **fields: object) -> Claim:
    claim = Claim(value, 0.9, (n,), said_by="Levant Courier", said_by_kind="publisher")
    return replace(claim, **fields)  # type: ignore[arg-type]


UN_CLAIM = said(
    "38,000", "UN", 1, TUESDAY, said_by_written="The UN", said_when="on Tuesday",
    quantity=people(38000, qualifier="some"),
)  # fmt: skip
