"""Named fields, of JSON or of a front-matter block, to text and metadata.

Knows the contract's names and the ones other programs use for the same things.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from index.errors import InvalidArticleError
from index.ingest.drafts import make_draft
from index.ingest.metadata import NOTHING, Metadata
from index.ingest.published import day_from_seconds, parse_day
from index.types import ArticleDraft

# The contract's name first. Compared in lower case without spaces, "_", "-" and ":".
TEXT_NAMES = ("text", "body", "content", "article", "articlebody", "maintext", "fulltext")
_NAMES = {
    "title": ("title", "headline"),
    "publisher": (
        *("publisher", "source", "site", "publication", "sitename", "ogsitename"),
        *("outlet", "newspaper", "sourcedomain", "domain"),
    ),
    "url": ("url", "link", "canonicalurl", "canonical", "permalink", "weburl"),
    "author": ("author", "authors", "byline", "creator"),
    "published_at": (
        *("publishedat", "date", "published", "pubdate", "datepublished", "publishdate"),
        *("publicationdate", "publishedtime", "publisheddate"),
    ),
}
_KNOWN = frozenset(TEXT_NAMES).union(*_NAMES.values())
_SEPARATORS = re.compile(r"[\s_:-]")
_KINDS = {bool: "a truth value", int: "a number", float: "a number", list: "a list"}


def draft_from_fields(
    fields: Mapping[str, object], overrides: Metadata = NOTHING, source_path: str | None = None
) -> ArticleDraft:
    """Build a draft from one article's JSON object; raises InvalidArticleError."""
    if "question" in fields and "text" not in fields:
        # Files of questions name the article they are about in `article` or `context`.
        raise InvalidArticleError("it is a question, not an article; leave the file out")
    by_name = _by_name(fields)
    text = _find(by_name, TEXT_NAMES, "text")
    if not isinstance(text, str):
        raise InvalidArticleError("the article has no text; give it in the field `text`")
    return make_draft(text, _metadata(by_name), overrides, source_path)


def metadata_from_fields(fields: Mapping[str, object]) -> Metadata:
    """What the fields say beside the text; raises InvalidArticleError."""
    return _metadata(_by_name(fields))


def is_metadata(name: str) -> bool:
    """Whether a field of this name says something about an article."""
    return _SEPARATORS.sub("", name).lower() in _KNOWN.difference(TEXT_NAMES)


def _by_name(fields: Mapping[str, object]) -> dict[str, object]:
    """Fields that say something, by plain name; the first of two wins."""
    found: dict[str, object] = {}
    for name, value in fields.items():
        plain = _SEPARATORS.sub("", str(name)).lower()
        if plain in _KNOWN and value is not None and value != "":
            found.setdefault(plain, value)
    return found


def _metadata(by_name: Mapping[str, object]) -> Metadata:
    return Metadata(
        title=_find(by_name, _NAMES["title"], "title"),
        publisher=_find(by_name, _NAMES["publisher"], "publisher"),
        url=_find(by_name, _NAMES["url"], "url"),
        author=_find(by_name, _NAMES["author"], "author"),
        published_at=_find_day(by_name),
    )


def _find(by_name: Mapping[str, object], names: tuple[str, ...], field: str) -> str | None:
    """The first name's value that is a text; the contract's own name must hold one."""
    for name in names:
        value = by_name.get(name)
        plain = value if isinstance(value, str) or field == "text" else _as_names(value)
        if isinstance(plain, str) and plain.strip():
            return plain
        if name == names[0] and value is not None and not isinstance(value, str):
            kind = _KINDS.get(type(value), "an object")
            raise InvalidArticleError(f"`{field}` must be a string, not {kind}")
    return None


def _as_names(value: object) -> str | None:
    """Names as programs write them: {"name": …}, or a list of such or of strings."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        names = [part if isinstance(part, str) else _as_names(part) for part in value[:50]]
        return ", ".join(name.strip() for name in names if name and name.strip())
    return value if isinstance(value, str) else None


def _find_day(by_name: Mapping[str, object]) -> date | None:
    for name in _NAMES["published_at"]:
        value = by_name.get(name)
        if isinstance(value, str) and value.strip():
            return parse_day(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return day_from_seconds(value)
        if value is not None and not isinstance(value, str):
            raise InvalidArticleError("`published_at` must be a day such as 2021-08-26")
    return None
