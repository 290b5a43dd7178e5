"""One contract for every VectorIndex, and FAISS against exact search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.embedding import Embeddings
from index.vectors import cache
from index.vectors.base import VectorIndex
from index.vectors.exact import ExactIndex
from index.vectors.faiss_index import FaissIndex

DIM = 16


def _unit(count: int, seed: int = 0) -> Embeddings:
    rows = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    unit: Embeddings = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _ivf() -> FaissIndex:
    index = FaissIndex(DIM)
    index.to_ivf(_unit(800, seed=9), 200)
    return index


MAKERS: dict[str, Callable[[], VectorIndex]] = {
    "exact": lambda: ExactIndex(DIM),
    "faiss": lambda: FaissIndex(DIM),
    "faiss-ivf": _ivf,
}


@pytest.fixture(params=MAKERS)
def index(request: pytest.FixtureRequest) -> VectorIndex:
    return MAKERS[request.param]()


def test_an_empty_index_finds_nothing(index: VectorIndex) -> None:
    ids, scores = index.search(_unit(1)[0], 5)
    assert (len(index), ids.tolist(), scores.tolist()) == (0, [], [])


def test_each_vector_finds_itself_first_with_cosine_one(index: VectorIndex) -> None:
    rows, ids = _unit(50), np.arange(100, 150)
    index.add(ids, rows)
    for row, wanted in zip(rows, ids, strict=True):
        found, scores = index.search(row, 3)
        assert found[0] == wanted
        assert scores[0] == pytest.approx(1.0, abs=2e-3)
        assert list(scores) == sorted(scores, reverse=True)


def test_removed_ids_are_never_found_and_do_not_count(index: VectorIndex) -> None:
    rows, ids = _unit(60), np.arange(60)
    index.add(ids, rows)
    index.remove(np.array([7, 8, 9, 1234]))
    assert len(index) == 57
    assert index.ids().tolist() == [i for i in range(60) if i not in (7, 8, 9)]
    found, _ = index.search(rows[7], 60, allowed=ids)
    assert sorted(found.tolist()) == index.ids().tolist()


def test_a_filter_for_one_id_finds_it_however_far_it_is(index: VectorIndex) -> None:
    rows, ids = _unit(200), np.arange(200)
    index.add(ids, rows)
    for wanted in (0, 77, 199):
        found, _ = index.search(-rows[wanted], 5, allowed=np.array([wanted]))
        assert found.tolist() == [wanted]


def test_an_empty_filter_finds_nothing(index: VectorIndex) -> None:
    index.add(np.arange(5), _unit(5))
    found, _ = index.search(_unit(1)[0], 5, allowed=np.empty(0, dtype=np.int64))
    assert found.tolist() == []


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 120), st.sets(st.integers(0, 119)), st.integers(1, 20), st.integers(0, 9))
def test_faiss_scores_like_exact_search(
    count: int, removed: set[int], top_k: int, seed: int
) -> None:
    rows, ids = _unit(count, seed), np.arange(count)
    exact, fast = ExactIndex(DIM), FaissIndex(DIM)
    gone = np.fromiter(removed, dtype=np.int64)
    for index in (exact, fast):
        index.add(ids, rows)
        index.remove(gone)
    query = _unit(1, seed + 100)[0]
    _, wanted = exact.search(query, top_k)
    found, scores = fast.search(query, top_k)
    assert np.allclose(scores, wanted, atol=2e-3)  # half precision may swap near ties
    assert not removed.intersection(found.tolist())


def test_a_saved_index_comes_back_without_its_removed_ids(tmp_path: Path) -> None:
    index = FaissIndex(DIM)
    index.add(np.arange(20), _unit(20))
    index.remove(np.array([3]))
    cache.save(tmp_path, index, generation=5, embedder="m")
    loaded = cache.load(tmp_path, "m", DIM)
    assert loaded is not None
    assert loaded[0].ids().tolist() == [i for i in range(20) if i != 3]
    assert loaded[1].generation == 5
    assert len(list(tmp_path.glob("*.faiss"))) == 1


@pytest.mark.parametrize("damage", ["truncate", "flip", "missing", "stamp"])
def test_a_damaged_file_is_not_loaded(tmp_path: Path, damage: str) -> None:
    index = FaissIndex(DIM)
    index.add(np.arange(20), _unit(20))
    cache.save(tmp_path, index, 1, "m")
    path = next(tmp_path.glob("*.faiss"))
    data = path.read_bytes()
    if damage == "truncate":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "flip":
        path.write_bytes(data[:-9] + bytes([data[-9] ^ 0xFF]) + data[-8:])
    elif damage == "missing":
        path.unlink()
    else:
        (tmp_path / cache.STAMP).write_text("{not json")
    assert cache.load(tmp_path, "m", DIM) is None


def test_an_index_of_another_model_is_not_loaded(tmp_path: Path) -> None:
    index = FaissIndex(DIM)
    index.add(np.arange(3), _unit(3))
    cache.save(tmp_path, index, 1, "model-a")
    assert cache.load(tmp_path, "model-b", DIM) is None
    assert cache.load(tmp_path, "model-a", DIM + 1) is None
