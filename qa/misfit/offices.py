"""Whether a person is named for another office than the one asked for. Pure.

"Who is the governor?" is not answered by "Mayor Ana Roos", nor "the prime minister" by "transport
minister Emil Sand". Speaks only where the sentence gives the person an office right at the name;
somebody without one may hold any. Knows nothing of whose office it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.attribution.bodies import BODIES
from qa.attribution.roles import ROLES, TITLE_MODIFIERS
from qa.evidence import Evidence
from qa.misfit.sides import before_and_after
from qa.names import CALENDAR_NAMES, word_stem
from qa.questions import Question, plain_words

# Each row is one office under several names.
_SAME = (
    "ceo executive boss",
    "chairman chairwoman chairperson chair",
    "prime-minister premier pm chancellor",
    "spokesman spokeswoman spokesperson spokesmen",
    "lawyer attorney barrister counsel solicitor advocate",
    "doctor physician",
    "coach manager trainer",
    "envoy representative ambassador",
    "owner landlord",
    "mp lawmaker legislator congressman congresswoman representative senator",
    "policeman policewoman officer",
    "king monarch", "queen monarch",
    "author writer novelist",
)  # fmt: skip
# They say little of an office: these words contradict none.
_GENERIC = frozenset(
    """leader head boss chief person man woman official candidate suspect victim expert member
    rival opponent ally survivor witness resident father mother husband wife son daughter
    brother sister partner friend colleague""".split()
)
# "Its leader" may lead the opposition.
_OF_PARTY = frozenset({"opposition"})
# Of what an office is, said in many ways or not at all.
_VAGUE = frozenset("chief general managing senior special national state executive".split())
# They make another office of one, where others only say of what it is.
_RANKS = frozenset(
    "vice deputy prime first second assistant associate former ex co shadow opposition".split()
)
_ROLE = "|".join(sorted((re.escape(word) for word in ROLES), key=len, reverse=True))
_MODIFIERS = TITLE_MODIFIERS | _RANKS | frozenset("sales press campaign country".split())
_OF = r"(?:\s+(?:of|for)\s+(?:the\s+)?[a-z]+\b)?"
_OFFICE = rf"(?:[\w-]+\s+){{0,3}}?(?:{_ROLE})(?:\s+(?:{_ROLE}))*\b{_OF}"
_ASKS = re.compile(
    r"^who(?:['’]s|\s+(?:is|was|are|were|became|becomes))\s+(?:now\s+|currently\s+)?"
    r"(?:(?:the|an?|their|its|his|her)\s+|(?:[\w.’'-]+\s+)*?[\w.’'-]+['’]s?\s+)?"
    rf"(?P<office>{_OFFICE})"
    r"(?=$|\s+(?:of|at|in|for|to|from|on|with|before|after|during|who)\b)",
    re.IGNORECASE,
)
# Verbs that ask for the holder of an office, and the office.
_OFFICE_OF = {
    "chairs": "chairman",
    "chaired": "chairman",
    "coaches": "coach",
    "coached": "coach",
    "captains": "captain",
    "captained": "captain",
    "edits": "editor",
    "edited": "editor",
    "governs": "governor",
    "governed": "governor",
}
_ASKS_BY_VERB = re.compile(rf"^who\s+(?:now\s+)?({'|'.join(_OFFICE_OF)})\b", re.IGNORECASE)
# Whose office: "Who is the mayor of Torv?", "Who is Torv's mayor?"; "the court's president".
_ASKS_WHOSE = re.compile(
    r"(?:\b(?:of|at|for)\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)$"
    r"|^(?i:who)(?:['’]s|\s+\w+)\s+(?P<owner>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)['’]s?\s)"
)
_OWNS = re.compile(r"\b(?:the|its|their|this)\s+([a-z]+)['’]s?\s*$", re.IGNORECASE)
_OWNER_NAME = re.compile(r"\b([A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)['’]s?\s*$")
_PREFIX = 5  # letters by which "Syria" and "Syrian" are one name
_OWNED = re.compile(r"\b(?:of|at)\s+(?:the\s+)?([a-z]+)$")
_PLACE = r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})?"
_BEFORE = re.compile(rf"(?P<office>(?i:{_OFFICE})){_PLACE},?\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$")
_AFTER = re.compile(
    r"^,\s+(?:who\s+(?:is|was)\s+)?"
    r"(?:(?:the|an?|its|their|his|her)\s+|(?:[\w-]+\s+){0,3}[\w-]+['’]s\s+)?"
    rf"(?P<office>{_OFFICE})",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^(?:(?:the|an?)\s+)?(?P<office>(?i:{_OFFICE}))\s+(?=[A-Z])")
_LEFT = (
    r"(?:(?:has|had|have)\s+)?(?:resigned|quit|stepped\s+down|stood\s+down|left\s+office|been\s+(?:sacked|dismissed|"
    r"removed|ousted|fired|replaced)|was\s+(?:sacked|dismissed|removed|ousted|fired|replaced))\b"
)
_HAS_LEFT = re.compile(rf"^(?:,[^,.;]{{1,60}},)?\s+{_LEFT}", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex|outgoing|late)[\s-]+(?:[\w-]+[\s-]+){0,3}$", re.IGNORECASE)
_ASKS_PAST = re.compile(
    r"\b(?:was|were|former|resigned|quit|left|before|previous)\b", re.IGNORECASE
)
# Characters looked at on each side of a name; no office with its place is longer.
_REACH = 240
_ASKS_NOW = re.compile(r"^who(?:['’]s|\s+is|\s+are)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words: its head, what makes it another one, and of what it is."""

    head: str
    ranks: frozenset[str]
    field: frozenset[str]

    @classmethod
    def of(cls, phrase: str) -> Office:
        """Read "deputy prime minister"; words that are no part of an office are left out."""
        role, _, field = re.sub(r" (?:for|of)(?: the)? ", "|", phrase.lower()).partition("|")
        words = re.findall(r"[a-z]+", f"{field} {role}")
        head, rest = words[-1], frozenset(words[:-1])
        if head == "minister" and "prime" in rest:
            head, rest = "prime-minister", rest - {"prime"}
        return cls(head, rest & _RANKS, (rest - _RANKS) & _MODIFIERS)

    def contradicts(self, other: Office) -> bool:
        """Tell whether the other's words cannot mean this office."""
        if (self.ranks ^ other.ranks) - (_OF_PARTY if self.head == other.head else frozenset()):
            return True
        if self.head in _GENERIC or other.head in _GENERIC:
            return False
        if not _is_one(self.head, other.head):
            return True
        return bool(self.field and other.field and not self.field & other.field)


