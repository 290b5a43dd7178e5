"""Ages: "a 78-year-old", "aged nine", "Okoro, 37,", "she was 25 when", "children under 12".

Pure. Knows nothing of bounds, which `qa.normalize.qualifiers` reads.
"""

from __future__ import annotations

import re

from qa.normalize.figures import Figure
from qa.normalize.nouns import counted_noun
from qa.normalize.units import measure_after

_AFTER = re.compile(r"[\s-](year|month|week|day)s?(?:[\s-]olds?\b|\s+of\s+age\b)", re.IGNORECASE)
AGED_BEFORE = re.compile(r"\b(?:aged|ages?|ages?\s+of)\s+\Z", re.IGNORECASE)
_APPOSED = re.compile(r"[^\W\d_]{2,},\s+(?:now\s+|then\s+)?\Z")
_APPOSITION_ENDS = re.compile(r"(?:,|\.|;|\)|[\"”]|\Z)(?!\d)")
# "She was 25 when", "I'm 29, so", "who turned 80": of a person, and nothing else is counted.
_IS_BEFORE = re.compile(
    r"\b(?:(?:he|she|who)(?:['’]s|\s+is|\s+was|['’]ll\s+be|\s+will\s+be)|I(?:['’]m|\s+am|\s+was)"
    r"|turn(?:s|ed|ing)?|\A(?:now|then))\s+(?:(?:only|just|now|then|about|nearly|almost|already)\s+)?\Z",
    re.IGNORECASE,
)
_IS_ENDS = re.compile(
    r"(?:[,;)]|\.|[\"”]|\Z|\s+(?:when|and|at\s+the\s+time|years\s+old|but|now|then|while|on|last|"
    r"this|next)\b)(?!\d)"
)
_ANYONE = (
    r"(?:people|persons|children|kids|babies|toddlers|infants|teens|teenagers|youngsters|adults|"
    r"girls|boys|women|men|females|males|those|anyone|everyone|everybody|anybody|someone|"
    r"residents|citizens|patients|pupils|students|drivers|players|viewers|voters|seniors|"
    r"Americans|fans|visitors)"
)
_BOUNDED_BEFORE = re.compile(
    rf"\b{_ANYONE}\s+(?:who\s+(?:is|are|were)\s+)?(?:well\s+)?(?:under|over|below|above)\s+"
    r"(?:the\s+age\s+of\s+)?\Z",
    re.IGNORECASE,
)
_BOUNDED_AFTER = re.compile(
    r"\s+(?:and|or)\s+(?:(older|younger)\b|(?:under|over|up|above|below)\b)", re.IGNORECASE
)
_ANYONE_BEFORE = re.compile(rf"\b{_ANYONE}\s+\Z", re.IGNORECASE)
_OLDEST = 120
_NEAR = 48


def age_at(sentence: str, figure: Figure) -> tuple[int, str] | None:
    """Return the end and unit of the age that a figure gives, or None."""
    years = _AFTER.match(sentence, figure.end)
    if years:
        return years.end(), years.group(1).lower() + "s"
    value = figure.first.value or 0
    if not 0 < value <= _OLDEST or value != int(value):
        return None
    before = sentence[max(0, figure.start - _NEAR) : figure.start]
    is_age = (
        AGED_BEFORE.search(before)
        or _is_apposed(sentence, figure, before)
        or (_IS_BEFORE.search(before) and _IS_ENDS.match(sentence, figure.end))
    )
    return (figure.end, "years") if is_age or _is_bounded(sentence, figure, before) else None


def _is_apposed(sentence: str, figure: Figure, before: str) -> bool:
    if figure.is_range or figure.first.form != "digits":
        return False
    return bool(_APPOSED.search(before) and _APPOSITION_ENDS.match(sentence, figure.end))


def _is_bounded(sentence: str, figure: Figure, before: str) -> bool:
    after = _BOUNDED_AFTER.match(sentence, figure.end)
    if after:
        return bool(after.group(1) or _ANYONE_BEFORE.search(before))
    if not _BOUNDED_BEFORE.search(before) or measure_after(sentence, figure.end):
        return False
    return counted_noun(sentence, figure.end) is None
