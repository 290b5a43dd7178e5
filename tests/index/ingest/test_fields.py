"""JSON objects of articles: the contract's names and other programs' names."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidArticleError
from index.ingest.fields import draft_from_fields
from index.ingest.metadata import Metadata

WHOLE = {
    "title": "Water returns",
    "text": "Water returned.",
    "publisher": "The Selby Post",
    "url": "https://selby.example/water",
    "author": "Ines Duarte",
    "published_at": "2021-08-26",
}


def test_the_contracts_names() -> None:
    draft = draft_from_fields(WHOLE)
    assert (draft.title, draft.text, draft.publisher) == ("Water returns", *_text_and_publisher())
    assert (draft.url, draft.author) == ("https://selby.example/water", "Ines Duarte")
    assert draft.published_at == date(2021, 8, 26)
    assert draft.source_path is None


def _text_and_publisher() -> tuple[str, str]:
    return "Water returned.", "The Selby Post"


@pytest.mark.parametrize(
    "fields",
    [
        {
            "headline": "Water returns",
            "body": "Water returned.",
            "source": {"name": "The Selby Post"},
        },
        {
            "title": "Water returns",
            "articleBody": "Water returned.",
            "publication": "The Selby Post",
        },
        {"Title": "Water returns", "content": "Water returned.", "site_name": "The Selby Post"},
    ],
)
def test_other_names(fields: dict[str, object]) -> None:
    more = {
        "link": "https://selby.example/water",
        "authors": [{"name": "Ines Duarte"}],
        "datePublished": "Aug. 26, 2021",
    }
    assert draft_from_fields({**fields, **more}) == draft_from_fields(WHOLE)


def test_authors_are_joined() -> None:
    draft = draft_from_fields({"text": "Words.", "authors": ["Ines Duarte", None, {"name": "Ola"}]})
    assert draft.author == "Ines Duarte, Ola"


@pytest.mark.parametrize("day", ["2020/06/11", 1591833600, 1591833600000, 20200611, "11 June 2020"])
def test_days_of_any_type(day: object) -> None:
    draft = draft_from_fields({"text": "Words.", "pub_date": day})
    assert draft.published_at == date(2020, 6, 11)


def test_empty_fields_say_nothing() -> None:
    draft = draft_from_fields(
        {"text": "Words.", "title": "", "publisher": None, "published_at": " "}
    )
    assert (draft.title, draft.publisher, draft.published_at) == ("Words.", None, None)


def test_overrides_stand_first() -> None:
    draft = draft_from_fields(WHOLE, Metadata(publisher="Another"))
    assert (draft.publisher, draft.title) == ("Another", "Water returns")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "no text; give it in the field `text`"),
        ({"text": "   "}, "no text"),
        ({"question": "Who left?", "article": "daraa.md"}, "it is a question"),
        ({"text": None}, "no text"),
        ({"text": 5}, "`text` must be a string, not a number"),
        ({"text": ["a"]}, "`text` must be a string, not a list"),
        ({"text": "Words.", "title": 7}, "`title` must be a string, not a number"),
        ({"text": "Words.", "title": True}, "`title` must be a string, not a truth value"),
        ({"text": "Words.", "published_at": "soon"}, "'soon' is not a date"),
        ({"text": "Words.", "published_at": [1]}, "`published_at` must be a day"),
        ({"text": "Words.", "url": "javascript:x"}, "is not a web address"),
        ({"text": "Words \ud800."}, "half of a character pair"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(InvalidArticleError, match=reason):
        draft_from_fields(fields)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
NAMES = st.sampled_from([*WHOLE, "body", "authors", "source", "date", "name"])


@given(st.dictionaries(NAMES, JSON))
def test_any_object_is_a_draft_or_refused(fields: dict[str, object]) -> None:
    with suppress(InvalidArticleError):
        assert draft_from_fields(fields).text
