"""Follow-ups that are no sentence: "why", "which hospital", "and in 2018?", "the rebels?".

A fragment replaces the part of the earlier question that is of its kind, or becomes a
question of its own about the same topic. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.anchors import about_world, anchor
from qa.followups.clause_fragments import compared, moved_wh, takes_verb, verbal
from qa.followups.clauses import invert, nominal
from qa.followups.dated_fragments import at_date, with_tails
from qa.followups.frame import Frame, parse
from qa.followups.naming import is_person
from qa.followups.nouns import head_noun, is_plural, joined, singular
from qa.followups.ones import newest_plural
from qa.followups.people import BODY_NOUNS, newest_person
from qa.followups.slots import (
    add_tail,
    is_date,
    with_date,
    with_subject,
    without,
)
from qa.followups.sources import is_figure
from qa.followups.substitution import asks_of_person, substitute
from qa.followups.tails import Tail
from qa.followups.topic import Asked, has_person_noun, is_aside, things
from qa.followups.vocabulary import (
    ANYONE,
    COMPARATIVES,
    DEGREES,
    DETERMINERS,
    FIGURE_NOUNS,
    MEASURES,
    ORDINALS,
    PAYING,
    PREPOSITIONS,
    RELATIONAL,
    STATES,
    SUPERLATIVE,
    TOLLS,
    WH,
)
from qa.followups.wh_fragments import tied, wh_fragment
from qa.followups.words import is_capital, key
from qa.names import find_names

_TOTALS = re.compile(
    r"^(?:how (?:much|many) )?(?:in )?(?:total|all|the total|overall|altogether|in sum)$", re.I
)


_MORE = re.compile(
    r"^(?:tell me )?(?:more|anything else|what else|any(?:thing)? more|(?:more |any )?details|"
    r"go on|and|continue|else|more about (?:it|that)|more on (?:it|that))$",
    re.I,
)


def complete(text: str, past: Sequence[Asked]) -> str:
    """The whole question a fragment stands for; "" when the text is no fragment."""
    frame = parse(text)
    if is_date(text) and not WH & set(map(key, text.split())):
        return at_date(text, past)
    if _MORE.match(text):
        return _more(past)
    if re.match(r"^(?:any|some)(?:one|body) else$", text, re.I) and past[0].frame.asks == "who":
        return wh_fragment(parse("who else"), past)
    if text.lower() in _OPPOSITE and (turned := _opposite(text.lower(), past[0].frame)):
        return turned
    if _NEXT.match(text):
        return _next(past)
    if _TOTALS.match(text):
        counted = next(filter(is_figure, past), past[0]).frame
        return add_tail(counted, Tail("in total", "manner")).text()
    if frame.wh and not frame.has_clause():
        return wh_fragment(frame, past)
    if not frame.has_clause():
        return _bare(text, frame, _without_aside(text, past))
    return ""


def _without_aside(text: str, past: Sequence[Asked]) -> Sequence[Asked]:
    """For a name, the turns before "who is he", which only asked who somebody spoken of is."""
    names_one = all(map(is_capital, text.split()))
    if names_one and len(past) > 1 and is_aside(past[0]) and _asks_of_deed(past[1]):
        return past[1:]
    return past


def _asks_of_deed(earlier: Asked) -> bool:
    return asks_of_person(earlier.frame) and not is_aside(earlier)


_OPPOSITE = {"with": "without", "without": "with", "before": "after", "after": "before"}


def _opposite(preposition: str, frame: Frame) -> str:
    """Turn "and without?" into the question without what it had with it."""
    old = _OPPOSITE[preposition]
    tails = [t for t in frame.tails if key(t.text.split()[0]) == old]
    if not tails:
        return ""
    new = Tail(preposition + tails[0].text[len(old) :], tails[0].kind)
    return replace(frame, tails=tuple(new if t is tails[0] else t for t in frame.tails)).text()


_NEXT = re.compile(r"^(?:what |who )?(?:then|next|after that|comes next)$", re.I)


def _next(past: Sequence[Asked]) -> str:
    """Ask for the next after the first, else for what happened then."""
    if re.search(r"\bfirst\b", past[0].text):
        return re.sub(r"\bfirst\b", "next", past[0].text)
    return joined("what happened next", anchor(past))


def _more(past: Sequence[Asked]) -> str:
    """What else was said, where that was asked; else what else happened."""
    frame = past[0].frame
    if frame.asks == "what" and frame.last_verb == "say" and frame.subject:
        return re.sub(r"^what(?: else)?", "what else", past[0].text, flags=re.I)
    return joined("what else happened", anchor(past))


def _bare(text: str, frame: Frame, past: Sequence[Asked]) -> str:
    """A phrase without question word, verb or auxiliary."""
    base = past[0]
    if is_date(text):
        return at_date(text, past)
    if key(frame.object or "x") in COMPARATIVES and frame.tails and frame.tails[0].kind == "date":
        return with_tails(frame.tails, past)
    if (
        " " in text
        and key(text.split()[0]) in DEGREES
        and key(text.split()[0]) not in ("many", "much")
    ):
        return _degree(text, past)
    if re.match(r"^(?:in|for|on|with|from|to|by|at|under|because)\b.* (?:what|whom|which)$", text):
        return invert(base.frame, text, base.value)
    if not frame.object and frame.tails:
        return with_tails(frame.tails, past)
    wh = MEASURES.get(singular(text.lower()), "")
    if wh and (measured := _measured(wh, past)):
        return measured
    if takes_verb(text, base.frame):
        return replace(base.frame, verb=text).text()
    if key(text.split()[-1]) in WH and key(text.split()[-2:][0]) in PREPOSITIONS:
        return joined(base.frame.subject, base.frame.aux, text) if base.frame.subject else ""
    if re.match(r"^(?:compared|as opposed|versus|vs|rather than|instead of)\b|.* or ", text, re.I):
        return joined(base.text, text)
    turned = moved_wh(text) or _only(text, past) or verbal(text) or compared(text, base)
    return turned or _in_manner(text, base) or _noun_fragment(frame, past)


def _in_manner(text: str, base: Asked) -> str:
    """Turn "officially?" into the question before, asked so and of no other source."""
    if not re.fullmatch(r"[a-z]{4,}ly", text) or not base.frame.has_clause():
        return ""
    return add_tail(without(base.frame, ["source"]), Tail(text, "manner")).text()


def _only(text: str, past: Sequence[Asked]) -> str:
    """Turn "only one broken" into "was only one of the thrusters broken"."""
    few = re.match(r"^(?:only|just) (\w+) (\w+)$", text)
    if not few or not verbs.is_participle(key(few[2])):
        return ""
    several = newest_plural(past)
    return joined(f"was only {few[1]}", f"of the {several}" if several else "", few[2])


def _degree(text: str, past: Sequence[Asked]) -> str:
    """Turn "far from the capital?" into "is Daraa far from the capital"."""
    thing = next((thing for earlier in past for thing in things(earlier.frame)), "")
    name = thing or re.sub(r"^(?:in|at|regarding|near) ", "", anchor(past))
    return joined("is", name, text) if name else ""


def _measured(wh: str, past: Sequence[Asked]) -> str:
    """Ask how deep, how much, when or where of what was done; "" where that has no such measure.

    Time, place and reason are of anything done but saying; a price of what is paid or costs.
    """
    frame = about_world(past)[0].frame
    is_said = verbs.base_of(frame.last_verb or "x") in ("say", "tell", "think", "call")
    if not frame.has_clause() or is_said:
        return ""
    of_money = verbs.base_of(frame.last_verb or "x") in PAYING
    if wh == "how much" and not of_money:
        return ""
    if wh in ("how big", "how old", "how heavy") and frame.verb:
        return ""
    return invert(_without_for(frame), wh)


def _without_for(frame: Frame) -> Frame:
    """Drop the "for" that only "how long" needs."""
    tails = frame.tails
    if key(frame.object) == "for":
        return Frame(frame.wh, frame.noun, frame.aux, frame.subject, frame.verb, "", tails)
    return frame


def _noun_fragment(frame: Frame, past: Sequence[Asked]) -> str:
    """A noun phrase, perhaps with its own date or place: the slot of its kind is replaced."""
    base, phrase = past[0], frame.object
    dates = [tail.text for tail in frame.tails if tail.kind == "date"]
    others = [tail.text for tail in frame.tails if tail.kind != "date"]
    if _REST.match(phrase):
        return _of_the_rest(phrase, past)
    if not frame.wh and re.match(r"^(?:the )?same\b", phrase, re.I):
        return with_tails(frame.tails, past)
    whole = joined(phrase, *others, *dates)
    own = _own_question(phrase, whole, past)
    if own:
        return own
    substituted = "" if others else substitute(phrase, base)
    if substituted:
        return with_date(parse(substituted), dates[0]).text() if dates else substituted
    if _ABSTRACT.search(phrase) and not is_capital(phrase) and head_noun(phrase) not in BODY_NOUNS:
        return joined("what is the", whole, _belonging(whole, past))
    return joined("what about", whole, tied(whole, past))


# Qualities and outcomes by their endings: "majority", "treatment", "inflation", "total damage".
_ABSTRACT = re.compile(r"^(?!the |an? ).*\w{3}(?:ment|ity|tion|sion|ance|ence|ness|age|cy)$")
_REST = re.compile(r"^(?:the |all )?(?:rest|others?|remainder|remaining ones?)$", re.I)


def _of_the_rest(phrase: str, past: Sequence[Asked]) -> str:
    """Turn "the rest?" into "where will the rest of the workers go"."""
    for earlier in past:
        subject = earlier.frame.subject
        if earlier.frame.wh and is_plural(subject):
            return with_subject(earlier.frame, f"{phrase} of {subject}").text()
    return joined("what about", phrase, tied(phrase, past))


def _own_question(phrase: str, whole: str, past: Sequence[Asked]) -> str:
    """A question of the phrase's own: "any arrests", "the name of the nurse", "first case"."""
    first, head = key(phrase.split()[0]), head_noun(phrase)
    is_bare = first not in DETERMINERS and not is_capital(phrase)
    is_owned = "'s " in f"{whole} " or "s' " in whole
    if first in ANYONE | {"any", "no"}:
        return joined("were there" if is_plural(phrase) else "was there", whole, tied(whole, past))
    if is_owned and is_person(past[0].frame.subject) and has_person_noun(phrase):
        return with_subject(past[0].frame, phrase).text()
    is_rate = re.search(r"\b(?:per|a) (?:day|week|month|year|hour)\b", whole) and is_plural(phrase)
    is_toll = head in STATES | TOLLS or (first in STATES and is_plural(phrase))
    if is_rate or (is_bare and is_toll and past[0].frame.wh.lower() != "how many"):
        return joined("how many", whole, tied(whole, past))
    if (is_owned or is_bare) and has_person_noun(phrase):
        return joined("who is", "" if is_owned else "the", whole, _belonging(whole, past))
    if is_bare and head in FIGURE_NOUNS and is_figure(past[0]):
        return joined("what is the", phrase, "for", nominal(past[0].frame))
    is_ranked = first in ORDINALS or SUPERLATIVE.match(phrase)
    is_figure_noun = head in RELATIONAL | FIGURE_NOUNS or head in MEASURES
    if is_owned or (is_bare and (is_ranked or is_figure_noun)):
        verb = "are" if is_plural(phrase) and not is_ranked else "is"
        article = "" if is_owned or first in ("his", "her", "its", "their") else "the"
        return joined("what", verb, article, whole, _belonging(whole, past))
    return ""


def _belonging(whole: str, past: Sequence[Asked]) -> str:
    """The topic behind a noun: "of the DV-3 vaccine" where that is a thing, else as usual."""
    if find_names("x " + whole):
        return ""
    if head_noun(whole) in ("name", "names", "age") and (person := newest_person(past)):
        return f"of {person}"
    behind = anchor(past, whole)
    is_thing = behind.startswith("regarding ") and not is_person(behind.removeprefix("regarding "))
    return behind.replace("regarding", "of", 1) if is_thing and " of " not in whole else behind
