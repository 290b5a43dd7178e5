"""The Embedder protocol: texts in, embeddings out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Embeddings = NDArray[np.float32]


class Embedder(Protocol):
    """Maps texts to L2-normalised float32 vectors."""

    @property
    def name(self) -> str:
        """What a library is stamped with: model name and sha256 of its weights."""

    @property
    def dim(self) -> int:
        """Length of one embedding."""

    @property
    def max_tokens(self) -> int:
        """Word pieces one text may have, special tokens included; the rest is not embedded."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""

    def embed(self, texts: Sequence[str]) -> Embeddings:
        """Embed texts: shape `(len(texts), dim)`, rows of length 1, in the order given."""
