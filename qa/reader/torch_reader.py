"""The reader on PyTorch: any extractive model, by name or folder, BERT and RoBERTa alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.errors import ModelError
from index.torch_models import not_loaded, quiet_libraries, weights_sum
from qa.config import QaConfig
from qa.reader.decoding import Logits
from qa.reader.windowed import WindowedReader, window_reader
from qa.reader.windows import Window

# Some models count positions from the padding id, which takes up to two of them.
RESERVED_POSITIONS = 2


class TorchScorer:
    """Scores each window in a run of its own."""

    def __init__(self, model: Any, takes_types: bool) -> None:
        self._model = model.eval()
        self._takes_types = takes_types
        positions = getattr(model.config, "max_position_embeddings", None) or 512
        self.max_tokens = int(positions) - RESERVED_POSITIONS

    def score(self, windows: Sequence[Window]) -> list[tuple[Logits, Logits]]:
        """Start and end logits of each window, in order."""
        import torch

        with torch.inference_mode():
            return [self._score(window) for window in windows]

    def _score(self, window: Window) -> tuple[Logits, Logits]:
        import torch

        inputs = {"input_ids": torch.tensor([window.token_ids])}
        if self._takes_types:
            inputs["token_type_ids"] = torch.tensor([window.token_types])
        output = self._model(**inputs)
        starts, ends = output.start_logits[0].numpy(), output.end_logits[0].numpy()
        return np.asarray(starts, np.float32), np.asarray(ends, np.float32)


def open_torch_reader(name_or_folder: str, config: QaConfig) -> WindowedReader:
    """Load a model and its tokenizer. ModelError when they are missing or do not fit."""
    tokenizer, model = _load(name_or_folder, config.threads)
    scorer = TorchScorer(model, "token_type_ids" in tokenizer.model_input_names)
    name = f"{Path(name_or_folder).name}@{weights_sum(model)[:12]}"
    return window_reader(name, tokenizer.backend_tokenizer, scorer, config)


def _load(name_or_folder: str, threads: int) -> tuple[Any, Any]:
    try:
        import torch
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer
    except ImportError as exc:
        raise ModelError(
            f"The reader {name_or_folder} needs PyTorch and transformers: "
            "pip install torch transformers"
        ) from exc
    if threads > 0:
        torch.set_num_threads(threads)
    try:
        quiet_libraries()
        tokenizer = AutoTokenizer.from_pretrained(name_or_folder)
        model, loading = AutoModelForQuestionAnswering.from_pretrained(
            name_or_folder, dtype=torch.float32, output_loading_info=True
        )
    except Exception as exc:  # the hub, the loader and torch each raise their own
        raise not_loaded(
            "The reader",
            name_or_folder,
            "Give the folder of an extractive question answering model with its tokenizer, or "
            "the name of one that was downloaded before.",
            exc,
        ) from exc
    _require_usable(name_or_folder, tokenizer, loading["missing_keys"])
    return tokenizer, model


def _require_usable(name: str, tokenizer: Any, missing: Sequence[str]) -> None:
    if missing:
        raise ModelError(
            f"The model {name} was not trained to answer questions: it has no weights for "
            f"{', '.join(sorted(missing)[:3])}. Give a model fine-tuned on SQuAD or the like."
        )
    if not getattr(tokenizer, "is_fast", False):
        raise ModelError(
            f"The tokenizer of {name} gives no character offsets. Give a model that has a "
            "tokenizer.json."
        )
