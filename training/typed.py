"""Questions as people type them: lower case, no question mark, keywords, typing errors. Pure."""

from __future__ import annotations

import random
import re

# Shares of the questions of a draw that are changed so; the rest stay as written. Not swept.
LOWER, KEYWORDS, MISTYPED, NO_MARK = 0.25, 0.08, 0.08, 0.08
WH = re.compile(
    r"^(?:in |on |at |for |to |from |of |with |by )?(?:how (?:many|much|old|long|far|big|often)"
    r"|what|which|who|whom|whose|when|where|why|how)\b",
    re.IGNORECASE,
)
FUNCTION_WORDS = frozenset(
    "a an the is are was were be been being do does did has have had of in on at to for with "
    "by from as that this these those it its he she they his her their there and or can could "
    "will would should may might must".split()
)
FEWEST_KEYWORDS = 3
SHORTEST_MISTYPED = 4


def as_typed(question: str, rng: random.Random) -> str:
    """Return the question as somebody might type it; often unchanged."""
    draw = rng.random()
    for share, change in (
        (LOWER, _lower),
        (KEYWORDS, _keywords),
        (MISTYPED, _mistyped),
        (NO_MARK, _unmarked),
    ):
        if draw < share:
            return change(question, rng)
        draw -= share
    return question


def _unmarked(question: str, _: random.Random) -> str:
    return question.rstrip(" ?.!")


def _lower(question: str, rng: random.Random) -> str:
    return _unmarked(question, rng).lower()


def _keywords(question: str, rng: random.Random) -> str:
    """The content words and the question word, which may come last: "fled daraa how many"."""
    plain = _lower(question, rng).replace(",", "")
    asked = WH.search(plain)
    rest = plain[asked.end() :] if asked else plain
    kept = [word for word in rest.split() if word not in FUNCTION_WORDS]
    if not asked or len(kept) < FEWEST_KEYWORDS - 1:
        return plain
    return " ".join([*kept, asked.group()] if rng.random() < 0.5 else [asked.group(), *kept])


def _mistyped(question: str, rng: random.Random) -> str:
    """One error in one longer word: a letter lost, doubled, or swapped with the next."""
    words = question.split()
    long_ones = [at for at, word in enumerate(words) if len(word) >= SHORTEST_MISTYPED]
    if not long_ones:
        return question
    chosen = rng.choice(long_ones)
    word = words[chosen]
    at = rng.randrange(1, len(word) - 1)
    words[chosen] = rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(words)
