"""The noun for what a question's verb says was done: "Vantor's offer for Kelby Foods". Pure."""

from __future__ import annotations

from qa.followups import verbs
from qa.followups.clauses import tails_text
from qa.followups.frame import Frame
from qa.followups.nouns import head_noun, joined
from qa.followups.words import is_capital

_SAME = (
    "offer bid ban attack vote strike protest march collapse crash demand claim forecast plan cut "
    "raid murder arrest launch release rescue veto sentence fine win defeat promise boycott recall "
    "appeal request threat design order purchase visit"
).split()
_NOUNS = {noun: noun for noun in _SAME} | {
    "sell": "sale", "merge": "merger", "decide": "decision", "rule": "ruling",
    "propose": "proposal", "agree": "agreement", "invade": "invasion", "resign": "resignation",
    "explode": "explosion", "erupt": "eruption", "derail": "derailment", "warn": "warning",
    "announce": "announcement", "shoot": "shooting", "kill": "killing", "close": "closure",
    "land": "landing", "acquire": "acquisition", "elect": "election", "appoint": "appointment",
    "dismiss": "dismissal", "acquit": "acquittal", "convict": "conviction", "discover": "discovery",
    "evacuate": "evacuation", "recommend": "recommendation", "conclude": "conclusion",
    "demonstrate": "demonstration", "deport": "deportation", "expel": "expulsion",
}  # fmt: skip


def nominal_of(frame: Frame) -> str:
    """What was done, as a noun phrase with who did it; "" for a verb without such a noun.

    "how much did Vantor offer for Kelby Foods" gives "Vantor's offer for Kelby Foods".
    """
    verb, _, particle = frame.verb.partition(" ")
    noun = _NOUNS.get(verbs.base_of(verb or "x"), "")
    if (verbs.base_of(verb or "x"), particle) == ("walk", "out"):
        noun = "walkout"
    if not noun or not frame.subject:
        return ""
    tails = tails_text([tail for tail in frame.tails if tail.kind in ("place", "other")])
    if is_capital(frame.subject.split()[0]):
        return joined(f"{frame.subject}'s", noun, tails)
    is_definite = frame.subject.startswith("the ") and head_noun(frame.subject)
    return joined(f"the {noun} of {frame.subject}", tails) if is_definite else ""
