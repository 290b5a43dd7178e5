"""Read on behind a reporting verb: does the statement follow it or come before it, and how far?

Works on the tokens of one unit; offsets that are returned are the article's.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.clauses import HARD_MARKS, clause_start, has_finite, is_closed_quote, is_finite
from qa.attribution.placing import has_lead, sentence_end
from qa.attribution.roles import DOCUMENTS
from qa.attribution.runs import bare
from qa.attribution.senses import may_introduce
from qa.attribution.timing import match_when
from qa.attribution.tokens import Token
from qa.attribution.types import Subject
from qa.attribution.units import Unit
from qa.attribution.verbs import FORMS, ReportingForm
from qa.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    FINITE,
    OWN_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from qa.number_words import SMALL, TENS

_BEHIND_VERBS = DETERMINERS | PREPOSITIONS | SMALL.keys() | TENS.keys()


def read_on(unit: Unit, start: int, at: int, form: ReportingForm) -> tuple[int, bool]:
    """Return the token behind the cue's own words, and whether the statement follows."""
    tokens = unit.tokens
    first = at + 1
    while first < len(tokens) and _is_adverb(tokens[first]) and not _is_time(unit, first):
        first += 1
    stop = next_mark(tokens, first)
    is_reply = start > 0 and is_closed_quote(tokens[start - 1])
    is_over = is_reply and tokens[start - 1].text.rstrip("\"'”’»").endswith(",")
    if is_reply and first < len(tokens) and tokens[first].lower in SUBORDINATORS:
        return stop, False  # "“…,” she said when that was mentioned"
    that = that_clause(tokens, first, stop) or told_to(tokens, first, stop, form)
    if that is not None:
        return that + 1, True
    if is_over and stop > first and not _opens_quote(tokens, stop):
        return stop, False  # "“…,” she told the judge when he asked"
    lead = has_statement(unit, start)
    if stop == first:
        return first, _leads_at_mark(unit, start, stop, lead)
    after = _behind_time(unit, first, stop)
    opens = tokens[first].lower in OWN_WORDS
    if is_reply and (after > first or tokens[first].lower in PREPOSITIONS):
        return stop, False  # "“…,” she said in a post shared on Monday"
    if has_finite(tokens, first, _relative(unit, first, stop)) and not opens:
        return after, True
    is_circumstance = opens or _is_circumstance(unit, first, stop, form)
    if not lead or _opens_quote(tokens, stop):
        return (stop if is_circumstance else after), True
    return (stop, False) if is_reply or is_circumstance else (after, True)


def _opens_quote(tokens: Sequence[Token], at: int) -> bool:
    """ "told the Gazette: “…”"."""
    return at + 1 < len(tokens) and tokens[at].text == ":" and tokens[at + 1].kind == "quote"


def _is_adverb(token: Token) -> bool:
    return token.lower in ADVERBS or (token.lower.endswith("ly") and not token.is_capital)


def _relative(unit: Unit, first: int, stop: int) -> int:
    """Return where a circumstance is described: "in a statement | that ended …", "| sent to …"."""
    if unit.tokens[first].lower not in PREPOSITIONS and not _is_time(unit, first):
        return stop
    for at in range(first + 2, stop):
        if unit.tokens[at].lower in RELATIVES and is_finite(unit.tokens, at + 1):
            return at
        if bare(unit.tokens[at - 1]) in DOCUMENTS and unit.tokens[at].lower.endswith("ed"):
            return at
    return stop


def _is_time(unit: Unit, at: int) -> bool:
    return match_when(unit.text, unit.tokens, at) > at


def _behind_time(unit: Unit, first: int, stop: int) -> int:
    """Step over "on Monday" and "in a statement on Monday", which belong to the cue."""
    after = match_when(unit.text, unit.tokens, first)
    if after > first or unit.tokens[first].lower not in ("in", "at", "during", "via", "through"):
        return after
    for at in range(first + 1, min(stop, first + 9)):
        if is_finite(unit.tokens, at):
            return first
        after = match_when(unit.text, unit.tokens, at)
        if after > at:
            return after
    return first


def next_mark(tokens: Sequence[Token], first: int) -> int:
    at = first
    while at < len(tokens):
        token = tokens[at]
        is_quote = token.kind == "quote" and (at == first or is_closed_quote(token))
        if is_quote or token.text == "," or token.text in HARD_MARKS:
            break
        at += 1
    return at


