"""Find the dates of a text and resolve them against the day of publication.

The one place where rules, tense and the date named before come together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from qa.dates import absolute, joining, periods, shifts, weekdays, years
from qa.dates.expressions import Context, DateMention, Expression, Tense
from qa.dates.rules import Scanner
from qa.dates.tense import tense_at
from qa.dates.words import COUNT, UNIT
from qa.types import DateRange

_SCANNER = Scanner((*absolute.RULES, *years.RULES, *weekdays.RULES, *periods.RULES, *shifts.RULES))
# A text without any of these holds no date: the cheap test before the rules.
_TRIGGER = re.compile(
    r"\d{2}|\d(?:st|nd|rd|th)?\s+[A-Z]|day\b|week|month|year|night|morning|afternoon|evening|decade|centur|"
    r"\btomorrow|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|[JFMASOND][a-z]{2,3}\.?\s\d|spring|summer|autumn|winter|"
    r"\bfall\b|quarter|half\b|Q[1-4]|[Cc]hristmas|Boxing|Valentine|Hallowe|ago\b|day's|days"
)
_DURATION = re.compile(
    rf"\bfor\s+(?:(?:about|nearly|almost|around|over|some|at\s+least|more\s+than|up\s+to)\s+)?"
    rf"(?:{COUNT})\s+(?:{UNIT}|hour|minute)s?\b(?!\s+(?:ago|later))",
    re.IGNORECASE,
)


def find_dates(text: str, base: date | None) -> list[DateMention]:
    """Return the dates of a sentence or short stretch, in order, without overlap.

    `base` is the day of publication; without it relative wordings keep `range` None. Leading
    "on" and "in" stay out of a mention, "since" and "late" belong to it. "For three days" is
    returned with precision "duration" and no range.

    >>> find_dates("It closed on Friday.", date(2021, 8, 26))[0].range.start.isoformat()
    '2021-08-20'
    """
    if not _TRIGGER.search(text):
        return []
    mentions: list[DateMention] = []
    anchor: DateRange | None = None
    for expression in _expressions(text):
        span = _resolve(text, expression, base, anchor)
        mentions.append(_mention(text, expression, span))
        if span is not None and expression.precision in {"day", "week", "month", "year"}:
            anchor = span
    return sorted([*mentions, *_durations(text, mentions)], key=lambda mention: mention.start)


def resolve(expression: str, base: date | None) -> DateRange | None:
    """Return what a date wording means by itself, or None if it is none.

    The whole string must be the wording, a leading "on", "in", "at", "by" or "until" aside.

    >>> resolve("the late 1950s", None).start.year
    1957
    """
    wording = _PREPOSITION.sub("", expression.strip(" \t\n.,;:!?\"'“”‘’()"))
    for padded in (wording, f"in {wording}"):
        lead = len(padded) - len(wording)
        for found in _expressions(padded):
            if found.start <= lead and found.end >= len(padded):
                tense: Tense | None = "future" if _TO_COME.match(expression) else None
                return found.meaning(Context(base, tense))
    return None


_PREPOSITION = re.compile(
    r"\A(?:on|in|at|by|until|till|during|over|around|about)\s+", re.IGNORECASE
)
_TO_COME = re.compile(r"\s*(?:by|until|till)\s", re.IGNORECASE)


def date_at(
    text: str, start: int, end: int, base: date | None, tense: Tense | None = None
) -> DateMention | None:
    """Return the date that the value at `[start, end)` states.

    Its tense is read from the sentence if it is not given.

    Smaller than a mention it lies in: of "since 2015" the value "2015" is the year. None when
    the value is no date.
    """
    if not _SCANNER.may_hold(text, start, end):
        return None
    begin = max(0, start - _CONTEXT)
    window, value = text[begin : end + _CONTEXT], (start - begin, end - begin)
    anchor: DateRange | None = None
    inner: DateMention | None = None
    for expression in _expressions(window, value):
        span = _resolve(window, expression, base, anchor, tense)
        lead = window[expression.start : value[0]].strip().lower()  # "the" of "the summer of 2020"
        is_over = window[value[1] : expression.end] in ("", "'s", "’s")  # "Sunday" of "Sunday's"
        is_inside = lead in ("", "the") and is_over
        if is_inside and _covers(window, expression, value):
            first, last = expression.start, min(expression.end, value[1])
            inner = DateMention(
                first + begin, last + begin, window[first:last], span, expression.precision
            )
            break
        if span is not None and expression.end <= value[0] and expression.precision == "day":
            anchor = span
    return inner


# Characters of context on each side of a value.
_CONTEXT = 400


def _covers(text: str, expression: Expression, value: tuple[int, int]) -> bool:
    """Tell whether nothing but small words is left of the value beside the expression."""
    rest = text[value[0] : expression.start] + " " + text[expression.end : value[1]]
    return all(word.lower() in _SMALL_WORDS for word in re.findall(r"\w+", rest))


_SMALL_WORDS = frozenset("on in at the of since by until from about around early late and".split())


def _expressions(text: str, value: tuple[int, int] | None = None) -> Iterator[Expression]:
    """Yield expressions, widened and joined, but never across the start of `value`."""
    waiting: Expression | None = None
    for narrow in _SCANNER.scan(text):
        floor = value[0] if value and value[0] <= narrow.start < value[1] else 0
        expression = joining.widen(text, narrow, floor)
        joined = joining.join(text, waiting, expression) if waiting else None
        if joined and joined.start >= floor:
            waiting = joined
            continue
        if waiting:
            yield waiting
        waiting = expression
    if waiting:
        yield waiting


def _resolve(
    text: str,
    expression: Expression,
    base: date | None,
    anchor: DateRange | None,
    tense: Tense | None = None,
) -> DateRange | None:
    if tense is None and expression.floats and base:
        tense = tense_at(text, expression.start, expression.end)
    return expression.meaning(Context(base, tense, anchor))


def _mention(text: str, expression: Expression, span: DateRange | None) -> DateMention:
    start, end = expression.start, expression.end
    return DateMention(start, end, text[start:end], span, expression.precision)


def _durations(text: str, mentions: list[DateMention]) -> Iterator[DateMention]:
    """Yield lengths of time that overlap none of the mentions, which are in order."""
    ends = [mention.end for mention in mentions]
    for match in _DURATION.finditer(text):
        following = bisect_right(ends, match.start())
        if following == len(mentions) or mentions[following].start >= match.end():
            yield DateMention(match.start(), match.end(), match.group(), None, "duration")
