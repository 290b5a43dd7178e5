"""Follow-ups about the answer just given: who said it, when, where it is from.

Recognises them and words the question they stand for; the claim given before holds the
answer. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from qa.followups.anchors import anchor
from qa.followups.clauses import is_value, nominal, statement
from qa.followups.nouns import joined
from qa.followups.topic import Asked
from qa.followups.vocabulary import BE
from qa.followups.words import key
from qa.normalize import find_quantities, same_value
from qa.types import Claim
from qa.wording.definite import with_article

Wants = Literal["speaker", "date", "source"]

_IT = r"(?:that|this|it|so|these|those)"
_FIGURE = (
    r"(?:figure|number|count|claim|estimate|statement|information|news|report|data|toll|words?)"
)
_THAT = rf"(?:{_IT}|(?:that|this) one|(?:that|this|the|those|these) {_FIGURE}s?)"
_SAYS = (
    r"(?:said|says|say|told|tells|reported|reports|claimed|claims|announced|estimated|gave|gives|"
    r"came up with|is saying|was saying|counted|confirmed|put out)"
)
_FORMS: dict[Wants, tuple[str, ...]] = {
    "speaker": (
        rf"who (?:has |have |exactly |actually )*{_SAYS}(?: us| you)?(?: {_THAT})?(?: exactly)?",
        rf"(?:who is .*\b)?(?:the )?(?:one|person|man|woman) who {_SAYS} {_THAT}",
        rf"(?:and )?{_SAYS} who",
        r"(?:said|reported|claimed) by wh\w+|according to",
        rf"(?:{_IT} is )?according to wh(?:o|om|ich)\b.*",
        rf"by whom(?: was {_IT} said)?",
        rf"whose (?:{_FIGURE}|words) (?:is|was|are|were) {_THAT}",
        rf"whose {_FIGURE}",
        rf"who (?:is|was|are) (?:behind|responsible for) {_THAT}",
        rf"who put it (?:at|like) {_IT}",
        rf"who (?:is|was) (?:the speaker|(?:being )?quoted|speaking|it that said {_IT})",
    ),
    "date": (
        rf"when (?!is it$)(?:was|is|were) {_THAT}"
        r"(?: (?:said|reported|published|written|from|announced))?",
        rf"when did (?:\w+|the \w+) (?:say|report|announce|claim|tell us) {_THAT}",
        rf"(?:on )?(?:what|which) (?:day|date) (?:was|is) {_THAT}(?: \w+)?",
        r"as of when",
        rf"how (?:recent|current|fresh) (?:is|are) {_THAT}",
        rf"how old (?:is|are) (?:that|this|the|those|these) {_FIGURE}s?",
        rf"(?:is|are) {_THAT} (?:still )?(?:current|up to date|recent|new)",
    ),
    "source": (
        r"(?:the |your |any |what (?:is|are) (?:the|your) )?sources?(?: for (?:that|this))?",
        rf"where (?:is|was|are) {_THAT} (?:from|written|reported|published|stated|taken from)",
        rf"where (?:does|did) (?!it\b){_THAT} come from",
        rf"where (?:do|did) you (?:get|find|read|see|have) {_THAT}(?: from)?",
        rf"where (?:does|do) (?:it|they) say {_THAT}",
        rf"(?:how do you|how do we|how can you|do you really) know(?: {_IT})?",
        r"(?:says |from |in )?(?:which|what) (?:article|paper|newspaper|publisher|outlet|source|"
        rf"publication|report)s?(?: (?:is|was) {_THAT}(?: from| in)?| {_SAYS} {_IT})?",
        r"links?|citation|cite|reference|proof|evidence|quote|based on what|on what basis",
        rf"show me(?: {_THAT})?|who (?:published|wrote|printed) {_THAT}",
        r"are you (?:sure|certain)(?: about (?:that|this|it))?|really|can you prove (?:that|it)",
    ),
}
_COMPILED = tuple(
    (wants, re.compile(rf"(?:{form})$", re.I)) for wants, forms in _FORMS.items() for form in forms
)
_SAID_ANYWHERE = re.compile(rf"\bwho {_SAYS} (?:that|so|this)$", re.I)
_BARE_WHEN = re.compile(r"(?:when|when exactly|what day|which day|on which day|when was it)$", re.I)
_SAID_VALUE = re.compile(
    rf"(?:and )?who (?:has |have |exactly |actually )*{_SAYS} (?:it (?:was|is) |there were )?"
    r"(?P<value>.+)$",
    re.I,
)
# Facts that a report dates: a bare "when?" means the report, unless an event was asked for.
_DATED_BY_REPORT = ("how_many", "how_much", "who_said")


def wanted(text: str, base: Asked) -> Wants | None:
    """What a follow-up asks about the previous claim; None when it asks something else."""
    is_done = bool(base.frame.verb) and (
        key(base.frame.aux) in BE or "been" in base.frame.verb.split()
    )
    for wants, pattern in _COMPILED:
        if pattern.match(text) and not (is_done and text.lower() == "by whom"):
            return wants
    if _SAID_ANYWHERE.search(text):
        return "speaker"
    is_dated = any(tail.kind == "date" for tail in base.frame.tails)
    if _BARE_WHEN.match(text) and base.kind in _DATED_BY_REPORT and not is_dated:
        return "date"
    return None


def claim_named(text: str, claims: Sequence[Claim]) -> int | None:
    """The place of the claim whose value "who said four?" repeats; None without just one."""
    named = _SAID_VALUE.match(text)
    if named is None:
        return None
    fitting = [at for at, claim in enumerate(claims) if _is_value_of(claim, named["value"])]
    return fitting[0] if len(fitting) == 1 else None


def _is_value_of(claim: Claim, written: str) -> bool:
    """Whether the words are the claim's value, or its figure alone."""
    if same_value(written, claim.value):
        return True
    figures = find_quantities(written)
    if len(figures) != 1 or claim.quantity is None or figures[0].end < len(written):
        return False
    return figures[0].quantity.number == claim.quantity.number is not None


