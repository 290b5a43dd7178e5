"""Reporting verbs: the words by which an article hands a statement to somebody.

The list is written from the classes that the literature on quotation uses: the reporting verbs
of Krestel, Bergler and Witte ("Minding the Source", LREC 2008), the verb cues of the attribution
corpora of Pareti (PARC 3.0, LREC 2016) and of Quirk et al., A Comprehensive Grammar of the
English Language (1985), 16.30-32, for which verb takes a clause, a quotation or a person told.
Each verb has a set of letters:

    c  takes a clause: "said (that) 12 had died"
    q  stands beside a quotation or after a statement: "…, he added"
    o  its object is what is said: "announced 300 job cuts"
    t  names the listener first: "told reporters that"
    d  is a report only if a document or an organisation does it: "figures show"
    m  gives a figure: "counted 4,000", "put the toll at 12"
    b  is a belief: gives way to somebody who states it
    v  has other objects too: a clause or a quotation must follow
    i  "to" and a verb may follow: "vowed to hire 40"
    n  its -s form or its base is more often a noun: "reports", "estimates"

Does not know senses: "the storm claimed 12 lives" is kept out by its object alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FormName = Literal["base", "s", "past", "ing"]

_TABLE = """
    say:cq tell:cqt add:q announce:cqo report:cqon confirm:cqo state:cqnv declare:cqo claim:cqoni
    allege:cqo insist:cq argue:cq assert:cqo maintain:cqv contend:cq note:cqn observe:cqv
    remark:cqn comment:qn explain:cqv warn:cqot acknowledge:cqo admit:cqo concede:cqo deny:cqo
    disclose:cqo reveal:cqo estimate:cqon predict:cqo forecast:cqon project:con calculate:co
    reckon:cq believe:cqb think:cqb expect:cob suspect:cbv fear:conb hope:cnb suggest:cq
    indicate:cd conclude:cqv find:cd show:cdn write:cqv co-write:cqv tweet:cqn post:qn testify:cq
    recall:cqn recount:cq reply:qn respond:q answer:qn ask:qt joke:cqnv quip:q complain:cqv
    boast:cqnv vow:cqni promise:cqoni pledge:cqoni threaten:cqiv urge:qt caution:cqtnv stress:cqn
    emphasise:cqo emphasize:cqo underline:co reiterate:cqo repeat:qo clarify:cq inform:ct
    notify:ct assure:ct remind:cqt advise:cqtv recommend:cqo rule:cn swear:cqi sigh:qn shout:qn
    yell:qn whisper:qn mutter:q cry:qn exclaim:q continue:q begin:qv agree:cqv speculate:cq
    guess:cqnv propose:cqo demand:cqon read:q describe:ob call:onb blame:onb accuse:ob dispute:q
    hail:q denounce:q condemn:q criticise:q criticize:q lament:qv opine:cq muse:cqnv marvel:q
    laugh:qn demonstrate:cd remember:cq retort:q snap:qn scream:qn plead:qn counter:qn wonder:qn
    proclaim:cqo protest:qn reason:qn interject:q grumble:q concur:q hint:cv imply:cd signal:conv
    sing:q text:qnv email:qnv theorize:c theorise:c hypothesize:c posit:c surmise:cq
    venture:q gush:q fume:q enthuse:q deadpan:q echo:qn reflect:qnv beg:qt implore:qt instruct:qt
    encourage:qt rank:dn relay:cqo specify:c stipulate:c
    certify:cov attest:cq verify:cov determine:cdv anticipate:cob foresee:cob tout:q credit:q
    cite:ob quote:onb speak:o talk:o point:cq round:m count:m put:m list:mn record:mn measure:mn
    give:m number:mn tally:mn log:mn register:m place:mn rate:mn value:mn detect:m
    raise:m lower:m reduce:m increase:mn revise:m cut:mn
    """
_PAST = {
    "say": ("said",),
    "tell": ("told",),
    "forecast": ("forecast", "forecasted"),
    "think": ("thought",),
    "find": ("found",),
    "show": ("showed", "shown"),
    "write": ("wrote", "written"),
    "co-write": ("co-wrote",),
    "swear": ("swore", "sworn"),
    "begin": ("began", "begun"),
    "read": ("read",),
    "foresee": ("foresaw", "foreseen"),
    "put": ("put",),
    "cut": ("cut",),
    "speak": ("spoke", "spoken"),
    "sing": ("sang", "sung"),
    "give": ("gave", "given"),
    "cry": ("cried",),
    "deny": ("denied",),
    "testify": ("testified",),
    "certify": ("certified",),
    "verify": ("verified",),
    "notify": ("notified",),
    "imply": ("implied",),
    "reply": ("replied",),
    "specify": ("specified",),
    "tally": ("tallied",),
    "clarify": ("clarified",),
}
_DOUBLED = frozenset(("admit", "put", "cut", "begin", "log", "quip", "beg"))

# Participles that report something in the passive: "was put at 28 by the police".
PASSIVES = frozenset(
    """
    said told announced reported confirmed stated declared claimed alleged acknowledged admitted
    disclosed revealed estimated predicted forecast projected calculated reckoned believed thought
    expected suspected feared shown written described called dubbed hailed condemned denounced
    criticised criticized put given counted listed recorded measured placed numbered rated valued
    cited quoted published released issued verified certified identified named blamed accused
    warned promised pledged proposed demanded documented registered considered deemed seen
    understood known set tallied labelled labeled detected suggested
    """.split()
)
# Of these only with "at" or "as": "set at", "seen as".
WEAK_PASSIVES = frozenset(
    "set seen placed known named identified rated valued given suggested".split()
)


@dataclass(frozen=True, slots=True)
class ReportingForm:
    """One written form of a reporting verb, with the letters of its verb."""

    base: str
    form: FormName
    classes: frozenset[str]

    def takes(self, letters: str) -> bool:
        """Say whether the verb has any of these letters."""
        return any(letter in self.classes for letter in letters)


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")


def _stem(base: str) -> str:
    if base in _DOUBLED:
        return base + base[-1]
    return base[:-1] if base.endswith("e") and not base.endswith("ee") else base


def _forms() -> dict[str, ReportingForm]:
    forms: dict[str, ReportingForm] = {}
    for row in _TABLE.split():
        base, letters = row.split(":")
        classes = frozenset(letters)
        forms[_third_person(base)] = ReportingForm(base, "s", classes)
        forms[_stem(base) + "ing"] = ReportingForm(base, "ing", classes)
        forms[base] = ReportingForm(base, "base", classes)
        for past in _PAST.get(base, (_stem(base) + "ed",)):
            forms[past] = ReportingForm(base, "past", classes)
    return forms


FORMS = _forms()
