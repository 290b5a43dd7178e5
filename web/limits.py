"""How often one client may ask. Counted in memory, by address, a process at a time."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from index.errors import InvalidSettingError


def register(app: Flask, rate: str, blueprints: tuple[APIBlueprint, ...]) -> None:
    """Limit each of the blueprints to a rate such as "120 per minute"; empty: no limit.

    Must come before the blueprints are registered. Raises InvalidSettingError.
    """
    if not rate:
        return
    _check(rate)
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", headers_enabled=True)
    for blueprint in blueprints:
        limiter.limit(rate)(blueprint)


def _check(rate: str) -> None:
    from limits import parse_many

    try:
        parse_many(rate)
    except ValueError as exc:
        raise InvalidSettingError(
            f"The setting answer_rate cannot be {rate!r}; write it like '120 per minute'."
        ) from exc
