"""Read the question sets and mine hard negatives: `python -m training.prepare`.

A hard negative is a passage that our own retriever ranks high for a question among all
training texts and that holds none of its answers. Writes one file for `training.train`.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import open_embedder
from index.types import ArticleDraft
from qa.question_files import Example, Gold, read_examples
from training.cloze import cloze_groups
from training.groups import Answer, Group, write_groups
from training.occurrences import likeliest_occurrence
from training.sources import SOURCES, Source, path_of
from training.written import FILES, parts, written_groups

# Kept for each question, of so many that are looked at.
NEGATIVES = 4
LOOKED_AT = 10
NEIGHBOURS = 3
CLOZE_PER_TEXT = 3
SEED = 0
NUMBERED_TITLE = re.compile(r"\s+\d+$")


def groups_of(source: Source, examples: Sequence[Example]) -> list[Group]:
    """Turn the answerable questions of one set into groups, with neighbours where it has them."""
    neighbours = _neighbours(examples) if source.is_sentences else {}
    found = []
    for example in examples:
        answers = tuple(
            _answer(example, gold) for gold in example.golds if gold.text and gold.start >= 0
        )
        if not answers:
            continue
        before, after = neighbours.get(example.context, ((), ()))
        title = _title(example.title) if source.has_titles else ""
        found.append(
            Group(source.name, example.question, title, example.context, answers, (), before, after)
        )
    return found


def _answer(example: Example, gold: Gold) -> Answer:
    start, end = gold.start, gold.start + len(gold.text)
    if gold.occurrences > 1:
        start = likeliest_occurrence(example.question, example.context, start, end)
    return Answer(start, start + len(gold.text), gold.votes)


def _neighbours(
    examples: Sequence[Example],
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Up to three sentences before and after each, in the same document."""
    found = {}
    for _, document in groupby(examples, key=lambda e: e.title):
        sentences = list(dict.fromkeys(e.context for e in document))
        for at, sentence in enumerate(sentences):
            before = tuple(sentences[max(0, at - NEIGHBOURS) : at])
            found[sentence] = (before, tuple(sentences[at + 1 : at + 1 + NEIGHBOURS]))
    return found


def _title(title: str) -> str:
    return NUMBERED_TITLE.sub("", title.replace("_", " "))


def with_negatives(groups: Sequence[Group], corpus: Corpus) -> Iterator[Group]:
    """Give each group the nearest passages that hold none of its answers, nearest first.

    A group without answers stays as it is.
    """
    for number, group in enumerate(groups, start=1):
        if number % 5000 == 0:
            print(f"{number:,} of {len(groups):,} questions searched", flush=True)
        if not group.answers:
            yield group
            continue
        hits = corpus.search(group.question, LOOKED_AT)
        texts = [hit.text for hit in hits if not holds_answer(hit.text, group)]
        yield replace(group, negatives=tuple(texts[:NEGATIVES]))


def holds_answer(passage: str, group: Group) -> bool:
    """Whether a passage has one of the answers, or comes from the text that was asked about."""
    folded = passage.casefold()
    answers = {group.text[a.start : a.end].casefold() for a in group.answers}
    return passage in group.text or any(answer in folded for answer in answers)


def prepare(
    sets: Mapping[Source, Sequence[Example]], written: Sequence[Group], home: Path
) -> list[Group]:
    """All groups of all sets; questions on paragraphs get hard negatives."""
    by_source = {source: groups_of(source, examples) for source, examples in sets.items()}
    paragraphs = [g for s, groups in by_source.items() if not s.is_sentences for g in groups]
    paragraphs += written
    sentences = [g for s, groups in by_source.items() if s.is_sentences for g in groups]
    with Corpus.open(IndexConfig(home=home), open_embedder()) as corpus:
        titles = {g.text: g.title for g in paragraphs}
        corpus.add(ArticleDraft(text=text, title=title) for text, title in titles.items())
        mined = list(with_negatives(paragraphs, corpus))
    texts = [g.text for g in paragraphs] + [_joined(g) for g in sentences]
    made = cloze_groups(list(dict.fromkeys(texts)), CLOZE_PER_TEXT, random.Random(SEED))
    return [*mined, *sentences, *made]


def _joined(group: Group) -> str:
    return " ".join([*group.before, group.text, *group.after])


@click.command()
@click.option(
    "--to",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("build/reader/groups.json.gz"),
    show_default=True,
)
def main(path: Path) -> None:
    """Prepare the training sets in DATELINE_DATASETS."""
    sets = {source: read_examples(path_of(source.name)) for source in SOURCES}
    known = parts()
    written = [group for path in FILES for group in written_groups(path, known)]
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        groups = prepare(sets, written, Path(home))
    write_groups(path, groups)
    mined = sum(bool(g.negatives) for g in groups)
    print(f"{len(groups):,} questions, {mined:,} with hard negatives: {path}")


if __name__ == "__main__":
    main()
