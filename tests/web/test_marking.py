"""An article's text in paragraphs with the quote marked, whatever the address says."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ARTICLES
from web.page import paragraphs


def marked(text: str, start: int, end: int) -> str:
    return "".join(p.text for part in paragraphs(text, start, end) for p in part if p.is_marked)


def test_mark_splits_its_paragraph() -> None:
    parts = list(paragraphs("One two.\n\nThree four.", 4, 7))
    assert [[(p.text, p.is_marked) for p in part] for part in parts] == [
        [("One ", False), ("two", True), (".", False)],
        [("Three four.", False)],
    ]


def test_offsets_are_code_points() -> None:
    text = "🌊 waves 🌊 and wind"
    start = text.index("wind")
    assert marked(text, start, start + 4) == "wind"


@given(st.text(max_size=80), st.integers(0, 100), st.integers(0, 100))
def test_no_character_is_lost_and_only_the_span_is_marked(text: str, start: int, end: int) -> None:
    parts = list(paragraphs(text, start, end))
    shown = "".join(piece.text for part in parts for piece in part)
    assert "".join(shown.split()) == "".join(text.split())
    within = text[start : max(start, end)]
    assert "".join(marked(text, start, end).split()) in "".join(within.split())


@pytest.mark.parametrize(
    "query", ["start=5&end=2", "start=99999999&end=999999999", "start=-3&end=x", "start=%00", "v=1"]
)
def test_hostile_offsets_are_harmless(
    client: FlaskClient, article_ids: list[str], query: str
) -> None:
    response = client.get(f"/articles/{article_ids[0]}?{query}")
    assert response.status_code == 200
    assert "<mark" not in response.text


def test_old_version_says_so(client: FlaskClient, article_ids: list[str]) -> None:
    client.put(f"/api/v1/articles/{article_ids[0]}", json={"title": "New", "text": "All is dry."})
    assert ARTICLES[0].title in client.get(f"/articles/{article_ids[0]}?v=1").text
    assert "All is dry." in client.get(f"/articles/{article_ids[0]}").text
    assert client.get(f"/articles/{article_ids[0]}?v=7").status_code == 404


def test_text_from_outside_is_text(client: FlaskClient) -> None:
    hostile = {
        "title": "<script>alert(1)</script>",
        "text": "<img src=x onerror=alert(1)> said so.",
    }
    added = client.post("/api/v1/articles", json=hostile).get_json()["articles"][0]
    for path in ("/articles", f"/articles/{added['id']}"):
        assert "<script>alert" not in client.get(path).text
        assert "<img" not in client.get(path).text
