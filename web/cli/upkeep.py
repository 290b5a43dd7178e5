"""dateline check, rebuild: truth against caches."""

from __future__ import annotations

from typing import Any

import click

from web.cli.group import FAILED, CommandFailed, say
from web.cli.options import json_option, library_options, settings_of
from web.cli.output import counted, echo_json


@click.command()
@click.option("--sample", type=click.IntRange(0), default=100, show_default=True,
              help="How many passages to embed again and compare.")  # fmt: skip
@json_option
@library_options
@click.pass_context
def check(ctx: click.Context, /, sample: int, as_json: bool, **flags: Any) -> None:
    """Compare articles, passages and both indexes; exit code 1 when they differ."""
    from qa.serialize import to_json
    from web.opening import open_corpus

    with open_corpus(settings_of(ctx, **flags), say) as corpus:
        report = corpus.check(sample)
    if as_json:
        echo_json(to_json(report) | {"is_sound": report.is_sound})
    else:
        for problem in report.problems:
            click.echo(problem)
        click.echo(
            f"Checked {counted(report.articles, 'article')}, "
            f"{counted(report.passages, 'passage')}, "
            f"{counted(report.embeddings_checked, 'embedding')}: "
            + ("all sound." if report.is_sound else f"{counted(len(report.problems), 'problem')}. "
               "dateline rebuild makes the indexes anew; an article that is named above is mended "
               "by removing and adding it again.")
        )  # fmt: skip
    if not report.is_sound:
        raise CommandFailed(FAILED)


@click.command()
@json_option
@library_options
@click.pass_context
def rebuild(ctx: click.Context, /, as_json: bool, **flags: Any) -> None:
    """Make both indexes anew from the stored articles.

    With another --embedder every passage is embedded again.
    """
    from web.opening import open_corpus

    with open_corpus(settings_of(ctx, **flags), say, reembed=True) as corpus:
        corpus.rebuild()
        stats = corpus.stats()
    if as_json:
        echo_json(
            {
                "articles": stats.articles,
                "passages": stats.passages,
                "generation": stats.generation,
            }
        )
    else:
        click.echo(
            f"Rebuilt the indexes of {counted(stats.articles, 'article')}, "
            f"{counted(stats.passages, 'passage')}."
        )
