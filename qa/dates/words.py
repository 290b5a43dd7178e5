"""The words of English dates as pattern fragments, and their numbers."""

from __future__ import annotations

from qa.number_words import SMALL, TENS
from qa.numbers import number_at

MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November "
        "December".split(),
        start=1,
    )
}
_SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    )
}
UNITS = ("day", "night", "week", "fortnight", "month", "year", "decade", "century")
ORDINALS = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
        "twenty-first".split(),
        start=1,
    )
}

LONG_MONTH = "|".join(MONTHS)
MONTH = rf"(?:{LONG_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
WEEKDAY = "|".join(WEEKDAYS)
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
TH = r"(?:st|nd|rd|th)?"
YEAR = r"(?:1\d{3}|2[01]\d{2})"
# After a day or year: it was the beginning of another number.
NO_DIGIT = r"(?!\d|[,.]\d|:\d|\s?(?:%|percent\b|per\s+cent\b|[ap]\.?m\b))"
UNIT = "|".join(UNITS)
_SIMPLE = "|".join([*SMALL, *TENS])
COUNT = (
    rf"(?:(?:a\s+)?couple\s+of|an?|half\s+an?|(?:\d{{1,4}}|(?:{_SIMPLE})(?:[-\s](?:{_SIMPLE}))?)"
    r"(?:\s+and\s+a\s+half)?)"
)
SEASON = "spring|summer|autumn|fall|winter"
PART_OF_DAY = "morning|afternoon|evening|night|lunchtime|noon|midday|midnight|dawn|dusk"


def month_number(word: str) -> int:
    word = word.rstrip(".")
    return MONTHS.get(word) or _SHORT_MONTHS[word]


def count_of(words: str) -> float | None:
    """Return what a match of `COUNT` says: "a" is 1, "ten" 10, "a couple of" 2."""
    words = words.lower().strip()
    if "couple" in words:
        return 2.0
    if words in {"a", "an"}:
        return 1.0
    if words.startswith("half"):
        return 0.5
    number = number_at(words, 0)
    return number.value if number and number.end == len(words) else None


# What gives an event another day: "moved to 8 May", "put back from Friday to Sunday".
MOVED = (
    r"(?:postponed|moved|shifted|rescheduled|changed|delayed|deferred|adjourned|extended|prolonged|"
    r"(?:put|pushed|set|moved)\s+(?:back|off)|(?:brought|moved)\s+forward)"
)
