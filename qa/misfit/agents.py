"""Whether a name that is given for "who did it?" did something else in its sentence. Pure.

"Who succeeded the minister?" is not answered by who named somebody to succeed her, "who brokered
the truce?" by who called for one, "who left?" by what was left, "who founded it?" by where it is.
Looks at the words right before and after the name; it knows no grammar beyond them.
"""

from __future__ import annotations

import re

from qa.evidence import Evidence
from qa.grouping.stems import stem
from qa.misfit.sides import before_and_after
from qa.questions import plain_words

# "Who founded it?", "who has since left?": the verb is the name's own.
_ASKS = re.compile(
    r"^who\s+(?:else\s+)?(?:(?:has|have|had|will|would)\s+)?(?:(?:first|also|since|now|\w+ly)\s+)?"
    r"(?!(?:is|are|was|were|be|been|did|does|do|has|have|had|will|would|can|could|should)\b)"
    r"(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_APPOSITION = r"(?:,[^,.;]{1,60},|,)?\s+(?:(?:has|have|had|also|later|then|\w+ly)\s+){0,2}"
# They make somebody else do something.
_HAS_DONE = re.compile(
    rf"^{_APPOSITION}(?:named|appointed|chose|picked|nominated|hired|asked|ordered|told|urged|"
    r"invited|forced|helped|allowed|wants?|wanted|elected|persuaded|forbade|instructed|tasked)\b"
    r"(?P<rest>[^.;]*)",
)
# What they are about has not come about by that.
_WISHED = re.compile(
    rf"^{_APPOSITION}(?:called\s+(?:for|on)|calls?\s+(?:for|on)|demand(?:s|ed)|urge[sd]?|wants?|"
    r"wanted|hope[sd]?\s+(?:for|to)|refuse[sd]?\s+to|promise[sd]?\s+to|vow(?:s|ed)\s+to|"
    r"threaten(?:s|ed)\s+to|decline[sd]?\s+to|offer(?:s|ed)\s+to|appeal(?:s|ed)\s+for|"
    r"fail(?:s|ed)\s+to|plan(?:s|ned)\s+to|den(?:y|ies|ied)|blame[sd]?|accuse[sd]?|"
    r"condemn(?:s|ed)?)\b",
)
# Who calls for a thing favours it: such verbs ask for a stand, not for a deed.
_STANDS = frozenset(
    stem(word)
    for word in """call demand urge want hope refuse promise vow threaten decline offer appeal fail
    plan oppose support back favour favor criticise criticize condemn welcome reject fear warn doubt
    object protest complain believe think say agree disagree propose seek ask defend approve accept
    respond react comment deny blame accuse insist press push lobby campaign need face lead chair
    head""".split()
)
_PLACED = re.compile(r"\b(?:in|at|near|outside|inside|across|throughout)\s+(?:the\s+)?$")
_LAST_WORD = re.compile(r"([a-z]+)\s+(?:the\s+)?$")
_SHORTEST = 4  # letters of a stem that a longer one may begin with
_REACH = 160  # characters looked at on each side


def did_otherwise(question: str, piece: Evidence) -> bool:
    """Tell whether the value's own words give it another part than the deed asked for."""
    asked = _ASKS.search(plain_words(question))
    if asked is None:
        return False
    deed = stem(asked["verb"].lower())
    before, after = before_and_after(piece, _REACH)
    if _PLACED.search(before) or _is_object(before, deed):
        return True
    made = _HAS_DONE.match(after)
    if made and _is_to(deed, made["rest"]):
        return True
    return deed not in _STANDS and _WISHED.match(after) is not None


def _is_object(before: str, deed: str) -> bool:
    """Tell whether the deed's own verb stands right before: what was left, not who left."""
    last = _LAST_WORD.search(before)
    is_verb = last is not None and _is_form(last[1], deed)
    return bool(last and is_verb and not _BE.search(before[: last.start()]))


def _is_to(deed: str, rest: str) -> bool:
    return any(_is_form(word, deed) for word in re.findall(r"\bto\s+([a-z]+)", rest))


def _is_form(word: str, deed: str) -> bool:
    """Tell whether a word is the verb of a deed, given as a stem; "succeed" loses more of it."""
    one = stem(word)
    return one == deed or (len(one) >= _SHORTEST and deed.startswith(one))
