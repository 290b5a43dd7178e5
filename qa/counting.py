"""A counting question as the reader answers it best: with the noun that people leave out. Pure.

"How many left Daraa?" asks for people as "how many people left Daraa?" does. Only where the verb
tells that people are meant; "how many were sold?" stays as it is.
"""

from __future__ import annotations

import re

from qa.grouping.stems import STATES, content_stems
from qa.normalize import asked_noun

# What people do or suffer, as `qa.grouping.stems` names it.
_OF_PEOPLE = STATES | {"leave", "march", "live", "arrive"}
# "How many" with its verb behind it; "how many of the injured" has its noun.
_BARE = re.compile(
    r"\bhow\s+many(?=\s+(?!of\b|more\b|did\b|does\b|do\b|times\b)[a-z]+)", re.IGNORECASE
)


def with_noun(question: str) -> str:
    """Write "people" where a question counts them without a noun.

    >>> with_noun("how many fled Daraa?")
    'how many people fled Daraa?'
    """
    if asked_noun(question) or not content_stems(question) & _OF_PEOPLE:
        return question
    return _BARE.sub(lambda match: f"{match.group()} people", question, count=1)
