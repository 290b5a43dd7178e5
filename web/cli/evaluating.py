"""dateline eval: how good the answers are on a question file."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from web.cli.group import say
from web.cli.options import (
    embedder_option,
    home_option,
    json_option,
    reader_option,
    settings_of,
    threads_option,
)
from web.cli.output import echo_json

if TYPE_CHECKING:
    from qa.evaluation import Prediction
    from qa.question_files import Example
    from web.settings import Settings

Item = TypeVar("Item")
TELL_EVERY_S = 10.0
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("eval")
@click.argument("file", type=FILE)
@click.option(
    "--open",
    "is_open",
    is_flag=True,
    help="Ask the whole pipeline of a temporary library of all contexts.",
)
@click.option("--library", type=FILE, help="With --open: take the contexts of this file instead.")
@click.option(
    "--limit",
    type=click.IntRange(1),
    help="Ask a sample of so many questions, spread over all articles.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the sample.")
@click.option(
    "--null-threshold",
    type=float,
    help="Reading mode: logits by which a span must beat no answer. [default: the reader's own]",
)
@json_option
@reader_option
@threads_option
@embedder_option
@home_option
@click.pass_context
def evaluate(
    ctx: click.Context,
    /,
    file: Path,
    is_open: bool,
    library: Path | None,
    limit: int | None,
    seed: int,
    null_threshold: float | None,
    as_json: bool,
    **flags: Any,
) -> None:
    """Measure answers on a question file: SQuAD JSON (.json, .json.gz) or JSON Lines.

    Each question is read on its own context, or, with --open, asked of a library of all
    contexts; with --library, questions need none. The user's own library is not touched.
    """  # fmt: skip
    from qa.evaluation import report
    from qa.question_files import read_examples, sample

    if library and not is_open:
        raise click.UsageError("--library needs --open.")
    examples = read_examples(file, needs_contexts=library is None)
    asked = sample(examples, limit, seed) if limit else examples
    settings = settings_of(ctx, **flags)
    started = time.monotonic()
    if is_open:
        contexts = read_examples(library) if library else examples
        predictions = _open(settings, contexts, asked)
    else:
        predictions = _reading(settings, asked, null_threshold)
    seconds = time.monotonic() - started
    scores = report(predictions) | {
        "mode": "open" if is_open else "reading",
        "seconds": round(seconds, 1),
    }
    if as_json:
        echo_json(scores)
    else:
        for name, value in scores.items():
            click.echo(f"{name:<12} {_words(value)}")


def _reading(
    settings: Settings, examples: Sequence[Example], null_threshold: float | None
) -> list[Prediction]:
    from qa.evaluation import read_each
    from qa.reader import open_reader
    from web.opening import calibration_of

    reader, calibration = open_reader(settings.qa), calibration_of(settings.qa.reader).reading
    if null_threshold is not None:
        calibration = replace(calibration, null_threshold=null_threshold)
    return list(_told(read_each(reader, examples, calibration), len(examples), "questions"))


def _open(
    settings: Settings, contexts: Sequence[Example], asked: Sequence[Example]
) -> list[Prediction]:
    from qa.evaluation import add_contexts, ask_each
    from web.opening import open_all

    with tempfile.TemporaryDirectory(prefix="dateline-eval-") as folder:
        temporary = replace(settings, index=replace(settings.index, home=Path(folder)))
        with open_all(temporary, say) as opened:
            say("Adding the contexts to a temporary library.")
            ids = add_contexts(opened.corpus, contexts)
            answers = ask_each(opened.pipeline, opened.corpus, ids, asked)
            return list(_told(answers, len(asked), "questions"))


def _told(items: Iterable[Item], total: int, noun: str) -> Iterator[Item]:
    """Pass items on; tell now and then how many there were."""
    told = time.monotonic()
    for number, item in enumerate(items, start=1):
        if time.monotonic() - told >= TELL_EVERY_S:
            told = time.monotonic()
            say(f"{number:,} of {total:,} {noun}")
        yield item


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {_words(part)}" for name, part in value.items())
    return "-" if value is None else str(value)
