"""HTML files and saved pages: the article in them, by trafilatura, with its metadata.

Does not fetch anything. Metadata that cannot be right is left out: the page's writer
made the slip, not the user.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from index.errors import InvalidArticleError, UnreadableFileError
from index.ingest.decode import binary_kind, decode, refuse
from index.ingest.metadata import MAX_FIELD_CHARACTERS, Metadata, check_url
from index.ingest.published import parse_day
from index.ingest.text import json_kind

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

_TAG = re.compile(r"<[A-Za-z!/?]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_KEEPS_SPACE = frozenset(("pre", "textarea", "script", "style"))
# Characters. trafilatura takes fewer than 250 for a failed extraction and falls back on all
# text of the page, menus included. A short report gets a second try that settles for few.
_USUAL, _FEW = 250, 20
_SHORT = 1000


def read_html(data: bytes) -> tuple[str, Metadata]:
    """Return the article's text, paragraphs between blank lines, and the page's metadata.

    Raises UnreadableFileError for what is no HTML or holds no article.
    """
    refuse(binary_kind(data) or json_kind(data), "an HTML page")
    declared = _CHARSET.search(data[:4096])
    return extract(decode(data, declared[1].decode("ascii") if declared else None))


def extract(page: str) -> tuple[str, Metadata]:
    """Find the article in a decoded page."""
    if not _TAG.search(page):
        raise UnreadableFileError(
            "it looks like plain text, not like an HTML page; rename it to end in .txt"
        )
    from lxml.etree import LxmlError

    try:
        document = _extract(_without_declaration(page))
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise UnreadableFileError("the HTML page cannot be parsed; save its text") from error
    if document is None or not document.text:
        raise UnreadableFileError("no article was found in the page; save its text as .txt")
    found = _metadata(document)
    heading, _, rest = document.text.partition("\n")
    text = rest if rest and heading == found.title else document.text
    return text.replace("\n", "\n\n"), found


def _without_declaration(page: str) -> str:
    """The page without the XML declaration at its head: it names an encoding of the past."""
    declaration = _DECLARATION.match(page)
    return page[declaration.end() :] if declaration else page


def _extract(page: str) -> Any:
    """trafilatura's document, None where it finds none."""
    from trafilatura.utils import load_html

    _silence_libraries()
    tree = load_html(page)
    if tree is None:  # a fragment of a page
        tree = load_html(f"<html><body>{page}</body></html>")
    if tree is None:
        return None
    _collapse_space(tree)
    document = _run(deepcopy(tree), _settings(_USUAL))
    if document is not None and len(document.text or "") < _SHORT:
        short = _run(tree, _settings(_FEW))
        document = short if short is not None and short.text else document
    return document


def _run(tree: HtmlElement, config: ConfigParser) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(tree, with_metadata=True, include_comments=False, config=config)


@cache
def _settings(fewest_characters: int) -> ConfigParser:
    """trafilatura's settings with the length below which an extraction has failed.

    Days are read where the page says they are of publication, not guessed from its text.
    """
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(fewest_characters))
    config.set("DEFAULT", "EXTENSIVE_DATE_SEARCH", "off")
    return config


@cache
def _silence_libraries() -> None:
    """Keep their complaints about broken pages off the terminal: the error says it."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _collapse_space(tree: HtmlElement) -> None:
    """Make line breaks in the source spaces, as browsers do: they end no paragraph."""
    for element in tree.iter():
        if element.text and element.tag not in _KEEPS_SPACE:
            element.text = _SPACE.sub(" ", element.text)
        if element.tail:
            element.tail = _SPACE.sub(" ", element.tail)


def _metadata(document: Any) -> Metadata:
    url = _url(document.url)
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return Metadata(
        title=_field(document.title),
        publisher=_field(document.sitename) or host or None,
        url=url,
        author=_field((document.author or "").replace("; ", ", ")),
        published_at=_day(document.date),
    )


def _field(value: str | None) -> str | None:
    return value if value and len(value) <= MAX_FIELD_CHARACTERS else None


def _url(value: str | None) -> str | None:
    try:
        return check_url(value)
    except InvalidArticleError:
        return None


def _day(value: str | None) -> date | None:
    try:
        return parse_day(value) if value else None
    except InvalidArticleError:
        return None
