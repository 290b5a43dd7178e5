"""How far loading is: a bar on a terminal, a line now and then elsewhere; on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from web.cli.group import say
from web.cli.output import counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

LINE_EVERY_S = 10.0
BAR_EVERY_S = 0.2


class LoadProgress(Protocol):
    """Told after every article; a context manager, so that a bar is cleaned up."""

    def __enter__(self) -> LoadProgress: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def is_due(self) -> bool:
        """Say whether it is time to tell again."""

    def tell(self, articles: int, passages: int) -> None:
        """Tell how many articles are done, and how many passages were made of them."""


def load_progress(files: int) -> LoadProgress:
    """Make the progress for so many files; a single file may hold any number of articles."""
    return BarProgress(files) if sys.stderr.isatty() else LineProgress()


class LineProgress:
    """Prints a line every ten seconds."""

    def __init__(self) -> None:
        self._started = self._told = time.monotonic()

    def __enter__(self) -> LineProgress:
        return self

    def __exit__(self, *exc_info: object) -> None:
        return None

    def is_due(self) -> bool:
        return time.monotonic() - self._told >= LINE_EVERY_S

    def tell(self, articles: int, passages: int) -> None:
        self._told = time.monotonic()
        rate = passages / max(self._told - self._started, 1e-9)
        say(_words(articles, passages, rate))


class BarProgress:
    """Draws a bar; it only pulses while nobody knows how many articles will come."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._told = 0.0
        self._bar: Progress
        self._task: TaskID

    def __enter__(self) -> BarProgress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        self._started = time.monotonic()
        self._bar = Progress(
            TextColumn("Adding"),
            BarColumn(),
            TextColumn("{task.fields[words]}"),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        total = self._files if self._files > 1 else None
        self._task = self._bar.add_task("", total=total, words="reading …")
        self._bar.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._bar.stop()

    def is_due(self) -> bool:
        return time.monotonic() - self._told >= BAR_EVERY_S

    def tell(self, articles: int, passages: int) -> None:
        self._told = time.monotonic()
        rate = passages / max(self._told - self._started, 1e-9)
        total = self._files if self._files > 1 and articles <= self._files else None
        words = _words(articles, passages, rate)
        self._bar.update(self._task, completed=articles, total=total, words=words)


def _words(articles: int, passages: int, rate: float) -> str:
    return f"{counted(articles, 'article')}, {counted(passages, 'passage')}, {rate:,.0f} a second"
