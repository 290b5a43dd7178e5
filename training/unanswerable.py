"""Make answerable questions unanswerable by their text, by rules. Pure.

A changed question keeps its form and most of its words, so that only reading tells: a name,
figure, opposite or noun is swapped, a "not" put in. Or the text changes: the sentences with
the answer are taken out, or a name in them becomes another. What was tried: training/LOG.md.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.sentences import split_sentences

NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+(?:of\s+)?[A-Z][\w'’-]+)*")
FIGURE = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
AUXILIARY = re.compile(
    r"\b(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b", re.IGNORECASE
)
ASKED_NOUN = re.compile(r"\b(how many|what|which)\s+(?:new |other )?([a-z]{4,})\b", re.IGNORECASE)
NOT_NOUNS = frozenset(
    "does were have that this these those there would could should will might must percent "
    "percentage year kind kinds type types happened happens caused made makes else other "
    "with from during after before about than they their when where".split()
)
OPPOSITES_TABLE = """
    first last; before after; most least; more less; more fewer; highest lowest; largest smallest;
    oldest youngest; oldest newest; north south; east west; northern southern; eastern western;
    increase decrease; increased decreased; rise fall; rose fell; start end; started ended;
    began ended; begin end; open close; opened closed; win lose; won lost; buy sell; bought sold;
    accept reject; accepted rejected; allow ban; allowed banned; support oppose;
    supported opposed; enter leave; entered left; arrive leave; arrived left; join leave;
    joined left; male female; men women; man woman; husband wife; brother sister; father mother;
    son daughter; king queen; major minor; public private; rural urban; inside outside;
    above below; maximum minimum; positive negative; strong weak; stronger weaker; strongest
    weakest; longest shortest; long short; early late; earliest latest; earlier later; old new;
    older newer; rich poor; cheap expensive; hot cold; good bad; best worst; better worse;
    big small; bigger smaller; biggest smallest; high low; higher lower; fast slow; faster slower;
    fastest slowest; hard easy; heavy light; import export; imported exported; attack defend;
    attacked defended; create destroy; created destroyed; built destroyed; build destroy;
    gain lose; gained lost; born died; alive dead; legal illegal; common rare; always never;
    love hate; liked disliked; like dislike; recommend avoid; hired fired; praised criticised;
    included excluded; include exclude; included omitted; added removed; add remove; up down;
    internal external; upper lower; left right; summer winter; spring autumn; day night;
    morning evening; future past; majority minority; advantage disadvantage; ally enemy;
    allies enemies; success failure; succeeded failed; true false; known unknown; native foreign;
    primary secondary; senior junior; permanent temporary; borrowed lent; taught learned;
    approved rejected; arrested released; married divorced; appointed dismissed; agreed refused;
    confirmed denied; strengthened weakened; expanded shrank; victory defeat; cause prevent;
    caused prevented; survived died; killed saved; freed jailed; gave took; give take; sent received
