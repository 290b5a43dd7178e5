"""What "it" stands for: the newest single thing, event or body. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.followups import verbs
from qa.followups.clauses import asks_object, has_wh_subject, population, tails_text
from qa.followups.frame import Frame, parse
from qa.followups.naming import is_full_name, is_person
from qa.followups.nominals import nominal_of
from qa.followups.nouns import head_noun, is_plural
from qa.followups.people import is_measured
from qa.followups.pointing import Antecedent, Pronoun
from qa.followups.topic import (
    Asked,
    has_person_noun,
    named_places,
    noun_phrases,
    place_names,
    things,
)
from qa.followups.vocabulary import (
    ANYONE,
    BE,
    EVENTS,
    FIGURE_NOUNS,
    HE,
    PREPOSITIONS,
    SHE,
    SPEAKER_NOUNS,
    THEY,
)
from qa.followups.words import is_capital, key
from qa.names import find_names, word_set
from qa.questions import COUNTING
from qa.wording.definite import with_article

# What is said of a figure, not of what is counted.
OF_FIGURES = word_set(
    """higher lower bigger larger smaller based exact accurate wrong disputed estimated counted
    calculated rise rose risen fall fell fallen grow grew grown shrink shrank shrunk change changed
    increase increased decrease decreased drop dropped double doubled include includes compare"""
)
_BEGINNINGS = word_set(
    "start started begin began end ended happen happened stop stopped last lasted"
)


def find_thing(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest single thing: a name that answered, an event, a singular noun phrase."""
    if pronoun.following in ("true", "certain", "possible", "raining", "likely"):
        return None
    finders = (_counted_before(pronoun, past), _office(pronoun, past), _source(past[0]))
    if special := next(filter(None, (*finders, _brought_in(pronoun, past[0]))), ""):
        return Antecedent(special)
    for earlier in past:
        decided = nominal_of(earlier.frame) if _is_judged(pronoun) else ""
        if decided:
            return Antecedent(decided)
        answered = _thing_in_answer(earlier)
        if answered:
            return Antecedent(answered, True)
        found = _caused(pronoun, earlier) or _thing_in_question(pronoun, earlier)
        if found:
            return Antecedent(found)
        if earlier is past[-1] and earlier.kind in COUNTING and named_places(earlier.frame):
            return None
    names = [name for earlier in past for name in find_names("x " + earlier.text)]
    rest = names + [phrase for earlier in past for phrase in things(earlier.frame)]
    # A firm can be named as people are: "Ardent Media" when nothing else can be "it".
    return next((Antecedent(p) for p in sorted(rest, key=is_person_phrase)), None)


def _counted_before(pronoun: Pronoun, past: Sequence[Asked]) -> str:
    """The figure, where something is said of it that only a figure does: "has it risen"."""
    words = set(map(key, pronoun.words))
    if words & {"enough", "expensive", "cheap"} or "too much" in " ".join(pronoun.words):
        return past[0].value if is_measured(past[0].value) else ""
    is_said = pronoun.is_subject or pronoun.previous in BE
    if not is_said or not set(map(key, pronoun.words)) & OF_FIGURES:
        return ""
    return next(filter(None, map(_figure, past)), "")


def _office(pronoun: Pronoun, past: Sequence[Asked]) -> str:
    """For "who was it before him": the office that somebody holds."""
    if pronoun.frame.asks != "who" or pronoun.previous not in BE:
        return ""
    offices = (a.frame.subject for a in past if a.frame.asks == "who" and a.frame.subject)
    return re.sub(r"^the new ", "the ", next(offices, ""))


def _source(last: Asked) -> str:
    """The one body that the last question was asked of."""
    sources = [t.text for t in last.frame.tails if t.kind == "source"]
    source = sources[0].removeprefix("according to ") if sources else ""
    return "" if is_plural(source) or is_person_phrase(source) else source


def _brought_in(pronoun: Pronoun, last: Asked) -> str:
    """The thing that a fragment added to the question before it: "after the second machine?"."""
    typed = last.turn.question
    is_whole = typed == last.turn.answer.standalone_question or parse(typed).has_clause()
    if is_whole or pronoun.acts:
        return ""
    added = (p for p in noun_phrases(last.frame) if p.startswith("the ") and p in typed)
    single = (p for p in added if not is_plural(p) and not is_person_phrase(p) and p.islower())
    return next((p for p in single if head_noun(p) not in FIGURE_NOUNS), "")


