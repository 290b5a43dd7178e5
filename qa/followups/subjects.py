"""Where the subject of a question ends: before its verb, adjective or first phrase. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.boundaries import is_verbal, may_be_verb
from qa.followups.tails import CLAUSE_TAILS
from qa.followups.vocabulary import (
    ADVERBS,
    ANYONE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    MODAL,
    PERSONAL,
    PREDICATES,
    PREPOSITIONS,
    RELATIVES,
    TIME_STARTS,
)
from qa.followups.words import is_capital, key


def subject_end(words: Sequence[str], start: int, aux: str, wh: str = "") -> int:
    if start >= len(words):
        return start
    first = key(words[start])
    pronouns = (PERSONAL - {"his", "its", "their"}) | ANYONE | {"there"}
    is_alone = first != "her" or start + 1 >= len(words)
    if first in pronouns and is_alone and not _of(words, start + 1):
        return start + 1
    if first in ("this", "that", "these", "those") and _no_noun(words, start + 1):
        return start + 1
    predicate = _predicate(words, start) if key(aux) in BE else 0
    if predicate:
        return predicate
    for i in range(_past_relative(words, start) + 1, len(words)):
        if key(words[i]) in CLAUSE_TAILS:
            break
        if key(words[i]) == "not":
            return i
        if _is_verb_here(words, i, aux):
            return _last_verb(words, i, aux, key(words[start]) in DETERMINERS)
    is_named = wh in ("who", "what") and key(aux) in BE
    return _subject_without_verb(words, start, aux, is_named)


def _predicate(words: Sequence[str], start: int) -> int:
    """Where the adjective stands that ends a question after its subject; 0 for none."""
    end = len(words)
    for i in range(start + 2, len(words)):
        if key(words[i]) in PREDICATES and key((*words, "")[i + 1]) in PREPOSITIONS - {"of"}:
            end = i + 1
    while end > start + 2 and key(words[end - 1]) in ADVERBS - {"worth"}:
        end -= 1
    last = end - 1
    if last <= start or key(words[last]) not in PREDICATES:
        return 0
    while last - 1 > start and key(words[last - 1]) in ADVERBS:
        last -= 1
    return last if key(words[last - 1]) not in DETERMINERS | PREPOSITIONS else 0


def _last_verb(words: Sequence[str], first: int, aux: str, is_definite: bool) -> int:
    """The verb among words that can be one: the last in a row, since nouns stand before it.

    "did the murder trial start", "does the show in Ghent open"; after a bare name the first.
    """
    if key(aux) not in DO | MODAL or (not is_definite and is_capital(words[first - 1])):
        return first
    last, i = first, first + 1
    while i < len(words) and key(words[i]) not in PREPOSITIONS | DETERMINERS | ADVERBS:
        if _is_verb_here(words, i, aux):
            last = i
        elif not is_capital(words[first - 1]) or i > first + 1:
            break
        i += 1
    end = len(words) - 1
    is_place = (
        last + 1 < end and key(words[last + 1]) in ("in", "at") and is_capital(words[end - 1])
    )
    return end if is_definite and is_place and _is_verb_here(words, end, aux) else last


def _past_relative(words: Sequence[str], start: int) -> int:
    """The last verb of "the people who were evacuated" in a subject; `start` for no such clause."""
    if key(words[start]) not in DETERMINERS:
        return start
    relative = next(
        (i for i in range(start + 2, len(words)) if key(words[i]) in ("who", "that")), start
    )
    end = relative
    while end > start and end + 1 < len(words) and may_be_verb(key(words[end + 1])):
        end += 1
    return end


def _of(words: Sequence[str], i: int) -> bool:
    return i < len(words) and key(words[i]) == "of"


def _no_noun(words: Sequence[str], i: int) -> bool:
    if i >= len(words):
        return True
    word = key(words[i])
    return word in PREPOSITIONS | AUXILIARIES | DETERMINERS | ADVERBS | CONJUNCTIONS or (
        verbs.is_base(word) or verbs.is_participle(word) or word in ("true", "certain", "right")
    )


def _is_verb_here(words: Sequence[str], i: int, aux: str) -> bool:
    before, word = key(words[i - 1]), key(words[i])
    if is_capital(words[i]) or words[i - 1].endswith(("'s", "s'")) or before.isdigit():
        return False
    if TIME_STARTS.match(" ".join(words[i : i + 3])):
        return False
    if before in DETERMINERS | PREPOSITIONS | RELATIVES and before not in ("that", "all", "both"):
        return False
    is_set = word == "set" and key(aux) in DO | MODAL
    return (is_verbal(word, aux) and word not in ("to", "set")) or word == "be" or is_set


def _subject_without_verb(words: Sequence[str], start: int, aux: str, is_named: bool) -> int:
    """No known verb: after "be" the subject ends before a preposition or after a name.

    Where who or what is asked for, the name goes on: "what is Dorran fever".
    """
    end = start
    while end < len(words) and (end == start or not _ends_noun(words, end, start, is_named)):
        end += 1
    if key(aux) in BE or end - start < 2:
        return end
    last = end - 1
    while last > start + 1 and key(words[last]) in ADVERBS:
        last -= 1
    is_verb = (
        last > start and not is_capital(words[last]) and key(words[last - 1]) not in DETERMINERS
    )
    return last if is_verb else end


def _ends_noun(words: Sequence[str], i: int, start: int, is_named: bool) -> bool:
    word = key(words[i])
    if word in (PREPOSITIONS - {"of"}) | ADVERBS | CONJUNCTIONS | DETERMINERS | {"according"}:
        return key(words[i - 1]) != "of"
    after_name = is_capital(words[i - 1]) and key(words[start]) not in DETERMINERS
    return (
        not is_named and after_name and not is_capital(words[i]) and not words[i - 1].endswith("'s")
    )
