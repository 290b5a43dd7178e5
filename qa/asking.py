"""Check a question before anything is done with it, and find its telling words. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from index.errors import InvalidQuestionError

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[-'’]\w+)*")
_LONGEST_ABBREVIATION = 3
_POSSESSIVE = re.compile(r"['’]s?$")
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


def telling_words(question: str, word_pieces: Callable[[Sequence[str]], list[int]]) -> list[str]:
    """The question's names, figures and rare words, in order.

    A word counts when it has a capital after the question's first word, begins with a digit, or
    is rare: a model's vocabulary, asked by `word_pieces`, has it only in pieces.
    """
    words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(question)]
    pieces = word_pieces(words) if words else []
    return [
        word
        for at, (word, count) in enumerate(zip(words, pieces, strict=True))
        if count > 1 or word[0].isdigit() or (at > 0 and word[0].isupper())
    ]


def unusual_names(
    names: Sequence[str], word_pieces: Callable[[Sequence[str]], list[int]]
) -> list[str]:
    """The words of names that are telling on their own, in order.

    Of a name of several words only the rare ones are: "Prime Minister of Norvania" is about
    Norvania. Abbreviations are not: they are written in many ways.
    """
    words = [(word, " " in name) for name in names for word in name.split()]
    pieces = word_pieces([word for word, _ in words]) if words else []
    return [
        word
        for (word, is_part), count in zip(words, pieces, strict=True)
        if len(word) > _LONGEST_ABBREVIATION
        and "." not in word
        and (count > 1 if is_part else not word.isupper())
    ]


def rare_names(
    names: Sequence[str], word_pieces: Callable[[Sequence[str]], list[int]]
) -> list[str]:
    """The words of names that a model's vocabulary has only in pieces, in order."""
    words = [_POSSESSIVE.sub("", word) for name in names for word in name.split()]
    words = [word for word in words if word.isalpha() and len(word) > _LONGEST_ABBREVIATION]
    pieces = word_pieces(words) if words else []
    return [word for word, count in zip(words, pieces, strict=True) if count > 1]
