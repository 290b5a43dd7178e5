"""Find where the noun phrase beside a cue begins and ends.

Works on the tokens of one unit and on token indices, half-open. Does not look at what a phrase
names; `names` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.bodies import BODIES
from qa.attribution.clauses import has_finite, is_boundary, is_closed_quote, is_finite
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.names import find_name
from qa.attribution.places import PLACES
from qa.attribution.roles import GROUPS, ROLES
from qa.attribution.runs import bare, capital_run
from qa.attribution.timing import match_when
from qa.attribution.tokens import Token
from qa.attribution.verbs import FORMS
from qa.attribution.words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    WEEKDAYS,
)

# "an official who spoke on condition of anonymity" goes on describing him.
_NO_REPORT = frozenset(("ask", "demand", "speak", "talk", "call"))
_NO_MANNER = frozenset((*GIVEN_NAMES, "family"))
_OCCASIONS = frozenset(
    "statement interview conference briefing email e-mail letter tweet post report speech "
    "broadcast address rally hearing telephone phone reporter message video press radio "
    "television text note memo release call podcast blog article book trial".split()
)
_DAYS = WEEKDAYS | {"yesterday", "today", "tonight", "overnight"}
_PHRASE_ENDS = CLAUSE_OPENERS | RELATIVES | {"and"}
_INTRO_WORDS = ADVERBS | CLAUSE_OPENERS | {"and", "or", "that"}


def skip_left(text: str, tokens: Sequence[Token], at: int) -> int:
    """Step left over what stands between a subject and its verb: "also", "has", "on Monday"."""
    while at > 0:
        word = tokens[at - 1].lower
        if word in HAVE or word in ADVERBS or word in ("both", "all") or _is_manner(tokens[at - 1]):
            at -= 1
            continue
        start = _time_before(text, tokens, at)
        if start == at:
            return at
        at = start
    return at


def _is_manner(token: Token) -> bool:
    """An adverb in -ly, not "Datasembly" and not "family"."""
    is_adverb = token.lower.endswith("ly") and token.lower not in _NO_MANNER
    return is_adverb and not token.is_capital


def _time_before(text: str, tokens: Sequence[Token], at: int) -> int:
    for start in range(max(0, at - 5), at):
        if match_when(text, tokens, start) == at and not _is_name_part(tokens, start, at):
            return start
    return at


def _is_name_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Keep "Black Friday" and a bare month ("May said") as names."""
    one = end == start + 1
    if not one:
        return False
    return bare(tokens[start]) not in _DAYS


def phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Step back to the start of the noun phrase that ends at `end`, "of" phrases included."""
    at = end
    while at > 0:
        word = tokens[at - 1]
        if word.kind in ("mark", "quote") or word.lower in _PHRASE_ENDS:
            break
        if word.lower in PREPOSITIONS and word.lower not in ("of", "for"):
            break
        is_verb = is_finite(tokens, at - 1) or (word.lower in FORMS and not word.is_capital)
        if at < end and is_verb:
            break
        at -= 1
        if word.lower in DETERMINERS and not (at and tokens[at - 1].lower in ("of", "for")):
            break
    while at + 1 < end and tokens[at].lower in ("of", "for"):
        at += 1  # "his record | of a detective who said"
    return at if at < end else end - 1


def left_edge(text: str, tokens: Sequence[Token], end: int) -> int:
    """Return where the subject that ends at `end` begins, back to a comma at most."""
    floor = end
    while floor > 0 and tokens[floor - 1].text != "," and not is_boundary(tokens[floor - 1]):
        floor -= 1
    start = _after_opener(tokens, floor, end)
    return _after_intro(text, tokens, start, end)


def _after_opener(tokens: Sequence[Token], floor: int, end: int) -> int:
    """Cut at the last word that opens a clause of its own."""
    for at in range(end - 2, floor - 1, -1):
        word = tokens[at].lower
        if word in RELATIVES:
            if not (is_finite(tokens, at + 1) or tokens[at + 1].lower in FORMS):
                return at + 1
            return _before_relative(tokens, floor, at)
        if word in CLAUSE_OPENERS and at + 1 < end:
            return at + 1
        if word in ("and", "or") and has_finite(tokens, _last_opener(tokens, floor, at), at):
            return at + 1
        has_relative = any(token.lower in RELATIVES for token in tokens[floor:at])
        if tokens[at].kind == "word" and _cuts(tokens, at, end) and not has_relative:
            return at + 1
    return floor


def _last_opener(tokens: Sequence[Token], floor: int, at: int) -> int:
    """In "it began when the Board and the Guild said" the "and" joins no clauses."""
    while at > floor and tokens[at].lower not in CLAUSE_OPENERS:
        at -= 1
    return at


def _before_relative(tokens: Sequence[Token], floor: int, who: int) -> int:
    """Find the start of the noun that a relative clause inside the subject belongs to."""
    return _after_opener(tokens, floor, who + 1) if who > floor else floor


def _cuts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A finite verb before a new noun phrase: "we know | the mayor said"."""
    if at + 1 >= end or not is_finite(tokens, at):
        return False
    following = tokens[at + 1]
    if tokens[at].lower in BE and following.is_capital:
        return True
    return (
        following.lower in ARTICLES
        or following.lower in POSSESSIVES
        or (
            tokens[at].lower in FORMS
            and following.kind == "word"
            and following.lower not in PREPOSITIONS
        )
    )


