"""Follow-ups about the last fact as such: "why is that", "is that certain", "which is right".

The fact is stated from the last question and its answer. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.anchors import anchor
from qa.followups.clauses import invert, nominal, quoted_statement, statement
from qa.followups.fragments import complete
from qa.followups.frame import Frame, parse
from qa.followups.nouns import joined
from qa.followups.slots import is_date, with_date
from qa.followups.sources import is_figure
from qa.followups.topic import Asked
from qa.followups.verbs import base_of, is_participle, past_of
from qa.followups.vocabulary import BE, HAVE, THEY
from qa.followups.words import key
from qa.names import find_names, word_set
from qa.wording.definite import with_article

_SURE = (
    "(?:really |still )?(?:true|certain|sure|right|correct|confirmed|official|clear|likely|known|"
    "reliable|accurate|exact|precise|verified)"
)
IS_SURE = re.compile(
    rf"^(?:(?:(?:is|was) (?:that|this|it) )?(?P<adjective>{_SURE})|"
    rf"(?P<how>how {_SURE}) (?:is|was) (?:that|this|it)|"
    r"(?:is|was) (?:that|this) (?P<judged>enough|normal|usual|unusual|new|legal|possible|an? .+))$",
    re.I,
)


_DECIDED = re.compile(
    r"^(who .*?\b(?:decided|ordered|agreed|proposed|suggested|denied|admitted|promised|confirmed|"
    r"revealed|discovered|found out)) (?:that|this|it|so)$",
    re.I,
)
_WHICH_IS_RIGHT = re.compile(
    r"^which (?:one |figure |number |of (?:them|the two|these|those) )?"
    r"(?:is|was) (?:it|that|right|correct|true|closer|more \w+)(?P<rest>,? .*)?$",
    re.I,
)
_HOW_KNOWN = re.compile(
    r"^how (?:do|does|did|can|would) (?:they|he|she|it) know(?: (?:that|this|it|so))?$", re.I
)
_IS_IT_DATE = re.compile(r"^(?:is|was)(?:n't)? (?:it|that) (?P<date>.+)$", re.I)
_BEFORE_THAT = re.compile(
    r"^(?P<when>before|after|since|until|till)(?: (?:that|then|this))?$", re.I
)


def asks_of_fact(text: str) -> bool:
    """Whether a question is about a fact as such ("is that true"): it opens no topic."""
    return any(form.match(text) for form in (IS_SURE, _WHICH_IS_RIGHT, _HOW_KNOWN))


def about_fact(text: str, past: Sequence[Asked]) -> str:
    """Questions about the last fact as such: "why is that", "is that certain"."""
    match = re.match(
        r"^(?!where is it$)(?P<wh>why|how|where|since when|how come|"
        r"when(?= .* (?:happen|occur|take))|"
        r"(?:in )?(?:what|which) (?:year|month|place|town|city|country)) "
        r"(?:is|was|are|did|does|were) (?:that|this|it)"
        r"(?: (?:happen|occur|take place|so|the case|be))?$",
        text,
        re.I,
    )
    if match and past[0].kind in ("why", "how", "what_happened") and past[0].value:
        stated = statement(past[0].frame, past[0].value)
        place = "" if find_names("x " + stated) else anchor(past)
        return joined(match["wh"], "was it that", stated, place)
    if match:
        noun = match["wh"].startswith(("what ", "which "))
        done = next((i for i, earlier in enumerate(past) if earlier.frame.verb), 0)
        return complete(f"in {match['wh']}" if noun else match["wh"], past[done:])
    decided = _DECIDED.match(text)
    valued = next((earlier for earlier in past if earlier.value), None)
    if decided and valued:
        return joined(decided[1], "that", quoted_statement(valued.frame, valued.value))
    sure = IS_SURE.match(text)
    judged = next((a for a in past if a.value or (not a.frame.wh and a.frame.subject)), past[0])
    stated = quoted_statement(judged.frame, judged.value)
    if sure and " " in stated:
        adjective = sure["adjective"] or sure["judged"]
        return joined(f"is it {adjective}" if adjective else f"{sure['how']} is it", "that", stated)
    dated = _IS_IT_DATE.match(text)
    if dated and is_date(dated["date"]) and past[0].kind == "when":
        return with_date(parse(invert(past[0].frame, "", "")), dated["date"]).text()
    compared = re.match(
        r"^(?:is |was )?(?:that|this)(?: is| was)? "
        r"(?P<rest>(?:before|after|more|less|fewer|higher|lower|later|earlier|during|since|only|"
        r"still|because)\b.*)$",
        text,
        re.I,
    )
    if compared:
        return joined(invert(past[0].frame, "", past[0].value), compared["rest"])
    return _of_two(text, past) or _known(text, past) or _at_other_time(text, past[0])


def asked_again(text: str, past: Sequence[Asked]) -> str:
    """Turn "why did they fail" into "why did eleven sirens fail" after "how many failed".

    A verb that was used before has the subject that it had then.
    """
    frame = parse(text)
    verb = base_of(frame.last_verb or "be")
    is_asked = frame.asks in ("why", "how", "when", "where") and key(frame.subject) in THEY
    if not is_asked or verb in _COMMON or frame.object.removeprefix("at all") or frame.tails:
        return ""
    same = (i for i, a in enumerate(past) if base_of(a.frame.last_verb or "x") == verb)
    at = next(same, None)
    return "" if at is None else complete(frame.wh, past[at:])


_COMMON = word_set("be have do say go get come")
_DID_SO = re.compile(r"^(?P<start>.*\b)do (?:that|this|it|so)(?P<end>| .+)$", re.I)


# "who urged him to": what he did is left out.
_TO_DO = re.compile(
    r"^(?P<start>.*\b(?:him|her|them|it|want\w*|plan\w*|have|ha[sd]|going|intend\w*|try|like) to)"
    r"(?P<end>)$",
    re.I,
)


def done_so(text: str, past: Sequence[Asked]) -> str:
    """Turn "why did he do it" into "why did he shoot Senator Blake" after "who shot ..."."""
    if re.match(r"^who did (?:it|that|this|so)$", text, re.I):
        return _who_did(past) or text
    match = _DID_SO.match(text) or _TO_DO.match(text)
    base = next((a.frame for a in past if a.frame.verb and not _is_passive(a.frame)), None)
    if not match or base is None or not (parse(text).subject or text.endswith(" to")):
        return text
    start = match["start"].strip()
    if base.asks == "many":
        start = re.sub(r"\bthey\b", f"the {base.noun or 'people'}", start)
    verb, _, particle = base.verb.partition(" ")
    rest = (tail.text for tail in base.tails if tail.kind == "other")
    return joined(start, base_of(verb), particle, base.object, *rest, match["end"].strip())


def _is_passive(frame: Frame) -> bool:
    return key(frame.aux) in BE or "been" in frame.verb.split() or "be" in frame.verb.split()


def _who_did(past: Sequence[Asked]) -> str:
    """Turn "who did that" into "who set cars on fire in Lagny" after "how many cars were set"."""
    for frame in (earlier.frame for earlier in past):
        done_to = frame.subject or frame.noun
        words = [word for word in frame.verb.split() if key(word) not in ("been", "be")]
        if words and done_to and key(frame.aux) in BE | HAVE and is_participle(key(words[0])):
            verb = joined(past_of(base_of(words[0])), *words[1:])
            by = (tail.text for tail in frame.tails if not tail.text.startswith("by "))
            return joined("who", verb, done_to, frame.object, *by)
    return ""


def _of_two(text: str, past: Sequence[Asked]) -> str:
    """Turn "which is right" into "which figure is right for how many people fled"."""
    match = _WHICH_IS_RIGHT.match(text)
    base = next(filter(is_figure, past), None)
    if not match or base is None:
        return ""
    return joined("which figure is right for", nominal(base.frame) + (match["rest"] or ""))


def _known(text: str, past: Sequence[Asked]) -> str:
    """Turn "how do they know" into "how does the UN know that 38,000 people fled Daraa"."""
    if not _HOW_KNOWN.match(text) or not past[0].value:
        return ""
    said_by = past[0].speaker or next((c.said_by for c in past[0].turn.answer.claims), None)
    who = f"does {with_article(said_by)}" if said_by else "do they"
    return joined("how", who, "know that", quoted_statement(past[0].frame, past[0].value))


def _at_other_time(text: str, base: Asked) -> str:
    """Turn "and after that?" into the same question of a later time."""
    match = _BEFORE_THAT.match(text)
    if not match:
        return ""
    date = next((tail.text for tail in base.frame.tails if tail.kind == "date"), "")
    named = re.sub(r"^(?:in|on|at|by|since|until|before|after) ", "", date)
    later = "earlier" if match["when"].lower() in ("before", "until", "till") else "later"
    return with_date(base.frame, joined(match["when"], named) if named else later).text()
