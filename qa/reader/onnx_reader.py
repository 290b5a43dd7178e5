"""The reader on ONNX Runtime: the built-in model, or another export of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.onnx_files import read_manifest, sound_files
from index.onnx_runtime import OnnxModel
from qa.config import QaConfig
from qa.reader.decoding import Logits
from qa.reader.forms import NO_FORMS
from qa.reader.forms import load as load_forms
from qa.reader.windowed import WindowedReader, window_reader
from qa.reader.windows import Window

MAX_POSITIONS = 512
FORMS = "forms"  # a role in the manifest that a folder may lack


class OnnxScorer:
    """Scores each window in a run of its own, so that no window sees its neighbours."""

    max_tokens = MAX_POSITIONS

    def __init__(self, model: OnnxModel) -> None:
        self._model = model

    def score(self, windows: Sequence[Window]) -> list[tuple[Logits, Logits]]:
        """Start and end logits of each window, in order."""
        feeds = [
            {
                "input_ids": np.array([window.token_ids], dtype=np.int64),
                "token_type_ids": np.array([window.token_types], dtype=np.int64),
            }
            for window in windows
        ]
        return [(starts[0], ends[0]) for starts, ends in self._model.run_many(feeds)]


def open_onnx_reader(folder: Path, name: str, config: QaConfig) -> WindowedReader:
    """Open an exported reader; ModelError when a file is missing or damaged."""
    files = sound_files(folder, "model", "tokenizer")
    manifest = read_manifest(folder)
    forms = load_forms(sound_files(folder, FORMS)[FORMS]) if FORMS in manifest else NO_FORMS
    return window_reader(
        f"{name}@{manifest['model']['sha256'][:12]}",
        Tokenizer.from_file(str(files["tokenizer"])),
        OnnxScorer(OnnxModel(files["model"], config.threads)),
        config,
        forms,
    )
