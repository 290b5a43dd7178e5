"""When something was said, where no time stands beside the cue itself.

"At a briefing on Tuesday, X announced that …", "… he said in Monday's statement", "X met them on
Friday, saying …", and a statement that runs on from the sentence before. Finds words only.
"""

from __future__ import annotations

from qa.attribution.candidates import Reading
from qa.attribution.clauses import HARD_MARKS, is_finite
from qa.attribution.placing import sentence_start
from qa.attribution.resolve import resolve
from qa.attribution.statements import next_mark
from qa.attribution.timing import match_date, match_owner, match_when
from qa.attribution.types import Cue
from qa.attribution.units import Span, Unit
from qa.attribution.words import BE, DETERMINERS, HAVE, PRONOUNS

# Where and how things are said: the time of such an occasion is that of what is said at it.
_OCCASIONS = frozenset(
    "conference briefing statement interview speech address hearing letter email e-mail post tweet "
    "message memo appearance meeting rally testimony remarks announcement filing column podcast "
    "debate release report call visit event speaking talking testifying writing asked forecast "
    "study survey poll analysis review essay op-ed paper book memoir update ruling".split()
)
# Before an occasion that something was said at or a document that says it.
_SOURCES = frozenset("to in at from during by".split())
# What a document was on the day that its words are of.
_ISSUED = frozenset("released published issued posted dated unveiled filed sent".split())
_BE_OR_HAVE = BE | HAVE
_CONTRASTS = frozenset(("but", "and", "yet", "then", "so"))
# Words that open a clause of another time: "before X announced its end".
_OTHER_TIMES = frozenset(("before", "after", "when", "until", "since"))
_STATEMENT_OPENERS = PRONOUNS | DETERMINERS | {"that", "there", ":"}
_CIRCUMSTANCES = frozenset("at in on during via through after following".split())
_RELATIVES = frozenset("who whose which when where that".split())
# Sentences before that one statement may run over.
_REACH = 2


def saying_time(reading: Reading, unit: Unit, cue: Cue) -> Span | None:
    """Return the time wording of a saying, None where the article gives none."""
    return (
        _own_time(unit, cue)
        or _of_named_document(reading, unit, cue)
        or _of_outer(reading, unit, cue)
        or _of_main_clause(reading, unit, cue)
        or _of_statement_before(reading, unit, cue)
    )


def _own_time(unit: Unit, cue: Cue) -> Span | None:
    """Return the time that the cue's own sentence gives."""
    return (
        cue.when
        or _behind(unit, cue)
        or _after_description(unit, cue)
        or _of_occasion(unit, cue)
        or _of_document(unit, cue)
        or _of_dated_occasion(unit, cue)
        or _of_dated_paper(unit, cue)
    )


def _token_at(unit: Unit, offset: int) -> int:
    return next((n for n, t in enumerate(unit.tokens) if t.start >= offset), len(unit.tokens))


def _behind(unit: Unit, cue: Cue) -> Span | None:
    """ "Said in Monday's statement", "told her that day in 1951": up to what is said."""
    first = _token_at(unit, max(cue.end, cue.speaker.end))
    stop = min(next_mark(unit.tokens, first), first + 12)
    for at in range(first, stop):
        found = _time_at(unit, at)
        if found is not None:
            after = _token_at(unit, found[1])
            is_of_cue = not cue.is_leading or found[1] <= cue.region_end
            return found if is_of_cue or _opens_statement(unit, after) else None
        if is_finite(unit.tokens, at) or unit.tokens[at].lower == "that":
            return None
    return None


def _after_description(unit: Unit, cue: Cue) -> Span | None:
    """ "…, said X, a member of the board, at a meeting on Tuesday": a circumstance of its own."""
    if cue.is_leading:
        return None
    is_circumstance = False
    for at in range(_token_at(unit, max(cue.end, cue.speaker.end)), len(unit.tokens)):
        token, before = unit.tokens[at], unit.tokens[at - 1]
        if token.text in HARD_MARKS or token.kind == "quote" or token.lower in _RELATIVES:
            return None
        found = _time_at(unit, at)
        if before.text == ",":
            is_circumstance = token.lower in _CIRCUMSTANCES or found is not None
        if is_circumstance and found is not None:
            return found
    return None


def _opens_statement(unit: Unit, at: int) -> bool:
    """Tell whether what is said begins at a token: "that", a colon, a quotation, "he", "the"."""
    if at < len(unit.tokens) and unit.tokens[at].text == ",":
        at += 1
    if at >= len(unit.tokens):
        return False
    token = unit.tokens[at]
    return token.kind in ("quote", "number") or token.lower in _STATEMENT_OPENERS


def _time_at(unit: Unit, at: int) -> Span | None:
    """Return time wording at a token, also one that owns an occasion: "Monday's statement"."""
    end = match_when(unit.text, unit.tokens, at)
    if end == at:
        end = match_date(unit, at)
    if end == at:
        end = match_owner(unit.tokens, at)
        if not any(token.lower in _OCCASIONS for token in unit.tokens[end : end + 3]):
            return None
    return (unit.tokens[at].start, unit.tokens[end - 1].end) if end > at else None


