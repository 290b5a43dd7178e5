"""Where the parts of a question end: question word, noun, subject, verb.

Rules over word lists; positions are indices into the words of a question, ends are exclusive.
A word that can be a noun or a verb is told by what stands before it. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.tails import object_end
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
    ORDINALS,
    PERSONAL,
    PREDICATES,
    PREPOSITIONS,
    RELATIVES,
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
        if i > start and word in ADVERBS and _is_verb_after(words, i, start, wh):
            return i
        if _is_finite_here(words, i, start, wh):
            return i
    is_whole = (start > 1 and key(words[0]) in PREPOSITIONS) or wh in DEGREES - {"many", "much"}
    return len(words) if is_whole else max(start, object_end(words, start))


def _is_verb_after(words: Sequence[str], i: int, start: int, wh: str) -> bool:
    """Whether a verb follows the adverb at i: "people still live", as in "people live"."""
    without = [*words[:i], *words[i + 1 :]]
    return i < len(without) and _is_finite_here(without, i, start, wh)


def _end_of_those(words: Sequence[str], start: int) -> int:
    """Where "of the people who have fled Daraa" ends: at the verb after the relative clause's."""
    relative = next((i for i in range(start, len(words)) if key(words[i]) in RELATIVES), 0)
    verb = relative
    while verb and verb + 1 < len(words) and may_be_verb(key(words[verb + 1])):
        verb += 1
    for i in range(verb + 1 if relative else start, len(words)):
        word = key(words[i])
        if word in AUXILIARIES or (i > start and _is_finite_here(words, i, start, "many")):
            return i
    return len(words)


def may_be_verb(word: str) -> bool:
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
    if wh in ("what", "who", "which") and key(aux) in BE | HAVE and not is_verbal(word, aux):
        return word in PREPOSITIONS | ADVERBS or (wh == "who" and word in PREDICATES | ORDINALS)
    return is_verbal(word, aux) or word in PREPOSITIONS | ADVERBS or wh in ("many", "who")


def is_verbal(word: str, aux: str) -> bool:
    if word in (PREPOSITIONS - {"of"}) | ADVERBS | CONJUNCTIONS | DETERMINERS | {"according"}:
        return False
    if word in ("supposed", "going", "able", "due", "been", "being", "to", "set"):
        return True
    if key(aux) in BE:
        return verbs.is_participle(word) or verbs.is_ing(word)
    if key(aux) in HAVE:
        return verbs.is_participle(word)
    return verbs.is_base(word) or word == "be" or word in ("have", "has")


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
        return is_verbal(word, aux) if aux and key(aux) not in DO | HAVE else _any_verb(word)
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
