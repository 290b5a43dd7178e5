"""Look a name up in the whole article: "Pedersen" → "Geir Pedersen", "WHO" → its long form.

The first fuller mention wins, as articles give the full name first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from qa.attribution.acronyms import long_form
from qa.attribution.bodies import BODIES
from qa.attribution.candidates import Reading
from qa.attribution.classes import classify, is_body, is_whole_body
from qa.attribution.given_names import FAMILY_FIRST, GIVEN_NAMES
from qa.attribution.names import SUFFIXES
from qa.attribution.places import PLACES
from qa.attribution.runs import JOINERS, PARTICLES, bare, capital_run, is_body_noun
from qa.attribution.tokens import Token, is_written_small, tokenise
from qa.attribution.types import Gender, Speaker
from qa.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

# Before a name that is none of the longer one's.
_HANGING = frozenset(("for", "to"))
# Sentences back in which a namesake may have spoken.
_REACH = 8
# Characters read on each side of a mention, and mentions looked at.
_AROUND = 90
_ENDS = re.compile(r"[\n,;:?!“”\"()]")
_MAX_MENTIONS = 40
_OPENERS = (
    ADVERBS
    | CLAUSE_OPENERS
    | DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | RELATIVES
    | AUXILIARIES
    | {"and", "i", "we", "you", "courtesy", "photo"}
) - {"first"}
_SMALL = PARTICLES | JOINERS
# A body's short name may be its first word only with one of these at the end of the long one.
_CREDITS = frozenset(("AP", "AFP", "CNN", "BBC", "EPA"))
_LEGAL = frozenset(
    "ltd inc corp plc llc gmbh ag co group holdings industries bank airlines airways motors "
    "foods shipbuilding shipyard electric energy petroleum company corporation foundation".split()
)
# Enough as they are: "The Times", "the House".
_SHORT = frozenset(
    "times post herald gazette tribune news observer courier press court house senate congress "
    "parliament assembly navy army police government guard kremlin pentagon treasury".split()
)


def full_name(reading: Reading, speaker: Speaker, gender: Gender | None = None) -> str:
    """Return the fullest form of the name in the article, the name itself if there is none.

    Of two people with the surname it is the last who spoke before. `gender` is that of the
    pronoun which the name was found for: nobody of the other is meant.
    """
    if speaker.kind == "group":
        return _of_both(reading, speaker)
    key = (speaker.text, speaker.kind, speaker.determiner)
    if key not in reading.full_names:
        reading.full_names[key] = _fuller_names(reading.layout.text, speaker)
    names = [n for n in reading.full_names[key] if _may_be(n, gender)] or reading.full_names[key]
    if len(names) > 1 and speaker.start >= 0:
        return _last_to_speak(reading, speaker, names) or names[0]
    return names[0] if names else speaker.text


def _may_be(name: str, gender: Gender | None) -> bool:
    return gender is None or GIVEN_NAMES.get(name.split()[0].lower()) in (None, gender)


def _of_both(reading: Reading, pair: Speaker) -> str:
    """ "Roos and Bok" are "Ana Roos and Ivan Bok"."""
    people = (replace(pair, text=name, kind="person") for name in pair.text.split(" and "))
    return " and ".join(full_name(reading, person) for person in people)


def _last_to_speak(reading: Reading, speaker: Speaker, names: Sequence[str]) -> str:
    unit = reading.layout.unit(reading.layout.sentence_at(speaker.start))
    for before in reading.units_before(unit, _REACH):
        for cue in reversed(reading.cues(before)):
            if cue.speaker.text in names:
                return cue.speaker.text
    return ""


def _fuller_names(text: str, speaker: Speaker) -> list[str]:
    """List the fuller names that hold this one; a known given name, then the first, leads."""
    words = speaker.text.lower().split()
    is_place = speaker.text.lower() in PLACES
    if len(words) > 3 or (is_place and len(words) > 1):
        return []
    if speaker.text.isupper() and len(words) == 1 and len(speaker.text) > 1:
        name = "" if is_place else long_form(text, speaker.text)
        return [name] if name else []
    found: dict[str, None] = {}
    for run in _mentions(text, speaker.text.split()):
        if run and (_is_common(text, run[0]) or run[0].text in _CREDITS):
            run = run[1:]
        fuller = _fuller(run, words, speaker)
        is_junior = len(words) > 1 and fuller.startswith(speaker.text + " ")
        if is_junior and text.find(speaker.text) != text.find(fuller):
            continue  # "Ana Roos" came before "Ana Roos Jr."
        if fuller and (not is_place or _has_given_name(fuller)):  # "Jordan" may be a person too
            found[fuller] = None
    is_part = len(words) > 1 and words[-1] in BODIES
    if is_part and len({name.lower() for name in found}) > 1:
        return []  # "the Health Department" of one of two states
    return sorted(found, key=_has_given_name, reverse=True)


def _is_common(text: str, token: Token) -> bool:
    """ "See Oxford": a sentence's first word that the article also writes small is no name."""
    word = token.lower
    before = text[max(0, token.start - 4) : token.start].rstrip(" “‘\"'")
    if before and before[-1] not in ".!?:\n•►":
        return False
    return word not in GIVEN_NAMES and is_written_small(word, text)