# What is done with offers, rulings and strikes, not with those who make them.
_JUDGING = word_set(
    """accept reject approve appeal overturn support oppose back criticise veto block vote end lift
    challenge uphold enforce sign ratify implement refuse turn binding legal illegal final fair
    enough valid unanimous lawful justified"""
)


def _is_judged(pronoun: Pronoun) -> bool:
    words = (key(word) for word in pronoun.words)
    return any(word in _JUDGING or verbs.base_of(word) in _JUDGING for word in words)


def _figure(earlier: Asked) -> str:
    """The figure a question asked for: "the number of people who fled Daraa"."""
    frame = earlier.frame
    tails = tails_text([t for t in frame.tails if t.kind in ("date", "source")])
    if earlier.kind == "how_many" and (counted := population(frame)):
        return f"the number of {counted.removeprefix('the ')} {tails}".rstrip()
    if earlier.kind == "how_much" and not frame.has_clause():
        return f"the {frame.object.removeprefix('the ')} {tails_text(frame.tails)}".rstrip()
    return ""


def _thing_in_question(pronoun: Pronoun, earlier: Asked) -> str:
    frame = earlier.frame
    singles = [
        phrase
        for phrase in noun_phrases(frame)
        if not is_plural(phrase) and not is_person_phrase(phrase) and _can_be_it(phrase)
    ]
    happened = _event_of_verb(frame)
    if happened and not any(phrase.lower() not in place_names(earlier) for phrase in singles):
        return happened
    chosen = _which_thing(pronoun, singles, frame)
    if chosen.removeprefix("the ").lower() in place_names(earlier) and not _may_be_place(pronoun):
        return ""
    return whole(chosen, frame) if chosen else ""


def _event_of_verb(frame: Frame) -> str:
    """The event a verb names: "the march in Calder City" from "how many marched ..."."""
    noun = verbs.base_of(frame.last_verb) if frame.verb else ""
    if noun not in EVENTS or frame.object:
        return ""
    return f"the {noun} {tails_text([t for t in frame.tails if t.kind == 'place'])}".rstrip()


def _may_be_place(pronoun: Pronoun) -> bool:
    """Whether "it" can be a town: it "is" something; it neither starts nor is brokered."""
    aux, words = key(pronoun.frame.aux), set(map(key, pronoun.words))
    return pronoun.is_subject and aux in ("is", "are", "has", "have") and not words & _BEGINNINGS


def _which_thing(pronoun: Pronoun, singles: Sequence[str], before: Frame) -> str:
    """Subject for subject, object for object; a body is "it" only where "it" acts."""
    if not singles:
        return ""
    is_object = asks_object(before) and key(before.wh.split()[0]) not in PREPOSITIONS
    if is_object and before.noun and f"the {before.noun}" in singles:
        is_body = _is_name(before.subject) and not is_person_phrase(before.subject)
        return before.subject if pronoun.acts or is_body else f"the {before.noun}"
    partners = [tail.text.partition(" ")[2] for tail in before.tails if tail.kind == "other"]
    objects = [phrase for phrase in (before.object, *partners) if phrase in singles]
    owned = next((phrase for phrase in singles if phrase.startswith(f"{before.subject}'s ")), "")
    if owned and not pronoun.acts:
        return owned
    if before.subject not in singles or not before.verb:
        is_beside = before.noun and not is_object and singles[0] == f"the {before.noun}"
        return singles[1] if is_beside and len(singles) > 1 else singles[0]
    is_body = head_noun(before.subject) in SPEAKER_NOUNS
    if objects and not pronoun.acts and (is_body or not pronoun.is_subject):
        return objects[0]
    return before.subject


def _is_name(phrase: str) -> bool:
    return any(map(is_capital, phrase.split()))


