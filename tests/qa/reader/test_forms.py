"""The form of a span: its words, its edges, the question's words around it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import ModelError
from qa.questions import understand
from qa.reader.boundaries import units, whole_words
from qa.reader.forms import NO_FORMS, Features, FormedText, Forms, load

TEXT = "Ada Brandt, the mayor of Ostrel, asked on Monday for 1,200 tents and clean water."


def described(question: str, value: str, text: str = TEXT) -> Features:
    start = text.index(value)
    return FormedText(understand(question), text).features(start, start + len(value))


def test_length_counts_words() -> None:
    assert described("What was asked for?", "clean water")["length"] == pytest.approx(
        1.585, abs=1e-3
    )
    assert "one word" not in described("What was asked for?", "clean water")
    assert described("What was asked for?", "water")["one word"] == 1.0
    long = described("What happened?", TEXT[:-1])
    assert long["beyond long"] == len(units(TEXT)) - 8


def test_names_and_figures_are_told_apart_for_each_kind_of_question() -> None:
    who = described("Who asked for tents?", "Ada Brandt")
    assert (who["name"], who["who: name"]) == (1.0, 1.0)
    assert "figure" not in who
    many = described("How many tents?", "1,200")
    assert (many["figure"], many["how many: figure"]) == (1.0, 1.0)
    assert "comma" not in many
    assert "comma" in described("Who asked?", "Ada Brandt, the mayor")
    assert not any(":" in name for name in described("Did she ask?", "Ada Brandt"))


def test_a_pronoun_is_told_from_a_name() -> None:
    text = "He asked for tents."
    assert FormedText(understand("Who asked?"), text).features(0, 2)["pronoun"] == 1.0
    assert "pronoun" not in described("Who asked for tents?", "Ada Brandt")
    text = "WHO asked for tents."
    assert "pronoun" not in FormedText(understand("Who asked?"), text).features(0, 3)


@pytest.mark.parametrize(
    ("value", "edge"),
    [
        ("Brandt", "after capital"),
        ("Ada", "before capital"),
        ("mayor", "after determiner"),
        ("mayor", "before of"),
        ("Monday", "after preposition"),
        ("tents", "after figure"),
        ("tents", "before and"),
        ("clean", "after and"),
        ("1,200", "before counted"),
        ("water", "before close"),
        ("Ostrel", "before comma"),
        ("the mayor", "after comma"),
    ],
)
def test_edges_tell_what_stands_beside_the_span(value: str, edge: str) -> None:
    assert described("What?", value)[edge] == 1.0


def test_words_of_the_question_count_against_a_span_within_and_near_it() -> None:
    found = described("Who is the mayor of Ostrel?", "Ada Brandt")
    assert "question inside" not in found
    assert found["question near"] == 1.0
    found = described("Who is the mayor of Ostrel?", "mayor of Ostrel")
    assert found["share of question"] == pytest.approx(2 / 3)


def test_weights_are_summed_over_the_features() -> None:
    forms = Forms({"one word": -2.0, "who: name": 0.5, "never seen": 9.0})
    score = forms.scorer(understand("Who asked?"), TEXT)
    assert score(0, len("Ada")) == pytest.approx(-1.5)
    assert NO_FORMS.scorer(understand("Who asked?"), TEXT)(0, 3) == 0.0


@given(st.text(max_size=80), st.text(max_size=40), st.data())
def test_any_span_of_any_text_has_finite_features(
    text: str, question: str, data: st.DataObject
) -> None:
    words = units(text)
    start = data.draw(st.integers(0, len(text)))
    start, end = whole_words(text, start, data.draw(st.integers(start, len(text))), words)
    if start < end:
        found = FormedText(understand(question), text).features(start, end)
        assert all(0.0 <= value < 1000.0 for value in found.values())


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    path = tmp_path / "forms.json"
    path.write_text(json.dumps({"weights": {"length": "much"}}), "utf-8")
    with pytest.raises(ModelError, match=r"forms\.json cannot be used"):
        load(path)
