"""dateline list, show, remove: what the library holds."""

from __future__ import annotations

from typing import Any

import click

from web.cli.options import json_option, library_options, settings_of
from web.cli.output import counted, echo_json, plain


@click.command("list")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True,
              help="How many articles to show.")  # fmt: skip
@click.option("--cursor", help="Go on after an earlier list: its next_cursor.")
@json_option
@library_options
@click.pass_context
def list_articles(
    ctx: click.Context, /, limit: int, cursor: str | None, as_json: bool, **flags: Any
) -> None:
    """List the articles of the library, newest published first."""
    from qa.serialize import list_page
    from web.opening import open_corpus

    with open_corpus(settings_of(ctx, **flags)) as corpus:
        page = corpus.articles(limit, cursor)
    if as_json:
        echo_json(list_page(page.articles, page.next_cursor, page.total))
        return
    for article in page.articles:
        day = article.published_at or "no date   "
        publisher = f"  ({plain(article.publisher)})" if article.publisher else ""
        click.echo(f"{article.id}  {day}  {plain(article.title)}{publisher}")
    if not page.total:
        click.echo("The library is empty; add articles with: dateline add PATH")
    elif page.next_cursor:
        click.echo(
            f"{counted(len(page.articles), 'article')} of {page.total:,}; "
            f"more with --cursor {page.next_cursor}"
        )


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--version", type=click.IntRange(1), help="An earlier version of the article.")
@json_option
@library_options
@click.pass_context
def show(
    ctx: click.Context, /, article_id: str, version: int | None, as_json: bool, **flags: Any
) -> None:
    """Show an article with its text."""
    from qa.serialize import to_json
    from web.opening import open_corpus

    with open_corpus(settings_of(ctx, **flags)) as corpus:
        article = corpus.article(article_id, version)
    if as_json:
        echo_json(to_json(article))
        return
    click.echo(plain(article.title))
    about = {
        "id": article.id,
        "version": article.version,
        "publisher": article.publisher,
        "published": article.published_at,
        "author": article.author,
        "url": article.url,
        "sha256": article.sha256,
    }
    for name, value in about.items():
        if value is not None:
            click.echo(f"{name + ':':<11}{plain(str(value))}")
    click.echo()
    click.echo(plain(article.text))


@click.command()
@click.argument("article_ids", metavar="ID…", nargs=-1, required=True)
@json_option
@library_options
@click.pass_context
def remove(
    ctx: click.Context, /, article_ids: tuple[str, ...], as_json: bool, **flags: Any
) -> None:
    """Remove articles. With an unknown id among them, none is removed."""
    from web.opening import open_corpus

    with open_corpus(settings_of(ctx, **flags)) as corpus:
        removed = corpus.remove(article_ids)
    if as_json:
        echo_json({"removed": removed})
    else:
        click.echo(f"Removed {counted(removed, 'article')}.")
