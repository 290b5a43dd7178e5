"""A follow-up, completed from the conversation without a language model.

    question about the answer given before   previous
    the same asked of another source         sources
    a fragment                               fragments
    pronouns                                 pronouns
    no name at all: tied to the topic        topic

Pure. What it cannot complete it leaves as typed, with the topic added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qa.followups.anchors import anchor, event, expand_definites
from qa.followups.antecedents import is_people
from qa.followups.clauses import (
    head_noun,
    invert,
    is_plural,
    joined,
    population,
    quoted_statement,
    statement,
)
from qa.followups.fragments import complete
from qa.followups.frame import Frame, Tail, key, parse
from qa.followups.previous import Wants, wanted, word_question
from qa.followups.pronouns import resolve
from qa.followups.slots import place_slot
from qa.followups.sources import ask_source
from qa.followups.topic import (
    Asked,
    asked,
    is_person,
    named_places,
    names_in_sources,
    noun_phrases,
    restore_capitals,
    things,
    tidy,
    without_capital,
)
from qa.followups.verbs import base_of
from qa.followups.vocabulary import AUXILIARIES, BE, MOVES, PERSONAL, PREPOSITIONS, RELATIONAL
from qa.names import find_names, word_set
from qa.questions import plain_words
from qa.types import Turn

About = Literal["new", "previous_claim", "rewritten"]


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that can be understood without the turns before it.

    `wants` is set only for `about == "previous_claim"`: the claim given before holds the
    answer, and `question` is what it answers.
    """

    question: str
    is_followup: bool
    about: About
    wants: Wants | None = None


_LEAD = re.compile(
    r"^(?:(?:ok(?:ay)?|and|but|so|well|also|or|hmm+|yes|yeah|no|right|wow|oh|ah|sorry|please|then|"
    r"sure|fine|great|now)\b[\s,.:!-]*)+(?=\S)",
    re.I,
)
_NEW_SUBJECT = re.compile(
    r"^(?:thanks|thank you|thx|cheers|great|perfect|(?:a )?(?:new|another|different|other) "
    r"(?:question|topic|subject)|change of subject|something else|moving on|next question|unrelated)"
    r"\b[\s,.:;!-]+(?=\S)",
    re.I,
)
_WHAT_ABOUT = re.compile(
    r"^(?:what|how) about (?:the case of )?|^(?:the )?same (?:for|in|with) ", re.I
)
_END = re.compile(
    r"(?:,? (?:though|too|as well|exactly|please)|, ?(?:right|no|huh|eh|correct|then)|"
    r", ?(?:is|was|are|were|do|does|did|has|have|had|will|would|can)(?:n't)? (?:it|he|she|they|there|you))$",
    re.I,
)
_WHO_AGAIN = re.compile(r"^(who|what) (is|was|are|were) (\S+(?: \S+){0,3}) again$", re.I)


_SURE = "(?:really )?(?:true|certain|sure|right|correct|confirmed|official|clear|likely|known)"


def standalone(question: str, turns: Sequence[Turn]) -> Standalone:
    """Complete a follow-up from the turns before it, oldest first.

    A question of its own (its own names, no pronoun, nothing left out) stays as typed.
    """
    typed = " ".join(question.split())
    if not turns:
        return Standalone(typed, False, "new")
    known = names_in_sources(turns)
    past = _usable([asked(turn) for turn in reversed(turns)])
    core = restore_capitals(without_capital(_core(typed), known), known)
    wants = wanted(core, past[0]) if core else None
    claims = turns[-1].answer.claims
    if wants and claims:
        worded = word_question(wants, [asked(turns[-1]), *past], claims[0])
        return Standalone(_sentence(worded), True, "previous_claim", wants)
    if _NEW_SUBJECT.match(typed) and parse(core).has_clause():
        return Standalone(typed, False, "new")
    rewritten = _rewrite(core, past)
    if not rewritten:
        return Standalone(typed, False, "new")
    return Standalone(_sentence(rewritten), True, "rewritten")


