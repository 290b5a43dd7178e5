"""Names typed without capitals, written with them: known ones, and those that grammar shows.

A name is known from an answer, a quote or a title of the conversation. Any other bare word in
the place of a noun that would need an article ("what did tellman say", "in ostley") is taken
for a name, unless it is a listed word or ends as nouns without an article do ("in danger",
"did inflation fall"). Pure; no dictionary and no gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from qa.followups import verbs, vocabulary
from qa.followups.naming import names_in_texts, write_names
from qa.followups.nouns import as_spoken
from qa.followups.words import is_capital, key
from qa.names import CALENDAR_NAMES, KNOWN_NAMES, PLACES, STOP_WORDS, find_names, word_set
from qa.types import Turn

_COMMON = (
    STOP_WORDS
    | vocabulary.DEGREES
    | vocabulary.PREPOSITIONS
    | vocabulary.COMPARATIVES
    | vocabulary.WH
    | vocabulary.AUXILIARIES
    | vocabulary.DETERMINERS
)
# Of these a part is a name too: "the Lenne valley" makes "Lenne" one.
_LANDFORMS = word_set(
    "city town valley river lake bay coast island mountain street province region district"
)
# Nouns that stand without an article, and words after "who is" that are no name.
_BARE = word_set(
    """water power food fuel gas oil money cash aid help work home school court hospital prison jail
    bed town church office charge control danger trouble doubt debt detail fact total public
    private secret court exile custody care advance return turn life death love peace weather
    traffic labour labor trade business industry energy land air sea rain snow wind crime
    evidence news progress support access order law justice politics parliament government
    congress management staff police media press opposition nobody everyone everybody question
    place time winter summer spring autumn night hand line full part parts general particular common
    mind sight reach range use line favour favor vain short long high low new old real wrong right
    true false safe alive afraid guilty happy angry sorry ready sure free able next last first
    behind involved responsible available present absent online abroad there here what else mad
    capital population turnout margin price cost value interest tax pay blood bread medicine
    electricity unrest violence damage anger currently reportedly allegedly
    apparently directly mainly mostly partly fully nearly daily mayor president king queen congress
    football euros kilos photos videos"""
)
_NO_NAME_ENDING = re.compile(
    r"(?:ing|ed|tion|sion|ment|ness|ity|ism|ist|ance|ence|ship|hood|age|able|ible|ful|less|ous|"
    r"ive|ary|ory|ical|tial|ware|ability|[^aeiou]s|es)$"
)
_LISTED = (
    _COMMON
    | _BARE
    | CALENDAR_NAMES
    | frozenset().union(*(v for v in vars(vocabulary).values() if isinstance(v, frozenset)))
    | frozenset(vocabulary.MEASURES)
)


_OF_PLACES = _LANDFORMS | word_set("population mayor capital outskirts residents people")
_BEFORE_SUBJECT = word_set("did does has will is was")


def without_capital(text: str, known: Collection[str] = ()) -> str:
    """The text with its first word in lower case, unless that word can be a name.

    Alone, an unknown word may be one: "Ostley?".
    """
    first, _, rest = text.partition(" ")
    word = key(first).removesuffix("'s")
    if not first.istitle() or (word not in _COMMON and word in known):
        return text
    is_common = word in _COMMON or (bool(rest) and not is_capital(rest) and word not in KNOWN_NAMES)
    return f"{first.lower()} {rest}".rstrip() if is_common else text


def names_in_sources(turns: Sequence[Turn], texts: Sequence[str] = ()) -> dict[str, str]:
    """Lower-case name -> name as written, from answers, quotes, titles and earlier questions.

    The last name of a person and the first of a town or valley count by themselves. `texts`
    are passages found for the conversation, read for more names.
    """
    known: dict[str, str] = {}
    for turn in turns:
        given = [turn.answer.standalone_question, f"x {as_spoken(turn.answer.answer or '')}"]
        for citation in turn.answer.citations:
            given += [citation.quote, citation.title]
        for claim in turn.answer.claims:
            given.append(f"x {claim.said_by or ''}")
        for name in (name for text in given for name in find_names(text or "")):
            for part in (name, *_parts(name)):
                if not as_spoken(part).islower():
                    known.setdefault(part.lower(), part)
    return known | names_in_texts(texts)


def _parts(name: str) -> list[str]:
    chunks = re.split(r" (?:[a-z]+ )+", name)
    return [part for chunk in chunks for part in _parts_of_one(chunk)]


def _parts_of_one(name: str) -> list[str]:
    words = name.split()
    while words and key(words[0]) in vocabulary.PERSON_NOUNS:
        words = words[1:]
    if len(words) < 2:
        return []
    lower = {word.lower() for word in words}
    if lower & _LANDFORMS:
        return words[:1] if is_plausible(words[0]) else []
    is_other = lower & (vocabulary.NOT_PERSON_WORDS | KNOWN_NAMES)
    return [] if is_other or not is_plausible(words[-1]) else [" ".join(words), words[-1]]


def restore_capitals(text: str, known: dict[str, str]) -> str:
    """Write names with their capitals: those that the sources know, listed and likely ones."""
    lower = text.lower()
    text = write_names(text, {name: known[name] for name in known if name in lower})
    words = [_listed(word) for word in text.split(" ")]
    names = _name_words(words)
    return " ".join(titled(word) if i in names else word for i, word in enumerate(words))


def _listed(word: str) -> str:
    bare = word.removesuffix("'s")
    if bare not in KNOWN_NAMES:
        return word
    upper = bare not in PLACES and len(bare) <= 5 and bare not in ("tass", "fifa", "hamas")
    return (bare.upper() if upper else bare.title()) + word[len(bare) :]


def titled(word: str) -> str:
    """The word with its capitals: "Boateng-Ruiz"."""
    return re.sub(r"(?<![\w'])[a-z]", lambda match: match[0].upper(), word)


def is_plausible(word: str) -> bool:
    """Whether a bare word can be a name: neither listed nor formed as a common noun is."""
    bare = key(word).removesuffix("'s")
    is_verb = verbs.base_of(bare) != bare or verbs.is_base(bare)
    return is_unlisted(bare) and not (is_verb or _NO_NAME_ENDING.search(bare))


def is_unlisted(word: str) -> bool:
    """Whether a word of letters stands in no list of common words here."""
    return len(word) > 3 and word.replace("-", "").isalpha() and word not in _LISTED


def _name_words(words: Sequence[str]) -> set[int]:
    """Which words stand, one to three in a row, where only a name can, for want of an article."""
    found: set[int] = set()
    i = 1
    while i < len(words):
        end = i
        while end < len(words) and words[end].islower() and is_plausible(words[end]):
            end += 1
            if words[end - 1].endswith("'s"):
                break
        if 0 < end - i <= 3 and _is_bare_noun(words, i, end):
            found.update(range(i, end))
            if end < len(words) and words[end] == "city":
                found.add(end)
        i = max(end, i + 1)
    return found


def _is_bare_noun(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words start to end are the whole of a noun phrase that has no article."""
    before = key(words[start - 1])
    after = key(words[end]) if end < len(words) else ""
    if words[end - 1].endswith("'s"):
        return before in vocabulary.PREPOSITIONS | vocabulary.AUXILIARIES and bool(after)
    if after in _LANDFORMS:
        return before in vocabulary.PREPOSITIONS | vocabulary.AUXILIARIES | {"the"}
    ends = not after or after in vocabulary.PREPOSITIONS | vocabulary.AUXILIARIES
    if before == "of" and key(words[start - 2]) in vocabulary.EVENTS | _OF_PLACES:
        return ends
    if before in ("in", "at", "near", "from") or before in vocabulary.MOVES:
        return ends or bool(vocabulary.DATE.match(after))
    asked = key(words[start - 2]) if start > 1 else ""
    if before in vocabulary.BE and asked in {"who", "where", "what"} | vocabulary.DEGREES:
        return ends
    return before in _BEFORE_SUBJECT and (verbs.is_base(after) or verbs.is_participle(after))