def _has_given_name(name: str) -> bool:
    """A known given name counts for more than coming first."""
    return name.split()[0].lower() in GIVEN_NAMES


def _mentions(text: str, words: Sequence[str]) -> Iterator[Sequence[Token]]:
    """Yield the runs of capitalised words around each mention of the name."""
    for start, end in islice(_occurrences(text, words), _MAX_MENTIONS):
        is_part = text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
        if not is_part and _may_be_longer(text, start, end, len(words)):
            yield _run_over(tokenise(text, *_around(text, start, end), ()), start)


def _occurrences(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words stand; two of them may hold a third: "Ana Maria Roos"."""
    if len(words) == 1:
        at = text.find(words[0])
        while at >= 0:
            yield at, at + len(words[0])
            at = text.find(words[0], at + 1)
        return
    between = r"\s+(?:[A-Z][\w.'’-]*\s+)?" if len(words) == 2 else r"\s+"
    for match in re.finditer(between.join(map(re.escape, words)), text):
        yield match.span()


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a mention up to the marks that no name runs across."""
    floor = max(0, start - _AROUND)
    left = text.find(" ", floor, start) + 1 if floor else 0
    marks = list(_ENDS.finditer(text, left, start))
    after = _ENDS.search(text, end, end + _AROUND)
    stop = min(len(text), end + _AROUND) if after is None else after.start()
    return (marks[-1].end() if marks else left), stop


def _may_be_longer(text: str, start: int, end: int, known: int) -> bool:
    """Look at the words beside a mention: only a capital or a small name word goes on with it."""
    before = text[max(0, start - 20) : start].split()
    after = text[end : end + 20].split()
    if len(text[start:end].split()) > known:
        return True
    return any(word[:1].isupper() or word in _SMALL for word in (*before[-1:], *after[:1]))


def _run_over(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    k = 0
    while k < len(tokens):
        end = capital_run(tokens, k)
        if end > k and tokens[k].start <= at < tokens[end - 1].end:
            return _without_openers(tokens[k:end])
        k = max(end, k + 1)
    return ()


def _without_openers(run: Sequence[Token]) -> Sequence[Token]:
    credit = max((k for k, token in enumerate(run) if "/" in token.text), default=-1)
    run = run[credit + 1 :]  # a photographer's name before the caption's: "Ana Roos/AP Bo Strand"
    while run and run[0].lower.split("'")[0] in _OPENERS:
        run = run[1:]
    return run


def _fuller(run: Sequence[Token], words: list[str], speaker: Speaker) -> str:
    """Return the run's name when it holds the known words and more, else nothing."""
    run = _from_given_name(run, words)
    if len(run) <= len(words):
        return ""
    name = classify(run, 0, len(run))
    if name is None or name.end - name.start <= len(words):
        return ""
    inner = [bare(token) for token in run[name.start : name.end]]
    plain = [word.rstrip(".").removesuffix("'s") for word in words]
    if not _holds(inner, plain, speaker, run[name.start : name.end], name.has_title):
        return ""
    last = run[name.end - 1]
    end = last.end - (2 if last.lower.endswith("'s") else 1 if last.is_possessive else 0)
    text = " ".join(token.text for token in run[name.start : name.end])
    return text[: len(text) - (last.end - end)] if end != last.end else text


def _from_given_name(run: Sequence[Token], words: Sequence[str]) -> Sequence[Token]:
    """ "Praise for Ana Roos" names no more than Ana Roos."""
    at = len(run) - len(words) - 1
    hangs = at > 0 and run[at - 1].lower in _HANGING and bare(run[-1]) == words[-1]
    return run[at:] if hangs and not any(is_body_noun(bare(token)) for token in run) else run


def _is_short_for(words: Sequence[str], inner: Sequence[str], speaker: Speaker) -> bool:
    """ "The bureau", "Farm Bureau" in "Tovan Farm Bureau Federation"."""
    if len(words) == 1 and (words[0] in _SHORT or speaker.determiner != "the"):
        return False
    return f" {' '.join(words)} " in f" {' '.join(inner)} "


def _holds(
    inner: Sequence[str],
    words: Sequence[str],
    speaker: Speaker,
    run: Sequence[Token],
    has_title: bool,
) -> bool:
    body = is_body(inner, run)
    if len(inner) > len(words) and inner[-1] in SUFFIXES and words[-1] not in SUFFIXES:
        inner, run = inner[:-1], run[:-1]  # "Robert Frey Jr."
    if words[-1] in BODIES:
        return is_whole_body(inner) and _is_short_for(words, inner, speaker)
    if inner[-len(words) :] == list(words):
        is_whole = len(words) > 1 and words[0] in GIVEN_NAMES and inner[0] not in GIVEN_NAMES
        return not body and not is_whole and len(inner) - len(words) <= 3
    if {"and", "&"} & set(inner) - set(words):
        return False
    if len(words) == 2 and [inner[0], inner[-1]] == list(words):
        return not body  # "Ana Maria Roos"
    if list(inner[: len(words)]) != list(words):
        return False
    if body:
        return inner[-1] in _LEGAL and speaker.kind != "person"
    opens_name = words[0] in GIVEN_NAMES or words[0] in FAMILY_FIRST or has_title
    return len(words) == 1 and len(inner) <= 3 and opens_name
