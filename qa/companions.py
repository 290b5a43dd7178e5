"""Values that stand beside a found one and belong to the same answer, found by rule. Pure.

The reader marks one value a passage best. What it passes over:

- the other end of a change: "moved from 3 May to 8 June", "fell to 12 from 70"
- another speaker's value in a few words nearby: "The ministry put it at 45."
- another speaker's figure further on whose clause says what is asked

Companions are candidates only: whether they speak of one matter is judged by `qa.grouping`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.dates import find_dates
from qa.dates.words import MOVED
from qa.evidence import Judged
from qa.grouping.clauses import clause_at
from qa.grouping.matter import tells_deed
from qa.grouping.stems import content_stems
from qa.normalize import find_quantities
from qa.normalize.compare import compatible_units
from qa.normalize.names import same_name
from qa.statements import Completer, Statement, sentences_of
from qa.types import Quantity

Offsets = tuple[int, int]

# A rival found by its place alone is this likely, compared with the value that it stands beside.
RIVAL_SHARE = 0.5
# Sentences after a value that may hold a rival: "it" and "the number" look back.
_AFTER = 2
# Characters looked at before a figure for who gives it.
_REACH = 160

_CHANGED = re.compile(
    rf"\b(?:{MOVED}|cuts?|rais(?:ed?|es|ing)|r[io]se[ns]?|risen|rising|climb(?:ed|s)?|gr[eo]wn?|grows|jump(?:ed|s)?|"
    r"increas(?:ed?|es|ing)|fall(?:s|en|ing)?|fell|drop(?:ped|s)?|lower(?:ed|s)?|reduc(?:ed?|es)|"
    r"declin(?:ed?|es)|sank|shr[aiu]nk|slipped|revis(?:ed?|es)|corrected|went|gone|up|down|"
    r"chang(?:ed?|es)|widen(?:ed|s)?|doubled|tripled|soared|plunged|slashed)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE)
_THEN_TO = re.compile(r"\A(?:[^.;:\d]{0,40}?)\s(?:to|at)\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE)
_THEN_FROM = re.compile(
    r"\A[^.;:\d]{0,30}?[,\s]\s*(?:(?:up|down)\s+)?from\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE
)
# The newer end of a change first: "on 8 June instead of 3 May", "12, and not 70 as it had said".
_THEN_REPLACED = re.compile(
    r"\A[^.;:\d]{0,60}?[,\s]\s*(?:instead\s+of|rather\s+than|and\s+not|not)\s+"
    r"(?:(?:in|on|at|from|for|the|about|some|early|late)\s+){0,2}\Z",
    re.IGNORECASE,
)
_WAS_SET = re.compile(
    r"\b(?:(?:was|were|had\s+(?:\w+\s+)?been)\s+(?:to\s+(?:be|have|take)|due|scheduled|planned|set|expected|"
    r"originally)|planned|scheduled|originally|initially)\b",
    re.IGNORECASE,
)
_THEN_MOVED = re.compile(
    rf"\b(?:{MOVED}\b[^.;:]*?\b(?:to|until|till)|(?:will\s+(?:now|instead)|(?:is|are)\s+now\s+(?:to|due|"
    r"expected|planned|scheduled|set))\b[^.;:]*?\b(?:on|in|at|for))\s+"
    r"(?:the\s+)?\Z",
    re.IGNORECASE,
)
# A sentence that looks back to a date and gives the planned one: "It had been due on 3 May."
_HAD_BEEN_SET = re.compile(
    r"\A(?:It|They|This|That|The\s+(?:\w+\s+){1,3}?)\s*(?:had|was|were)\b[^.;:]*\s\Z"
)
# Right before the figure: "put it at", "claimed", "said the number was closer to".
_THING = (
    r"(?:it|them|that|this|(?:the|its|their)\s+(?:\w+\s+){0,2}?(?:figure|number|toll|total|count|"
    r"tally|crowd|turnout|cost|damage|bill|price|loss(?:es)?|rise|increase|share|rate|size|estimate|"
    r"turnout|attendance))"
)
_ELLIPTIC = re.compile(
    r"\b(?:put|puts|putting|gave|gives|sets?|estimat\w+|reckon\w*|count\w*|claim\w*|sa(?:id|ys)|"
    r"spoke|speaks?|expect\w*|fear\w*|warn\w*|calculat\w+|forecast\w*|predict\w*|report\w*|cited|cites|insist\w*|believe[sd]?|thinks?|thought)\s+"
    rf"(?:that\s+)?(?:{_THING}\s+)?"
    r"(?:(?:at|of|was|is|were|are|had\s+been|to\s+be|as|stood|came|comes|to|reached|would|could|be|take|last|cost|"
    r"no|closer|nearer|near|above|below|only|just|about|around|some|more|less|fewer|than|at\s+least|nearly|"
    r"almost|over|under|roughly|between|as\s+many|as\s+high|as\s+low)\s+){0,5}[\"“]?[€£$]?\Z",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Place:
    """A date or figure at `[start, end)` of its sentence."""

    start: int
    end: int


def with_companions(
    completer: Completer, statements: Sequence[Statement], threshold: float, question: str
) -> list[Statement]:
    """Add to statements what stands beside them, likeliest first.

    Both ends of a change take the place of a value that holds them both; of two statements at one
    place the likelier stays.
    """
    found: dict[tuple[str, int, int], Statement] = {}
    for one in statements:
        ends = _ends_of_change(one)
        for place in ends or [(one.start, one.end)]:
            ends_apart = completer.complete(one.judged, place) if ends else one
            _keep(found, ends_apart)
    for one in list(found.values()):
        if one.judged.confidence >= threshold:
            for rival in _rivals(completer, one):
                _keep(found, rival)
    if statements and statements[0].judged.confidence >= threshold:
        for rival in _further_on(completer, statements[0], question):
            _keep(found, rival)
    return sorted(found.values(), key=lambda one: -one.judged.confidence)


def _keep(found: dict[tuple[str, int, int], Statement], one: Statement) -> None:
    key = (one.article.id, one.start, one.end)
    if key not in found or found[key].judged.confidence < one.judged.confidence:
        found[key] = one


def _ends_of_change(one: Statement) -> list[Offsets]:
    """The older and newer end of the change that a value belongs to; nothing for none."""
    left, quote = one.sentence[0], one.judged.evidence.quote
    is_date = one.is_date and one.quantity is None
    places = _dates(one) if is_date else _figures(one)
    for first, second in pairwise(places):
        if not any(p.start < one.end - left and one.start - left < p.end for p in (first, second)):
            continue
        if _is_change(quote, first, second, is_date=is_date):
            return [(left + place.start, left + place.end) for place in (first, second)]
    return []


def _is_change(quote: str, first: _Place, second: _Place, *, is_date: bool) -> bool:
    before, between = quote[: first.start], quote[first.end : second.start]
    if _FROM.search(before) and _THEN_TO.match(between):
        return bool(_CHANGED.search(before))
    if _THEN_FROM.match(between):
        return bool(_CHANGED.search(f"{before} {between}"))
    if _THEN_REPLACED.match(between):
        return True
    return is_date and bool(_WAS_SET.search(before) and _THEN_MOVED.search(between))


def _dates(one: Statement) -> list[_Place]:
    quote, day = one.judged.evidence.quote, one.article.published_at
    return [_Place(found.start, found.end) for found in find_dates(quote, day)]


def _figures(one: Statement) -> list[_Place]:
    if one.quantity is None:
        return []
    quote = one.judged.evidence.quote
    return [_Place(found.start, found.end) for found in find_quantities(quote)]


def _rivals(completer: Completer, one: Statement) -> Iterator[Statement]:
    """What the sentences around say otherwise in a few words: other speakers of a figure, or the
    day that an event was to be on at first."""
    if one.quantity is None:
        if one.is_date:
            yield from _first_set(completer, one)
        return
    text = one.article.text
    for start, end in _from(text, one.start):
        sentence = text[start:end]
        for figure in find_quantities(sentence):
            place = (start + figure.start, start + figure.end)
            if place[0] < one.end and one.start < place[1]:
                continue
            if _ELLIPTIC.search(sentence[max(0, figure.start - _REACH) : figure.start]):
                rival = completer.complete(_moved(one.judged, place, (start, end)), place)
                if _is_others(one, rival):
                    yield rival


def _further_on(completer: Completer, one: Statement, question: str) -> Iterator[Statement]:
    """What others say of it in the same passage, in clauses that say what is asked."""
    if one.quantity is None or one.said_by is None:
        return
    text, passage = one.article.text, one.judged.evidence.hit.passage
    for start, end in sentences_of(text):
        is_outside = start < passage.start or passage.end < end
        if is_outside or start <= one.start < end:
            continue
        sentence = text[start:end]
        if not tells_deed(content_stems(sentence), question):
            continue
        for figure in find_quantities(sentence):
            _, clause = clause_at(sentence, figure.start, figure.end)
            if not _same_unit(one.quantity, figure.quantity) or not tells_deed(
                content_stems(clause), question
            ):
                continue
            place = (start + figure.start, start + figure.end)
            rival = completer.complete(_moved(one.judged, place, (start, end)), place)
            if _is_others(one, rival):
                yield rival


def _same_unit(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures name one unit; a bare one names none."""
    names = bool(other.unit or other.currency)
    return names and compatible_units(one, other)