def that_clause(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Find the "that" which opens the statement, across a listener and a time."""
    for at in range(first, min(stop, first + 16)):
        if tokens[at].lower == "that":
            # "in a statement that ended the quarrel": not what was said
            return None if at > first and _opens_relative(tokens, at + 1) else at
        if tokens[at].text == "," or tokens[at].kind == "quote":
            return None
        if is_finite(tokens, at) and not tokens[at].lower.endswith("ed"):
            return None
        if tokens[at].lower == "and" and at + 1 < stop and _is_reporting(tokens[at + 1]):
            return None  # "put it at 12 and found that 9 …": the second verb's
    return None


def _opens_relative(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a verb stands right behind "that": "ended the quarrel", not "armed men left"."""
    if at >= len(tokens) or tokens[at].is_capital:
        return False
    word, following = tokens[at].lower, tokens[at + 1] if at + 1 < len(tokens) else None
    if word in AUXILIARIES or word in FINITE:
        return True
    if not word.endswith("ed") or len(word) < len("ended"):
        return False
    if following is None or following.kind != "word" or following.is_capital:
        return True
    return following.lower in _BEHIND_VERBS


def _is_reporting(token: Token) -> bool:
    form = FORMS.get(token.lower)
    return form is not None and form.form in ("past", "s")


def told_to(tokens: Sequence[Token], first: int, stop: int, form: ReportingForm) -> int | None:
    """Find the "to" of "vowed to hire 12" and of "urged residents to boil water for 12 days"."""
    if form.takes("i") and first < stop and tokens[first].lower == "to":
        return first
    if not form.takes("t"):
        return None
    for at in range(first + 1, min(stop - 1, first + 8)):
        if is_finite(tokens, at):
            return None
        following = tokens[at + 1]
        if tokens[at].lower == "to" and following.kind == "word":
            is_noun = following.is_capital or following.lower in DETERMINERS
            return None if is_noun else at
    return None


def _leads_at_mark(unit: Unit, start: int, stop: int, lead: bool) -> bool:
    tokens = unit.tokens
    if stop >= len(tokens) or tokens[stop].text in (".", "!", "?", ";", "—", "–", "--", "…"):
        return False
    if tokens[stop].text == ":":
        return True
    if tokens[stop].kind == "quote":
        return not (start > 0 and is_closed_quote(tokens[start - 1]))
    return not lead


def _is_circumstance(unit: Unit, first: int, stop: int, form: ReportingForm) -> bool:
    """ "on Monday in a statement", "told reporters": no statement of its own."""
    of_what = unit.tokens[first].lower in ("of", "about")
    if form.takes("t") and not (of_what and form.takes("o")):
        return True
    behind = match_when(unit.text, unit.tokens, first)
    if behind >= stop:
        return True
    word = unit.tokens[behind].lower
    if _is_amount(unit.tokens, behind):
        return False
    if form.takes("o") and word in ("of", "for", "about", "between", "around", "up", "over"):
        return False
    return word in PREPOSITIONS


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """ "at least 45", "between 15 and 20": what is said begins with a preposition."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].lower in ("in", "on", "by"):
        return False
    return following.kind == "number" or following.lower in ("least", "most", "all", "any")


def opens_statement(tokens: Sequence[Token], at: int, form: ReportingForm) -> bool:
    if may_introduce(tokens, at):
        return True
    if told_to(tokens, at + 1, next_mark(tokens, at + 1), form) is not None:
        return True
    if form.takes("v") and form.takes("c"):
        stop = next_mark(tokens, at + 1)
        is_clause = (
            has_finite(tokens, at + 1, stop) or that_clause(tokens, at + 1, stop) is not None
        )
        if stop + 1 < len(tokens) and tokens[stop].text in (":", ","):
            stop += 1
        return is_clause or (stop < len(tokens) and tokens[stop].kind == "quote")
    return form.takes("comd")


def has_statement(unit: Unit, start: int) -> bool:
    """Say whether what is said may stand before the subject at token `start`."""
    return has_lead(unit, start) or (start > 0 and unit.tokens[start - 1].lower == "as")


def compares(unit: Unit, start: int) -> bool:
    """Say whether "as many as X had said" opens the clause of the subject at token `start`."""
    words = [token.lower for token in unit.tokens[max(0, start - 4) : start]]
    return words[-1:] == ["as"] and "as" in words[:-1]


def leading_right(unit: Unit, subject: Subject, at: int) -> int:
    """Return the offset where a statement that follows the verb must end."""
    tokens = unit.tokens
    end = sentence_end(unit, at)
    who = next((k for k in range(subject.end, at) if tokens[k].lower in RELATIVES), None)
    if who is not None and who == subject.end:  # "a man who said he was lost was found"
        return min(end, _second_verb(unit, at))
    is_inside = subject.start > 0 and tokens[subject.start - 1].lower in ("which", "who", "whom")
    first = clause_start(tokens, subject.start)
    while first + 1 < subject.start and _is_adverb(tokens[first]):
        first += 1  # "Just since she announced it, …"
    opens = tokens[first].lower in SUBORDINATORS and subject.start <= first + 2
    if tokens[first].lower == "as" and any(t.text == "," for t in tokens[at + 1 : at + 3]):
        return end  # "As X noted, 12 died"
    if who is None and not is_inside and not opens:
        return end
    for comma in range(at + 1, len(tokens) - 1):
        if tokens[comma].text != "," or tokens[comma].start >= end:
            continue
        word = tokens[comma + 1].lower
        if opens or is_finite(tokens, comma + 1) or word in BE or word.endswith("ed"):
            return tokens[comma].start
    return end


def _second_verb(unit: Unit, at: int) -> int:
    """Return where the main clause goes on behind a relative clause without commas."""
    tokens = unit.tokens
    verbs = 0
    for k in range(at + 1, len(tokens)):
        if not is_finite(tokens, k) or tokens[k - 1].lower in AUXILIARIES:
            continue
        verbs += 1
        joined = tokens[k - 1].lower in ("and", "or", "that", "who", "which", "to", ",")
        if verbs == 2 and not joined:
            return tokens[k].start
    return unit.end
