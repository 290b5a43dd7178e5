"""Settings: flags before environment before defaults; bad values are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import InvalidSettingError
from web.settings import all_settings, default_home, load


def test_defaults() -> None:
    settings = load({})
    assert settings.index.home == default_home()
    assert settings.web.port == 8000
    assert settings.asked == frozenset()


def test_environment_then_flags() -> None:
    environ = {"DATELINE_HOME": "/tmp/a", "DATELINE_PORT": "81", "DATELINE_DENSE_WEIGHT": "0.25"}
    assert load(environ).index.home == Path("/tmp/a")
    assert load(environ).index.dense_weight == 0.25
    settings = load(environ, {"home": Path("/tmp/b"), "port": 82, "host": None})
    assert (settings.index.home, settings.web.port) == (Path("/tmp/b"), 82)
    assert settings.asked == {"home", "port", "dense_weight"}


def test_threads_reach_both_models() -> None:
    settings = load({"DATELINE_THREADS": "1"})
    assert settings.index.threads == settings.qa.threads == 1


def test_lists_and_empty_values() -> None:
    settings = load({"DATELINE_ALLOWED_HOSTS": "a.example, b.example,", "DATELINE_PORT": " "})
    assert settings.web.allowed_hosts == ("a.example", "b.example")
    assert settings.web.port == 8000


@pytest.mark.parametrize(
    "environ", [{"DATELINE_PORT": "http"}, {"DATELINE_TOP_K": "-1"}, {"DATELINE_DENSE_WEIGHT": "x"}]
)
def test_impossible_value_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(InvalidSettingError, match=next(iter(environ.values()))):
        load(environ)


def test_every_setting_has_a_help() -> None:
    for config, field in all_settings():
        assert field.metadata["help"], f"{config.__name__}.{field.name}"
