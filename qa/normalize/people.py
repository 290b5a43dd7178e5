"""What a figure without a noun of its own counts: mostly people.

Pure rules over the words around the figure. Does not read the figure.
"""

from __future__ import annotations

import re

from qa.normalize.nouns import counted_noun

_PERSON_VERBS = re.compile(
    r"\s+(?:(?:others?|more|of\s+(?:them|us|whom))\s+)?"
    r"(?:(?:were|was|are|is|have|had|has|been|be|being|will|would|may|might|could|reportedly|"
    r"still|also|already|later|either|not|seriously|critically|badly|slightly|confirmed)\s+){0,4}"
    r"(?:died|dead|killed|injured|hurt|wounded|missing|arrested|detained|displaced|evacuated|"
    r"rescued|hospitali[sz]ed|homeless|stranded|trapped|infected|fled|charged|drowned|perished|"
    r"jailed|sentenced|executed|unaccounted)\b"
)
_PERSON_BEFORE = re.compile(
    r"(?:\btoll|\bcrowd|\bkill(?:ed|ing|s)?|\bwound(?:ed|ing|s)|\binjur(?:ed|ing|es)|\bhurt(?:ing)?|"
    r"\bleft|\bdisplac(?:ed|ing)|\barrest(?:ed|ing)|\bdetain(?:ed|ing)|\blives\s+of)"
    r"(?:\s+(?:to|as|many|more|than|least|about|around|some|nearly|almost|over|another|an|the|"
    r"estimated|up|only|just|has|had|have|was|is|now|put|set|stood|stands|rose|risen|rises|"
    r"climbed|reached|passed|of|also|from|by)|(?<!left)\s+at){0,6}\s*\Z",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"\b(?:number\s+of|how\s+many)\s+((?:[\w'’-]+\s+){1,3})", re.IGNORECASE)

# After a vague count: what people do, or what is done to them.
_VERB_AFTER = re.compile(
    r"\s+(?:who|have|had|has|were|was|are|will|would|could|may|might|can|did|do|still|also|already|"
    r"later|took|came|went|lost|left|gave|made|spent|sought|ran|stood|slept|live|lived|[a-z]+ed)\b"
)


def uncounted(text: str, start: int, end: int, is_vague: bool) -> str | None:
    """Return what a figure at `[start, end)` counts by "the number of …" or by its verb.

    A vague count with no noun at all counts people: "hundreds queued".
    """
    counted = list(_NUMBER_OF.finditer(text, max(0, start - 120), start))
    noun = counted_noun(" " + counted[-1].group(1), 0) if counted else None
    if noun:
        return noun[1]
    if _PERSON_VERBS.match(text, end) or _PERSON_BEFORE.search(text, max(0, start - 80), start):
        return "people"
    return "people" if is_vague and _VERB_AFTER.match(text, end) else None
