"""Whether a name is of the other side of an outcome: the winner where the loser is asked for. Pure.

Looks only at the verb that the name stands beside; who claims victory has neither won nor lost by
that. Knows contests; it does not know who won.
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
_CLAIMS = re.compile(r"^[^.;]{0,80}\b(?:claim|claims|claimed|declared|proclaimed) victory\b")


def is_other_side(question: str, piece: Evidence) -> bool:
    """Tell whether the value won where "who lost" is asked, or lost where "who won" is, or only
    claims to have won."""
    if _ASKS_LOSER.search(question):
        after, before = _AS_WINNER
    elif _ASKS_WINNER.search(question):
        after, before = _AS_LOSER
    else:
        return False
    (left, right), text = piece.sentence, piece.hit.article.text
    behind, ahead = text[piece.end : right], text[left : piece.start]
    return any(pattern.search(behind) for pattern in (after, _CLAIMS)) or bool(before.search(ahead))
