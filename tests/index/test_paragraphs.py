"""Paragraphs: which line breaks only wrap, and which end something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.paragraphs import split_paragraphs

WIDE = "Word " * 13 + "words"  # 70 characters


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_unwrapped_lines_are_paragraphs() -> None:
    assert paragraphs(f"{'long ' * 30}\nShort one\nAnother") == [
        ("long " * 30).strip(),
        "Short one",
        "Another",
    ]


def test_a_break_where_the_next_word_did_not_fit_is_no_end() -> None:
    assert paragraphs(f"{WIDE}\nMore of it.") == [f"{WIDE}\nMore of it."]


def test_a_break_where_the_next_word_would_have_fitted_is_an_end() -> None:
    assert paragraphs(f"Heading\n{WIDE}\nMore.") == ["Heading", f"{WIDE}\nMore."]


def test_a_line_that_goes_on_in_small_letters_is_no_end() -> None:
    assert paragraphs("The mayor of\nthe town left") == ["The mayor of\nthe town left"]
    assert paragraphs("The mayor left.\nthe town") == ["The mayor left.", "the town"]


def test_list_items_and_indented_lines_begin_paragraphs() -> None:
    assert paragraphs(f"{WIDE}\n- item\n2. item") == [WIDE, "- item", "2. item"]
    assert paragraphs(f"{WIDE}\n    Another one") == [WIDE, "Another one"]


def test_every_kind_of_line_end_counts_once() -> None:
    assert paragraphs("One\r\nTwo\r\n\r\nThree\rFour\u2028Five") == [
        *("One", "Two", "Three", "Four", "Five")
    ]
    assert paragraphs(f"{WIDE}\r\nMore of it.") == [f"{WIDE}\r\nMore of it."]


@given(st.text(alphabet=st.sampled_from(list(" \n\r\taA.-•1"))))
def test_paragraphs_cover_the_text(text: str) -> None:
    end = 0
    for start, next_end in split_paragraphs(text):
        assert end <= start < next_end
        assert text[end:start].strip() == ""
        end = next_end
    assert text[end:].strip() == ""
