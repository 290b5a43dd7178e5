"""Whether a figure counts things where people are asked for, or people where things are. Pure.

"How many people live in the camps?" is not answered by "four clinics". A figure without a noun
counts what its paragraph names. Says nothing of nouns that stand for people in a way: "1,050
cases", "40 families".
"""

from __future__ import annotations

from qa.evidence import Evidence
from qa.grouping.stems import STATES, content_stems
from qa.misfit.figures import figure_of
from qa.names import word_stem
from qa.normalize.compare import PEOPLE, is_person_noun
from qa.normalize.nouns import asked_noun
from qa.normalize.units import measured_as

_STANDS_FOR_PEOPLE = frozenset(
    """families households couples pairs groups jobs posts places seats votes tickets names
    dozens teams thirds quarters halves""".split()
)
# Some of the people only.
_PART = frozenset("women children girls boys babies".split())
_ANYBODY = PEOPLE | {"victims", "casualties", "civilians", "survivors", "patients"}
_ANY = frozenset({"", "them", "us", "others", "names"})  # of people and of things
# Plurals that end so are mostly of people: "employees", "migrants", "students", "delegates".
_OF_PEOPLE = ("ees", "ants", "ents", "ates", "etes", "ots", "ults", "onks", "uns")
_CONTEXT = 400  # characters before the sentence that may say whom a figure counts


def counts_others(question: str, piece: Evidence) -> bool:
    """Tell whether the evidence's figure counts a thing where the question asks for people, or
    people at large where it asks for some: "34 injured" in a text without firefighters; or
    measures ("two decades") or people where it asks for things."""
    asked = asked_noun(question)
    if not asked:
        return False
    figure = figure_of(piece)
    if figure is None:
        return False
    if figure.currency:
        return True
    unit = (figure.unit or "").lower()
    if not _are_people(asked):
        is_measure = bool(measured_as(unit)) and not measured_as(asked)
        is_person = unit not in _ANY and _are_people(unit)
        return is_measure or (is_person and _are_things(asked, piece))
    if asked.split()[-1].lower() in _PART and not set(unit.split()) & _PART:
        return content_stems(asked).isdisjoint(content_stems(piece.quote))
    if not unit or unit in _ANYBODY:
        return asked.lower() not in _ANYBODY and not _mentions(asked, piece)
    if measured_as(unit):
        return _is_about_else(question, piece)
    if _are_people(unit):
        return False
    return not (
        set(unit.split()) & _STANDS_FOR_PEOPLE
        or content_stems(unit) & (STATES | content_stems(asked))
    )


def _is_about_else(question: str, piece: Evidence) -> bool:
    """Tell whether a measure's sentence has no word of the question: "its shares rose 14%"."""
    return content_stems(question).isdisjoint(content_stems(piece.quote))


def _are_people(noun: str) -> bool:
    return is_person_noun(noun) or noun.split()[-1].lower() in _PART


def _are_things(noun: str, piece: Evidence) -> bool:
    """Tell whether a noun stands for no people, in no way, and its sentence lacks it."""
    head = noun.split()[-1].lower()
    if head in _STANDS_FOR_PEOPLE or head.endswith(_OF_PEOPLE) or content_stems(noun) & STATES:
        return False
    return word_stem(head) not in piece.quote.casefold()


def _mentions(noun: str, piece: Evidence) -> bool:
    """Tell whether title, paragraph or sentence have the noun."""
    article, (left, right) = piece.hit.article, piece.sentence
    near = f"{article.title}\n{article.text[max(0, left - _CONTEXT) : right]}".casefold()
    return word_stem(noun.split()[-1]) in near
