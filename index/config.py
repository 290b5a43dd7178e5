"""Settings of the index: one table, read by the shell, the help texts and the docs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def setting(default: Any, help: str, unit: str = "") -> Any:
    """A dataclass field that carries its help text and unit."""
    return field(default=default, metadata={"help": help, "unit": unit})


@dataclass(frozen=True, slots=True)
class IndexConfig:
    """How articles are split, embedded, stored and searched."""

    home: Path = setting(Path("library"), "folder that holds the library")
    embedder: str = setting(
        "all-MiniLM-L6-v2", "embedding model: the built-in one, or a sentence-transformers folder"
    )
    threads: int = setting(0, "processor threads for the models; 0 takes all cores", "threads")
    passage_tokens: int = setting(
        200, "longest passage, its title not counted; title and passage fit 256", "word pieces"
    )
    overlap_sentences: int = setting(1, "sentences that neighbouring passages share", "sentences")
    batch_articles: int = setting(64, "articles that one commit holds while loading", "articles")
    candidates: int = setting(100, "passages that each search offers to the fusion", "passages")
    fusion: str = setting("minmax", "how the two searches are joined: minmax or rrf")
    dense_weight: float = setting(0.5, "share of the dense score in min-max fusion", "0 to 1")
    rrf_k: int = setting(60, "constant of reciprocal rank fusion")
    ivf_threshold: int = setting(
        500_000, "passages above which FAISS searches cells instead of everything", "passages"
    )
    max_article_characters: int = setting(
        2_000_000, "longest article that is accepted", "characters"
    )
