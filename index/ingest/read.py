"""Files, folders and uploads to drafts.

One bad file, or one bad line of a file, is an IngestError among the drafts; the others
go on. Folders are walked in order of name; hidden files and folders, links to folders and
files of unknown suffix are passed over.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from index.errors import InputError, InvalidArticleError, UnreadableFileError
from index.ingest.formats import SUFFIXES, check_suffix, read_stream, suffix_of
from index.ingest.metadata import NOTHING, Metadata
from index.types import ArticleDraft

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class IngestError:
    """A file, or an article in it, that could not be read, and what to do about it."""

    path: str
    error: str


def drafts_from_path(
    path: Path, overrides: Metadata = NOTHING
) -> Iterator[ArticleDraft | IngestError]:
    """Read a file, or all files of a folder, one article after the other.

    `overrides` stand before what the files say. A title or an address can only be given
    with a single article: with more, one error is all that comes.
    """
    results = _read_path(path, overrides)
    if overrides.names_one_article:
        return _only_one(path, results)
    return results


def count_files(path: Path) -> int:
    """How many files `drafts_from_path` would read."""
    return sum(isinstance(found, Path) for found in _walk(path)) if os.path.isdir(path) else 1


def drafts_from_bytes(name: str, data: bytes, overrides: Metadata = NOTHING) -> list[ArticleDraft]:
    """Read an upload, all of it or none: raises UnreadableFileError or InvalidArticleError."""
    drafts = []
    for result in read_stream(name, BytesIO(data), overrides, None):
        if isinstance(result, InputError):
            raise type(result)(f"{name}: {result}") from result
        drafts.append(result)
        if len(drafts) > 1 and overrides.names_one_article:
            raise InvalidArticleError(f"{name}: {_several()}")
    return drafts


def _only_one(
    path: Path, results: Iterator[ArticleDraft | IngestError]
) -> Iterator[ArticleDraft | IngestError]:
    """Pass one draft on; with a second there is an error instead of both."""
    only: ArticleDraft | None = None
    for result in results:
        if isinstance(result, IngestError):
            yield result
        elif only is not None:
            yield IngestError(str(path), _several())
            return
        else:
            only = result
    if only is not None:
        yield only


def _several() -> str:
    return (
        "it holds several articles, and a title or an address can be given to one only; "
        "leave it out, or add the articles one by one"
    )


def _read_path(path: Path, overrides: Metadata) -> Iterator[ArticleDraft | IngestError]:
    if _ADDRESS.match(str(path)):
        yield IngestError(
            # A path has lost one of the slashes.
            str(path).replace(":/", "://", 1),
            "web addresses are not fetched; save the page and add the file",
        )
    elif os.path.isdir(path):
        yield from _read_folder(path, overrides)
    else:
        yield from _read_file(path, overrides)


def _read_folder(folder: Path, overrides: Metadata) -> Iterator[ArticleDraft | IngestError]:
    is_empty = True
    for found in _walk(folder):
        is_empty = False
        if isinstance(found, IngestError):
            yield found
        else:
            yield from _read_file(found, overrides)
    if is_empty:
        suffixes = ", ".join(SUFFIXES)
        yield IngestError(str(folder), f"the folder holds no articles; Dateline reads {suffixes}")


# Files that describe a folder of articles and are none; given by name they are read.
ABOUT_THE_FOLDER = ("README.", "LICENSE.", "LICENCE.", "CHANGELOG.")


def _walk(folder: Path) -> Iterator[Path | IngestError]:
    """Files of a known suffix under a folder, in order, and folders that cannot be read."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield IngestError(str(folder), _system_error(error))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(".") or _belongs_to_page(entry.name, names):
            continue
        if entry.name.upper().startswith(ABOUT_THE_FOLDER):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif suffix_of(entry.name) in SUFFIXES and not os.path.isdir(entry.path):
            yield Path(entry.path)


def _belongs_to_page(name: str, names: set[str]) -> bool:
    """Whether a folder holds what a browser saved beside "page.html"."""
    page = name.removesuffix("_files")
    return page != name and (f"{page}.html" in names or f"{page}.htm" in names)


def _read_file(path: Path, overrides: Metadata) -> Iterator[ArticleDraft | IngestError]:
    """One file's drafts and errors; never raises."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFileError("it is no regular file; give a file or a folder")
        check_suffix(path.name)
        with path.open("rb") as stream:
            for result in read_stream(path.name, stream, overrides, str(path.resolve())):
                if isinstance(result, InputError):
                    yield IngestError(str(path), str(result))
                else:
                    yield result
    except InputError as error:
        yield IngestError(str(path), str(error))
    except (OSError, ValueError) as error:
        yield IngestError(str(path), _system_error(error))


def _system_error(error: Exception) -> str:
    """Why the system did not give a file, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the path"
    if isinstance(error, PermissionError):
        return "it may not be read; change its permissions"
    return f"it cannot be read ({getattr(error, 'strerror', None) or error})"
