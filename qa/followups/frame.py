"""A question taken apart: question word, noun, auxiliary, subject, verb, object, tails.

Rules over word lists, without a grammar or a model; what does not fit ends up in the
object. The parts joined in order always give the question's words again. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.followups import verbs
from qa.followups.boundaries import noun_end, predicate_follows, verb_end, wh_end
from qa.followups.subjects import subject_end
from qa.followups.tails import Tail, object_end, split_tails
from qa.followups.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
)
from qa.followups.words import key


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
        words = [word for word in map(key, self.wh.split()) if word not in ("else", "away")]
        return words[-1] if words else ""

    @property
    def last_verb(self) -> str:
        """The last word of the verb, as lists know it; "" for none."""
        return key(self.verb.split()[-1]) if self.verb else ""

    def has_clause(self) -> bool:
        """Whether there is a verb or an auxiliary, so that it is more than a fragment."""
        return bool(self.verb or self.aux)


def parse(question: str) -> Frame:
    """Take a question apart. Never fails; a fragment has neither auxiliary nor verb."""
    words = question.split()
    if [key(word) for word in words[:2]] in (["what", "about"], ["how", "about"]):
        fragment = _headless(words[2:])
        return Frame(wh=" ".join(words[:2]), object=fragment.object, tails=fragment.tails)
    wh_stop = wh_end(words)
    noun_stop = noun_end(words, wh_stop)
    i = noun_stop
    aux = words[i] if i < len(words) and key(words[i]) in AUXILIARIES else ""
    if key(aux) == "did" and key(words[i - 1]) == "who" and not _has_verb(words[i + 1 :]):
        aux = ""
    i += bool(aux)
    if not wh_stop and not aux:
        return _headless(words)
    has_wh_subject = bool(wh_stop) and (not aux or predicate_follows(words, i, wh_stop, aux))
    wh = key(words[wh_stop - 1]) if wh_stop else ""
    subject_stop = i if has_wh_subject else subject_end(words, i, aux, wh)
    verb_stop = verb_end(words, subject_stop, aux)
    object_stop = object_end(words, verb_stop)
    return Frame(
        wh=" ".join(words[:wh_stop]),
        noun=" ".join(words[wh_stop:noun_stop]),
        aux=aux,
        subject=" ".join(words[i:subject_stop]),
        verb=" ".join(words[subject_stop:verb_stop]),
        object=" ".join(words[verb_stop:object_stop]),
        tails=split_tails(words[object_stop:]),
    )


def _has_verb(words: Sequence[str]) -> bool:
    """Whether a verb follows "did", which otherwise is the verb itself: "who did the survey"."""
    return any(
        verbs.is_base(key(word)) and key(before) not in DETERMINERS
        for before, word in zip(["", *words], words, strict=False)
    )


def _headless(words: Sequence[str]) -> Frame:
    """A fragment: what stands before the first tail is its object."""
    end = object_end(words, 0)
    return Frame(object=" ".join(words[:end]), tails=split_tails(words[end:]))
