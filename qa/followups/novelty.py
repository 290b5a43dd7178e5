"""Whether a question typed in a conversation opens a new subject and must be left as it is.

It does when it is complete (a clause, nothing that points back) and is about a thing of its own:
"how many died in the floods" after a siege. A thing is its own when the conversation has not
spoken of it and the passages about the conversation do not either. What belongs to any story
("the captain", "the shares", "the vote") never counts as own. In doubt with a definite noun the
question is left alone; without one ("how many homes lost power") it is a follow-up. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.followups import verbs
from qa.followups.frame import parse
from qa.followups.nouns import singular
from qa.followups.topic import Asked
from qa.followups.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    BE,
    BRIDGING,
    COMPARATIVES,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    EVENTS,
    ORDINALS,
    PERSONAL,
    PREDICATES,
    PREPOSITIONS,
    SUPERLATIVE,
    TIME_STARTS,
    WH,
)
from qa.followups.words import key
from qa.names import STOP_WORDS, WORD, find_names, word_set

_POINTING = PERSONAL | word_set(
    """his her its their that this these those then else one ones other others another same such so
    instead both neither either rest anyone anybody else too also still again"""
)
_COMMON = STOP_WORDS | AUXILIARIES | WH | DEGREES | PREPOSITIONS | ADVERBS | ORDINALS | PREDICATES
_AFTER_NOUN = PREPOSITIONS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | ADVERBS
# Any attack can be asked about after a war; a flood is not part of a siege.
_PARTS = word_set(
    """inquiry vote deal agreement talks negotiations investigation hearing case study survey poll
    meeting conference ceremony match game race season bid sale launch landing operation rally
    verdict ruling trial protest protests march campaign battle fighting clashes attack attacks
    count ballot project programme dispute conflict budget reform exam show debate interview visit
    rescue evacuation closure strike mission recount takeover merger crisis truce ceasefire fire
    summit raid shooting blast explosion"""
)


def opens_subject(text: str, past: Sequence[Asked], texts: Sequence[str] = ()) -> bool:
    """Whether the question, complete in itself, is about something else than the turns before."""
    words = text.split()
    if not _is_complete(text) or _points_back(words):
        return False
    own = [phrase for phrase in _definites(words) if not _belongs(phrase)]
    own += _complements(text) + _in_general(text)
    if not own:
        return False
    spoken = _spoken_of(past)
    nouns = {_stem(word) for phrase in own for word in phrase}
    if nouns & spoken or _names(text) & spoken:
        return False
    about = [passage for passage in map(_stems, texts) if passage & _subject_names(past)]
    return not any(nouns <= passage for passage in about)


def of_one_subject(past: Sequence[Asked], text: str) -> Sequence[Asked]:
    """The turns that a question can be about, newest first.

    Those since the subject last changed; but a thing spoken of before, "the riot", takes up its
    own turn again.
    """
    nouns = {_stem(word) for phrase in _definites(text.split()) for word in phrase}
    nouns -= {stem for stem in nouns if stem in BRIDGING}
    ends = [i for i in range(1, len(past) + 1) if i == len(past) or _is_new(past, i - 1)]
    for start, end in zip([0, *ends], ends, strict=False):
        if nouns & _spoken_of(past[start:end]):
            return past[start:end]
    return past[: ends[0]]


def _is_new(past: Sequence[Asked], i: int) -> bool:
    """Whether turn i shares nothing with the turns before it, and was asked as it stands."""
    last, before = past[i], past[i + 1 :]
    if " ".join(last.turn.question.split()) != last.turn.answer.standalone_question:
        return False
    own = _stems(last.text) - {stem for stem in _stems(last.text) if stem in BRIDGING}
    return not own & _spoken_of(before)


def _is_complete(text: str) -> bool:
    frame = parse(text)
    has_subject = bool(frame.subject or frame.noun or frame.asks in ("who", "what", "which"))
    return bool(has_subject and (frame.verb or frame.aux) and (frame.wh or frame.aux))


def _points_back(words: Sequence[str]) -> bool:
    keys = [key(word) for word in words]
    for i, word in enumerate(keys):
        before = keys[i - 1] if i else ""
        if word in _POINTING | COMPARATIVES:
            return True
        if word in ("there", "not") and before not in BE:
            return True
    return False


def _definites(words: Sequence[str]) -> Iterator[list[str]]:
    """The words of each noun phrase after "the", to its head: "inflation rate"."""
    for start in (i for i, word in enumerate(words) if key(word) == "the"):
        phrase: list[str] = []
        for i, word in enumerate(map(key, words[start + 1 :]), start + 1):
            can_end = phrase and (
                verbs.is_finite(word) or (verbs.is_base(word) and word not in EVENTS)
            )
            is_time = phrase and TIME_STARTS.match(" ".join(words[i : i + 4]))
            if can_end or is_time or word in _AFTER_NOUN:
                break
            phrase.append(word.removesuffix("'s"))
        if phrase:
            yield phrase


_COMPLEMENT = re.compile(
    r"\b(?:of|against|about|between) (?!the |a |an |it|them)([a-z][\w-]+)(?= |$)"
)


def _complements(text: str) -> list[list[str]]:
    """Bare nouns that say of what: "the price of oil", "a vaccine against dengue"."""
    found = (match[1] for match in _COMPLEMENT.finditer(text))
    return [[noun] for noun in found if noun not in _COMMON and len(noun) > 2]


def _in_general(text: str) -> list[list[str]]:
    """The bare object of what is asked in general: "what causes hay fever"."""
    frame = parse(text)
    is_general = frame.asks in ("what", "who") and not frame.aux and verbs.is_third(frame.verb)
    is_bare = bool(re.fullmatch(r"[a-z]+(?: [a-z]+)?", frame.object)) and not frame.tails
    words = frame.object.split()
    return [words] if is_general and is_bare and not set(words) & _COMMON else []


def _belongs(phrase: Sequence[str]) -> bool:
    """Whether any story has such a thing: "the mayor", "the highest price", "the next hearing"."""
    if len(phrase) > 2:
        return False
    head = phrase[-1]
    is_ranked = bool(SUPERLATIVE.match(" ".join(phrase))) or phrase[0] in ORDINALS
    known = BRIDGING | _PARTS
    is_agent = head.endswith(("ers", "ors", "ists", "ians"))
    return is_ranked or is_agent or head in known or singular(head) in known


def _spoken_of(past: Sequence[Asked]) -> set[str]:
    """The words of the conversation: questions, answers, quotes, titles."""
    spoken: set[str] = set()
    for earlier in past:
        answer = earlier.turn.answer
        given = [earlier.text, earlier.turn.question, answer.answer or ""]
        given += [text for c in answer.citations for text in (c.quote, c.title)]
        spoken |= {stem for text in given for stem in _stems(text)}
    return spoken


def _subject_names(past: Sequence[Asked]) -> set[str]:
    """The words of the names that the newest question with a name is about."""
    return next((named for named in (_names(earlier.text) for earlier in past) if named), set())


def _names(text: str) -> set[str]:
    return {stem for name in find_names("x " + text) for stem in _stems(name)}


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in WORD.findall(text.lower())} - _COMMON


def _stem(word: str) -> str:
    return singular(word.replace("’", "'").removesuffix("'s"))