@lru_cache(maxsize=16)
def asked_office(question: str) -> Office | None:
    """The office whose holder is asked for: "Who is the town's mayor?"."""
    plain = plain_words(question)
    if by_verb := _ASKS_BY_VERB.search(plain):
        return Office.of(_OFFICE_OF[by_verb[1].lower()])
    asked = _ASKS.search(plain)
    return Office.of(asked["office"]) if asked else None


def is_of_unnamed_office(question: str, piece: Evidence) -> bool:
    """Tell whether the whole article has no word for the office that is asked for."""
    asked = asked_office(question)
    if asked is None or asked.head in _GENERIC:
        return False
    heads = next((row.split() for row in _SAME if asked.head in row.split()), [asked.head])
    article = piece.hit.article
    text = f"{article.title}\n{article.text}".casefold()
    told = asked.ranks | (asked.field - _VAGUE)
    return not any(_has(text, head.replace("-", " ")) for head in heads) or not all(
        _has(text, word) for word in told
    )


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word_stem(word))}", text) is not None


def has_another_office(question: str, piece: Evidence) -> bool:
    """Tell whether the value is a person whom the sentence gives another office alone."""
    wanted = asked_office(question)
    if wanted is None:
        return False
    given = _offices_at(piece)
    if not any(_is_one(wanted.head, office.head) for office in given) and _names(piece, wanted):
        return False  # "Ana Roos, a lawyer who has been mayor since May"
    return bool(given) and all(wanted.contradicts(office) for office in given)


