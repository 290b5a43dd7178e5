"""Follow-ups that ask what somebody else says: "the official's version?", "do they agree?".

A figure asked before is asked again "according to" the new source; of anything else the
question becomes "what did X say about ...". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups.anchors import anchor
from qa.followups.clauses import nominal, quoted_statement, statement
from qa.followups.frame import parse
from qa.followups.nouns import joined
from qa.followups.slots import is_date, with_date, with_source
from qa.followups.source_forms import (
    ACCORDING,
    AGREES,
    COMMENTS,
    DIFFERS,
    FIGURE_BY,
    FIGURE_OF,
    FINDS,
    ON_THAT,
    OWN_COUNTS,
    REACTION_OF,
    SAYS_WHAT,
    SOMEBODY,
    STATES_AGREEMENT,
    WHO_SAID_NUMBER,
    WHO_SAYS_WHAT,
)
from qa.followups.tails import Tail, split_tails
from qa.followups.told import definite, what_they_said
from qa.followups.topic import Asked
from qa.followups.vocabulary import (
    ANYONE,
    COMPARATIVES,
    FIGURE_NOUNS,
    PERSONAL,
    SPEAKER_NOUNS,
)
from qa.followups.words import key
from qa.questions import COUNTING


def ask_source(text: str, past: Sequence[Asked]) -> str:
    """The question put to another source; "" when the text does not ask for one."""
    if WHO_SAID_NUMBER.match(text) or (SOMEBODY.match(text) and is_figure(past[0])):
        return _comment(text, past) or _who_else_counted(text, past)
    return next(filter(None, (form(text, past) for form in _FORMS)), "")


def _says_what(text: str, past: Sequence[Asked]) -> str:
    """Turn "what do the unions think" into what they think about the topic."""
    says = SAYS_WHAT.match(text) or WHO_SAYS_WHAT.match(text)
    if not says or key(says["who"]) in ("been", "be", "there"):
        return ""
    if not is_figure(past[0]) and FINDS.search(text):
        return ""
    about_it = bool(re.search(r" (?:to|on|about|of) (?:that|this|it)$", text))
    return _in_those_words(text, _asked_of(says["who"], says["tail"], past, True, about_it))


def _agreement(text: str, past: Sequence[Asked]) -> str:
    """Turn "do they agree" and "the police dispute it" into questions of what they say."""
    agrees = AGREES.match(text)
    if agrees:
        who = agrees["who"] or agrees["who2"]
        return _agrees(text, who, past[0]) or _asked_of(who, "", past)
    states = STATES_AGREEMENT.match(text)
    return _asked_of(states["who"], "", past) if states and is_speaker(states["who"]) else ""


def _other_figure(text: str, past: Sequence[Asked]) -> str:
    """Turn "the police had fewer", "the union's figure?" into that figure."""
    differs = DIFFERS.match(text)
    if differs and is_speaker(differs["who"]):
        return _asked_of(differs["who"], differs["tail"], past)
    figure = _figure_source(text)
    return _asked_of(figure, "", past) if figure and is_figure(past[0]) else ""


def _reaction(text: str, past: Sequence[Asked]) -> str:
    """Turn "the mayor's reaction?", "according to the police?" into what they said."""
    reaction = REACTION_OF.match(text)
    if reaction and is_speaker(reaction["who"]):
        whose = {"his": "he", "her": "she", "their": "they", "its": "it"}
        return what_they_said(whose.get(key(reaction["who"]), reaction["who"]), past)
    according = ACCORDING.match(text)
    if not according or not is_figure(past[0]):
        return ""
    who = according["who"] or according["who2"] or according["who3"]
    return _asked_of(who, "", past) if is_speaker(who) else ""


def _who_else_counted(text: str, past: Sequence[Asked]) -> str:
    """Turn "who said 45" and "did anyone say more" into questions of the figure before."""
    numbered = WHO_SAID_NUMBER.match(text)
    if numbered:
        return _who_said(numbered["number"], past)
    other = SOMEBODY.match(text)
    if not other or other["more"] not in COMPARATIVES:
        return ""
    return joined(f"who {other['verb']} {other['more']}", past[0].frame.noun, anchor(past))


def _comment(text: str, past: Sequence[Asked]) -> str:
    """Turn "any word from the mayor", "the mayor on that" into what the mayor said about it."""
    comments = COMMENTS.match(text)
    if comments and is_speaker(comments["who"] or comments["who2"]):
        return what_they_said(comments["who"] or comments["who2"], past)
    on_that = ON_THAT.match(text)
    if on_that and is_speaker(on_that["who"]) and not parse(on_that["who"]).wh:
        return what_they_said(on_that["who"], past)
    return ""


_FORMS = (_comment, _says_what, _agreement, _other_figure, _reaction)


def _who_said(number: str, past: Sequence[Asked]) -> str:
    """Turn "who said 45?" into "who said 45 people left Daraa"."""
    for earlier in past:
        if earlier.kind == "who_said" and re.search(r"\d", earlier.text):
            return re.sub(r"\d[\d.,]*", number, earlier.text, count=1)
        if is_figure(earlier):
            return f"who said {statement(earlier.frame, number)}"
    return ""


def _in_those_words(text: str, asked: str) -> str:
    """The same question with the verb that was typed: "what do the unions think about ..."."""
    typed = re.match(r"^what (?P<aux>do|does|did) .+? (?P<verb>say|think)\b", text, re.I)
    if not typed:
        return asked
    return re.sub(
        r"^what did (.+?) say\b", rf"what {typed['aux']} \1 {typed['verb']}", asked, count=1
    )


def _agrees(text: str, who: str, base: Asked) -> str:
    """Turn "does anyone dispute that" into "does anyone dispute that 38,000 fled Daraa".

    Of a figure only anybody is asked so; one source gives its own figure instead.
    """
    is_anyone = key(who.split()[0]) in ANYONE | {"all"}
    is_verb = re.search(r"\b(?:confirm|deny|dispute|contest|agree|disagree)\b", text)
    if not is_anyone and (is_figure(base) or not is_verb or who.lower() in ("they", "it")):
        return ""
    if not base.frame.has_clause():
        return ""
    asked = re.sub(r"(?: with)?(?: (?:it|that|this|them))?$", "", text)
    stated = quoted_statement(base.frame, base.value)
    return (
        joined(asked, "that", stated) if " " in stated else joined(asked, "on", nominal(base.frame))
    )


def _figure_source(text: str) -> str:
    by = FIGURE_BY.match(text)
    if by:
        return by["who"]
    of = FIGURE_OF.match(text)
    if not of or len(of["who"].split()) > 5:
        return ""
    is_owner = bool(re.search(r"(?:'s|s') $", text[: of.start("noun")]))
    if not is_owner and not is_speaker(of["who"]):
        return ""
    return f"{_possessive(of, text)} {of['noun']}" if of["noun"] in OWN_COUNTS else of["who"]


def _possessive(match: re.Match[str], text: str) -> str:
    return text[match.start("who") : match.start("noun")].strip()


def is_figure(asked: Asked) -> bool:
    """Whether the earlier question asks for a figure, or was answered with one."""
    if asked.kind in COUNTING:
        return True
    is_short = len(asked.value.split()) <= 5
    return (
        asked.kind in ("what", "which") and is_short and bool(re.match(r"[^a-z]*\d", asked.value))
    )


def is_speaker(phrase: str) -> bool:
    """Whether a phrase can name a source: a name, a body, officials."""
    words = phrase.split()
    if not words or len(words) > 7:
        return False
    last = key(words[-1]).removesuffix("'s")
    named = any(word[:1].isupper() for word in words)
    known = any(key(word).removesuffix("'s").removesuffix("'") in SPEAKER_NOUNS for word in words)
    return named or known or last in FIGURE_NOUNS or key(words[0]) in PERSONAL


def _asked_of(
    who: str, tail: str, past: Sequence[Asked], says_what: bool = False, is_about_it: bool = False
) -> str:
    base = past[0]
    tails = split_tails(tail.split())
    speaker = _speaker(who, past)
    if not is_figure(base) or ((is_about_it or says_what) and not base.value):
        dated = " ".join(t.text for t in tails)
        return what_they_said(speaker or who, past, dated)
    frame = base.frame
    if not speaker:
        dates = [t for t in tails if t.kind == "date" or is_date(t.text)]
        return with_date(frame, dates[0].text).text() if dates else ""
    if says_what and any(t.text.startswith(("about", "of")) for t in tails):
        return ""
    return with_source(frame, definite(speaker), _kept(tails)).text()


def _kept(tails: Sequence[Tail]) -> list[Tail]:
    return [tail for tail in tails if tail.kind in ("date", "place", "manner")]


def _speaker(who: str, past: Sequence[Asked]) -> str:
    """The source meant; "they" is whoever was the last source, "" if nobody was."""
    if key(who) not in PERSONAL:
        return who
    if key(who) == "they":
        for earlier in past:
            for tail in earlier.frame.tails:
                if tail.kind == "source":
                    return tail.text.removeprefix("according to ")
        return ""
    return ""
