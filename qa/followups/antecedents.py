"""What a pronoun of a follow-up stands for: a person, a group, a thing, a place, a time.

Earlier questions are searched newest first; their answers count where they name the kind
of thing that is looked for. Pure. Knows no gender: "he" and "she" take the newest person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.followups import verbs
from qa.followups.clauses import (
    asks_object,
    head_noun,
    is_plural,
    population,
    singular,
    statement,
    tails_text,
)
from qa.followups.frame import Frame, is_capital, key, parse
from qa.followups.topic import (
    Asked,
    has_person_noun,
    is_person,
    named_places,
    noun_phrases,
    things,
)
from qa.followups.vocabulary import (
    ADVERBS,
    ANYONE,
    AUXILIARIES,
    BE,
    EVENTS,
    HE,
    IT,
    PERSON_NOUNS,
    PREPOSITIONS,
    SAYING,
    SHE,
    SPEAKER_NOUNS,
    THEY,
)
from qa.names import find_names, word_set
from qa.wording.definite import with_article


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun stands for. From an answer it leaves that answer's question unnamed."""

    phrase: str
    is_from_answer: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun in its question: word `i` of `words`, and the question taken apart."""

    words: tuple[str, ...]
    i: int
    frame: Frame

    @property
    def word(self) -> str:
        return key(self.words[self.i])

    @property
    def previous(self) -> str:
        return key(self.words[self.i - 1]) if self.i else ""

    @property
    def following(self) -> str:
        return key(self.words[self.i + 1]) if self.i + 1 < len(self.words) else ""

    @property
    def is_subject(self) -> bool:
        return key(self.frame.subject) == self.word

    @property
    def acts(self) -> bool:
        """Whether it is the subject of a verb that only people and bodies do."""
        verb = {verbs.base_of(key(word)) for word in self.frame.verb.split()}
        return self.is_subject and bool(verb & _DONE_BY_PEOPLE)

    def rest(self) -> str:
        """The question without the pronoun."""
        return " ".join((*self.words[: self.i], *self.words[self.i + 1 :]))


def find(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The antecedent of a pronoun; None for other words and where nothing fits."""
    for pronouns, finder in _FINDERS:
        if pronoun.word in pronouns:
            found = finder(pronoun, past)
            repeats = found is not None and found.phrase in pronoun.rest()
            return None if repeats else found
    return None


_DONE_BY_PEOPLE = {verbs.base_of(word) for word in SAYING} | word_set(
    """offer want plan pay buy sell refuse agree decide win lose ask demand promise try need own
    hope make build count know use do get send work live sleep wear eat drink expect choose vote"""
)
_BEGINNINGS = word_set(
    "start started begin began end ended happen happened stop stopped last lasted"
)


