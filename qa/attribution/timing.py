"""Find time wording beside a cue: "on Tuesday", "late on Friday", "last week", "on 3 June".

Only finds the words; what day they mean is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from qa.attribution.tokens import Token
from qa.attribution.units import Unit
from qa.dates import find_dates

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:morning|afternoon|evening|night)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_NEAR = r"(?:(?:earlier|later|late|early)\s+)?"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH})"
_YEAR = r"(?:,?\s+\d{4})?"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|some)"
WHEN = re.compile(
    rf"""
    {_NEAR}(?:on\s+)?{_NEAR}(?:the\s+)?(?:last\s+|next\s+|this\s+)?{_DAY}(?:\s+{_PART})?
        (?:,?\s+{_DATE}{_YEAR})?\b(?!['’]s)
  | (?:that|one)\s+(?:day|{_PART})\s+in\s+(?:{_MONTH}{_YEAR}|\d{{4}})(?!\w)
  | {_NEAR}(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Oo]vernight)(?:\s+{_PART})?\b
  | {_NEAR}(?:in\s+the\s+)?(?:[Tt]his|[Ll]ast|[Tt]hat|the\s+(?:same|following|previous|next))\s+
        (?:day|week|month|year|weekend|quarter|spring|summer|autumn|winter|fall|{_PART}|{_MONTH})\b
  | {_NEAR}(?:on\s+)?(?:the\s+)?{_DATE}{_YEAR}\b
  | {_NEAR}(?:in|since)\s+{_NEAR}(?:{_MONTH}{_YEAR}|\d{{4}})(?!\w)
  | {_COUNT}\s+(?:hour|day|week|month|year)s?\s+(?:ago|earlier|later|before)\b
  | (?:at|over|during)\s+the\s+weekend\b
    """,
    re.VERBOSE,
)
_NAMED = re.compile(rf"(?:{_DAY}|{_MONTH})\b")
_OWNERS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today".split()
)
_LEADING = re.compile(r"(?:On|In|Late|Early|Earlier|Later|Over|At|Last|This)\b", re.ASCII)

# "between Monday and Friday" is no time of saying.
_BOUNDS = frozenset("between from since until before after by through of".split())
_OPENERS = frozenset("who which whose whom until when while where after before because".split())


def match_when(text: str, tokens: Sequence[Token], at: int) -> int:
    """Return the index behind the time wording that starts at token `at`, or `at`.

    A sentence's first word may have its capital.
    """
    if at >= len(tokens) or tokens[at].kind not in ("word", "number"):
        return at
    start = tokens[at].start
    if at and tokens[at].text == "Today":  # "Florida Today"
        return at
    match = WHEN.match(text, start)
    if match is None and _LEADING.match(text, start):
        window = text[start : start + 60]
        match = WHEN.match(window[0].lower() + window[1:])
        end = start + match.end() if match else start
    else:
        end = match.end() if match else start
    after = at
    while after < len(tokens) and tokens[after].start < end:
        after += 1
    return at if _goes_on(tokens, after) else after


def _goes_on(tokens: Sequence[Token], after: int) -> bool:
    """ "Said Sept. 9 to Oct. 1 is": the time belongs to what is said."""
    if after >= len(tokens):
        return False
    if tokens[after].lower in ("to", "through") and after + 1 < len(tokens):
        following = tokens[after + 1]
        return following.kind == "number" or bool(_NAMED.match(following.text))
    return tokens[after].lower in ("is", "was", "will")


def find_when(text: str, tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
    """Return the first time wording in tokens `[start, stop)` as character offsets.

    One in a clause of its own ("who resigned in 2017, said") is passed over.
    """
    is_inside = False
    for at in range(start, stop):
        is_inside = tokens[at].text != "," and (is_inside or tokens[at].lower in _OPENERS)
        end = at if is_inside else match_when(text, tokens, at)
        is_bound = at > start and tokens[at - 1].lower in _BOUNDS
        is_bound |= at > start and tokens[at].text == "Today"  # "USA Today"
        if at < end <= stop and not is_bound:
            return tokens[at].start, tokens[end - 1].end
    return None


def match_date(unit: Unit, at: int) -> int:
    """Return the index behind any date wording at token `at`, with its "on" or "in", or `at`.

    Knows more wordings than `match_when`: "a week before Halloween", "the morning of 3 May".
    """
    tokens = unit.tokens
    if at and tokens[at - 1].lower in _BOUNDS:
        return at
    first = at + 1 if tokens[at].lower in ("on", "in", "at", "during") else at
    if first >= len(tokens):
        return at
    end = _date_ends(unit.text, unit.start, unit.end).get(tokens[first].start)
    if end is None:
        return at
    return next((n for n in range(first, len(tokens)) if tokens[n].start >= end), len(tokens))


@lru_cache(maxsize=16)
def _date_ends(text: str, start: int, end: int) -> Mapping[int, int]:
    """Where the dates end that a saying may be of, by their starts: no lengths, nothing open."""
    return {
        mention.start + start: mention.end + start
        for mention in find_dates(text[start:end], None)
        if mention.precision != "duration" and not _OPEN.match(mention.text)
    }


_OPEN = re.compile(r"(?:since|ever|from|between)\b", re.IGNORECASE)


def match_owner(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind a day that owns or names a thing: "Monday's", "a Tuesday"."""
    word = tokens[at].lower.removesuffix("'s")
    is_day = word in _OWNERS and (tokens[at].is_capital or word == "yesterday")
    return at + 1 if is_day else at