def _after_intro(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave off what comes before the subject without a comma: "On Tuesday", "But"."""
    while start < end - 1:
        word = tokens[start].lower
        after = match_when(text, tokens, start)
        is_manner = (
            word.endswith("ly") and word not in _NO_MANNER and tokens[start + 1].kind == "word"
        )
        if start < after < end:
            start = after
        elif word in _INTRO_WORDS or is_manner:
            start += 1
        else:
            break
    if start < end - 2 and tokens[start].lower in PREPOSITIONS:
        return _after_preposition(tokens, start, end)
    return start


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> int:
    for at in range(end - 1, start + 1, -1):
        if tokens[at].lower in DETERMINERS and tokens[at - 1].lower not in PREPOSITIONS:
            return at
    run = capital_run(tokens[:end], start + 1)
    return run if start + 1 < run < end else start


def right_edge(text: str, tokens: Sequence[Token], start: int) -> int:
    """Return where the noun phrase that starts at `start` ends, at a mark at the latest."""
    at = start
    has_clause = False
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "mark" or is_closed_quote(token):
            break
        after = match_when(text, tokens, at)
        if at < after < len(tokens) and tokens[after].lower in ("by", "from"):
            at = after  # "a report released on Tuesday by X"
            continue
        is_dated = after > at and tokens[at - 1].lower not in ARTICLES  # not "a May report"
        if at > start and (token.kind == "quote" or is_dated):
            break
        if at > start and _ends_right(tokens, start, at, has_clause):
            break
        has_clause = has_clause or token.lower in RELATIVES
        at += 1
    return at


def _ends_right(tokens: Sequence[Token], start: int, at: int, has_clause: bool) -> bool:
    word = tokens[at].lower
    if word in CLAUSE_OPENERS and word not in ("after", "before", "than"):
        return True
    if word in PRONOUNS or word in ("there", "we", "i"):
        return not has_clause
    if word in ("who", "which", "that"):
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        says = following in FORMS and FORMS[following].base not in _NO_REPORT
        return says or find_name(tokens[start:at], False) is not None
    if word == "to" and not _is_object(tokens, at + 1):
        return True
    if word in ("at", "to", "on") and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        return True
    if word in PREPOSITIONS:
        return _starts_circumstance(tokens, start, at)
    is_noun = at + 1 < len(tokens) and tokens[at + 1].lower in ("by", "of")  # "claims by X"
    is_told = word in FORMS and word in FINITE and not tokens[at].is_capital and not is_noun
    if word in ("told", "during") or is_told:
        return not has_clause
    return not has_clause and word in AUXILIARIES and not tokens[at].is_capital


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Tell "close to the board" from "thought to have made"."""
    if at >= len(tokens):
        return False
    word = tokens[at]
    is_noun = word.is_capital or word.kind == "number" or word.lower in GROUPS
    return is_noun or word.lower in DETERMINERS or word.lower.endswith("s")


def _starts_circumstance(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "in a statement", "at a rally": says how it was said, not who."""
    following = [token.lower for token in tokens[at + 1 : at + 4]]
    if any(word.rstrip("s") in _OCCASIONS for word in following):
        return tokens[at].lower not in ("of", "for")
    return tokens[at].lower == "during"


def apposed_after(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Find the name apposed behind a role: "the caretaker, Josip Baric".

    The name must fill the stretch between two commas or up to the end.
    """
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    run = capital_run(tokens, end + 1)
    is_of = any(token.lower == "of" for token in tokens[start:end])  # "the chief of staff, X"
    if run == end + 1 or (bare(tokens[end - 1]) in GROUPS and not is_of):
        return None
    if find_name(tokens[start:end], start == 0) is not None:
        return None
    closes = run >= len(tokens) or tokens[run].kind in ("mark", "quote")
    nouns = [bare(token) for token in tokens[start:end]]
    is_one = nouns[:2] == ["one", "of"]  # "one of its authors, X"
    is_noun = any(noun in ROLES or noun in BODIES for noun in nouns) or nouns[-1].endswith("er")
    is_role = is_noun or is_one
    if not closes or not is_role or " ".join(map(bare, tokens[end + 1 : run])) in PLACES:
        return None
    return end + 1, run
