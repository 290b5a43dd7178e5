"""The group of commands, and how every failure ends: a sentence and an exit code.

Exit codes: 0 done, 1 failed, 2 wrong use. With --json a failure is a problem object on
standard error.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from index.errors import (
    DatelineError,
    InvalidFilterError,
    InvalidQuestionError,
    InvalidSettingError,
)
from web.problems import problem_object, slug_of

WRONG_USE = (InvalidSettingError, InvalidFilterError, InvalidQuestionError)
DONE, FAILED, WRONGLY_USED = 0, 1, 2


class CommandFailed(Exception):
    """A command failed and has said so already."""


class ReportingGroup(click.Group):
    """Ends the process with the contract's exit codes, whatever a command raises."""

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> None:
        given = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        run = super().main
        sys.exit(_exit_code(lambda: run(given, prog_name, **extra), given))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the order in which the commands are used, not the alphabet's."""
        return list(self.commands)


@click.group(cls=ReportingGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that holds the library (or DATELINE_HOME).",
)
@click.version_option(package_name="dateline", message="dateline %(version)s")
@click.pass_context
def cli(ctx: click.Context, /, home: Path | None) -> None:
    """Answers questions over news articles with quotations: who said it, when, and where.

    Every setting is also an environment variable: DATELINE_HOME, DATELINE_THREADS, …
    """
    ctx.obj = {"home": home}


def say(text: str) -> None:
    """Print a line for the user on standard error, where no program reads."""
    click.echo(text, err=True)


def _exit_code(run: Any, args: Sequence[str]) -> int:
    try:
        code = run()
        return code if isinstance(code, int) else DONE
    except CommandFailed:
        return FAILED
    except click.UsageError as exc:
        if "--json" in args:
            _say_problem("usage", "Wrong use", exc.format_message())
        else:
            exc.show()
        return WRONGLY_USED
    except click.ClickException as exc:
        exc.show()
        return FAILED
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("Stopped.")
        return FAILED
    except BrokenPipeError:
        # The reader of our output has gone; Python must not try to flush into it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except DatelineError as exc:
        return _say_error(exc, args)


def _say_error(error: DatelineError, args: Sequence[str]) -> int:
    is_wrong_use = isinstance(error, WRONG_USE)
    if "--json" in args:
        title = "Wrong use" if is_wrong_use else "Failed"
        _say_problem(slug_of(type(error)), title, str(error))
    else:
        say(f"Error: {error}")
    return WRONGLY_USED if is_wrong_use else FAILED


def _say_problem(slug: str, title: str, detail: str) -> None:
    """Print a problem where a program with --json reads: standard output."""
    click.echo(json.dumps(problem_object(slug, title, detail), ensure_ascii=False))
