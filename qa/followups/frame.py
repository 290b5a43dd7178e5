"""A question taken apart: question word, noun, auxiliary, subject, verb, object, tails.

Rules over word lists, without a grammar or a model; what does not fit ends up in the
object. The parts joined in order always give the question's words again. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.followups import verbs
from qa.followups.vocabulary import (
    ADVERBS,
    ANYONE,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DATE,
    DEGREES,
    DETERMINERS,
    DO,
    HAVE,
    MANNER,
    MODAL,
    PERSONAL,
    PLACE_PREPOSITIONS,
    PREPOSITIONS,
    RELATIVES,
    TIME_STARTS,
    WH,
)

TailKind = Literal["date", "place", "source", "manner", "other"]
# After these a clause of its own begins.
_CLAUSE_STARTS = CONJUNCTIONS | {"after", "before", "since", "until"}
# A clause that ends the question; it is not cut further, and neither is "according to".
_CLAUSE_TAILS = frozenset(("when", "while", "because", "if", "although", "where"))


@dataclass(frozen=True, slots=True)
class Tail:
    """A phrase at the end of a question: "on Thursday", "in Daraa", "according to SANA"."""

    text: str
    kind: TailKind


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of one question, in their order. Absent parts are empty.

    When the question word is the subject ("who left", "how many people were hurt"),
    `subject` is empty. `wh` includes a preposition before it and the degree after it.
    """

    wh: str = ""
    noun: str = ""
    aux: str = ""
    subject: str = ""
    verb: str = ""
    object: str = ""
    tails: tuple[Tail, ...] = ()

    def text(self) -> str:
        """The question's words, without a question mark."""
        parts = (self.wh, self.noun, self.aux, self.subject, self.verb, self.object)
        return " ".join(part for part in (*parts, *(tail.text for tail in self.tails)) if part)

    @property
    def asks(self) -> str:
        """The last word of the question word, as lists know it: "many" of "by how many"."""
        return key(self.wh.split()[-1]) if self.wh else ""

    @property
    def last_verb(self) -> str:
        """The last word of the verb, as lists know it; "" for none."""
        return key(self.verb.split()[-1]) if self.verb else ""

    def has_clause(self) -> bool:
        """Whether there is a verb or an auxiliary, so that it is more than a fragment."""
        return bool(self.verb or self.aux)


def key(word: str) -> str:
    """The word as lists know it: lower case, without marks around it."""
    return word.strip(",.;:!?\"'“”‘()").lower()


def is_capital(word: str) -> bool:
    """Whether a word inside a question is part of a name."""
    bare = word.strip(",.;:!?\"'“”‘(")
    return bool(re.match(r"(?:(?:al|el)-)?[A-Z]", bare)) and bare != "I"


def tail_kind(text: str) -> TailKind:
    """What a phrase that starts with a preposition or a time word adds."""
    first, _, rest = text.lower().partition(" ")
    if first in _CLAUSE_TAILS:
        return "date" if first in ("when", "while") else "other"
    if first == "according":
        return "source"
    if MANNER.match(text):
        return "manner"
    if first in ("since", "until", "till") or (first != "per" and DATE.search(text)):
        return "other" if first in ("for", "about", "of", "with") and "for" != first else "date"
    if first in ("to", "into", "onto", "towards") and not any(map(is_capital, text.split())):
        return "other"
    if first in PLACE_PREPOSITIONS and rest:
        return "place"
    return "date" if TIME_STARTS.match(text) else "other"


def parse(question: str) -> Frame:
    """Take a question apart. Never fails; a fragment has neither auxiliary nor verb."""
    words = question.split()
    if [key(word) for word in words[:2]] in (["what", "about"], ["how", "about"]):
        fragment = _headless(words[2:])
        return Frame(wh=" ".join(words[:2]), object=fragment.object, tails=fragment.tails)
    wh_end = _wh_end(words)
    noun_end = _noun_end(words, wh_end)
    i = noun_end
    aux = words[i] if i < len(words) and key(words[i]) in AUXILIARIES else ""
    i += bool(aux)
    if not wh_end and not aux:
        return _headless(words)
    has_wh_subject = bool(wh_end) and (not aux or _predicate_follows(words, i, wh_end, aux))
    subject_end = i if has_wh_subject else _subject_end(words, i, aux)
    verb_end = _verb_end(words, subject_end, aux)
    object_end = _object_end(words, verb_end)
    return Frame(
        wh=" ".join(words[:wh_end]),
        noun=" ".join(words[wh_end:noun_end]),
        aux=aux,
        subject=" ".join(words[i:subject_end]),
        verb=" ".join(words[subject_end:verb_end]),
        object=" ".join(words[verb_end:object_end]),
        tails=split_tails(words[object_end:]),
    )


def _headless(words: Sequence[str]) -> Frame:
    """A fragment: what stands before the first tail is its object."""
    end = _object_end(words, 0)
    return Frame(object=" ".join(words[:end]), tails=split_tails(words[end:]))


def _wh_end(words: Sequence[str]) -> int:
    start = 1 if len(words) > 1 and key(words[0]) in PREPOSITIONS | {"until", "till"} else 0
    if not words or key(words[start]) not in WH:
        return 0
    if key(words[start]) == "how" and len(words) > start + 1 and key(words[start + 1]) in DEGREES:
        return start + 2
    return start + 1


def _noun_end(words: Sequence[str], start: int) -> int:
    """Where the noun after "how many", "which", "what" ends: at an auxiliary or a verb."""
    wh = key(words[start - 1]) if start else ""
    takes_noun = wh in ("which", "what", "whose") or wh in DEGREES
    if not takes_noun:
        return start
    for i in range(start, len(words)):
        word = key(words[i])
        if word in AUXILIARIES and not (i == start and wh == "whose"):
            return i
        if _is_finite_here(words, i, start, wh):
            return i
    return len(words)


