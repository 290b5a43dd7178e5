"""Numbers that are no amounts: years, days, clock times, ordinals, names, telephone numbers.

Pure rules over the characters around a number. Knows nothing of units.
"""

from __future__ import annotations

import re

from qa.normalize.nouns import counted_noun
from qa.normalize.qualifiers import qualifier_before
from qa.numbers import Number

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_GLUED_BEFORE = re.compile(r"(?:[^\W_][-–−/:.,'’]|[+#@_/\\%]|[^\W\d][-–−])\Z")
_GLUED_AFTER = re.compile(
    r"(?:st|nd|rd|th)\b|s\b|['’]s\b|[/:]\d|\.\d|[-–]\d{1,4}[-–]\d|[-–]0\d"
    r"|\s?(?:[ap]\.?\s?m\b|o['’]clock|GMT|UTC|BST|CET|BC\b|AD\b)|\)\s?\d{3}[-–]|-time\b"
)
_LIST_MARK = re.compile(r"[.)]\s+\S")
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}|-{_MONTH}")
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s?[-–]|\s+to|\s+and)\s*)?\Z"
)
_DAY_RANGE_AFTER = re.compile(rf"(?:\s?[-–]\s?|\s+(?:to|and|or)\s+)\d{{1,2}}(?:\s+of)?\s+{_MONTH}")
_RELATIVE = re.compile(
    r"[\s-]+(?:second|minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?\s+"
    r"(?:ago|later|earlier|hence)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:no\.?|nos\.?|number|flight|route|room|page|pages|article|section|chapter|part|day|"
    r"channel|phase|level|type|category|grade|class|stage|highway|line|platform|gate|building|"
    r"version|season|episode|round|act|bill|resolution|unit|step|tier|figure|table|apartment|"
    r"boeing|airbus|apollo|windows|iphone|model|area|zone|district|ward|precinct|runway|seed|"
    r"interstate|title|top|hot|per|proposition|schedule|formula|world\s+war|radio|bbc|itv|section|verse|psalm|lot)"
    r"\s+\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\s+(?:[A-Z][\w'’]+\s+){1,3}(?:Street|Road|Avenue|Square|Lane|Drive|Boulevard|Place|Terrace)\b"
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|the|late|early|mid|for|between|"
    r"and|to|through|year|circa|around|an?|his|her|its|their|our|this|that|last|back|summer|"
    r"winter|spring|autumn|fall|season|election|olympics|cup)\s+|\(|['’]s\s+|-)\Z",
    re.IGNORECASE,
)
_COUNT_AFTER = re.compile(
    r"\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,2}?(?:people|men|women|homes|jobs|soldiers|troops|"
    r"workers|students|houses|families|residents|civilians|fighters|dead|tonnes|tons|metres|"
    r"meters|feet|miles|kilometres|km|euros|dollars|pounds|hectares|acres|years)\b"
)
_ONE = re.compile(
    r"\s+(?:person|man|woman|child|boy|girl|officer|soldier|civilian|worker|policeman|student|"
    r"passenger|resident|protester|day|night|hour|minute|week|month|year|percent|per\s+cent|mile|"
    r"metre|kilometre|million|billion)\b|-(?:day|hour|minute|week|month|year|mile|metre|third)\b"
    r"|\s+of\s+(?:the|its|their|his|her|those|these|them|us)\b",
    re.IGNORECASE,
)
_PART_FOLLOWS = re.compile(r"\s+(?:of|the|an?|its|their|all|his|her|our)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:first|second|other|better|latter|former|northern|southern|eastern|western|upper|lower|"
    r"top|bottom|each|either|opening|closing|and|a|in|by)\s+\Z",
    re.IGNORECASE,
)
# "the two", "those four" point back; "at five" is a clock time.
_POINTER = re.compile(r"\b(?:the|those|these|at|all)\s+\Z", re.IGNORECASE)
_QUOTE_OPENS = re.compile(r"(?:[“‘]|(?:\A|\s)[\"'])\Z")
_QUOTED_NAME = re.compile(r"(?:\s+[A-Z][\w’'-]*){1,3}[,.]?[”’\"']")
_SENTENCE_ENDS = re.compile(r"(?:[.!?:;)\"”’—–-]\s*|\n)\Z")
_NAME_BEFORE = re.compile(r"\w['’,]?\s(?!(?:[A-Z][a-z]+day|No)\b)[A-Z]\w+\s\Z")
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[,.;:!?)\"”’]|\Z)(?!\d)|\s+(?:in|on|at|to|for|and|with|from|by|as|following|after|is|was)\b"
)
_WIDTH = 24


