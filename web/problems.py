"""Problem objects (RFC 9457), as the API sends and the command line prints them."""

from __future__ import annotations

from typing import Any

from index.errors import DatelineError


def problem_object(slug: str, title: str, detail: str) -> dict[str, Any]:
    """Make what every problem has: a type to branch on, a title, a sentence for people."""
    return {
        "type": f"urn:dateline:problem:{slug}",
        "title": title,
        "detail": printable(detail),
    }


def slug_of(kind: type[DatelineError]) -> str:
    """Name an exception's class in a problem's type.

    >>> from index.errors import ArticleNotFoundError
    >>> slug_of(ArticleNotFoundError)
    'article-not-found'
    """
    name = kind.__name__.removesuffix("Error")
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


def printable(text: str) -> str:
    """Replace what UTF-8 cannot hold, so that any text can be told back."""
    return text.encode("utf-8", "replace").decode("utf-8")
