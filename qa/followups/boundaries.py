"""Where the parts of a question end: question word, noun, subject, verb.

Rules over word lists; positions are indices into the words of a question, ends are exclusive.
A word that can be a noun or a verb is told by what stands before it. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.tails import CLAUSE_TAILS, object_end
from qa.followups.vocabulary import (
    ADVERBS,
    ANYONE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    DO,
    HAVE,
    MODAL,
    ORDINALS,
    PERSONAL,
    PREDICATES,
    PREPOSITIONS,
    RELATIVES,
    TIME_STARTS,
    WH,
)
from qa.followups.words import is_capital, key

# After these a clause of its own begins.
_CLAUSE_STARTS = CONJUNCTIONS | {"after", "before", "since", "until"}


def wh_end(words: Sequence[str]) -> int:
    start = 1 if len(words) > 1 and key(words[0]) in PREPOSITIONS | {"until", "till"} else 0
    if not words or key(words[start]) not in WH:
        return 0
    following = key(words[start + 1]) if len(words) > start + 1 else ""
    if key(words[start]) == "how" and (following in DEGREES or _is_degree(words[start + 1 :])):
        return start + 2 + (len(words) > start + 2 and key(words[start + 2]) == "away")
    return start + 1 + (following == "else" and len(words) > start + 2)


def _is_degree(words: Sequence[str]) -> bool:
    """Whether an adjective follows "how": one word alone, or one before an auxiliary."""
    if not words or (len(words) > 1 and key(words[1]) not in AUXILIARIES):
        return False
    word = key(words[0])
    known = AUXILIARIES | PREPOSITIONS | DETERMINERS | PERSONAL | ADVERBS | CONJUNCTIONS
    is_verb = verbs.is_base(word) or verbs.is_finite(word) or verbs.is_participle(word)
    return word not in known | {"come"} and not is_verb and not is_capital(words[0])


def noun_end(words: Sequence[str], start: int) -> int:
    """Where the noun after "how many", "which", "what" ends: at an auxiliary or a verb."""
    wh = key(words[start - 1]) if start else ""
    takes_noun = wh in ("which", "what", "whose") or wh in DEGREES
    if not takes_noun:
        return start
    if wh == "many" and key(words[start] if start < len(words) else "") == "of":
        return _end_of_those(words, start)
    for i in range(start, len(words)):
        word = key(words[i])
        if word in AUXILIARIES and not (i == start and wh == "whose"):
            return i
        if (
            i > start
            and word in ADVERBS
            and _is_finite_here(words, min(i + 1, len(words) - 1), start, wh)
        ):
            return i
        if _is_finite_here(words, i, start, wh):
            return i
    is_whole = (start > 1 and key(words[0]) in PREPOSITIONS) or wh in DEGREES - {"many", "much"}
    return len(words) if is_whole else max(start, object_end(words, start))


def _end_of_those(words: Sequence[str], start: int) -> int:
    """Where "of the people who have fled Daraa" ends: at the verb after the relative clause's."""
    relative = next((i for i in range(start, len(words)) if key(words[i]) in RELATIVES), 0)
    verb = relative
    while verb and verb + 1 < len(words) and _may_be_verb(key(words[verb + 1])):
        verb += 1
    for i in range(verb + 1 if relative else start, len(words)):
        word = key(words[i])
        if word in AUXILIARIES or (i > start and _is_finite_here(words, i, start, "many")):
            return i
    return len(words)


def _may_be_verb(word: str) -> bool:
    return word in AUXILIARIES or _any_verb(word)


def _is_finite_here(words: Sequence[str], i: int, start: int, wh: str) -> bool:
    word, before = key(words[i]), key(words[i - 1])
    if i == start and word in ADVERBS and i + 1 < len(words):
        return verbs.is_past(key(words[i + 1]))
    if is_capital(words[i]) or (i > start and before in DETERMINERS | PREPOSITIONS):
        return False
    if i == start:
        is_asked_of = start > 1 and key(words[0]) in PREPOSITIONS
        can_be_third = wh in ("what", "which") and i + 1 < len(words) and not is_asked_of
        is_verb = verbs.is_past(word) or (can_be_third and verbs.is_third(word))
        return is_verb and not _auxiliary_ahead(words, i + 1)
    is_plural = before.endswith("s") and not before.endswith(("us", "ss", "is"))
    plural = is_plural or before in ("people", "men", "women", "children")
    if verbs.is_past(word):
        return not _auxiliary_ahead(words, i + 1)
    singular_verb = verbs.is_third(word) and not plural and wh != "many" and i + 1 < len(words)
    return (verbs.is_base(word) and plural) or singular_verb


