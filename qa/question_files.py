"""Question files: SQuAD JSON (1.1 or 2.0) and JSON Lines, plain or gzipped, to examples.

A JSON Lines row is {"question", "context", "answers"} and optionally "title" and "id";
answers are texts, or {"text", "answer_start"}; no answers, or "is_impossible": the context does
not hold one.
Questions that a library is asked need no context.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UnreadableFileError
from index.ingest.metadata import is_text

MAX_FILE_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Gold:
    """A right answer, `[start, start + len(text))` of the context; start is -1 if unknown.

    `votes` says how many annotators gave it, where the file does. `occurrences` above 1 says that
    the file only knows its first place, of so many.
    """

    text: str
    start: int = -1
    votes: int = 1
    occurrences: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A question, the context it is asked of, and its right answers (none: unanswerable).

    `context` is "" where the file has none.
    """

    question: str
    context: str
    golds: tuple[Gold, ...]
    title: str = ""

    @property
    def is_answerable(self) -> bool:
        return bool(self.golds)

    @property
    def texts(self) -> list[str]:
        """The right answers as SQuAD's metrics want them: [""] when there is none."""
        return [gold.text for gold in self.golds] or [""]


def read_examples(path: Path, *, needs_contexts: bool = True) -> list[Example]:
    """Read every example of a file, in its order.

    Raises UnreadableFileError, naming the line of a JSON Lines file; also for a question without
    a context, unless `needs_contexts` is false.
    """
    text = _text(path)
    is_lines = ".jsonl" in "".join(path.suffixes).lower()
    try:
        examples = list(_lines(text)) if is_lines else list(_squad(json.loads(text)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
        raise UnreadableFileError(
            f"{path} is not a question file ({_why(exc)}); give SQuAD JSON, or "
            'JSON Lines of {"question", "context", "answers"}.'
        ) from exc
    if not examples:
        raise UnreadableFileError(f"{path} holds no questions; give a file with some.")
    bare = next((example for example in examples if not example.context), None)
    if needs_contexts and bare:
        raise UnreadableFileError(
            f"{path} has no context for the question {bare.question[:100]!r}. Give each question "
            "its context, or ask a library of other contexts (--open --library FILE)."
        )
    return examples


def sample(examples: Sequence[Example], count: int, seed: int = 0) -> list[Example]:
    """Take `count` examples, spread evenly over all titles and contexts, by a seed.

    Shuffled inside each title, then every (len/count)-th is taken, so that a title gives its
    share. All of them when there are no more than `count`.
    """
    if count >= len(examples):
        return list(examples)
    rng = random.Random(seed)
    keys = [(example.title, rng.random()) for example in examples]
    order = sorted(range(len(examples)), key=lambda index: keys[index])
    offset, step = rng.random(), len(examples) / count
    chosen = sorted(order[int((number + offset) * step)] for number in range(count))
    return [examples[index] for index in chosen]


def _text(path: Path) -> str:
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    try:
        with opener(path, "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, EOFError) as exc:
        reason = getattr(exc, "strerror", None) or str(exc)
        raise UnreadableFileError(f"{path} cannot be read ({reason}); check the path.") from exc
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableFileError(f"{path} holds more than 1 GiB; give a smaller file.")
    try:
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise UnreadableFileError(f"{path} is not text in UTF-8; save it so.") from exc


def _squad(document: Mapping[str, Any]) -> Iterator[Example]:
    if not isinstance(document, Mapping):
        raise TypeError('its outermost value must be an object with "data"')
    for article in document["data"]:
        for paragraph in article["paragraphs"]:
            for question in paragraph["qas"]:
                yield _example(question, paragraph["context"], article.get("title"))


def _lines(text: str) -> Iterator[Example]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if not isinstance(row, Mapping):
                raise TypeError("it is not an object")
            yield _example(row, row.get("context") or "", row.get("title"))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
            raise ValueError(f"line {number}: {_why(exc)}") from exc


def _why(error: Exception) -> str:
    return f"it has no {error}" if isinstance(error, KeyError) else str(error)


def _example(row: Mapping[str, Any], context: Any, title: Any) -> Example:
    question = row["question"]
    if not isinstance(question, str) or not isinstance(context, str):
        raise TypeError("question and context must be strings")
    if not is_text(question + context):
        raise ValueError("question or context holds half of a character pair")
    answers = () if row.get("is_impossible") else row.get("answers") or ()
    return Example(question, context, tuple(_golds(answers, context)), str(title or ""))


def _golds(answers: Any, context: str) -> Iterator[Gold]:
    """Read answers as SQuAD lists them, as plain texts, or as columns of texts and starts."""
    if isinstance(answers, Mapping):
        answers = [
            {"text": text, "answer_start": start}
            for text, start in zip(answers["text"], answers["answer_start"], strict=True)
        ]
    for written in [answers] if isinstance(answers, str) else answers:
        answer = {"text": written} if isinstance(written, str) else written
        if not isinstance(answer, Mapping):
            raise TypeError('an answer must be a text or {"text", "answer_start"}')
        text, start = answer["text"], int(answer.get("answer_start", -1))
        votes = max(1, int(answer.get("votes", 1)))
        occurrences = max(1, int(answer.get("occurrences", 1)))
        yield Gold(text, start if start >= 0 else context.find(text), votes, occurrences)
