"""Read a noun phrase: find the name in it, leave off titles, tell a person from a body.

Names are runs of capitalised words with the small words that join them. Works on the phrase
alone; the rest of the article is `resolve`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.classes import Name, classify, describes, given_name, is_whole_body
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.roles import GROUPS, ROLES, TITLES
from qa.attribution.runs import (
    GROUP_NOUNS,
    JOINERS,
    bare,
    capital_run,
    is_common_start,
)
from qa.attribution.tokens import Token
from qa.attribution.words import (
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
)

SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_PERSONAL = frozenset(("person", "unknown"))


def find_name(phrase: Sequence[Token], starts_sentence: bool) -> Name | None:
    """Return the name that the phrase is about, None when it only mentions one or none.

    "Zoo director Anke Vos" and "Idris Kaan of the engineer corps" are about a name,
    "the mayor of Altbruck" and "Tolland Bank economists" are not.
    """
    at = 1 if starts_sentence and phrase and is_common_start(phrase) else 0
    runs = _runs(phrase, at)
    if not runs:
        return None
    person = _person_behind(phrase, runs)
    if person is not None:
        return person
    last = classify(phrase, *runs[-1])
    start, end = runs[0] if runs[0][0] == 0 and _ends_phrase(phrase, runs[0][1]) else runs[-1]
    if not _ends_phrase(phrase, end) or (phrase[end - 1].is_possessive and end < len(phrase)):
        return None
    pair = _pair(phrase, runs, start, end)
    if pair is not None:
        return pair
    if last is not None and _is_titled_end(phrase, runs, last):
        return last
    if _is_inside(phrase, start):
        return None
    if phrase[end - 1].lower.endswith("s") and phrase[end - 1].lower in GROUPS:
        return None  # "several Orsk Democrats"
    name = classify(phrase, start, end)
    is_owned = any(token.is_possessive for token in phrase[:start])
    return None if name is not None and is_owned and _is_thing(phrase, name) else name


def _person_behind(phrase: Sequence[Token], runs: Sequence[tuple[int, int]]) -> Name | None:
    """Read a person's full name behind an office, a body or an owner, or behind plain words.

    "Ambassador to Orsk Bridget Brand", "Hall of Famer Ana Roos", "the Gazette's Ana Roos" and
    "lead author Ana Roos of Tovan University", not "a lawyer for President Ana Roos".
    """
    for start, end in (runs[0], runs[-1]):
        words = [bare(token) for token in phrase[start:end]]
        first = given_name(words, 0)
        at = start + (first or 0)
        if (
            not at
            or first is None
            or phrase[end - 1].is_possessive
            or not _ends_phrase(phrase, end)
        ):
            continue
        if _leads_to_name(phrase, at):
            return Name(at, end, "person", GIVEN_NAMES.get(words[first]))
    return None


def _leads_to_name(phrase: Sequence[Token], at: int) -> bool:
    """Say whether the words before a name at `at` are its bearer's office and nothing more."""
    before = phrase[:at]
    if any(token.kind not in ("word", "aside") or token.lower in RELATIVES for token in before):
        return False
    if any(token.lower in ("as", "by", "with", "from") for token in before):
        return False
    is_two = any(token.lower == "and" for token in before)
    if is_two and (before[-1].lower == "and" or any(token.is_capital for token in before[:-2])):
        return False
    joints = [k for k, token in enumerate(before) if token.lower in PREPOSITIONS]
    if not joints:
        return before[-1].is_possessive or describes(bare(before[-1])) or bare(before[-1]) in TITLES
    held = [bare(token) for token in before[joints[-1] + 1 :] if token.lower not in DETERMINERS]
    is_office = all(k and phrase[k - 1].is_capital for k in joints)
    return is_office and not all(word in TITLES for word in held)


def _is_thing(phrase: Sequence[Token], name: Name) -> bool:
    """ "Hospital Safety Grades" has a body's noun but is none."""
    words = [bare(token) for token in phrase[name.start : name.end]]
    return name.kind == "organisation" and not is_whole_body(words)


def _is_titled_end(phrase: Sequence[Token], runs: Sequence[tuple[int, int]], last: Name) -> bool:
    """ "Color of Change director Rashad Robins", "Health and Safety Secretary Ana Roos"."""
    opens = runs[0][0] == 0 and all(
        token.is_capital or token.lower in JOINERS or token.kind == "aside"
        for token in phrase[: runs[-1][0]]
    )
    is_whole = last.end == len(phrase) and last.end - last.start > 1
    return opens and is_whole and last.has_title


def _pair(
    phrase: Sequence[Token], runs: Sequence[tuple[int, int]], start: int, end: int
) -> Name | None:
    """Read "attorneys Maria Arda and Ivan Bok": two persons' names joined by "and"."""
    at = runs.index((start, end))
    if at == 0 or phrase[start - 1].lower != "and" or runs[at - 1][1] != start - 1:
        return None
    first = classify(phrase, *runs[at - 1])
    second = classify(phrase, start, end)
    if first is None or second is None or _is_inside(phrase, runs[at - 1][0]):
        return None
    both = first.kind in _PERSONAL and second.kind in _PERSONAL
    is_plain = not (first.has_title and second.has_title)
    # "Roos and Bok", "Ana Roos and Ivan Bok", not "Health and Human Services Secretary Ivan Bok"
    is_even = first.end - first.start > 1 or second.end - second.start == 1
    return Name(first.start, end, "group") if both and is_plain and is_even else None


def _runs(phrase: Sequence[Token], at: int) -> list[tuple[int, int]]:
    runs = []
    while at < len(phrase):
        end = capital_run(phrase, at)
        if end > at:
            runs.append((at, end))
        at = max(end, at + 1)
    return runs


def _ends_phrase(phrase: Sequence[Token], end: int) -> bool:
    """True where only an addition follows: nothing, a preposition, a bracket, a clause."""
    if end >= len(phrase):
        return True
    following = phrase[end]
    return (
        following.kind in ("aside", "mark", "number")
        or (end + 1 == len(phrase) and (following.lower in GROUP_NOUNS or _is_reduced(following)))
        or following.lower in PREPOSITIONS
        or following.lower in ("who", "which", "that")
    )


def _is_reduced(token: Token) -> bool:
    """ "the Varn Poll released": a participle describes the name."""
    return token.lower.endswith("ed") and not token.is_capital


def _is_inside(phrase: Sequence[Token], start: int) -> bool:
    """Say whether a preposition or clause before the run hangs it on another noun."""
    for at, token in enumerate(phrase[:start]):
        if token.lower == "and" and at and bare(phrase[at - 1]) in ROLES:
            continue  # "Prime Minister and Health Minister Ana Kovac"
        if token.lower in PREPOSITIONS or token.lower in ("who", "which", "that", "and", "as"):
            return True
    return False
