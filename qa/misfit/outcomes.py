"""Whether a name is of the other side of an outcome: the winner where the loser is asked for. Pure.

Looks only at the verb that the name stands beside. Knows contests; it does not know who won.
"""

from __future__ import annotations

import re

from qa.evidence import Evidence

_BEAT = r"(?:beat|beats|defeated|defeats|ousted|ousts|unseated|unseats|trounced|overcame)"
_WIN = rf"(?:won|wins|win|triumphed|prevailed|{_BEAT})"
_BEATEN = r"(?:beaten|defeated|ousted|unseated|trounced)"
_LOSE = rf"(?:lost|loses|lose|conceded|concedes|(?:was|were|been|is|are)\s+(?:\w+ly\s+)?{_BEATEN})"
_AUXILIARY = r"(?:(?:has|have|had|will|would)\s+)?(?:\w+ly\s+)?"

_ASKS_WINNER = re.compile(rf"\bwho\s+{_AUXILIARY}(?:{_WIN}|winner)\b", re.IGNORECASE)
_ASKS_LOSER = re.compile(rf"\bwho\s+{_AUXILIARY}{_LOSE}\b", re.IGNORECASE)
_APPOSITION = r"(?:,[^,.;]{1,60},)?\s+"
_AS_WINNER = (
    re.compile(rf"^(?:{_APPOSITION}{_AUXILIARY}{_WIN}\b|['’]s?\s+(?:\w+\s+)?(?:victory|win)\b)"),
    re.compile(rf"\b(?:lost|losing|conceded|{_BEATEN})\s+(?:\w+\s+)?(?:to|by)\s+(?:[\w-]+\s+)?$"),
)
_AS_LOSER = (
    re.compile(rf"^(?:{_APPOSITION}{_AUXILIARY}{_LOSE}\b|['’]s?\s+(?:\w+\s+)?(?:defeat|loss)\b)"),
    re.compile(rf"\b{_BEAT}\s+(?:(?!by\b)[\w-]+\s+)?$"),
)


def is_other_side(question: str, piece: Evidence) -> bool:
    """Tell whether the value won where "who lost" is asked, or lost where "who won" is."""
    if _ASKS_LOSER.search(question):
        return _stands(piece, _AS_WINNER)
    return bool(_ASKS_WINNER.search(question)) and _stands(piece, _AS_LOSER)


def _stands(piece: Evidence, sides: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Whether the words right after the value, or right before it, fit."""
    left, right = piece.sentence
    text = piece.hit.article.text
    after, before = sides
    return bool(after.search(text[piece.end : right]) or before.search(text[left : piece.start]))
