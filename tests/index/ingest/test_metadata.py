"""Metadata: what may stand in a field, and whose word counts."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import InvalidArticleError
from index.ingest.metadata import Metadata, check_url


def test_what_the_user_says_stands_first() -> None:
    said = Metadata(publisher="The Selby Post", published_at=date(2021, 8, 26))
    found = Metadata(title="Water returns", publisher="selbypost.example")
    assert said.over(found) == Metadata(
        title="Water returns", publisher="The Selby Post", published_at=date(2021, 8, 26)
    )


def test_fields_become_single_lines() -> None:
    checked = Metadata(title="  Water\n\treturns\x00 ", author=" \n").checked()
    assert checked == Metadata(title="Water returns")


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://[::1]:8000/", "  http://a.b "]
)
def test_web_addresses_pass(url: str) -> None:
    assert check_url(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "example.org/a",
            "/a",
            "https://",
            "file:///etc/passwd",
            "http://[::",
        ),
        *('http://a.b/"onclick="', "http://a.b/c d", "http://a.b/\x07", "data:text/html,x"),
        *("http://a.b/" + "c" * 3000, "http://a.b/\ud800"),
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(InvalidArticleError, match="is not a web address"):
        check_url(url)


def test_an_empty_address_is_none() -> None:
    assert check_url(None) is None
    assert check_url("  ") is None


@pytest.mark.parametrize("value", ["x" * 1001, "half \ud83d"])
def test_titles_that_cannot_be_stored_are_refused(value: str) -> None:
    with pytest.raises(InvalidArticleError, match="the title"):
        Metadata(title=value).checked()
