"""Question files: SQuAD JSON and JSON Lines, and what is not one."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from index.errors import UnreadableFileError
from qa.question_files import Example, Gold, read_examples, sample

CONTEXT = "Nine bakers of Ulm struck for a day."
SQUAD = {
    "data": [
        {
            "title": "Ulm",
            "paragraphs": [
                {
                    "context": CONTEXT,
                    "qas": [
                        {
                            "id": "1",
                            "question": "How many bakers?",
                            "answers": [{"text": "Nine", "answer_start": 0}],
                        },
                        {
                            "id": "2",
                            "question": "Who won?",
                            "is_impossible": True,
                            "answers": [],
                            "plausible_answers": [{"text": "Ulm", "answer_start": 15}],
                        },
                    ],
                }
            ],
        }
    ]
}


def test_squad_plain_and_gzipped(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.json", tmp_path / "a.json.gz"
    plain.write_text(json.dumps(SQUAD), encoding="utf-8")
    packed.write_bytes(gzip.compress(json.dumps(SQUAD).encode()))
    expected = [
        Example("How many bakers?", CONTEXT, (Gold("Nine", 0),), "Ulm"),
        Example("Who won?", CONTEXT, (), "Ulm"),
    ]
    assert read_examples(plain) == read_examples(packed) == expected
    assert expected[1].texts == [""]


@pytest.mark.parametrize(
    "answers",
    [
        ["Ulm"],
        "Ulm",
        [{"text": "Ulm"}],
        [{"text": "Ulm", "answer_start": 15}],
        {"text": ["Ulm"], "answer_start": [15]},
    ],
)
def test_answers_of_lines_in_every_usual_form(tmp_path: Path, answers: object) -> None:
    path = tmp_path / "a.jsonl"
    row = {"question": "Where?", "context": CONTEXT, "answers": answers}
    path.write_text(f"{json.dumps(row)}\n\n", encoding="utf-8")
    assert read_examples(path)[0].golds == (Gold("Ulm", 15),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", '{"data": []}'),
        ("a.json", '{"data": [{"paragraphs": [{"qas": [{}]}]}]}'),
        ("a.json", "[" * 100_000),
        ("a.jsonl", ""),
        ("a.jsonl", '{"question": "x"}'),
        ("a.jsonl", '{"question": 1, "context": "x", "answers": []}'),
        ("a.jsonl", '{"question": "q", "context": "x", "answers": [{"start": 1}]}'),
    ],
)
def test_what_is_no_question_file_is_told(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=name):
        read_examples(path)


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"question": "q", "context": "c", "answers": []}\n{bad\n', encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="line 2"):
        read_examples(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_unreadable_bytes_and_missing_files(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.json.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read_examples(path)


def test_sample_is_seeded_and_spread_over_all_titles() -> None:
    examples = [Example(f"q{number}", "c", (), f"title {number // 50}") for number in range(500)]
    chosen = sample(examples, 100, seed=3)
    assert chosen == sample(examples, 100, seed=3)
    assert chosen != sample(examples, 100, seed=4)
    assert len({example.question for example in chosen}) == 100
    assert set(Counter(example.title for example in chosen).values()) == {100 // 10}
    assert sample(examples, 10_000) == examples


def test_questions_for_a_library_need_no_context(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"question": "Where?", "answers": ["Ulm"]}\n', encoding="utf-8")
    [example] = read_examples(path, needs_contexts=False)
    assert (example.context, example.golds) == ("", (Gold("Ulm", -1),))
    with pytest.raises(UnreadableFileError, match="no context"):
        read_examples(path)


def test_what_a_row_lacks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"context": "Ulm."}\n', encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="line 1: it has no 'question'"):
        read_examples(path)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", "[]", "outermost"),
        ("a.json", "null", "outermost"),
        ("a.jsonl", "5", "line 1: it is not an object"),
        ("a.jsonl", '{"question": "q", "context": "x", "answers": [17]}', "must be a text"),
        ("a.jsonl", '{"question": "\\ud800", "context": "x", "answers": []}', "half of a char"),
    ],
)
def test_why_a_file_is_none_is_said_in_words(
    tmp_path: Path, name: str, text: str, why: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=why):
        read_examples(path)


def test_an_impossible_question_has_no_answers_in_either_format(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"question": "q", "context": CONTEXT, "answers": ["Ulm"], "is_impossible": True}
    path.write_text(json.dumps(row), encoding="utf-8")
    assert not read_examples(path)[0].is_answerable
