"""Any other sentence-transformers model, by name or folder, on PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.base import Embeddings
from index.errors import ModelError
from index.torch_models import not_loaded, quiet_libraries, weights_sum

BATCH_TEXTS = 32


class SentenceTransformerEmbedder:
    """A sentence-transformers model; its name carries a sum over its weights."""

    def __init__(self, name_or_folder: str, threads: int = 0) -> None:
        """Load the model. ModelError when it is not on this machine or cannot be read."""
        self._model = _load(name_or_folder, threads)
        self.name = f"{Path(name_or_folder).name}@{weights_sum(self._model)[:12]}"
        self.dim = int(self._model.get_embedding_dimension())
        self.max_tokens = int(self._model.max_seq_length or 512)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""
        if not texts:
            return []
        encoded = self._model.tokenizer(
            list(texts), add_special_tokens=False, truncation=False, verbose=False
        )
        return [len(ids) for ids in encoded["input_ids"]]

    def embed(self, texts: Sequence[str]) -> Embeddings:
        """Embed texts: shape `(len(texts), dim)`, rows of length 1."""
        if not texts:
            return np.empty((0, self.dim), dtype=np.float32)
        rows = self._model.encode(
            list(texts),
            batch_size=BATCH_TEXTS,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, dtype=np.float32)


def _load(name_or_folder: str, threads: int) -> Any:
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError as exc:
        raise ModelError(
            f"The embedding model {name_or_folder} needs sentence-transformers: "
            "pip install sentence-transformers"
        ) from exc
    quiet_libraries()
    if threads > 0:
        torch.set_num_threads(threads)
    try:
        return SentenceTransformer(name_or_folder, device="cpu")
    except Exception as exc:  # the hub, the loader and torch each raise their own
        raise not_loaded(
            "The embedding model",
            name_or_folder,
            "Give the folder of a sentence-transformers model, or the name of one that was "
            "downloaded before.",
            exc,
        ) from exc
