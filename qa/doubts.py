"""What in a question's words speaks against an answer from a given text. Pure.

A name or figure that the text lacks, or a "not" of the question that the sentence with the answer
lacks, is often what makes a question unanswerable. Knows no scores.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.sentences import split_sentences
from qa.evidence import sentence_around
from qa.names import word_stem

_NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]+")
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_NEGATION = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\bwithout\b", re.IGNORECASE)
_NEGATED = re.compile(r"\bnot?\b|n['’]t\b|\bnever\b|\bwithout\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the text lacks of the question: 0 for nothing, 1 for all or yes."""

    names_missing: float = 0.0  # share of the question's names
    is_figure_missing: float = 0.0  # 1 when the text lacks one of its figures
    is_negation_missing: float = 0.0  # 1 when only the question says "not"

    def as_list(self) -> list[float]:
        """The numbers in the order of the fields."""
        return [self.names_missing, self.is_figure_missing, self.is_negation_missing]


NO_DOUBTS = Doubts()


def doubts(question: str, text: str, answer_start: int) -> Doubts:
    """Look for the question's names, figures and negation; the answer begins at `answer_start`.

    >>> doubts("Who didn't flee Kharna in 2018?", "In 2021 Ana Roos fled Kharna.", 8).as_list()
    [0.0, 1.0, 1.0]
    """
    folded = text.casefold()
    names = [word_stem(name) for name in _NAME.findall(question)]
    missing = sum(name not in folded for name in names) / len(names) if names else 0.0
    lacks_figure = any(figure not in text for figure in _FIGURE.findall(question))
    start, end = sentence_around(split_sentences(text), answer_start, answer_start + 1)
    is_negated = bool(_NEGATION.search(question)) and not _NEGATED.search(text, start, end)
    return Doubts(missing, float(lacks_figure), float(is_negated))
