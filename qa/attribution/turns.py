"""Find who speaks in an interview or a transcript, where "Name:" opens each turn.

A label counts where it recurs and somebody speaks of himself behind it; a list of places or
firms with colons is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

_LABEL = re.compile(
    r"(?:^|\n)[ \t]*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):"
    r"(?:[ \t]+|[ \t]*\n\s*)(?=\S)(?P<said>[^\n]*)"
)
_ONESELF = re.compile(r"\b(?:I|I['’]\w+|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s)\b")
# Labels of people who ask, or of no one.
_NOBODY = frozenset(
    "q a question answer note update more related read editor photo video background context "
    "analysis verdict fact reality".split()
)
# Paragraphs that may follow the labelled one in the same turn.
_MAX_PARAGRAPHS = 4

Span = tuple[int, int]


class Turns:
    """The turns of one article, found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._labels: list[Span] = []

    def label_at(self, at: int) -> Span | None:
        """Return the label, without its colon, of the turn that offset `at` lies in."""
        if self._starts is None:
            self._labels = _labels(self._text)
            self._starts = [start for start, _ in self._labels]
        turn = bisect_right(self._starts, at) - 1
        if turn < 0:
            return None
        label = self._labels[turn]
        paragraphs = self._text[label[1] : at].split("\n")
        between = [paragraph for paragraph in paragraphs[1:-1] if paragraph.strip()]
        asked = any(paragraph.rstrip().endswith("?") for paragraph in between)
        is_far = asked or len(between) > _MAX_PARAGRAPHS
        return None if at < label[1] or is_far else label


def _labels(text: str) -> list[Span]:
    places: dict[str, list[Span]] = defaultdict(list)
    spoken: set[str] = set()
    for match in _LABEL.finditer(text):
        name = match.group("name")
        places[name].append(match.span("name"))
        if _ONESELF.search(match.group("said")):
            spoken.add(name)
    kept = [n for n, found in places.items() if len(found) > 1 and n in spoken]
    return sorted(span for n in kept if n.lower() not in _NOBODY for span in places[n])
