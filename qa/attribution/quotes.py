"""Find the quotations of a paragraph. Pure, one pass.

Takes curly, straight and angular double marks and British single ones. A mark that is turned
the wrong way still opens or closes, by what stands beside it. Does not know who speaks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOUBLE = frozenset('"“”„«»″')
_SINGLE = frozenset("'‘’")
_MARK = re.compile("[" + "".join(sorted(_DOUBLE | _SINGLE)) + "]")
_BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-:\u2028/")
# Longest quotation in single marks, in characters: apostrophes abound.
_MAX_SINGLE = 1_000


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: `[start, end)`; `is_closed` is false when it runs on."""

    start: int
    end: int
    is_closed: bool


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Return the outermost quotations of the paragraph `[start, end)`, in order.

    >>> find_quotations('"Yes," he said. "No."', 0, 21)[1]
    Quotation(start=16, end=21, is_closed=True)
    """
    quotations: list[Quotation] = []
    at = start
    while found := _MARK.search(text, at, end):
        at, mark = found.start(), found.group()
        if mark in _DOUBLE and _may_open(text, at, start, mark):
            close = _closing_double(text, at, end)
        elif mark in _SINGLE and _may_open(text, at, start, mark):
            close = _closing_single(text, at, end)
            if close is None:  # an apostrophe: "'em", "’90s"
                at += 1
                continue
        else:
            at += 1
            continue
        quotations.append(Quotation(at, end if close is None else close + 1, close is not None))
        at = quotations[-1].end
    return quotations


def _may_open(text: str, at: int, start: int, mark: str) -> bool:
    """An opening mark has a gap before it; "“" opens wherever it stands.

    Behind a full stop the gap may be lacking where a capital follows.
    """
    if mark in "“„«" or at == start:
        return True
    is_glued = text[at - 1] in ".!?" and mark in _DOUBLE and text[at + 1 : at + 2].isupper()
    return is_glued or text[at - 1] in _BEFORE_OPENING


def _closing_double(text: str, at: int, end: int) -> int | None:
    for found in _MARK.finditer(text, at + 1, end):
        close, mark = found.start(), found.group()
        if mark in "”»″" or (mark == '"' and text[at] != "“"):
            return close
        is_end = close + 1 == end or not text[close + 1].isalnum()
        if is_end and (mark == '"' or text[close - 1 : close + 1] in ("''", "’’")):
            return close
    return None


def _closing_single(text: str, at: int, end: int) -> int | None:
    if at + 1 >= end or not (text[at + 1].isalnum() or text[at + 1] in "[…"):
        return None
    for close in range(at + 2, min(end, at + _MAX_SINGLE)):
        if text[close] not in "'’" or text[close - 1].isspace():
            continue
        if close + 1 == end or not text[close + 1].isalnum():
            # "the workers' pay": a plural's apostrophe, not yet the end
            if text[close - 1] == "s" and _closes_later(text, close + 1, end):
                continue
            return close
    return None


def _closes_later(text: str, at: int, end: int) -> bool:
    """Say whether a mark after a stop follows before the next opening one."""
    for later in range(at, min(end, at + _MAX_SINGLE)):
        if text[later] in "'’" and text[later - 1] in ",.!?":
            return True
        if text[later] == "‘" or text[later] in _DOUBLE:
            return False
    return False
