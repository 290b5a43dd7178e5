"""The command `dateline`. Each command opens what it needs; nothing heavy is imported here."""

from web.cli.asking import ask, chat, search
from web.cli.evaluating import evaluate
from web.cli.group import cli as main
from web.cli.library import list_articles, remove, show
from web.cli.loading import add
from web.cli.serving import serve
from web.cli.upkeep import check, rebuild

for command in (
    add, list_articles, show, remove, ask, chat, serve, search, evaluate, check, rebuild
):  # fmt: skip
    main.add_command(command)

__all__ = ["main"]
