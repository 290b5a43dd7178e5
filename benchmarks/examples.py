"""How the questions of examples/ are answered, by kind: `python -m benchmarks.examples`.

A temporary library of the example articles is asked every question of
benchmarks/example_questions.jsonl. `exact` and `f1` compare the answer with the wanted one as SQuAD
does; `among` counts questions with the wanted answer among all claims. For the kind `none`
the right answer is no answer.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import click

from index.corpus import Corpus
from index.ingest import drafts_from_path
from index.types import ArticleDraft
from qa.metrics import exact_match, f1
from qa.pipeline import Pipeline
from web.opening import open_all
from web.settings import load

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
QUESTIONS = Path(__file__).resolve().with_name("example_questions.jsonl")


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question, the kind of answer it wants, and the answer; None: there is none."""

    question: str
    kind: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question went; a refusal has the answer ""."""

    asked: ExampleQuestion
    answer: str
    claims: tuple[str, ...]
    milliseconds: float

    @property
    def wanted(self) -> list[str]:
        return [self.asked.answer] if self.asked.answer else []

    @property
    def exact(self) -> float:
        return exact_match(self.answer, self.wanted)

    @property
    def f1(self) -> float:
        return f1(self.answer, self.wanted)

    @property
    def among(self) -> float:
        return max(exact_match(value, self.wanted) for value in (self.answer, *self.claims))


@click.command()
@click.option("--wrong", is_flag=True, help="Also print each question that went wrong.")
def main(wrong: bool) -> None:
    """Ask every example question; print a row of scores for each kind and for all."""
    outcomes = list(_outcomes())
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds[outcome.asked.kind].append(outcome)
    click.echo(
        f"{'kind':<13}{'asked':>7}{'answered':>10}{'exact':>8}{'f1':>8}{'among':>8}{'ms':>7}"
    )
    for kind, part in [*sorted(kinds.items()), ("all", outcomes)]:
        click.echo(_row(kind, part))
    for outcome in outcomes:
        if wrong and not outcome.among:
            click.echo(
                f"{outcome.asked.question}\n    wanted {outcome.asked.answer!r},"
                f" got {outcome.answer!r} {outcome.claims[1:]}"
            )


def example_questions() -> list[ExampleQuestion]:
    """The questions of benchmarks/example_questions.jsonl, in file order."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [ExampleQuestion(row["question"], row["kind"], row["answer"]) for row in rows]


def load_examples(corpus: Corpus) -> None:
    """Add the articles of examples/."""
    drafts = drafts_from_path(EXAMPLES)
    corpus.add(draft for draft in drafts if isinstance(draft, ArticleDraft))


def _outcomes() -> Iterator[Outcome]:
    with (
        tempfile.TemporaryDirectory(prefix="dateline-examples-") as home,
        open_all(load({}, {"home": home})) as opened,
    ):
        load_examples(opened.corpus)
        for asked in example_questions():
            yield _ask(opened.pipeline, asked)


def _ask(pipeline: Pipeline, asked: ExampleQuestion) -> Outcome:
    answer = pipeline.answer(asked.question)
    values = tuple(claim.value for claim in answer.claims)
    return Outcome(asked, answer.answer or "", values, answer.timing_ms.total)


def _row(kind: str, part: list[Outcome]) -> str:
    answered = sum(bool(outcome.answer) for outcome in part)
    exact, overlap, among = (
        100 * fmean(getattr(outcome, name) for outcome in part) for name in ("exact", "f1", "among")
    )
    milliseconds = fmean(outcome.milliseconds for outcome in part)
    return (
        f"{kind:<13}{len(part):>7}{answered:>10}{exact:>8.1f}{overlap:>8.1f}{among:>8.1f}"
        f"{milliseconds:>7.0f}"
    )


if __name__ == "__main__":
    main()
