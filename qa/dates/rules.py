"""Run many date rules over a text in one pass.

A rule is a pattern and a reader. All patterns are tried together at each word, in the order
given; the first that matches there and is read wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from qa.dates.expressions import Expression

_NAMED = re.compile(r"\(\?P<\w+>")
_BACK_REFERENCE = re.compile(r"\(\?P=\w+\)")


@dataclass(frozen=True)
class Rule:
    """A pattern with named groups, and what reads a match of it."""

    pattern: str
    read: Callable[[re.Match[str]], Expression | None]
    compiled: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", re.compile(self.pattern))


class Scanner:
    """Finds the expressions of a set of rules; immutable once built."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        plain = (_NAMED.sub("(?:", _BACK_REFERENCE.sub(r"[/.]", rule.pattern)) for rule in rules)
        self._any = re.compile(r"(?<![\w$£€])(?:" + "|".join(plain) + ")")

    def scan(self, text: str) -> Iterator[Expression]:
        """Yield expressions from left to right, without overlap."""
        position = 0
        while found := self._any.search(text, position):
            expression = self.at(text, found.start())
            position = expression.end if expression else _past_word(text, found.start())
            if expression:
                yield expression

    def may_hold(self, text: str, start: int, end: int) -> bool:
        """Tell whether any rule's pattern matches inside `[start, end)`; cheap."""
        return self._any.search(text, start, end) is not None

    def at(self, text: str, position: int) -> Expression | None:
        """Read the first rule that matches at `position`, or None."""
        for rule in self._rules:
            match = rule.compiled.match(text, position)
            expression = match and rule.read(match)
            if expression:
                return expression
        return None


def _past_word(text: str, position: int) -> int:
    end = position + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
