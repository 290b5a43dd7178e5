"""The model that is trained: the embedder's encoder with a span head, and how it is stored."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from index.embedding.minilm import PACKAGE
from index.torch_models import quiet_libraries

TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json")


def encoder_folder() -> Path:
    """The folder of the built-in embedder's published weights."""
    package = Path(str(resources.files(PACKAGE)))
    return next(path.parent for path in sorted(package.rglob("model.safetensors")))


def load_model(folder: Path, dropout: float) -> Any:
    """Load an encoder or a reader as a span model in fp32; a missing head is drawn anew.

    Attention gets no dropout: its masks cost a third of a step on a processor.
    """
    from transformers import AutoModelForQuestionAnswering

    quiet_libraries()
    return AutoModelForQuestionAnswering.from_pretrained(
        folder,
        dtype=torch.float32,
        attn_implementation="eager",
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=0.0,
    )


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model's folder, without limits."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def save_model(model: Any, tokenizer_folder: Path, folder: Path) -> None:
    """Write a folder that `training.export_reader` and transformers read."""
    model.save_pretrained(folder)
    for name in TOKENIZER_FILES:
        if (tokenizer_folder / name).is_file():
            shutil.copyfile(tokenizer_folder / name, folder / name)


def parameter_groups(
    model: Any, learning_rate: float, weight_decay: float, layer_decay: float
) -> list[dict[str, Any]]:
    """Parameters by layer: the head learns at the full rate, each layer below at a share of it.

    Biases and norms are not decayed.
    """
    layers = model.config.num_hidden_layers
    found: dict[tuple[int, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in _trained(model):
        key = (_depth(name, layers), parameter.ndim > 1)
        found.setdefault(key, []).append(parameter)
    return [
        {
            "params": parameters,
            "peak": learning_rate * layer_decay ** (layers + 1 - depth),
            "weight_decay": weight_decay if is_matrix else 0.0,
        }
        for (depth, is_matrix), parameters in sorted(found.items(), key=lambda item: item[0])
    ]


def _trained(model: Any) -> Iterator[tuple[str, torch.nn.Parameter]]:
    return ((n, p) for n, p in model.named_parameters() if p.requires_grad)


def _depth(name: str, layers: int) -> int:
    """0 for embeddings, 1 to `layers` for the layers, one more for the head."""
    if "embeddings." in name:
        return 0
    parts = name.split(".")
    return int(parts[parts.index("layer") + 1]) + 1 if "layer" in parts else layers + 1