def _auxiliary_ahead(words: Sequence[str], start: int) -> bool:
    """Whether an auxiliary follows before a clause ends: then a past form is an adjective."""
    for word in map(key, words[start:]):
        if word in _CLAUSE_STARTS or word in RELATIVES:
            return False
        if word in AUXILIARIES:
            return True
    return False


def predicate_follows(words: Sequence[str], i: int, wh_end: int, aux: str) -> bool:
    """Whether the question word is the subject of an auxiliary: what follows is no noun."""
    if i >= len(words):
        return key(aux) not in DO
    if key(aux) in DO:
        is_many = key(words[wh_end - 1]) in ("many", "who", "which")
        return (
            is_many
            and verbs.is_base(key(words[i]))
            and i + 1 - wh_end > 0
            and (
                key(aux).endswith("n't")
                and (i + 1 == len(words) or not _any_verb(key(words[i + 1])))
            )
        )
    wh, word = key(words[wh_end - 1]), key(words[i])
    if wh in ("when", "where", "why", "how", "whom") or (
        wh in DEGREES and wh not in ("many", "much")
    ):
        return False
    if word in DETERMINERS | PERSONAL | ANYONE or is_capital(words[i]):
        return False
    if word == "there":
        return key(aux) in BE
    if wh in ("what", "who", "which") and key(aux) in BE | HAVE and not _is_verbal(word, aux):
        return word in PREPOSITIONS | ADVERBS or (wh == "who" and word in PREDICATES | ORDINALS)
    return _is_verbal(word, aux) or word in PREPOSITIONS | ADVERBS or wh in ("many", "who")


def _is_verbal(word: str, aux: str) -> bool:
    if word in (PREPOSITIONS - {"of"}) | ADVERBS | CONJUNCTIONS | DETERMINERS | {"according"}:
        return False
    if word in ("supposed", "going", "able", "due", "been", "being", "to", "set"):
        return True
    if key(aux) in BE:
        return verbs.is_participle(word) or verbs.is_ing(word)
    if key(aux) in HAVE:
        return verbs.is_participle(word)
    return verbs.is_base(word) or word == "be" or word in ("have", "has")


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
    while end > start and end + 1 < len(words) and _may_be_verb(key(words[end + 1])):
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
    return (_is_verbal(word, aux) and word not in ("to", "set")) or word == "be" or is_set


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


def verb_end(words: Sequence[str], start: int, aux: str) -> int:
    """The verb with adverbs before it, "been", "to" and a second verb, and its particles."""
    i, has_verb = start, False
    while i < len(words):
        word = key(words[i])
        following = key(words[i + 1]) if i + 1 < len(words) else ""
        is_adverb = word in ADVERBS or (word.endswith("ly") and not verbs.is_base(word))
        is_to = word == "to" and (verbs.is_base(following) or following in ("be", "have"))
        is_particle = has_verb and word in verbs.PARTICLES and _is_particle(words, i)
        if not (is_adverb or is_to or is_particle):
            if not _goes_on(words, i, aux, has_verb):
                break
            has_verb = True
        i += 1
    return i if has_verb else start


def _goes_on(words: Sequence[str], i: int, aux: str, has_verb: bool) -> bool:
    """Whether word i belongs to the verb: its first word, or what "to" and "been" lead to."""
    word = key(words[i])
    if is_capital(words[i]) or word in DETERMINERS:
        return False
    if word in ("been", "being", "be", "supposed", "going", "able", "due"):
        return True
    if not has_verb:
        return _is_verbal(word, aux) if aux and key(aux) not in DO | HAVE else _any_verb(word)
    if key(words[i - 1]) in ("to", "been", "being", "be"):
        return _any_verb(word)
    return False


def _any_verb(word: str) -> bool:
    return verbs.is_base(word) or verbs.is_finite(word) or verbs.is_participle(word)


def _is_particle(words: Sequence[str], i: int) -> bool:
    """Whether the word ends its verb ("go off"); "in" before a noun starts a tail instead."""
    if key(words[i]) in ("off", "out", "up", "down", "back", "away", "apart", "together"):
        return True
    return i + 1 == len(words)
