"""Verify a library: the truth against itself, its caches and its embedder. Changes nothing."""

from __future__ import annotations

import random

import numpy as np

from index.caches import Caches
from index.embedding import Embedder
from index.identity import text_sha256
from index.loading import Loader
from index.store import Store
from index.types import CheckReport

# Half-precision storage alone keeps the cosine above 0.99999.
MIN_COSINE = 0.9995
MAX_NAMED = 5


def check(
    store: Store, caches: Caches, embedder: Embedder, loader: Loader, sample: int
) -> CheckReport:
    """Compare ids in all three, hashes, offsets, and `sample` passages embedded again."""
    truth = store.passage_ids()
    vectors, lexical = caches.ids()
    problems = _id_problems("vector index", truth, vectors)
    problems += _id_problems("full-text index", truth, lexical)
    problems += _text_problems(store)
    chosen = random.Random(0).sample(truth, min(sample, len(truth)))
    problems += _embedding_problems(store, embedder, loader, chosen)
    articles, passages = store.counts()
    return CheckReport(articles, passages, len(chosen), tuple(problems))


def _id_problems(where: str, truth: list[int], held: list[int]) -> list[str]:
    missing, extra = sorted(set(truth) - set(held)), sorted(set(held) - set(truth))
    found = []
    if missing:
        found.append(f"The {where} lacks {len(missing)} passages, such as {missing[:MAX_NAMED]}.")
    if extra:
        found.append(f"The {where} holds {len(extra)} unknown ones, such as {extra[:MAX_NAMED]}.")
    if len(held) != len(set(held)):
        found.append(f"The {where} holds {len(held) - len(set(held))} passages twice.")
    return found


def _text_problems(store: Store) -> list[str]:
    found = []
    for article_id in store.article_ids():
        article = store.article(article_id)
        if article is None:
            found.append(f"Article {article_id} has no current version.")
            continue
        if text_sha256(article.text) != article.sha256:
            found.append(f"The text of article {article_id} does not have its sha256.")
        rows = store.query(
            'SELECT id, version, start, "end" FROM passages WHERE article_id = ?', (article_id,)
        )
        for passage_id, version, start, end in rows:
            if version != article.version or not 0 <= start < end <= len(article.text):
                found.append(f"Passage {passage_id} does not fit article {article_id}.")
    return found


def _embedding_problems(
    store: Store, embedder: Embedder, loader: Loader, chosen: list[int]
) -> list[str]:
    found = []
    ids, stored = store.embeddings(chosen)
    passages = store.passages(ids)
    for passage_id, embedding in zip(ids, stored, strict=True):
        passage = passages[passage_id]
        article = store.article(passage.article_id)
        if article is None:
            continue
        span = (passage.start, passage.end)
        again = embedder.embed(loader.embedding_texts(article.title, article.text, [span]))[0]
        cosine = float(np.dot(again, embedding) / max(1e-9, float(np.linalg.norm(embedding))))
        if cosine < MIN_COSINE:
            found.append(f"Passage {passage_id} has another embedding (cosine {cosine:.4f}).")
    return found