def _first_set(completer: Completer, one: Statement) -> Iterator[Statement]:
    text = one.article.text
    for start, end in _from(text, one.start)[1:2]:
        sentence = text[start:end]
        for found in find_dates(sentence, one.article.published_at):
            before = sentence[: found.start]
            if _HAD_BEEN_SET.search(before) and _WAS_SET.search(before):
                place = (start + found.start, start + found.end)
                yield completer.complete(_moved(one.judged, place, (start, end)), place)


def _from(text: str, at: int) -> list[Offsets]:
    sentences = sentences_of(text)
    own = bisect_right(sentences, (at, len(text))) - 1
    return list(sentences[max(0, own) : own + _AFTER + 1])


def _moved(judged: Judged, place: Offsets, sentence: Offsets) -> Judged:
    evidence = replace(judged.evidence, start=place[0], end=place[1], sentence=sentence)
    return Judged(evidence, RIVAL_SHARE * judged.confidence)


def _is_others(one: Statement, rival: Statement) -> bool:
    """Tell whether somebody else says the rival value, in its own sentence."""
    says = rival.said_by
    if says is None or rival.quantity is None:
        return False
    if not rival.sentence[0] <= says.cue_start < rival.sentence[1]:
        return False
    return one.said_by is None or not same_name(one.said_by.speaker, says.speaker)
