"""How often one client may ask. Counted in memory, by address, a process at a time.

Clients on the machine itself are not limited.
"""

from __future__ import annotations

from ipaddress import ip_address

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
    limiter.request_filter(_is_this_machine)
    for blueprint in blueprints:
        limiter.limit(rate)(blueprint)


def _is_this_machine() -> bool:
    """Programs of this machine's own user may ask as fast as they like."""
    try:
        return ip_address(get_remote_address()).is_loopback
    except ValueError:
        return False


def _check(rate: str) -> None:
    from limits import parse_many

    try:
        parse_many(rate)
    except ValueError as exc:
        raise InvalidSettingError(
            f"The setting answer_rate cannot be {rate!r}; write it like '120 per minute'."
        ) from exc