def word_question(wants: Wants, past: Sequence[Asked], claim: Claim) -> str:
    """The question about the previous claim as one that stands alone."""
    stated = said_fact(past, claim)
    frame = past[0].frame
    if (
        wants == "date"
        and key(frame.verb) == "say"
        and frame.subject
        and not is_value(past[0].value)
    ):
        return f"when did {frame.subject} say “{past[0].value.strip('“”')}”"
    if wants == "speaker":
        return f"who said {stated}"
    if wants == "source":
        return f"which article says {stated}"
    speaker = claim.said_by if claim.said_by_kind == "speaker" else None
    if past[0].kind == "who_said" and past[0].value:
        speaker = past[0].value
    if speaker:
        return f"when did {with_article(speaker)} say {stated}"
    return f"when was it said {stated}"


def unanswered(wants: Wants, base: Asked) -> str:
    """The same of a question that nothing answered: "who says whether the miners are alive"."""
    opening = {"speaker": "who says", "date": "when was it said", "source": "which article says"}
    return joined(opening[wants], nominal(base.frame))


def said_fact(past: Sequence[Asked], claim: Claim) -> str:
    """The previous fact after "say": "that 38,000 people fled Daraa"."""
    base = past[0]
    unwrapped = re.match(
        r"^(?:who|which article|when was it|when did .+?) (?:said|says|say)(?: that)? (.+)$",
        base.text,
        re.I,
    )
    if unwrapped:
        return f"that {unwrapped[1]}"
    if is_value(base.value):
        stated = statement(base.frame, base.value)
        if stated != base.value:
            return f"that {stated}"
        if not base.frame.has_clause():
            return joined(f"“{base.value}”", "about", nominal(base.frame))
    topic = anchor(past)
    about = topic.removeprefix("regarding ")
    if base.value:
        return joined(f"“{base.value.strip('“”')}”", f"about {about}" if about != topic else topic)
    return f"something about {nominal(base.frame)}"
