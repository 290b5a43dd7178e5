"""Tell clauses from phrases: finite verbs, and the marks that end a clause. Tables, no parser.

Works on the tokens of one unit (a sentence with its quotations folded) and on token indices,
half-open. A verb that `words` does not list is taken for a noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.bodies import BODIES
from qa.attribution.roles import GROUPS, ROLES
from qa.attribution.tokens import Token
from qa.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
)

HARD_MARKS = frozenset((*"—–−‒-;:.!?…|•◾▪►·∎■●()[]", "--", "..."))
DASHES = frozenset((*"—–−‒-", "--"))
_ACTORS = ROLES | BODIES | GROUPS
_BEHIND_PAST = (
    ADVERBS | PRONOUNS | {"him", "them", "me", "us", "when", "as", "that", "and", "before"}
)


def is_closed_quote(token: Token) -> bool:
    """Say whether a quotation is a clause of its own: it ends in a mark or is long."""
    inner = token.text.strip("\"'“”‘’«»„ ")
    return token.kind == "quote" and (inner[-1:] in tuple(",.!?…—-") or inner.count(" ") >= 7)


def is_boundary(token: Token) -> bool:
    """True for a mark or quotation that no noun phrase runs across; a comma is not one."""
    return token.text in HARD_MARKS if token.kind == "mark" else is_closed_quote(token)


_PARTIES = ("R-", "D-", "I-")


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is a finite verb, as far as the words beside it tell."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or token.kind != "word":
        return False
    before = tokens[at - 1].lower if at else ""
    if token.lower in AUXILIARIES:
        return True
    if before in DETERMINERS or before in PREPOSITIONS or before == "to":
        return False
    if token.lower in FINITE:
        return not token.is_capital or at == 0
    return _is_past(tokens, at, before)


def _closes_tag(tokens: Sequence[Token], comma: int) -> bool:
    """ "Ana Roos, R-Orsk, praised it", "Ana Roos, 41, praised it"."""
    tag = tokens[comma - 1] if comma > 1 else None
    opens = comma > 2 and tokens[comma - 2].text == "," and tokens[comma - 3].is_capital
    return tag is not None and opens and (tag.kind == "number" or tag.text[:2] in _PARTIES)


def _is_past(tokens: Sequence[Token], at: int, before: str) -> bool:
    """A word in -ed with a noun before it and no noun after it."""
    token = tokens[at]
    if before in ADVERBS and at > 1 and tokens[at - 2].lower in PRONOUNS:  # "she also helped"
        before = tokens[at - 2].lower
    if not token.lower.endswith("ed") or token.is_capital or len(token.lower) < 5:
        return False
    if before in CLAUSE_OPENERS or before in BE or before in ("", "and", "or"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if before == ",":  # "the twins, Ada and Eve, inherited the shop", not ", based in Lima,"
        return _closes_tag(tokens, at - 1) or (
            following is not None and following.lower in DETERMINERS
        )
    if following is None or following.kind != "word":
        return True
    if tokens[at - 1].is_capital or before in PRONOUNS or before in _ACTORS:
        return True
    open_word = following.is_capital or following.lower in DETERMINERS
    return open_word or following.lower in PREPOSITIONS or following.lower in _BEHIND_PAST


def has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether `[start, end)` holds a finite verb outside relative clauses."""
    return any(is_finite(tokens, at) for at in range(start, end))


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind the last hard boundary before `at`."""
    while at > 0 and not is_boundary(tokens[at - 1]):
        at -= 1
    return at
