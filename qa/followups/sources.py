"""Follow-ups that ask what somebody else says: "the official's version?", "do they agree?".

A figure asked before is asked again "according to" the new source; of anything else the
question becomes "what did X say about ...". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.followups.anchors import anchor
from qa.followups.clauses import is_plural, joined, nominal, quoted_statement, statement
from qa.followups.frame import parse
from qa.followups.pronouns import resolve
from qa.followups.slots import is_date, with_date, with_source
from qa.followups.tails import Tail, split_tails
from qa.followups.topic import Asked
from qa.followups.vocabulary import (
    ANYONE,
    COMPARATIVES,
    DETERMINERS,
    FIGURE_NOUNS,
    HE,
    PERSONAL,
    REACTION_NOUNS,
    SAYING,
    SHE,
    SPEAKER_NOUNS,
)
from qa.followups.words import is_capital, key
from qa.names import find_names

_SAYING = "|".join(sorted(SAYING))
_FIGURE = "|".join(sorted(FIGURE_NOUNS))
_REACTION = "|".join(sorted(REACTION_NOUNS))
_THAT = r"(?: (?:to|on|about|of) (?:that|this|it|them|all this))?"

_SAYS_WHAT = re.compile(
    rf"^(?:what|how many|how much) (?:do|does|did|has|have|had|would|is|are) (?P<who>.+?) "
    rf"(?:{_SAYING}|have to say|saying)(?: (?:so|himself|herself|themselves|itself))?{_THAT}"
    r"(?P<tail>(?: (?:on|in|at|by|for) .+)?)$",
    re.I,
)
_WHO_SAYS_WHAT = re.compile(
    rf"^(?P<who>(?!who\b|what\b|how\b|when\b|where\b|why\b).+?) "
    rf"(?:(?:{_SAYING}) what|says?|said|thinks?|had|gives?|gave|puts?|counted|estimates?|"
    r"estimated|found|reckons?|claims?)(?P<tail>)$",
    re.I,
)
_AGREES = re.compile(
    r"^(?:do|does|did|would|will) (?P<who>.+?) (?:agree|disagree|concur|dispute|confirm|deny|"
    r"contest)(?: (?:with )?(?:it|that|this|them))?(?P<tail>)$|^(?:do|does|did) (?P<who2>.+?) "
    r"(?:say|think|see it|put it|count) (?:so|otherwise|differently|the same|something else)$",
    re.I,
)
_STATES_AGREEMENT = re.compile(
    r"^(?P<who>(?!who\b|what\b|how\b|when\b|where\b|why\b).+?) (?:agrees?|disagrees?|disputes?|"
    r"contests?|denies|confirms?)(?: (?:with )?(?:it|that|this|them))?(?P<tail>)$",
    re.I,
)
_DIFFERS = re.compile(
    rf"^(?:did )?(?P<who>.+?) (?:had|has|have|{_SAYING}|put|gave|saw|weighed|measured|"
    r"calculated) (?:it )?(?:at )?(?:a )?(?:more|less|fewer|higher|lower|differently|different|"
    r"otherwise|something else|another number|another figure|the same)(?P<tail>(?: .+)?)$",
    re.I,
)
_WHO_SAID_NUMBER = re.compile(
    rf"^who (?:{_SAYING}|gave|gives|put it at|puts it at|came up with) (?:the )?"
    r"(?P<number>[^a-z]?\d[\d.,]*)$",
    re.I,
)
_SOMEBODY = re.compile(
    rf"^(?:did )?(?:someone|somebody|anyone|anybody|others|another source)(?: else)? "
    rf"(?P<verb>{_SAYING}|had|gave|put it) (?:a |it )?(?P<more>\w+)(?: (?:number|figure))?$",
    re.I,
)
_FIGURE_OF = re.compile(
    rf"^(?:what (?:is|was|about) )?(?P<who>.+?)(?:'s|s')? (?P<noun>{_FIGURE})(?P<tail>(?: .+)?)$",
    re.I,
)
_FIGURE_BY = re.compile(
    rf"^(?:the )?(?:{_FIGURE}) (?:of|from|by|given by|according to) (?P<who>.+)$", re.I
)
_REACTION_OF = re.compile(
    rf"^(?:what (?:is|was) )?(?:the )?(?P<who>.+?)(?:'s|s')? (?:{_REACTION}){_THAT}$", re.I
)
_COMMENTS = re.compile(
    rf"^(?:(?:is |was |has )?(?:there )?(?:been )?(?:any|no) (?:word|news|{_REACTION})(?: yet)? "
    r"(?:from|by|out of) (?P<who>.+?)|(?:(?:did|has|have|does|do|will) )?"
    r"(?P<who2>(?!who\b|what\b|how\b|when\b|where\b|why\b|which\b).+?(?<!'s)),? "
    r"(?:any |no )?(?:comment|comments|commented|respond|responded|react|reacted|reply|replied))"
    r"(?: yet| at all)?(?: (?:to|on|about) (?:that|this|it))?$",
    re.I,
)
_WHO_IS = re.compile(r"^who (?:is|are|was|were) ", re.I)
# Of these "what did they ..." asks for a thing found or put, unless it was a figure before.
_FINDS = re.compile(r"\b(?:find|found|count|counted|put|state|add|had|gave|give)\b", re.I)
_ON_THAT = re.compile(r"^(?P<who>.+?) (?:on|about) (?:the same(?: thing)?|that|this|it)$", re.I)
_ACCORDING = re.compile(
    r"^(?:according )?to (?P<who>.+)$|^from (?P<who2>.+)$|^by (?P<who3>.+)$", re.I
)
# Counted by somebody, so the counting is part of the source's name.
_OWN_COUNTS = ("count", "poll", "tally", "forecast", "projection", "survey", "report", "study")


def ask_source(text: str, past: Sequence[Asked]) -> str:
    """The question put to another source; "" when the text does not ask for one."""
    base = past[0]
    commented = _comment(text, past)
    if commented:
        return commented
    if _WHO_SAID_NUMBER.match(text) or (_SOMEBODY.match(text) and is_figure(base)):
        return _who_else_counted(text, past)
    says = _SAYS_WHAT.match(text) or _WHO_SAYS_WHAT.match(text)
    if says and key(says["who"]) in ("been", "be", "there"):
        says = None
    if says and (is_figure(base) or not _FINDS.search(text)):
        about_it = bool(re.search(r" (?:to|on|about|of) (?:that|this|it)$", text))
        return _in_those_words(text, _asked_of(says["who"], says["tail"], past, True, about_it))
    agrees = _AGREES.match(text)
    if agrees:
        who = agrees["who"] or agrees["who2"]
        return _agrees(text, who, base) or _asked_of(who, "", past)
    agreeing = _STATES_AGREEMENT.match(text)
    if agreeing and is_speaker(agreeing["who"]):
        return _asked_of(agreeing["who"], "", past)
    differs = _DIFFERS.match(text)
    if differs and is_speaker(differs["who"]):
        return _asked_of(differs["who"], differs["tail"], past)
    figure = _figure_source(text)
    if figure and is_figure(base):
        return _asked_of(figure, "", past)
    reaction = _REACTION_OF.match(text)
    if reaction and is_speaker(reaction["who"]):
        whose = {"his": "he", "her": "she", "their": "they", "its": "it"}
        return what_they_said(whose.get(key(reaction["who"]), reaction["who"]), past)
    according = _ACCORDING.match(text)
    if according and is_figure(base):
        who = according["who"] or according["who2"] or according["who3"]
        return _asked_of(who, "", past) if is_speaker(who) else ""
    return ""


def _who_else_counted(text: str, past: Sequence[Asked]) -> str:
    """Turn "who said 45" and "did anyone say more" into questions of the figure before."""
    numbered = _WHO_SAID_NUMBER.match(text)
    if numbered:
        return _who_said(numbered["number"], past)
    other = _SOMEBODY.match(text)
    if not other or other["more"] not in COMPARATIVES:
        return ""
    return joined(f"who {other['verb']} {other['more']}", past[0].frame.noun, anchor(past))


def _comment(text: str, past: Sequence[Asked]) -> str:
    """Turn "any word from the mayor", "the mayor on that" into what the mayor said about it."""
    comments = _COMMENTS.match(text)
    if comments and is_speaker(comments["who"] or comments["who2"]):
        return what_they_said(comments["who"] or comments["who2"], past)
    on_that = _ON_THAT.match(text)
    if on_that and is_speaker(on_that["who"]) and not parse(on_that["who"]).wh:
        return what_they_said(on_that["who"], past)
    return ""


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
    by = _FIGURE_BY.match(text)
    if by:
        return by["who"]
    of = _FIGURE_OF.match(text)
    if not of or len(of["who"].split()) > 5:
        return ""
    is_owner = bool(re.search(r"(?:'s|s') $", text[: of.start("noun")]))
    if not is_owner and not is_speaker(of["who"]):
        return ""
    return f"{_possessive(of, text)} {of['noun']}" if of["noun"] in _OWN_COUNTS else of["who"]


def _possessive(match: re.Match[str], text: str) -> str:
    return text[match.start("who") : match.start("noun")].strip()


def is_figure(asked: Asked) -> bool:
    """Whether the earlier question asks for a figure, or was answered with one."""
    if asked.kind in ("how_many", "how_much"):
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
    if not is_figure(base) or (is_about_it and not base.value):
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


def definite(who: str) -> str:
    """A source as it stands after "according to": "watchdog" is "the watchdog"."""
    is_bare = who.islower() and key(who.split()[0]) not in DETERMINERS | PERSONAL
    return f"the {who}" if is_bare and "'s" not in who and not is_plural(who) else who


def what_they_said(who: str, past: Sequence[Asked], tail: str = "") -> str:
    """Ask "what did X say about" the last question; of an earlier such question, X instead."""
    base = next((a for a in past if not _WHO_IS.match(a.text)), past[0])
    subject = base.frame.subject
    if key(who) in HE | SHE:
        person = resolve(who, past).text
        who, subject = person, who if person == subject else subject
    who = definite(resolve(who, past).text if "'s" not in who else who)
    frame = base.frame
    asked_saying = frame.wh.lower() == "what" and frame.last_verb in ("say", "think", "reply")
    if asked_saying and frame.aux and key(frame.subject) != key(who):
        return replace(frame, subject=who).text()
    if base.kind == "definition" or not frame.has_clause():
        topic = anchor(past).removeprefix("regarding ")
        if topic == who:
            return joined(f"what did {who} say", tail)
    else:
        topic = spoken_of(past) or nominal(replace(frame, subject=subject))
    if any(name in topic for name in find_names("x " + who)):
        return joined(f"what did {who} say", tail)
    return joined(f"what did {who} say about", topic, tail)


def spoken_of(past: Sequence[Asked]) -> str:
    """The topic as something to speak about: the event, the thing; "" for a mere place."""
    match = re.match(r"^(?:regarding|in|at|on|during) (?P<thing>.+)$", anchor(past))
    thing = match["thing"] if match else ""
    is_place = is_capital(thing or "X") and not thing.startswith(("the ", "The "))
    return "" if is_place and not anchor(past).startswith("regarding ") else thing


def split_question(text: str) -> bool:
    """Whether a question names what the saying is about, so that nothing is missing."""
    return any(t.text.lower().startswith(("about ", "of ")) for t in parse(text).tails)
