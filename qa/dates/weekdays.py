"""Rules for days around publication: "on Thursday", "yesterday", "overnight", "the weekend"."""

from __future__ import annotations

import re
from datetime import date

from qa.dates.days import one_day, shifted, week_of, weekend_of
from qa.dates.expressions import Context, Expression
from qa.dates.meanings import days_around, from_base, relative
from qa.dates.rules import Rule
from qa.dates.words import PART_OF_DAY, WEEKDAY, WEEKDAYS
from qa.types import DateRange

_NO_WEEKDAY_BEFORE = re.compile(
    r"\b(?:Black|Good|Ash|Super|Palm|Bloody|Easter|Fat|Shrove|Cyber|Giving|Maundy|Whit|Sheffield|"
    r"Joe|Man|Girl|Casual|Freaky|Holy|Manic|Ruby|Mail\s+on|every|each|most|some|other|any|alternate)"
    r"\s+\Z",
    re.IGNORECASE,
)
_PAPER_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|People|World|Business|Independent|"
    r"Service|the\s+13th|Night\s+(?:Live|Football)|Morning\s+Herald|Club|Football|Tribune)\b"
)
_IN_NAME = re.compile(r"\b[A-Z]\w+ (?:Today|TODAY|Tonight|Tomorrow)\Z|\bon this \w+\Z")
# "A Tuesday briefing" is of one Tuesday, "on a Tuesday" of any.
_ANY_DAY = re.compile(r"\b[Aa]n?\s+\Z")
_NOUN_AFTER = re.compile(
    r"\s+(?!(?:when|while|in|and|or|at|of|to|with|after|before|because|that|is|was|but|for|as|a|"
    r"an|the|by|until|from|night|morning|afternoon|evening)\b)[a-z]{3}"
)
_DAY_WORDS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEKS_ON = {"last": -1, "this": 0, "next": 1}


def _weekday(match: re.Match[str]) -> Expression | None:
    text = match.string
    if _NO_WEEKDAY_BEFORE.search(text, max(0, match.start("day") - 14), match.start("day")):
        return None
    if _PAPER_AFTER.match(text, match.end("day")):
        return None
    is_any = _ANY_DAY.search(text, max(0, match.start("day") - 4), match.start("day"))
    if is_any and not _NOUN_AFTER.match(text, match.end()):
        return None
    number, which, week = WEEKDAYS[match["day"]], match["which"], match["week"]
    if week:
        step = _WEEKS_ON[week.lower()]
        read = from_base(lambda base: _weekday_of_week(base, number, step))
        return relative(match, "day", read)

    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        has_hour = bool(match["hour"] or match["later"])
        day = _nearest_weekday(context, number, (which or "").lower(), has_hour)
        return one_day(day) if day else None

    return relative(match, "day", meaning, floats=not which)


def _weekday_of_week(base: date, number: int, step: int) -> DateRange | None:
    week = week_of(base, step)
    day = week and shifted(week.start, days=number)
    return one_day(day) if day else None


def _nearest_weekday(context: Context, number: int, which: str, has_hour: bool) -> date | None:
    """Return the day at or before the base; the next one strictly after it when future.

    "Will close on Sunday evening" may be said on Sunday: an hour allows the same day.
    """
    assert context.base is not None
    back = (context.base.weekday() - number) % 7
    if which in {"last", "past", "previous"}:
        return shifted(context.base, days=-(back or 7))
    is_future = context.tense == "future" or (which == "this" and context.tense != "past")
    if is_future and has_hour and not back:
        return context.base
    if which in {"next", "coming", "this coming"} or is_future:
        return shifted(context.base, days=7 - back)
    return shifted(context.base, days=-back)


def _day_word(match: re.Match[str]) -> Expression | None:
    if _IN_NAME.search(match.string[max(0, match.start() - 24) : match.end()]):
        return None  # "Florida Today"; "on this night" of a story
    word = match["word"].lower()
    if word.startswith("the day"):
        step = -2 if "before" in word else 2
    elif word.startswith("last night"):
        step = -1
    else:
        step = _DAY_WORDS.get(word.split()[-1], 0)
        if word.split()[0] in _DAY_WORDS:
            step = _DAY_WORDS[word.split()[0]]
    return relative(match, "day", from_base(lambda base: days_around(base, step, step)))


def _overnight(match: re.Match[str]) -> Expression:
    return relative(match, "interval", from_base(lambda base: days_around(base, -1, 0)))


def _the_weekend(match: re.Match[str]) -> Expression:
    def meaning(context: Context) -> DateRange | None:
        if context.base is None:
            return None
        is_over = context.base.weekday() < 5 and context.tense != "future"
        return weekend_of(context.base, -1 if is_over else 0)

    return relative(match, "interval", meaning, floats=True)


RULES = (
    Rule(
        rf"(?i:(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
        rf"(?:earlier\s+|later\s+|late\s+|early\s+)?(?:today|tonight|yesterday|tomorrow)"
        rf"(?:\s+(?:{PART_OF_DAY}))?|last\s+night|(?:early\s+|late\s+|earlier\s+)?this\s+(?:{PART_OF_DAY})))\b",
        _day_word,
    ),
    Rule(
        r"(?i:overnight)\b(?!\s+(?:success|stay|train|bus|ferry|flight|guests?|camp))", _overnight
    ),
    Rule(
        r"(?:(?P<later>[Ll]ater)\s+(?:on\s+)?)?"
        rf"(?:(?i:(?P<which>last|past|next|this\s+coming|coming|this|previous))\s+)?(?P<day>{WEEKDAY})\b"
        r"(?!\s+(?:nights|mornings|afternoons|evenings)\b)"
        rf"(?:['’]s(?=\s))?(?P<hour>\s+(?:{PART_OF_DAY})\b)?"
        r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        _weekday,
    ),
    Rule(r"(?i:(?:the\s+)weekend)\b(?!\s+of\b)", _the_weekend),
)