def _is_finite_here(words: Sequence[str], i: int, start: int, wh: str) -> bool:
    word, before = key(words[i]), key(words[i - 1])
    if i == start and word in ADVERBS and i + 1 < len(words):
        return verbs.is_past(key(words[i + 1]))
    if is_capital(words[i]) or (i > start and before in DETERMINERS | PREPOSITIONS):
        return False
    if i == start:
        is_verb = verbs.is_past(word) or (wh in ("what", "which") and verbs.is_third(word))
        return is_verb and not _auxiliary_ahead(words, i + 1)
    plural = before.endswith("s") or before in ("people", "men", "women", "children")
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


def _predicate_follows(words: Sequence[str], i: int, wh_end: int, aux: str) -> bool:
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
        return wh != "what" and word in PREPOSITIONS | ADVERBS
    return _is_verbal(word, aux) or word in PREPOSITIONS | ADVERBS or wh in ("many", "who")


def _is_verbal(word: str, aux: str) -> bool:
    if word == "according":
        return False
    if word in ("supposed", "going", "able", "due", "been", "being", "to", "set"):
        return True
    if key(aux) in BE:
        return verbs.is_participle(word) or verbs.is_ing(word)
    if key(aux) in HAVE:
        return verbs.is_participle(word)
    return verbs.is_base(word) or word == "be" or word in ("have", "has")


def _subject_end(words: Sequence[str], start: int, aux: str) -> int:
    if start >= len(words):
        return start
    first = key(words[start])
    if first in (PERSONAL - {"his", "its", "their"}) | ANYONE | {"there"} and not _of(
        words, start + 1
    ):
        if first != "her" or start + 1 >= len(words):
            return start + 1
    if first in ("this", "that", "these", "those") and _no_noun(words, start + 1):
        return start + 1
    for i in range(start + 1, len(words)):
        if key(words[i]) in _CLAUSE_TAILS:
            break
        if _is_verb_here(words, i, aux):
            while (
                i + 1 < len(words) and key(aux) in DO | MODAL and _is_verb_here(words, i + 1, aux)
            ):
                i += 1
            return i
    return _subject_without_verb(words, start, aux)


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
    if is_capital(words[i]) or words[i - 1].endswith(("'s", "s'")):
        return False
    if before in DETERMINERS | PREPOSITIONS | RELATIVES and before not in ("that", "all", "both"):
        return False
    return _is_verbal(word, aux) and word not in ("to", "set") or word == "be"


def _subject_without_verb(words: Sequence[str], start: int, aux: str) -> int:
    """No known verb: after "be" the subject ends before a preposition or after a name."""
    end = start
    while end < len(words) and (end == start or not _ends_noun(words, end, start)):
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


def _ends_noun(words: Sequence[str], i: int, start: int) -> bool:
    word = key(words[i])
    if word in PREPOSITIONS - {"of"} or word in ADVERBS | CONJUNCTIONS | DETERMINERS:
        return key(words[i - 1]) != "of"
    after_name = is_capital(words[i - 1]) and key(words[start]) not in DETERMINERS
    return after_name and not is_capital(words[i]) and not words[i - 1].endswith("'s")


def _verb_end(words: Sequence[str], start: int, aux: str) -> int:
    """The verb with adverbs before it, "been", "to" and a second verb, and its particles."""
    i, has_verb = start, False
    while i < len(words):
        word = key(words[i])
        following = key(words[i + 1]) if i + 1 < len(words) else ""
        if word in ADVERBS or (word.endswith("ly") and not verbs.is_base(word)):
            pass
        elif word == "to" and (verbs.is_base(following) or following in ("be", "have")):
            pass
        elif has_verb and word in verbs.PARTICLES and _is_particle(words, i):
            pass
        elif not _goes_on(words, i, aux, has_verb, start):
            break
        else:
            has_verb = True
        i += 1
    return i if has_verb else start


def _goes_on(words: Sequence[str], i: int, aux: str, has_verb: bool, start: int) -> bool:
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
    """ "off" ends "go off"; "in" before a noun starts a tail instead."""
    if key(words[i]) in ("off", "out", "up", "down", "back", "away", "apart", "together"):
        return True
    return i + 1 == len(words)


def _object_end(words: Sequence[str], start: int) -> int:
    for i in range(start, len(words)):
        if starts_tail(words, i):
            return i
    return len(words)


def starts_tail(words: Sequence[str], i: int) -> bool:
    """Whether a tail starts at word i: a preposition other than "of", or a time phrase."""
    word = key(words[i])
    if (word == "according" or (i and word in _CLAUSE_TAILS)) and i + 1 < len(words):
        return True
    if word in PREPOSITIONS - {"of", "off"} and not (i and key(words[i - 1]) in DETERMINERS):
        is_infinitive = word == "to" and i + 1 < len(words) and verbs.is_base(key(words[i + 1]))
        return i + 1 < len(words) and not is_infinitive and key(words[i - 1]) != "according"
    return bool(TIME_STARTS.match(" ".join(words[i : i + 4]))) and (
        i == 0 or key(words[i - 1]) not in PREPOSITIONS
    )


def split_tails(words: Sequence[str]) -> tuple[Tail, ...]:
    """Cut the end of a question into its phrases: one for each preposition or time phrase."""
    if not words:
        return ()
    starts = [0]
    for i in range(1, len(words)):
        if starts_tail(words, i) and key(words[starts[-1]]) not in _CLAUSE_TAILS | {"according"}:
            starts.append(i)
    phrases = [
        " ".join(words[start:end])
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    ]
    return tuple(Tail(phrase, tail_kind(phrase)) for phrase in phrases if phrase)
