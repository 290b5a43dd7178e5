"""Turn the noun phrase at a cue into a speaker: name, unnamed source, pronoun or document.

A document speaks for its author where one is named ("a report by Oxfam", "police figures"),
else for itself ("the flight log"). Looks at the phrase alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.attribution.bodies import BODIES, NATIONAL_ENDINGS
from qa.attribution.names import find_name
from qa.attribution.phrases import pronoun, text_of, unnamed
from qa.attribution.places import PLACES
from qa.attribution.roles import (
    DOCUMENTS,
    GROUPS,
    NOT_AUTHORS,
    PARTY_MEMBERS,
    PLAIN_ADJECTIVES,
    ROLES,
)
from qa.attribution.runs import bare, capital_run, is_common_start
from qa.attribution.timing import match_owner
from qa.attribution.tokens import Token
from qa.attribution.types import Speaker
from qa.attribution.words import (
    ARTICLES,
    MONTHS,
    NUMBERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)

# Papers that name whom they are about, not who wrote them: "hospital records".
_RAW_PAPERS = frozenset(
    "records documents filings filing papers emails e-mails log logs letters minutes".split()
)
_OWNERS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_FEASTS = frozenset(("day", "eve"))
# Where posts stand, whoever wrote them.
_PLATFORMS = frozenset(
    "facebook twitter instagram tiktok youtube linkedin snapchat telegram x truth social "
    "reddit".split()
)
_POSTS = frozenset("post posts message messages video videos page account thread tweet".split())
_MADE = frozenset("released published issued dated compiled gathered made".split())
_ACTORS = BODIES | ROLES
_PLAIN = PLAIN_ADJECTIVES | MONTHS


def describe(phrase: Sequence[Token], starts_sentence: bool = False) -> Speaker | None:
    """Return whom the phrase names, None for an empty one.

    `starts_sentence` says that the first word owes its capital to its place.

    >>> from qa.attribution.tokens import tokenise
    >>> describe(tokenise("a study by the Lindgren Institute", 0, 33, ())).text
    'Lindgren Institute'
    """
    body = list(phrase)
    determiner = ""
    if body and (body[0].lower in ARTICLES or body[0].lower in POSSESSIVES):
        determiner = body[0].lower
        body = body[1:]
    while len(body) > 1 and body[-1].text in PREPOSITIONS:
        body.pop()  # "figures from | last year"
    if len(body) > 2 and body[0].lower == "both":
        return describe(body[1:])
    if not body:
        return None
    apposed = _apposed_name(body)
    if apposed:
        return describe(body[apposed:])
    if len(body) == 1 and body[0].lower in PRONOUNS and not determiner:
        return pronoun(body[0], body[0].lower)
    starts_sentence = starts_sentence and not determiner
    speaker = _author(phrase, body, determiner, starts_sentence)
    speaker = speaker or _named(phrase, body, determiner, starts_sentence)
    is_thing = speaker is not None and not speaker.is_name and _is_thing(speaker)
    return (_owner_of_thing(phrase, body, determiner) if is_thing else None) or speaker


def _apposed_name(body: Sequence[Token]) -> int:
    """Find the name in "Varn's governing body the FIV", 0 where there is none."""
    for at in range(1, len(body) - 1):
        if body[at].lower != "the" or body[at - 1].is_capital:
            continue
        if bare(body[at - 1]) in _ACTORS and capital_run(body, at + 1) == len(body):
            return at
    return 0


def _is_thing(speaker: Speaker) -> bool:
    if speaker.kind == "group":
        return speaker.head not in GROUPS and speaker.head.rstrip("s") not in _ACTORS
    return speaker.kind == "unknown"


def _owner_of_thing(
    phrase: Sequence[Token], body: Sequence[Token], determiner: str
) -> Speaker | None:
    """Who owns a thing speaks through it: "the Tovan Group's Varn Grades"."""
    at = next((k for k, token in enumerate(body[:-1]) if token.is_possessive), None)
    owner = None if at is None else _owner(body[: at + 1], determiner)
    if at is None or owner is None or not owner.is_name:
        return None
    return replace(owner, start=phrase[0].start, end=body[at].end)


def _named(
    phrase: Sequence[Token], body: Sequence[Token], determiner: str, starts_sentence: bool
) -> Speaker | None:
    name = find_name(body, starts_sentence)
    if name is None or (determiner == "the" and _is_party_member(body)):
        return unnamed(phrase, body, determiner)
    run = body[name.start : name.end]
    return Speaker(
        text_of(run),
        phrase[0].start,
        run[-1].end,
        name.kind,
        is_name=True,
        gender=name.gender,
        determiner=determiner,
        head=bare(run[-1]),
    )


def _is_party_member(body: Sequence[Token]) -> bool:
    """ "The Texas Republican" is somebody of the party, "the Varn Democrat" a newspaper."""
    home = body[:-1]
    where = " ".join(token.lower for token in home if token.is_capital)
    return bool(home) and bare(body[-1]) in PARTY_MEMBERS and (not where or where in PLACES)


def _author(
    phrase: Sequence[Token], body: Sequence[Token], determiner: str, starts_sentence: bool
) -> Speaker | None:
    """Return the author of a document, the document itself without one, None if it is none."""
    at = _document(body)
    if at is None:
        return None
    dated = match_owner(body, 0)
    while 0 < dated < at and body[dated].lower in _PARTS_OF_DAY:
        dated += 1
    if 0 < dated <= at:
        body, at, determiner = body[dated:], at - dated, "the"  # "Monday's announcement"
    after = _author_after(body, at)
    if after is not None:
        return replace(after, start=phrase[0].start, via_document=True)
    before = _author_before(body[:at], bare(body[at]), determiner, phrase, starts_sentence)
    if before is not None:
        start, end = phrase[0].start, body[at].end
        return replace(before, start=start, end=end, via_document=True)
    stop = at + 1 if _is_dated(body, at + 1) else len(body)
    speaker = unnamed(phrase, body[:stop], determiner)
    return replace(speaker, kind="document", head=bare(body[at]), via_document=True)


def _is_dated(body: Sequence[Token], at: int) -> bool:
    """ "released on Tuesday" adds nothing to the document, "published in the Lancet" does."""
    if at >= len(body) or body[at].lower not in _MADE:
        return False
    following = body[at + 1 : at + 3]
    return not following or following[0].lower != "in" or following[-1].kind == "number"


def _document(body: Sequence[Token]) -> int | None:
    """Find the document noun that heads the phrase."""
    named = capital_run(body, 0)
    for at, token in enumerate(body):
        is_joint = at >= named and token.lower in PREPOSITIONS
        if is_joint or token.lower in RELATIVES or token.kind == "mark":
            return None
        is_last = at + 1 == len(body) or not _may_be_noun(body[at + 1])
        is_name = token.is_capital and at > 0
        if bare(token) in DOCUMENTS and not is_name and is_last and not token.is_possessive:
            return at
    return None


def _may_be_noun(token: Token) -> bool:
    if token.kind != "word" or token.lower.endswith("ed"):
        return False
    closed = token.lower in PREPOSITIONS or token.lower in RELATIVES or token.lower in NOT_AUTHORS
    return not (closed or token.lower in ("made", "written", "drawn", "kept", "done", "led", "put"))


def _author_after(body: Sequence[Token], at: int) -> Speaker | None:
    """Read "by the UN", "from the ministry", "released by the bank" behind the document."""
    for k in range(at + 1, min(len(body) - 1, at + 8)):
        if bare(body[k]) in NOT_AUTHORS:
            return None
        is_made = any(token.lower in _MADE for token in body[at:k])
        is_from = body[k].lower == "from" and (k <= at + 2 or is_made)
        if body[k].lower == "by" or is_from:
            author = describe(body[k + 1 :])
            if author is None or author.text[0].isdigit():
                return None
            is_about = any(token.lower in ("of", "on") for token in body[at + 1 : k])
            return author if author.is_name or not is_about else None
        if body[k].lower in RELATIVES:
            return None
    return None


def _author_before(
    before: Sequence[Token],
    noun: str,
    determiner: str,
    phrase: Sequence[Token],
    starts_sentence: bool,
) -> Speaker | None:
    """Read "police figures", "an Oxfam report", "the ministry's data", "its own count"."""
    owners = [at for at, token in enumerate(before) if token.is_possessive]
    if owners and before[owners[-1] + 1 :] and bare(before[owners[-1] + 1]) in _FEASTS:
        return None  # "a Valentine's Day poem"
    if owners:
        return _owner(before[: owners[-1] + 1], determiner)
    plain = _PLAIN
    is_plain = {t for t in before if t.lower in plain and (starts_sentence or not t.is_capital)}
    is_plain |= {t for t in before if t.lower in MONTHS and t.lower != "may"}
    is_plain |= {t for t in before[:1] if t.lower in NUMBERS}
    words = [t for t in before if t not in is_plain and t.kind == "word"]
    if noun in _POSTS:
        words = [word for word in words if bare(word) not in _PLATFORMS]
    if not words:
        return pronoun(phrase[0], _OWNERS[determiner]) if determiner in _OWNERS else None
    if starts_sentence and words[0] is before[0] and is_common_start([*words, phrase[-1]]):
        return _body_author(words, noun)
    named = capital_run(words, 0)
    if 0 < named < len(words) and not any(word.is_capital for word in words[named:]):
        words = words[:named]  # "a Tovan Bank blog post"
    if all(word.is_capital for word in words) or named == len(words):
        is_national = len(words) == 1 and words[0].lower.endswith(NATIONAL_ENDINGS)
        return None if is_national else describe(words)
    return _body_author(words, noun)


def _owner(owner: Sequence[Token], determiner: str) -> Speaker | None:
    last = owner[-1]
    stripped = last.text[:-2] if last.lower.endswith("'s") else last.text[:-1]
    end = last.start + len(stripped)
    short = last._replace(text=stripped, lower=stripped.lower(), end=end)
    if bare(short) in ("world", "today", "year", "month", "week"):
        return None
    speaker = describe([*owner[:-1], short])
    if speaker is not None and not speaker.is_name and speaker.kind in ("unknown", "document"):
        return None  # "the ship's log"
    return None if speaker is None else replace(speaker, determiner=determiner)


def _body_author(words: Sequence[Token], noun: str) -> Speaker | None:
    last = bare(words[-1])
    if last == "court" or (
        noun in _RAW_PAPERS and last not in ("police", "government", "ministry")
    ):
        return None
    is_author = last in BODIES or last in ("police", "government", "staff", "union")
    return unnamed(words, words, "") if is_author else None
