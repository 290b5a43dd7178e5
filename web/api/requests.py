"""What the API takes, as schemas: they check requests and document them."""

from __future__ import annotations

from typing import Any

from apiflask.fields import Boolean, Date, Integer, List, Nested
from apiflask.validators import Length, Range, Regexp

from web.api.fields import LongText, Strict, Text, note

# As marshmallow declares error messages.
Messages = dict[str, str | list[Any] | dict[Any, Any]]

BAD_DAY: Messages = {
    "invalid": "this must be a day, written like 2021-08-26.",
    "format": "this must be a day, written like 2021-08-26.",
}
BAD_NUMBER: Messages = {
    "invalid": "this must be a whole number.",
    "too_large": "this number is too large.",
}
TOP_K = Range(1, 50, error="this must be from 1 to 50.")
CONVERSATION_ID = Regexp(
    r"^[A-Za-z0-9_-]{1,64}$", error="this must be 1 to 64 letters, digits, - or _."
)
FEW = Length(min=1, max=1000, error="name 1 to 1000, or leave this out.")


def _flag(description: str) -> Boolean:
    return Boolean(
        error_messages={"invalid": "this must be true or false."},
        metadata=note(description, False),
    )


def _top_k(default: str) -> Integer:
    return Integer(
        strict=True,
        validate=TOP_K,
        error_messages=BAD_NUMBER,
        metadata=note(f"how many passages {default}", 8),
    )


class FiltersIn(Strict):
    """Limits on the articles an answer may come from."""

    published_after = Date(
        error_messages=BAD_DAY,
        metadata=note("first day, inclusive; articles without a date don't pass", "2021-08-01"),
    )
    published_before = Date(
        error_messages=BAD_DAY, metadata=note("last day, inclusive", "2021-08-31")
    )
    publishers = List(
        Text(), validate=FEW, metadata=note("only these publishers, in any case", ["AFP"])
    )
    article_ids = List(Text(), validate=FEW, metadata=note("only these articles"))


class QuestionIn(Strict):
    """A question."""

    question = Text(
        required=True,
        metadata={**note("the question, in English", "how many fled Daraa?"), "maxLength": 2000},
    )
    conversation_id = Text(
        validate=CONVERSATION_ID,
        metadata=note("from an earlier answer, so that a follow-up is understood"),
    )
    top_k = _top_k("are read")
    explain = _flag("add the hits with every score behind the answer")
    ignore_dates = _flag("ask the question without the dates in it, such as “in August 2021”")
    filters = Nested(FiltersIn)


class QuestionQuery(FiltersIn):
    """A question in the address: the same fields, lists by repeating them."""

    question = Text(required=True, metadata=note("the question", "how many fled Daraa?"))
    conversation_id = Text(validate=CONVERSATION_ID, metadata=note("from an earlier answer"))
    top_k = Integer(
        validate=TOP_K, error_messages=BAD_NUMBER, metadata=note("how many passages are read", 8)
    )
    explain = _flag("add the hits with every score")
    ignore_dates = _flag("ask the question without the dates in it")


class SearchQuery(FiltersIn):
    """A search for passages."""

    query = Text(required=True, metadata=note("words to search for", "displaced from Daraa"))
    top_k = Integer(validate=TOP_K, error_messages=BAD_NUMBER, metadata=note("how many hits", 8))


class ArticleIn(Strict):
    """An article to store. With a url, the url is its identity."""

    title = Text(metadata=note("empty or missing: the first sentence", "Thousands flee Daraa"))
    text = LongText(required=True, metadata=note("the article's text", "Some 38,000 people …"))
    url = Text(allow_none=True, metadata=note("where it stood", "https://example.org/daraa"))
    publisher = Text(allow_none=True, metadata=note("who published it", "AFP"))
    published_at = Text(allow_none=True, metadata=note("a day, in any usual style", "2021-08-26"))
    author = Text(allow_none=True, metadata=note("who wrote it"))


class UploadIn(Strict):
    """What an upload says of its files; a field left out is read from the file."""

    title = Text(metadata=note("for an upload of one article"))
    url = Text(metadata=note("for an upload of one article"))
    publisher = Text(metadata=note("who published the files"))
    published_at = Text(metadata=note("a day, in any usual style"))
    author = Text(metadata=note("who wrote the files"))


class PageQuery(Strict):
    """Which part of a list."""

    limit = Integer(
        load_default=50,
        validate=Range(1, 500, error="this must be from 1 to 500."),
        error_messages=BAD_NUMBER,
        metadata=note("how many articles", 50),
    )
    cursor = Text(metadata=note("next_cursor of the page before"))


class VersionQuery(Strict):
    """Which version of an article."""

    version = Integer(
        validate=Range(1, 2**31, error="this must be 1 or more."),
        error_messages=BAD_NUMBER,
        metadata=note("a version that was cited; the newest if left out", 1),
    )