def is_no_amount(sentence: str, number: Number, is_asked: bool = False) -> bool:
    """Tell whether a number counts or measures nothing.

    `is_asked` says that a value begins with it, which vouches for "one" and "half".
    """
    before = sentence[max(0, number.start - _WIDTH) : number.start]
    if number.form == "digits":
        return _is_glued(sentence, number, before) or _names_a_day(sentence, number, before)
    if _RELATIVE.match(sentence, number.end):
        return True
    if _DATE_AFTER.match(sentence, number.end) or (
        sentence[number.end : number.end + 1] == "-" and (number.form == "fraction")
    ):
        return True
    if _is_in_a_title(sentence, number, before):
        return True
    return not is_asked and _is_loose_word(sentence, number, before)


def _is_glued(sentence: str, number: Number, before: str) -> bool:
    """Find numbers that belong to a longer token: COVID-19, 10:30, 88th, 2.1.3, 0207…"""
    written = sentence[number.start : number.end]
    if written[0] == "0" and len(written) > 1 and written[1].isdigit():
        return True
    if before and _GLUED_BEFORE.search(before):
        return True
    if not before.strip() and _LIST_MARK.match(sentence, number.end):
        return True
    if not number.letter and _GLUED_AFTER.match(sentence, number.end):
        return True
    return bool(_ADDRESS.match(sentence, number.end))


def _names_a_day(sentence: str, number: Number, before: str) -> bool:
    at = number.end
    if _DATE_AFTER.match(sentence, at) or _DAY_RANGE_AFTER.match(sentence, at):
        return True
    if _DATE_BEFORE.search(before) or _RELATIVE.match(sentence, at):
        return True
    is_round = number.value != number.plain  # "8 billion" is no label
    if not is_round and _LABEL.search(before):
        return True
    return _is_year(sentence, number, before) or _ends_a_name(sentence, number, before)


def _ends_a_name(sentence: str, number: Number, before: str) -> bool:
    """Find the number of a named thing: "Super Bowl 42", "the Volant Max 8"."""
    written = sentence[number.start : number.end]
    if not written.isdigit() or not _NAME_BEFORE.search(before):
        return False
    return bool(_NOTHING_COUNTED.match(sentence, number.end))


def _is_year(sentence: str, number: Number, before: str) -> bool:
    written = sentence[number.start : number.end]
    if not _YEAR.fullmatch(written) or before[-1:] in "$£€¥₹":
        return bool(before == "" and _YEAR.fullmatch(written))
    if qualifier_before(sentence, number.start) and _COUNT_AFTER.match(sentence, number.end):
        return False
    if _YEAR_BEFORE.search(before):
        return not (written < "1900" and _COUNT_AFTER.match(sentence, number.end))
    return not _COUNT_AFTER.match(sentence, number.end) and "1900" <= written <= "2100"


def _is_in_a_title(sentence: str, number: Number, before: str) -> bool:
    """Find number words that belong to a name: the Six Nations, Group of Seven, “Three Lions”."""
    if not sentence[number.start].isupper() or not before.strip():
        return False
    if _QUOTE_OPENS.search(before):
        return bool(_QUOTED_NAME.match(sentence, number.end))
    return not _SENTENCE_ENDS.search(before)


def _is_loose_word(sentence: str, number: Number, before: str) -> bool:
    """Find "one" the pronoun, "half" of a match, "a third" man."""
    if number.form == "fraction":
        if _PART_FOLLOWS.match(sentence, number.end):
            return bool(_PART_BEFORE.search(before))
        written = sentence[number.start : number.end].lower()
        return (
            " in " not in written
            and " of " not in written
            and not qualifier_before(sentence, number.start)
        )
    if sentence[number.start : number.end].lower() == "one":
        counts = _ONE.match(sentence, number.end) or qualifier_before(sentence, number.start)
        return not counts or before.lower().endswith(("no ", "this ", "that ", "the ", "each "))
    return bool(_POINTER.search(before) and not counted_noun(sentence, number.end))
