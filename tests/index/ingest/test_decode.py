"""Encodings, and bytes that are not the text they claim to be."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import UnreadableFileError
from index.ingest.decode import binary_kind, decode, markup_kind

TEXT = "“Café” in Łódź — 38,000"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT
    assert binary_kind(TEXT.encode(encoding)) is None


def test_western_text_without_a_mark() -> None:
    text = "The “Café Noël” reopened, the mayor said – at last."
    assert decode(text.encode("cp1252")) == text


def test_a_page_says_its_encoding() -> None:
    text = "Новости города"
    assert decode(text.encode("koi8-r"), "koi8-r") == text
    assert decode("“x”".encode("cp1252"), "ISO-8859-1") == "“x”"
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT  # UTF-8 is never an accident
    assert decode("naïve".encode("cp1252"), "base64") == "naïve"
    assert decode("naïve".encode("cp1252"), "no-such") == "naïve"


def test_statistics_for_the_rest() -> None:
    text = "Вода вернулась в старый город после трёх недель, сказала мэр в понедельник. " * 3
    assert decode(text.encode("cp1251")) == text


def test_one_damaged_byte_is_named_instead_of_guessed() -> None:
    data = "Łódź and Kraków, “so”".encode() + b"\xff."
    with pytest.raises(UnreadableFileError, match=rf"byte {len(data) - 2} is damaged"):
        decode(data)
    with pytest.raises(UnreadableFileError, match="UTF-16"):
        decode(b"\xff\xfea\x00\xd8")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a zip archive or an office document"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"words and a \x00", "binary data"),
        (bytes(range(1, 32)) * 4, "binary data"),
        (b"H\x00e\x00l\x00l\x00o\x00", "binary data"),
    ],
)
def test_binary_data_is_recognised(head: bytes, kind: str) -> None:
    assert binary_kind(head) == kind


def test_text_is_not_taken_for_binary() -> None:
    assert binary_kind(b"Plain words.\r\n\tIndented.\x0c") is None
    assert binary_kind(b"") is None
    assert markup_kind(b"Words with a <b> tag") is None
    assert markup_kind(b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>") == "an HTML page"
    assert markup_kind(b"<?xml version='1.0'?><rss>") == "an XML file"


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(UnreadableFileError):
        assert isinstance(decode(data), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
