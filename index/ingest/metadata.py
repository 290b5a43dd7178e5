"""What is known about an article beside its text, checked and merged.

Does not know file formats: they hand over what they found, this decides what stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from index.errors import InvalidArticleError

# Characters. Longer ones are no titles or names but a text in the wrong field.
MAX_FIELD_CHARACTERS = 1000
MAX_URL_CHARACTERS = 2048

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_NOT_IN_URL = re.compile(r"[\s\x00-\x1f\x7f-\x9f<>\"]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Metadata of one article, or of all in a file; None where nothing is said."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    published_at: date | None = None

    @property
    def names_one_article(self) -> bool:
        """Whether it says what only one article can have: a title or an address."""
        return bool(self.title or self.url)

    def over(self, other: Metadata) -> Metadata:
        """These values, and the other's where there are none."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.url or other.url,
            self.author or other.author,
            self.published_at or other.published_at,
        )

    def checked(self) -> Metadata:
        """The same with white space collapsed; raises InvalidArticleError for what cannot be."""
        return Metadata(
            _one_line("title", self.title),
            _one_line("publisher", self.publisher),
            check_url(self.url),
            _one_line("author", self.author),
            self.published_at,
        )


NOTHING = Metadata()


def check_url(url: str | None) -> str | None:
    """The address without outer white space, None for an empty one.

    Raises InvalidArticleError for anything but a whole http or https address.
    """
    address = (url or "").strip()
    if not address:
        return None
    if len(address) <= MAX_URL_CHARACTERS and not _NOT_IN_URL.search(address):
        try:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https") and parts.hostname and is_text(address):
                return address
        except ValueError:
            pass
    raise InvalidArticleError(
        f"{shown(address)} is not a web address; write it like https://example.org/story"
    )


def is_text(value: str) -> bool:
    """Whether a string has no lone surrogates, which no file or page can hold."""
    return _SURROGATE.search(value) is None


def shown(value: str) -> str:
    """A value as it stands in an error message: quoted, and cut where it is long."""
    return repr(value if len(value) <= 80 else value[:79] + "…")


def _one_line(field: str, value: str | None) -> str | None:
    line = _BLANK.sub(" ", value or "").strip()
    if not is_text(line):
        raise InvalidArticleError(
            f"the {field} {shown(line)} holds half of a character pair; save it as UTF-8"
        )
    if len(line) > MAX_FIELD_CHARACTERS:
        raise InvalidArticleError(
            f"the {field} {shown(line)} has {len(line):,} characters; "
            f"give one of at most {MAX_FIELD_CHARACTERS:,}"
        )
    return line or None
