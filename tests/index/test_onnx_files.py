"""Folders of model files: sums, damage, and several processes that publish at once."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.errors import ModelError
from index.onnx_files import (
    LEFTOVER_AGE_S,
    MANIFEST,
    cache_folder,
    publish,
    read_manifest,
    sha256_of,
    shipped_folder,
    sound_files,
    write_manifest,
)


def new_file(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def publish_bytes(folder: Path, content: bytes) -> None:
    folder.mkdir(exist_ok=True)
    publish(folder, {"model": new_file(folder / "new" / "model.onnx", content)})


def test_sums_are_sha256(tmp_path: Path) -> None:
    assert sha256_of(new_file(tmp_path / "a", b"rain")) == hashlib.sha256(b"rain").hexdigest()


def test_what_is_published_is_found(tmp_path: Path) -> None:
    publish_bytes(tmp_path / "model", b"weights")
    assert sound_files(tmp_path / "model", "model")["model"].read_bytes() == b"weights"
    assert list(sound_files(tmp_path / "model")) == ["model"]


def test_a_new_set_replaces_the_old_and_old_leftovers_go(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    publish_bytes(folder, b"old")
    old = sound_files(folder, "model")["model"]
    publish_bytes(folder, b"new")
    assert sound_files(folder, "model")["model"].read_bytes() == b"new"
    assert old.exists(), "another process may be about to load it"
    long_ago = time.time() - LEFTOVER_AGE_S - 1
    os.utime(old, (long_ago, long_ago))
    publish_bytes(folder, b"newer")
    assert not old.exists()


def test_damage_is_found(tmp_path: Path) -> None:
    publish_bytes(tmp_path / "model", b"weights")
    sound_files(tmp_path / "model", "model")["model"].write_bytes(b"Weights")
    with pytest.raises(ModelError, match="is damaged"):
        sound_files(tmp_path / "model", "model")


@pytest.mark.parametrize(
    "manifest",
    ["", "[]", "{}", '{"files": 3}', '{"files": {"model": {"file": "model.onnx"}}}', "\udcff"],
)
def test_a_malformed_manifest_is_an_error(tmp_path: Path, manifest: str) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest.encode("utf-8", "surrogateescape"))
    with pytest.raises(ModelError, match=MANIFEST):
        sound_files(tmp_path, "model")


def test_a_role_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    publish_bytes(tmp_path, b"weights")
    with pytest.raises(ModelError, match="no file for tokenizer"):
        sound_files(tmp_path, "tokenizer")


def test_a_manifest_cannot_point_outside_its_folder(tmp_path: Path) -> None:
    outside = new_file(tmp_path / "secret", b"x")
    entry = {"file": "../secret", "sha256": sha256_of(outside)}
    new_file(tmp_path / "model" / MANIFEST, json.dumps({"files": {"model": entry}}).encode())
    with pytest.raises(ModelError, match="cannot be read"):
        sound_files(tmp_path / "model", "model")


def test_processes_that_publish_at_once_leave_a_sound_folder(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    program = (
        "import sys; from pathlib import Path\n"
        "from index.onnx_files import publish\n"
        "folder, mark = Path(sys.argv[1]), sys.argv[2]\n"
        "for turn in range(40):\n"
        "    path = folder / f'.{mark}'; path.write_bytes(mark.encode() * (1000 + turn))\n"
        "    publish(folder, {'model': path})\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, folder, m]) for m in "abc"]
    while any(process.poll() is None for process in running):
        if (folder / MANIFEST).exists():
            sound_files(folder, "model")
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sound_files(folder, "model")


def test_written_manifests_keep_the_files_names(tmp_path: Path) -> None:
    new_file(tmp_path / "model.onnx", b"weights")
    write_manifest(tmp_path, {"model": "model.onnx"})
    assert read_manifest(tmp_path)["model"]["file"] == "model.onnx"


def test_the_shipped_reader_is_sound() -> None:
    assert set(sound_files(shipped_folder("reader"))) >= {"model", "tokenizer", "config"}


def test_the_cache_folder_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.delenv("DATELINE_CACHE")
    assert cache_folder().name == "dateline"
