"""Score readers on the validation sets: `python -m training.evaluate FOLDER…`.

Forced exact match and F1 of each set, and SQuAD 2.0 with its unanswerable questions at the shipped
null threshold, which is fitted on the articles whose title has an even sha256: so the odd ones
count. FOLDER is an export (int8 unless --fp32) or a trained model.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from index.onnx_files import MANIFEST, shipped_folder, write_manifest
from qa.calibration import ReadingCalibration, load
from qa.config import QaConfig
from qa.evaluation import read_each, report
from qa.question_files import Example, read_examples, sample
from qa.reader import open_reader
from qa.reader.base import Reader
from qa.reader.onnx_reader import FORMS
from training.export_reader import FORMS_FILE, export_float
from training.model import load_tokenizer
from training.sources import path_of
from training.validation import may_fit

SETS = ("squad-dev-half-v1.1", "squad-dev-half-v2.0", "realtimeqa-evidence-half", "giveme5w1h")
UNANSWERABLE = "squad-dev-half-v2.0"


@contextmanager
def opened(folder: Path, fp32: bool) -> Iterator[Reader]:
    """Open an export as it is, or the fp32 weights of a folder on ONNX Runtime."""
    if (folder / MANIFEST).is_file() and not fp32:
        yield open_reader(QaConfig(reader=str(folder)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary)
        export_float(folder, target / "model.onnx")
        load_tokenizer(folder).save(str(target / "tokenizer.json"))
        files = {"model": "model.onnx", "tokenizer": "tokenizer.json"}
        if (folder / FORMS_FILE).is_file():
            shutil.copyfile(folder / FORMS_FILE, target / FORMS_FILE)
            files[FORMS] = FORMS_FILE
        write_manifest(target, files)
        yield open_reader(QaConfig(reader=str(target)))


def score_set(
    reader: Reader, name: str, limit: int, calibration: ReadingCalibration
) -> dict[str, object]:
    """Forced scores of one set; with unanswerable questions also those at the null threshold."""
    predictions = list(read_each(reader, _examples(name, limit), calibration))
    scores: dict[str, object] = {"questions": len(predictions), **report(predictions)["forced"]}
    if name == UNANSWERABLE:
        odd = [p for p in predictions if not may_fit(p.example)]
        for half, part in (("odd articles", odd), ("all articles", predictions)):
            at = report(part)
            scores[half] = {key: at[key] for key in ("f1", "has_answer", "no_answer", "ece")}
    return scores


def _examples(name: str, limit: int) -> Sequence[Example]:
    examples = read_examples(path_of(name))
    return sample(examples, limit) if limit else examples


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--set", "sets", multiple=True, type=click.Choice(SETS), help="only these sets")
@click.option("--limit", default=0, help="so many questions of each set, drawn by seed; 0: all")
@click.option("--fp32", is_flag=True, help="the full-precision weights of an export")
def main(folders: Sequence[Path], sets: Sequence[str], limit: int, fp32: bool) -> None:
    """Score the readers in FOLDERS on the validation sets in DATELINE_DATASETS."""
    calibration = load(shipped_folder("reader")).reading
    for folder in folders:
        with opened(folder, fp32) as reader:
            for name in sets or SETS:
                scores = score_set(reader, name, limit, calibration)
                print(json.dumps({"reader": str(folder), "fp32": fp32, "set": name, **scores}))


if __name__ == "__main__":
    main()
