"""Fit the confidence model of the shipped reader and choose the refusal threshold.

    python -m training.fit_calibration            measure, fit, report, write calibration.json
    python -m training.fit_calibration --dry      measure, fit, report

Questions are asked of libraries that hold their article and of libraries that do not: all
articles of a half, one article, a few paragraphs; and of people and places that do not exist.
A candidate is right when its
token F1 with a gold answer is at least 0.6 and it stands in a library that holds the article.
Articles whose title has an even sha256 are fitted on; the report is on the odd ones.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from index.config import IndexConfig
from index.corpus import Corpus
from index.embedding import Embedder, open_embedder
from index.types import ArticleDraft
from qa.asking import telling_words
from qa.calibration import FILE, Calibration
from qa.config import QaConfig
from qa.evidence import Features, gather
from qa.metrics import auroc, expected_calibration_error, f1
from qa.reader import open_reader
from qa.reader.base import Reader

RIGHT_F1 = 0.6
CANDIDATES = 5
SMALL_LIBRARIES = 10
UNTITLED = "untitled "
NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")
SYLLABLES = "bra dol vek zor mi quu tal ren osh pli gar nu sten vo kha lir emp".split()
# Share of questions about absent articles that should be refused.
WANTED_REFUSALS = 0.85
FEATURES = [f.name for f in fields(Features)]
SETS = (
    "squad-dev-half-v1.1",
    "squad-dev-half-v2.0",
    "realtimeqa-evidence-half",
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its golds (none: unanswerable), and the article and paragraph it is about."""

    text: str
    golds: tuple[str, ...]
    title: str
    context: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What one question gave: candidate features, which of them are right, and the setting."""

    setting: str
    is_even: bool
    is_answerable: bool
    features: list[list[float]]
    right: list[bool]


@click.command()
@click.option("--questions", default=500, help="questions drawn by seed for each setting")
@click.option("--cache", type=click.Path(path_type=Path), help="keep measured features here")
@click.option("--dry", is_flag=True, help="write nothing into models/")
def main(questions: int, cache: Path | None, dry: bool) -> None:
    """Fit on the even articles, report on the odd ones."""
    config = QaConfig()
    if cache is not None and cache.exists():
        asked = [Asked(**row) for row in json.loads(cache.read_text("utf-8"))]
    else:
        asked = list(_measure(open_embedder(), open_reader(config), config, questions))
        if cache is not None:
            rows = [{f.name: getattr(a, f.name) for f in fields(Asked)} for a in asked]
            cache.write_text(json.dumps(rows), "utf-8")
    calibration = fit([a for a in asked if a.is_even])
    _report(calibration, [a for a in asked if not a.is_even])
    if not dry:
        _write(calibration, Path(__file__).parents[1] / "models" / "reader" / FILE)


def fit(asked: Sequence[Asked]) -> Calibration:
    """Fit weights on all candidates, then slope, bias and threshold on each question's best."""
    x = np.array([f for a in asked for f in a.features])
    y = np.array([r for a in asked for r in a.right])
    means, scales = x.mean(axis=0), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=1000).fit((x - means) / scales, y)
    raw = Calibration(
        tuple(model.coef_[0]), tuple(means), tuple(scales), float(model.intercept_[0]), 0.0
    )
    logits, right = _best(raw, asked, _logit)
    platt = LogisticRegression(C=1e6).fit(logits.reshape(-1, 1), right)
    slope, shift = float(platt.coef_[0][0]), float(platt.intercept_[0])
    weights = tuple(slope * w for w in raw.weights)
    scaled = Calibration(weights, raw.means, raw.scales, slope * raw.bias + shift, 0.0)
    absent = [a for a in asked if not a.is_answerable]
    refused, _ = _best(scaled, absent, Calibration.confidence)
    threshold = round(float(np.quantile(refused, WANTED_REFUSALS)), 3)
    return Calibration(scaled.weights, scaled.means, scaled.scales, scaled.bias, threshold)


def _logit(calibration: Calibration, features: Features) -> float:
    p = calibration.confidence(features)
    return float(np.log(p / (1 - p)))


def _best(
    calibration: Calibration,
    asked: Sequence[Asked],
    score: Callable[[Calibration, Features], float],
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Each question's highest score and whether that candidate is right."""
    best = []
    for one in asked:
        scored = [score(calibration, Features(*f)) for f in one.features]
        at = int(np.argmax(scored)) if scored else -1
        best.append((scored[at], one.right[at]) if scored else (-30.0, False))
    return np.array([b[0] for b in best]), np.array([b[1] for b in best], dtype=bool)


def _report(calibration: Calibration, asked: Sequence[Asked]) -> None:
    for name, weight in zip(FEATURES, calibration.weights, strict=True):
        print(f"{name:18} {weight:+.3f}")
    print(f"threshold {calibration.threshold}")
    scores, right = _best(calibration, asked, Calibration.confidence)
    print(
        f"all odd: {len(asked)} questions, ECE "
        f"{expected_calibration_error(scores.tolist(), right.tolist(), 15):.3f}, "
        f"AUROC {auroc(scores.tolist(), right.tolist()):.3f}"
    )
    for setting in sorted({a.setting for a in asked}):
        part = [a for a in asked if a.setting == setting]
        scores, right = _best(calibration, part, Calibration.confidence)
        kept = scores >= calibration.threshold
        accuracy = 100 * right[kept].mean() if kept.any() else 0.0
        print(
            f"{setting:40} n {len(part)} refused {100 * (1 - kept.mean()):.1f}% "
            f"right of answered {accuracy:.1f}% right forced {100 * right.mean():.1f}%"
        )


def _measure(embedder: Embedder, reader: Reader, config: QaConfig, count: int) -> Iterator[Asked]:
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
    held = {t: "\n\n".join(ps) for t, ps in articles.items() if _is_even(t) == is_even}
    own = _drawn(rng, [q for q in questions if q.title in held], count)
    yield "large own", own, held
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
            ArticleDraft(text=text, title="" if t.startswith(UNTITLED) else t)
            for t, text in library.items()
        )
        for question in questions:
            hits = corpus.search(question.text, config.top_k)
            readings = reader.read(question.text, [hit.text for hit in hits])
            names = telling_words(question.text, corpus.word_pieces)
            found = gather(names, corpus.term_weights(question.text), hits, readings)
            kept = found[:CANDIDATES]
            holds = question.title in library and bool(question.golds)
            right = [holds and f1(e.value, question.golds) >= RIGHT_F1 for e in kept]
            features = [e.features.as_list() for e in kept]
            yield Asked(setting, is_even, holds, features, right)


def _load(name: str) -> tuple[dict[str, list[str]], list[Question]]:
    """Articles as title to paragraphs, and all questions."""
    path = Path(os.environ["DATELINE_DATASETS"]) / "valid" / f"{name}.json.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
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


def _is_even(title: str) -> bool:
    return hashlib.sha256(title.encode("utf-8")).digest()[-1] % 2 == 0


def _write(calibration: Calibration, path: Path) -> None:
    stored = {
        "features": FEATURES,
        "weights": [round(w, 5) for w in calibration.weights],
        "means": [round(m, 5) for m in calibration.means],
        "scales": [round(s, 5) for s in calibration.scales],
        "bias": round(calibration.bias, 5),
        "threshold": calibration.threshold,
    }
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
