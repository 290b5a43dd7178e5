"""Plain text files: the text as it stands, with an optional front-matter block."""

from __future__ import annotations

import json

from index.ingest.decode import binary_kind, decode, markup_kind, refuse
from index.ingest.drafts import unify_line_ends
from index.ingest.front_matter import split_front_matter
from index.ingest.metadata import Metadata


def read_text(data: bytes) -> tuple[str, Metadata]:
    """Return the text and what its block says; raises UnreadableFileError."""
    refuse(binary_kind(data) or markup_kind(data) or json_kind(data), "plain text")
    found, text = split_front_matter(unify_line_ends(decode(data)))
    return text, found


def json_kind(data: bytes) -> str | None:
    """ "a JSON file" if bytes are a JSON object or a list of objects."""
    if not data[:200].lstrip().startswith((b"{", b"[")):
        return None
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    is_json = isinstance(value, dict) or any(isinstance(part, dict) for part in value)
    return "a JSON file" if is_json else None
