"""Text and metadata to a draft: the last gate before the store.

Refuses texts that hold nothing to search. Changes a text only in its line ends.
"""

from __future__ import annotations

import re

from index.config import IndexConfig
from index.errors import InvalidArticleError
from index.ingest.metadata import Metadata, is_text
from index.sentences import split_sentences
from index.types import ArticleDraft

MAX_CHARACTERS = IndexConfig().max_article_characters
# Characters a title made from the first sentence stays below.
TITLE_CHARACTERS = 100
# Characters at the head of a text in which its first sentence is looked for.
_HEAD = 4000

_WORD_CHARACTER = re.compile(r"[^\W_]")


def make_draft(
    text: str, found: Metadata, overrides: Metadata, source_path: str | None = None
) -> ArticleDraft:
    """Build a draft; what the user says in `overrides` stands before what the file says.

    Raises InvalidArticleError for a text or metadata that cannot be stored.
    """
    text = unify_line_ends(text)
    _check_text(text)
    known = overrides.over(found).checked()
    return ArticleDraft(
        text=text,
        title=known.title or title_from(text),
        publisher=known.publisher,
        url=known.url,
        author=known.author,
        published_at=known.published_at,
        source_path=source_path,
    )


def unify_line_ends(text: str) -> str:
    """Write every line end as one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def title_from(text: str) -> str:
    """The first sentence with a word in it, cut at a word before 100 characters."""
    head = text.lstrip()[:_HEAD]
    sentences = [head[start:end] for start, end in split_sentences(head)]
    worded = (sentence for sentence in sentences if _WORD_CHARACTER.search(sentence))
    line = " ".join(next(worded, head).split())
    if len(line) < TITLE_CHARACTERS:
        return line
    cut = line[:TITLE_CHARACTERS].rfind(" ")
    return line[: cut if cut > 0 else TITLE_CHARACTERS - 1].rstrip(" ,;:–—-")


def _check_text(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise InvalidArticleError(
            f"the text has {len(text):,} characters, {MAX_CHARACTERS:,} are the limit; "
            "split it into several articles"
        )
    if "\0" in text:
        raise InvalidArticleError("the text holds a null character; it is not plain text")
    if not is_text(text):
        raise InvalidArticleError("the text holds half of a character pair; save it as UTF-8")
    if not _WORD_CHARACTER.search(text):
        raise InvalidArticleError("the article has no text; give it at least one word")
