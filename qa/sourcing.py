"""Whose word a question asks for: "according to the UN", "does the ministry say". Pure.

Where somebody is named, only what the articles give as theirs answers, or what nobody is quoted
for; what another speaker says never does. "What did she say?" is answered by her words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from qa.names import STOP_WORDS, WORD
from qa.normalize.names import same_name
from qa.statements import Statement

_SAY = r"say|said|says|claim|report|estimate|state|believe|think|tell|put|count"
# A source's name ends where the question goes on.
_GOES_ON = (
    r"about|on|in|at|for|by|to|after|before|since|during|how|what|when|where|who|which|why|is|are|"
    r"was|were|did|does|do|has|have|had|will|would|can|could"
)
_NAME = rf"(?P<name>(?:(?!(?:{_GOES_ON})\b)[^\s,;?!]+\s?)+)"
_ACCORDING = re.compile(rf"\baccording to\s+{_NAME}", re.IGNORECASE)
_ASKS_SAYING = re.compile(
    rf"\b(?:did|does|do|has|have)\s+(?P<name>(?:[^\s,;?!]+\s+){{1,6}}?)(?:{_SAY})\b", re.IGNORECASE
)
_ASKS_WORDS = re.compile(
    r"^(?:and |but |so )?what (?:else )?(?:did|does|do|has|have)\s+"
    r"(?:[^\s,;?!]+\s+){1,6}?(?:say|said)\b",
    re.IGNORECASE,
)
_OPENING = ("“", "‘", "«", '"')
# No source that a name can be held against.
_NOBODY = frozenset(
    "who whom what which it this that these those them they he she him her we us you i one anyone "
    "someone people article articles text passage story news author authors paper".split()
)


@dataclass(frozen=True, slots=True)
class AskedSource:
    """The source as the question writes it; `wants_words`: only what it says is asked for."""

    name: str
    wants_words: bool = False


class Standing(IntEnum):
    """How a statement stands to the source asked for."""

    OTHERS = 0
    NOBODYS = 1
    THEIRS = 2


def asked_source(question: str) -> AskedSource | None:
    """Read the source that a question names.

    >>> asked_source("How many fled according to the UN, in all?")
    AskedSource(name='the UN', wants_words=False)
    >>> asked_source("what did mayor Roos say about the bridge")
    AskedSource(name='mayor Roos', wants_words=True)
    """
    found = _ACCORDING.search(question) or _ASKS_SAYING.search(question)
    if not found:
        return None
    name = found["name"].strip(" .\"'“”")
    words = _words(name)
    if not words - STOP_WORDS or words <= _NOBODY or words & {"who", "whom", "anyone"}:
        return None
    return AskedSource(name, bool(_ASKS_WORDS.search(question)))


def of_the_source(
    asked: AskedSource | None, statements: Sequence[Statement], threshold: float
) -> list[Statement]:
    """Keep the statements that may answer for the source, in their order.

    Its own statements alone, as soon as one of them reaches the threshold.
    """
    if asked is None:
        return list(statements)
    standing = [_standing(asked, one) for one in statements]
    theirs = [one for one, s in zip(statements, standing, strict=True) if s is Standing.THEIRS]
    if asked.wants_words or any(one.judged.confidence >= threshold for one in theirs):
        return theirs
    return [one for one, s in zip(statements, standing, strict=True) if s is not Standing.OTHERS]


def _standing(asked: AskedSource, statement: Statement) -> Standing:
    said_by, publisher = statement.said_by, statement.article.publisher
    if said_by is None:
        is_theirs = _is_named(asked.name, publisher or "") or _is_quoted_beside(asked, statement)
        return Standing.THEIRS if is_theirs else Standing.NOBODYS
    names = said_by.speaker, said_by.written
    is_theirs = any(_is_named(asked.name, name) for name in names)
    return Standing.THEIRS if is_theirs else Standing.OTHERS


def _is_quoted_beside(asked: AskedSource, statement: Statement) -> bool:
    """Whether the value opens a quotation in a sentence that names the source."""
    quote = statement.judged.evidence.quote
    before = statement.article.text[: statement.start].rstrip(" ")
    return before.endswith(_OPENING) and _words(asked.name) <= _words(quote)


def _is_named(asked: str, name: str) -> bool:
    """Whether the names may be one, or one's words are all in the other's: "the ministry"."""
    one, two = _words(asked), _words(name)
    return same_name(asked, name) or bool(one and two and (one <= two or two <= one))


def _words(name: str) -> set[str]:
    words = {word.casefold().removesuffix("'s") for word in WORD.findall(name.replace("’", "'"))}
    return words - STOP_WORDS if words - STOP_WORDS else words
