"""Who an article says a value comes from. `finder` is the way in."""

from qa.attribution.finder import Attributor, attribute
from qa.attribution.types import Attribution

__all__ = ["Attribution", "Attributor", "attribute"]
