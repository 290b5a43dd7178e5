"""HTML files and saved pages, through the real extractor."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import UnreadableFileError
from index.ingest.html import read_html
from index.ingest.metadata import Metadata
from index.ingest.mhtml import read_mhtml

HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Water returns | The Selby Post</title>
<meta property="og:site_name" content="The Selby Post">
<meta property="article:published_time" content="2021-08-26T22:10:00-05:00">
<meta name="author" content="Ines Duarte"><link rel="canonical" href="https://selby.example/water">
</head>"""
BODY = """<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Water returns</h1>
<p>Some <b>38,000</b> people have <a href="/tap">running
water</a> again, the mayor&nbsp;said.</p>
<p>Repairs took three weeks. <em>Engineers</em> worked at night,
and the last pump started on Monday.</p></article>
<script>alert("no")</script><footer>Cookies and terms</footer></body></html>"""
LONG = "<p>Engineers repaired another pump near the market that night, and people cheered.</p>" * 20


def test_a_short_report_is_read_without_menus() -> None:
    text, found = read_html((HEAD + BODY).encode())
    assert text == (
        "Some 38,000 people have running water again, the mayor said.\n\n"
        "Repairs took three weeks. Engineers worked at night, and the last pump started on Monday."
    )
    assert found == Metadata(
        title="Water returns",
        publisher="The Selby Post",
        url="https://selby.example/water",
        author="Ines Duarte",
        published_at=date(2021, 8, 26),
    )


def test_a_long_article_is_read_whole() -> None:
    text, _ = read_html((HEAD + BODY.replace("</article>", f"{LONG}</article>")).encode())
    assert text.startswith("Some 38,000 people")
    assert "Cookies" not in text
    assert "alert" not in text
    assert "the last pump started on Monday.\n\nEngineers" in text


def test_a_fragment_of_a_page_is_read() -> None:
    text, _ = read_html(b"<p>Water returned to the <b>old</b> town on Monday.</p>")
    assert text == "Water returned to the old town on Monday."


def test_the_declared_encoding_is_used() -> None:
    page = (HEAD + BODY).replace("utf-8", "windows-1252").replace("mayor", "“maire”")
    assert "the “maire” said" in read_html(page.encode("cp1252"))[0]


def test_the_host_stands_for_a_missing_publisher() -> None:
    head = HEAD.replace("og:site_name", "other").replace(" | The Selby Post", "")
    head = head.replace("https://selby", "https://www.selby")
    assert read_html((head + BODY).encode())[1].publisher == "selby.example"


def test_days_in_the_text_are_not_taken_for_the_day_of_publication() -> None:
    head = HEAD.replace("2021-08-26T22:10:00-05:00", "")
    body = BODY.replace("three weeks.", "three weeks until 3 May 2019. © 2018")
    assert read_html((head + body).encode())[1].published_at is None
    dated = body.replace("<h1>", '<time datetime="2021-08-26T10:00Z">Thursday</time><h1>')
    assert read_html((head + dated).encode())[1].published_at == date(2021, 8, 26)


def test_impossible_metadata_is_left_out() -> None:
    head = HEAD.replace("https://selby.example/water", "javascript:alert(1)")
    found = read_html((head.replace("2021-08-26T22:10:00-05:00", "soon") + BODY).encode())[1]
    assert found.url is None
    assert found.published_at is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4 <p>", "looks like a PDF file, not like an HTML page"),
        (b"Plain words.", "looks like plain text"),
        (b'{"text": "<p>Words.</p>"}', "looks like a JSON file"),
        (b"<html><body></body></html>", "no article was found"),
        (b"<div>" * 100_000, "no article was found"),
        (b"<p " + b"a=b " * 100_000, "no article was found"),
    ],
)
def test_what_holds_no_article_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        read_html(data)


def mhtml(page: str, location: str = "https://selby.example/saved") -> bytes:
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {location}\r\n"
        'Content-Type: multipart/related; boundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/css\r\n\r\np {}\r\n"
        "------B\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n------B--\r\n"
    ).encode()


def test_a_page_saved_as_one_file() -> None:
    text, found = read_mhtml(mhtml(HEAD + BODY))
    assert text.startswith("Some 38,000 people")
    assert found.url == "https://selby.example/water"
    without = HEAD.replace("canonical", "other")
    assert read_mhtml(mhtml(without + BODY))[1].url == "https://selby.example/saved"
    assert read_mhtml(mhtml(without + BODY, "cid:x"))[1].url is None


@pytest.mark.parametrize("data", [b"Words.", b"Content-Type: text/css\n\np {}", b"\n\n", b"<html>"])
def test_a_message_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"save it as HTML|an HTML page"):
        read_mhtml(data)
