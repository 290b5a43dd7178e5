"""Whether a figure counts things where people are asked for, or people where things are. Pure.

"How many people live in the camps?" is not answered by "four clinics". Says nothing of a figure
without a noun, and nothing of nouns that stand for people in a way: "1,050 cases", "40 families".
"""

from __future__ import annotations

from qa.evidence import Evidence
from qa.grouping.stems import STATES, content_stems
from qa.names import word_stem
from qa.normalize import parse_quantity, quantity_at
from qa.normalize.compare import PEOPLE, is_person_noun
from qa.normalize.nouns import asked_noun
from qa.normalize.units import measured_as

_STANDS_FOR_PEOPLE = frozenset(
    """families households couples pairs groups jobs posts places seats votes tickets names
    dozens teams thirds quarters halves""".split()
)


_PART = frozenset("women children girls boys babies".split())
_ANYBODY = PEOPLE | {"victims", "casualties", "civilians", "survivors", "patients"}
_CONTEXT = 400  # characters before the sentence that may say whom a figure counts


def counts_others(question: str, piece: Evidence) -> bool:
    """Tell whether the evidence's figure counts a thing where the question asks for people, or
    people at large where it asks for some: "34 injured" in a text without firefighters; or
    measures ("two decades") where it asks for things."""
    asked = asked_noun(question)
    if not asked:
        return False
    left = piece.sentence[0]
    place = quantity_at(piece.quote, piece.start - left, piece.end - left)
    figure = parse_quantity(piece.quote, place.start, place.end) if place else None
    if figure is None:
        return False
    unit = (figure.unit or "").lower()
    if not _are_people(asked):
        return bool(measured_as(unit)) and not measured_as(asked)
    if not unit or unit in _ANYBODY:
        return asked.lower() not in _ANYBODY and not _mentions(asked, piece)
    if figure.currency or measured_as(unit) or _are_people(unit):
        return bool(figure.currency)
    return not (
        set(unit.split()) & _STANDS_FOR_PEOPLE
        or content_stems(unit) & (STATES | content_stems(asked))
    )


def _are_people(noun: str) -> bool:
    return is_person_noun(noun) or noun.split()[-1].lower() in _PART


def _mentions(noun: str, piece: Evidence) -> bool:
    """Tell whether title, paragraph or sentence have the noun."""
    article, (left, right) = piece.hit.article, piece.sentence
    near = f"{article.title}\n{article.text[max(0, left - _CONTEXT) : right]}".casefold()
    return word_stem(noun.split()[-1]) in near
