"""A value as it can open a sentence: with what stands beside it in the quote.

"38,000" becomes "Some 38,000 people" where the quote reads "some 38,000 people". Only
words of the quote are added, only when they touch the value, and the value itself is
never changed: a value that starts in lower case is shown in quotation marks. Pure.
"""

from __future__ import annotations

import re

from qa.dates.words import MOVED
from qa.types import Citation, Claim
from qa.wording.days import day_in_words, range_in_words

_QUALIFIER = re.compile(
    r"\b(?:some|about|around|roughly|approximately|nearly|almost|over|under|only|just|exactly|"
    r"at least|at most|up to|close to|(?:no )?(?:more|less|fewer) than|as many as|an estimated|"
    r"well over|just over|just under|estimated)\s+$",
    re.I,
)
_DETERMINER = re.compile(r"\b(?:the|an?)\s+$", re.I)
_PREPOSITION = re.compile(
    r"\b(?:in|on|at|since|by|until|from|near|to|into|before|after|during|between|around|inside|"
    r"outside|across|over|within)\s+$",
    re.I,
)
_STARTS_WITH_PREPOSITION = re.compile(
    r"(?:in|on|at|since|by|until|from|near|to|into|before|after|during|between|around|inside|"
    r"outside|across|over|within|about|for|next|last|late|early|this|yesterday|today|tomorrow)\b",
    re.I,
)
_RATE = re.compile(
    r" (?:per|an?|each|every) (?:second|minute|hour|day|night|week|month|year|share|head|person|"
    r"household|dose|litre|gallon|barrel|tonne|ton|kilo|unit)\b"
    r"(?! (?:earlier|later|ago|before|after))",
    re.I,
)
# What stands between an event and its new day says nothing of the day: "moved to 8 May".
_MOVED = re.compile(rf"\b{MOVED}\b[^.;]*?\b(?:from|to|until|till)\s+$", re.I)


def in_quotation_marks(text: str) -> str:
    """The text between double marks, or between single ones when it holds double marks."""
    return f"‘{text}’" if re.search('[“”"]', text) else f"“{text}”"


def expand(
    claim: Claim,
    citation: Citation | None,
    asked_kind: str,
    *,
    opens: bool = True,
    with_unit: bool = True,
) -> str:
    """The value with qualifier, article or preposition and unit.

    `asked_kind` is the question's kind: prepositions are only taken for "when" and "where".
    With `opens` the phrase starts a sentence, so its first letter is a capital.
    """
    before, after, compound = "", "", ""
    if citation is not None and citation.answer == claim.value:
        start = citation.answer_start - citation.start
        left, right = citation.quote[:start], citation.quote[start + len(claim.value) :]
        compound = _compound(right)
        before = "" if compound else _before(left, claim, asked_kind)
        after = _unit_after(right, claim) if with_unit else ""
        after += _rate_after(right[len(after) :]) if claim.quantity else ""
    if before and not opens and not before.isupper():
        before = before[:1].lower() + before[1:]
    value = claim.value
    if not opens and not before and claim.quantity and value[1:2].islower():
        value = value[:1].lower() + value[1:]  # "Eleven" opened its sentence and not this one
    phrase = f"{before}{value}{after}"
    if opens and phrase[:1].islower():
        phrase = phrase[:1].upper() + phrase[1:] if before else in_quotation_marks(phrase)
    if compound:
        phrase += f" (in “{claim.value}{compound}”)"
    return phrase + _resolved_date(claim)


def _compound(right: str) -> str:
    """The rest of a word that the value only begins: "-brokered" of "Russian-brokered"."""
    match = re.match(r"[-‑]\w[\w-]*", right)
    return match.group() if match else ""


def _before(left: str, claim: Claim, asked_kind: str) -> str:
    taken = ""
    if claim.quantity is not None:
        taken = _take(_QUALIFIER, left)
    elif asked_kind in ("who", "what", "which", "where", "definition", "when"):
        taken = _take(_DETERMINER, left)
    if asked_kind in ("when", "where") and not _STARTS_WITH_PREPOSITION.match(taken + claim.value):
        left = left[: len(left) - len(taken)]
        taken = "" if _MOVED.search(left) else _take(_PREPOSITION, left) + taken
    return re.sub(r"\s+", " ", taken)


def _take(pattern: re.Pattern[str], left: str) -> str:
    match = pattern.search(left[-40:])
    return match.group() if match else ""


def _unit_after(right: str, claim: Claim) -> str:
    unit = claim.quantity.unit if claim.quantity else None
    if not unit or unit.lower() in claim.value.lower():
        return ""
    match = re.match(rf"[ -]{re.escape(unit)}\b", right, re.I)
    return match.group() if match else ""


def _rate_after(right: str) -> str:
    """What the figure is per: " a share" of "$34.20 a share"."""
    match = _RATE.match(right)
    return match.group() if match else ""


def _resolved_date(claim: Claim) -> str:
    """The date behind "On Wednesday": " (8 September 2021)"; "" when the value says it."""
    if claim.value_date is None:
        return ""
    span = claim.value_date
    has_year = str(span.start.year) in claim.value
    if has_year and (str(span.end.year) in claim.value):
        return ""
    in_full = range_in_words(span)
    day, _, month = day_in_words(span.start, weekday=False, year=False).partition(" ")
    named = {in_full.removesuffix(f" {span.start.year}")}
    if span.start == span.end:
        named.add(f"{month} {day}")  # as American news writes it
    lacks_year_only = any(re.search(rf"\b{re.escape(one)}\b", claim.value) for one in named)
    return f" ({span.start.year if lacks_year_only else in_full})"