def _usable(past: list[Asked]) -> list[Asked]:
    """Without questions about a claim, as long as others are left: they ask of the world."""
    about_world = [a for a in past if wanted(_core(a.turn.question), past[-1]) is None]
    return about_world or past


def _core(question: str) -> str:
    """The question without greetings, tags and its end mark, question words spelt right."""
    text = _NEW_SUBJECT.sub("", tidy(question), count=1)
    text = _LEAD.sub("", text, count=1)
    text = _WHO_AGAIN.sub(r"\1 \2 \3", text)
    while (shorter := _END.sub("", text)) != text and shorter:
        text = shorter
    text = tidy(plain_words(text)) or text
    text = re.sub(r"^(?:how come|how so|what for|for what reason)\b", "why", text, flags=re.I)
    text = re.sub(r"^how many of (them|those|these) (\w+)$", r"how many of \1 were \2", text)
    return text


def _sentence(text: str) -> str:
    """Words as a question: capital first, one question mark."""
    text = re.sub(r"\s+([,;])", r"\1", " ".join(text.split())).rstrip(" ?.,")
    return f"{text[:1].upper()}{text[1:]}?"


def _rewrite(core: str, past: Sequence[Asked]) -> str:
    """The completed question; "" when the text needs no completion."""
    is_about = bool(_WHAT_ABOUT.match(core))
    if is_about and re.match(r"^what about .*[,;] ?(?:how|when|who|what|where|why|did|is)\b", core):
        return ""
    text = _WHAT_ABOUT.sub("", core)
    sourced = ask_source(text, past)
    if sourced:
        return resolve(sourced, past).text
    demonstrated = _about_that(text, past)
    if demonstrated:
        return demonstrated
    pointed = resolve(text, past)
    owns = re.search(r"\b(?:their|its|his|her) [a-z]+", text)
    if key(text.split()[0]) in PREPOSITIONS and owns and not parse(text).wh:
        pointed = replace(pointed, text=text, needs_topic=False)
    fragment = complete(pointed.text, past)
    if fragment:
        again = resolve(fragment, past)
        has_names = bool(find_names("x " + again.text))
        needs_topic = pointed.needs_topic or again.needs_topic
        return again.text if has_names and not needs_topic else _tied(again.text, past)
    return _complete_sentence(text, past)


def _about_that(text: str, past: Sequence[Asked]) -> str:
    """ "why is that", "how did that happen" ask why and how the last fact is."""
    match = re.match(
        r"^(?P<wh>why|how|where|since when|how come) (?:is|was|are|did|does|were) (?:that|this|it)"
        r"(?: (?:happen|so|the case|be))?$",
        text,
        re.I,
    )
    if match and past[0].kind in ("why", "how", "what_happened") and past[0].value:
        stated = statement(past[0].frame, past[0].value)
        place = "" if find_names("x " + stated) else anchor(past)
        return joined(match["wh"], "was it that", stated, place)
    if match:
        return complete(match["wh"], past)
    sure = re.match(rf"^(?:is|was) (?:that|this|it) (?P<adjective>{_SURE})$", text, re.I)
    if sure and past[0].value:
        stated = quoted_statement(past[0].frame, past[0].value)
        return joined("is it", sure["adjective"], "that", stated)
    compared = re.match(
        r"^(?:is |was )?(?:that|this)(?: is| was)? (?P<rest>(?:before|after|more|less|fewer|higher|lower|"
        r"later|earlier|during|since|only|still|because)\b.*)$",
        text,
        re.I,
    )
    if compared:
        return joined(invert(past[0].frame, "", past[0].value), compared["rest"])
    return ""


