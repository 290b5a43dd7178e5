"""Values as text for a terminal, and as one JSON object for programs."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from index.types import Hit
    from qa.types import Answer, Citation, Claim

# Text from articles must not drive the terminal: escape sequences, colours, title changes.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
WIDTH = 88
SNIPPET_CHARACTERS = 300


def echo_json(value: Mapping[str, Any]) -> None:
    """Print the one JSON object of a command."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(text.encode("utf-8", "replace").decode())


def plain(text: str) -> str:
    """Make text from outside harmless to a terminal."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def echo_answer(answer: Answer) -> None:
    """Print an answer: the wording, then each citation with the value in its quote."""
    click.echo(plain(answer.text))
    if answer.asked_dates:
        click.echo(_asked_dates(answer))
    for citation in answer.citations:
        click.echo()
        click.echo(f"[{citation.n}] {plain(_source(citation))}")
        click.echo(textwrap.indent(_quote(citation), "    "))
    for near in answer.closest:
        click.echo()
        click.echo(f"Closest: {plain(near.title)} ({near.article_id})")
        click.echo(textwrap.indent(_wrap(plain(near.quote)), "    "))
    if answer.status == "answered":
        click.echo(f"\nConfidence {answer.confidence:.0%}")
    if answer.explain:
        click.echo()
        for line in _explanation(answer):
            click.echo(line)


def echo_hit(hit: Hit) -> None:
    """Print a hit: rank, score, where it stands, and its beginning."""
    article = hit.article
    day = f", {article.published_at}" if article.published_at else ""
    click.echo(f"{hit.rank:>2}. {plain(article.title)}{day}  [{article.id}]  {hit.score:.3f}")
    snippet = textwrap.shorten(hit.text, SNIPPET_CHARACTERS, placeholder=" …")
    click.echo(textwrap.indent(_wrap(plain(snippet)), "    "))


def day_words(day: date) -> str:
    """Write a day in words: 24 August 2021."""
    return f"{day.day} {day:%B %Y}"


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: 1 article, 1,200 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _asked_dates(answer: Answer) -> str:
    from qa.wording import word_asked_date

    dates = plain(" and ".join(word_asked_date(one) for one in answer.asked_dates))
    return f"Asked about {dates}; --ignore-dates asks without it."


def _source(citation: Citation) -> str:
    published = day_words(citation.published_at) if citation.published_at else None
    return ", ".join(part for part in (citation.title, citation.publisher, published) if part)


def _quote(citation: Citation) -> str:
    """The quote, its value underlined on a terminal."""
    first = citation.answer_start - citation.start
    last = citation.answer_end - citation.start
    before, value, after = citation.quote[:first], citation.quote[first:last], citation.quote[last:]
    if not sys.stdout.isatty():
        return _wrap(f"“{plain(citation.quote)}”")
    marked = click.style(plain(value), bold=True, underline=True)
    return f"“{plain(before)}{marked}{plain(after)}”"


def _wrap(text: str) -> str:
    return "\n".join(textwrap.wrap(text, WIDTH)) or text


def _explanation(answer: Answer) -> Iterator[str]:
    """How the answer came about, a hit a line, with its spans below."""
    explain = answer.explain
    assert explain is not None
    yield f"Decision: {explain.decision} (threshold {explain.threshold:.2f})"
    for hit in explain.hits:
        yield (
            f"{hit.rank:>3}. {plain(hit.title)} [{hit.start}:{hit.end}] score {hit.score:.3f}"
            f" lexical {_score(hit.lexical)} dense {_score(hit.dense)} null {hit.null_score:.2f}"
        )
        for span in hit.spans:
            yield f"       {span.score:8.2f} {span.confidence:5.0%}  {plain(span.text)}"
    yield from (_claim_line(claim) for claim in answer.claims)


def _claim_line(claim: Claim) -> str:
    who = f", said by {plain(claim.said_by)}" if claim.said_by else ""
    return f"Claim: {plain(claim.value)} {claim.confidence:.0%}{who}, citations {claim.citations}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{score:.3f}"
