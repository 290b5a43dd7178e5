"""Folders of model files: a manifest of sha256 sums, checked before anything is loaded.

A folder is complete when its `manifest.json` stands, and sound when every file has the
sum that the manifest gives. Knows where shipped models and exported ones live; knows
nothing of what the files mean.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

from index.errors import ModelError

MANIFEST = "manifest.json"
LEFTOVER_AGE_S = 3600.0


def shipped_folder(name: str) -> Path:
    """The folder of a model that comes with the project: `models/<name>`."""
    return Path(__file__).resolve().parent.parent / "models" / name


def cache_folder() -> Path:
    """Where exported models are kept: `DATELINE_CACHE`, else the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("dateline"))


def sha256_of(path: Path) -> str:
    """The sha256 of a file, in hexadecimal (about 50 ms for 90 MB)."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> dict[str, dict[str, str]]:
    """Read `{role: {"file": name, "sha256": sum}}`. ModelError if missing or malformed."""
    path = folder / MANIFEST
    try:
        roles = json.loads(path.read_text("utf-8"))["files"]
        return {
            role: {"file": str(entry["file"]), "sha256": str(entry["sha256"])}
            for role, entry in roles.items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as exc:
        raise ModelError(f"The model folder {folder} has no readable {MANIFEST}: {exc}") from exc


def sound_files(folder: Path, *roles: str) -> dict[str, Path]:
    """The files of a folder by role, their sums checked; all roles if none are named.

    Raises ModelError for the first file that is missing or does not have its sum.
    """
    manifest = read_manifest(folder)
    return {role: _sound_file(folder, role, manifest) for role in roles or tuple(manifest)}


def _sound_file(folder: Path, role: str, manifest: Mapping[str, Mapping[str, str]]) -> Path:
    if role not in manifest:
        raise ModelError(f"The manifest of {folder} names no file for {role}.")
    path = folder / Path(manifest[role]["file"]).name
    try:
        found = sha256_of(path)
    except OSError as exc:
        raise ModelError(f"The model file {path} cannot be read: {exc}") from exc
    if found != manifest[role]["sha256"]:
        raise ModelError(
            f"The model file {path} is damaged: its sha256 is {found[:12]}…, "
            f"not {manifest[role]['sha256'][:12]}…"
        )
    return path


def publish(folder: Path, files: Mapping[str, Path]) -> None:
    """Move new files into a folder and make its manifest name them.

    Files are named by their sum and the manifest is replaced last, so another process
    sees the old set or the new one, never a mixture. Raises OSError when the folder
    cannot be written.
    """
    sums = {role: sha256_of(path) for role, path in files.items()}
    entries = {
        role: {"file": f"{role}-{sums[role][:16]}{path.suffix}", "sha256": sums[role]}
        for role, path in files.items()
    }
    for role, path in files.items():
        os.replace(path, folder / entries[role]["file"])
    _write_entries(folder, entries)
    _remove_leftovers(folder, {entry["file"] for entry in entries.values()} | {MANIFEST})


def write_manifest(folder: Path, files: Mapping[str, str]) -> None:
    """Name the files of a folder, `{role: file name}`, with their present sums."""
    entries = {
        role: {"file": name, "sha256": sha256_of(folder / name)} for role, name in files.items()
    }
    _write_entries(folder, entries)


def _write_entries(folder: Path, entries: Mapping[str, Mapping[str, str]]) -> None:
    write_atomically(folder / MANIFEST, json.dumps({"files": entries}, indent=2) + "\n")


def _remove_leftovers(folder: Path, kept: set[str]) -> None:
    """Delete old files that no manifest names; young ones may be another process's work."""
    before = time.time() - LEFTOVER_AGE_S
    for path in folder.iterdir():
        # Another process may take a file away at any moment.
        with suppress(FileNotFoundError):
            if path.name not in kept and path.is_file() and path.stat().st_mtime < before:
                path.unlink()


def write_atomically(path: Path, text: str) -> None:
    """Write a text file so that no reader ever sees half of it."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
