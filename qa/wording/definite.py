"""The article before a speaker's name, as English wants it after "according to".

"the UN", "SANA", "Geir Pedersen", "a government official", "officials". What the cited
text writes decides first; then rules and a table of initialisms. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.attribution.roles import GROUPS, PLAIN_ADJECTIVES, ROLES, TITLE_MODIFIERS
from qa.names import word_set

# Initialisms that are spelled out and still take no article: companies, agencies, broadcasters.
_BARE_INITIALISMS = word_set(
    "ABC AFP AP BMW BP CBS CNBC CNN DHL DPA EDF EFE HSBC IBM ITV IRNA KPMG MSF NBC NPR PBS RTE RT "
    "RTL TVP UBS UNHCR UNDP UNRWA UPS ZDF ARD SAP KFC HMRC"
)
_THE_INITIALISMS = word_set(
    "AU AP BBC CIA CDC DEA ECB EPA EU FA FAA FBI FDA FIA FSB FT GOP IAEA ICC ICJ ICRC IDF IEA ILO "
    "IMF IOC IOM IPCC ISW KGB NBA NFL NHS NSA NTSB OECD ONS OSCE PKK PLO RAF RSF SDF SEC SNP SOHR "
    "UAE UAW UK UN US USA WFP WHO WMO WTO WWF YPG"
)
# Names whose last word is one of these take "the": "the Interior Ministry".
_HEADS = word_set(
    """administration agency alliance army assembly association authority board brigade bureau
    cabinet centre center chamber charity coalition command commission committee confederation
    consortium council court crescent cross department directorate embassy empire executive
    federation forces force foundation front fund government guard house initiative inspectorate
    institute laboratory league legion library ministry mission monitor movement museum nations
    navy network observatory office ombudsman opposition organisation organization panel parliament
    party police presidency programme program project prosecutor regiment registry republic
    secretariat senate service services society states survey taliban treasury tribunal trust union
    vatican watchdog"""
)
# "X of Y" takes "the" when X is one of the heads or one of these.
_OF_HEADS = _HEADS | word_set("bank university city province church college school ministry")
_BANKS = word_set("world central national reserve federal")
_NO_ARTICLE = re.compile(
    r"^(?:human rights watch|amnesty international|save the children|police|congress|parliament|"
    r"deutsche|british council of|state media|local media|hezbollah|hamas)\b",
    re.I,
)
_PLURALS = word_set("people police men women children staff media data crew clergy")
_ONE_OF_MANY = word_set(
    """official spokesman spokeswoman spokesperson resident witness source analyst doctor nurse
    teacher negotiator commander fighter soldier officer diplomat lawyer activist worker aide
    adviser advisor member expert researcher scientist relative neighbour neighbor priest
    farmer driver student volunteer memo letter statement report survey study poll document"""
)
# People in common nouns, which a capital opens only where a sentence begins; parties keep theirs.
_PEOPLE = (GROUPS - word_set("republicans democrats conservatives")) | {f"{one}s" for one in ROLES}
_DESCRIBED = _PEOPLE | TITLE_MODIFIERS | PLAIN_ADJECTIVES
# After these the words that follow no longer belong to the name.
_NAME_ENDS = (
    r"(?=$|[.,;:!?)\]”’\"–—]|\s(?:said|says?|told|tells|reported|reports|announced|estimates?|"
    r"estimated|warned|claimed|put|puts|called|added|has|had|have|is|was|were|are|will|that|which|"
    r"who|on|in|at|to|and|also|later|as|for|by|with)\b)"
)


def with_article(name: str, texts: Sequence[str] = ()) -> str:
    """The name with the article that belongs before it, fit for the middle of a sentence.

    `texts` are the speaker as written and the quote: "The rescue service said" gives
    "the rescue service". Without such evidence rules decide.

    >>> with_article("UN"), with_article("SANA"), with_article("Health officials")
    ('the UN', 'SANA', 'health officials')
    """
    name = _in_a_sentence(" ".join(name.split()))
    article = re.match(r"(the|an?)\s+(?=\S)", name, re.I)
    if article:
        return article.group().lower() + name[article.end() :]
    written = _written_article(name, texts)
    if written is None:
        written = _usual_article(name)
    return f"{written} {name}" if written else name


def _in_a_sentence(name: str) -> str:
    """The name without the capital that a common noun has where it opens a sentence."""
    first, _, rest = name.partition(" ")
    known = _DESCRIBED if rest[:1].islower() else _PEOPLE
    is_common = first[1:].islower() and first.lower() in known and not rest[:1].isupper()
    return name[:1].lower() + name[1:] if is_common else name


def _written_article(name: str, texts: Sequence[str]) -> str | None:
    """The article before the whole name in the texts; "" when it stands without one.

    None when the texts do not tell: "the Pedersen plan" says nothing about Pedersen.
    """
    whole = re.compile(rf"(?<![\w-])(?:(the|an?)\s+)?{re.escape(name)}{_NAME_ENDS}", re.I)
    found = [match for text in texts if (match := whole.search(text))]
    for match in found:
        if match[1]:
            return match[1].lower()
    return "" if found and name[:1].islower() and not _is_countable(name) else None


def _usual_article(name: str) -> str:
    words = name.split(" ")
    if _NO_ARTICLE.match(name) or re.match(r"\w+(?:['’]s|s['’]) ", name):
        return ""
    if len(words) == 1 and name.isupper():
        return "the" if _is_spelled_with_the(name) else ""
    if name[:1].islower():
        return _usual_for_common_noun(name)
    return "the" if _has_organisation_head(words) else ""


def _is_spelled_with_the(name: str) -> bool:
    """UN, IMF and unknown initialisms without a vowel; not SANA, NATO, AFP."""
    if name in _THE_INITIALISMS:
        return True
    return name not in _BARE_INITIALISMS and 2 <= len(name) <= 5 and not set(name) & set("AEIOU")


def _has_organisation_head(words: Sequence[str]) -> bool:
    lower = [word.lower() for word in words]
    for joint in ("of", "for", "on", "against"):
        if joint in lower[1:]:
            return lower[lower.index(joint, 1) - 1] in _OF_HEADS
    if lower[-1] == "bank":
        return bool(_BANKS & set(lower))
    if len(lower) == 1:
        return lower[0] in ("taliban", "vatican", "kremlin", "pentagon")
    return lower[-1] in _HEADS


def _head(name: str) -> str:
    """The noun that the rest describes: "official" of "government official in Daraa"."""
    described = re.split(r"\s(?:of|for|in|at|on|from|with|who|which|that|close)\b", name)[0]
    return described.split(" ")[-1]


def _is_countable(name: str) -> bool:
    """Whether a lower-case speaker is one thing, so that English wants an article."""
    head = _head(name)
    is_plural = head.lower() in _PLURALS or (head.endswith("s") and not head.endswith("ss"))
    return not is_plural and " and " not in name


def _usual_for_common_noun(name: str) -> str:
    if not _is_countable(name):
        return ""
    head = re.split(r"\s(?:of|for|in|at|on|from|with|who|which|that|close)\b", name)[0].split(" ")[
        -1
    ]
    if head.lower() not in _ONE_OF_MANY:
        return "the"
    return "an" if name[0] in "aeiou" else "a"
