"""Whether a figure counts people of another fate than the question asks for. Pure.

"How many died?" is not answered by "34 injured", nor by a crowd of 12,000 in a text without a
death; "how many live there?" not by "killed 22". Knows the rows of `qa.grouping.stems` only.
"""

from __future__ import annotations

import re

from qa.evidence import Evidence
from qa.grouping.clauses import clause_at
from qa.grouping.stems import STATES, content_stems, name_stems
from qa.misfit.figures import figure_of
from qa.normalize import quantity_at
from qa.normalize.compare import PEOPLE, is_person_noun
from qa.normalize.nouns import asked_noun

# Fates that a text names with few words, all in the rows: a figure needs one of them close by.
_ALWAYS_NAMED = frozenset({"die", "hurt", "arrest"})
# Words that may stand for any of these.
_HARMED = content_stems(
    "victim victims affected hit suffered struck involved harmed claimed casualty shot attacked "
    "impact blast explosion"
)
# Who was harmed, in whatever way.
_VICTIMS = content_stems("victim victims")
# Inside a sentence: "Marguerite Toll" tells of no toll.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)*")
# "How many left?" asks who went; "has left about 40,000 people without water" tells who stayed.
_ASKS_WHO_WENT = re.compile(
    r"(?<!were )(?<!was )(?<!are )\b(?:left|leave|leaving)\b(?! (?:without|homeless|behind|dead))",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(
    r"\b(?:left|leaves?|leaving)\s+(?:(?:about|some|at|least|nearly|almost|over|more|than|around|"
    r"roughly|up|to|an|estimated|only|just|another|as|many)\s+){0,4}\Z",
    re.IGNORECASE,
)
_CONTEXT = 400  # characters before the sentence that may name the fate of a bare figure


def is_in_another_state(question: str, piece: Evidence) -> bool:
    """Tell whether the figure's own words, or all words around it, speak of another fate."""
    wanted = content_stems(question) - name_stems(question)
    asked = wanted & STATES
    found = content_stems(_clause(piece)) & STATES
    if not asked:
        return bool(found & _ALWAYS_NAMED) and _is_about_else(question, wanted, piece)
    if found:
        return not found & asked
    near = content_stems(_NAME.sub("", piece.quote)) & STATES
    if near:
        return not near & asked
    if not asked <= _ALWAYS_NAMED:
        return False
    # "300 soldiers were sent" says what they did; "900 people" leans on what was said before.
    said = piece.quote if _counts_some(piece) else _before(piece)
    return not content_stems(said) & (asked | _VICTIMS)


def is_left_behind(question: str, piece: Evidence) -> bool:
    """Tell whether the question asks who left, and the figure is of whom something else left."""
    before = piece.quote[: piece.start - piece.sentence[0]]
    return bool(_ASKS_WHO_WENT.search(question) and _LEFT_BEHIND.search(before))


def _counts_some(piece: Evidence) -> bool:
    """Tell whether the figure counts people of a kind, and not people at large."""
    figure = figure_of(piece)
    noun = (figure.unit if figure else None) or ""
    return is_person_noun(noun) and noun.split()[-1].lower() not in PEOPLE


def _is_about_else(question: str, wanted: frozenset[str], piece: Evidence) -> bool:
    """Tell whether the question has a word of its own that the figure's sentence lacks."""
    noun = content_stems(asked_noun(question) or "")
    if noun and not is_person_noun(asked_noun(question) or "") and not noun & _HARMED:
        return True  # "how many schools were buried?"
    own = wanted - noun
    return bool(own) and not own & _HARMED and not own <= content_stems(piece.quote)


def _clause(piece: Evidence) -> str:
    """The clause of the figure that the evidence holds."""
    left = piece.sentence[0]
    start, end = piece.start - left, piece.end - left
    figure = quantity_at(piece.quote, start, end)
    if figure:
        start, end = figure.start, figure.end
    return clause_at(piece.quote, start, end)[1]


def _before(piece: Evidence) -> str:
    """The title, and what the paragraph says up to the end of the evidence's sentence."""
    article, (left, right) = piece.hit.article, piece.sentence
    begin = max(left - _CONTEXT, 0)
    return f"{article.title}\n{_NAME.sub('', article.text[begin:right])}"
