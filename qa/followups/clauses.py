"""From a question and its answer to other clauses about the same fact.

    statement    "how many fled Daraa?" + "38,000"     "38,000 fled Daraa"
    invert       the same + "why"                      "why did 38,000 flee Daraa"
    nominal      "what did shops lose?"                "what shops lost"
    population   "how many people fled Daraa?"         "the people who fled Daraa"

Pure; works on frames. Where a frame does not allow a clause the result is "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups import verbs
from qa.followups.frame import Frame
from qa.followups.nouns import head_noun, is_plural, joined, singular
from qa.followups.tails import Tail
from qa.followups.vocabulary import (
    ANYONE,
    AUXILIARIES,
    BE,
    DEGREES,
    DO,
    GROUPS,
    PEOPLE_NOUNS,
    PLURALS,
    PREPOSITIONS,
)
from qa.followups.words import key
from qa.names import find_names
from qa.number_words import SMALL, TENS

# A longer answer is a clause of its own, not a value to put into another sentence.
_MOST_VALUE_WORDS = 6


def is_value(text: str) -> bool:
    """Whether an answer is short enough to stand in another sentence."""
    return bool(text) and len(text.split()) <= _MOST_VALUE_WORDS


def has_wh_subject(frame: Frame) -> bool:
    """Whether the question word is the subject: "who left", "how many people were hurt"."""
    return bool(frame.wh) and not frame.subject and frame.has_clause()


def asks_object(frame: Frame) -> bool:
    """Whether the answer is the object: "what did they want", "how many seats did it win"."""
    is_object_word = frame.asks in ("what", "which", "who", "whom", "many", "much")
    is_open = is_object_word and key(frame.wh.split()[0]) not in PREPOSITIONS
    return bool(frame.wh and frame.subject and frame.verb) and is_open


_NUMBER = "|".join((*SMALL, *TENS))
_COUNT = re.compile(rf"\d|\b(?:{_NUMBER})\b")
_BARE_COUNT = re.compile(rf"(?:\d|\b(?:{_NUMBER}|many|dozen|hundred))$")


def with_noun(frame: Frame, value: str) -> str:
    """The value with what the question counts: "53" becomes "53 people"."""
    head = head_noun(frame.noun)
    if not frame.noun or not _COUNT.search(value.lower()):
        return value
    if frame.asks != "many" or head in value.lower():
        return value
    is_bare = _BARE_COUNT.search(value.lower())
    return f"{value} {frame.noun}" if is_bare else value


def tails_text(tails: Sequence[Tail]) -> str:
    """The tails' words in order."""
    return " ".join(tail.text for tail in tails)


def finite(aux: str, verb: str, subject: str) -> str:
    """Auxiliary and verb as a statement has them: "did call for" becomes "called for"."""
    if key(aux) not in DO or not verb or key(aux).endswith("n't"):
        return joined(aux, verb)
    words = verb.split()
    for i, word in enumerate(words):
        if verbs.is_base(word) or i == len(words) - 1:
            base = verbs.base_of(key(word))
            words[i] = verbs.past_of(base) if key(aux) == "did" else _present(base, subject)
            break
    return " ".join(words)


def _present(base: str, subject: str) -> str:
    return base if is_plural(subject) else verbs.third_person(base)


def statement(frame: Frame, value: str) -> str:
    """The fact that question and answer state together, without a full stop.

    An answer that is a clause of its own stands alone.
    """
    if frame.subject and not frame.wh and value and verbs.is_past(key(value.split()[0])):
        return joined(frame.subject, value)
    is_reason = frame.asks in ("why", "how")
    if not value and frame.wh:
        return ""
    if frame.asks == "what" and is_clause(value) and not find_names(value):
        return joined(value.rstrip("."), tails_text([t for t in frame.tails if t.kind == "place"]))
    if (value and not is_value(value)) or (is_reason and is_clause(value)):
        return value.rstrip(".")
    if frame.asks == "why" and not re.match(r"to |in order|because|due|for ", value):
        value = f"because of {value}"
    if has_wh_subject(frame):
        subject = with_noun(frame, value)
        return joined(subject, frame.aux, frame.verb, frame.object, tails_text(frame.tails))
    if not frame.subject:
        return value
    if not frame.wh:
        if key(frame.subject.split()[0]) in ANYONE | {"any"} and value[:1].isdigit():
            aux = {"has": "have", "was": "were", "is": "are"}.get(key(frame.aux), frame.aux)
            noun = re.sub(r"^any\w*\s?", "", frame.subject)
            return joined(
                value, noun, finite(aux, frame.verb, "people"), frame.object,
                tails_text(frame.tails),
            )  # fmt: skip
        return joined(
            frame.subject, finite(frame.aux, frame.verb, frame.subject), frame.object,
            tails_text(frame.tails),
        )  # fmt: skip
    return _stated_object(frame, with_noun(frame, value))


def is_clause(value: str) -> bool:
    """Whether an answer has a subject and a verb of its own."""
    words = [key(word) for word in value.split()]
    if not words or verbs.is_past(words[0]):
        return False
    return any(word in AUXILIARIES or verbs.is_past(word) for word in words[1:])


