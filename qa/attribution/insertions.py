"""Find a subject across what is inserted between commas: "the coroner, Dr Esme Follett, said".

A segment between commas is a name apposed to a role, a role apposed to a name, or an addition:
an age, a place, "who …". Tables and order, no parser.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.bodies import BODIES
from qa.attribution.clauses import has_finite, is_boundary, is_finite
from qa.attribution.edges import left_edge
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.names import SUFFIXES
from qa.attribution.places import PLACES
from qa.attribution.roles import GROUPS, ROLES
from qa.attribution.runs import bare, capital_run
from qa.attribution.timing import match_when
from qa.attribution.tokens import Token
from qa.attribution.types import Subject
from qa.attribution.words import (
    ADVERBS,
    ARTICLES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
)


def across_comma(text: str, tokens: Sequence[Token], comma: int) -> Subject | None:
    """Find the subject of a verb with a comma before it: an insertion stands between."""
    end = comma
    for _ in range(5):
        start = _segment_start(tokens, end)
        if start == end:
            return None
        if start == 0 or tokens[start - 1].text != ",":
            opening = match_when(text, tokens, start)  # "On Tuesday Ana Roos, 32, said"
            opening = opening if opening < end else start
            if _is_insertion(text, tokens, opening, end) and not _is_place(tokens, opening, end):
                return None
            return _first_phrase(text, tokens, end, comma)
        is_place = _is_place_after_place(tokens, start, end)
        apposed = None if is_place else _apposed(text, tokens, start, end)
        if apposed is not None:
            # "12 died, Ana Roos, the firm's chief, wrote": the name is described behind
            is_alone = end != comma and not tokens[apposed.start].is_capital
            is_described = is_alone and end - start > 1 and has_finite(tokens, 0, apposed.start)
            return Subject(start, end) if is_described else apposed
        is_added = _is_insertion(text, tokens, start, end) or _is_role(tokens, start, end)
        if not is_added and not _opens_clause(tokens, start - 1):
            return Subject(left_edge(text, tokens, end), end)
        if tokens[start].lower == "by" and start > 1:  # "the audit, by the firm X, found"
            return Subject(left_edge(text, tokens, start - 1), end)
        end = start - 1
    return None


def _first_phrase(text: str, tokens: Sequence[Token], end: int, comma: int) -> Subject:
    """Return the phrase that opens the sentence, or a name behind the clause that opens it.

    The comma is one too many in "12 died, the firm's chief Ana Roos, told the Gazette".
    """
    start = left_edge(text, tokens, end)
    after = end + 1
    stop = next((k for k in range(after, comma) if tokens[k].text == ","), comma)
    is_clause = after < stop and has_finite(tokens, start, end)
    return (
        Subject(after, stop) if is_clause and tokens[stop - 1].is_capital else Subject(start, end)
    )


def _opens_clause(tokens: Sequence[Token], end: int) -> bool:
    """Say whether a noun phrase fills the start of the clause up to `end`: "The order, …"."""
    start = _segment_start(tokens, end)
    if start == end or (start and tokens[start - 1].text == ","):
        return False
    first = tokens[start]
    return (first.is_capital or first.lower in DETERMINERS) and not has_finite(tokens, start, end)


def _segment_start(tokens: Sequence[Token], end: int) -> int:
    while end > 0 and tokens[end - 1].text != "," and not is_boundary(tokens[end - 1]):
        end -= 1
    return end


def _apposed(text: str, tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """Read "the city's mayor, Maria Lopez" when a name fills the segment `[start, end)`."""
    name_end = capital_run(tokens[:end], start)
    has_place = name_end < end and tokens[name_end].lower in ("of", "from")
    if not (has_place and name_end - start > 1):  # "Sen. Ada Frey of Illinois"
        name_end = end
    if not _is_name(tokens, start, name_end) or start < 2:
        return None
    head_end = start - 1
    if is_boundary(tokens[head_end - 1]):
        return None
    head_start = left_edge(text, tokens, head_end)
    if not _can_be_apposed(tokens, head_start, head_end, start, name_end):
        return None
    return Subject(head_start, end, (start, name_end))


def appositive(text: str, tokens: Sequence[Token], end: int) -> Subject | None:
    """The same for a phrase that ends at `end`, anywhere in a sentence."""
    start = _segment_start(tokens, end)
    if start and tokens[start - 1].text == ",":
        return _apposed(text, tokens, start, end)
    return None


def role_behind_name(text: str, tokens: Sequence[Token], end: int) -> Subject | None:
    """Read "by Ana Roos, the firm's director" when it ends at `end`: the name speaks."""
    start = _segment_start(tokens, end)
    if start < 2 or tokens[start - 1].text != "," or not _is_role(tokens, start, end):
        return None
    begin = start - 1
    while begin > 0 and capital_run(tokens[: start - 1], begin - 1) == start - 1:
        begin -= 1
    is_name = start - 1 - begin > 1 and bare(tokens[start - 2]) not in BODIES
    return Subject(begin, start - 1) if is_name else None


def _can_be_apposed(
    tokens: Sequence[Token], head_start: int, head_end: int, start: int, end: int
) -> bool:
    words = [bare(token) for token in tokens[start:end]]
    if " ".join(words) in PLACES:
        return False
    head = tokens[head_start:head_end]
    nouns = [bare(token) for token in head]
    if has_finite(tokens, head_start, head_end):
        return False
    is_role = any(noun in ROLES or noun in BODIES for noun in nouns) and nouns[-1] not in GROUPS
    if end - start == 1 and head[-1].is_capital:
        return is_role and any(noun in ROLES for noun in nouns) and not words[0].isupper()
    return is_role or not head[-1].is_capital


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment is a name and nothing else (an age in brackets may follow)."""
    run = capital_run(tokens[:end], start)
    while run < end and tokens[run].kind == "aside":
        run += 1
    if run != end or start == end or _is_party(tokens[start]):
        return False
    return end - start > 1 or bare(tokens[start]) not in SUFFIXES


