"""The pages: chat, article list, and an article with the quote marked.

Everything from outside goes through Jinja as text. Offsets in addresses may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version as installed_version

from apiflask import APIBlueprint
from flask import render_template, request

from index.errors import ArticleNotFoundError
from index.paragraphs import split_paragraphs
from web.services import services

bp = APIBlueprint("page", __name__, enable_openapi=False)

LIST_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph, marked or not."""

    text: str
    is_marked: bool


@bp.get("/")
def chat() -> str:
    """Show the chat page."""
    parts = services()
    return render_template(
        "chat.html",
        articles=parts.corpus.stats().articles,
        examples=parts.examples.questions(parts.corpus),
        version=installed_version("dateline"),
    )


@bp.get("/articles")
def article_list() -> str:
    """Show a part of the article list, newest first."""
    page = services().corpus.articles(LIST_LENGTH, request.args.get("cursor") or None)
    return render_template("articles.html", page=page)


@bp.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """Show an article, or the version `v` of it, with `[start, end)` of its text marked."""
    corpus = services().corpus
    newest = corpus.article(article_id)
    found = newest
    if "v" in request.args:
        number = _number("v")
        if not number:
            raise ArticleNotFoundError("The address names no version; open the article anew.")
        found = corpus.article(article_id, number)
    return render_template(
        "article.html",
        article=found,
        paragraphs=list(paragraphs(found.text, _number("start"), _number("end"))),
        newest_version=newest.version,
        is_current=found.version == newest.version,
    )


def paragraphs(text: str, start: int, end: int) -> Iterator[list[Piece]]:
    """Split a text into paragraphs, and each at the mark `[start, end)`, in code points.

    Offsets outside the text are drawn to its edges; an empty mark marks nothing.
    """
    for first, last in split_paragraphs(text):
        marked_from = min(max(start, first), last)
        marked_to = min(max(end, marked_from), last)
        cuts = (
            (first, marked_from, False),
            (marked_from, marked_to, True),
            (marked_to, last, False),
        )
        yield [Piece(text[a:b], is_marked) for a, b, is_marked in cuts if a < b]


def _number(name: str) -> int:
    """Read a number of the address; one that is missing, or is none, counts as 0."""
    written = request.args.get(name, "")
    is_number = written.isascii() and written.isdigit() and len(written) <= 15
    return int(written) if is_number else 0
