"""Bytes to characters, and what bytes look like when they are not the text they claim.

A byte-order mark decides; then UTF-8, which no other encoding resembles by accident; then
what a page declares; then the encodings of older files. Never replaces a character that
it cannot read. Does not know articles.
"""

from __future__ import annotations

import codecs
import re

from index.errors import UnreadableFileError

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"bplist0", "a property list"),
)
_MARKUP = (
    (re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE), "an HTML page"),
    (re.compile(rb"<\?xml\b"), "an XML file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x08")) + b"\x7f"
# Share of control characters above which bytes are no text; typewritten ones have none.
_MAX_CONTROL_SHARE = 0.005
# Share of non-ASCII bytes below which an unmarked 8-bit text is Western European: French
# has 5 %, a short phrase may have more, Greek and Cyrillic have over 60 %.
_MAX_WESTERN_SHARE = 0.3
_UTF8_PAIR = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


def binary_kind(data: bytes) -> str | None:
    """What bytes look like when they are no text: "a PNG image"; None when they may be text."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return None
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MAX_CONTROL_SHARE * len(data):
        return "binary data"
    return None


def markup_kind(data: bytes) -> str | None:
    """Whether text is "an HTML page" or "an XML file"; None when it is neither."""
    head = data[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    return next((kind for pattern, kind in _MARKUP if pattern.match(head)), None)


def refuse(looks_like: str | None, expected: str) -> None:
    """Raise UnreadableFileError if bytes look like something other than `expected`."""
    if looks_like is not None:
        raise UnreadableFileError(
            f"it looks like {looks_like}, not like {expected}; "
            "give the file the suffix of what it is, or save it as text"
        )


def decode(data: bytes, declared: str | None = None) -> str:
    """Read bytes as text; `declared` is the encoding that an HTML page names.

    Raises UnreadableFileError where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    if own := _text_encoding(declared):
        try:
            return data.decode(own)
        except UnicodeDecodeError:
            pass
    if _UTF8_PAIR.search(data) and not _is_mostly_broken(data):
        raise UnreadableFileError(
            f"byte {position:,} is damaged: the rest is UTF-8; save the file again as UTF-8"
        )
    return _decode_unmarked(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"byte {error.start:,} is not valid {encoding.upper()}; save the file as UTF-8"
        ) from error


def _text_encoding(declared: str | None) -> str | None:
    """The declared encoding if it is one of text other than UTF-8."""
    if not declared:
        return None
    try:
        found = codecs.lookup(declared)
        is_text = isinstance(found.decode(b"")[0], str)
    except (LookupError, ValueError, TypeError):
        return None
    # Browsers read the ASCII and Latin-1 labels as Windows-1252.
    name = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found.name, found.name)
    return name if is_text and name != "utf-8" else None


def _is_mostly_broken(data: bytes) -> bool:
    """Whether more bytes break UTF-8 than make it up."""
    good = sum(len(match.group()) for match in _UTF8_PAIR.finditer(data))
    return 2 * good < len(data.translate(None, bytes(range(128))))


def _decode_unmarked(data: bytes) -> str:
    """Windows-1252 where few bytes are not ASCII, else what the statistics say."""
    high = len(data.translate(None, bytes(range(128))))
    if high <= _MAX_WESTERN_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # rarely needed, and slow to load

    best = from_bytes(data).best()
    if best is None:
        raise UnreadableFileError("its encoding is unknown; save the file as UTF-8")
    return str(best)
