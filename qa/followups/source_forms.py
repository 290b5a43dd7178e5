"""The forms of asking what somebody else says: "what do the rebels say", "their version?".

Regular expressions with the group `who` (or `who2`, `who3`) for the source; `sources` says what
they mean. Pure.
"""

from __future__ import annotations

import re

from qa.followups.vocabulary import (
    FIGURE_NOUNS,
    REACTION_NOUNS,
    SAYING,
)

SAYING_VERBS = "|".join(sorted(SAYING))
FIGURE = "|".join(sorted(FIGURE_NOUNS))
REACTION = "|".join(sorted(REACTION_NOUNS))
THAT = r"(?: (?:to|on|about|of) (?:that|this|it|them|all this))?"


SAYS_WHAT = re.compile(
    rf"^(?:what|how many|how much) (?:do|does|did|has|have|had|would|is|are) (?P<who>.+?) "
    rf"(?:{SAYING_VERBS}|have to say|saying)(?: (?:so|himself|herself|themselves|itself))?{THAT}"
    r"(?P<tail>(?: (?:on|in|at|by|for) .+)?)$",
    re.I,
)


WHO_SAYS_WHAT = re.compile(
    rf"^(?P<who>(?!who\b|what\b|how\b|when\b|where\b|why\b).+?) "
    rf"(?:(?:{SAYING_VERBS}) what|says?|said|thinks?|had|gives?|gave|puts?|counted|estimates?|"
    r"estimated|found|reckons?|claims?)(?P<tail>)$",
    re.I,
)


AGREES = re.compile(
    r"^(?:do|does|did|would|will) (?P<who>.+?) (?:agree|disagree|concur|dispute|confirm|deny|"
    r"contest)(?: (?:with )?(?:it|that|this|them))?(?P<tail>)$|^(?:do|does|did) (?P<who2>.+?) "
    r"(?:say|think|see it|put it|count) (?:so|otherwise|differently|the same|something else)$",
    re.I,
)


STATES_AGREEMENT = re.compile(
    r"^(?P<who>(?!who\b|what\b|how\b|when\b|where\b|why\b).+?) (?:agrees?|disagrees?|disputes?|"
    r"contests?|denies|confirms?)(?: (?:with )?(?:it|that|this|them))?(?P<tail>)$",
    re.I,
)


DIFFERS = re.compile(
    rf"^(?:did )?(?P<who>.+?) (?:had|has|have|{SAYING_VERBS}|put|gave|saw|weighed|measured|"
    r"calculated) (?:it )?(?:at )?(?:a )?(?:more|less|fewer|higher|lower|differently|different|"
    r"otherwise|something else|another number|another figure|the same)(?P<tail>(?: .+)?)$",
    re.I,
)


WHO_SAID_NUMBER = re.compile(
    rf"^who (?:{SAYING_VERBS}|gave|gives|put it at|puts it at|came up with) (?:the )?"
    r"(?P<number>[^a-z]?\d[\d.,]*)$",
    re.I,
)


SOMEBODY = re.compile(
    rf"^(?:did )?(?:someone|somebody|anyone|anybody|others|another source)(?: else)? "
    rf"(?P<verb>{SAYING_VERBS}|had|gave|put it) (?:a |it )?(?P<more>\w+)(?: (?:number|figure))?$",
    re.I,
)


FIGURE_OF = re.compile(
    rf"^(?:what (?:is|was|about) )?(?P<who>.+?)(?:'s|s')? (?P<noun>{FIGURE})(?P<tail>(?: .+)?)$",
    re.I,
)


FIGURE_BY = re.compile(
    rf"^(?:the )?(?:{FIGURE}) (?:of|from|by|given by|according to) (?P<who>.+)$", re.I
)


REACTION_OF = re.compile(
    rf"^(?:what (?:is|was) )?(?:the )?(?P<who>.+?)(?:'s|s')? (?:{REACTION}){THAT}$", re.I
)


COMMENTS = re.compile(
    rf"^(?:(?:is |was |has )?(?:there )?(?:been )?(?:any|no) (?:word|news|{REACTION})(?: yet)? "
    r"(?:from|by|out of) (?P<who>.+?)|(?:(?:did|has|have|does|do|will) )?"
    r"(?P<who2>(?!who\b|what\b|how\b|when\b|where\b|why\b|which\b).+?(?<!'s)),? "
    r"(?:any |no )?(?:comment|comments|commented|respond|responded|react|reacted|reply|replied))"
    r"(?: yet| at all)?(?: (?:to|on|about) (?:that|this|it))?$",
    re.I,
)


WHO_IS = re.compile(r"^who (?:is|are|was|were) ", re.I)


# Of these "what did they ..." asks for a thing found or put, unless it was a figure before.
FINDS = re.compile(r"\b(?:find|found|count|counted|put|state|add|had|gave|give)\b", re.I)


ON_THAT = re.compile(r"^(?P<who>.+?) (?:on|about) (?:the same(?: thing)?|that|this|it)$", re.I)


ACCORDING = re.compile(
    r"^(?:according )?to (?P<who>.+)$|^from (?P<who2>.+)$|^by (?P<who3>.+)$", re.I
)


# Counted by somebody, so the counting is part of the source's name.
OWN_COUNTS = ("count", "poll", "tally", "forecast", "projection", "survey", "report", "study")
