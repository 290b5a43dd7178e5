"""A pronoun in its question, and what it was found to stand for. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from qa.followups import verbs
from qa.followups.frame import Frame
from qa.followups.vocabulary import (
    SAYING,
)
from qa.followups.words import key
from qa.names import word_set


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun stands for. From an answer it leaves that answer's question unnamed."""

    phrase: str
    is_from_answer: bool = False


DONE_BY_PEOPLE = {verbs.base_of(word) for word in SAYING} | word_set(
    """offer want plan pay buy sell refuse agree decide win lose ask demand promise try need own
    hope make build count know use do get send work live sleep wear eat drink expect choose
    vote call"""
)


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun in its question: word `i` of `words`, and the question taken apart."""

    words: tuple[str, ...]
    i: int
    frame: Frame

    @property
    def word(self) -> str:
        return key(self.words[self.i])

    @property
    def previous(self) -> str:
        return key(self.words[self.i - 1]) if self.i else ""

    @property
    def following(self) -> str:
        return key(self.words[self.i + 1]) if self.i + 1 < len(self.words) else ""

    @property
    def is_subject(self) -> bool:
        return key(self.frame.subject) == self.word

    @property
    def acts(self) -> bool:
        """Whether it is the subject of a verb that only people and bodies do."""
        verb = {verbs.base_of(key(word)) for word in self.frame.verb.split()}
        return self.is_subject and bool(verb & DONE_BY_PEOPLE)

    def rest(self) -> str:
        """The question without the pronoun."""
        return " ".join((*self.words[: self.i], *self.words[self.i + 1 :]))
