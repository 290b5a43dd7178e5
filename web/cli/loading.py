"""dateline add: files and folders into the library."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from web.cli.group import FAILED, CommandFailed, say
from web.cli.options import day_of, json_option, library_options, settings_of
from web.cli.output import counted, echo_json, plain
from web.cli.progress import LoadProgress, load_progress

if TYPE_CHECKING:
    from index.corpus import Corpus
    from index.ingest import Metadata
    from index.types import AddResult, ArticleDraft

INTERRUPTED = "Stopped. What was added stays; the same command again goes on where it stopped."


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True,
                type=click.Path(path_type=Path))  # fmt: skip
@click.option("--title", help="Title of the article; for a path that holds one.")
@click.option("--publisher", help="Who published the articles.")
@click.option("--published-at", metavar="DATE", help="When the articles were published.")
@click.option("--url", help="Where the article stood; for a path that holds one.")
@click.option("--author", help="Who wrote the articles.")
@json_option
@library_options
@click.pass_context
def add(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    title: str | None,
    publisher: str | None,
    published_at: str | None,
    url: str | None,
    author: str | None,
    as_json: bool,
    **flags: Any,
) -> None:
    """Add files and folders: text, Markdown, HTML, JSON and JSON Lines.

    What the flags say wins over what a file says of itself. A file that cannot be read is
    named, the others are added, and the exit code is 1.
    """
    if (title or url) and len(paths) > 1:
        raise click.UsageError("--title and --url are for one article; name one path with them.")

    from index.ingest import Metadata, count_files
    from web.opening import open_corpus

    day = day_of(published_at, "--published-at")
    about = Metadata(title=title, publisher=publisher, url=url, author=author, published_at=day)
    files = sum(count_files(path) for path in paths)
    with open_corpus(settings_of(ctx, **flags), say) as corpus:
        load = Load(corpus, about)
        try:
            with load_progress(files) as progress:
                load.run(paths, progress)
        except KeyboardInterrupt:
            say(INTERRUPTED)
            raise CommandFailed(FAILED) from None
        summary = load.summary()
    if as_json:
        echo_json(summary)
    else:
        click.echo(_summary_line(summary))
    if load.failures:
        raise CommandFailed(FAILED)


@dataclass(slots=True)
class Load:
    """One run of `add`: drafts stream through it, failures and counts stay."""

    corpus: Corpus
    about: Metadata
    failures: list[dict[str, str]] = field(default_factory=list)
    results: list[AddResult] = field(default_factory=list)
    _waiting: deque[str] = field(default_factory=deque)
    _passages_before: int = 0
    _started: float = 0.0

    def run(self, paths: tuple[Path, ...], progress: LoadProgress) -> None:
        """Add everything below the paths; tell of failures as they come."""
        from index.types import Filters

        self._started = time.monotonic()
        self._passages_before = self.corpus.matching_passages(Filters())

        self.corpus.add(self._drafts(paths, progress), self._settle)

    def summary(self) -> dict[str, Any]:
        """Say what became of everything, as --json prints it."""
        from qa.serialize import to_json

        statuses = Counter(result.status for result in self.results)
        seconds = time.monotonic() - self._started
        passages = self._passages()
        return {
            "articles": [to_json(result) for result in self.results],
            **{status: statuses[status] for status in ("added", "updated", "unchanged")},
            "failed": len(self.failures),
            "failures": self.failures,
            "passages": passages,
            "seconds": round(seconds, 3),
            "passages_per_second": round(max(passages, 0) / max(seconds, 1e-9), 1),
        }

    def _drafts(self, paths: tuple[Path, ...], progress: LoadProgress) -> Iterator[ArticleDraft]:
        """Read the files one after the other; never more than a batch is held.

        The corpus asks for the next draft once it has settled the batch before: the time to
        tell of progress.
        """
        from index.ingest import drafts_from_path
        from index.types import ArticleDraft

        for path in paths:
            for item in drafts_from_path(path, self.about):
                if not isinstance(item, ArticleDraft):
                    self._fail(item.path, item.error)
                    continue
                if progress.is_due():
                    progress.tell(len(self.results), self._passages())
                self._waiting.append(item.source_path or f"{path}: {item.title}")
                yield item

    def _settle(self, result: AddResult) -> None:
        source = self._waiting.popleft()
        self.results.append(result)
        if result.status == "failed":
            self._fail(source, result.error or "It could not be stored.")

    def _fail(self, path: str, error: str) -> None:
        self.failures.append({"path": path, "error": error})
        said = error if path in error else f"{path}: {error}"
        say(f"Not added: {plain(said)}")

    def _passages(self) -> int:
        from index.types import Filters

        return self.corpus.matching_passages(Filters()) - self._passages_before


def _summary_line(summary: dict[str, Any]) -> str:
    parts = [f"Added {counted(summary['added'], 'article')}"]
    parts += [
        f"{status} {summary[status]:,}"
        for status in ("updated", "unchanged", "failed")
        if summary[status]
    ]
    speed = f"{summary['passages_per_second']:,.0f} passages/s"
    return (
        f"{', '.join(parts)}; {counted(summary['passages'], 'passage')} more, {speed}, "
        f"{summary['seconds']:.1f} s."
    )
