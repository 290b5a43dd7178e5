"""Flags that several commands share, and the settings they make."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from index.config import IndexConfig
from index.errors import InputError, InvalidFilterError
from qa.config import QaConfig

if TYPE_CHECKING:
    from index.types import Filters
    from web.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def _help(config: type, name: str) -> str:
    """The help of a setting: the same words as on the configuration page."""
    text = next(f.metadata["help"] for f in fields(config) if f.name == name)
    return f"{text[0].upper()}{text[1:]}."


home_option = click.option(
    "--home", type=click.Path(path_type=Path, file_okay=False), help=_help(IndexConfig, "home")
)
threads_option = click.option(
    "--threads", type=click.IntRange(0, 1024), help=_help(IndexConfig, "threads")
)
embedder_option = click.option(
    "--embedder", metavar="NAME_OR_FOLDER", help=_help(IndexConfig, "embedder")
)
reader_option = click.option("--reader", metavar="NAME_OR_FOLDER", help=_help(QaConfig, "reader"))
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object and nothing else."
)
ignore_dates_option = click.option(
    "--ignore-dates", is_flag=True, help="Ask questions without the dates in them (“in August”)."
)
top_k_option = click.option("--top-k", type=click.IntRange(1, 50), help=_help(QaConfig, "top_k"))


def library_options(command: Command) -> Command:
    """Add --home, --embedder, --threads: what opening a library takes."""
    for option in (threads_option, embedder_option, home_option):
        command = option(command)
    return command


def filter_options(command: Command) -> Command:
    """Add --after, --before, --publisher."""
    options = (
        click.option("--publisher", "publishers", multiple=True, metavar="NAME",
                     help="Only articles of this publisher; may be repeated."),
        click.option("--before", metavar="DATE", help="Only articles published until this day."),
        click.option("--after", metavar="DATE", help="Only articles published from this day on."),
    )  # fmt: skip
    for option in options:
        command = option(command)
    return command


def settings_of(ctx: click.Context, **flags: Any) -> Settings:
    """Build the settings: the command's flags, the group's --home, the environment."""
    from web.settings import load

    flags["home"] = flags.get("home") or (ctx.obj or {}).get("home")
    return load(os.environ, flags)


def filters_of(after: str | None, before: str | None, publishers: tuple[str, ...]) -> Filters:
    """Build filters from flags. Raises InvalidFilterError for a date that is none."""
    from index.types import Filters

    return Filters(
        published_after=day_of(after, "--after"),
        published_before=day_of(before, "--before"),
        publishers=publishers,
    )


def day_of(written: str | None, flag: str) -> date | None:
    """Read a day in any usual style; the ISO style costs no import."""
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        from index.ingest import parse_day
    try:
        return parse_day(written)
    except InputError as exc:
        raise InvalidFilterError(
            f"{flag} {written!r} is not a date; write it like 2021-08-26."
        ) from exc
