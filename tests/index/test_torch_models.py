"""What is said of a model that cannot be loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.torch_models import not_loaded

LIBRARY_SAYS = ValueError("Repo id must be in the form 'repo_name'")


@pytest.mark.parametrize("name", ["/nope", "./nope"])
def test_a_missing_folder_is_called_one(name: str) -> None:
    said = str(not_loaded("The reader", name, "Give a folder.", LIBRARY_SAYS))
    assert said == f"The reader {name} cannot be loaded (there is no such folder). Give a folder."


def test_the_libraries_own_words_stay_out(tmp_path: Path) -> None:
    for name in ("some-name", str(tmp_path)):
        said = str(not_loaded("The reader", name, "Give a folder.", LIBRARY_SAYS))
        assert said == f"The reader {name} cannot be loaded (ValueError). Give a folder."
