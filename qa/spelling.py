"""Careless spelling of the words that questions turn on: "wehn", "mnay", "accordign", "hes".

Each word's slips are made, not listed: two letters swapped, one left out, one doubled. A slip
that is a word itself ("here", "may") stays as it is. Knows closed words only; names and content
words are left to the search, which forgives a letter.
"""

from __future__ import annotations

_WORDS = (
    "how who what when where which why whom whose many much according people there they them "
    "does said says about because confirmed happened killed injured children caused"
).split()
# Slips that are words themselves.
_REAL = frozenset(
    """hat hen here were any may man hose hem hey the three dos doe aid sad say sys sai abut
    bout cause cased uch muh whee wha illed tey tem injure inured dose des oes odes sas sid
    thee thy thre tere acused""".split()
)
# Typed often, though none of the slips above.
_OTHERS = {
    "whats": "what is", "wats": "what is", "witch": "which", "meny": "many", "mutch": "much",
    "whast": "what", "whem": "when", "whay": "what", "manay": "many", "howmany": "how many",
    "howmuch": "how much", "hwmany": "how many", "hw": "how", "ppl": "people", "sayd": "said",
    "wer": "were", "cought": "caught",
}  # fmt: skip
_CONTRACTED = {
    **{f"{word}{s}": f"{word} is" for word in ("who", "where", "when", "how", "that", "he", "she",
                                               "there") for s in ("'s", "s")},
    "what's": "what is", "theyre": "they are",
}  # fmt: skip
_NEGATED = {
    f"{word}nt": f"{word}n't"
    for word in "is are was were do does did has have had would could should".split()
}


def _slips(word: str) -> set[str]:
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    without = {word[:i] + word[i + 1 :] for i in range(len(word))}
    doubled = {word[: i + 1] + word[i:] for i in range(len(word))}
    return {slip for slip in swapped | without | doubled if len(slip) > 2}


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in _WORDS:
        for slip in _slips(word) - _REAL - set(_WORDS):
            table.setdefault(slip, word)
    return table | _OTHERS | _NEGATED | _CONTRACTED


_REPAIRS = _table()


def repaired(word: str) -> str:
    """The word as it was meant; any other word as it is.

    >>> repaired("Wehn"), repaired("accordign"), repaired("whos"), repaired("here")
    ('when', 'according', 'who is', 'here')
    """
    return _REPAIRS.get(word.lower(), word)
