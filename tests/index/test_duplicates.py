"""Near-duplicates by MinHash."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.duplicates import PERMUTATIONS, resemblance, signature

WIRE = " ".join(f"The river rose by {i} centimetres in hour {i} of the flood." for i in range(60))


def test_a_signature_has_four_bytes_a_permutation() -> None:
    assert len(signature(WIRE)) == 4 * PERMUTATIONS


def test_a_lightly_edited_copy_resembles_and_another_text_does_not() -> None:
    edited = WIRE.replace("in hour 7 of the flood", "seven hours on") + " More to follow."
    other = " ".join(f"Trams stopped at stop {i} when the union walked out." for i in range(60))
    assert resemblance(signature(WIRE), signature(edited)) > 0.8
    assert resemblance(signature(WIRE), signature(other)) < 0.2


@given(st.text(max_size=300))
def test_every_text_resembles_itself(text: str) -> None:
    assert resemblance(signature(text), signature(text)) == 1.0


def test_a_missing_signature_resembles_nothing() -> None:
    assert resemblance(b"", b"") == 0.0
    assert resemblance(signature(WIRE), b"") == 0.0
