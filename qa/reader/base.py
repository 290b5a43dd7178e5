"""The Reader protocol: a question and texts in, spans out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from qa.types import Reading


class Reader(Protocol):
    """Finds answer spans in texts. A text's reading never depends on the other texts."""

    @property
    def name(self) -> str:
        """Model name and the first characters of its weights' sha256."""

    def read(self, question: str, texts: Sequence[str]) -> list[Reading]:
        """Read every text for the question; one `Reading` a text, in the order given.

        Span offsets are code points of the text. An empty text gives no spans.
        """
