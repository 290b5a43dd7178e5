"""Follow-ups that are no sentence: "why", "which hospital", "and in 2018?", "the rebels?".

A fragment replaces the part of the earlier question that is of its kind, or becomes a
question of its own about the same topic. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.anchors import anchor
from qa.followups.clauses import (
    asks_object,
    finite,
    has_wh_subject,
    head_noun,
    invert,
    is_plural,
    joined,
    singular,
)
from qa.followups.frame import Frame, Tail, is_capital, key, parse
from qa.followups.pronouns import newest_plural
from qa.followups.slots import (
    add_tail,
    is_date,
    place_slot,
    with_date,
    with_noun,
    with_place,
    with_source,
    with_subject,
)
from qa.followups.sources import definite, is_figure
from qa.followups.topic import Asked, has_person_noun, is_person, things
from qa.followups.vocabulary import (
    ANYONE,
    COMPARATIVES,
    DEGREES,
    DETERMINERS,
    FIGURE_NOUNS,
    MEASURES,
    ORDINALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIONAL,
    STATES,
    SUPERLATIVE,
    WH,
)
from qa.names import BODIES, PLACES, find_names, word_set

_COLLECTIVES = word_set(
    "people men women children person crew staff team family public residents passengers"
)
_TOLLS = word_set("casualties victims injuries deaths arrests fatalities survivors wounded")
_TOTALS = re.compile(r"^(?:in )?(?:total|all|the total|overall|altogether|in sum)$", re.I)
_MORE = re.compile(
    r"^(?:tell me )?(?:more|anything else|what else|any(?:thing)? more|(?:more |any )?details|go on|"
    r"and|continue|else|more about (?:it|that)|more on (?:it|that))$",
    re.I,
)
# Bodies whose figures are quoted; people who are themselves counted are not among them.
_SOURCES = word_set(
    """officials doctors observers auditors experts police authorities government union unions
    opposition ministry agency watchdog organisers organizers scientists critics analysts economists
    monitors monitor board commission council regulator operator company charity poll survey census
    minister ministers hospital hospitals mayor governor investigators researchers press media"""
)


def complete(text: str, past: Sequence[Asked]) -> str:
    """The whole question a fragment stands for; "" when the text is no fragment."""
    frame = parse(text)
    if _MORE.match(text):
        return joined("what else happened", anchor(past))
    if _TOTALS.match(text):
        return add_tail(past[0].frame, Tail("in total", "manner")).text()
    if frame.wh and not frame.has_clause():
        return _wh_fragment(frame, past)
    if not frame.has_clause():
        return _bare(text, frame, past)
    return ""


def _wh_fragment(frame: Frame, past: Sequence[Asked]) -> str:
    """A question word with at most a noun: "why", "by when", "how late", "which hospital"."""
    base = past[0]
    wh, noun = frame.wh.lower(), frame.noun
    rest = joined(frame.object, *(tail.text for tail in frame.tails))
    last = wh.split()[-1]
    if rest == "else":
        return _else(wh, past)
    if last in ("many", "much", "which", "what", "whose"):
        return _counted(wh, joined(noun, rest), past)
    if last in ("who", "whom"):
        return _who(joined(wh, rest), base, past)
    asked_wh = joined(wh, noun)
    if wh.split()[-1] in DEGREES and _names_answer(base):
        return joined(asked_wh, base.frame.aux, base.value)
    dated = [tail for tail in frame.tails if tail.kind == "date"]
    inverted = invert(_settled(base), asked_wh, base.value)
    return with_date(parse(inverted), dated[0].text).text() if dated else inverted


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


def _else(wh: str, past: Sequence[Asked]) -> str:
    base = past[0].frame
    if has_wh_subject(base) and key(base.wh) == wh:
        return joined(wh, "else", base.aux, base.verb, base.object, *(t.text for t in base.tails))
    if base.wh.lower() == wh or wh in ("where", "when"):
        return invert(base, f"{wh} else")
    return joined(f"{wh} else", "is involved" if wh == "who" else "happened", anchor(past))


def _counted(wh: str, noun: str, past: Sequence[Asked]) -> str:
    base = past[0]
    if not noun and wh.split()[0] not in PREPOSITIONS:
        return _how_many(base) or joined(wh, "exactly", anchor(past))
    if wh == "how many" and key(noun.split()[0]) in PREPOSITIONS - {"of"}:
        return joined(wh, "people are", noun, anchor(past))
    if wh.split()[0] in PREPOSITIONS:
        return invert(base.frame, joined(wh, noun), base.value)
    same = base.frame.wh.lower() == wh and wh in ("how many", "how much")
    if same and has_wh_subject(base.frame) and len(noun.split()) < 4:
        return with_noun(base.frame, noun).text()
    if same and asks_object(base.frame):
        return with_noun(base.frame, noun).text()
    tied = _tied(noun, past)
    is_part = (
        wh in ("how many", "how much") and tied.startswith("regarding the ") and " who " not in tied
    )
    return joined(wh, noun, tied.replace("regarding", "of", 1) if is_part else tied)


def _how_many(base: Asked) -> str:
    """ "how many" alone: of those that the earlier question is about."""
    frame = base.frame
    if frame.wh.lower() == "how many":
        return base.text
    noun = re.sub(r"^(?:the|any|some) ", "", frame.subject)
    if key(noun or "x") in ANYONE:
        noun = "people"
    if not noun or not (is_plural(noun) or noun == "people"):
        return ""
    aux = {"was": "were", "has": "have"}.get(key(frame.aux), frame.aux)
    predicate = (finite(aux, frame.verb, noun), frame.object)
    return joined("how many", noun, *predicate, *(tail.text for tail in frame.tails))


def _tied(text: str, past: Sequence[Asked]) -> str:
    return "" if find_names("x " + text) else anchor(past, text, is_rich=True)


def _who(wh: str, base: Asked, past: Sequence[Asked]) -> str:
    if wh.split()[0] in PREPOSITIONS:
        return invert(base.frame, wh, base.value)
    if base.frame.subject and not base.frame.wh and base.frame.verb:
        rest = (base.frame.aux, base.frame.verb, base.frame.object)
        return joined(wh, *rest, *(tail.text for tail in base.frame.tails))
    return joined(wh, anchor(past))


def _bare(text: str, frame: Frame, past: Sequence[Asked]) -> str:
    """A phrase without question word, verb or auxiliary."""
    base = past[0]
    if is_date(text):
        return _at_date(text, past)
    if key(frame.object or "x") in COMPARATIVES and frame.tails and frame.tails[0].kind == "date":
        return _with_tails(frame.tails, past)
    if key(text.split()[0]) in DEGREES and key(text.split()[0]) not in ("many", "much"):
        return _degree(text, past)
    if not frame.object and frame.tails:
        return _with_tails(frame.tails, past)
    if text.lower() in MEASURES:
        return invert(_without_for(base.frame), MEASURES[text.lower()])
    if re.match(r"^(?:compared|as opposed|versus|vs|rather than|instead of)\b", text, re.I):
        return joined(base.text, text)
    moved = _moved_wh(text)
    if moved:
        return moved
    few = re.match(r"^(?:only|just) (\w+) (\w+)$", text)
    if few and verbs.is_participle(key(few[2])):
        several = newest_plural(past)
        return joined(f"was only {few[1]}", f"of the {several}" if several else "", few[2])
    verbal = _verbal(text)
    if verbal:
        return verbal
    compared = _compared(text, base)
    if compared:
        return compared
    return _noun_fragment(frame, past)


def _degree(text: str, past: Sequence[Asked]) -> str:
    """ "far from the capital?" -> "is Daraa far from the capital"."""
    thing = next((thing for earlier in past for thing in things(earlier.frame)), "")
    name = thing or re.sub(r"^(?:in|at|regarding|near) ", "", anchor(past))
    return joined("is", name, text) if name else ""


def _without_for(frame: Frame) -> Frame:
    """ "how long did it drill for" without the "for" that only "how long" needs."""
    tails = frame.tails
    if key(frame.object) == "for":
        return Frame(frame.wh, frame.noun, frame.aux, frame.subject, frame.verb, "", tails)
    return frame


def _at_date(text: str, past: Sequence[Asked]) -> str:
    base = past[0]
    has_cause = has_wh_subject(base.frame) and base.kind == "what"
    no_clause = not base.frame.has_clause() and base.frame.wh != "how many"
    if base.kind in ("when", "definition", "why", "who_said") or has_cause or no_clause:
        return with_date(parse(joined("what happened", anchor(past))), text).text()
    return with_date(base.frame, text).text()


def _with_tails(tails: Sequence[Tail], past: Sequence[Asked]) -> str:
    frame = past[0].frame
    for tail in tails:
        if tail.kind == "date":
            return _at_date(" ".join(t.text for t in tails), past)
        frame = with_place(frame, tail.text) if tail.kind == "place" else add_tail(frame, tail)
    return frame.text()


def _moved_wh(text: str) -> str:
    """ "staying where" -> "where are they staying"; "the man, how old" -> "how old is the man"."""
    words = text.split()
    if key(words[-1]) in WH and len(words) > 1:
        rest, wh = words[:-1], key(words[-1])
        if verbs.is_ing(key(rest[0])):
            return joined(wh, "are they", *rest)
        if verbs.is_past(key(rest[0])):
            return joined(wh, "did they", verbs.base_of(key(rest[0])), *rest[1:])
        is_bare = key(rest[0]) not in DETERMINERS and not is_capital(rest[0])
        several = is_plural(" ".join(rest))
        return joined(wh, "are" if several else "is", "the" if is_bare else "", *rest)
    match = re.match(r"^(?P<noun>.+?),? (?P<wh>how \w+|what \w+|where|when|why)$", text)
    if match and key(match["wh"].split()[-1]) in DEGREES | WH:
        verb = "are" if is_plural(match["noun"]) else "is"
        return joined(match["wh"], verb, match["noun"])
    return ""


def _verbal(text: str) -> str:
    """ "anybody punished" -> "was anybody punished"; "any of them die" -> "did any ... die"."""
    words = text.split()
    first, last = key(words[0]), len(words) - 1
    if not last and verbs.is_participle(first) and first not in STATES:
        return f"was it {first}"
    if first in ANYONE | {"any", "some", "many", "all", "none", "no"}:
        return _indefinite(words)
    if last and verbs.is_ing(key(words[last])) and not is_capital(words[last]):
        is_several = is_plural(" ".join(words[:last]))
        article = (
            "" if is_several or first in DETERMINERS | {"more"} or is_capital(words[0]) else "a"
        )
        return joined("are" if is_several else "is", article, text)
    return ""


def _indefinite(words: Sequence[str]) -> str:
    text = " ".join(words)
    for i in range(1, len(words)):
        word, before = key(words[i]), key(words[i - 1])
        if is_capital(words[i]) or before in PREPOSITIONS | DETERMINERS:
            continue
        is_several = is_plural(" ".join(words[:i]))
        if verbs.is_ing(word):
            return joined("are" if is_several else "is", text)
        if verbs.is_participle(word):
            return joined("were" if is_several else "was", text)
        if verbs.is_base(word) and (i == len(words) - 1 or key(words[0]) in ANYONE):
            return joined("did", text)
    return ""


def _compared(text: str, base: Asked) -> str:
    """ "more than planned" -> "did it collect more grams than planned"."""
    match = re.match(
        r"^(?P<more>more|fewer|less|higher|lower|later|earlier|longer|bigger) (?P<rest>than .+)$",
        text,
        re.I,
    )
    if not match:
        return ""
    frame = base.frame
    noun = frame.noun if match["more"].lower() in ("more", "fewer", "less") else ""
    if asks_object(frame):
        return joined(frame.aux, frame.subject, frame.verb, match["more"], noun, match["rest"])
    return joined(invert(frame, "", ""), match["more"], match["rest"])


def _noun_fragment(frame: Frame, past: Sequence[Asked]) -> str:
    """A noun phrase, perhaps with its own date or place: the slot of its kind is replaced."""
    base, phrase = past[0], frame.object
    dates = [tail.text for tail in frame.tails if tail.kind == "date"]
    others = [tail.text for tail in frame.tails if tail.kind != "date"]
    if not frame.wh and re.match(r"^(?:the )?same\b", phrase, re.I):
        return _with_tails(frame.tails, past)
    whole = joined(phrase, *others, *dates)
    own = _own_question(phrase, whole, past)
    if own:
        return own
    substituted = "" if others else _substitute(phrase, base)
    if substituted:
        return with_date(parse(substituted), dates[0]).text() if dates else substituted
    return joined("what about", whole, _tied(whole, past))


def _own_question(phrase: str, whole: str, past: Sequence[Asked]) -> str:
    """A question of the phrase's own: "any arrests", "the name of the nurse", "first case"."""
    first, head = key(phrase.split()[0]), head_noun(phrase)
    is_bare = first not in DETERMINERS and not is_capital(phrase)
    is_owned = "'s " in f"{whole} " or "s' " in whole
    if first in ANYONE | {"any", "no"}:
        return joined("were there" if is_plural(phrase) else "was there", whole, _tied(whole, past))
    is_rate = re.search(r"\b(?:per|a) (?:day|week|month|year|hour)\b", whole) and is_plural(phrase)
    is_toll = head in STATES | _TOLLS or (first in STATES and is_plural(phrase))
    if is_rate or (is_bare and is_toll and past[0].frame.wh.lower() != "how many"):
        return joined("how many", whole, _tied(whole, past))
    if (is_owned or is_bare) and has_person_noun(phrase):
        return joined("who is", "" if is_owned else "the", whole, _belonging(whole, past))
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
    tied = anchor(past, whole)
    is_thing = tied.startswith("regarding ") and not is_person(tied.removeprefix("regarding "))
    return tied.replace("regarding", "of", 1) if is_thing and " of " not in whole else tied


