"""Follow-ups of a noun and a verb form, "anybody punished", "staying where", "more than planned".

Each becomes a whole question with the auxiliary that it leaves out. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.clauses import asks_object, invert
from qa.followups.frame import Frame
from qa.followups.nouns import is_plural, joined
from qa.followups.topic import Asked
from qa.followups.vocabulary import (
    ANYONE,
    BE,
    DEGREES,
    DETERMINERS,
    EVENTS,
    HAVE,
    ORDINALS,
    PLURALS,
    PREPOSITIONS,
    RELATIVES,
    STATES,
    WH,
)
from qa.followups.words import is_capital, key


def takes_verb(word: str, frame: Frame) -> bool:
    """Whether a verb can replace the question's own: "close" after "when did polls open"."""
    if word in STATES | EVENTS | PLURALS or not frame.aux or not frame.verb:
        return False
    if key(frame.aux) in BE | HAVE:
        return verbs.is_participle(word) and verbs.is_participle(frame.last_verb)
    return verbs.is_base(word)


def moved_wh(text: str) -> str:
    """Turn "staying where" into "where are they staying", "the man, how old" likewise."""
    words = text.split()
    if key(words[-1]) in WH and len(words) > 1:
        rest, wh = words[:-1], key(words[-1])
        if key(rest[-1]) in PREPOSITIONS:
            return ""
        if verbs.is_ing(key(rest[0])):
            return joined(wh, "are they", *rest)
        if verbs.is_past(key(rest[0])):
            return joined(wh, "did they", verbs.base_of(key(rest[0])), *rest[1:])
        is_bare = key(rest[0]) not in DETERMINERS and not is_capital(rest[0])
        several = is_plural(" ".join(rest))
        return joined(wh, "are" if several else "is", "the" if is_bare else "", *rest)
    match = re.match(r"^(?P<noun>.+?),? (?P<wh>how \w+|what \w+|where|when|why)$", text)
    if match and key(match["noun"].split()[-1]) in PREPOSITIONS and " " in match["noun"]:
        noun, preposition = match["noun"].rsplit(" ", 1)
        return joined(preposition, match["wh"], "are" if is_plural(noun) else "is", noun)
    if match and key(match["wh"].split()[-1]) in DEGREES | WH:
        verb = "are" if is_plural(match["noun"]) else "is"
        return joined(match["wh"], verb, match["noun"])
    return ""


def verbal(text: str) -> str:
    """Turn "anybody punished" into "was anybody punished", "strike coming" into "is a ..."."""
    words = text.split()
    first, last = key(words[0]), len(words) - 1
    if not last and verbs.is_participle(first) and first not in STATES:
        return f"was it {first}"
    if re.match(r"^(?:all|most|half|none|some|both) of ", text):
        return f"was it {text}"
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
        if word in RELATIVES:
            return ""
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


def compared(text: str, base: Asked) -> str:
    """Turn "more than planned" into "did it collect more grams than planned"."""
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


_RANK = "|".join(sorted(ORDINALS))
_ORDINAL = re.compile(rf"\b(?:{_RANK})\b", re.I)
_RANKED = re.compile(rf"^the (?P<rank>{_RANK})(?: one)?$", re.I)


def ranked(text: str, base: Asked) -> str:
    """Turn "the second one" into "what was Corvane's second offer" after the first one."""
    match = _RANKED.match(text)
    if not match or not _ORDINAL.search(base.text):
        return ""
    return _ORDINAL.sub(match["rank"], base.text, count=1)
