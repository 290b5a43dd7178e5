"""The gate before the store: which texts pass, and the title of those without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidArticleError
from index.ingest.drafts import MAX_CHARACTERS, TITLE_CHARACTERS, make_draft, title_from
from index.ingest.metadata import NOTHING, Metadata


def test_a_text_without_title_gets_its_first_sentence() -> None:
    text = "\n Water returned to Selby on Monday.The mayor was glad.\n"
    draft = make_draft(text, NOTHING, NOTHING)
    assert draft.title == "Water returned to Selby on Monday."
    assert draft.text == text


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    text = "Water returned to the old town, " * 5 + "at last."
    title = title_from(text)
    assert title == ("Water returned to the old town, " * 3).rstrip(" ,")
    assert len(title_from("x" * 500)) < TITLE_CHARACTERS


def test_a_title_has_a_word() -> None:
    assert title_from("* * *\n\nWater returned.") == "Water returned."


def test_only_line_ends_change() -> None:
    text = "“One” cafe\u0301\r\nTwo \ufb01\rThree\u2028Four\t "
    assert (
        make_draft(text, NOTHING, NOTHING).text
        == "“One” cafe\u0301\nTwo \ufb01\nThree\u2028Four\t "
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        (" \n\u200b\t", "no text"),
        ("— … !", "no text"),
        ("Words \0 here", "null character"),
        ("Words \ud83d here", "half of a character pair"),
        ("x" * (MAX_CHARACTERS + 1), "2,000,001 characters"),
    ],
)
def test_texts_that_cannot_be_searched_are_refused(text: str, reason: str) -> None:
    with pytest.raises(InvalidArticleError, match=reason):
        make_draft(text, NOTHING, NOTHING)


@given(st.text(min_size=1))
def test_any_text_is_refused_or_titled(text: str) -> None:
    try:
        draft = make_draft(text, Metadata(publisher="P"), NOTHING)
    except InvalidArticleError:
        return
    assert 0 < len(draft.title) < TITLE_CHARACTERS
    assert draft.text == text.replace("\r\n", "\n").replace("\r", "\n")
