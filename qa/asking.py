"""Check a question before anything is done with it. Pure."""

from __future__ import annotations

import re
import unicodedata

from index.errors import InvalidQuestionError

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def checked(question: str, max_characters: int) -> str:
    """Return the question in NFC with white space run together.

    Raises InvalidQuestionError when it is empty, too long or holds control characters.
    """
    if len(question) > max_characters:
        raise InvalidQuestionError(
            f"The question has {len(question):,} characters; at most {max_characters:,} are read. "
            "Ask in one or two sentences, and add long texts as articles."
        )
    if found := _CONTROL.search(question):
        raise InvalidQuestionError(
            f"The question holds the unreadable character U+{ord(found.group()):04X} at position "
            f"{found.start()}. Type it again."
        )
    plain = " ".join(unicodedata.normalize("NFC", question).split())
    if not any(character.isalnum() for character in plain):
        raise InvalidQuestionError("The question is empty. Ask something, such as: who resigned?")
    return plain
