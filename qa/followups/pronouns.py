"""Pronouns of a follow-up, replaced by what they stand for in the conversation.

he, she, it, they and their forms; there, then, that; "one" after an ordinal. What has its
antecedent in the same question ("who handed over their weapons") stays. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.followups import verbs
from qa.followups.clauses import (
    has_wh_subject,
    head_noun,
    is_plural,
    population,
    singular,
    statement,
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
    AUXILIARIES,
    BE,
    EVENTS,
    HE,
    IT,
    ORDINALS,
    POSSESSIVES,
    PREPOSITIONS,
    SAYING,
    PERSON_NOUNS,
    SHE,
    THEY,
)
from qa.names import find_names, word_set


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question with its pronouns replaced.

    `needs_topic` tells that a replacement came from an answer, so that the question it
    answered is not named yet.
    """

    text: str
    has_changed: bool
    needs_topic: bool


@dataclass(frozen=True, slots=True)
class _Found:
    phrase: str
    is_from_answer: bool = False


def resolve(text: str, past: Sequence[Asked]) -> Resolved:
    """Replace every pronoun that points into the conversation; others stay as typed."""
    text = _replace_ones(text, past)
    words = text.split()
    frame = parse(text)
    result: list[str] = []
    changed, needs_topic = False, False
    taken = 0
    for i, word in enumerate(words):
        if taken:
            taken -= 1
            continue
        found = None if _is_inside(words, i, frame) else _antecedent(words, i, past)
        if found is None:
            result.append(word)
            continue
        if key(word) in ("there", "then") and result and key(result[-1]) in _BEFORE_PLACE:
            result.pop()
        owned = _owned(words, i)
        if owned and len(found.phrase.split()) > 3:
            result.append(f"the {owned} of {found.phrase}")
            taken = len(owned.split())
            changed = True
            continue
        end = re.search(r"[,;:]*$", word)
        result.append(_with_ending(words, i, found.phrase) + (end.group() if end else ""))
        changed = True
        needs_topic = needs_topic or (found.is_from_answer and not is_person(found.phrase))
    return Resolved(_agreeing(" ".join(p for p in result if p)), changed, needs_topic)


_BEFORE_PLACE = {"in", "at", "from", "to", "back", "by", "since", "until", "up", "down", "over"}


def _agreeing(text: str) -> str:
    """ "is the people" reads "are the people"."""
    frame = parse(text)
    if key(frame.aux) in ("is", "was") and frame.subject and frame.subject[0].islower():
        first = frame.subject.split()[0]
        if first == "the" and is_plural(frame.subject) and " who " not in frame.subject[:4]:
            aux = {"is": "are", "was": "were"}[key(frame.aux)]
            return re.sub(
                rf"\b{frame.aux} {re.escape(frame.subject)}", f"{aux} {frame.subject}", text
            )
    return text


def _with_ending(words: Sequence[str], i: int, phrase: str) -> str:
    """Add the possessive ending where the pronoun was possessive."""
    word = key(words[i])
    is_possessive = word in POSSESSIVES and (word != "her" or _before_noun(words, i))
    if not is_possessive:
        return phrase
    if word in ("hers", "theirs"):
        return f"{phrase}'s figure"
    return f"{phrase}'" if phrase.endswith("s") and is_plural(phrase) else f"{phrase}'s"


def _owned(words: Sequence[str], i: int) -> str:
    """The noun after a possessive, when nothing follows that belongs to it."""
    if key(words[i]) not in POSSESSIVES or not _before_noun(words, i):
        return ""
    end = i + 1
    while end < len(words) and key(words[end]) not in PREPOSITIONS | AUXILIARIES | ADVERBS:
        if verbs.is_base(key(words[end])) and end > i + 1:
            break
        end += 1
    return " ".join(words[i + 1 : end])


def _before_noun(words: Sequence[str], i: int) -> bool:
    if i + 1 >= len(words):
        return False
    following = key(words[i + 1])
    return following not in PREPOSITIONS | AUXILIARIES | ADVERBS and following != "to"


def _is_inside(words: Sequence[str], i: int, frame: Frame) -> bool:
    """Whether the pronoun's antecedent stands earlier in the same question."""
    word = key(words[i])
    before = words[:i]
    names = find_names("x " + " ".join(before))
    if word in HE | SHE:
        has_person = any(is_person(name) for name in names) or any(
            has_person_noun(key(w)) for w in before
        )
        return has_person
    after_saying = any(key(w) in SAYING for w in before)
    if word in ("they", "it") and after_saying and (names or len(before) > 3):
        return not frame.subject.lower().startswith(word)
    if word in ("their", "its", "themselves", "itself"):
        starts_subject = frame.subject.lower().startswith(word)
        own_subject = frame.subject and key(frame.subject.split()[0]) not in THEY | IT | HE | SHE
        return not starts_subject and (has_wh_subject(frame) or bool(own_subject))
    return False


