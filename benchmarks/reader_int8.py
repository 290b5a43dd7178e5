"""What int8 costs the built-in reader: its spans, scores and speed against fp32.

    python -m benchmarks.reader_int8 $DATELINE_DATASETS/valid/squad-dev-half-v1.1.json.gz

Both read the same contexts through the same windows and decoding; an answer is forced.
The fp32 model is exported from the weights beside the int8 one.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from tokenizers import Tokenizer

from index.onnx_files import shipped_folder, sound_files
from index.onnx_runtime import OnnxModel
from qa.config import QaConfig
from qa.metrics import exact_match, f1
from qa.question_files import Example, read_examples, sample
from qa.reader.base import Reader
from qa.reader.onnx_reader import OnnxScorer
from qa.reader.windowed import window_reader
from qa.types import Reading
from training.export_reader import export_float


@dataclass(frozen=True, slots=True)
class Measured:
    """What one model gave for every question, and how long that took."""

    readings: list[Reading]
    seconds: float


def _reader(model: Path, config: QaConfig) -> Reader:
    tokenizer = Tokenizer.from_file(str(shipped_folder("reader") / "tokenizer.json"))
    return window_reader(model.stem, tokenizer, OnnxScorer(OnnxModel(model)), config)


def _measure(reader: Reader, examples: Sequence[Example]) -> Measured:
    reader.read("warm up", ["A first text."])
    start = time.perf_counter()
    readings = [reader.read(example.question, [example.context])[0] for example in examples]
    return Measured(readings, time.perf_counter() - start)


def _best(reading: Reading, example: Example) -> str:
    span = reading.spans[0]
    return example.context[span.start : span.end]


def _row(name: str, measured: Measured, examples: Sequence[Example]) -> str:
    answers = [_best(r, e) for r, e in zip(measured.readings, examples, strict=True)]
    pairs = [(answer, example.texts) for answer, example in zip(answers, examples, strict=True)]
    exact = 100 * np.mean([exact_match(answer, texts) for answer, texts in pairs])
    overlap = 100 * np.mean([f1(answer, texts) for answer, texts in pairs])
    per_question_ms = 1000 * measured.seconds / len(examples)
    return f"{name:6} EM {exact:5.1f}   F1 {overlap:5.1f}   {per_question_ms:5.1f} ms a question"


def _differences(one: Measured, other: Measured) -> str:
    pairs = [(a, b) for a, b in zip(one.readings, other.readings, strict=True)]
    differing = sum(
        (a.spans[0].start, a.spans[0].end) != (b.spans[0].start, b.spans[0].end) for a, b in pairs
    )
    score_gap = np.mean([abs(a.spans[0].score - b.spans[0].score) for a, b in pairs])
    null_gap = np.mean([abs(a.null_score - b.null_score) for a, b in pairs])
    return (
        f"best span differs in {differing} of {len(pairs)} ({100 * differing / len(pairs):.1f}%); "
        f"mean gap of the best score {score_gap:.2f}, of the null score {null_gap:.2f}"
    )


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--questions", default=400, show_default=True, help="questions drawn by seed")
@click.option("--seed", default=0, show_default=True, help="seed of the draw")
def main(file: Path, questions: int, seed: int) -> None:
    """Compare the int8 reader with fp32 on the questions of FILE."""
    config = QaConfig()
    answerable = [example for example in read_examples(file) if example.is_answerable]
    examples = sample(answerable, questions, seed)
    int8 = _measure(
        _reader(sound_files(shipped_folder("reader"), "model")["model"], config), examples
    )
    with tempfile.TemporaryDirectory() as folder:
        float_model = Path(folder) / "model.onnx"
        export_float(shipped_folder("reader"), float_model)
        fp32 = _measure(_reader(float_model, config), examples)
    print(_row("fp32", fp32, examples))
    print(_row("int8", int8, examples))
    print(_differences(fp32, int8))


if __name__ == "__main__":
    main()
