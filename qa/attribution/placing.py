"""Parts that the cue rules share: the speaker beside a cue, and how far a statement reaches."""

from __future__ import annotations

from dataclasses import replace

from qa.attribution.bodies import BODIES
from qa.attribution.clauses import has_finite, is_boundary, is_closed_quote
from qa.attribution.edges import apposed_after, right_edge
from qa.attribution.roles import ROLES
from qa.attribution.runs import bare
from qa.attribution.speakers import describe
from qa.attribution.types import Speaker, Subject
from qa.attribution.units import Unit
from qa.attribution.words import BE, DETERMINERS, FIRST_PERSONS, OWN_WORDS, PRONOUNS, RELATIVES

_EMPTY_SUBJECTS = FIRST_PERSONS | frozenset(
    "this that these those what all there none it's that's who which such".split()
)

_CONTRACTED = frozenset(
    "it's he's she's that's there's what's here's i'm i've we're we've you're they're".split()
)
_CIRCUMSTANCES = frozenset("with without despite amid including".split())
_STOPS = frozenset((".", "!", "?"))
_SELVES = FIRST_PERSONS - {"one"}
_PEOPLE_ONLY = ROLES - BODIES


def starts_sentence(unit: Unit, at: int) -> bool:
    """Say whether the word at token `at` owes its capital to its place."""
    if at == 0:
        return True
    before = unit.tokens[at - 1]
    return before.text in (":", "—", ".", "!", "?") or is_closed_quote(before)


def speaker_of(unit: Unit, subject: Subject) -> Speaker | None:
    """Describe the subject of a verb, None where nobody stands behind it."""
    head = unit.tokens[subject.start : subject.end]
    if len(head) == 1 and head[0].lower in _EMPTY_SUBJECTS:
        return None
    if head and (head[-1].kind == "quote" or (len(head) > 1 and head[0].lower in PRONOUNS)):
        return (
            None  # a statement: "“It is over” said …", "She helped her father in 2019, reported …"
        )
    if not head or head[0].lower in _SELVES or head[0].lower in _CONTRACTED:
        return None
    if head[0].lower in _CIRCUMSTANCES and subject.name is None:
        return None  # "…, with more partners expected to join"
    if subject.name is None:
        return describe(head, starts_sentence(unit, subject.start))
    return _with_role(unit, subject.start, subject.name)


def _with_role(unit: Unit, start: int, name: tuple[int, int]) -> Speaker | None:
    """Describe "the coroner, Dr Esme Follett": the name, classified by the role too."""
    named = describe(unit.tokens[slice(*name)])
    role = describe(unit.tokens[start : min(name[0] - 1, name[1])])
    if named is None:
        return role
    if role is None or role.kind == "unknown":
        return replace(named, start=unit.tokens[start].start)
    nouns = {bare(token) for token in unit.tokens[start : name[0]]}
    is_person = bool(_PEOPLE_ONLY & nouns)
    kind = "person" if is_person and role.kind != "organisation" else role.kind
    return replace(
        named, start=unit.tokens[start].start, kind=kind, gender=role.gender or named.gender
    )


def phrase_at(unit: Unit, start: int) -> tuple[Speaker, int] | None:
    """Describe the noun phrase that starts at token `start`; also return the token behind it."""
    end = right_edge(unit.text, unit.tokens, start)
    if end == start:
        return None
    if unit.tokens[start].lower in PRONOUNS:
        end = start + 1
    name = apposed_after(unit.tokens, start, end)
    if name is not None:
        speaker = _with_role(unit, start, name)
        if speaker is not None:
            return replace(speaker, end=unit.tokens[name[1] - 1].end), name[1]
    speaker = describe(unit.tokens[start:end], starts_sentence(unit, start))
    if speaker is None or (not speaker.is_name and speaker.text.lower() in _EMPTY_SUBJECTS):
        return None
    return speaker, end


def sentence_token(unit: Unit, at: int) -> int:
    """Return the token behind the last full stop before token `at`; a unit may hold several."""
    for before in range(at - 1, 0, -1):
        if unit.tokens[before - 1].text in _STOPS and unit.tokens[before - 1].kind == "mark":
            return before
    return 0


def sentence_start(unit: Unit, at: int) -> int:
    """Return the offset of the sentence that token `at` lies in."""
    first = sentence_token(unit, at)
    return unit.tokens[first].start if first else unit.start


def sentence_end(unit: Unit, at: int) -> int:
    """Return the offset of the next full stop that no quotation follows, or the unit's end."""
    tokens = unit.tokens
    for after in range(at + 1, len(tokens) - 1):
        if tokens[after].text in _STOPS and tokens[after].kind == "mark":
            if tokens[after + 1].kind == "quote":
                continue
            return tokens[after].start
    return unit.end


def has_lead(unit: Unit, start: int) -> bool:
    """Say whether a statement or a topic stands before the subject that starts at `start`."""
    if start == 0:
        return False
    before = unit.tokens[start - 1]
    return before.kind in ("quote", "aside") or before.text in (",", "—", "–", "--", "-", "?", "!")


def is_whole(unit: Unit, start: int, end: int) -> bool:
    """Say whether tokens `[start, end)` could stand alone: a clause or a quoted one."""
    return has_finite(unit.tokens, start, end) or any(
        is_closed_quote(token) for token in unit.tokens[start:end]
    )


def trailing_right(unit: Unit, lead: int, start: int, after: int, by_name: bool) -> int | None:
    """Return the token from which the statement goes on behind a cue, None if it does not.

    `lead` and `start` bound what comes before the cue, `after` is the token behind it. After a
    speaker that follows the verb (`by_name`) only a quotation goes on: the rest describes him.
    """
    tokens = unit.tokens
    if after >= len(tokens):
        return None
    if by_name:
        quotes = [at for at in range(after, len(tokens)) if tokens[at].kind == "quote"]
        return quotes[0] if quotes else None
    if tokens[after].kind == "quote":
        return after
    if after + 1 >= len(tokens) or tokens[after].text not in (",", ".", "—", "–", "--", ";"):
        return None
    following = tokens[after + 1]
    if following.kind == "quote":
        return after + 1
    if tokens[after].text in (".", ";"):
        return None
    if not is_whole(unit, lead, start):
        return None if following.lower in RELATIVES else after + 1
    return after + 1 if _goes_on(unit, after + 1) else None


def _goes_on(unit: Unit, at: int) -> bool:
    """Judge the first words behind ", he said,": the statement's or the writer's own."""
    words = [token.lower for token in unit.tokens[at : at + 4]]
    if words[0] in ("and", "but"):
        if len(words) > 1 and words[1] in BE:  # "and were searching": the same subject goes on
            return True
        return len(words) > 1 and (words[1] == "that" or unit.tokens[at + 1].kind == "quote")
    if any(word in OWN_WORDS for word in words[:1]) or words[0] in RELATIVES:
        return False
    if len(words) > 1 and words[1] in OWN_WORDS and words[1] != "while":
        return False
    if any(word in ("after", "before") for word in words):
        return False
    return not (words[0] in DETERMINERS and _is_description(unit, at))


def _is_description(unit: Unit, at: int) -> bool:
    """ ", a hospital porter who …": an apposition to the speaker."""
    for token in unit.tokens[at : at + 6]:
        if is_boundary(token) or token.text == ",":
            break
        if bare(token) in ROLES:
            return True
    return False
