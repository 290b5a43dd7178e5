"""Describe a phrase that holds no name: its head noun and what kind of speaker that is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from qa.attribution.bodies import BODIES
from qa.attribution.roles import (
    DOCUMENTS,
    GENDERS,
    GROUPS,
    ROLES,
    THINGS,
)
from qa.attribution.runs import bare
from qa.attribution.tokens import Token
from qa.attribution.types import Gender, Kind, Speaker
from qa.attribution.words import (
    DETERMINERS,
    FINITE,
    NUMBERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
)

_PRONOUN_GENDERS: dict[str, Gender] = {"he": "male", "she": "female"}

_PERSON_ENDINGS = ("man", "woman", "ist", "ian", "eer", "owner", "keeper", "er", "or", "person")
# Before "of the …".
_PARTS = NUMBERS | {"some", "many", "several", "most", "both", "none", "half"}
_ONE_OF = {"people": "person", "men": "man", "women": "woman", "children": "child"}
_SPEAKING = ROLES | GROUPS | DOCUMENTS | BODIES


def pronoun(token: Token, head: str) -> Speaker:
    gender = _PRONOUN_GENDERS.get(head)
    kind: Kind = "person" if head in PERSONAL else "organisation" if head == "it" else "group"
    return Speaker(
        token.text, token.start, token.end, kind, is_pronoun=True, gender=gender, head=head
    )


def unnamed(phrase: Sequence[Token], body: Sequence[Token], determiner: str) -> Speaker:
    head = head_noun(body)
    return Speaker(
        text_of([token for token in body if token.kind != "aside"] or body),
        phrase[0].start,
        body[-1].end,
        kind_of_noun(head, body),
        gender=GENDERS.get(head),
        determiner=determiner,
        head=head,
    )


def head_noun(body: Sequence[Token]) -> str:
    """Return the noun that the phrase is about: "people" in "two people close to him".

    A part is of the kind of its whole: "person" in "one of the people", "officials" in "two of
    the officials".
    """
    is_part = len(body) > 3 and body[0].lower in _PARTS and body[1].lower == "of"
    if is_part and body[2].lower in DETERMINERS:
        whole = head_noun(body[3:])
        one = _ONE_OF.get(whole, whole.removesuffix("s"))
        if one in ROLES or whole in GROUPS:
            return one if body[0].lower == "one" else whole
    head = ""
    for at, token in enumerate(body):
        if token.kind not in ("word", "number"):
            break
        if at and (token.lower in PREPOSITIONS or token.lower in RELATIVES):
            break
        if at and (token.lower in ("and", "or") or token.lower in FINITE):
            break
        if at and token.lower in ("close", "familiar", "involved", "present", "based"):
            break
        if at and token.lower.endswith("ed") and head in _SPEAKING:
            break
        head = bare(token)
    return head


def kind_of_noun(head: str, body: Sequence[Token]) -> Kind:
    """Classify an unnamed speaker by its head noun, then by the noun's ending."""
    if head in DOCUMENTS:
        return "document"
    if head in GROUPS or any(token.lower == "and" for token in body):
        return "group"
    if head in BODIES:
        return "organisation"
    if head in ROLES:
        return "person"
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return "group"
    is_person = head.endswith(_PERSON_ENDINGS) and head not in THINGS
    return "person" if is_person else "unknown"


def text_of(tokens: Sequence[Token]) -> str:
    """Join tokens as they are written, without gaps before marks and brackets."""
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts)
