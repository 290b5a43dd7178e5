"""Names typed without capitals, written as passages write them."""

from __future__ import annotations

import pytest

from qa.followups import standalone
from qa.followups.capitals import names_in_sources, restore_capitals
from qa.followups.naming import compounds_in_texts, names_in_texts
from tests.qa.followups.turns import (
    turn,
)


def test_lower_case_names_are_known_from_the_sources() -> None:
    earlier = turn("who leads the talks in Pirano?", "Lucia Ferro", "Lucia Ferro leads them.")
    assert standalone("did lucia ferro resign", [earlier]).about == "new"
    assert standalone("did the mayor resign", [earlier]).question == (
        "Did the mayor resign in the talks in Pirano?"
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("what did tellman say", "what did Tellman say"),
        ("who is marco bellini", "who is Marco Bellini"),
        ("how many died in the orlen valley", "how many died in the Orlen valley"),
        ("what is the population of marlow", "what is the population of Marlow"),
        ("what happened in court", "what happened in court"),
        ("has inflation fallen", "has inflation fallen"),
        ("who is responsible for safety", "who is responsible for safety"),
        ("did the mayor resign", "did the mayor resign"),
    ],
)
def test_a_bare_word_in_the_place_of_a_noun_is_a_name(typed: str, written: str) -> None:
    assert restore_capitals(typed, {}) == written


def test_parts_of_known_names_are_known() -> None:
    quote = "Mayor Lucia Ferro of the Orlen valley said that the Interior Ministry knew."
    known = names_in_sources([turn("who knew?", "the Interior Ministry", quote)])
    assert {"ferro", "lucia ferro", "interior ministry"} <= set(known)
    assert not {"interior", "ministry", "lucia"} & set(known)


PASSAGES = (
    "The bid came from Keldon, a maker of pumps. Mr. Ferro said Keldon would keep the name.",
    "The head of the works council, Lucia Ferro, said on Monday that the Sorrel pump was safe. "
    "Every Sorrel pump was tested, she said, and Dr. Pavel Ostrander agreed.",
)


def test_names_are_written_as_passages_write_them() -> None:
    known = names_in_texts(PASSAGES)
    assert known["keldon"] == "Keldon"
    assert known["ostrander"] == "Pavel Ostrander"
    assert "pump" not in known
    assert compounds_in_texts(PASSAGES) == {"sorrel pump": "Sorrel_pump"}


def test_a_surname_in_lower_case_is_the_person_of_the_passages() -> None:
    said = turn("what did ferro say about the pumps?", "they are safe")
    assert standalone("sorry, i meant ostrander", [said], PASSAGES).question == (
        "What did Pavel Ostrander say about the pumps?"
    )
    assert standalone("is she sure", [said], PASSAGES).question == "Is Lucia Ferro sure?"


def test_a_noun_that_belongs_to_a_name_keeps_its_small_letter() -> None:
    tested = turn("when was the sorrel pump tested?", "on Monday")
    assert standalone("is it safe", [tested], PASSAGES).question == "Is the Sorrel pump safe?"
