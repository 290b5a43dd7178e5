"""Plain text files."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import UnreadableFileError
from index.ingest.drafts import make_draft
from index.ingest.metadata import NOTHING
from index.ingest.text import json_kind, read_text
from index.sentences import split_sentences

# The quirks of scraped wire copy: glued sentences, mixed quotation marks, no title, no
# date, one paragraph a line, no stop at the end.
SCRAPED = (
    "A third convoy left the river town of Selby on Friday under a deal brokered by Norland, "
    "a monitor said.Selby, which rose first in 2009, was handed back to the state in 2016.\n"
    "The Norland Watch counted 61 people, mostly ” fighters who refused the deal of Norland,” "
    "in the convoy.\n"
    "The state agency said that “58 gunmen and their families” had left, a step “towards the "
    "return of all services.”\n"
    "“Safe access to all districts is needed,” he told the Council"
)


def test_scraped_copy_works_as_it_is() -> None:
    text, found = read_text(SCRAPED.encode())
    draft = make_draft(text, found, NOTHING)
    assert draft.text == SCRAPED
    assert draft.title.startswith("A third convoy left the river town of Selby on Friday")
    assert len(draft.title) < 100
    assert draft.published_at is None
    sentences = [text[start:end] for start, end in split_sentences(text)]
    assert [sentence[:9] for sentence in sentences] == [
        *("A third c", "Selby, wh", "The Norla", "The state", "“Safe acc"),
    ]


def test_front_matter_is_read() -> None:
    text, found = read_text(
        b"---\r\ntitle: Water\r\ndate: 26 August 2021\r\n---\r\nWords.\r\nMore."
    )
    assert text == "Words.\nMore."
    assert (found.title, found.published_at) == ("Water", date(2021, 8, 26))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"%PDF-1.4", "a PDF file"),
        (b"<!doctype html><p>Words", "an HTML page"),
        (b' {"text": "Words."}', "a JSON file"),
        (b'[{"text": "Words."}]', "a JSON file"),
        (b"\x00\x01\x02", "binary data"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"looks like {kind}, not like plain text"):
        read_text(data)


def test_text_in_brackets_is_no_json() -> None:
    assert json_kind(b"[1] See the note.") is None
    assert json_kind(b"[1, 2]") is None
    assert json_kind(b"[" * 100_000) is None
