"""Values made comparable: quantities read from text, names, and when two values are the same."""

from __future__ import annotations

from qa.normalize.compare import conflict, same_quantity
from qa.normalize.nouns import asked_noun, asked_unit
from qa.normalize.quantities import QuantityMention, find_quantities, parse_quantity, quantity_at
from qa.normalize.values import canonical, same_value

__all__ = [
    "QuantityMention",
    "asked_noun",
    "asked_unit",
    "canonical",
    "conflict",
    "find_quantities",
    "parse_quantity",
    "quantity_at",
    "same_quantity",
    "same_value",
]
