"""Answers about the last claim: which words of the article they quote."""

from __future__ import annotations

from index.types import Article
from qa.recall import recall
from qa.types import Citation, Claim

TEXT = (
    "The emergency ministry published a list. A charity called it too short. "
    "Some 22 people were missing, the ministry said. Later it said that 17 were missing."
)
ARTICLE = Article("a", 1, "T", TEXT, "0" * 64)


def cited(quote: str, value: str) -> Citation:
    start = TEXT.index(quote)
    at = start + quote.index(value)
    return Citation(
        n=1, article_id="a", version=1, title="T", publisher=None, url=None, published_at=None,
        quote=quote, start=start, end=start + len(quote), answer=value, answer_start=at,
        answer_end=at + len(value), article_sha256="0" * 64,
        link=f"/articles/a?v=1&start={start}&end={start + len(quote)}",
    )  # fmt: skip


def said(value: str, written: str) -> Claim:
    return Claim(
        value,
        0.9,
        (1,),
        said_by="emergency ministry",
        said_by_written=written,
        said_by_kind="speaker",
    )


def test_the_speaker_as_the_quote_writes_it_is_enough() -> None:
    quote = "Some 22 people were missing, the ministry said."
    asserted = recall("speaker", said("22", "the ministry"), cited(quote, "22"), ARTICLE)
    assert asserted.claims[0].value == "the ministry"
    assert asserted.citations[0].quote == quote


def test_a_quote_with_a_pronoun_reaches_back_to_the_name() -> None:
    quote = "Later it said that 17 were missing."
    asserted = recall("speaker", said("17", "it"), cited(quote, "17"), ARTICLE)
    [found] = asserted.citations
    assert asserted.claims[0].value == "emergency ministry"
    assert TEXT[found.start : found.end] == found.quote == TEXT
    assert f"start={found.start}&" in found.link
