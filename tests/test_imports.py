"""Imports go web → qa → index, and the serving path loads nothing heavy."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = {"index", "qa", "web", "training", "benchmarks", "scripts", "tests"}
MAY_IMPORT = {
    "index": {"index"},
    "qa": {"index", "qa"},
    "web": {"index", "qa", "web"},
    "training": {"index", "qa", "training"},
}
HEAVY = ("torch", "transformers", "sentence_transformers", "onnx", "sklearn")


def imported(source: str) -> Iterator[str]:
    """The top-level packages that a module's text imports, anywhere in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.partition(".")[0]


def test_imported_sees_every_form() -> None:
    source = "import a.b, c\nfrom d.e import f\nfrom . import g\ndef h():\n    import i\n"
    assert set(imported(source)) == {"a", "c", "d", "i"}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_go_one_way(package: str) -> None:
    modules = sorted((ROOT / package).rglob("*.py"))
    assert modules
    wrong = {
        f"{module.relative_to(ROOT)} imports {name}"
        for module in modules
        for name in OURS.intersection(imported(module.read_text(encoding="utf-8")))
        if name not in MAY_IMPORT[package]
    }
    assert not wrong


def test_every_library_imported_is_pinned() -> None:
    owners = packages_distributions()
    lines = "".join(path.read_text() for path in ROOT.glob("requirements*.txt"))
    pinned = {_plain(name) for name in re.findall(r"^([\w-]+)==", lines, re.MULTILINE)}
    used = {
        (name, _plain(owner))
        for package in OURS
        for module in (ROOT / package).rglob("*.py")
        for name in imported(module.read_text(encoding="utf-8"))
        for owner in owners.get(name, [])
        if name not in OURS
    }
    unpinned = {name for name, owner in used if owner not in pinned}
    assert not unpinned


def _plain(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("module", ["web.app", "web.cli", "index.corpus", "qa.pipeline"])
def test_serving_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_onnx_runtime_reports_nothing(tmp_path: Path) -> None:
    """Its builds for Linux and macOS keep an id of the device and send what is done with it."""
    model = ROOT / "models" / "reader" / "model.int8.onnx"
    program = f"""if True:
        from pathlib import Path
        from index.onnx_runtime import OnnxModel
        OnnxModel(Path({str(model)!r}))
    """
    # No CI variable: under CI it keeps quiet of itself.
    environment = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    assert not list(tmp_path.rglob("*"))
