"""Read a noun phrase: find the name in it, leave off titles, tell a person from a body.

Names are runs of capitalised words with the small words that join them. Works on the phrase
alone; the rest of the article is `resolve`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.given_names import GIVEN_NAMES
from qa.attribution.roles import (
    BODIES,
    DOCUMENTS,
    GENDERS,
    GROUPS,
    PLACES,
    ROLES,
    RULERS,
    TITLE_MODIFIERS,
    TITLES,
    TRADES,
)
from qa.attribution.tokens import Token
from qa.attribution.types import Gender, Kind
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
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
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
_GROUP_NOUNS = frozenset("group organization organisation nonprofit charity movement".split())
_PERSONAL = frozenset(("person", "unknown"))
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")
# Belong to a title in front: "President Pro Tempore".
_BEHIND_TITLES = frozenset("pro tempore tem emeritus emerita elect designate".split())
# Given names too: left off only before two more words.
_TITLES_OR_NAMES = frozenset("dean earl duke prince king queen baron don marshal judge".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens `[start, end)` of its phrase, titles already left off."""

    start: int
    end: int
    kind: Kind
    gender: Gender | None = None
    has_title: bool = False


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
    if stop < len(phrase) and phrase[stop].lower in _GROUP_NOUNS and phrase[joint].lower == "for":
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
        first = _given_name(words, 0)
        at = start + (first or 0)
        if not at or first is None or phrase[end - 1].is_possessive or not _ends_phrase(phrase, end):
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
        return before[-1].is_possessive or _describes(bare(before[-1])) or bare(before[-1]) in TITLES
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
        or (end + 1 == len(phrase) and (following.lower in _GROUP_NOUNS or _is_reduced(following)))
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


def _is_given(run: Sequence[Token]) -> bool:
    return len(run) >= 2 and run[0].lower in GIVEN_NAMES


def classify(phrase: Sequence[Token], start: int, end: int) -> Name | None:
    """Leave titles off a run; None when only titles stand in it ("the Prime Minister")."""
    words = [bare(token) for token in phrase[start:end]]
    inner = [t.lower if t.is_possessive else bare(t) for t in phrase[start : end - 1]]
    title = _last_title([*inner, words[-1]])  # "Farmer's Almanac": no title in there
    if title is None:
        person = _given_name(words, 1)
        is_described = person and all(_describes(word) for word in words[:person])
        return _classified(phrase, start + person if is_described else start, end)
    if title == len(words) - 1:
        return None if end < len(phrase) or len(words) == 1 else _office(phrase, start, end)
    after = title + 1
    if words[after] in ("of", "for", "to"):
        after = _given_name(words, after + 1) or max(after + 2, len(words) - 2)
    while words[after] in _BEHIND_TITLES and after + 1 < len(words):
        after += 1
    gender = GENDERS.get(words[title]) or GIVEN_NAMES.get(words[after])
    if words[title] in RULERS and after == len(words) - 1:
        after = title
    return Name(start + after, end, "person", gender, has_title=True)


def _given_name(words: Sequence[str], first: int) -> int | None:
    """Return where a known given name with a surname behind it stands, from `first` on."""
    for at in range(first, len(words) - 1):
        is_initials = _INITIALS.fullmatch(words[at]) is not None and words[at] not in PLACES
        is_given = words[at] in GIVEN_NAMES or is_initials
        if is_given and not any(is_body_noun(word) for word in words[at:]):
            return at
    return None


def _describes(word: str) -> bool:
    """ "Traveler", "Democrat", "All-Pros": what a person is called before the name."""
    if word in GIVEN_NAMES or len(word) < 3:
        return False
    is_one = word in ROLES or word.rstrip("s") in TITLES or word in PLACES or f"{word}s" in GROUPS
    return is_one or word.endswith(("er", "or", "ist", "ian", "man", "pros", "star", "-born", "-old", "member", "international"))


def _last_title(words: Sequence[str]) -> int | None:
    if words[-1] in BODIES and words[-1] not in TITLES:
        return None
    for at in range(len(words) - 1, -1, -1):
        if _is_title(words, at) and (at + 1 == len(words) or words[at + 1] not in BODIES):
            rest = len(words) - at - 1
            if words[at] in _TITLES_OR_NAMES - RULERS and rest == 1:
                continue
            if rest and at == 1 and words[0] in GIVEN_NAMES:
                continue
            return at
    return None


def _is_title(words: Sequence[str], at: int) -> bool:
    """A title, also "mayor-elect" and "ex-minister", or a role before two more words."""
    word = words[at]
    if word in TITLES:
        return True
    if at == 0 and "-" in word:
        return any(part in TITLES for part in word.split("-"))
    has_two = len(words) - at > 2 and len(words[at + 1]) > 1
    is_role = word in ROLES or word.endswith(("ist", "ician"))
    is_first = at == 0 or all(before in TITLE_MODIFIERS for before in words[:at])
    opens_name = is_first or (len(words) > at + 1 and words[at + 1] in GIVEN_NAMES)
    return opens_name and is_role and has_two


def _office(phrase: Sequence[Token], start: int, end: int) -> Name:
    gender = GENDERS.get(bare(phrase[end - 1]))
    return Name(start, end, "person", gender, has_title=True)


def _classified(phrase: Sequence[Token], start: int, end: int) -> Name:
    run = phrase[start:end]
    words = [bare(token) for token in run]
    gender = GIVEN_NAMES.get(words[0])
    is_beside = start > 0 and not phrase[start - 1].is_possessive
    before = bare(phrase[start - 1]) if is_beside else ""
    if before in ROLES and before not in ("maker", "publisher", "operator", "owner"):
        return Name(start, end, "person", GENDERS.get(before) or gender)
    if before in BODIES or is_body(words, run):
        return Name(start, end, "organisation")
    if words[0] in GIVEN_NAMES and len(words) > 1:
        return Name(start, end, "person", gender)
    if any(token.text.isupper() and len(token.text) > 2 for token in run[:-1]):
        return Name(start, end, "organisation")  # "CNN Health"
    return Name(start, end, "unknown", gender)


def is_body_noun(word: str) -> bool:
    """A body's noun, or the plural of one: "Centers for Disease Control"."""
    return word in BODIES or (word.endswith("s") and word[:-1] in BODIES)


def is_whole_body(words: Sequence[str]) -> bool:
    """ "Northern Farm Federation", "Guild of Bakers", not "Guild Awards"."""
    return words[-1] in BODIES or "of" in words or "for" in words


def is_body(words: Sequence[str], run: Sequence[Token]) -> bool:
    """Say whether a name is a body's by its words, its capitals or a place in it."""
    if any(is_body_noun(word) for word in words):
        return True
    if " ".join(words) in PLACES:
        return True
    first = run[0].text.replace(".", "").removesuffix("'s")
    return len(run) == 1 and len(first) > 1 and first.isupper()
