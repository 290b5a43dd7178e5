"""What a question asks for: its kind, the form of its answer, its content words and names.

Reads questions as people type them: without capitals or a question mark, with the question
word at the end, misspelt, or as bare keywords. It knows English question words, not the
articles: whether an answer exists is not its business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from qa.names import STOP_WORDS, WORD, find_names
from qa.spelling import repaired

QuestionKind = Literal[
    "who",
    "when",
    "where",
    "how_many",
    "how_much",
    "which",
    "what",
    "yes_no",
    "why",
    "how",
    "what_happened",
    "list",
    "who_said",
    "definition",
]
Wants = Literal["value", "sentence", "list"]
# Kinds that ask for a figure.
COUNTING: tuple[QuestionKind, ...] = ("how_many", "how_much")


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what it asks for. `content_words` are lower case, in order, once each."""

    text: str
    kind: QuestionKind
    wants: Wants
    content_words: tuple[str, ...]
    names: tuple[str, ...]


_LEAD = re.compile(
    r"^(?:(?:ok(?:ay)?|and|but|so|well|also|then|hi|hello|hey|please|thanks|thank you|sorry|now|"
    r"(?:can|could|would) you (?:please )?(?:tell me|say)|do you know|does anyone know|"
    r"tell me(?! about)|i(?: would|'d) like to know|i want to know|any idea)\b[\s,.:!-]*)+",
    re.I,
)
_AUXILIARY = (
    r"(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|might|must)"
    r"(?:n['’]?t)?"
)
_SAYING = (
    r"said|says?|saying|claim(?:s|ed)|report(?:s|ed)|announce[sd]|estimate[sd]|state[sd]|"
    r"believe[sd]|confirm(?:s|ed)|den(?:y|ies|ied)|warn(?:s|ed)|allege[sd]|told|tells|"
    r"predict(?:s|ed)|assert(?:s|ed)|insist(?:s|ed)|accuse[sd]|puts? [^?]* at|gave figures"
)
_MEASURE = (
    r"much|long|old|far|high|tall|heavy|deep|big|large|wide|fast|often|late|soon|effective|hot|cold|"
    r"strong|expensive|severe|likely"
)
_FIGURE_NOUN = (
    r"number|toll|count|total|population|turnout|percentage|share|proportion|rate|cost|price|"
    r"amount|size|weight|height|length|depth|distance|age|budget|magnitude|temperature|speed"
)
_NO_PLURAL = r"\w*(?:ss|us|is)\b|(?:was|does|has|news|caused|did|do|are|were|will)\b"
_PLURAL = rf"(?!{_NO_PLURAL})(?:\w+s|people|men)\b"
_ADJECTIVE = rf"(?!{_AUXILIARY}\b|\w+ed\b|\w+s\b)\w+"

