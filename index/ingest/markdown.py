"""Markdown files to plain, readable text: markup goes, words stay.

A leading first-level heading is the article's title and leaves the text. Links keep
their text, images and HTML tags go, wrapped lines join into paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from index.ingest.decode import binary_kind, decode, markup_kind, refuse
from index.ingest.drafts import MAX_CHARACTERS, unify_line_ends
from index.ingest.front_matter import split_front_matter
from index.ingest.metadata import Metadata

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)


def read_markdown(data: bytes) -> tuple[str, Metadata]:
    """Return the text and what its block and heading say; raises UnreadableFileError."""
    refuse(binary_kind(data) or markup_kind(data), "Markdown")
    found, source = split_front_matter(unify_line_ends(decode(data)))
    if len(source) > MAX_CHARACTERS:
        return source, found  # refused for its length before anything parses it
    title, text = _to_plain(source)
    if title and found.title and title != " ".join(found.title.split()):
        text = f"{title}\n\n{text}"
    return text, found.over(Metadata(title=title))


def _to_plain(source: str) -> tuple[str | None, str]:
    """The leading heading, if any, and the rest as paragraphs with blank lines between."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    title = None
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        title = " ".join(_inline(tokens[1]).split()) or None
        tokens = tokens[3:]
    return title, "\n\n".join(block for block in _blocks(tokens) if block.strip())


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """Paragraphs, headings, list items, table rows and code, each as one string."""
    mark = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells)
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_inline(token))
        elif token.type == "inline":
            yield mark + _inline(token).strip()
            mark = ""
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n")
        elif token.type == "html_block":
            yield _TAG.sub("", token.content).strip()


def _inline(token: Token) -> str:
    """The words of one inline token."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)
