"""Whether a figure is what may be, or what somebody wants, where the question asks what is. Pure.

"How much did they pay?" is not answered by "demanded 15 million", nor "how long was he sentenced
to?" by "faces up to 12 years". Looks only at the words of the clause before the figure.
"""

from __future__ import annotations

import re

from qa.evidence import Evidence
from qa.grouping.clauses import clause_at
from qa.grouping.matter import looks_ahead, tells_limit, wishes

# Questions of what may be, or of now, which may be answered by a demand that stands.
_ASKS_OTHERWISE = re.compile(
    r"\b(?:is|are|am|do|does|can|could|may|might|must|should|would|at\s+most|face[sd]?|facing|"
    r"risk(?:s|ed)?|threaten\w*|allowed|permitted|maximum|deserve\w*|need(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ASKS_CAPACITY = re.compile(
    r"\b(?:can|could|may|might|should|allowed|permitted|licensed|certified|meant|made|fit|hold|seats?)\b",
    re.IGNORECASE,
)
# "May have died" hedges what is told; "may be fined" tells of nothing that was.
_MAY_BE = re.compile(
    r"\b(?:may|might|could)\s+(?!have\b|only\b|not\b)\w+|\b(?:faces?|faced|facing|risks?|risked|"
    r"punishable|carries|threatened|if\s+convicted|if\s+found\s+guilty|a\s+maximum)\b",
    re.IGNORECASE,
)


def is_only_possible(question: str, piece: Evidence) -> bool:
    """Tell whether the figure is wished for or possible, and the question asks what came about."""
    if looks_ahead(question) or _ASKS_OTHERWISE.search(question):
        return False
    before = _clause_before(piece)
    return wishes(before) or _MAY_BE.search(before) is not None


def is_only_allowed(question: str, piece: Evidence) -> bool:
    """Tell whether the figure is how many there may be, and the question asks how many there are.

    "How many were on board?" is not answered by "certified to carry 150".
    """
    if tells_limit(question) or _ASKS_CAPACITY.search(question):
        return False
    return tells_limit(_clause_before(piece))


def _clause_before(piece: Evidence) -> str:
    left = piece.sentence[0]
    return clause_at(piece.quote, piece.start - left, piece.end - left)[0]
