"""Find what an acronym stands for in the article: "WHO" → "World Health Organization".

The long form stands before the acronym in brackets, or anywhere with the same initials.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.attribution.runs import FIELDS
from qa.attribution.tokens import tokenise

# Characters read before the bracket.
_BEFORE = 180
# Behind the last initial: "… Control and Prevention".
_ADDED = re.compile(r"\s+and\s+([A-Z]\w+)")
_JOINT = r"\s+(?:(?:of|for|and|on|the|in|to|&)\s+){0,2}"


def long_form(text: str, acronym: str) -> str:
    """Return the long form as the article writes it, nothing where it gives none.

    >>> long_form("The Tovan Energy Council met. The TEC voted.", "TEC")
    'Tovan Energy Council'
    """
    found = _before_bracket(text, acronym) or _with_initials(text, acronym)
    return found.removesuffix("'s").removesuffix("’s")


def _before_bracket(text: str, acronym: str) -> str:
    at = text.find(f"({acronym})")
    if at < 0:
        return ""
    start = max(0, at - _BEFORE, text.rfind("\n", 0, at) + 1)
    tokens = tokenise(text, start, at, ())
    for k in range(max(0, len(tokens) - 9), len(tokens) - 1):
        letters = [t.text if t.text.isupper() else t.text[0] for t in tokens[k:] if t.is_capital]
        first = tokens[k]
        if first.is_capital and "".join(letters) == acronym:
            return " ".join(text[first.start : tokens[-1].end].split())
    return ""


def _with_initials(text: str, acronym: str) -> str:
    all_found = _pattern(acronym).finditer(text) if acronym.isalpha() else iter(())
    found = next((one for one in all_found if not _is_inside(text, one.start())), None)
    if found is None:
        return ""
    name = " ".join(found.group().split())
    added = _ADDED.match(text, found.end())
    if added is not None and added.group(1).lower() in FIELDS:
        name += f" and {added.group(1)}"
    return name


@lru_cache(maxsize=256)
def _pattern(acronym: str) -> re.Pattern[str]:
    is_national = len(acronym) > 3 and acronym[:2] in ("US", "UK")
    letters = acronym[2:] if is_national else acronym
    words = [rf"{letter}[a-z][\w'’-]*" for letter in letters]
    words[-1] = rf"{letters[-1]}[a-z][\w-]*"  # without the ending of an owner
    if is_national:
        words.insert(0, rf"{acronym[0]}\.?{acronym[1]}\.?")
    return re.compile(rf"{_JOINT.join(words)}(?![\w-])")


def _is_inside(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in "._")
