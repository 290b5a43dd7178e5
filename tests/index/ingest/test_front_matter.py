"""Front-matter blocks, and texts that only look as if they had one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import InvalidArticleError
from index.ingest.front_matter import split_front_matter
from index.ingest.metadata import NOTHING, Metadata


def test_a_block_is_taken_off() -> None:
    found, text = split_front_matter(
        "---\ntitle: 'Water returns'\ndate: 2020/06/11\nauthors:\n  - Ines Duarte\n  - Ola\n"
        "source: The Selby Post\nlayout: post\n---\n\nWater returned.\n"
    )
    assert text == "Water returned.\n"
    assert found == Metadata(
        title="Water returns",
        publisher="The Selby Post",
        author="Ines Duarte, Ola",
        published_at=date(2020, 6, 11),
    )


def test_a_colon_in_a_title_is_no_yaml_and_read_all_the_same() -> None:
    found, text = split_front_matter("---\ntitle: Selby: the flood\npublisher: Post\n---\nWords.")
    assert (found.title, found.publisher, text) == ("Selby: the flood", "Post", "Words.")


def test_values_stay_strings() -> None:
    found, _ = split_front_matter("---\ntitle: 1984\nauthor: yes\ndate: 20210826\n---\nWords.")
    assert found == Metadata(title="1984", author="yes", published_at=date(2021, 8, 26))


@pytest.mark.parametrize(
    "text",
    [
        "Water returned.",
        "---\nWater returned.\n---\nIt was Monday.",
        "---\nNote: this is text.\nAnd more\n---\nIt was Monday.",
        "---\ntitle: never closed\n\nWater returned.",
        "--- title: x ---\nWater returned.",
        "---\n" + "title: x\n" * 10_000 + "---\nWater returned.",
        "---\n- a\n- b\n---\nWater returned.",
    ],
)
def test_a_text_without_a_block_stays_whole(text: str) -> None:
    assert split_front_matter(text) == (NOTHING, text)


def test_an_impossible_date_is_refused() -> None:
    with pytest.raises(InvalidArticleError, match="front matter: 'soon' is not a date"):
        split_front_matter("---\ndate: soon\n---\nWords.")


@pytest.mark.parametrize(
    "block",
    [
        "title: " + "[" * 5000,
        "title: &a [x, x]\nb: &b [*a, *a]\nauthor: [*b, *b, *b]",
        "title: !!python/object/apply:os.system ['true']",
        "? {}\n: title",
        "title: *missing",
    ],
)
def test_hostile_yaml_does_nothing(block: str) -> None:
    try:
        _, text = split_front_matter(f"---\n{block}\n---\nWords.")
    except InvalidArticleError:
        return
    assert text.endswith("Words.")


@given(st.text(alphabet=st.sampled_from(list("titledaeurl: -\n[]{}&*!|>'\"#?,%@`x1"))))
def test_any_block_is_read_or_refused(block: str) -> None:
    try:
        _, text = split_front_matter(f"---\ntitle: a\n{block}\n---\nWords.")
    except InvalidArticleError:
        return
    assert text.endswith("Words.")