"""
TRIES = 4


def _opposites(table: str) -> dict[str, list[str]]:
    pairs: dict[str, list[str]] = {}
    for pair in table.split(";"):
        one, other = pair.split()
        pairs.setdefault(one, []).append(other)
        pairs.setdefault(other, []).append(one)
    return pairs


OPPOSITES = _opposites(OPPOSITES_TABLE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the text it is asked of, and the strings that answer it."""

    question: str
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Names and asked-for nouns of other questions and texts, to swap in."""

    names: tuple[str, ...]
    nouns: tuple[str, ...]


def pool_of(questions: Sequence[str], texts: Sequence[str]) -> Pool:
    """Collect names that stand in texts and nouns that questions ask for."""
    names = {name for text in texts for name in _names(text)}
    nouns = {noun for question in questions if (noun := _asked_noun(question))}
    return Pool(tuple(sorted(names)), tuple(sorted(nouns)))


def make_unanswerable(asked: Asked, pool: Pool, rng: random.Random) -> tuple[str, str] | None:
    """A question and a text that does not answer it, or None when no rule fits in a few tries."""
    for _ in range(TRIES):
        change = rng.choices(CHANGES, WEIGHTS)[0]
        made = change(asked, pool, rng)
        if made and made != (asked.question, asked.text):
            return made
    return None


def _swap_name(asked: Asked, pool: Pool, rng: random.Random) -> tuple[str, str] | None:
    """Ask about another name: one of the same text mostly, so that the words are all there."""
    own = _names(asked.question)
    if not own:
        return None
    near = [
        name
        for name in _names(asked.text)
        if name not in asked.question and not _is_answer(name, asked.answers)
    ]
    others = near if near and rng.random() < 0.7 else list(pool.names)
    if not others:
        return None
    old, new = rng.choice(own), rng.choice(others)
    return None if new in old or old in new else (asked.question.replace(old, new), asked.text)


def _swap_figure(asked: Asked, _: Pool, rng: random.Random) -> tuple[str, str] | None:
    figures = FIGURE.findall(asked.question)
    if not figures:
        return None
    old = rng.choice(figures)
    near = [f for f in FIGURE.findall(asked.text) if f != old and len(f) == len(old)]
    new = rng.choice(near) if near and rng.random() < 0.5 else _other_figure(old, rng)
    return asked.question.replace(old, new), asked.text


def _other_figure(figure: str, rng: random.Random) -> str:
    """A figure of the same form: the last one or two digits change."""
    digits = [at for at, character in enumerate(figure) if character.isdigit()]
    changed = list(figure)
    for at in digits[-rng.choice((1, 1, 2)) :]:
        changed[at] = rng.choice([d for d in "0123456789" if d != figure[at]])
    return "".join(changed)


def _negate(asked: Asked, _: Pool, rng: random.Random) -> tuple[str, str] | None:
    """Put "not" behind the first auxiliary, or a "never" where the question word is the subject."""
    found = AUXILIARY.search(asked.question)
    if not found or re.search(r"\bnot\b|n't\b|\bnever\b", asked.question):
        return None
    if rng.random() < 0.5 and found.group().lower() not in ("can", "will"):
        word = found.group() + "n't"
        return asked.question[: found.start()] + word + asked.question[found.end() :], asked.text
    rest = asked.question[found.end() :].split(" ")
    at = min(len(rest), rng.choice((1, 2, 3)))
    negation = rng.choice(("not", "not", "never"))
    words = [*rest[:at], negation, *rest[at:]]
    return asked.question[: found.end()] + " ".join(words), asked.text


def _swap_opposite(asked: Asked, _: Pool, rng: random.Random) -> tuple[str, str] | None:
    words = [w for w in re.findall(r"[a-z]+", asked.question.lower()) if w in OPPOSITES]
    if not words:
        return None
    old = rng.choice(words)
    new = rng.choice(OPPOSITES[old])
    return re.sub(rf"\b{old}\b", new, asked.question, count=1, flags=re.IGNORECASE), asked.text


def _swap_noun(asked: Asked, pool: Pool, rng: random.Random) -> tuple[str, str] | None:
    """Ask for another kind of thing: "how many ships" for "how many soldiers"."""
    noun = _asked_noun(asked.question)
    if not noun or not pool.nouns:
        return None
    new = rng.choice(pool.nouns)
    if new[:4] == noun[:4]:
        return None
    return re.sub(rf"\b{noun}\b", new, asked.question, count=1), asked.text


def _without_answer(asked: Asked, _: Pool, __: random.Random) -> tuple[str, str] | None:
    """Take every sentence out that has an answer; something must be left."""
    spans = split_sentences(asked.text)
    kept = [
        asked.text[start:end]
        for start, end in spans
        if not any(a.casefold() in asked.text[start:end].casefold() for a in asked.answers)
    ]
    return (asked.question, " ".join(kept)) if 0 < len(kept) < len(spans) else None


def _swap_in_text(asked: Asked, pool: Pool, rng: random.Random) -> tuple[str, str] | None:
    """Let the text speak of somebody else: a name or figure that it shares with the question."""
    shared = [n for n in _names(asked.question) if n in asked.text]
    shared = [n for n in shared if not _is_answer(n, asked.answers)]
    if shared and pool.names:
        return asked.question, asked.text.replace(rng.choice(shared), rng.choice(pool.names))
    figures = [f for f in FIGURE.findall(asked.question) if f in asked.text]
    if not figures:
        return None
    old = rng.choice(figures)
    return asked.question, asked.text.replace(old, _other_figure(old, rng))


CHANGES = (
    _swap_name,
    _swap_figure,
    _negate,
    _swap_opposite,
    _swap_noun,
    _without_answer,
    _swap_in_text,
)
WEIGHTS = (0.24, 0.12, 0.10, 0.18, 0.12, 0.14, 0.10)


def _names(text: str) -> list[str]:
    """Capitalised words in a row that do not open a sentence."""
    starts = {start for start, _ in split_sentences(text)}
    return [m.group() for m in NAME.finditer(text) if m.start() not in starts]


def _is_answer(name: str, answers: Sequence[str]) -> bool:
    return any(name in answer or answer in name for answer in answers)


def _asked_noun(question: str) -> str | None:
    found = ASKED_NOUN.search(question)
    return found.group(2) if found and found.group(2) not in NOT_NOUNS else None
