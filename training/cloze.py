"""Rule-made questions: a sentence with one of its names asked for. Pure.

The sentence is taken out of the text where the name stands elsewhere too, so that the answer has
to be found by what is said there, not by the same words. After Dhingra et al., NAACL 2018
("Simple and effective semi-supervised question answering").
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

from index.sentences import split_sentences
from training.groups import Answer, Group
from training.typed import FUNCTION_WORDS
from training.unanswerable import NAME

SOURCE = "cloze"
SHORTEST, LONGEST = 6, 32  # words of a sentence that is asked
LEFT_OUT = 0.75  # share of the questions whose sentence is taken out, where it can be
SHARED_WORDS = 2  # content words that the rest of the text must share with it
PLACED = re.compile(r"\b(?:in|at|near|to|from|across|throughout)\s+$", re.IGNORECASE)
SPEAKS = re.compile(r"^\s+(?:who|said|says|told|wrote|added|played|married|died|born|his|her)\b")
WORD = re.compile(r"[a-z]{4,}")

Offsets = tuple[int, int]


def cloze_groups(texts: Sequence[str], per_text: int, rng: random.Random) -> Iterator[Group]:
    """Up to `per_text` questions on each text."""
    for text in texts:
        spans = split_sentences(text)
        asked = [s for s in spans if SHORTEST <= len(text[slice(*s)].split()) <= LONGEST]
        for sentence in rng.sample(asked, min(per_text, len(asked))):
            if group := _group(text, sentence, spans, rng):
                yield group


def _group(
    text: str, sentence: Offsets, spans: Sequence[Offsets], rng: random.Random
) -> Group | None:
    names = _names(text, sentence, spans)
    if not names:
        return None
    start, end = rng.choice(names)
    name, question = text[start:end], _question(text, sentence, (start, end))
    rest = " ".join(text[a:b] for a, b in spans if (a, b) != sentence)
    is_elsewhere = name in rest and _shares_words(question, rest)
    read = rest if is_elsewhere and rng.random() < LEFT_OUT else text
    answers = tuple(Answer(m.start(), m.end()) for m in re.finditer(re.escape(name), read))
    return Group(SOURCE, question, "", read, answers[:1]) if answers else None


def _names(text: str, sentence: Offsets, spans: Sequence[Offsets]) -> list[Offsets]:
    """Names of the sentence; a word that opens a sentence is one if it is one elsewhere."""
    starts = {start for start, _ in spans}
    elsewhere = {m.group() for m in NAME.finditer(text) if m.start() not in starts}
    return [
        (m.start(), m.end())
        for m in NAME.finditer(text, *sentence)
        if m.start() not in starts or m.group() in elsewhere
    ]


def _question(text: str, sentence: Offsets, name: Offsets) -> str:
    before, after = text[sentence[0] : name[0]], text[name[1] : sentence[1]]
    if PLACED.search(before):
        asked = "which place"
    elif SPEAKS.search(after):
        asked = "who"
    else:
        asked = "what" if before else "who or what"
    return f"{before}{asked}{after}".strip().rstrip(".") + "?"


def _shares_words(question: str, rest: str) -> bool:
    words = set(WORD.findall(question.lower())) - FUNCTION_WORDS
    return len(words & set(WORD.findall(rest.lower()))) >= SHARED_WORDS
