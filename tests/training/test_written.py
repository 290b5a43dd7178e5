"""Our own questions: put together with the passages that they are about."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from training.features import FeatureMaker
from training.groups import Answer
from training.model import encoder_folder, load_tokenizer
from training.sources import ROUNDS, Draws
from training.unanswerable import Pool
from training.written import FILES, written_groups

KNOWN = {"doc:0:0": "Mara Quill runs the ferry.", "set:0123456789ab": "It sank in 1931."}
ASKED = [
    {"question": "When did the ferry sink?", "answer": [38, 42]},
    {"question": "Who sank the ferry?", "answer": None},
]


ROW = {"passage": ["doc:0:0", "set:0123456789ab"], "questions": ASKED}


def written(folder: Path, **changed: Any) -> Path:
    path = folder / "written.jsonl"
    row = {**ROW, **changed}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return path


def test_the_parts_are_joined_and_a_question_may_have_no_answer(tmp_path: Path) -> None:
    answered, unanswered = written_groups(written(tmp_path), KNOWN)
    assert answered.text == unanswered.text == "Mara Quill runs the ferry. It sank in 1931."
    assert answered.answers == (Answer(38, 42),)
    assert answered.text[38:42] == "1931"
    assert unanswered.answers == ()


def test_a_row_may_carry_its_own_text(tmp_path: Path) -> None:
    path = tmp_path / "written.jsonl"
    asked = {"question": "Who rows?", "answer": [0, 3]}
    path.write_text(json.dumps({"text": "Ida rows.", "questions": [asked]}), "utf-8")
    [group] = written_groups(path, {})
    assert (group.text, group.answers) == ("Ida rows.", (Answer(0, 3),))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"passage": ["doc:0:1"]}, "doc:0:1"),
        ({"questions": [{"question": "When?", "answer": [40, 60]}]}, "outside"),
    ],
)
def test_what_does_not_fit_the_sets_is_said(
    tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(SystemExit, match=said):
        written_groups(written(tmp_path, **changed), KNOWN)


def test_an_unanswered_question_is_drawn_once_without_a_target(tmp_path: Path) -> None:
    _, unanswered = written_groups(written(tmp_path), KNOWN)
    maker = FeatureMaker(load_tokenizer(encoder_folder()), Pool((), ()))
    draws = Draws(hard_negative=1.0, rule_made=1.0, titled=1.0)
    [[feature]] = maker.draw(unanswered, random.Random(0), draws)
    assert not feature.has_answer


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_has_its_own_text_or_names_its_passage(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(rows) > 100
    for row in rows:
        assert set(row) in ({"passage", "questions"}, {"text", "questions"})
        assert all(" " not in part and len(part) < 60 for part in row.get("passage", ()))
        assert len({asked["question"] for asked in row["questions"]}) == len(row["questions"])


def test_every_file_is_a_source_of_a_round() -> None:
    drawn = {name for phases in ROUNDS.values() for phase in phases for name in phase.shares}
    assert FILES
    assert {f"written-{path.stem}" for path in FILES} <= drawn
