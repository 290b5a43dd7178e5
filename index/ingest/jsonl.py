"""JSON and JSONL of articles. JSONL is read line by line, however long the file is.

A bad article is an error that names its line, and the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from index.errors import InputError, InvalidArticleError, UnreadableFileError
from index.ingest.decode import binary_kind, decode, markup_kind, refuse
from index.ingest.fields import draft_from_fields
from index.ingest.metadata import Metadata
from index.types import ArticleDraft

# An article of 2,000,000 characters, each written as \uXXXX.
MAX_LINE_BYTES = 16 * 2**20
# A JSON file is held in memory whole; JSONL is not.
MAX_JSON_BYTES = 256 * 2**20
MAX_JSONL_BYTES = 16 * 2**30
# A file with so many bad lines one after the other is no JSONL.
MAX_BAD_LINES = 100
_HEAD_BYTES = 1000
_EMPTY = 'it holds no articles; write objects such as {"title": "…", "text": "…"}'

Result = ArticleDraft | InputError


def read_json(
    stream: BinaryIO, overrides: Metadata, source_path: str | None = None
) -> Iterator[Result]:
    """Yield the articles of one object, a list, or an object with a list `articles`.

    `source_path` is kept only by a file of one object. Raises UnreadableFileError.
    """
    data = stream.read(MAX_JSON_BYTES + 1)
    if len(data) > MAX_JSON_BYTES:
        raise UnreadableFileError(
            f"it is longer than {MAX_JSON_BYTES:,} bytes; save it as JSONL, one article a line"
        )
    refuse(binary_kind(data[:_HEAD_BYTES]) or markup_kind(data), "JSON")
    text = decode(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from read_jsonl(BytesIO(text.encode()), overrides)  # JSONL named .json
            return
        raise UnreadableFileError(
            f"it is not valid JSON ({_reason(error)}); correct it, or save the text as .txt"
        ) from error
    if isinstance(value, Mapping) and not isinstance(value.get("articles"), list):
        yield _draft(value, overrides, source_path)
        return
    articles = value["articles"] if isinstance(value, Mapping) else value
    if not isinstance(articles, list) or not articles:
        raise UnreadableFileError(_EMPTY)
    for number, fields in enumerate(articles, start=1):
        yield _draft(fields, overrides, place=f"article {number}: ")


def read_jsonl(stream: BinaryIO, overrides: Metadata) -> Iterator[Result]:
    """Yield the article, or the error, of each line that is not blank.

    Raises UnreadableFileError for a file that is no JSONL or longer than allowed.
    """
    read_bytes = bad_lines = number = articles = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        read_bytes += len(line)
        if number == 1:
            refuse(binary_kind(line[:_HEAD_BYTES]) or markup_kind(line), "JSONL")
        if read_bytes > MAX_JSONL_BYTES:
            raise UnreadableFileError(f"it is longer than {MAX_JSONL_BYTES:,} bytes; split it")
        if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            read_bytes += _skip_line(stream)
            result: Result = InvalidArticleError(
                f"line {number}: longer than {MAX_LINE_BYTES:,} bytes; split the article"
            )
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            result = _read_line(line, number, overrides)
        else:
            continue
        articles += 1
        bad_lines = bad_lines + 1 if isinstance(result, InputError) else 0
        yield result
        if bad_lines >= MAX_BAD_LINES:
            raise UnreadableFileError(
                f"gave up at line {number}: {bad_lines} bad lines in a row; "
                "write one JSON object a line"
            )
    if not articles:
        raise UnreadableFileError(_EMPTY)


def _skip_line(stream: BinaryIO) -> int:
    """Read on to the end of an over-long line; return how many bytes that took."""
    skipped = 0
    while line := stream.readline(MAX_LINE_BYTES):
        skipped += len(line)
        if line.endswith(b"\n") or skipped > MAX_JSONL_BYTES:
            break
    return skipped


def _read_line(line: bytes, number: int, overrides: Metadata) -> Result:
    place = f"line {number}: "
    try:
        return _draft(json.loads(line.decode("utf-8-sig")), overrides, place=place)
    except UnicodeDecodeError:
        return InvalidArticleError(f"{place}not valid UTF-8; save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        return InvalidArticleError(f"{place}not valid JSON ({_reason(error)})")


def _draft(
    fields: object, overrides: Metadata, source_path: str | None = None, place: str = ""
) -> Result:
    """One article's draft, or what is wrong with it."""
    if not isinstance(fields, Mapping):
        return InvalidArticleError(
            f'{place}not an article; write an object such as {{"title": "…", "text": "…"}}'
        )
    try:
        return draft_from_fields(fields, overrides, source_path)
    except InvalidArticleError as error:
        return InvalidArticleError(f"{place}{error}")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg}, line {error.lineno}, column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number is too long"
