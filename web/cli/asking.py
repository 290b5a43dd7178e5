"""dateline ask, chat, search: questions to the library."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from web.cli.group import say
from web.cli.options import (
    filter_options,
    filters_of,
    ignore_dates_option,
    json_option,
    library_options,
    reader_option,
    settings_of,
    top_k_option,
)
from web.cli.output import echo_answer, echo_hit, echo_json

if TYPE_CHECKING:
    from qa.types import Answer

TURNS_KEPT = 12
CHAT_HELP = "Ask a question; /new starts a new conversation, quit (or Ctrl-D) ends."


@click.command()
@click.argument("question")
@click.option("--explain", is_flag=True, help="Show the hits with every score behind the answer.")
@json_option
@top_k_option
@ignore_dates_option
@filter_options
@reader_option
@library_options
@click.pass_context
def ask(
    ctx: click.Context,
    /,
    question: str,
    explain: bool,
    as_json: bool,
    top_k: int | None,
    ignore_dates: bool,
    after: str | None,
    before: str | None,
    publishers: tuple[str, ...],
    **flags: Any,
) -> None:
    """Answer a question from the articles. No answer is a result, too."""
    from qa.serialize import to_json
    from web.opening import open_all

    filters = filters_of(after, before, publishers)
    with open_all(settings_of(ctx, **flags), say) as opened:
        answer = opened.pipeline.answer(
            question,
            top_k=top_k,
            filters=filters,
            explain=explain,
            ignore_dates=ignore_dates,
            today=date.today(),
        )
    if as_json:
        echo_json(to_json(answer))
    else:
        echo_answer(answer)


@click.command()
@top_k_option
@ignore_dates_option
@filter_options
@reader_option
@library_options
@click.pass_context
def chat(
    ctx: click.Context,
    /,
    top_k: int | None,
    ignore_dates: bool,
    after: str | None,
    before: str | None,
    publishers: tuple[str, ...],
    **flags: Any,
) -> None:
    """Ask in a conversation, where a question may refer to the one before."""
    from web.opening import open_all

    filters = filters_of(after, before, publishers)
    with open_all(settings_of(ctx, **flags), say) as opened:
        if sys.stdin.isatty():
            click.echo(CHAT_HELP)
        answer = opened.pipeline.answer
        _converse(partial(answer, top_k=top_k, filters=filters, ignore_dates=ignore_dates))


@click.command()
@click.argument("query")
@json_option
@top_k_option
@filter_options
@library_options
@click.pass_context
def search(
    ctx: click.Context,
    /,
    query: str,
    as_json: bool,
    top_k: int | None,
    after: str | None,
    before: str | None,
    publishers: tuple[str, ...],
    **flags: Any,
) -> None:
    """Find passages; nothing is read or answered."""
    from qa.serialize import to_json
    from web.opening import open_corpus

    filters = filters_of(after, before, publishers)
    settings = settings_of(ctx, **flags)
    with open_corpus(settings, say) as corpus:
        hits = corpus.search(query, top_k or settings.qa.top_k, filters)
    if as_json:
        echo_json({"hits": [to_json(hit) for hit in hits]})
        return
    for hit in hits:
        echo_hit(hit)
    if not hits:
        click.echo("No passage was found.")


def _converse(answer_to: Callable[..., Answer]) -> None:
    """Read questions until "quit" or the end of input; a refused one does not end it."""
    from index.errors import InputError
    from qa.types import Turn

    turns: list[Turn] = []
    while (line := _read_line()) is not None:
        match line.lower():
            case "":
                continue
            case "quit" | "exit" | "bye" | "/quit" | "/exit" | "/q":
                return
            case "/new":
                turns = []
                click.echo("A new conversation.")
                continue
            case "/help":
                click.echo(CHAT_HELP)
                continue
        try:
            answer = answer_to(line, conversation=turns, today=date.today())
        except InputError as exc:
            say(f"Error: {exc}")
            continue
        turns = [*turns, Turn(line, answer)][-TURNS_KEPT:]
        echo_answer(answer)
        click.echo()


def _read_line() -> str | None:
    """Read a line, with editing and history on a terminal; None at the end of input."""
    is_terminal = sys.stdin.isatty()
    if is_terminal:
        _enable_line_editing()
    try:
        return input("? " if is_terminal else "").strip()
    except (EOFError, KeyboardInterrupt):
        if is_terminal:
            click.echo()
        return None


def _enable_line_editing() -> None:
    # Importing it is what gives input() editing and a history; Windows has none.
    with suppress(ImportError):
        import readline  # noqa: F401
