"""Settings of question answering: one table, read by the shell, the help and the docs."""

from __future__ import annotations

from dataclasses import dataclass

from index.config import setting


@dataclass(frozen=True, slots=True)
class QaConfig:
    """How a question is retrieved for, read and answered."""

    reader: str = setting(
        "builtin", "reading model: the built-in one, or a folder of an extractive model"
    )
    top_k: int = setting(12, "passages that are read for one question", "passages")
    max_question_characters: int = setting(2_000, "longest question", "characters")
    max_window_tokens: int = setting(384, "longest reader window with the question", "word pieces")
    window_stride: int = setting(128, "word pieces that neighbouring windows share", "word pieces")
    max_answer_tokens: int = setting(30, "longest span the reader may give", "word pieces")
    spans_per_passage: int = setting(5, "spans kept from one passage", "spans")
    max_claims: int = setting(8, "claims that one answer shows", "claims")
    threads: int = setting(0, "processor threads for the reader; 0 takes all cores", "threads")
