"""The figure that a piece of evidence holds, read with what stands around it. Pure."""

from __future__ import annotations

from qa.evidence import Evidence
from qa.normalize import parse_quantity, quantity_at
from qa.types import Quantity


def figure_of(piece: Evidence) -> Quantity | None:
    """The first figure that the value touches; None for a value without one."""
    left = piece.sentence[0]
    place = quantity_at(piece.quote, piece.start - left, piece.end - left)
    return parse_quantity(piece.quote, place.start, place.end) if place else None
