"""Prepare the models: `python -m index.prepare`.

Exports the embedder if that was not done before and checks the files of the reader that
comes with the project. Says nothing when all is in place.
"""

from __future__ import annotations

import sys

from index.embedding.minilm import prepared_files
from index.errors import ModelError
from index.onnx_files import shipped_folder, sound_files


def main() -> int:
    """Prepare everything; the exit code is 1 when something cannot be used."""
    try:
        prepared_files(progress=print)
        sound_files(shipped_folder("reader"))
    except ModelError as exc:
        print(exc, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