def _antecedent(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    word = key(words[i])
    for pronouns, find in _FINDERS:
        if word in pronouns:
            return find(words, i, past)
    return None


def _person(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """The newest person: an answer, a name of a question, a speaker, "the nurse"."""
    for earlier in past:
        asks_person = earlier.kind in ("who", "who_said", "which", "list")
        if asks_person and is_person(earlier.value):
            return _Found(earlier.value, True)
        for name in find_names("x " + earlier.text):
            if is_person(name) and not _follows_preposition(earlier.text, name):
                return _Found(name)
        if is_person(earlier.value) and len(earlier.value.split()) > 1:
            return _Found(earlier.value, True)
        for phrase in noun_phrases(earlier.frame):
            if has_person_noun(phrase):
                return _Found(phrase)
        said_by = [claim.said_by for claim in earlier.turn.answer.claims[:1] if claim.said_by]
        if said_by and is_person(said_by[0]) and len(said_by[0].split()) > 1:
            return _Found(said_by[0], True)
    return None


def _follows_preposition(text: str, name: str) -> bool:
    match = re.search(rf"\b(?:in|at|from|near|to|into|of|for|the) {re.escape(name)}", text)
    return bool(match) and len(name.split()) == 1


def _several(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """The newest group: those who were counted, a body or plural that answered, a plural."""
    if key(words[i]) == "theirs":
        sources = [t.text for e in past for t in e.frame.tails if t.kind == "source"]
        return _Found(sources[0].removeprefix("according to ")) if sources else None
    wants_people = i + 1 < len(words) and key(words[i + 1]) in _OF_PEOPLE
    for earlier in past:
        if earlier.kind == "how_many" and not earlier.frame.noun:
            counted = _COUNTED.match(earlier.value)
            people = population(replace(earlier.frame, noun=counted[1] if counted else ""))
            if people:
                return _Found(people)
        if earlier.kind in ("who", "which", "list", "yes_no", "what", "who_said"):
            answered = _group_in_answer(earlier.value)
            if answered:
                return _Found(answered, True)
        for phrase in noun_phrases(earlier.frame):
            if (
                not is_plural(phrase)
                or is_person(phrase)
                or phrase == f"the {parse(' '.join(words)).noun}"
            ):
                continue
            if not wants_people or " who " in phrase or singular(head_noun(phrase)) in _PEOPLE:
                return _Found(phrase)
        for name in () if wants_people else find_names("x " + earlier.text):
            if _is_body(name):
                return _Found(_named(earlier.text, name))
    return None


_OF_PEOPLE = word_set("name names age ages families homes jobs injuries identity identities lives")
_PEOPLE = PERSON_NOUNS | word_set("person people man woman child victim survivor")


def _is_body(name: str) -> bool:
    return not is_person(name) and (name.isupper() or len(name.split()) > 1)


def _named(text: str, name: str) -> str:
    """The name with the "the" that stands before it in the text."""
    return f"the {name}" if re.search(rf"\bthe {re.escape(name)}", text, re.I) else name


_COUNTED = re.compile(
    r"^(?:the |about |some |only |at least |more than )*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|several|many|both) (?:\w+ )?(\w+s|people|men|"
    r"women|children)\b"
)
_DEFINITE_PLURAL = re.compile(r"\bthe (?:\w+ )?(\w{3,}s|people|men|women|children)\b")


def _group_in_answer(value: str) -> str:
    """ "two people were arrested" gives "the two people who were arrested"."""
    if not value:
        return ""
    names = find_names("x " + value)
    if names and " ".join(names) == value.removeprefix("the ") and _is_body(names[0]):
        return value if value.startswith("the ") else f"the {value}" if " " in value else value
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


def _thing(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """The newest single thing: a name that answered, else a singular noun phrase."""
    if _is_empty_it(words, i):
        return None
    for earlier in past:
        answered = _thing_in_answer(earlier)
        if answered:
            return _Found(answered, True)
        for phrase in noun_phrases(earlier.frame):
            if not is_plural(phrase) and not is_person_phrase(phrase) and _can_be_it(phrase):
                return _Found(phrase)
    rest = [phrase for earlier in past for phrase in things(earlier.frame)]
    rest += [name for earlier in past for name in find_names("x " + earlier.text)]
    return next((_Found(phrase) for phrase in rest if not is_person_phrase(phrase)), None)


def _can_be_it(phrase: str) -> bool:
    first = key(phrase.split()[0])
    return first not in HE | SHE | THEY and not re.match(r"(?:any|no|every|some)\w+$", first)


def _is_empty_it(words: Sequence[str], i: int) -> bool:
    """ "is it true that", "what time is it": no antecedent is meant."""
    following = [key(word) for word in words[i + 1 : i + 3]]
    return following[:1] in (["true"], ["certain"], ["possible"], ["raining"], ["likely"])


def _thing_in_answer(earlier: Asked) -> str:
    value = earlier.value
    if (
        not value
        or not all(is_capital(word) for word in value.split())
        or is_person(value)
        and (" " in value)
    ):
        return ""
    frame = earlier.frame
    if earlier.kind in ("who", "which", "what", "who_said"):
        is_event = head_noun(frame.object) in EVENTS or head_noun(frame.subject) in EVENTS
        return "" if is_event or frame.subject and earlier.kind == "what" else value
    return value if earlier.kind == "yes_no" and frame.subject == "there" else ""


def is_person_phrase(phrase: str) -> bool:
    """Whether a noun phrase is a person: a name of two words or more, "the nurse"."""
    return has_person_noun(phrase) or (" " in phrase and is_person(phrase))


def _place(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """The newest place as a phrase; "are there" means none."""
    neighbours = [key(word) for word in (*words[max(0, i - 1) : i], *words[i + 1 : i + 2])]
    who_is = key(words[0]) in ("who", "what", "where") and i == len(words) - 1
    if any(word in BE | {"has", "have", "had", "been", "be"} for word in neighbours) and not who_is:
        return None
    for earlier in past:
        if (
            earlier.kind in ("where", "which")
            and earlier.value
            and (is_capital(earlier.value.split()[-1]))
        ):
            is_phrase = key(earlier.value.split()[0]) in PREPOSITIONS
            return _Found(earlier.value if is_phrase else f"in {earlier.value}")
        place = named_places(earlier.frame) or _institution(earlier.frame)
        if place:
            return _Found(place)
    return None


def _institution(frame: Frame) -> str:
    """ "at the National Laboratory", where a body is named and no place is."""
    for phrase in noun_phrases(frame):
        names = find_names("x " + phrase)
        if names and not is_person_phrase(phrase):
            return f"in {phrase}" if len(phrase.split()) == 1 else f"at {phrase}"
    return ""


def _time(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """ "back then": the newest date of the conversation, or nothing at all."""
    if i + 1 < len(words) and i == 0:
        return None
    for earlier in past:
        for tail in earlier.frame.tails:
            if tail.kind == "date":
                return _Found(tail.text)
        if earlier.kind == "when" and earlier.value:
            starts = key(earlier.value.split()[0])
            return _Found(earlier.value if starts in PREPOSITIONS else f"in {earlier.value}")
    return None


def _fact(words: Sequence[str], i: int, past: Sequence[Asked]) -> _Found | None:
    """ "that" as a noun of its own: the event spoken of, else the stated fact."""
    following = key(words[i + 1]) if i + 1 < len(words) else ""
    if key(words[i]) in ("these", "those"):
        is_alone = not following or following in AUXILIARIES | PREPOSITIONS
        return _several(words, i, past) if is_alone else None
    previous = key(words[i - 1]) if i else ""
    is_alone = (
        not following
        or following in AUXILIARIES | PREPOSITIONS | ADVERBS
        or (previous in AUXILIARIES and verbs.is_base(following))
    )
    if not is_alone or not past or previous in SAYING:
        return None
    for phrase in noun_phrases(past[0].frame):
        if head_noun(phrase) in EVENTS:
            return _Found(re.sub(r"^(?:an?|any|some) ", "the ", phrase))
    stated = statement(past[0].frame, past[0].value)
    if previous in AUXILIARIES and i + 1 < len(words):
        return _Found(f"it that {stated}") if stated else None
    return _Found(f"the fact that {stated}") if stated else _thing(words, i, past)


_Finder = Callable[[Sequence[str], int, Sequence[Asked]], _Found | None]
_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (HE | SHE, _person),
    (THEY, _several),
    (IT, _thing),
    (frozenset(("there",)), _place),
    (frozenset(("then",)), _time),
    (frozenset(("that", "this", "these", "those")), _fact),
)

_ONE = re.compile(rf"\b((?:the )?(?:{'|'.join(sorted(ORDINALS))})) (ones?)\b", re.I)


def _replace_ones(text: str, past: Sequence[Asked]) -> str:
    """ "the first one" -> "the first witness"; "which ones" -> "which sirens"."""
    plural = _newest_plural(past)
    if not plural:
        return text

    def noun(match: re.Match[str]) -> str:
        return f"{match[1]} {plural if match[2] == 'ones' else singular(plural)}"

    text = _ONE.sub(noun, text)
    text = re.sub(r"\b(which|what) ones\b", rf"\1 {plural}", text, flags=re.I)
    return re.sub(r"\bwhich one\b", f"which {singular(plural)}", text, flags=re.I)


def _newest_plural(past: Sequence[Asked]) -> str:
    for earlier in past:
        for phrase in (earlier.frame.noun, *noun_phrases(earlier.frame)):
            if phrase and is_plural(phrase):
                words = phrase.removeprefix("the ").split()
                end = next((n for n, w in enumerate(words) if key(w) == head_noun(phrase)), 0)
                return " ".join(words[: end + 1])
    return ""
