"""Find the name behind a noun: "the agency", "the detective", "the report".

A noun is taken up by a name that holds it ("Interior Ministry"), by a name that it is set
beside ("Detective Rana Aziz", "the guest, Emil Brandt"), or, for words like "company", by the
nearest body. Without such a name the fuller earlier phrase serves ("pharmacist in the quarter").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qa.attribution.antecedents import (
    Found,
    best,
    grade_ahead,
    grade_body,
    grade_office,
    grade_person,
)
from qa.attribution.candidates import Reading, names_in
from qa.attribution.clauses import is_finite
from qa.attribution.edges import phrase_start, right_edge
from qa.attribution.names import bare, capital_run, classify, is_whole_body
from qa.attribution.papers import maker_of
from qa.attribution.roles import (
    BODIES,
    FIT_NAMES,
    GENERIC_BODIES,
    NATIONAL_ENDINGS,
    PLACES,
    ROLES,
    TAKEN_UP,
    TITLE_MODIFIERS,
    TITLES,
    UNFIT_NAMES,
)
from qa.attribution.speakers import describe
from qa.attribution.tokens import Token
from qa.attribution.types import Speaker
from qa.attribution.units import Unit
from qa.attribution.verbs import FORMS

_REACH = 30
_AHEAD = 3
_NEAR = 4
_PLAIN_MODIFIERS = frozenset("former current then-current outgoing incoming ex new same".split())
_MODIFIERS = _PLAIN_MODIFIERS | TITLE_MODIFIERS

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


def named_by_noun(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    """Return the mention that the noun takes up, None when it stands for itself."""
    is_definite = speaker.determiner in ("the", "this", "that", "these", "those")
    is_plain = _is_plain(speaker.text)
    if speaker.kind == "group" or not speaker.head:
        return None
    if is_definite and (is_plain or speaker.kind != "person"):
        found = _backwards(reading, unit, speaker)
        if found is not None:
            return found
    if is_definite and speaker.kind == "document":
        return maker_of(reading, unit, speaker)
    if is_definite and (speaker.head in TAKEN_UP or speaker.head.endswith("-year-old")):
        return _nearest_person(reading, unit, speaker)
    if speaker.kind != "person" or speaker.determiner in ("his", "her", "their", "my"):
        return None
    if speaker.determiner not in ("a", "an") and speaker.head not in TITLES:
        return None
    is_office = is_definite and " of " not in speaker.text
    ahead = _forwards(reading, unit, speaker)
    return ahead or (_subject_before(reading, unit, speaker) if is_office else None)


def _is_plain(noun: str) -> bool:
    """One word, or with an ordinal or the like: "46th president"."""
    return all(word[0].isdigit() or word in _MODIFIERS for word in noun.lower().split()[:-1])


def _lacks_field(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """ "the state auditor" is no Auditor Jo Pell who is not called a state one."""
    fields = [word for word in noun.lower().split()[:-1] if word in TITLE_MODIFIERS]
    near = {token.lower for token in tokens[max(0, at - 4) : at]}
    return not near.issuperset(word for word in fields if word not in _PLAIN_MODIFIERS)


def _backwards(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    for where in _units(reading, unit):
        for name in _beside_noun(where, speaker, before=speaker.start):
            return name, where
        earlier = _earlier_phrase(reading, where, speaker)
        if earlier is not None:
            return earlier, where
    is_plain = " " not in speaker.text or (
        speaker.head in UNFIT_NAMES and speaker.text.islower()
    )  # "the company", "the hotel company"
    if speaker.head in GENERIC_BODIES and is_plain:
        return _nearest_body(reading, unit, speaker)
    return None


def _units(reading: Reading, unit: Unit) -> Iterator[Unit]:
    yield unit
    yield from reading.units_before(unit, _REACH)


def _beside_noun(unit: Unit, speaker: Speaker, before: int) -> Iterator[Speaker]:
    """Yield the names that hold the noun or that it is set beside in this unit."""
    tokens = unit.tokens
    for at in range(len(tokens) - 1, -1, -1):
        word = bare(tokens[at])
        if tokens[at].start >= before or _SHORT_TITLES.get(word, word) != speaker.head:
            continue
        if tokens[at].kind != "word" or speaker.start <= tokens[at].start < speaker.end:
            continue
        if speaker.kind == "person" and _lacks_field(tokens, at, speaker.text):
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
    name = _after_noun(unit, at) or _before_noun(unit, at) or _inside_noun(unit, at)
    other = "person" if speaker.kind == "organisation" else "organisation"
    return None if name is None or name.kind == other else name


def _shares_words(speaker: Speaker, name: Speaker) -> bool:
    """ "the weather service" is the National Weather Service, "the Canadian centre" is not."""
    words = name.text.lower().split()
    return is_whole_body(words) and all(word in words for word in speaker.text.lower().split())


def _after_noun(unit: Unit, at: int) -> Speaker | None:
    """ "detective Rana Aziz", "the guest, Emil Brandt," and "the head of the team, Dr X,"."""
    tokens = unit.tokens
    start = at + 1
    is_named = tokens[at].is_capital and bare(tokens[at]) in BODIES - ROLES
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


def _earlier_phrase(reading: Reading, unit: Unit, speaker: Speaker) -> Speaker | None:
    """Return an earlier speaker or subject with the same head noun and more words."""
    subject = reading.subject(unit)
    phrases = [cue.speaker for cue in reading.cues(unit)]
    if subject is not None and any(letter.isupper() for letter in subject.text):
        phrases.append(subject)  # "the city of Orsk"
    for other in phrases:
        if other.start >= speaker.start or other.is_name or other.head != speaker.head:
            continue
        if other.via_document or other.text.count(" ") > 8 or _has_verb(unit, other):
            continue
        if len(other.text) > len(speaker.text) and other.text.lower().find(speaker.head) >= 0:
            return other
    return None


def _has_verb(unit: Unit, phrase: Speaker) -> bool:
    """A phrase that ran on into a clause: "agency finds 12 leaks"."""
    return any(
        is_finite(unit.tokens, at)
        for at, token in enumerate(unit.tokens)
        if phrase.start <= token.start < phrase.end
    )


def _nearest_body(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    found = best(reading, _mentioned(reading, _units(reading, unit)), grade_body(noun))
    if found is not None or noun.head not in FIT_NAMES:
        return found
    ahead = reading.units_after(unit, _AHEAD)
    return best(reading, _mentioned(reading, ahead), grade_ahead(noun))


def _nearest_person(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    """ "The comedian" is who the sentences before are about."""
    before = reading.units_before(unit, _NEAR)
    return best(reading, _mentioned(reading, before, subjects_first=True), grade_person(noun))


def _subject_before(reading: Reading, unit: Unit, noun: Speaker) -> Found | None:
    """ "The Orsk leader" is the person whom the sentence before is about."""
    subjects = ((reading.subject(where), where) for where in reading.units_before(unit, 1))
    found = ((subject, where) for subject, where in subjects if subject is not None)
    return best(reading, found, grade_office(noun))


def _mentioned(
    reading: Reading, units: Iterable[Unit], subjects_first: bool = False
) -> Iterator[Found]:
    for unit in units:
        subject = reading.subject(unit) if subjects_first else None
        if subject is not None:
            yield subject, unit
        yield from ((name, unit) for name in reading.mentions(unit))


def _forwards(reading: Reading, unit: Unit, speaker: Speaker) -> Found | None:
    """ "A guest said …" and later "said the guest, Emil Brandt"."""
    for where in reading.units_after(unit, _AHEAD):
        for at, token in enumerate(where.tokens):
            if bare(token) != speaker.head or token.kind != "word":
                continue
            is_taken_up = at > 0 and where.tokens[at - 1].lower == "the"
            is_title = token.is_capital and speaker.determiner == "the"
            if not (is_taken_up or is_title):
                continue
            name = _after_noun(where, at)
            if name is not None and name.kind != "organisation":
                return name, where
    return None
