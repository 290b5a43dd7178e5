"""A follow-up, completed from the conversation without a language model.

    question about the answer given before   previous
    the same asked of another source         sources
    the last fact as such: "is that so?"      facts
    a fragment                               fragments
    pronouns                                 pronouns
    no name at all: tied to the topic        topic

Pure. What it cannot complete it leaves as typed, with the topic added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qa.followups.anchors import about_world, link
from qa.followups.capitals import names_in_sources, restore_capitals, without_capital
from qa.followups.clause_fragments import ranked
from qa.followups.clauses import asks_object
from qa.followups.completion import complete_sentence, tied
from qa.followups.declaratives import as_question
from qa.followups.facts import about_fact, asked_again, asks_of_fact, done_so
from qa.followups.fragments import complete
from qa.followups.frame import parse
from qa.followups.matters import matter
from qa.followups.naming import compounds_in_texts
from qa.followups.nouns import joined
from qa.followups.novelty import of_one_subject, opens_subject
from qa.followups.previous import Wants, claim_named, unanswered, wanted, word_question
from qa.followups.pronouns import resolve
from qa.followups.slots import is_date, with_date, without
from qa.followups.sources import ask_source, is_figure
from qa.followups.tidying import NEW_SUBJECT, noun_in_place, without_frills
from qa.followups.ties import worded_tie
from qa.followups.topic import (
    Asked,
    asked,
    spoken_value,
    tidy,
)
from qa.followups.verbs import base_of
from qa.followups.vocabulary import PAYING, PREPOSITIONS
from qa.followups.words import key
from qa.names import find_names
from qa.types import Turn

About = Literal["new", "previous_claim", "rewritten"]


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood without the turns before it.

    `wants` is set only for `about == "previous_claim"`: the claim given before holds the
    answer, and `question` is what it answers; `claim` is that claim's place among the last ones.
    """

    question: str
    is_followup: bool
    about: About
    wants: Wants | None = None
    claim: int = 0


# What asks for the doer rather than the speaker, where nothing was said.
_OF_DEED = re.compile(r"^who (?:is|was|are) (?:behind|responsible)", re.I)
# A longer question brings its own context.
_MOST_CHARACTERS = 300
_WHAT_ABOUT = re.compile(
    r"^(?:what|how) about (?:the case of )?|^(?:the )?same (?:for|in|with) ", re.I
)


def standalone(question: str, turns: Sequence[Turn], texts: Sequence[str] = ()) -> Standalone:
    """Complete a follow-up from the turns before it, oldest first.

    A question of its own (its own names, no pronoun, nothing left out) stays as typed. `texts`
    are passages found for the conversation: they show how its names are written.
    """
    typed = " ".join(question.split())
    if not turns or not without_frills(typed) or len(typed) > _MOST_CHARACTERS:
        return Standalone(typed, False, "new")
    if about := about_claim(typed, turns):
        return about
    compounds = compounds_in_texts(texts)
    known = names_in_sources(turns, texts) | compounds
    core, past = _read(typed, turns, known)
    asked_last = past[0]
    if asked_last.turn.answer.status == "no_answer" and (wants := wanted(core, asked_last)):
        if wants == "date":
            core = "when"
        elif asked_last.frame.has_clause() and not _OF_DEED.match(core):
            return Standalone(
                _sentence(unanswered(wants, asked_last), compounds), True, "rewritten"
            )
    is_announced = NEW_SUBJECT.match(typed) and parse(core).has_clause()
    if is_announced or opens_subject(core, past, texts):
        return Standalone(typed, False, "new")
    rewritten = _rewrite(core, past)
    if _is_garbled(rewritten):
        rewritten = _in_doubt(core, past)
    if not rewritten and noun_in_place(tidy(typed)) != tidy(typed):
        rewritten = core
    if not rewritten:
        return Standalone(typed, False, "new")
    written = _sentence(restore_capitals(rewritten, known), compounds)
    return Standalone(written, True, "rewritten")


def about_claim(question: str, turns: Sequence[Turn]) -> Standalone | None:
    """The question that "who said so?" stands for, where the last turn's claim answers it.

    Needs no passages: the names are those of the turns.
    """
    is_answered = bool(turns and turns[-1].answer.claims)
    core_typed = without_frills(question) if is_answered else ""
    if not core_typed or len(question) > _MOST_CHARACTERS:
        return None
    known = names_in_sources(turns)
    core, past = _read(question, turns, known)
    claims = turns[-1].answer.claims
    wants, at = wanted(core, past[0]), 0
    if not wants:
        named = claim_named(core, claims)
        if named is None:
            return None
        wants, at = "speaker", named
    base = replace(asked(turns[-1], known), value=spoken_value(turns[-1].answer, at))
    worded = word_question(wants, [base, *past], claims[at])
    question = _sentence(restore_capitals(worded, known), {})
    return Standalone(question, True, "previous_claim", wants, at)


