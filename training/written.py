"""Questions written for this project, in `written_questions/`. Knows no models.

A row asks of a text of our own, or of parts of the public sets joined by single spaces:

    {"text": ..., "questions": [{"question": ..., "answer": [start, end] or null}]}
    {"passage": [part, ...], "questions": ...}

A part is a sentence, by its id in the sentence sets, or a paragraph of another set,
`SET:first 12 digits of its sha256`; their texts stay in the sets. `answer` is characters
`[start, end)` of the text, null where it does not say. A file `NAME.jsonl` is the source
`written-NAME` of a run:

    passages      the sets' passages and short news of our own, two in five questions unanswerable
    articles      news of our own of 300 to 600 words, asked as by one who has not read it
    encyclopedia  paragraphs of our own as encyclopedias have them, asked as SQuAD asks
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from training.groups import Answer, Group
from training.sources import SOURCES, Source, path_of

FILES = tuple(sorted(Path(__file__).with_name("written_questions").glob("*.jsonl")))
DIGITS = 12  # of a text's sha256


def parts() -> dict[str, str]:
    """The text of every sentence and paragraph of the sets, by its name in the file."""
    return {name: text for source in SOURCES for name, text in _parts_of(source)}


def _parts_of(source: Source) -> Iterator[tuple[str, str]]:
    with gzip.open(path_of(source.name), "rt", encoding="utf-8") as file:
        document = json.load(file)
    for article in document["data"]:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            if source.is_sentences:
                yield paragraph["sentence_id"], text
            else:
                digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
                yield f"{source.name}:{digest[:DIGITS]}", text


def written_groups(path: Path, known: Mapping[str, str]) -> list[Group]:
    """The questions of a file, named after it, with passages put together from the `known` parts.

    A question that its passage does not answer is a group without answers. SystemExit when a
    part is not known or an answer lies outside its passage.
    """
    found = []
    source = f"written-{path.stem}"
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            row = json.loads(line)
            named = row.get("passage", ())
            missing = [part for part in named if part not in known]
            if missing:
                raise SystemExit(
                    f"{path}, line {number}: the sets hold no {missing[0]}; get the versions "
                    "that the README names."
                )
            text = row.get("text") or " ".join(known[part] for part in named)
            for asked in row["questions"]:
                answers = () if asked["answer"] is None else (Answer(*asked["answer"]),)
                if any(not 0 <= a.start < a.end <= len(text) for a in answers):
                    raise SystemExit(f"{path}, line {number}: an answer outside the passage.")
                found.append(Group(source, asked["question"], "", text, answers))
    return found
