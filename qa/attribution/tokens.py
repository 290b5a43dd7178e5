"""Cut a stretch of an article into words, numbers and marks; a quotation is one token.

With quotations and brackets folded into single tokens, the rules that read a sentence see
only what the writer says. Offsets are the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from qa.attribution.quotes import Quotation

TokenKind = Literal["word", "number", "mark", "quote", "aside"]

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Cdr|Maj|St|Rev|Hon|Jr|Sr|Pres|Supt|"
    "Insp|Det|Adm|Fr|Messrs|Inc|Ltd|Co|Corp|Bros|Cpl|Pvt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs|v"
)
_TOKEN = re.compile(
    rf"""
    (?P<word>
        (?:[^\W\d_]\.){{2,}}(?:-\w+)*(?:['’]s)?
      | (?:{_ABBREVIATIONS})\.
      | \d{{1,3}}[A-Z]{{1,2}}\b
      | &(?=\s)
      | [A-Z]\.(?=\s+[A-Z])
      | [DRI]-(?:[A-Z]\.){{2,}}
      | [DRI]-[A-Z][a-z]{{1,5}}\.
      | [^\W\d_](?:[\w\u0300-\u036f]|['’&/-](?=\w)|\.(?=[a-z\d]))*(?:(?<=s)['’](?=\s+\w))?
    )
  | (?P<number>[$£€¥]?\d(?:[\d,.:]*\d)?(?:%|(?:[-–]\w+)+|[a-z]{{1,3}}\b)?)
  | (?P<aside>\([^()\n]{{1,80}}\))
  | (?P<mark>--|\.\.\.|\S)
    """,
    re.VERBOSE,
)
# Bodies and countries that would read as pronouns in lower case.
_SHORT_NAMES = frozenset(("WHO", "IT", "US", "WE"))


class Token(NamedTuple):
    """A token `[start, end)` of the article.

    `lower` has straight apostrophes; "WHO" keeps its capitals there.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind

    @property
    def is_capital(self) -> bool:
        """A word with a capital, also behind "al-" and the like."""
        if self.kind != "word":
            return False
        return (
            self.text[0].isupper()
            or self.text[0].isdigit()
            or (
                self.lower.startswith(("al-", "el-", "as-", "ad-", "an-", "ash-", "d'", "bin-"))
                and any(letter.isupper() for letter in self.text)
            )
        )

    @property
    def is_possessive(self) -> bool:
        return self.lower.endswith(("'s", "s'"))


def tokenise(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """Return the tokens of `[start, end)`; quotations must lie in it or be cut by its ends."""
    tokens: list[Token] = []
    at = start
    for quotation in quotations:
        if quotation.end <= at or quotation.start >= end:
            continue
        tokens += _plain(text, at, max(at, quotation.start))
        first, at = max(at, quotation.start), min(quotation.end, end)
        tokens.append(Token(text[first:at], "", first, at, "quote"))
    return tokens + _plain(text, at, end)


def is_written_small(word: str, text: str) -> bool:
    """Say whether the article also writes the word without a capital: "see" is no name."""
    return any(f" {word}{mark}" in text for mark in " ,.;:?!")


def _plain(text: str, start: int, end: int) -> list[Token]:
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        written = match.group()
        is_short_name = kind != "word" or written in _SHORT_NAMES
        lower = written if is_short_name else written.lower().replace("’", "'")
        tokens.append(Token(written, lower, match.start(), match.end(), kind))
    return tokens
