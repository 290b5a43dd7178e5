"""Dates in questions: what interval is asked about, and which words say so.

Typed questions are often in lower case, so names of days and months are found there too.
The words can be shown to the user and taken out of the question again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from qa.dates.expressions import DateMention
from qa.dates.finding import find_dates
from qa.dates.words import MONTHS, WEEKDAYS
from qa.types import DateRange

_SURE = "|".join([*(m for m in MONTHS if m not in {"May", "March", "August"}), *WEEKDAYS])
_SURE_NAME = re.compile(rf"\b(?:{_SURE})\b", re.IGNORECASE)
# "may", "march" and "august" are other words too unless a date word stands beside them.
_OTHER = r"(?:may|march|august)\b"
_MAYBE_NAME = re.compile(
    rf"(?<=\bin ){_OTHER}|(?<=\b(?:of|by) ){_OTHER}|(?<=\b(?:from|last|late|next|this) ){_OTHER}"
    rf"|(?<=\b(?:since|until|early) ){_OTHER}|(?<=\bbetween ){_OTHER}|(?<=\bmid[- ]){_OTHER}"
    rf"|(?<=\d ){_OTHER}|(?<=\d(?:st|nd|rd|th) ){_OTHER}|\b{_OTHER}(?=,? \d)"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_LEAD = re.compile(
    r"\b(?:on|in|at|during|over|by|until|since|from|between|back\s+in|as\s+of|in\s+the\s+week\s+of)"
    r"\s+\Z",
    re.IGNORECASE,
)
# "In last week's attack" keeps its preposition: the attack was the last week's.
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_INNER_LEAD = re.compile(r"(?:in|on)\s+", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after)\s+\Z", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|till|by|up\s+to)\s+\Z", re.IGNORECASE)
# Words that count from the day of asking; other relative dates only leave their year or week open.
_FROM_TODAY = re.compile(
    r"\b(?:last|next|this|past|previous|coming|ago|now|today|tonight|yesterday|tomorrow|overnight|"
    r"earlier|later|recent|hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
# "The deal of 2018" and "the 2018 deal" name a thing; "the night of 12 July" still names a time.
_OF = re.compile(
    r"(?<!\bas)(?<!\bnight)(?<!\bmorning)(?<!\bafternoon)(?<!\bevening)(?<!\bday)(?<!\bdays)"
    r"(?<!\bweek)(?<!\bmonth)(?<!\bend)(?<!\bstart)(?<!\bbeginning)(?<!\bmiddle)(?<!\bhalf)"
    r"\s+of\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:the|an?|that|these|those|its|his|her|their|our|my|any|every|previous|earlier)\s+\Z",
    re.IGNORECASE,
)
_NOUN_NEXT = re.compile(
    r"[\s-]+(?!(?:and|or|but|in|on|at|to|by|of|for|from|with|under|over|before|after|until|since|"
    r"when|while|as|who|that|which|was|were|is|are|did|had|has|have|will|would|said)\b)[a-z]",
    re.IGNORECASE,
)
# The head of a clause inside the question; a question word may also follow a preposition.
_SUBORDINATE = re.compile(
    r"(?<=\w )(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\bfrom )"
    r"(?<!\bwith )(?<!\band )(?<!\bbut )(?<!\bso )(?:who|which|whose|where|because|if|after|"
    r"before|since)\s+\w",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AskedDate:
    """A date that a question names: `[start, end)` covers its wording with its preposition.

    `from_day` or `to_day` is None where the question leaves that side open ("before 2018").
    A date that `floats` names no year or week of its own ("on Thursday", "since June"): only
    such a one may be unresolved, its range and both days None. `dates_event` is false where it
    belongs to a thing ("the 2018 deal") or to a clause ("those who fled in 2018"), and so does
    not say when what is asked about took place.
    """

    start: int
    end: int
    text: str
    range: DateRange | None
    from_day: date | None
    to_day: date | None
    floats: bool = False
    dates_event: bool = True


def question_dates(question: str, today: date | None) -> list[AskedDate]:
    """Return the dates that a question names, in order.

    Words in quotation marks are a title or what somebody said, and name none. Without `today`
    those that float are unresolved, and those that count from it are left out.

    >>> question_dates("how many fled in august 2021?", None)[0].to_day.isoformat()
    '2021-08-31'
    """
    unquoted = _QUOTED.sub(lambda match: "#" * len(match.group()), question)
    cased = _SURE_NAME.sub(lambda match: match.group().capitalize(), unquoted)
    cased = _MAYBE_NAME.sub(lambda match: match.group().capitalize(), cased)
    fixed = {mention.start for mention in find_dates(cased, None) if mention.range}
    return [
        _asked(question, cased, mention, floats)
        for mention in find_dates(cased, today)
        if mention.precision != "duration"
        for floats in (mention.start not in fixed and not _FROM_TODAY.search(mention.text),)
        if mention.range is not None or floats
    ]


def without_dates(question: str, dates: Sequence[AskedDate]) -> str:
    """Return the question without the wording of these dates, which are in its order.

    >>> q = "in 2018, how many fled Orm?"
    >>> without_dates(q, question_dates(q, None))
    'how many fled Orm?'
    """
    for asked in reversed(dates):
        article = "the" if asked.text.endswith(("'", "’", "'s", "’s")) else ""
        question = f"{question[: asked.start]} {article} {question[asked.end :]}"
    question = _DANGLING.sub("", " ".join(question.split()))
    return re.sub(r"\s+(?=[?.!,;])", "", question)


# What stood between dates, or between a date and the rest.
_DANGLING = re.compile(
    r"^(?:[,;]|and\b|or\b)\s*|(?:[,;]|\s(?:and|or))+(?=\s*[?.!]?$)", re.IGNORECASE
)


def names_thing(text: str, start: int, end: int) -> bool:
    """Tell whether the date at `[start, end)` belongs to a noun: "the 2018 deal"."""
    before = text[max(0, start - 30) : start]
    if _OF.search(before):
        return True
    is_bare = not _LEADING_WORD.match(text, start, end)
    return is_bare and bool(_DETERMINER.search(before) and _NOUN_NEXT.match(text, end))


_LEADING_WORD = re.compile(r"(?:the|an?|last|this|next|since|in)\b", re.IGNORECASE)


def _asked(question: str, cased: str, mention: DateMention, floats: bool) -> AskedDate:
    before, span = cased[: mention.start], mention.range
    start, end = _wording(cased, mention)
    words = question[start:end].lower()
    is_since, is_before = words.startswith(("since", "after")), bool(_BEFORE.search(before))
    first = None if is_before or span is None else span.start
    last = None if is_since or span is None else span.end
    return AskedDate(
        start,
        end,
        question[start:end],
        span,
        first,
        _last_day_before(span, words) if span and is_before else last,
        floats,
        not names_thing(cased, mention.start, end) and not _SUBORDINATE.search(cased[:start]),
    )


def _wording(cased: str, mention: DateMention) -> tuple[int, int]:
    """Return `[start, end)` of a mention with its preposition, or with its possessive ending."""
    possessive = _POSSESSIVE.match(cased, mention.end)
    if possessive or mention.text.endswith(("'s", "’s")):
        inner = _INNER_LEAD.match(mention.text)
        end = possessive.end() if possessive else mention.end
        return mention.start + (inner.end() if inner else 0), end
    before = cased[: mention.start]
    lead = _SINCE.search(before) or _BEFORE.search(before) or _LEAD.search(before)
    return lead.start() if lead else mention.start, mention.end


def _last_day_before(span: DateRange, words: str) -> date:
    """Return the last day allowed: "before 2018" ends in 2017, "by 2018" in 2018."""
    if words.startswith("before") and span.start > date.min:
        return date.fromordinal(span.start.toordinal() - 1)
    return span.end
