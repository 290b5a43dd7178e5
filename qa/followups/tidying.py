"""A follow-up without what carries no meaning: greetings, tags, "again". Pure."""

from __future__ import annotations

import re

from qa.followups import verbs
from qa.followups.topic import tidy
from qa.followups.vocabulary import STATES
from qa.questions import plain_words

_LEAD = re.compile(
    r"^(?:(?:ok(?:ay)?|and|but|so|well|also|or|hmm+|yes|yeah|no|right|wow|oh|ah|sorry|please|then|"
    r"sure|fine|great|now|actually|rather|meanwhile|wait|hang on|hold on|plus|btw|"
    r"by the way|quick one|one more(?: thing)?|i (?:mean|meant)|what i meant? (?:is|was))\b"
    r"[\s,.:!-]*)+(?=\S)",
    re.I,
)


NEW_SUBJECT = re.compile(
    r"^(?:thanks|thank you|thx|cheers|great|perfect|(?:a )?(?:new|another|different|other) "
    r"(?:question|topic|subject)|change of subject|something else|moving on|next question|"
    r"unrelated)\b[\s,.:;!-]+(?=\S)",
    re.I,
)


_END = re.compile(
    r"(?:,? (?:i (?:mean|meant)|though|too|as well|exactly|please)|"
    r", ?(?:right|no|huh|eh|correct|then)|"
    r", ?(?:is|was|are|were|do|does|did|has|have|had|will|would|can)(?:n't)? "
    r"(?:it|he|she|they|there|you))$",
    re.I,
)


# "Tellman, who is he": the noun first, and a pronoun in its place.
_NOUN_FIRST = re.compile(
    r"^(?P<noun>(?!what about|how about)[^,]{3,60}), "
    r"(?P<start>(?:who|what|when|where|why|how|which|is|was|are|were|did|does|do|has|have|will)\b"
    r".*?) (?:he|she|it|they|that|him|her|them)\b(?P<end>.*)$",
    re.I,
)


# "how long they will last", as a statement has it.
_NOT_TURNED = re.compile(
    r"^(how \w+|when|where|why) (they|it|he|she|that|this) "
    r"(will|would|can|could|did|does|do|is|are|was|were|has|have|had) ",
    re.I,
)
# "he is from where"; "who is it" has its question word first.
_WH_LAST = re.compile(
    r"^(?!who|what|when|where|why|how|which)(.+?) (is|are|was|were) (.*?)"
    r"\b(where|when|who|how \w+)$",
    re.I,
)
# A noun that says no more than a pronoun.
_NAMELESS = re.compile(r"(?<=\w )the (?:whole )?thing\b(?! (?:of|that|in|at)\b)")
_OF_THEM = re.compile(r"^(how many of (?:them|those|these)) (\w+)$")


def _were(match: re.Match[str]) -> str:
    """Add the verb that "how many of them kids" leaves out."""
    is_verb = verbs.is_finite(match[2]) and match[2] not in STATES
    return match[0] if is_verb else f"{match[1]} were {match[2]}"


_WHO_AGAIN = re.compile(r"^(who|what) (is|was|are|were) (\S+(?: \S+){0,3}) again$", re.I)


def noun_in_place(question: str) -> str:
    """The question with the noun that stands before it put for its pronoun, if one does."""
    return _NOUN_FIRST.sub(r"\g<start> \g<noun>\g<end>", question)


def without_frills(question: str) -> str:
    """The question without greetings, tags and its end mark, question words spelt right."""
    text = NEW_SUBJECT.sub("", tidy(question), count=1)
    text = _LEAD.sub("", text, count=1)
    text = _WHO_AGAIN.sub(r"\1 \2 \3", text)
    text = noun_in_place(text)
    while (shorter := _END.sub("", text)) != text and shorter:
        text = shorter
    text = tidy(plain_words(text)) or text
    text = re.sub(r"^(?:how come|how so|what for|for what reason)\b", "why", text, flags=re.I)
    text = re.sub(r"^(?:that|it) (?:is|was) (?=(?:how|who|when|where) )", "", text, flags=re.I)
    text = re.sub(r"^out (?=of how many$)", "", text, flags=re.I)
    text = re.sub(r"^not [^,]+(?:,| but) (?=\S)", "", text, flags=re.I)
    text = re.sub(r"\b(?:these|those) (?:people|men|women|guys)\b", "they", text, flags=re.I)
    text = _NAMELESS.sub("it", text)
    text = re.sub(r"^(?!since|until|till|by|before|after|back)(\w+) then$", r"\1", text)
    text = _OF_THEM.sub(_were, text)
    text = re.sub(r"^who (?:is|are) (says?|said)\b", r"who \1", text)
    text = re.sub(r"^(how many \w+) (it|he|she) has$", r"\1 does \2 have", text)
    text = _NOT_TURNED.sub(r"\1 \3 \2 ", text)
    text = _WH_LAST.sub(r"\4 \2 \1 \3", text).strip()
    return text
