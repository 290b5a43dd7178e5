"""Lists inside a sentence taken apart into their entries."""

from __future__ import annotations

import time

import pytest

from qa.enumerations import enumerated


def entries(sentence: str, value: str, question: str = "which towns were hit?") -> list[str]:
    start = sentence.index(value)
    found = enumerated(sentence, start, start + len(value), question)
    return [sentence[a:b] for a, b in found]


@pytest.mark.parametrize(
    ("sentence", "value", "expected"),
    [
        ("Shells hit Orsk, Velmar and the port of Tolna on Monday.", "Velmar",
         ["Orsk", "Velmar", "port of Tolna"]),
        ("Missiles struck Orsk and Velmar, the mayor said.", "Orsk and Velmar",
         ["Orsk", "Velmar"]),
        ("Hollin, North Calder, and Varna Bay were hit, the mayor, Jo Pell, said.", "North Calder",
         ["Hollin", "North Calder", "Varna Bay"]),
        ("Three towns were hit: Orsk, Velmar and Tolna.", "Three towns",
         ["Orsk", "Velmar", "Tolna"]),
        ("On Tuesday, Velmar and Orsk were hit.", "Velmar", ["Velmar", "Orsk"]),
        ("The dead are Ana Ruiz, Bo Lind, 34, and Cy Marsh.", "Bo Lind",
         ["Ana Ruiz", "Bo Lind", "Cy Marsh"]),
        ("Aid went to Trinidad and Tobago, Haiti and Cuba.", "Haiti",
         ["Trinidad and Tobago", "Haiti", "Cuba"]),
        ("It sells apples, pears and plums.", "apples, pears and plums",
         ["apples", "pears", "plums"]),
        ("Shops opened in Orsk, Poland, and Lenne, France.", "Orsk", ["Orsk", "Lenne"]),
    ],
)  # fmt: skip
def test_entries_of_a_list(sentence: str, value: str, expected: list[str]) -> None:
    assert entries(sentence, value) == expected


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Orsk was hit on Monday.", "Orsk"),
        ("Hollin, the mayor said, was hit, and so was Velmar.", "Hollin"),
        ("It struck Hollin, Norvania, at dawn.", "Hollin"),
        ("Trinidad and Tobago was hit.", "Trinidad and Tobago"),
        ("It tore roofs off barns and felled trees.", "tore roofs off barns and felled trees"),
    ],
)  # fmt: skip
def test_one_value_stays_one(sentence: str, value: str) -> None:
    assert entries(sentence, value) == [value]


def test_countries_are_entries_where_countries_are_asked_for() -> None:
    sentence = "Aid went to Chad, Niger and Mali."
    assert entries(sentence, "Niger", "which countries got aid?") == ["Chad", "Niger", "Mali"]


@pytest.mark.parametrize("unit", ["Alpha ", "Al-", "A. ", "Ann, "])
def test_a_sentence_of_capitals_does_not_stall(unit: str) -> None:
    """The search for lists grew with the square of a run of names: seconds for 20,000 letters."""
    sentence = f"{unit * 5000}fled Orsk and Velmar."
    started = time.process_time()
    assert entries(sentence, "Velmar")[-1] == "Velmar"
    assert time.process_time() - started < 1