def _of_occasion(unit: Unit, cue: Cue) -> Span | None:
    """ "At a briefing Wednesday evening, X announced", "But last year, it said": before a comma."""
    stop = _token_at(unit, cue.region_start)
    first = _token_at(unit, sentence_start(unit, stop))
    if stop == 0 or not cue.is_leading:
        return None
    if unit.tokens[stop - 1].text not in (",", "—", "–", "--"):
        stop = next((at for at in range(first, stop) if unit.tokens[at].text == ","), first)
    if first < stop and unit.tokens[first].lower in _CONTRASTS:
        first += 1
    opens = first < stop and _time_at(unit, first) is not None
    if not opens and not any(t.lower in _OCCASIONS for t in unit.tokens[first : first + 6]):
        return None
    return next((span for at in range(first, stop) if (span := _time_at(unit, at))), None)


def _of_document(unit: Unit, cue: Cue) -> Span | None:
    """ "A study released Tuesday by X found", "according to figures published in May"."""
    start = _token_at(unit, cue.start)
    is_before = cue.is_leading and unit.tokens[start].lower != "according"
    first = _token_at(unit, sentence_start(unit, start)) if is_before else start
    stop = start if is_before else next_mark(unit.tokens, start)
    for at in range(first, stop - 1):
        if unit.tokens[at].lower in _ISSUED and unit.tokens[at - 1].lower not in _BE_OR_HAVE:
            return next((span for n in range(at + 1, stop) if (span := _time_at(unit, n))), None)
    return None


def _of_dated_occasion(unit: Unit, cue: Cue) -> Span | None:
    """ "According to a 2017 study", "12, in its April forecast": the date before a noun."""
    tokens = unit.tokens
    first = _token_at(unit, sentence_start(unit, _token_at(unit, cue.start)))
    for source in range(first, len(tokens) - 3):
        if tokens[source].lower in _SOURCES and tokens[source + 1].lower in DETERMINERS:
            for at in (source + 2, source + 3):  # "in a 2018 poll", "in a wide 2018 poll"
                end = match_date(unit, at)
                behind = [token.lower for token in tokens[end : end + 2]]
                if end > at and not _OCCASIONS.isdisjoint(behind):
                    return tokens[at].start, tokens[end - 1].end
    return None


def _of_dated_paper(unit: Unit, cue: Cue) -> Span | None:
    """ "A 2019 study found", "according to Monday's announcement": in the speaker's own words."""
    tokens, first = unit.tokens, _token_at(unit, cue.speaker.start)
    if not cue.speaker.via_document:
        return None
    for at in (first, first + 1):
        end = max(match_owner(tokens, at), match_date(unit, at)) if at < len(tokens) else at
        if end > at and not _OCCASIONS.isdisjoint(t.lower for t in tokens[end : end + 2]):
            return tokens[at].start, tokens[end - 1].end
    return None


def _of_named_document(reading: Reading, unit: Unit, cue: Cue) -> Span | None:
    """ "X said that …, according to a post on Tuesday": where the saying is found has its time."""
    for other in reading.cues(unit):
        is_behind = other.start > cue.start and unit.text[other.start : other.end] == "according to"
        if is_behind and (other.speaker.via_document or other.speaker.kind == "document"):
            return _own_time(unit, other)
    return None


def _of_outer(reading: Reading, unit: Unit, cue: Cue) -> Span | None:
    """ "X said on Monday that Y hoped that": a saying told in another has its time."""
    for other in reversed(reading.cues(unit)):
        is_before = other.is_leading and other.region_end <= cue.region_start < other.right
        is_behind = not other.is_leading and other.left <= cue.start < other.region_start
        apart = any(t.kind == "quote" for t in unit.tokens if cue.end <= t.start < other.start)
        if is_before or (is_behind and not apart):
            return _own_time(unit, other)
    return None


def _of_main_clause(reading: Reading, unit: Unit, cue: Cue) -> Span | None:
    """ "X met them on Friday, saying that": as the main verb, unless that is a saying itself."""
    stop = _token_at(unit, cue.start)
    if stop < 2 or not unit.text[cue.start : cue.end].endswith("ing"):
        return None
    if unit.tokens[stop - 1].text != ",":
        return None
    earlier = [other for other in reading.cues(unit) if other.start < cue.start]
    if earlier:
        return _own_time(unit, earlier[-1])
    first = _token_at(unit, sentence_start(unit, stop))
    spans = [span for at in range(first, stop) if (span := _time_at(unit, at))]
    return spans[0] if spans and spans[0][1] == spans[-1][1] else None


def _of_statement_before(reading: Reading, unit: Unit, cue: Cue) -> Span | None:
    """The same speaker's statement goes on from one of the sentences before."""
    first = _token_at(unit, cue.region_start)
    if first and unit.tokens[first - 1].lower in _OTHER_TIMES:
        return None
    name = None
    for before in reading.units_before(unit, _REACH):
        cues = reading.cues(before)
        if not cues:
            if unit.tokens[0].kind == "quote" and (when := _of_telling(before)):
                return when
            if all(token.kind in ("quote", "mark") for token in before.tokens):
                continue
            return None
        name = name or resolve(reading, unit, cue.speaker, cue)
        is_taken_up = cue.speaker.is_pronoun and bool(cues[-1].speaker.determiner)
        if not is_taken_up and resolve(reading, before, cues[-1].speaker, cues[-1]) != name:
            return None
        when = _own_time(before, cues[-1])
        if when is not None:
            return when
    return None


def _of_telling(unit: Unit) -> Span | None:
    """ "He told the news in a post on May 11." before a quotation from it."""
    for at, token in enumerate(unit.tokens):
        if token.lower in _OCCASIONS or token.lower in _ISSUED:
            return next(
                (span for n in range(at, len(unit.tokens)) if (span := _time_at(unit, n))), None
            )
    return None
