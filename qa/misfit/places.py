"""Whether what is given for "where?" is no place, or the wrong end of a way. Pure.

Looks at the words right before the place; knows no map.
"""

from __future__ import annotations

import re

from qa.evidence import Evidence
from qa.misfit.sides import before_and_after
from qa.questions import plain_words

_MOVES = (
    r"\b(?:go|gone|going|went|head(?:ed|ing)?|fle[ed]|flee(?:ing)?|mov(?:e|ed|ing)|travel(?:led|ed|"
    r"ling|ing)?|sent|taken|evacuated|transferred|deported|flown|fly|escaped?)\b"
)
_ASKS_WHERE_TO = re.compile(
    rf"^(?:to\s+)?where\b.*{_MOVES}(?:\s+to)?"
    r"(?:\s+(?:next|then|now|afterwards|(?:after|when|on|in|by|with|last|from)\s.+))?$",
    re.IGNORECASE,
)
_ASKS_WHERE_FROM = re.compile(r"^(?:from\s+where|where\b.*\bfrom$)", re.IGNORECASE)
# "The southern city of" between the word and the name.
_KIND = (
    r"\s+(?:(?:the|their|its)\s+)?"
    r"(?:(?!(?:for|to|into|towards?|and|in|at|on|with|by)\s)[a-z-]+\s+){0,3}?(?:of\s+)?$"
)
_IS_LEFT = re.compile(
    rf"\b(?:left|leav(?:e|es|ing)|fled|flee(?:s|ing)?|quit|abandon(?:ed|ing)|from|out\s+of){_KIND}",
    re.IGNORECASE,
)
_IS_REACHED = re.compile(
    rf"\b(?:to|into|for|toward|towards|reached|entered|arrived\s+in){_KIND}", re.IGNORECASE
)
# "An offensive backed by Russia": somebody, not somewhere.
_AGENT = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?\w+|backed|supported|led|brokered|"
    r"mediated|organi[sz]ed|ordered|controlled|owned|run|signed|imposed|issued|made|built)"
    r"\s+by\s+(?:the\s+)?$"
)
_REACH = 60  # characters


def is_other_end(question: str, piece: Evidence) -> bool:
    """Tell whether the value is the other end of the way that is asked about.

    "Where did the rebels go?" is not answered by the city that they left.
    """
    plain = plain_words(question)
    before, _ = before_and_after(piece, _REACH)
    if _ASKS_WHERE_TO.search(plain):
        return _IS_LEFT.search(before) is not None
    return bool(_ASKS_WHERE_FROM.search(plain) and _IS_REACHED.search(before))


def is_agent(_: str, piece: Evidence) -> bool:
    """Tell whether the value is by whom something was done, not where."""
    before, _ = before_and_after(piece, _REACH)
    own = piece.value[: len("by ")]
    return _AGENT.search(before + own if own.lower() == "by " else before) is not None
