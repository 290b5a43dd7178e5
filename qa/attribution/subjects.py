"""Find the subject of a verb: the noun phrase before it, also behind "who" or a dash.

Works on the tokens of one unit and on token indices, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.attribution.clauses import DASHES, is_boundary, is_finite
from qa.attribution.edges import left_edge, phrase_start, skip_left
from qa.attribution.insertions import across_comma, appositive, described, role_behind_name
from qa.attribution.placing import speaker_of
from qa.attribution.tokens import Token
from qa.attribution.types import Speaker, Subject
from qa.attribution.units import Unit
from qa.attribution.verbs import FORMS
from qa.attribution.words import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    FIRST_PERSONS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    WEEKDAYS,
)

_FREE_PREPOSITIONS = PREPOSITIONS - {"of", "for"}


def subject_before(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject that ends before the verb, None if the verb has none of its own."""
    end = skip_left(text, tokens, verb)
    if end == 0 or (is_boundary(tokens[end - 1]) and tokens[end - 1].text not in DASHES):
        return None
    last = tokens[end - 1]
    if last.text in DASHES:
        return _across_dash(text, tokens, end - 1)
    if last.text == ",":
        return across_comma(text, tokens, end - 1)
    if last.lower in RELATIVES and last.lower != "that":
        return _antecedent(text, tokens, end - 1)
    if last.lower in ("and", "or", "but", "then", "as") or last.kind == "mark":
        return None
    if last.lower in PRONOUNS or last.lower in FIRST_PERSONS:
        return Subject(end - 1, end)
    start = left_edge(text, tokens, end)
    if _is_clause(tokens, start, end):
        return None
    return described(text, tokens, start, end) or Subject(start, end)


def is_relative(unit: Unit, subject: Subject, verb: int) -> bool:
    """ "a farmer, who said", not "Ana Roos, a farmer who grows rye, said"."""
    last = skip_left(unit.text, unit.tokens, verb) - 1
    return last >= subject.end and unit.tokens[last].lower in RELATIVES


def first_subject(unit: Unit, first: int, stop: int) -> Speaker | None:
    """Describe the subject of the first finite verb in tokens `[first, stop)` that has one."""
    return next((speaker for _, speaker in subjects_in(unit, first, stop)), None)


def subjects_in(unit: Unit, first: int, stop: int) -> Iterator[tuple[int, Speaker]]:
    """Yield the finite verbs in tokens `[first, stop)` with their subjects, main clause first."""
    if first < stop and unit.tokens[first].lower in SUBORDINATORS:
        comma = next((k for k in range(first, stop) if unit.tokens[k].text == ","), first)
        first = comma + 1 if comma + 1 < stop else first
    for verb in range(first + 1, stop):
        if is_finite(unit.tokens, verb):
            subject = subject_before(unit.text, unit.tokens, verb)
            speaker = None if subject is None else speaker_of(unit, subject)
            if speaker is not None:
                yield verb, speaker


def _across_dash(text: str, tokens: Sequence[Token], dash: int) -> Subject | None:
    """ "a team at the institute – some of whom … – reported"."""
    for opening in range(dash - 2, max(0, dash - 30), -1):
        if tokens[opening].text == tokens[dash].text:
            start = left_edge(text, tokens, opening)
            is_phrase = start < opening and not _is_clause(tokens, start, opening)
            return Subject(start, opening) if is_phrase else None
        if tokens[opening].kind == "quote":
            return None
    return None


def _is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "who had seen the states", "the league will increase said games": no noun phrase."""
    if tokens[start].lower in RELATIVES or tokens[end - 1].lower in CLAUSE_OPENERS:
        return True
    for at in range(start, end):
        if tokens[at].lower in RELATIVES:
            return False
        form = FORMS.get(tokens[at].lower)
        is_told = (
            form is not None
            and form.form == "past"
            and (tokens[at].lower in FINITE or _opens_phrase(tokens, at + 1))
        )
        if tokens[at].lower in AUXILIARIES or (is_told and at > start):
            return True
        if at > start and (_has_object(tokens, at) or _is_told_of(tokens, at)):
            return True
    return False


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """ "the gift comes on …", "the council sold the park": a verb inside, not a phrase."""
    token = tokens[at]
    if token.lower not in FINITE or token.is_capital or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1].lower
    is_present = token.lower.endswith("s") and following in _FREE_PREPOSITIONS
    return following in DETERMINERS or is_present


def _is_told_of(tokens: Sequence[Token], at: int) -> bool:
    """ "Varn Records awarded Ana Roos the world | record": a verb between two names."""
    if at + 1 >= len(tokens) or not tokens[at].lower.endswith("ed") or not is_finite(tokens, at):
        return False
    is_time = tokens[at + 1].lower in WEEKDAYS or tokens[at + 1].lower in MONTHS
    return tokens[at - 1].is_capital and tokens[at + 1].is_capital and not is_time


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at] if at < len(tokens) else None
    return token is not None and (token.kind == "number" or token.lower in DETERMINERS)


def _antecedent(text: str, tokens: Sequence[Token], who: int) -> Subject | None:
    end = who
    while end > 0 and tokens[end - 1].text == ",":
        end -= 1
    if end == 0 or is_boundary(tokens[end - 1]):
        return None
    apposed = appositive(text, tokens, end) or role_behind_name(text, tokens, end)
    if apposed is not None:
        return apposed
    start = phrase_start(tokens, end)
    if tokens[who].lower == "which":  # "the staff of the Tovan Fund, which says"
        inner = [k for k in range(start, end - 1) if tokens[k].lower == "of"]
        is_named = bool(inner) and tokens[end - 1].is_capital
        start = inner[-1] + 1 if is_named else start
    return Subject(start, end)