def _is_role(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment describes whoever comes before: "the city's mayor"."""
    if tokens[start].lower in ARTICLES or tokens[start].lower in POSSESSIVES:
        return True
    if end - start > 1 and _is_name(tokens, start, end):
        return False
    for at in range(start, end):
        if tokens[at].lower in PREPOSITIONS or tokens[at].lower in RELATIVES:
            break
        if bare(tokens[at]) in ROLES:
            return not is_finite(tokens, at)
    return any(token.is_possessive for token in tokens[start:end])


def _is_insertion(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment only adds to what comes before: an age, "who …", "in Velo"."""
    first = tokens[start]
    if first.kind in ("number", "aside") or first.lower in RELATIVES:
        return True
    if first.lower == "and" and tokens[start + 1].lower in RELATIVES:
        return True
    if (
        first.lower in PREPOSITIONS
        or first.lower in ADVERBS
        or (first.lower.endswith("ly") and not first.is_capital)
    ):
        return True
    if first.lower.endswith(("ing", "ed")) and not first.is_capital:
        return True
    if match_when(text, tokens, start) == end or bare(first) in SUFFIXES:
        return True
    is_plain = not first.is_capital and first.lower not in DETERMINERS and start > 1
    if is_plain and tokens[start - 2].is_capital and not _is_role(tokens, start, end):
        return True  # "Indiana, eager to return,"
    is_place = _is_place(tokens, start, end) or _is_place_after_place(tokens, start, end)
    return is_place or _is_party(first)


def _is_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    return " ".join(bare(token) for token in tokens[start:end]) in PLACES


def _is_party(token: Token) -> bool:
    """ "R-Texas" behind a member's name."""
    return len(token.text) > 2 and token.text[1] == "-" and token.text[0].isupper()


def _is_place_after_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "police in Kettwil, Sorn, said": a name of one or two words after a capitalised one."""
    is_name = capital_run(tokens[:end], start) == end and tokens[start].lower not in GIVEN_NAMES
    if not is_name or end - start > 2 or start < 3 or not tokens[start - 2].is_capital:
        return False
    near = {token.lower for token in tokens[max(0, start - 5) : start - 2]}
    return bool(near & {"in", "from", "at", "near"}) or (end - start == 1 and "of" in near)


def described(text: str, tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """ "Arthur Kaplan, head of the school called": the second comma is missing."""
    if start < 2 or tokens[start - 1].text != ",":
        return None
    opens = _segment_start(tokens, start - 1)
    is_reply = opens > 0 and tokens[opens - 1].kind == "quote"
    if tokens[start].lower in DETERMINERS and not is_reply:
        return None  # "…, the board said", but "“…,” Ana Roos, the mayor said"
    is_office = bare(tokens[start]) in ROLES and start + 1 < end and tokens[start + 1].lower == "of"
    if not is_office and (tokens[start].is_capital or not _is_role(tokens, start, end)):
        return None  # "Ana Roos, CEO of Tovan told"
    name_start = _segment_start(tokens, start - 1)
    if not _is_name(tokens, name_start, start - 1) or start - 1 - name_start < 2:
        return None
    return Subject(left_edge(text, tokens, start - 1), start - 1)
