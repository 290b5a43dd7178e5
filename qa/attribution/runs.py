"""Find runs of capitalised words with the small words that join them: "Chamber of Commerce".

Does not know what a run names; `names` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.bodies import BODIES, TRADES
from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.roles import DOCUMENTS, GROUPS, ROLES, TITLE_MODIFIERS, TITLES
from qa.attribution.tokens import Token
from qa.attribution.words import (
    ADVERBS,
    CLAUSE_OPENERS,
    DETERMINERS,
    FIRST_PERSONS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    WEEKDAYS,
)

PARTICLES = frozenset(
    "de da di do du del della van von der den ten ter bin ibn bint al el la le les y e dos das "
    "af av zu ben ould".split()
)

JOINERS = frozenset("of for on and & the to".split())

_CLOSED = ADVERBS | CLAUSE_OPENERS | DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES

_NEVER_NAMES = (
    _CLOSED
    | FIRST_PERSONS
    | frozenset(
        """
    and or i we you there one two three four five six seven eight nine ten eleven twelve twenty
    thirty forty fifty dozens hundreds thousands several former
    """.split()
    )
)

_TITLE_OWNERS = frozenset(
    "women's men's farmer's children's people's king's queen's mother's veteran's world's".split()
)

FIELDS = frozenset(
    """
    services affairs technology technologies commerce medicine arts sciences science prevention
    trade communications development welfare education research management culture tourism
    antiquities urban budget labor labour security safety enforcement fisheries wildlife
    """.split()
)

# May follow a body's name and say what it is.
GROUP_NOUNS = frozenset("group organization organisation nonprofit charity movement".split())


def bare(token: Token) -> str:
    """The lower-case word without possessive ending, full stop and hyphened prefix.

    >>> bare(Token("Corvane's", "corvane's", 0, 9, "word"))
    'corvane'
    """
    word = token.lower.rstrip(".")
    if word.endswith("'s"):
        return word[:-2]
    return word.rstrip("'")


def capital_run(phrase: Sequence[Token], at: int) -> int:
    """Return the end of the run of capitalised words that starts at `at`, or `at`."""
    end = at
    while end < len(phrase):
        if _joins_name(phrase[end]) or (end > at and _is_surname(phrase, end)):
            end += 1
            if phrase[end - 1].is_possessive and not _is_in_title(phrase, end):
                break
        elif (step := _particles(phrase, end)) and (end > at or phrase[end].lower in PARTICLES):
            end += step
        else:
            break
    return _with_joined_parts(phrase, at, end)


def _is_in_title(phrase: Sequence[Token], end: int) -> bool:
    """ "Women's Tennis League", "Workers' Alliance": the owner belongs to the name."""
    owner = phrase[end - 1].lower
    if end >= len(phrase) or not phrase[end].is_capital:
        return False
    is_office = bare(phrase[end - 1]) in ROLES and bare(phrase[end]) in BODIES
    return is_office or owner.endswith("s'") or owner in _TITLE_OWNERS


def _joins_name(token: Token) -> bool:
    if not token.is_capital:
        return False
    word = bare(token)
    return word not in WEEKDAYS and not (word in MONTHS and word not in GIVEN_NAMES)


def _is_surname(phrase: Sequence[Token], at: int) -> bool:
    """ "Theresa May" but not "Hamas March 3"."""
    token = phrase[at]
    follows = phrase[at + 1] if at + 1 < len(phrase) else None
    is_month = token.is_capital and token.lower in ("may", "april", "june", "august")
    return is_month and (follows is None or follows.kind != "number")


def _particles(phrase: Sequence[Token], at: int) -> int:
    """Count the small name words at `at` that a capitalised word follows."""
    end = at
    while end < len(phrase) and end < at + 3 and phrase[end].lower in PARTICLES:
        end += 1
    if end == at or end >= len(phrase) or not phrase[end].is_capital:
        return 0
    return end - at


def _with_joined_parts(phrase: Sequence[Token], start: int, end: int) -> int:
    """Extend "Chamber" over "of Commerce" when the whole is a body's name."""
    if end == start or phrase[end - 1].is_possessive:
        return end
    while end < len(phrase) and phrase[end].lower in JOINERS:
        after = end + 1
        if after < len(phrase) and phrase[after].lower == "the" and phrase[end].lower != "and":
            after += 1
        stop = after
        while stop < len(phrase) and _joins_name(phrase[stop]):
            stop += 1
        if stop == after or not _is_one_body(phrase, start, end, stop):
            return end
        end = stop
    return end


def _is_one_body(phrase: Sequence[Token], start: int, joint: int, stop: int) -> bool:
    if stop < len(phrase) and phrase[stop].lower in GROUP_NOUNS and phrase[joint].lower == "for":
        return True  # "the Lawyers for Clean Rivers group"
    first = any(is_body_noun(bare(token)) for token in phrase[start:joint])
    second = any(is_body_noun(bare(token)) for token in phrase[joint:stop])
    if phrase[joint].lower == "and" and first and bare(phrase[stop - 1]) in FIELDS:
        return True  # "Department of Health and Human Services"
    if phrase[joint].lower in ("and", "&"):
        if any(bare(token) in TITLES for token in phrase[start + 1 : stop]):
            return False  # "Senate Leader Ana Frey and House Leader Bo Strand"
        return phrase[joint].lower == "&" or first != second
    is_for = phrase[joint].lower == "for" and phrase[joint + 1].lower != "the"
    if is_for and joint - start == 1 and stop - joint > 2:
        return bare(phrase[start]) not in GIVEN_NAMES  # "Everyone for Clean Rivers"
    if phrase[joint].lower == "of" and bare(phrase[start]) in TITLES:
        return (
            stop - joint > 3 and bare(phrase[joint - 1]) in TITLES
        )  # "Secretary of State Antony Blinken"
    if phrase[joint].lower == "of" and joint - start == 1 and bare(phrase[start]).endswith("s"):
        return bare(phrase[start]) not in ROLES and bare(phrase[start]) not in GIVEN_NAMES
    return first


def is_common_start(phrase: Sequence[Token]) -> bool:
    """Say whether a sentence's first word is a common noun in spite of its capital.

    >>> from qa.attribution.tokens import tokenise
    >>> is_common_start(tokenise("Police in Velo", 0, 14, ()))
    True
    """
    word = bare(phrase[0])
    if word == "first" and len(phrase) > 1 and phrase[1].is_capital:
        return False  # "First Street Bank"
    if word in _NEVER_NAMES or word.split("'")[0] in PRONOUNS:
        return True
    following = phrase[1] if len(phrase) > 1 else None
    if following is not None and following.is_capital and not phrase[0].is_possessive:
        if bare(following) in BODIES or following.lower in PREPOSITIONS:
            return False
        return any(word in table for table in (ROLES, GROUPS, TITLE_MODIFIERS, TRADES))
    if word in BODIES:
        return not (
            following is not None
            and following.lower in ("of", "for")
            and len(phrase) > 2
            and phrase[2].is_capital
        )
    if word in GROUPS or word in DOCUMENTS:
        return True
    if word.endswith("ly") and len(word) > 5 and word not in GIVEN_NAMES:
        return True
    if following is None and word.endswith(("ists", "ians")):
        return True
    is_plural = word.endswith("s") and not word.endswith("ss") and len(word) > 4
    return is_plural and following is not None and following.kind == "word"


def is_body_noun(word: str) -> bool:
    """A body's noun, or the plural of one: "Centers for Disease Control"."""
    return word in BODIES or (word.endswith("s") and word[:-1] in BODIES)
