"""What makes two drafts the same article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.identity import article_id, canonical_url, identity, text_sha256
from index.types import ArticleDraft

DRAFT = ArticleDraft(text="Rain.", title="Rain", publisher="Post", url="https://post.example/a")


def test_the_same_address_is_the_same_article_whatever_the_text() -> None:
    other = replace(DRAFT, text="Sun.", title="Sun", publisher=None)
    assert identity(other) == identity(DRAFT)


PLAIN = replace(DRAFT, url=None)


@pytest.mark.parametrize(
    "other",
    [replace(PLAIN, publisher="x"), replace(PLAIN, title="x"), replace(PLAIN, text="x")],
)
def test_without_an_address_publisher_title_and_text_decide(other: ArticleDraft) -> None:
    assert identity(PLAIN) == identity(replace(PLAIN, publisher="POST"))
    assert identity(PLAIN) != identity(other)


def test_a_fragment_and_the_case_of_the_host_do_not_count() -> None:
    assert canonical_url("HTTPS://Post.Example/A?b=1#c") == "https://post.example/A?b=1"
    assert canonical_url("https://post.example/A") != canonical_url("https://post.example/a")


def test_an_id_that_is_taken_has_an_alternative() -> None:
    assert article_id("url:x") == text_sha256("url:x")[:16]
    assert article_id("url:x", 1) != article_id("url:x")
