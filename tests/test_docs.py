"""The generated pages of docs/ say what the program says."""

from __future__ import annotations

from dataclasses import fields

import pytest

from scripts.reference import DOCS, SECTIONS, pages


@pytest.mark.parametrize("name", sorted(pages()))
def test_page_is_up_to_date(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == pages()[name], f"docs/{name} has drifted; write it anew with: make docs"


def test_every_setting_says_what_it_does() -> None:
    silent = [
        item.name
        for config in SECTIONS.values()
        for item in fields(config)
        if not item.metadata.get("help")
    ]
    assert not silent