# The first pattern that matches decides; anchored ones look at the start of the question.
_PATTERNS: tuple[tuple[QuestionKind, str], ...] = (
    ("why", r"^(?:why|how come|for what reason|what (?:caused|led to)|what[^?]* the reason)\b"),
    ("what_happened", r"^what(?: is| has| was)? (?:been )?(?:happen|going on|new\b)"),
    ("what_happened", r"^(?:tell me about|any news|what[^?]*\blatest\b|what became of)"),
    ("who_said", rf"^(?:who|which \w+)(?: else| first)? (?:has |have )?(?:{_SAYING})\b"
                 r"(?! to be| victory| responsibility| credit| lives)"),
    ("who_said", r"^(?:according to wh|says who|said by wh|whose (?:figure|number|estimate))"),
    ("list", rf"^(?:in |at |from )?(?:which|what) (?:{_ADJECTIVE} )?{_PLURAL}"),
    ("list", r"^(?:list|name (?:the|all|some)|give me (?:the|all) (?:names|list)|enumerate)\b"),
    ("list", r"^who(?: all)? (?:are|were) the \w+s\b"),
    ("how_many", r"^(?:by |since |in )?how many\b"),
    ("how_much", rf"^(?:by |for )?how (?:{_MEASURE})\b"),
    ("how_much", r"^(?:at |by )?what (?:(?:is|are|was|were|will be) )?(?:the |its )?"
                 rf"(?:{_ADJECTIVE} )?(?:{_FIGURE_NOUN})\b"),
    ("when", r"^(?:since |by |until |from )?when\b"),
    ("when", r"^(?:in |on |at |since |by )?(?:what|which) (?:year|day|date|month|time|week)\b"),
    ("where", r"^(?:from |to )?where\b"),
    ("where", r"^(?:in|at|to|from|near) (?:what|which) \w+"),
    ("definition", r"^who (?:is|was|are|were) (?!the\b|in\b|to\b|at\b|on\b|a\b)"
                   r"[\w.'-]+(?: [\w.'-]+){0,3}$"),
    ("definition", r"^what (?:is|are|was) (?!the\b|it\b|that\b|this\b|their\b|his\b|"
                   r"her\b|its\b)(?:an? )?[\w.'-]+(?: [\w.'-]+){0,2}$"),
    ("definition", r"^what (?:does|do) [^?]* (?:mean|stand for)\b"),
    ("who", r"^(?:by |to |with |from |for )?who(?:m|se|ever)?\b"),
    ("which", r"^which\b"),
    ("how", r"^how\b"),
    ("what", r"^(?:in |on |for |to |about )?what\b"),
    ("yes_no", rf"^{_AUXILIARY}\b|^(?:any|anyone|anybody|anything|is it true)\b"),
    ("how_many", r"\bhow many\b|\bnumber of\b|\b(?:death )?toll\b"),
    ("how_much", rf"\bhow (?:{_MEASURE})\b|\b(?:{_FIGURE_NOUN})\b"),
    ("who_said", r"\b(?:says who|said by whom|according to whom)\b"),
    ("when", r"\b(?:when|what year|what date)$"),
    ("where", r"\bwhere$"),
    ("why", r"\bwhy$|^(?:reason|cause)s?\b"),
    ("who", r"\bwho$"),
    ("how", r"\bhow$"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _PATTERNS)

# A "definition" whose words hold a verb asks for something else ("who is leaving Daraa").
_NOT_A_NAME = re.compile(r"\b(?:\w{2,}ing|\w{2,}ed|made|left|dead|new|happening)\b", re.I)

_WANTS: dict[QuestionKind, Wants] = {
    "yes_no": "sentence",
    "why": "sentence",
    "how": "sentence",
    "what_happened": "sentence",
    "list": "list",
}


def understand(question: str) -> Question:
    """Read a question as typed. Never fails; the kind of what cannot be read is "what".

    >>> understand("fled daraa how many").kind
    'how_many'
    """
    plain = plain_words(question)
    kind = _kind_of(plain)
    wants: Wants = _WANTS.get(kind, "value")
    if kind == "definition" and not plain.lower().startswith("who"):
        wants = "sentence"
    return Question(
        text=" ".join(question.split()),
        kind=kind,
        wants=wants,
        content_words=_content_words(plain),
        names=find_names(plain),
    )


def plain_words(question: str) -> str:
    """The question on one line without greetings, with its question words spelt right."""
    text = _LEAD.sub("", " ".join(question.replace("’", "'").split()), count=1)
    words = text.rstrip(" ?!.").split(" ")
    # A capital inside a question is a name's: "Wen", "Des".
    return " ".join(
        repaired(word) if word.islower() or not i else word for i, word in enumerate(words)
    )


def _kind_of(plain: str) -> QuestionKind:
    for kind, pattern in _KINDS:
        if not pattern.search(plain):
            continue
        if kind == "definition" and _NOT_A_NAME.search(plain):
            continue
        return kind
    return "what"


def _content_words(plain: str) -> tuple[str, ...]:
    words = (word.lower().removesuffix("'s") for word in WORD.findall(plain))
    return tuple(dict.fromkeys(word for word in words if word not in STOP_WORDS))
