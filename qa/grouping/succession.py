"""Whether the words put one figure before another in time: "up from 11", "later revised". Pure."""

from __future__ import annotations

import re

from qa.grouping.clauses import is_near
from qa.grouping.matter import Matter

_OLDER = re.compile(
    r"\b(?:up\s+from|down\s+from|earlier|initial(?:ly)?|original(?:ly)?|at\s+first|"
    r"first\s+(?:count|report|estimate|figure|reported|said|put|spoke|set|given|announced)|previous(?:ly)?|"
    r"(?:was|were|had\s+(?:\w+\s+)?been)\s+(?:to\s+(?:be|have|take\s+place)|due|scheduled|planned)|"
    r"compared\s+(?:with|to)|yesterday|the\s+day\s+before|until\s+then|before\s+that)\b",
    re.IGNORECASE,
)
_NEWER = re.compile(
    r"\b(?:later\s+(?:raised|revised|put|said|corrected|rose|climbed|fell|counted)|revised|corrected|"
    r"updated|(?:has|have|had)\s+since|will\s+(?:now|instead)|by\s+(?:the\s+)?(?:evening|nightfall|midnight|noon|dawn|"
    r"morning)|hours\s+later|raised\s+(?:it|that|this|the\s+\w+)\s+to)\b",
    re.IGNORECASE,
)

# A provisional figure is the older one only beside a final one; rivals may have their own.
_PROVISIONAL = re.compile(r"\b(?:provisional|preliminary)\b", re.IGNORECASE)
_FINAL = re.compile(r"\b(?:final|definitive|official|full)\b", re.IGNORECASE)

# What is, set against what was: "now 640 people; in 2015 it was 1,900".
_IS_NOW = re.compile(r"\b(?:now|today|currently|these\s+days|at\s+present)\b", re.IGNORECASE)
_WAS_THEN = re.compile(
    r"\b(?:in\s+(?:\w+\s+)?(?:1[89]|20)\d\d|last\s+(?:week|month|year|season|spring|summer|autumn|"
    r"winter)|(?:week|month|year|decade)s?\s+(?:ago|earlier|before)|used\s+to|once)\b",
    re.IGNORECASE,
)

_FROM = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
# "3.1 million, and not 2.4 million", "in October instead of in June".
_REPLACED = re.compile(
    r"\b(?:instead\s+of|rather\s+than|and\s+not)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE
)
_TO = re.compile(r"\b(?:to|at)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)


def came_before(older: Matter, newer: Matter) -> bool:
    """Tell whether the words say that one figure came before the other: "up from 11"."""
    if not is_near(older.candidate, newer.candidate):
        return False
    is_told_old = _OLDER.search(older.around) or (
        _PROVISIONAL.search(older.around) and _FINAL.search(newer.around)
    )
    # Newer by its time of day only when told after the other: "by evening it was 30".
    is_told_new = older.candidate.start < newer.candidate.start and _NEWER.search(newer.around)
    if (is_told_old and not _OLDER.search(newer.around)) or is_told_new:
        return True
    if _goes_from_to(older, newer) or _is_replaced_by(older, newer):
        return True
    is_then = _WAS_THEN.search(older.candidate.sentence) and not _IS_NOW.search(older.around)
    return bool(is_then and _IS_NOW.search(newer.around))


def _goes_from_to(older: Matter, newer: Matter) -> bool:
    """Tell whether one sentence goes "from 4 to 5", in either order."""
    one, two = older.candidate, newer.candidate
    if (one.article_id, one.sentence_start) != (two.article_id, two.sentence_start):
        return False
    return bool(_FROM.search(older.before) and _TO.search(newer.before))


def _is_replaced_by(older: Matter, newer: Matter) -> bool:
    """Tell whether one sentence sets the newer in place of the older."""
    one, two = older.candidate, newer.candidate
    is_one_sentence = (one.article_id, one.sentence_start) == (two.article_id, two.sentence_start)
    return is_one_sentence and bool(_REPLACED.search(older.before))