def _stated_object(frame: Frame, value: str) -> str:
    predicate = finite(frame.aux, frame.verb, frame.subject)
    is_count = frame.asks in ("many", "much", "often")
    if not frame.verb and key(frame.aux) in BE and frame.asks in DEGREES and not is_count:
        value = _measured(frame, value)
    if frame.wh.lower() == "where" and key((value or "in").split()[0]) not in PREPOSITIONS:
        value = f"in {value}"
    return joined(frame.subject, predicate, frame.object, value, tails_text(frame.tails))


def nominal(frame: Frame) -> str:
    """The question as a noun clause: "what shops lost", "whether the bank paid"."""
    tails = tails_text(frame.tails)
    if not frame.has_clause():
        return joined(frame.object, tails)
    if has_wh_subject(frame):
        return frame.text()
    predicate = finite(frame.aux, frame.verb, frame.subject)
    opening = joined(frame.wh, frame.noun) if frame.wh else "whether"
    if frame.subject == "there" or not frame.subject:
        return joined(opening, frame.subject, frame.aux, frame.verb, frame.object, tails)
    return joined(opening, frame.subject, predicate, frame.object, tails)


def population(frame: Frame) -> str:
    """Those whom a "how many" or "who" question is about: "the people who fled Daraa"."""
    if not has_wh_subject(frame):
        return ""
    asks_many = frame.asks == "many"
    if not asks_many:
        return ""
    noun = frame.noun or "people"
    if noun.startswith("of "):
        noun = re.sub(r"^of (?:the )?(?:[\d,.]+ )?", "", noun)
    tails = tails_text([tail for tail in frame.tails if tail.kind in ("place", "other")])
    if frame.object == "there" or (key(frame.aux) in BE and not frame.verb and not frame.object):
        return joined("the", noun, tails)
    relative = "who" if _is_people(noun) else "that"
    return joined("the", noun, relative, frame.aux, frame.verb, frame.object, tails)


def _is_people(noun: str) -> bool:
    head = head_noun(noun)
    return head in PLURALS | GROUPS | PEOPLE_NOUNS or singular(head) in PEOPLE_NOUNS


def invert(frame: Frame, wh: str, value: str = "") -> str:
    """Ask `wh` about the frame's fact; "" for `wh` gives the yes/no question.

    A value takes the place of the old question word where it was subject or object.
    """
    value = value if is_value(value) else ""
    tails = tails_text(_tails_beside(frame, wh))
    if has_wh_subject(frame):
        subject = with_noun(frame, value) if value else frame.noun or _subject_of(frame)
        return _inverted_subject(frame, wh, subject, tails)
    if not frame.has_clause():
        return joined(wh, "were there" if is_plural(frame.object) else "was there",
                      re.sub(r"^any ", "any ", frame.object), tails)  # fmt: skip
    if frame.wh.lower() == "who" and key(frame.aux) in BE and not frame.verb and value and wh:
        return joined(wh, frame.aux, value, frame.subject, frame.object, tails)
    stated = with_noun(frame, value or frame.noun) if asks_object(frame) else ""
    if frame.last_verb in PREPOSITIONS and not stated:
        stated = frame.noun or "that"
    if asks_object(frame) and not stated and key(frame.verb) == "say":
        stated = "that"
    if frame.wh.lower().startswith("how ") and wh and not wh.startswith("how ") and not stated:
        stated = _measured(frame, value)
    obj = _without_repeated(frame.object, wh)
    return joined(wh, frame.aux, frame.subject, frame.verb, obj, stated, tails)


def _measured(frame: Frame, value: str) -> str:
    """The measure where "how effective" was asked: "78 percent effective"."""
    degree = frame.asks
    if degree in ("many", "much", "far", "long", "often") or degree in value.lower():
        return "" if degree in ("many", "much", "often") else value
    return joined(value, degree)


def quoted_statement(frame: Frame, value: str) -> str:
    """The fact; words of somebody's own are kept between quotation marks."""
    stated = statement(frame, value)
    is_speech = stated == value.rstrip(".") and value[:1].isupper() and not is_value(value)
    return f"“{stated.strip('“”')}”" if is_speech else stated


def _subject_of(frame: Frame) -> str:
    return "people" if frame.asks in ("many", "who") else "that"


def _inverted_subject(frame: Frame, wh: str, subject: str, tails: str) -> str:
    if frame.aux and key(frame.aux) not in DO:
        if subject == "people":
            frame = replace(
                frame, aux={"was": "were", "has": "have"}.get(key(frame.aux), frame.aux)
            )
        rest = "" if frame.object == "there" else frame.object
        there = "there" if frame.object == "there" else ""
        return joined(wh, frame.aux, there, subject, frame.verb, rest, tails)
    words = frame.verb.split()
    aux = "did" if any(verbs.is_past(word) for word in words) else "does"
    if aux == "does" and is_plural(subject):
        aux = "do"
    for i, word in enumerate(words):
        if verbs.is_finite(word):
            words[i] = verbs.base_of(key(word))
            break
    return joined(wh, aux, subject, " ".join(words), frame.object, tails)


def _tails_beside(frame: Frame, wh: str) -> list[Tail]:
    """The tails without those that the new question word asks for."""
    asked = "date" if "when" in wh.lower().split() else ""
    return [tail for tail in frame.tails if tail.kind != asked]


def _without_repeated(text: str, wh: str) -> str:
    """Drop "late" from the predicate when "how late" asks for it."""
    degree = wh.split()[-1] if len(wh.split()) > 1 else ""
    return "" if degree and text.lower() == degree.lower() else text
