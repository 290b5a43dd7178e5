"""What "one" and "ones" of a follow-up count: "the first one", "which one", "get one". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.frame import Frame
from qa.followups.nouns import head_noun, is_plural, singular
from qa.followups.people import is_measured
from qa.followups.topic import Asked, has_person_noun, noun_phrases
from qa.followups.vocabulary import ORDINALS
from qa.followups.words import is_capital, key
from qa.questions import COUNTING

_ONE = re.compile(
    rf"\b((?:the |an? )?(?:{'|'.join(sorted(ORDINALS))}|new|old|previous|earlier|bigger|smaller)) "
    r"(ones?)\b",
    re.I,
)
_THE_ONE = re.compile(r"\b(?:the|that) one (?=(?:in|at|of|from|near|on|this|last|next) )", re.I)
# "did they get one": its verb before it, and nothing that "one" counts behind it.
_ANY_ONE = re.compile(
    r"\b(?P<verb>[a-z]+) (?P<other>another )?one"
    r"(?=$| (?:in|at|by|before|after|from|this|last|next|again)\b)"
)
_WHICH_ONE = re.compile(r"^(?:which|what) one\b", re.I)
_BELIEVED = re.compile(r"\b(?:believe|trust|accept|prefer|correct|right|accurate|true)\b")
_A_THING = re.compile(r"(?:an?|the) ([a-z]+(?: [a-z]+)?)")


def replace_ones(text: str, past: Sequence[Asked]) -> str:
    """Turn "the first one" into "the first witness", "which ones" into "which sirens"."""
    if " one" not in text.lower():
        return text
    single = next(filter(None, (_newest_single(earlier.frame) for earlier in past)), "")
    if single:
        text = _THE_ONE.sub(f"the {single} ", text)
    plural = newest_plural(past)
    text = _ANY_ONE.sub(lambda match: _another(match, past), text)
    if past[0].kind in COUNTING and (not plural or _BELIEVED.search(text)):
        text = _WHICH_ONE.sub("which figure", text)
    if not plural:
        return _ONE.sub(rf"\1 {single}", text) if single else text

    def noun(match: re.Match[str]) -> str:
        return f"{match[1]} {plural if match[2] == 'ones' else singular(plural)}"

    text = _ONE.sub(noun, text)
    text = re.sub(r"\b(how many \w+) ones\b", rf"\1 {plural}", text, flags=re.I)
    text = re.sub(r"^(\w{4,}) ones$", rf"\1 {plural}", text)
    text = re.sub(r"\b(which|what) ones\b", rf"\1 {plural}", text, flags=re.I)
    return re.sub(r"\bwhich one\b", f"which {singular(plural)}", text, flags=re.I)


def _another(match: re.Match[str], past: Sequence[Asked]) -> str:
    """Turn "get one" into "get a ceasefire", by what was called for or asked about."""
    verb = key(match["verb"])
    if not (verbs.is_base(verb) or verbs.is_finite(verb)):
        return match[0]
    nouns = (_called_for(earlier) or _newest_single(earlier.frame) for earlier in past)
    noun = next(filter(None, nouns), "")
    if not noun:
        return match[0]
    article = "another" if match["other"] else "an" if noun[0] in "aeiou" else "a"
    return f"{match['verb']} {article} {noun}"


def _called_for(earlier: Asked) -> str:
    """The noun of a thing that answered "what": "ceasefire"."""
    called = _A_THING.fullmatch(earlier.value)
    return called[1] if called and earlier.kind == "what" else ""


def _newest_single(frame: Frame) -> str:
    """The noun of the one thing a question is about: "election"; "probe" of "the probe Aurelle"."""
    for phrase in (frame.object, frame.subject):
        words = phrase.split()
        if not phrase.startswith(("the ", "a ", "an ")) or has_person_noun(phrase):
            continue
        if head_noun(phrase) in words:
            return head_noun(phrase)
        nouns = [word for word in words[1:] if not is_capital(word)]
        if len(nouns) == 1:
            return nouns[0]
    return ""


def counted_in_answer(earlier: Asked) -> str:
    """What an answer counts where no count was asked for: "one of its 12 thrusters"."""
    counted = re.search(
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(\w{3,}s)\b",
        earlier.value,
    )
    if counted is None or is_measured(earlier.value):
        return ""
    return counted[1] if earlier.frame.asks in ("why", "how", "what") else ""


def newest_plural(past: Sequence[Asked]) -> str:
    """The newest plural noun of a question or a short answer, without what follows it."""
    for earlier in past:
        counted = counted_in_answer(earlier)
        if counted:
            return counted
        for phrase in (earlier.frame.noun, *noun_phrases(earlier.frame)):
            if phrase and is_plural(phrase):
                words = phrase.removeprefix("the ").split()
                end = next((n for n, w in enumerate(words) if key(w) == head_noun(phrase)), 0)
                return " ".join(words[: end + 1])
    return ""
