"""Ask questions in many settings and keep what was found, for fitting the confidence model.

Questions are asked of libraries that hold their article and of libraries that do not: all
articles of a half, one article, a few paragraphs; and of people and places that do not exist.
Knows nothing of features or weights.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import Embedder
from index.types import ArticleDraft, Hit
from qa.config import QaConfig
from qa.evidence import Telling
from qa.questions import understand
from qa.reader.base import Reader
from qa.telling import telling
from qa.types import Reading
from training.sources import is_fitted, path_of

SETS = ("squad-dev-half-v1.1", "squad-dev-half-v2.0", "realtimeqa-evidence-half")
SMALL_LIBRARIES = 10
PARAGRAPHS_TIMES = 3  # as many questions of the hardest setting: their passages are all alike
UNTITLED = "untitled "
PART = "\t"  # between a title and the number of a paragraph that is an article of its own
NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
SYLLABLES = "bra dol vek zor mi quu tal ren osh pli gar nu sten vo kha lir emp".split()


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its golds (none: unanswerable), and the article and paragraph it is about."""

    text: str
    golds: tuple[str, ...]
    title: str
    context: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question found, and whether its library holds an answer."""

    setting: str
    is_even: bool
    is_answerable: bool
    question: Question
    asks: Telling
    hits: list[Hit]
    readings: list[Reading]


def measure(embedder: Embedder, reader: Reader, config: QaConfig, count: int) -> Iterator[Asked]:
    """Ask questions of every set, half and setting; see `_settings`."""
    for name in SETS:
        articles, questions = _load(name)
        for is_even in (True, False):
            for setting, drawn, library in _settings(articles, questions, is_even, count):
                label = f"{name} {setting}"
                yield from _ask(label, is_even, drawn, library, embedder, reader, config)


def _settings(
    articles: Mapping[str, Sequence[str]],
    questions: Sequence[Question],
    is_even: bool,
    count: int,
) -> Iterator[tuple[str, list[Question], dict[str, str]]]:
    """Settings of one half: a name, the questions to ask, the library as title to text."""
    rng = random.Random(0)
    held = {t: "\n\n".join(ps) for t, ps in articles.items() if is_fitted(t) == is_even}
    own = _drawn(rng, [q for q in questions if q.title in held], count)
    yield "large own", own, held
    # As `dateline eval --open` asks: every paragraph is an article of its own.
    apart = {f"{t}{PART}{n}": p for t in held for n, p in enumerate(articles[t])}
    often = PARAGRAPHS_TIMES * count
    yield "paragraphs own", _drawn(rng, [q for q in questions if q.title in held], often), apart
    yield "large other", _drawn(rng, [q for q in questions if q.title not in held], count), held
    yield "large invented", [made for q in own if (made := _with_invented_names(q, rng))], held
    for title in rng.sample(sorted(held), min(SMALL_LIBRARIES, len(held))):
        paragraphs = articles[title]
        first = rng.randrange(max(1, len(paragraphs) - 4))
        few = paragraphs[first : first + rng.randint(2, 6)]
        fitting = [q for q in questions if q.title == title]
        for size, texts in (("article", paragraphs), ("few paragraphs", few)):
            library = {title: "\n\n".join(texts)}
            inside = [q for q in fitting if q.context in texts]
            yield f"{size} own", _drawn(rng, inside, count // 15), library
            outside = [q for q in questions if q.title != title]
            yield f"{size} other", _drawn(rng, outside, count // 15), library


def _drawn(rng: random.Random, questions: Sequence[Question], count: int) -> list[Question]:
    return rng.sample(questions, min(count, len(questions)))


def _with_invented_names(question: Question, rng: random.Random) -> Question | None:
    """The question about people and places that do not exist, half of them in lower case."""
    names = NAME.findall(question.text)
    if not names:
        return None
    made = NAME.sub(lambda found: _invented_name(len(found.group().split()), rng), question.text)
    return Question(made.lower() if rng.random() < 0.5 else made, (), "", "")


def _invented_name(words: int, rng: random.Random) -> str:
    def word() -> str:
        return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize()

    return " ".join(word() for _ in range(words))


def _ask(
    setting: str,
    is_even: bool,
    questions: Sequence[Question],
    library: Mapping[str, str],
    embedder: Embedder,
    reader: Reader,
    config: QaConfig,
) -> Iterator[Asked]:
    print(setting, len(questions), flush=True)
    with (
        tempfile.TemporaryDirectory() as home,
        Corpus.open(IndexConfig(home=Path(home)), embedder) as corpus,
    ):
        corpus.add(
            ArticleDraft(text=text, title="" if t.startswith(UNTITLED) else t.split(PART)[0])
            for t, text in library.items()
        )
        titles = {title.split(PART)[0] for title in library}
        for question in questions:
            hits = corpus.search(question.text, config.top_k)
            readings = reader.read(question.text, [hit.text for hit in hits])
            asks = telling(understand(question.text), corpus)
            holds = question.title in titles and bool(question.golds)
            yield Asked(setting, is_even, holds, question, asks, hits, readings)


def _load(name: str) -> tuple[dict[str, list[str]], list[Question]]:
    """Articles as title to paragraphs, and all questions."""
    with gzip.open(path_of(name), "rt", encoding="utf-8") as file:
        data = json.load(file)["data"]
    articles: dict[str, list[str]] = {}
    questions = []
    for at, article in enumerate(data):
        title = (article.get("title") or f"{UNTITLED}{at}").replace("_", " ")
        articles[title] = [p["context"] for p in article["paragraphs"]]
        for paragraph in article["paragraphs"]:
            for qa in paragraph["qas"]:
                golds = () if qa.get("is_impossible") else tuple(a["text"] for a in qa["answers"])
                questions.append(Question(qa["question"], golds, title, paragraph["context"]))
    return articles, questions
