"""What every reader must do, whatever runs it: the built-in one, PyTorch BERT and RoBERTa."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForQuestionAnswering, AutoTokenizer

from index.errors import ModelError
from index.onnx_files import shipped_folder
from qa.config import QaConfig
from qa.reader import open_reader
from qa.reader.windowed import WindowedReader
from qa.reader.windows import make_windows
from tests.qa.reader.readers import builtin_for_pytorch, small_roberta

KINDS = ("builtin", "bert", "roberta")
QUESTION = "Who counted the crates?"
TEXTS = (
    "The harbour master Jonas Reek counted 38,000 crates on Tuesday.",
    "",
    "Rain.",
    "Prices rose by 40% to $1.2bn.\n\nFerries stayed in port until Friday, the mayor said. " * 30,
    " \n\t ",
    "🌊 Größe, 東京 and cafe\u0301 \u200b “quoted”",
    "...",
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root = tmp_path_factory.mktemp("readers")
    return {
        "builtin": "builtin",
        "bert": str(builtin_for_pytorch(root / "bert")),
        "roberta": str(small_roberta(root / "roberta")),
    }


@pytest.fixture(scope="module", params=KINDS)
def reader(request: pytest.FixtureRequest, folders: dict[str, str]) -> WindowedReader:
    opened = open_reader(QaConfig(reader=folders[request.param], threads=1))
    assert isinstance(opened, WindowedReader)
    return opened


def test_one_reading_a_text_in_order(reader: WindowedReader) -> None:
    readings = reader.read(QUESTION, TEXTS)
    assert len(readings) == len(TEXTS)
    assert reader.read(QUESTION, TEXTS[::-1]) == readings[::-1]
    assert reader.read(QUESTION, []) == []


def test_a_reading_does_not_depend_on_its_neighbours(reader: WindowedReader) -> None:
    alone = [reader.read(QUESTION, [text])[0] for text in TEXTS]
    assert reader.read(QUESTION, TEXTS) == alone


def test_spans_are_sound(reader: WindowedReader) -> None:
    for text, reading in zip(TEXTS, reader.read(QUESTION, TEXTS), strict=True):
        assert len(reading.spans) <= QaConfig().spans_per_passage
        assert np.isfinite(reading.null_score)
        for span in reading.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == text[span.start : span.end].strip()


def test_texts_without_words_give_no_spans(reader: WindowedReader) -> None:
    empty, blank = reader.read(QUESTION, ["", " \n\t "])
    assert (empty.spans, empty.null_score) == ((), 0.0)
    assert blank.spans == ()


def test_absurd_questions_are_read(reader: WindowedReader) -> None:
    long, empty = reader.read("who " * 20_000, TEXTS[:1]), reader.read("", TEXTS[:1])
    assert len(long) == len(empty) == 1


def test_the_name_carries_a_sum(reader: WindowedReader) -> None:
    assert reader.name.partition("@")[2].isalnum()


@pytest.mark.parametrize("kind", ["bert", "roberta"])
def test_windows_and_logits_are_those_of_transformers(folders: dict[str, str], kind: str) -> None:
    """The reference: the library's own encoding of a pair, and the model's own logits."""
    reader = open_reader(QaConfig(reader=folders[kind], threads=1))
    assert isinstance(reader, WindowedReader)
    tokenizer = AutoTokenizer.from_pretrained(folders[kind])
    model = AutoModelForQuestionAnswering.from_pretrained(folders[kind], dtype=torch.float32)
    pair = tokenizer(QUESTION, TEXTS[0], return_tensors="pt")
    question_ids = reader.tokenizer.encode(QUESTION, add_special_tokens=False).ids
    text_ids = reader.tokenizer.encode(TEXTS[0], add_special_tokens=False).ids
    (window,) = make_windows(question_ids, text_ids, reader.template, 128, 32)
    assert list(window.token_ids) == pair["input_ids"][0].tolist()
    with torch.inference_mode():
        expected = model.eval()(**pair)
    ((starts, ends),) = reader.scorer.score([window])
    assert np.allclose(starts, expected.start_logits[0], atol=1e-5)
    assert np.allclose(ends, expected.end_logits[0], atol=1e-5)


def test_an_unknown_model_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="folder of an extractive"):
        open_reader(QaConfig(reader=str(tmp_path / "no-such-model")))


def test_a_model_without_a_span_head_is_refused(folders: dict[str, str], tmp_path: Path) -> None:
    encoder = tmp_path / "encoder"
    AutoTokenizer.from_pretrained(folders["roberta"]).save_pretrained(encoder)
    model = AutoModelForQuestionAnswering.from_pretrained(folders["roberta"])
    model.base_model.save_pretrained(encoder)
    with pytest.raises(ModelError, match="not trained to answer"):
        open_reader(QaConfig(reader=str(encoder)))


def test_the_builtin_reader_answers(folders: dict[str, str]) -> None:
    reading = open_reader(QaConfig()).read("How many crates were counted?", TEXTS[:1])[0]
    best = reading.spans[0]
    assert TEXTS[0][best.start : best.end] == "38,000"
    assert best.score > reading.null_score
    assert open_reader(QaConfig()).name.startswith("builtin@")


def test_a_long_text_is_read_to_its_end() -> None:
    filler = "Ferries stayed in port and the market was quiet. " * 150
    text = filler + "The harbour master Jonas Reek counted 38,000 crates on Tuesday."
    reading = open_reader(QaConfig()).read("How many crates were counted?", [text])[0]
    assert text[reading.spans[0].start : reading.spans[0].end] == "38,000"


def test_shipped_folder_is_the_one_that_is_opened() -> None:
    assert open_reader(QaConfig(reader=str(shipped_folder("reader")))).read("", [""])
