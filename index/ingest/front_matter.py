"""The "---" block of YAML at the head of a text: metadata in known fields.

Values stay the strings that were written; dates and names are read elsewhere.
"""

from __future__ import annotations

import re

from index.errors import InvalidArticleError
from index.ingest.fields import is_metadata, metadata_from_fields
from index.ingest.metadata import Metadata

# Characters. Longer blocks are no metadata, and hostile YAML costs time.
MAX_BLOCK_CHARACTERS = 20_000

_BLOCK = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"([A-Za-z][\w \t-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """Take the block off a text with unified line ends; without one the text stays whole.

    Raises InvalidArticleError for a value that cannot be, such as an impossible date.
    """
    match = _BLOCK.match(text, 0, MAX_BLOCK_CHARACTERS)
    if match is None:
        return Metadata(), text
    fields = _fields(match[1])
    if not fields:
        return Metadata(), text
    try:
        found = metadata_from_fields(fields)
    except InvalidArticleError as error:
        raise InvalidArticleError(f"front matter: {error}") from error
    return found, text[match.end() :].lstrip("\n")


def _fields(block: str) -> dict[str, object]:
    """The block's fields; none where it is text between two rules."""
    values = _yaml(block)
    if values is None:
        # People write "title: Daraa: the siege", which is no YAML.
        pairs = [match.groups() for match in map(_FIELD.match, block.split("\n")) if match]
        values = {name: (value or "").strip(" \t\"'") for name, value in pairs}
    return values if any(map(is_metadata, values)) else {}


def _yaml(block: str) -> dict[str, object] | None:
    """The block as a YAML mapping, None if it is none."""
    import yaml  # only files with such a block need it

    try:
        # BaseLoader builds strings, lists and mappings, nothing else.
        values = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(values, dict):
        return None
    return {name: value for name, value in values.items() if isinstance(name, str)}
