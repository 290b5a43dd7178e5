"""Values made comparable: quantities read from text, names, and when two values are the same."""

from __future__ import annotations

from qa.normalize.nouns import asked_noun
from qa.normalize.quantities import QuantityMention, find_quantities, parse_quantity

__all__ = ["QuantityMention", "asked_noun", "find_quantities", "parse_quantity"]
