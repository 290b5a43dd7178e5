"""Whether the words put one figure before another in time: "up from 11", "later revised". Pure."""

from __future__ import annotations

import re

from qa.grouping.clauses import is_near
from qa.grouping.matter import Matter

_OLDER = re.compile(
    r"\b(?:up\s+from|down\s+from|earlier|initial(?:ly)?|at\s+first|first\s+(?:count|report|estimate|"
    r"figure|reported|said|put|spoke)|previous(?:ly)?|provisional|preliminary|"
    r"compared\s+(?:with|to)|yesterday|the\s+day\s+before|until\s+then|before\s+that)\b",
    re.IGNORECASE,
)
_NEWER = re.compile(
    r"\b(?:later\s+(?:raised|revised|put|said|corrected|rose|climbed|fell|counted)|revised|corrected|"
    r"updated|(?:has|have|had)\s+since|by\s+(?:the\s+)?(?:evening|nightfall|midnight|noon|dawn|"
    r"morning)|hours\s+later|raised\s+(?:it|that|this|the\s+\w+)\s+to)\b",
    re.IGNORECASE,
)


def came_before(older: Matter, newer: Matter) -> bool:
    """Tell whether the words say that one figure came before the other: "up from 11"."""
    if not is_near(older.candidate, newer.candidate):
        return False
    is_told_old, is_told_new = _OLDER.search(older.around), _NEWER.search(newer.around)
    return bool((is_told_old and not _OLDER.search(newer.around)) or is_told_new)
