"""Text to paragraphs: the stretches that no sentence crosses. Pure, linear time.

A line break ends a paragraph unless the text was wrapped at a fixed width: then the
break stands where the next word would not have fitted. Does not know about sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Span = tuple[int, int]

# Characters. Typewriters, mail and wire copy wrap at 60 to 80; wider lines are paragraphs.
NARROWEST_WRAP = 55
WIDEST_WRAP = 100
# Share of lines (addresses, tables) that may stick out of a wrapped text.
LONG_LINES_ALLOWED = 0.05

BULLETS = "•●▪‣◦■◆"
_BREAKS = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}]+")
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_FIRST_WORD = re.compile(rf"\S{{1,{WIDEST_WRAP}}}")
_LIST_ITEM = re.compile(rf"(?:[-*+–—{BULLETS}]|\d{{1,3}}[.)])\s")
_FINISHED = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}\Z")


class _Line(NamedTuple):
    """A line without the white space around it; `indent` is what stood before it."""

    start: int
    end: int
    indent: int


def split_paragraphs(text: str) -> list[Span]:
    """Return half-open spans, in order, stripped, that cover every non-space character.

    >>> split_paragraphs("Heading\\n\\nA line.\\nAnother line.")
    [(0, 7), (9, 16), (17, 30)]
    """
    lines = list(_lines(text))
    is_wrapped = _is_wrapped(lines)
    spans: list[Span] = []
    for block in _blocks(text, lines):
        width = max(line.end - line.start for line in block) if is_wrapped else 0
        spans.extend(_join_wrapped(text, block, width))
    return spans


def _lines(text: str) -> Iterator[_Line]:
    """Lines that hold something."""
    for match in _LINE.finditer(text):
        line = match.group()
        content = line.lstrip()
        if content:
            indent = len(line) - len(content)
            start = match.start() + indent
            yield _Line(start, start + len(content.rstrip()), indent)


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Whether nearly all lines fit a wrapping width."""
    too_long = sum(line.end - line.start > WIDEST_WRAP for line in lines)
    return too_long <= LONG_LINES_ALLOWED * len(lines)


def _blocks(text: str, lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Groups of lines with no blank line inside."""
    block: list[_Line] = []
    for line in lines:
        if block and _has_blank_line(text[block[-1].end : line.start]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _has_blank_line(gap: str) -> bool:
    """Whether the white space between two lines holds two line breaks."""
    return len(gap) > 1 and len(_BREAK.findall(gap)) > 1


def _join_wrapped(text: str, block: Sequence[_Line], width: int) -> Iterator[Span]:
    """Join the lines of a block whose break only wraps; `width` is 0 in an unwrapped text."""
    start, previous = block[0].start, block[0]
    for line in block[1:]:
        if not _continues(text, previous, line, width):
            yield start, previous.end
            start = line.start
        previous = line
    yield start, previous.end


def _continues(text: str, previous: _Line, line: _Line, width: int) -> bool:
    """Whether the break between two lines stands inside a paragraph."""
    if _LIST_ITEM.match(text, line.start, line.end):
        return False
    if NARROWEST_WRAP <= width <= WIDEST_WRAP and line.indent <= previous.indent:
        word = _FIRST_WORD.match(text, line.start, line.end)
        if word and previous.end - previous.start + 1 + len(word.group()) > width:
            return True
    return text[line.start].islower() and not _FINISHED.search(
        text, max(previous.start, previous.end - 4), previous.end
    )
