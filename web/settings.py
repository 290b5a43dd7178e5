"""Settings from environment and flags: the only place that reads either.

Every field of `IndexConfig`, `QaConfig` and `WebConfig` is also the environment variable
DATELINE_<FIELD>; a flag of the command line wins over it. Knows what each package can be
told, not what it does with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from index.config import IndexConfig, setting
from index.errors import InvalidSettingError
from qa.config import QaConfig

PREFIX = "DATELINE_"
Config = TypeVar("Config", IndexConfig, QaConfig, "WebConfig")


@dataclass(frozen=True, slots=True)
class WebConfig:
    """How the page and the JSON API are served."""

    host: str = setting("127.0.0.1", "address to listen on")
    port: int = setting(8000, "port to listen on; 0 takes any free one")
    server_threads: int = setting(8, "requests that are worked on side by side", "threads")
    max_body_bytes: int = setting(16 * 1024 * 1024, "largest request that is accepted", "bytes")
    answer_rate: str = setting(
        "120 per minute", "questions, and searches, that one client on another machine may send"
    )
    allowed_hosts: tuple[str, ...] = setting(
        (), "more host names the server answers to, separated by commas"
    )
    articles_per_call: int = setting(
        100, "articles one call adds before it returns; more become a job", "articles"
    )
    log_level: str = setting("warning", "what is logged: debug, info (each request), warning")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one process; `asked` names those the user chose."""

    index: IndexConfig
    qa: QaConfig
    web: WebConfig
    asked: frozenset[str] = frozenset()


def load(environ: Mapping[str, str], flags: Mapping[str, Any] | None = None) -> Settings:
    """Build the settings: flags (None: not given), else environment, else defaults.

    Raises InvalidSettingError for a value that cannot be understood.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    asked = frozenset(given) | {
        name for name in _all_names() if environ.get(PREFIX + name.upper(), "").strip()
    }
    given.setdefault("home", None)
    return Settings(
        index=_build(IndexConfig, environ, given),
        qa=_build(QaConfig, environ, given),
        web=_build(WebConfig, environ, given),
        asked=asked,
    )


def default_home() -> Path:
    """The library's folder when none is named: in the platform's user data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("dateline", appauthor=False))


def all_settings() -> Iterator[tuple[type, Field[Any]]]:
    """Every setting with the config that holds it, in order; the docs are made from this."""
    for config in (IndexConfig, QaConfig, WebConfig):
        for field in fields(config):
            yield config, field


def _all_names() -> set[str]:
    return {field.name for _, field in all_settings()}


def _build(config: type[Config], environ: Mapping[str, str], given: Mapping[str, Any]) -> Config:
    values: dict[str, Any] = {}
    for field in fields(config):
        written = environ.get(PREFIX + field.name.upper(), "").strip()
        if given.get(field.name) is not None:
            values[field.name] = _fit(field, given[field.name])
        elif written:
            values[field.name] = _parse(field, written)
        elif field.name == "home":
            values["home"] = default_home()
    return config(**values)


def _fit(field: Field[Any], value: Any) -> Any:
    """Parse a flag that arrived as text; other values are of their type already."""
    return value if type(value) is type(field.default) else _parse(field, str(value))


def _parse(field: Field[Any], written: str) -> Any:
    kind: type[Any] = type(field.default)
    try:
        if kind is tuple:
            return tuple(part.strip() for part in written.split(",") if part.strip())
        if kind is int:
            return _natural(written)
        return Path(written).expanduser() if isinstance(field.default, Path) else kind(written)
    except ValueError as exc:
        wanted = "a whole number from 0" if kind is int else f"a {kind.__name__}"
        raise InvalidSettingError(
            f"The setting {field.name} cannot be {written!r}; give {wanted}"
            f" ({field.metadata['help']})."
        ) from exc


def _natural(written: str) -> int:
    number = int(written)
    if number < 0:
        raise ValueError(written)
    return number
