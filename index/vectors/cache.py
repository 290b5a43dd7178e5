"""The vector index on disk: one FAISS file and the stamp that vouches for it.

The stamp names the file, its checksum, the generation it holds and the model it was made
with. The file is written first under a new name, then the stamp replaces the old one in one
step, so a stamp never points at half a file.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from index.checksums import crc32
from index.vectors.faiss_index import FaissIndex

log = logging.getLogger(__name__)

STAMP = "stamp.json"
METRIC = "cosine"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a saved vector index holds."""

    file: str
    crc32: int
    generation: int
    embedder: str
    dim: int
    passages: int
    metric: str = METRIC


def save(folder: Path, index: FaissIndex, generation: int, embedder: str) -> Stamp:
    """Write index and stamp into the folder and drop older files."""
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"partial-{os.getpid()}.faiss"
    index.write(partial)
    checksum = crc32(partial)
    path = folder / f"{generation}-{checksum:08x}.faiss"
    os.replace(partial, path)
    stamp = Stamp(path.name, checksum, generation, embedder, index.dim, len(index))
    _replace(folder / STAMP, json.dumps(asdict(stamp), indent=1))
    for old in folder.glob("*.faiss"):
        if old.name != path.name:
            old.unlink(missing_ok=True)
    return stamp


def load(folder: Path, embedder: str, dim: int) -> tuple[FaissIndex, Stamp] | None:
    """Read the saved index; None when there is none, or it is damaged or of another model."""
    stamp = read_stamp(folder)
    if stamp is None:
        return None
    if (stamp.embedder, stamp.dim, stamp.metric) != (embedder, dim, METRIC):
        log.warning("vector index was made with %s: rebuilding it", stamp.embedder)
        return None
    path = folder / stamp.file
    try:
        if crc32(path) != stamp.crc32:
            raise RuntimeError("its checksum is wrong")
        index = FaissIndex.read(path, dim)
        if len(index) != stamp.passages:
            raise RuntimeError(f"it holds {len(index)} passages, not {stamp.passages}")
    except (OSError, RuntimeError) as exc:
        log.warning("vector index %s cannot be used (%s): rebuilding it", stamp.file, exc)
        return None
    return index, stamp


def read_stamp(folder: Path) -> Stamp | None:
    """Read the stamp; None when it is missing or unreadable."""
    try:
        fields = json.loads((folder / STAMP).read_text("utf-8"))
        stamp = Stamp(**fields)
    except (OSError, ValueError, TypeError):
        return None
    return stamp if Path(stamp.file).name == stamp.file else None


def _replace(path: Path, text: str) -> None:
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    partial.write_text(text, "utf-8")
    os.replace(partial, path)
