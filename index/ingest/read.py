"""Files, folders and uploads to drafts: which format reads which suffix.

One bad file, or one bad line of a file, is an IngestError among the drafts; the others
go on. Folders are walked in order of name; hidden files and folders, links to folders and
files of unknown suffix are passed over.
"""

from __future__ import annotations

import gzip
import lzma
import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from index.errors import InputError, InvalidArticleError, UnreadableFileError
from index.ingest.drafts import make_draft
from index.ingest.html import read_html
from index.ingest.jsonl import Result, read_json, read_jsonl
from index.ingest.markdown import read_markdown
from index.ingest.metadata import NOTHING, Metadata
from index.ingest.mhtml import read_mhtml
from index.ingest.text import read_text
from index.types import ArticleDraft

# A page of 2,000,000 characters with as much markup and embedded images.
MAX_FILE_BYTES = 16 * 2**20

_ONE_ARTICLE: dict[str, Callable[[bytes], tuple[str, Metadata]]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
}
_LINES = (".jsonl", ".ndjson")
_COMPRESSED: dict[str, tuple[Callable[[BinaryIO], object], bytes]] = {
    ".gz": (gzip.open, b"\x1f\x8b"),
    ".xz": (lzma.open, b"\xfd7zXZ\x00"),
}
SUFFIXES = (
    *_ONE_ARTICLE,
    *(f"{kind}{packed}" for kind in (".json", *_LINES) for packed in ("", *_COMPRESSED)),
)
_LATER = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".xml", ".rss", ".csv")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/", re.IGNORECASE)
_DAMAGE = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error)


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
    return sum(isinstance(found, Path) for found in _walk(path)) if path.is_dir() else 1


def drafts_from_bytes(name: str, data: bytes, overrides: Metadata = NOTHING) -> list[ArticleDraft]:
    """Read an upload, all of it or none: raises UnreadableFileError or InvalidArticleError."""
    drafts = []
    for result in _read_stream(Path(name), BytesIO(data), overrides, None):
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
            str(path), "web addresses are not fetched; save the page and add the file"
        )
    elif path.is_dir():
        for found in _walk(path):
            if isinstance(found, IngestError):
                yield found
            else:
                yield from _read_file(found, overrides)
    else:
        yield from _read_file(path, overrides)


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
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif _suffix(Path(entry.name)) in SUFFIXES and not entry.is_dir():
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
        _format(path)
        with path.open("rb") as stream:
            for result in _read_stream(path, stream, overrides, str(path.resolve())):
                if isinstance(result, InputError):
                    yield IngestError(str(path), str(result))
                else:
                    yield result
    except InputError as error:
        yield IngestError(str(path), str(error))
    except (OSError, ValueError) as error:
        yield IngestError(str(path), _system_error(error))


def _read_stream(
    path: Path, stream: BinaryIO, overrides: Metadata, source_path: str | None
) -> Iterator[Result]:
    """The drafts and errors of one open file."""
    try:
        suffix = _format(path)
        kind, packed = (suffix, "") if suffix in _ONE_ARTICLE else _split(suffix)
        if packed:
            stream = _unpacked(stream, packed)
        if kind in _ONE_ARTICLE:
            text, found = _ONE_ARTICLE[kind](_read_whole(stream))
            yield make_draft(text, found, overrides, source_path)
        elif kind in _LINES:
            yield from read_jsonl(stream, overrides)
        else:
            yield from read_json(stream, overrides, source_path)
    except InputError as error:
        yield error
    except _DAMAGE:
        yield UnreadableFileError("the archive is damaged; what came before was read")


def _suffix(path: Path) -> str:
    """The end of the name that says the format: ".txt", ".jsonl.gz"; empty if there is none."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in _COMPRESSED:
        return "".join(suffixes)
    return suffixes[-1] if suffixes else ""


def _split(suffix: str) -> tuple[str, str]:
    """Format and compression: ".jsonl.gz" is ".jsonl" and ".gz"."""
    packed = next((packed for packed in _COMPRESSED if suffix.endswith(packed)), "")
    return suffix.removesuffix(packed), packed


def _format(path: Path) -> str:
    """The suffix of a file that can be read; raises UnreadableFileError."""
    suffix = _suffix(path)
    if suffix in SUFFIXES:
        return suffix
    if suffix in _LATER:
        problem = f"{suffix} files are not supported yet"
    else:
        problem = f"{suffix} is no known suffix" if suffix else "its name has no suffix"
    raise UnreadableFileError(f"{problem}; give one of {', '.join(SUFFIXES)}")


def _unpacked(stream: BinaryIO, packed: str) -> BinaryIO:
    opener, signature = _COMPRESSED[packed]
    if stream.read(len(signature)) != signature:
        raise UnreadableFileError(f"it is no {packed} archive; unpack it, or correct its name")
    stream.seek(0)
    return cast(BinaryIO, opener(stream))


def _read_whole(stream: BinaryIO) -> bytes:
    data = stream.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableFileError(
            f"it is longer than {MAX_FILE_BYTES:,} bytes; split it into several articles"
        )
    if not data.strip():
        raise UnreadableFileError("it is empty; give a file with an article in it")
    return data


def _system_error(error: Exception) -> str:
    """Why the system did not give a file, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the path"
    if isinstance(error, PermissionError):
        return "it may not be read; change its permissions"
    return f"it cannot be read ({getattr(error, 'strerror', None) or error})"
