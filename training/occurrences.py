"""Which occurrence of an answer is meant, where a set only says that the text has it.

Of an answer that stands in its text several times, the set has the first one's place. The one
whose surroundings share most words with the question is likelier to be meant.
"""

from __future__ import annotations

import re

from qa.names import word_set

# Characters on either side: about the sentence that an answer stands in.
SURROUNDINGS = 120


def likeliest_occurrence(question: str, text: str, start: int, end: int) -> int:
    """Where the occurrence of `text[start:end]` begins that is likeliest meant; first on a tie.

    >>> text = "Ali came to Daraa. " + "It rained there. " * 9 + "Ali left Homs."
    >>> likeliest_occurrence("Who left Homs?", text, 0, 3)
    172
    """
    asked = word_set(question)
    answer = re.compile(rf"(?<!\w){re.escape(text[start:end])}(?!\w)")
    starts = [match.start() for match in answer.finditer(text)] or [start]

    def shared(at: int) -> int:
        around = text[max(0, at - SURROUNDINGS) : at + end - start + SURROUNDINGS]
        return len(asked & word_set(around))

    return max(starts, key=shared)
