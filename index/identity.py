"""What makes two drafts the same article. Pure.

The same address is the same article; without one, the same publisher, title and text.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from index.types import Article, ArticleDraft


def identity(draft: ArticleDraft) -> str:
    """Return the identity key of a draft: `url:…` or `text:…`."""
    if draft.url:
        return f"url:{canonical_url(draft.url)}"
    parts = "\0".join([(draft.publisher or "").casefold(), draft.title, draft.text])
    return f"text:{text_sha256(parts)}"


def canonical_url(url: str) -> str:
    """Lower-case scheme and host and drop the fragment; the rest is the publisher's own.

    >>> canonical_url("HTTPS://News.Example/A?b=1#top")
    'https://news.example/A?b=1'
    """
    parts = urlsplit(url.strip())
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


def text_sha256(text: str) -> str:
    """Hash a text's UTF-8 bytes, as hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(key: str, attempt: int = 0) -> str:
    """Return 16 hexadecimal digits for an identity key; `attempt` gives others after a clash."""
    return text_sha256(key if not attempt else f"{key}\0{attempt}")[:16]


def merged(draft: ArticleDraft, stored: Article) -> ArticleDraft:
    """Complete a draft of a stored article: what it leaves out stays as it was."""
    return replace(
        draft,
        title=draft.title or stored.title,
        publisher=draft.publisher or stored.publisher,
        url=draft.url or stored.url,
        author=draft.author or stored.author,
        published_at=draft.published_at or stored.published_at,
    )


def is_unchanged(draft: ArticleDraft, stored: Article) -> bool:
    """Whether storing the draft would change nothing."""
    return (draft.text, draft.title, draft.publisher, draft.url, draft.author) == (
        stored.text,
        stored.title,
        stored.publisher,
        stored.url,
        stored.author,
    ) and draft.published_at == stored.published_at