def _substitute(phrase: str, base: Asked) -> str:
    """The earlier question with the phrase in the slot it fits; "" when it fits none."""
    frame, words = base.frame, phrase.split()
    head = head_noun(phrase)
    if key(words[0]) in ("any", "no") or re.search(r"'s? ", phrase):
        return ""
    if is_capital(words[-1]):
        return _substitute_name(phrase, base)
    if is_figure(base) and head in _SOURCES and not _counts(frame, head):
        return with_source(frame, definite(phrase)).text()
    if head in STATES and has_wh_subject(frame) and frame.wh.lower() == "how many":
        tails = tuple(t for t in frame.tails if t.kind != "source")
        return Frame("how many", "people", "were", "", head, _place_object(frame), tails).text()
    if frame.wh.lower() == "how many" and is_plural(phrase):
        return with_noun(frame, phrase).text()
    return _substitute_common(phrase, base)


def _counts(frame: Frame, head: str) -> bool:
    """Whether the question already counts such people ("how many doctors fled")."""
    return singular(head_noun(frame.noun)) == singular(head)


def _place_object(frame: Frame) -> str:
    slot = place_slot(frame)
    return f"in {slot}" if slot and slot == frame.object else ""


def _substitute_name(phrase: str, base: Asked) -> str:
    frame = base.frame
    name = phrase.removeprefix("the ").removeprefix("The ")
    sources = any(tail.kind == "source" for tail in frame.tails)
    is_body = name.lower() in BODIES or (name.isupper() and len(name) > 1)
    if is_figure(base) and (sources or is_body) and not asks_object(frame):
        return with_source(frame, phrase).text()
    if place_slot(frame) and (
        name.lower() in PLACES or not (is_body or is_person(phrase) and " " in name)
    ):
        subject_is_name = is_capital((frame.subject or "x").split()[-1])
        if not subject_is_name or name.lower() in PLACES:
            return with_place(frame, name).text()
    if frame.subject and frame.subject not in ("there", "it"):
        return with_subject(frame, phrase).text()
    if has_wh_subject(frame) and frame.object and is_capital(frame.object.split()[-1]):
        return with_subject(frame, phrase).text()
    return ""


def _substitute_common(phrase: str, base: Asked) -> str:
    frame = base.frame
    if frame.subject == "there":
        rest = re.match(r"^(?:any|a|an|some)\b", frame.object)
        return with_object(frame, phrase) if frame.object and (rest or is_plural(phrase)) else ""
    if not frame.subject or frame.subject == "it":
        return ""
    is_bare = key(phrase.split()[0]) not in DETERMINERS
    if is_bare and frame.wh and not (is_plural(phrase) and _is_personal(phrase)):
        return ""
    both_people = _is_personal(phrase) == _is_personal(frame.subject)
    if both_people and (base.kind != "definition" or frame.wh.lower() == "who"):
        return with_subject(frame, phrase).text()
    return ""


def with_object(frame: Frame, phrase: str) -> str:
    """The question asked of another object."""
    return joined(
        frame.wh, frame.noun, frame.aux, frame.subject, frame.verb, phrase,
        *(tail.text for tail in frame.tails),
    )  # fmt: skip


def _is_personal(phrase: str) -> bool:
    head = head_noun(phrase)
    return (
        (is_person(phrase) and " " in phrase)
        or has_person_noun(phrase)
        or singular(head) in PERSON_NOUNS
        or head in _COLLECTIVES
    )
