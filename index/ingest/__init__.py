"""Files, uploads and JSON to article drafts; one format a module.

Knows nothing of the library that the drafts go into.
"""

from index.ingest.fields import draft_from_fields
from index.ingest.formats import SUFFIXES
from index.ingest.metadata import Metadata
from index.ingest.published import parse_day
from index.ingest.read import (
    IngestError,
    count_files,
    drafts_from_bytes,
    drafts_from_path,
)

__all__ = [
    "SUFFIXES",
    "IngestError",
    "Metadata",
    "count_files",
    "draft_from_fields",
    "drafts_from_bytes",
    "drafts_from_path",
    "parse_day",
]
