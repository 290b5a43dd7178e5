"""README's examples run and print what it shows; its file tree and links exist.

Measured numbers (confidence, times, speed) may differ: they do between machines.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.readme import README, ROOT, masked, renewed


def test_examples_print_what_is_shown() -> None:
    readme = README.read_text(encoding="utf-8")
    assert masked(readme) == masked(renewed(readme)), "renew README's examples with: make docs"


def test_files_of_the_tree_exist() -> None:
    tree = README.read_text(encoding="utf-8").partition("## What is where\n\n```\n")[2]
    lines = tree.partition("```")[0].splitlines()
    assert lines
    folder = ROOT
    for line in lines:
        name = line.split()[0]
        folder = folder if line.startswith(" ") else ROOT
        assert (folder / name).exists(), name
        folder = folder if line.startswith(" ") else ROOT / name


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/design.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    lost = [
        link
        for link in links
        if not link.startswith("http") and not Path(path.parent, link).exists()
    ]
    assert not lost