def _read(typed: str, turns: Sequence[Turn], known: Mapping[str, str]) -> tuple[str, list[Asked]]:
    """The question's core, names with their capitals, and the turns it can be about."""
    names = dict(known)
    core = restore_capitals(without_capital(without_frills(typed), names), names)
    past = of_one_subject([asked(turn, names) for turn in reversed(turns)], core)
    return core, _usable(list(past))


def _usable(past: list[Asked]) -> list[Asked]:
    """Without questions about a claim, as long as others are left: they ask of the world."""
    about_world: list[Asked] = []
    speaker = ""
    for a in past:
        if not _is_about_claim(without_frills(a.turn.question), past):
            about_world.append(replace(a, speaker=speaker))
            speaker = ""
        elif a.kind == "who_said" and a.frame.asks == "who":
            speaker = speaker or a.value
    understood = [a for a in about_world if a.value or not _WHAT_ABOUT.match(a.text)]
    return understood or about_world or past


def _is_about_claim(text: str, past: list[Asked]) -> bool:
    return bool(wanted(text, past[-1]) or asks_of_fact(text))


_GARBLED = re.compile(
    r"\b(\w{4,} \w{4,})\b.*\b\1\b|\bregarding\b.*\bregarding\b|\b(\w{3,}) \2\b|"
    r"\b(?:for|regarding|among) (?:in|at|for|on)\b|\bthe (?:is|was|are|were|did)\b|"
    r"\bwho (?:is|are) (?:out|first|last) ",
    re.I,
)


def _is_garbled(text: str) -> bool:
    """Whether a rewritten question has what none has: words twice, prepositions in a row."""
    return bool(_GARBLED.search(text))


def _in_doubt(core: str, past: Sequence[Asked]) -> str:
    """The words as typed, tied to the newest question that was typed whole.

    What was completed before may be what garbled this one; what somebody typed never is.
    """
    simple = tied(core, about_world(past))
    if not _is_garbled(simple):
        return simple
    whole = [a for a in past if a.turn.question == a.turn.answer.standalone_question]
    tie = matter(core, whole)
    return f"{core}, {tie}" if tie else simple


_BACK_TO = re.compile(
    r"^(?:(?:go(?:ing)? |let's go )?back to|returning to|on|as for|regarding|re) "
    r"(?P<topic>[^,:]{2,40})[,:] (?P<question>.+)$",
    re.I,
)


def _of_topic(topic: str, question: str, past: Sequence[Asked]) -> str:
    """Turn "back to 2023, how many died" into that question of that time or thing."""
    if is_date(topic):
        return with_date(parse(_rewrite(question, past) or question), topic).text()
    in_place = noun_in_place(f"{topic}, {question}")
    return in_place if "," not in in_place else joined(question, link(topic), topic)


def _sentence(text: str, compounds: Mapping[str, str]) -> str:
    """Words as a question: capital first, one question mark, no capital on a common noun."""
    text = worded_tie(text)
    for written in compounds.values():
        text = text.replace(written, written.replace("_", " "))
    text = re.sub(r"^(how many) of (?:them|those|these)\b", r"\1 people", text, flags=re.I)
    text = re.sub(r"\s+([,;])", r"\1", " ".join(text.split())).rstrip(" ?.,")
    return f"{text[:1].upper()}{text[1:]}?"


def _rewrite(core: str, past: Sequence[Asked]) -> str:
    """The completed question; "" when the text needs no completion."""
    is_about = bool(_WHAT_ABOUT.match(core))
    if is_about and re.match(r"^what about .*[,;] ?(?:how|when|who|what|where|why|did|is)\b", core):
        return ""
    text = _WHAT_ABOUT.sub("", core)
    back = _BACK_TO.match(text)
    if back:
        return _of_topic(back["topic"], back["question"], past)
    sourced = ask_source(text, past)
    if sourced:
        return resolve(sourced, past).text
    if repeated := asked_again(text, past) or ranked(text, past[0]):
        return repeated
    typed, text = text, done_so(text, past)
    asked_so = as_question(text)
    text = _of_amount(asked_so, past[0]) if asked_so else text
    demonstrated = about_fact(text, past)
    if demonstrated:
        return demonstrated
    pointed = resolve(text, past)
    owns = re.search(r"\b(?:their|its|his|her) [a-z]+", text)
    if key(text.split()[0]) in PREPOSITIONS and owns and not parse(text).wh:
        pointed = replace(pointed, text=text, needs_topic=False)
    fragment = complete(pointed.text, past)
    if fragment:
        again = resolve(fragment, past)
        has_names = bool(find_names("x " + without(parse(again.text), ["source"]).text()))
        needs_topic = pointed.needs_topic or again.needs_topic
        return again.text if has_names and not needs_topic else tied(again.text, past)
    completed = complete_sentence(text, past)
    return completed or (tied(text, past) if asked_so else "") or (text if text != typed else "")


def _of_amount(text: str, base: Asked) -> str:
    """Turn "does Corvane pay" into "what does Corvane pay" where an amount was asked before."""
    frame = parse(text)
    is_open = base_of(frame.last_verb or "x") in PAYING and not frame.object and not frame.tails
    return f"what {text}" if is_open and (is_figure(base) or asks_object(base.frame)) else text
