"""Follow-ups of a question word and at most a noun: "why", "by when", "which hospital". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.anchors import anchor
from qa.followups.clauses import asks_object, finite, has_wh_subject, invert, is_clause, nominal
from qa.followups.frame import Frame, parse
from qa.followups.matters import occasion
from qa.followups.nouns import head_noun, is_plural, joined
from qa.followups.slots import with_date, with_noun, with_tail, without
from qa.followups.sources import is_figure
from qa.followups.substitution import substitute
from qa.followups.tails import Tail
from qa.followups.topic import Asked, is_predicate
from qa.followups.vocabulary import (
    ANYONE,
    BE,
    COMPARATIVES,
    DEGREES,
    HAVE,
    MODAL,
    PERSONAL,
    PREDICATES,
    PREPOSITIONS,
    STATES,
    TOLLS,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set


def wh_fragment(frame: Frame, past: Sequence[Asked]) -> str:
    """A question word with at most a noun: "why", "by when", "how late", "which hospital"."""
    past = past[next((i for i, a in enumerate(past) if a.frame.has_clause()), 0) :]
    base = past[0]
    wh, noun = frame.wh.lower(), frame.noun
    rest = joined(frame.object, *(tail.text for tail in frame.tails))
    last = wh.split()[-1]
    if rest == "else":
        return _else(wh, past)
    if wh == "why" and (asked := _why(rest, past)):
        return asked
    if last in ("many", "much", "which", "what", "whose"):
        return _counted(wh, joined(noun, rest), past)
    if last in ("who", "whom"):
        return _who(joined(wh, rest), base, past)
    asked_wh = joined(wh, noun)
    if wh.split()[-1] in DEGREES and _names_answer(base):
        return joined(asked_wh, base.frame.aux, base.value)
    dated = [tail for tail in frame.tails if tail.kind == "date"]
    told = _of_yes(base, asked_wh, past) or _of_clause(base, asked_wh)
    if told:
        return told
    settled = _settled(base)
    if last not in _CAUSES and is_predicate(settled):
        settled = replace(settled, object="")
    inverted = invert(settled, asked_wh, base.value)
    return with_date(parse(inverted), dated[0].text).text() if dated else inverted


_CAUSES = ("how", "when", "where", "why")


def _of_yes(base: Asked, wh: str, past: Sequence[Asked]) -> str:
    """Ask about the clause that answered yes or no: "when was it that the bank paid"."""
    starts_anew = key((base.value or "x").split()[0]) not in PERSONAL | PREPOSITIONS
    if base.kind != "yes_no" or not is_clause(base.value) or wh.split()[-1] not in _CAUSES:
        return ""
    happened = joined(wh, "was it that", base.value.rstrip("."))
    return joined(happened, tied(happened, past)) if starts_anew else ""


def _why(rest: str, past: Sequence[Asked]) -> str:
    """Turn "why not", "why so low", "why more", "why the delay" into whole questions."""
    base = past[0]
    asked = base.frame
    is_denied = (rest == "not" or _DENIAL.match(base.value)) and not asked.wh
    if is_denied and asked.subject and "not" not in asked.verb.split():
        predicate = (asked.verb, asked.object, *(tail.text for tail in asked.tails))
        return joined("why", asked.aux, asked.subject, "not", *predicate)
    so = re.match(r"(?:so|this|that|too) (?P<how>(?!much$|many$)\w+)$", rest)
    if so and key(so["how"]) in DEGREES | PREDICATES:
        if asked.subject and asked.verb and asked.wh.lower() in ("when", "where"):
            return joined(invert(asked, "why"), rest)
        thing = re.sub(r"^(?:in|at|on|about|regarding) ", "", anchor(past))
        return joined("why is", thing or "it", rest)
    if key((rest or "x").split()[0]) in COMPARATIVES:
        return joined("why", rest, anchor(past))
    return _why_the(rest, past) if re.match(r"(?:the|that|this|such) \w", rest, re.I) else ""


_DENIAL = re.compile(r"(?:no|not|never|nobody|none)\b", re.I)
_GAPS = word_set("gap difference discrepancy mismatch disagreement contradiction")


def _why_the(thing: str, past: Sequence[Asked]) -> str:
    """Turn "why the gap" into "why is there a difference in how many fled", "why the delay"."""
    figure = next(filter(is_figure, past), None)
    if head_noun(thing) in _GAPS and figure is not None:
        return joined("why is there a", thing.partition(" ")[2], "in", nominal(figure.frame))
    return joined("why", thing, tied(thing, past))


def _names_answer(base: Asked) -> bool:
    """Whether the question asked who or what somebody is, and a name answered."""
    frame = base.frame
    return (
        frame.wh.lower() in ("who", "what") and not frame.verb and is_capital(base.value[:1] + "x")
    )


def _settled(base: Asked) -> Frame:
    """A yes/no question as its answer settled it: "is he on the board?" "resigned from it"."""
    first, _, rest = base.value.partition(" ")
    if base.frame.wh or not base.frame.subject or not verbs.is_past(key(first or "x")):
        return base.frame
    return parse(joined("did", base.frame.subject, verbs.base_of(key(first)), rest))


def _of_clause(base: Asked, wh: str) -> str:
    """Ask about a clause that answered: "from when" of "phones will be banned"."""
    words = base.value.split() if base.frame.asks == "what" else []
    at = next((i for i, word in enumerate(words) if i and key(word) in MODAL | BE | HAVE), 0)
    if not at or not is_clause(base.value):
        return ""
    places = (tail.text for tail in base.frame.tails if tail.kind == "place")
    return joined(wh, words[at], *words[:at], *words[at + 1 :], *places)


def _else(wh: str, past: Sequence[Asked]) -> str:
    base = past[0].frame
    if has_wh_subject(base) and key(base.wh) == wh:
        return joined(wh, "else", base.aux, base.verb, base.object, *(t.text for t in base.tails))
    last = wh.split()[-1]
    if base.wh.lower() == wh or last in ("where", "when", "whom"):
        same = [t for t in base.tails if t.text.split()[0].lower() != wh.split()[0]]
        return invert(replace(base, tails=tuple(same)), f"{wh} else", past[0].value)
    return joined(f"{wh} else", "is involved" if wh == "who" else "happened", anchor(past))


def _counted(wh: str, noun: str, past: Sequence[Asked]) -> str:
    base = past[0]
    if not noun and wh.split()[0] not in PREPOSITIONS:
        return _how_many(base) or joined(wh, "exactly", anchor(past))
    if wh == "how many" and key(noun.split()[0]) in PREPOSITIONS - {"of"}:
        counted = next((a.frame for a in past if a.frame.asks == "many" and a.frame.noun), None)
        if counted is None:
            return joined(wh, "people are", noun, anchor(past))
        return with_tail(without(counted, ["place"]), Tail(noun, "place")).text()
    if wh == "how many" and base.frame.subject and noun == f"of {base.frame.subject}":
        rest = (base.frame.aux, base.frame.verb, base.frame.object)
        return joined(wh, noun, *rest, *(tail.text for tail in base.frame.tails))
    if (
        wh in ("which", "what")
        and base.frame.noun
        and head_noun(noun) == head_noun(base.frame.noun)
    ):
        return replace(base.frame, wh=wh).text()
    if wh.split()[0] in PREPOSITIONS:
        return _aslant(wh, noun, base)
    if wh == "how many" and {key(noun), head_noun(noun)} & (STATES | TOLLS):
        return _victims(noun, past)
    same = base.frame.wh.lower() == wh and wh in ("how many", "how much")
    if same and has_wh_subject(base.frame) and len(noun.split()) < 4:
        return with_noun(base.frame, noun).text()
    if same and asks_object(base.frame):
        return with_noun(base.frame, noun).text()
    topic = tied(noun, past)
    is_part = (
        wh in ("how many", "how much")
        and topic.startswith("regarding the ")
        and " who " not in topic
    )
    return joined(wh, noun, topic.replace("regarding", "of", 1) if is_part else topic)


def _victims(noun: str, past: Sequence[Asked]) -> str:
    """How many were hurt, arrested, killed: "how many wounded", "how many arrests"."""
    if key(noun) not in STATES:
        return joined("how many", noun, tied(noun, past))
    stated = f"how many people were {noun}"
    return substitute(noun, past[0]) or joined(stated, tied(noun, past))


def _aslant(wh: str, noun: str, base: Asked) -> str:
    """A question word after a preposition: "by how many", "out of how many"."""
    frame = base.frame
    if wh == "of how many" and frame.asks == "many" and has_wh_subject(frame):
        return invert(replace(frame, noun=""), joined(wh, noun or frame.noun), base.value)
    is_same = wh.split()[-1] == frame.asks
    return invert(frame, joined(wh, noun), "" if is_same else base.value)


def _how_many(base: Asked) -> str:
    """Ask "how many" of those that the earlier question is about."""
    frame = base.frame
    if frame.wh.lower() == "how many":
        return base.text
    happened = bool(frame.aux) or any(verbs.is_past(word) for word in frame.verb.split())
    if has_wh_subject(frame) and frame.asks in ("who", "which") and happened:
        verb = re.sub(r"\belse ?", "", frame.verb)
        tails = (tail.text for tail in frame.tails)
        return joined("how many", frame.noun or "people", frame.aux, verb, frame.object, *tails)
    if frame.subject == "there" and is_plural(frame.object):
        counted = re.sub(r"^(?:any|some|the) ", "", frame.object)
        return joined("how many", counted, frame.aux, "there", frame.verb,
                      *(tail.text for tail in frame.tails))  # fmt: skip
    noun = re.sub(r"^(?:the|any|some) ", "", frame.subject)
    if key(noun or "x") in ANYONE:
        noun = "people"
    if not noun or not (is_plural(noun) or noun == "people"):
        return ""
    aux = {"was": "were", "has": "have"}.get(key(frame.aux), frame.aux)
    predicate = (finite(aux, frame.verb, noun), frame.object)
    return joined("how many", noun, *predicate, *(tail.text for tail in frame.tails))


def tied(text: str, past: Sequence[Asked]) -> str:
    """The topic for a fragment that names nothing, said at length; "" for one that does."""
    if find_names("x " + text):
        return ""
    return occasion(f"how many {text}", past) or anchor(past, text, is_rich=True)


def _who(wh: str, base: Asked, past: Sequence[Asked]) -> str:
    if wh.split()[0] in PREPOSITIONS:
        return invert(base.frame, wh, base.value)
    if base.frame.subject and not base.frame.wh and base.frame.verb:
        rest = (base.frame.aux, base.frame.verb, base.frame.object)
        return joined(wh, *rest, *(tail.text for tail in base.frame.tails))
    return joined(wh, anchor(past))