def _complete_sentence(text: str, past: Sequence[Asked]) -> str:
    """A sentence: its pronouns, a noun it leaves out, a place it moves from; else the topic."""
    expanded = expand_definites(text, past)
    if expanded != text and not find_names("x " + text):
        text = expanded
        return resolve(text, past).text
    resolved = resolve(text, past)
    frame = parse(resolved.text)
    filled = _fill(frame, past)
    has_changed = resolved.has_changed or filled != frame
    has_own_names = bool(find_names("x " + text))
    if has_own_names and not has_changed:
        return ""
    if find_names("x " + filled.text()) and not resolved.needs_topic:
        happened = event(past[0].frame) if resolved.has_changed else ""
        is_answer = is_person(past[0].value) and past[0].value in filled.text()
        took_part = key(filled.aux) == "did" and not any(t.kind == "place" for t in filled.tails)
        if is_answer and happened and took_part:
            return joined(filled.text(), happened)
        return filled.text()
    return _tied(filled.text(), past)


def _fill(frame: Frame, past: Sequence[Asked]) -> Frame:
    """Add what "how many left" leaves out: what is counted, and the place they left."""
    if frame.wh.lower().endswith("how many") and not frame.noun and frame.has_clause():
        people = population(past[0].frame)
        if people and key(frame.aux) in BE and frame.object and not frame.verb:
            return replace(frame, noun=f"of {people}")
        frame = replace(frame, noun=_counted_before(past, frame))
        if _is_done_by_people(frame) and not is_people(frame.noun):
            frame = replace(frame, noun="people")
    moves = frame.last_verb in MOVES
    if moves and not frame.object and not any(tail.kind == "place" for tail in frame.tails):
        place = _place_left(past)
        frame = replace(frame, object=place)
    return frame


def _is_done_by_people(frame: Frame) -> bool:
    verb = {base_of(key(word)) for word in frame.verb.split()}
    return bool(verb & _HUMAN_VERBS)


_HUMAN_VERBS = word_set(
    """work move die take protest survive join attend march vote live resign flee stay return sleep
    register volunteer apply sign drown perish"""
)


def _counted_before(past: Sequence[Asked], frame: Frame) -> str:
    for earlier in past:
        before = earlier.frame
        if (
            before.wh.lower().endswith("how many")
            and before.noun
            and not before.noun.startswith("of ")
        ):
            return before.noun
        if before.wh.lower().endswith("how many"):
            return "people" if key(frame.aux) not in AUXILIARIES else ""
    for earlier in past:
        for phrase in noun_phrases(earlier.frame):
            if is_plural(phrase) and key(phrase) not in PERSONAL and head_noun(phrase):
                return f"of {phrase}"
    return ""


def _place_left(past: Sequence[Asked]) -> str:
    for earlier in past:
        slot = place_slot(earlier.frame) or named_places(earlier.frame)
        if slot:
            return re.sub(r"^(?:in|at|from|to|into|near) ", "", slot)
    return re.sub(r"^(?:in|regarding) ", "", anchor(past))


def _tied(text: str, past: Sequence[Asked]) -> str:
    """The question with the conversation's topic: "of X" after "the director", else at its end."""
    frame = parse(text)
    phrase = anchor(past, text)
    if not phrase or phrase.lower() in text.lower():
        return text
    repeated = re.match(r"^in (the \w+)(?= |$)", phrase)
    if repeated and re.search(rf"\b{repeated[1]}\b", text):
        phrase = phrase[repeated.end() :].strip()
    if is_person(phrase.removeprefix("regarding ")) and frame.tails:
        return text
    relational = frame.subject or frame.object
    if relational and not frame.verb and head_noun(relational) in RELATIONAL:
        named = next((list(things(a.frame)) for a in past if list(things(a.frame))), [""])
        thing = min(named, key=len)
        thing = re.sub(r"(?:'s|(?<=s)') .*", "", thing)
        if thing and head_noun(relational) == key(relational.split()[-1]):
            return joined(text, "of", thing)
    dates = [t for t in frame.tails if t.kind in ("date", "source", "manner")]
    if dates and frame.tails[-len(dates) :] == tuple(dates):
        kept = frame.tails[: -len(dates)]
        return replace(frame, tails=(*kept, Tail(phrase, "place"), *dates)).text()
    return joined(text, phrase)
