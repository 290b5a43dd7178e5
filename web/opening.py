"""Opening a library and the models for it, once, by the shell that runs.

Nothing heavy is imported before something is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from web.settings import Settings

if TYPE_CHECKING:
    from index.corpus import Corpus
    from qa.calibration import Calibration
    from qa.pipeline import Pipeline

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A library and the pipeline that answers from it; closes with the library."""

    corpus: Corpus
    pipeline: Pipeline

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.corpus.close()


def open_corpus(
    settings: Settings, progress: Progress | None = None, *, reembed: bool = False
) -> Corpus:
    """Open the library of the settings, creating it if there is none.

    With `reembed`, a library made with another model is embedded anew, not refused.
    """
    from index.corpus import Corpus
    from index.embedding import open_embedder

    config = settings.index
    embedder = open_embedder(config.embedder, config.threads, progress)
    told = _counting(progress) if progress and reembed else None
    return Corpus.open(config, embedder, reembed=reembed, progress=told)


def open_all(settings: Settings, progress: Progress | None = None) -> Opened:
    """Open library and reader side by side: in turn they would take twice as long."""
    from qa.pipeline import Pipeline
    from qa.reader import open_reader

    calibration = calibration_of(settings.qa.reader)

    with ThreadPoolExecutor(max_workers=1) as pool:
        opening = pool.submit(open_reader, settings.qa)
        corpus = open_corpus(settings, progress)
        try:
            return Opened(corpus, Pipeline(corpus, opening.result(), calibration, settings.qa))
        except BaseException:
            corpus.close()
            raise


def calibration_of(reader: str) -> Calibration:
    """The calibration in the reader's folder; the built-in reader's where there is none."""
    from index.onnx_files import shipped_folder
    from qa.calibration import FILE, load

    folder = Path(reader)
    return load(folder if (folder / FILE).is_file() else shipped_folder("reader"))


def _counting(progress: Progress) -> Callable[[int, int], None]:
    """Tell of every tenth of the way."""

    def tell(done: int, total: int) -> None:
        if done * 10 // total > (done - 1) * 10 // total:
            progress(f"Embedded {done:,} of {total:,} articles.")

    return tell
