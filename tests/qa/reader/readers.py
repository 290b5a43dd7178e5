"""Models for the readers' tests: the built-in one in other forms, and a small RoBERTa."""

from __future__ import annotations

import shutil
from pathlib import Path

import torch
from tokenizers import ByteLevelBPETokenizer
from transformers import RobertaConfig, RobertaForQuestionAnswering, RobertaTokenizerFast

from index.onnx_files import MANIFEST, shipped_folder

SPECIALS = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
SENTENCES = (
    "The harbour master counted 38,000 crates on Tuesday.",
    "Who counted the crates? Ada Brandt, the mayor of Ostrel, asked for clean water.",
    "Prices rose by 40% to $1.2bn, and ferries stayed in port until Friday.",
)


def builtin_for_pytorch(folder: Path) -> Path:
    """The built-in model without its manifest, so that it opens as any other model."""
    shutil.copytree(shipped_folder("reader"), folder)
    (folder / MANIFEST).unlink()
    (folder / "model.int8.onnx").unlink()
    return folder


def small_roberta(folder: Path) -> Path:
    """A RoBERTa of random weights with a byte-level tokenizer of its own."""
    bpe = ByteLevelBPETokenizer()
    bpe.train_from_iterator(SENTENCES * 3, vocab_size=400, special_tokens=SPECIALS)
    folder.mkdir()
    bpe.save_model(str(folder))
    tokenizer = RobertaTokenizerFast.from_pretrained(folder, model_max_length=128)
    tokenizer.save_pretrained(folder)
    torch.manual_seed(0)
    config = RobertaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=130,
        type_vocab_size=1,
        initializer_range=0.5,
    )
    RobertaForQuestionAnswering(config).save_pretrained(folder)
    return folder