def is_of_another_body(question: str, piece: Evidence) -> bool:
    """Tell whether the office is of another body by name, or of one that belongs to that asked for.

    "Varn's director" is not the director of Torv. "The court's president" is not the president of
    Torv where the article tells of Torv's court; "the club's coach" may be the coach of Torv City.
    """
    asked = _ASKS_WHOSE.search(plain_words(question))
    if asked is None or asked_office(question) is None:
        return False
    whose = asked["name"] or asked["owner"]
    if (named := _named_at(piece)) and not _may_be_one(named, whose):
        return named.lower() not in question.lower()
    body = _body_at(piece)
    if body is None or body in question.lower():
        return False
    name, article = re.escape(whose), piece.hit.article
    belongs = rf"\b{name}['’]s?\s+(?:[\w-]+\s+){{0,3}}?{body}\b|\b{body}\s+of\s+{name}\b"
    return re.search(belongs, f"{article.title}\n{article.text}") is not None


def _named_at(piece: Evidence) -> str | None:
    """The name whose office the words before the value give: "Varn's director, "."""
    before, _ = before_and_after(piece, _REACH)
    office = _BEFORE.search(before)
    owner = _OWNER_NAME.search(before[: office.start()]) if office else None
    return owner[1] if owner and owner[1].lower() not in CALENDAR_NAMES else None


def _may_be_one(name: str, other: str) -> bool:
    """Tell whether two names share a word's beginning, or one is an abbreviation."""
    if name.isupper() or other.isupper():
        return True
    words, others = ({word[:_PREFIX].lower() for word in each.split()} for each in (name, other))
    return bool(words & others)


def _body_at(piece: Evidence) -> str | None:
    """The body, in small letters, whose office the words before the value give."""
    before, _ = before_and_after(piece, _REACH)
    office = _BEFORE.search(before)
    if office is None:
        return None
    owner = _OWNS.search(before[: office.start()]) or _OWNED.search(office["office"])
    return owner[1].lower() if owner else None


def left_office(question: str, piece: Evidence) -> bool:
    """Tell whether a person who is asked for by an office held now is told to have left one."""
    plain = plain_words(question)
    if not (_ASKS.search(plain) and _ASKS_NOW.search(plain)) or _ASKS_PAST.search(plain):
        return False
    before, after = before_and_after(piece, _REACH)
    return bool(_HAS_LEFT.search(after) or _FORMER.search(before))


def describes_the_named(question: Question, piece: Evidence) -> bool:
    """Tell whether the value only says what a person named in the question is.

    "Who follows Ana Roos?" is not answered by "the chairwoman" of "the chairwoman, Ana Roos".
    """
    if question.kind == "definition" or not re.search(rf"\b(?:{_ROLE})$", piece.value, re.I):
        return False
    before, after = before_and_after(piece, _REACH)
    return any(
        re.match(rf",?\s+{re.escape(name)}\b", after)
        or re.search(rf"\b{re.escape(name)},\s*$", before)
        for name in question.names
    )


def names_nobody(question: str, piece: Evidence) -> bool:
    """Tell whether an office is asked for and the value has no name beside the question's.

    "The town's mayor" and "Mayor" do not say who the mayor is.
    """
    if asked_office(question) is None:
        return False
    asked = set(re.findall(r"\w+", question.lower()))
    names = (word for word in re.findall(r"\w+", piece.value) if word[0].isupper())
    return all(word.lower() in asked | ROLES | BODIES | {"the"} for word in names)


def _offices_at(piece: Evidence) -> list[Office]:
    """The offices that stand right before or after the value, or that it begins with."""
    before, after = before_and_after(piece, _REACH)
    found = [_BEFORE.search(before), _AFTER.search(after), _LEADING.search(piece.value)]
    return [Office.of(match["office"]) for match in found if match]


def _names(piece: Evidence, office: Office) -> bool:
    words = re.findall(r"[a-z]+", piece.quote.lower().replace("prime minister", "premier"))
    return any(_is_one(office.head, word) for word in words)


def _is_one(head: str, other: str) -> bool:
    if head == other:
        return True
    return any(head in row.split() and other in row.split() for row in _SAME)
