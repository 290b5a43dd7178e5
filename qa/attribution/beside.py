"""Find the names that hold a noun or stand beside it: "Detective Rana Aziz", "a guest, Jo Pell".

Looks at one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qa.attribution.bodies import BODIES, GENERIC_BODIES, NATIONAL_ENDINGS
from qa.attribution.candidates import names_in
from qa.attribution.classes import classify, is_whole_body
from qa.attribution.clauses import is_finite
from qa.attribution.edges import phrase_start, right_edge
from qa.attribution.places import PLACES
from qa.attribution.roles import ROLES, TITLE_MODIFIERS
from qa.attribution.runs import bare, capital_run
from qa.attribution.speakers import describe
from qa.attribution.tokens import Token
from qa.attribution.types import Speaker
from qa.attribution.units import Unit
from qa.attribution.verbs import FORMS

_PLAIN_MODIFIERS = frozenset("former current then-current outgoing incoming ex new same".split())

MODIFIERS = _PLAIN_MODIFIERS | TITLE_MODIFIERS

_SHORT_TITLES = {
    "dr": "doctor",
    "prof": "professor",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "insp": "inspector",
    "det": "detective",
    "rev": "reverend",
}
_ONLY_BODIES = BODIES - ROLES


def _lacks_field(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """ "the state auditor" is no Auditor Jo Pell who is not called a state one."""
    fields = [word for word in noun.lower().split()[:-1] if word in TITLE_MODIFIERS]
    near = {token.lower for token in tokens[max(0, at - 4) : at]}
    return not near.issuperset(word for word in fields if word not in _PLAIN_MODIFIERS)


def _is_of_today(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """ "The former pope" is not Pope Jo Pell, who holds the office."""
    is_past = noun.lower().split()[0] in ("former", "ex", "then")
    near = {token.lower for token in tokens[max(0, at - 4) : at]}
    has_name = at + 1 < len(tokens) and tokens[at + 1].is_capital
    return is_past and has_name and tokens[at].is_capital and near.isdisjoint(("former", "ex"))


@lru_cache(maxsize=256)
def noun_pattern(noun: str) -> re.Pattern[str]:
    """Return what finds a noun or a title that is short for it in lower-case text."""
    short = [title for title, long in _SHORT_TITLES.items() if long == noun]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, [noun, *short]))})(?!\w)")


def names_beside(unit: Unit, speaker: Speaker, before: int) -> Iterator[Speaker]:
    """Yield the names that hold the noun or that it is set beside in this unit."""
    tokens = unit.tokens
    for at in range(len(tokens) - 1, -1, -1):
        word = bare(tokens[at])
        if tokens[at].start >= before or _SHORT_TITLES.get(word, word) != speaker.head:
            continue
        if tokens[at].kind != "word" or speaker.start <= tokens[at].start < speaker.end:
            continue
        if speaker.kind == "person" and (
            _lacks_field(tokens, at, speaker.text) or _is_of_today(tokens, at, speaker.text)
        ):
            continue
        name = _name_beside(unit, at, speaker)
        if name is not None and name.text.lower() != speaker.text.lower():
            yield name


def _name_beside(unit: Unit, at: int, speaker: Speaker) -> Speaker | None:
    tokens = unit.tokens
    if speaker.kind == "document":
        start = phrase_start(tokens, at + 1)
        found = describe(tokens[start : right_edge(unit.text, tokens, start)])
        has_author = found is not None and found.via_document and found.kind != "document"
        return found if has_author else None
    if speaker.head in BODIES and tokens[at].is_capital:
        for holder in names_in(unit):
            is_in = holder.start <= tokens[at].start < holder.end and " " in holder.text
            if is_in and _shares_words(speaker, holder):
                return holder
    if speaker.kind == "unknown" and speaker.head not in ROLES:
        return None
    if speaker.kind == "organisation" and " " in speaker.text:
        return None
    name = name_after(unit, at) or _before_noun(unit, at) or _inside_noun(unit, at)
    other = "person" if speaker.kind == "organisation" else "organisation"
    return None if name is None or name.kind == other else name


def _shares_words(speaker: Speaker, name: Speaker) -> bool:
    """ "the weather service" is the National Weather Service, "the Canadian centre" is not."""
    words = name.text.lower().split()
    return is_whole_body(words) and all(word in words for word in speaker.text.lower().split())


def name_after(unit: Unit, at: int) -> Speaker | None:
    """ "detective Rana Aziz", "the guest, Emil Brandt," and "the head of the team, Dr X,"."""
    tokens = unit.tokens
    start = at + 1
    is_named = tokens[at].is_capital and bare(tokens[at]) in _ONLY_BODIES
    if tokens[at].is_possessive or is_named:
        return None  # "the service's Varn office", "the Guild Awards"
    if start < len(tokens) and not tokens[start].is_capital:
        start = _comma(tokens, at + 1) + 1
    end = capital_run(tokens, start) if start else start
    if not start or end == start or end - start < 1:
        return None
    if start > at + 1 and end < len(tokens) and tokens[end].kind not in ("mark", "quote"):
        return None
    return _speaker(unit, start, end)


def _comma(tokens: tuple[Token, ...], at: int) -> int:
    """Find the comma behind a noun and what is hung on it, -1 if there is none near."""
    for k in range(at, min(at + 9, len(tokens))):
        if tokens[k].text == ",":
            return k
        if tokens[k].kind != "word":
            break
    return -1


def _before_noun(unit: Unit, at: int) -> Speaker | None:
    """ "Abu Ali, a spokesman for …": the name before a description with the noun."""
    tokens = unit.tokens
    start = phrase_start(tokens, at + 1)
    if start < 2 or tokens[start - 1].text != ",":
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (is_finite(tokens, at + 1) or following.lower in FORMS):
        return None  # "…, the department said"
    end = start - 1
    if tokens[end - 1].kind == "number" and end > 2:
        end -= 2
    begin = end
    while begin > 0 and capital_run(tokens[:end], begin - 1) == end:
        begin -= 1
    return None if begin == end else _speaker(unit, begin, end)


def _inside_noun(unit: Unit, at: int) -> Speaker | None:
    """ "the LNP pilot union", "the Tovan group": the name within the phrase."""
    tokens = unit.tokens
    start = next((k for k in range(at - 1, max(-1, at - 6), -1) if tokens[k].lower == "the"), at)
    if start + 1 >= at or bare(tokens[at]) not in GENERIC_BODIES:
        return None
    end = capital_run(tokens[:at], start + 1)
    is_adjective = end == start + 2 and tokens[start + 1].lower.endswith(NATIONAL_ENDINGS)
    if end == start + 1 or end < at - 1 or is_adjective or tokens[end - 1].is_possessive:
        return None
    return _speaker(unit, start + 1, end)


def _speaker(unit: Unit, start: int, end: int) -> Speaker | None:
    name = classify(unit.tokens, start, end)
    if name is None or unit.tokens[name.end - 1].is_possessive:
        return None
    if " ".join(bare(token) for token in unit.tokens[name.start : name.end]) in PLACES:
        return None
    run = unit.tokens[name.start : name.end]
    text = " ".join(unit.text[run[0].start : run[-1].end].split())
    head = bare(run[-1])
    return Speaker(
        text, run[0].start, run[-1].end, name.kind, is_name=True, gender=name.gender, head=head
    )
