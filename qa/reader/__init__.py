"""Question and passages to spans: the Reader protocol and its runtimes."""

from __future__ import annotations

from pathlib import Path

from index.onnx_files import MANIFEST, shipped_folder
from qa.config import QaConfig
from qa.reader.base import Reader

__all__ = ["Reader", "open_reader"]

BUILTIN = "builtin"


def open_reader(config: QaConfig | None = None) -> Reader:
    """Open the reader that `config.reader` names.

    "builtin" is the model that comes with the project; a folder written by
    `training.export_reader` runs on ONNX Runtime; any other name or folder is an
    extractive model for PyTorch. Raises ModelError.
    """
    config = config or QaConfig()
    if config.reader == BUILTIN or (Path(config.reader) / MANIFEST).is_file():
        from qa.reader.onnx_reader import open_onnx_reader

        folder = shipped_folder("reader") if config.reader == BUILTIN else Path(config.reader)
        return open_onnx_reader(folder, config.reader, config)
    from qa.reader.torch_reader import open_torch_reader

    return open_torch_reader(config.reader, config)
