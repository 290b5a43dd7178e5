"""Load the articles of examples/ into an empty library: part of `make run`.

A library with articles stays as it is. It is looked at without opening its indexes, so that a
second `make run` starts at once.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from index.errors import DatelineError
from index.store import Store
from web.cli import main as dateline
from web.settings import load

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def main() -> None:
    """Add the examples if there is no article yet."""
    try:
        if not is_empty(load(os.environ).index.home):
            return
    except DatelineError as exc:
        sys.exit(f"Error: {exc}")
    print("The library is empty; adding the example articles ...", flush=True)
    dateline(["add", str(EXAMPLES)])


def is_empty(home: Path) -> bool:
    """Say whether the library in a folder holds no article, or is not there yet."""
    path = home / "library.sqlite3"
    if not path.exists():
        return True
    store = Store(path)
    try:
        return store.counts()[0] == 0
    finally:
        store.close()


if __name__ == "__main__":
    main()
