"""Markdown to plain text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import UnreadableFileError
from index.ingest.markdown import read_markdown


def text_of(source: str) -> str:
    return read_markdown(source.encode())[0]


def test_the_leading_heading_becomes_the_title() -> None:
    text, found = read_markdown(b"# Water *returns*\n\nWater returned.\n\n## Next\n\nMore.")
    assert found.title == "Water returns"
    assert text == "Water returned.\n\nNext\n\nMore."


def test_a_title_in_the_block_stands_and_the_heading_stays() -> None:
    text, found = read_markdown(b"---\ntitle: Flood\n---\n# Water returns\n\nWords.")
    assert (found.title, text) == ("Flood", "Water returns\n\nWords.")
    text, found = read_markdown(b"---\ntitle: Flood\n---\n# Flood\n\nWords.")
    assert (found.title, text) == ("Flood", "Words.")


def test_a_later_heading_is_text() -> None:
    text, found = read_markdown(b"Words.\n\n# Water")
    assert (found.title, text) == (None, "Words.\n\nWater")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Some **38,000** fled, _the UN_ said.", "Some 38,000 fled, the UN said."),
        ("[The UN](https://un.example/a_b) said `so`.", "The UN said so."),
        ("<https://un.example/a>", "https://un.example/a"),
        ("Water ![map](m.png) returned.", "Water  returned."),
        ("Wrapped\nlines\njoin.", "Wrapped lines join."),
        ("- one\n- two\n  more\n\n3. three", "- one\n\n- two more\n\n3. three"),
        ("> Quoted\n> words.", "Quoted words."),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n\n1 | 2"),
        ("<p>Tags <b>go</b>.</p>", "Tags go."),
        ("A <b>bold</b> word &amp; more \\*here\\*.", "A bold word & more *here*."),
        ("One\n\n---\n\nTwo", "One\n\nTwo"),
        ("```\ncode  here\n```", "code  here"),
        ("Prices of 5 * 3 and 2 * 4_000 stay.", "Prices of 5 * 3 and 2 * 4_000 stay."),
    ],
)
def test_markup_goes_and_words_stay(source: str, expected: str) -> None:
    assert text_of(source) == expected


def test_what_is_no_markdown_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="a PDF file, not like Markdown"):
        read_markdown(b"%PDF-1.4")


def test_comments_that_never_end_take_linear_time() -> None:
    started = time.process_time()
    assert text_of("Words.\n\n" + "<!--" * 100_000) == "Words."
    assert time.process_time() - started < 5


@given(st.text(alphabet=st.sampled_from(list("ab *_[]()<>#-`|&\\!\n1."))))
def test_any_text_is_read(source: str) -> None:
    assert isinstance(text_of(source), str)
