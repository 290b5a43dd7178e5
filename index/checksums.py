"""Checksums of the files of a folder, so that damage is noticed before it is read.

Knows files that are written once and never changed. Files that were not there when the sums
were taken, and files that have gone since, say nothing.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path

SUMS = "checksums.json"


def write(folder: Path, suffixes: tuple[str, ...]) -> None:
    """Take the sums of all files with one of the suffixes; known ones are taken over."""
    known = _read(folder)
    files = [path for path in folder.iterdir() if path.suffix in suffixes]
    sums = {path.name: known.get(path.name) or crc32(path) for path in files}
    partial = folder / f"{SUMS}.{os.getpid()}"
    partial.write_text(json.dumps(sums), "utf-8")
    os.replace(partial, folder / SUMS)


def damaged(folder: Path) -> list[str]:
    """The names of files whose content does not have its sum."""
    sums = _read(folder).items()
    return [name for name, wanted in sums if _differs(folder / Path(name).name, wanted)]


def crc32(path: Path) -> int:
    """The CRC-32 of a file's bytes."""
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(1 << 22):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _differs(path: Path, wanted: int) -> bool:
    try:
        return crc32(path) != wanted
    except FileNotFoundError:
        return False


def _read(folder: Path) -> dict[str, int]:
    try:
        stored = json.loads((folder / SUMS).read_text("utf-8"))
        return {str(name): int(value) for name, value in stored.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