def _caused(pronoun: Pronoun, earlier: Asked) -> str:
    """For "what caused it" after "when did the ferry sink": "the ferry to sink"."""
    frame = earlier.frame
    if pronoun.previous not in ("caused", "cause", "led", "made") or pronoun.following:
        return ""
    if not frame.subject or key(frame.aux) != "did" or head_noun(frame.subject) in EVENTS:
        return ""
    return f"{frame.subject} to {frame.verb} {frame.object}".strip()


def whole(phrase: str, frame: Frame) -> str:
    """The noun phrase with the named place that follows it: "the fire at the refinery"."""
    for i, tail in enumerate(frame.tails):
        after = [t.text for t in frame.tails[i + 1 :] if t.kind in ("place", "other")]
        if tail.text.endswith(f" {phrase}") and phrase.startswith("the ") and after:
            named = bool(find_names("x " + " ".join(after)))
            return f"{phrase} {' '.join(after)}" if named else phrase
    follows = phrase == frame.object or (phrase == frame.subject and not frame.verb)
    tails = [tail for tail in frame.tails if tail.kind in ("place", "other")]
    tails = [tail for tail in tails if not tail.text.startswith(("regarding ", "about "))]
    of_it = [t for t in tails if t.text.startswith(("against ", "about ", "between "))]
    if follows and of_it and phrase[:1].islower():
        return f"{re.sub(r'^(?:an?|any|some) ', 'the ', phrase)} {tails_text(of_it)}"
    if not follows or not phrase[0].islower() or not find_names("x " + tails_text(tails)):
        return phrase
    return f"{re.sub(r'^(?:an?|any|some) ', 'the ', phrase)} {tails_text(tails)}"


def _can_be_it(phrase: str) -> bool:
    owner = phrase.partition("'s ")[0]
    is_owned = owner != phrase and is_full_name(owner)
    return not is_owned and not phrase[0].isdigit() and key(phrase.split()[0]) not in _NO_THING


_NO_THING = HE | SHE | THEY | ANYONE | {"home", "that", "this"}


# "Ostera Bank", "the Nasib crossing".
_NAMED_THING = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w'&.-]*)(?: [A-Z][\w'&.-]*)*(?: [a-z]+)?")


# "80 kilos of cocaine": a figure, a measure and what is measured.
_MEASURED_THING = re.compile(r"(?:[a-z]+ )*\d[\d.,]* (?:\w+ )?\w+ (?:of|in) ([a-z]+(?: [a-z]+)?)")
_ONE_THING = re.compile(r"(?:an?|the) [A-Za-z]+(?: [a-z]+){0,3}")
_BARE_THING = re.compile(r"[a-z]{4,}")


def _thing_in_answer(earlier: Asked) -> str:
    """A name that answered "who", "which", "what", or "was there a bidder"."""
    value, frame = earlier.value, earlier.frame
    if asks_object(frame) and _ONE_THING.fullmatch(value) and not is_person_phrase(value):
        return "" if is_plural(value) else re.sub(r"^(?:an?) ", "the ", value)
    is_cause = frame.asks == "what" and has_wh_subject(frame) and not frame.noun
    if is_cause and _BARE_THING.fullmatch(value) and not is_plural(value):
        return value
    measured = _MEASURED_THING.fullmatch(value)
    if measured and asks_object(frame):
        return f"the {measured[1]}"
    is_name = bool(_NAMED_THING.fullmatch(value))
    if not is_name or is_person_phrase(value):
        return ""
    if earlier.kind in ("why", "how", "where"):
        return value if value.startswith(("the ", "The ")) else ""
    if earlier.kind in ("who", "which", "what", "who_said"):
        is_event = head_noun(frame.object) in EVENTS or head_noun(frame.subject) in EVENTS
        return "" if is_event or (frame.subject and earlier.kind == "what") else with_article(value)
    return value if earlier.kind == "yes_no" and frame.subject == "there" else ""


def named_answer(earlier: Asked) -> str:
    """The thing or place that an answer names; "" for persons and for whole clauses."""
    value = earlier.value
    is_person = earlier.kind != "where" and is_person_phrase(value)
    return "" if is_person or not _NAMED_THING.fullmatch(value) else value


def is_person_phrase(phrase: str) -> bool:
    """Whether a noun phrase is a person: a name of two words or more, "the nurse"."""
    return has_person_noun(phrase) or (" " in phrase and is_person(phrase))