def _person(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest person: an answer, a source, a name of a question, a speaker, "the nurse"."""
    for earlier in past:
        found = _person_of(earlier)
        if found:
            return found
    return None


def _person_of(earlier: Asked) -> Antecedent | None:
    if earlier.kind in ("who", "who_said", "which", "list") and is_person(earlier.value):
        return Antecedent(earlier.value, True)
    for tail in earlier.frame.tails:
        source = tail.text.removeprefix("according to ")
        if tail.kind == "source" and (is_person(source) or has_person_noun(source)):
            return Antecedent(source)
    for name in find_names("x " + earlier.text):
        if is_person(name) and (" " in name or _speaks(name, earlier.frame)):
            return Antecedent(name)
    if is_person(earlier.value) and " " in earlier.value:
        return Antecedent(earlier.value, True)
    for phrase in noun_phrases(earlier.frame):
        if has_person_noun(phrase):
            return Antecedent(phrase)
    for claim in earlier.turn.answer.claims[:1]:
        if claim.said_by and " " in claim.said_by and is_person(claim.said_by):
            return Antecedent(claim.said_by, True)
    return None


def _speaks(name: str, frame: Frame) -> bool:
    """Whether a single name is a person's, because it says or wants something, or is asked for."""
    if frame.wh.lower() == "who" and frame.subject == name:
        return True
    verb = {verbs.base_of(key(word)) for word in frame.verb.split()}
    is_source = any(t.kind == "source" and name in t.text for t in frame.tails)
    return is_source or (frame.subject.startswith(name) and bool(verb & _DONE_BY_PEOPLE))


def _group(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest group: those who were counted, a body or plural that answered, a plural."""
    if pronoun.word == "theirs":
        sources = [t.text for e in past for t in e.frame.tails if t.kind == "source"]
        return Antecedent(sources[0].removeprefix("according to ")) if sources else None
    wants_people = pronoun.following in _OF_PEOPLE or pronoun.acts
    counted_here = f"the {pronoun.frame.noun}"
    for earlier in past:
        found = _group_of(earlier, wants_people)
        if found and found.phrase != counted_here:
            return found
    return None


def _group_of(earlier: Asked, wants_people: bool) -> Antecedent | None:
    if earlier.kind == "how_many" and not earlier.frame.noun:
        counted = _COUNTED.match(earlier.value)
        people = population(replace(earlier.frame, noun=counted[1] if counted else ""))
        if people:
            return Antecedent(people)
    if earlier.kind in ("who", "which", "list", "yes_no", "what", "who_said"):
        answered = _group_in_answer(earlier.value)
        if answered:
            return Antecedent(answered, True)
    for phrase in noun_phrases(earlier.frame):
        if is_plural(phrase) and not is_person(phrase) and (not wants_people or is_people(phrase)):
            return Antecedent(phrase)
    group = earlier.frame.subject
    if group.startswith("the ") and singular(head_noun(group)) in SPEAKER_NOUNS:
        return Antecedent(group)
    for name in find_names("x " + earlier.text):
        if _is_body(name) and name.lower() not in _place_names(earlier):
            return Antecedent(_named(earlier.text, name))
    return None


_OF_PEOPLE = word_set("name names age ages families homes injuries identity identities lives")
_PEOPLE = SPEAKER_NOUNS | word_set(
    """person people man woman child victim survivor refugee migrant civilian displaced wounded
    passenger patient staff crew kid guest protester marcher striker volunteer"""
)


def is_people(phrase: str) -> bool:
    """Whether a plural noun phrase means people."""
    head = head_noun(phrase)
    return " who " in phrase or head in _PEOPLE or singular(head) in _PEOPLE | PERSON_NOUNS


def _is_body(name: str) -> bool:
    return not is_person(name) and (name.isupper() or len(name.split()) > 1)


def _named(text: str, name: str) -> str:
    """The name with the "the" that stands before it in the text."""
    return f"the {name}" if re.search(rf"\bthe {re.escape(name)}", text, re.I) else name


_COUNTED = re.compile(
    r"^(?:the |about |some |only |at least |more than )*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many|both) (?:\w+ )?"
    r"(\w+s|people|men|women|children)\b"
)
_DEFINITE_PLURAL = re.compile(r"\bthe (?:\w+ )?(\w{3,}s|people|men|women|children)\b")


def _group_in_answer(value: str) -> str:
    """ "two people were arrested" gives "the two people who were arrested"."""
    names = find_names("x " + value)
    if names and " ".join(names) == value.removeprefix("the ") and _is_body(names[0]):
        return with_article(value)
    counted = _COUNTED.match(value)
    if counted:
        rest = value[counted.end() :].split()
        noun = re.sub(r"^(?:the |about |some |only )*", "the ", counted.group())
        is_clause = bool(rest) and key(rest[0]) in ("were", "are", "had", "have", "was")
        return f"{noun} who {' '.join(rest)}" if is_clause else noun
    definite = _DEFINITE_PLURAL.search(value)
    if definite and len(value.split()) <= 8 and not definite.group().endswith("ss"):
        return definite.group()
    return ""


def _thing(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest single thing: a name that answered, an event, a singular noun phrase."""
    if pronoun.following in ("true", "certain", "possible", "raining", "likely"):
        return None
    for earlier in past:
        answered = _thing_in_answer(earlier)
        if answered:
            return Antecedent(answered, True)
        found = _caused(pronoun, earlier) or _thing_in_question(pronoun, earlier)
        if found:
            return Antecedent(found)
        if earlier.kind in ("how_many", "how_much") and named_places(earlier.frame):
            return None
    names = [name for earlier in past for name in find_names("x " + earlier.text)]
    rest = names + [phrase for earlier in past for phrase in things(earlier.frame)]
    return next((Antecedent(p) for p in rest if not is_person_phrase(p)), None)


def _thing_in_question(pronoun: Pronoun, earlier: Asked) -> str:
    frame = earlier.frame
    singles = [
        phrase
        for phrase in noun_phrases(frame)
        if not is_plural(phrase) and not is_person_phrase(phrase) and _can_be_it(phrase)
    ]
    happened = _event_of_verb(frame)
    if happened and not any(phrase.lower() not in _place_names(earlier) for phrase in singles):
        return happened
    chosen = _which_thing(pronoun, singles, frame)
    if chosen.removeprefix("the ").lower() in _place_names(earlier) and not _may_be_place(pronoun):
        return ""
    return _whole(chosen, frame) if chosen else ""


def _event_of_verb(frame: Frame) -> str:
    """ "the march in Calder City" from "how many marched in Calder City"."""
    noun = verbs.base_of(frame.last_verb) if frame.verb else ""
    if noun not in EVENTS or frame.object:
        return ""
    return f"the {noun} {tails_text([t for t in frame.tails if t.kind == 'place'])}".rstrip()


def _may_be_place(pronoun: Pronoun) -> bool:
    """Whether "it" can be a town: it "is" something; it neither starts nor is brokered."""
    aux, words = key(pronoun.frame.aux), set(map(key, pronoun.words))
    return pronoun.is_subject and aux in BE | {"has", "had", "have"} and not words & _BEGINNINGS


def _which_thing(pronoun: Pronoun, singles: Sequence[str], before: Frame) -> str:
    """Subject for subject, object for object; a body is "it" only where "it" acts."""
    if not singles:
        return ""
    if asks_object(before) and before.noun and f"the {before.noun}" in singles:
        return before.subject if pronoun.acts or _is_name(before.subject) else f"the {before.noun}"
    partners = [tail.text.partition(" ")[2] for tail in before.tails if tail.kind == "other"]
    objects = [phrase for phrase in (before.object, *partners) if phrase in singles]
    if before.subject not in singles or not before.verb:
        return singles[0]
    is_body = head_noun(before.subject) in SPEAKER_NOUNS
    if objects and not pronoun.acts and (is_body or not pronoun.is_subject):
        return objects[0]
    return before.subject


def _is_name(phrase: str) -> bool:
    return any(map(is_capital, phrase.split()))


def _place_names(earlier: Asked) -> set[str]:
    return {name.lower() for name in find_names("x " + named_places(earlier.frame))}


def _caused(pronoun: Pronoun, earlier: Asked) -> str:
    """ "what caused it" after "when did the ferry sink": "the ferry to sink"."""
    frame = earlier.frame
    if pronoun.previous not in ("caused", "cause", "led", "made") or pronoun.following:
        return ""
    if not frame.subject or key(frame.aux) != "did" or head_noun(frame.subject) in EVENTS:
        return ""
    return f"{frame.subject} to {frame.verb} {frame.object}".strip()


def _whole(phrase: str, frame: Frame) -> str:
    """The noun phrase with the named place that follows it: "the fire at the refinery"."""
    follows = phrase == frame.object or (phrase == frame.subject and not frame.verb)
    tails = [tail for tail in frame.tails if tail.kind in ("place", "other")]
    tails = [tail for tail in tails if not tail.text.startswith("regarding ")]
    if not follows or not phrase[0].islower() or not find_names("x " + tails_text(tails)):
        return phrase
    return f"{re.sub(r'^(?:an?|any|some) ', 'the ', phrase)} {tails_text(tails)}"


def _can_be_it(phrase: str) -> bool:
    return key(phrase.split()[0]) not in HE | SHE | THEY | ANYONE


def _thing_in_answer(earlier: Asked) -> str:
    """A name that answered "who", "which", "what", or "was there a bidder"."""
    value, frame = earlier.value, earlier.frame
    is_name = bool(value) and all(is_capital(word) for word in value.split())
    if not is_name or is_person_phrase(value):
        return ""
    if earlier.kind in ("who", "which", "what", "who_said"):
        is_event = head_noun(frame.object) in EVENTS or head_noun(frame.subject) in EVENTS
        return "" if is_event or (frame.subject and earlier.kind == "what") else with_article(value)
    return value if earlier.kind == "yes_no" and frame.subject == "there" else ""


def is_person_phrase(phrase: str) -> bool:
    """Whether a noun phrase is a person: a name of two words or more, "the nurse"."""
    return has_person_noun(phrase) or (" " in phrase and is_person(phrase))


def _place(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """The newest place as a phrase; the "there" of "are there" is none."""
    neighbours = {pronoun.previous, pronoun.following}
    is_last = pronoun.i == len(pronoun.words) - 1
    is_predicate = is_last and (
        key(pronoun.words[0]) in ("who", "what", "where")
        or pronoun.previous in IT | THEY | HE | SHE
    )
    if neighbours & (BE | {"has", "have", "had", "been", "be"}) and not is_predicate:
        return None
    for earlier in past:
        value = earlier.value
        if earlier.kind in ("where", "which") and value and is_capital(value.split()[-1]):
            has_preposition = key(value.split()[0]) in PREPOSITIONS
            return Antecedent(value if has_preposition else f"in {value}")
        place = named_places(earlier.frame) or _institution(earlier.frame)
        if place:
            return Antecedent(place)
    return None


def _institution(frame: Frame) -> str:
    """ "at the National Laboratory": an object or subject with a name, where no place is named."""
    for phrase in sorted(noun_phrases(frame), key=lambda p: p != frame.object):
        if find_names("x " + phrase) and not is_person_phrase(phrase):
            return f"in {phrase}" if len(phrase.split()) == 1 else f"at {phrase}"
    return ""


def _time(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """ "back then": the newest date of the conversation."""
    if pronoun.i == 0 and pronoun.following:
        return None
    for earlier in past:
        for tail in earlier.frame.tails:
            if tail.kind == "date":
                return Antecedent(tail.text)
        if earlier.kind == "when" and earlier.value:
            first = key(earlier.value.split()[0])
            return Antecedent(earlier.value if first in PREPOSITIONS else f"in {earlier.value}")
    return None


def _fact(pronoun: Pronoun, past: Sequence[Asked]) -> Antecedent | None:
    """ "that" as a noun of its own: the event spoken of, else the stated fact."""
    previous, following = pronoun.previous, pronoun.following
    if pronoun.word in ("these", "those"):
        is_alone = not following or following in AUXILIARIES | PREPOSITIONS
        return _group(pronoun, past) if is_alone else None
    if not past or previous in SAYING or not _stands_alone(pronoun):
        return None
    for phrase in noun_phrases(past[0].frame):
        if head_noun(phrase) in EVENTS:
            return Antecedent(_whole(re.sub(r"^(?:an?|any|some) ", "the ", phrase), past[0].frame))
    stated = statement(past[0].frame, past[0].value)
    if not stated or (pronoun.is_subject and following):
        return Antecedent(f"it that {stated}") if stated and previous in BE else None
    return Antecedent(f"the fact that {stated}") if previous in PREPOSITIONS else None


def _stands_alone(pronoun: Pronoun) -> bool:
    """Whether "that" is neither an article nor a conjunction nor a relative pronoun."""
    previous, following = pronoun.previous, pronoun.following
    starts_noun = following and following not in AUXILIARIES | PREPOSITIONS | ADVERBS
    if starts_noun and not (previous in AUXILIARIES and verbs.is_base(following)):
        return False
    after_verb = not following and verbs.is_base(previous)
    return pronoun.i == 0 or previous in AUXILIARIES | PREPOSITIONS or after_verb


_Finder = Callable[[Pronoun, Sequence[Asked]], Antecedent | None]
_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (HE | SHE, _person),
    (THEY, _group),
    (IT, _thing),
    (frozenset(("there",)), _place),
    (frozenset(("then",)), _time),
    (frozenset(("that", "this", "these", "those")), _fact),
)
