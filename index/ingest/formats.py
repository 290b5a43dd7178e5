"""Which format reads which suffix: one open file to drafts."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from index.errors import InputError, UnreadableFileError
from index.ingest.drafts import make_draft
from index.ingest.html import read_html
from index.ingest.jsonl import Result, read_json, read_jsonl
from index.ingest.markdown import read_markdown
from index.ingest.metadata import Metadata
from index.ingest.mhtml import read_mhtml
from index.ingest.text import read_text

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
_DAMAGE = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error)


def read_stream(
    name: str, stream: BinaryIO, overrides: Metadata, source_path: str | None
) -> Iterator[Result]:
    """The drafts and errors of one open file."""
    try:
        suffix = check_suffix(name)
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


def suffix_of(name: str) -> str:
    """The end of the name that says the format: ".txt", ".jsonl.gz"; empty if there is none."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    if suffixes and suffixes[-1] in _COMPRESSED:
        return "".join(suffixes)
    return suffixes[-1] if suffixes else ""


def _split(suffix: str) -> tuple[str, str]:
    """Format and compression: ".jsonl.gz" is ".jsonl" and ".gz"."""
    packed = next((packed for packed in _COMPRESSED if suffix.endswith(packed)), "")
    return suffix.removesuffix(packed), packed


def check_suffix(name: str) -> str:
    """The suffix of a file that can be read; raises UnreadableFileError."""
    suffix = suffix_of(name)
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
