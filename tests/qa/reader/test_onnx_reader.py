"""The ONNX runtime of the reader: against PyTorch, threads, damage, what it imports."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from index.errors import ModelError
from index.onnx_files import shipped_folder
from index.onnx_runtime import OnnxModel
from qa.config import QaConfig
from qa.reader import open_reader
from qa.reader.onnx_reader import OnnxScorer
from qa.reader.windowed import WindowedReader, window_reader
from tests.qa.reader.readers import builtin_for_pytorch
from training.export_reader import export_float

QUESTIONS = (
    "How many crates were counted?",
    "Who is the mayor of Ostrel?",
    "When did the ferry come back?",
    "What rose by 40%?",
    "Why did the schools close?",
)
TEXTS = (
    "The harbour master Jonas Reek counted 38,000 crates on Tuesday, 24 August 2021.",
    "Ada Brandt, the mayor of Ostrel, asked for tents and clean water on Monday.",
    "The ferry to Kalm came back on 9 January, after prices had risen by 40% to $1.2bn.",
    "Schools closed because the dam gave way. Buses run every hour, and the market is open. " * 25,
)


@pytest.fixture(scope="module")
def float_reader(tmp_path_factory: pytest.TempPathFactory) -> WindowedReader:
    """The built-in reader in fp32 on ONNX Runtime."""
    path = tmp_path_factory.mktemp("fp32") / "model.onnx"
    export_float(shipped_folder("reader"), path)
    tokenizer = Tokenizer.from_file(str(shipped_folder("reader") / "tokenizer.json"))
    return window_reader("fp32", tokenizer, OnnxScorer(OnnxModel(path)), QaConfig())


@pytest.mark.slow
def test_fp32_onnx_and_pytorch_give_the_same_spans(
    float_reader: WindowedReader, tmp_path: Path
) -> None:
    folder = builtin_for_pytorch(tmp_path / "bert")
    torch_reader = open_reader(QaConfig(reader=str(folder), threads=1))
    for question in QUESTIONS:
        pairs = zip(
            float_reader.read(question, TEXTS), torch_reader.read(question, TEXTS), strict=True
        )
        for onnx_reading, torch_reading in pairs:
            spans, expected = onnx_reading.spans, torch_reading.spans
            assert [(s.start, s.end) for s in spans] == [(s.start, s.end) for s in expected]
            scores = [span.score for span in spans]
            assert np.allclose(scores, [span.score for span in expected], atol=1e-3)
            assert np.isclose(onnx_reading.null_score, torch_reading.null_score, atol=1e-3)


@pytest.mark.slow
def test_int8_finds_what_fp32_finds(float_reader: WindowedReader) -> None:
    """Clear answers survive quantisation; how many others differ, the model card says."""
    builtin = open_reader(QaConfig())
    for question, text in zip(QUESTIONS[:3], TEXTS[:3], strict=True):
        int8 = builtin.read(question, [text])[0].spans[0]
        fp32 = float_reader.read(question, [text])[0].spans[0]
        assert (int8.start, int8.end) == (fp32.start, fp32.end)
        assert abs(int8.score - fp32.score) < 3.0


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_thread_count_does_not_change_readings(threads: int) -> None:
    expected = open_reader(QaConfig()).read(QUESTIONS[0], TEXTS)
    assert open_reader(QaConfig(threads=threads)).read(QUESTIONS[0], TEXTS) == expected


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(shipped_folder("reader"), folder)
    with (folder / "model.int8.onnx").open("r+b") as file:
        file.seek(10_000_000)
        file.write(b"damaged")
    with pytest.raises(ModelError, match=r"model\.int8\.onnx is damaged"):
        open_reader(QaConfig(reader=str(folder)))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(shipped_folder("reader"), folder)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"tokenizer\.json cannot be read"):
        open_reader(QaConfig(reader=str(folder)))


def test_serving_imports_neither_torch_nor_transformers() -> None:
    program = (
        "import sys\n"
        "from index.embedding import open_embedder\n"
        "from qa.reader import open_reader\n"
        "open_embedder().embed(['rain'])\n"
        "open_reader().read('who?', ['Ada did.'])\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnx'}\n"
        "sys.exit(repr(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
