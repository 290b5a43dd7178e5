"""Text to embeddings: the Embedder protocol and its implementations."""

from __future__ import annotations

from collections.abc import Callable

from index.embedding.base import Embedder, Embeddings

__all__ = ["Embedder", "Embeddings", "open_embedder"]

BUILTIN_NAMES = ("all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2")


def open_embedder(
    name_or_folder: str = BUILTIN_NAMES[0],
    threads: int = 0,
    progress: Callable[[str], None] | None = None,
) -> Embedder:
    """Open the built-in embedder, or any sentence-transformers model by name or folder.

    `threads` 0 takes all cores. `progress` gets one-line messages about slow steps, such
    as the one export of the built-in model. Raises ModelError.
    """
    if name_or_folder in BUILTIN_NAMES:
        from index.embedding.minilm import MiniLmEmbedder

        return MiniLmEmbedder.open(threads, progress)
    from index.embedding.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(name_or_folder, threads)
