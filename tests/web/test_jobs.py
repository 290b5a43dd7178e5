"""Jobs: one after another, bounded, and they end with the batch in hand when told to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence

import pytest

from index.corpus import Corpus
from index.embedding import Embeddings
from index.errors import InvalidSettingError, JobNotFoundError
from index.types import ArticleDraft
from tests.conftest import with_web
from tests.fakes import HashingEmbedder
from web.adding import CHUNK, Entry, add_in_order, failed
from web.app import create_app
from web.errors import BusyError
from web.jobs import MAX_WAITING, Job, Jobs
from web.services import Services
from web.settings import Settings


class GatedEmbedder(HashingEmbedder):
    """Embeds only while its gate is open; says when it first waits."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.reached = threading.Event()

    def embed(self, texts: Sequence[str]) -> Embeddings:
        self.reached.set()
        assert self.gate.wait(10)
        return super().embed(texts)


@pytest.fixture
def embedder() -> GatedEmbedder:
    return GatedEmbedder()


@pytest.fixture
def corpus(settings: Settings, embedder: GatedEmbedder) -> Iterator[Corpus]:
    with Corpus.open(settings.index, embedder) as opened:
        yield opened
        embedder.gate.set()


def drafts(count: int, word: str = "day") -> list[ArticleDraft]:
    return [ArticleDraft(text=f"Message {number} of the {word} came.") for number in range(count)]


def ended(jobs: Jobs, job: Job) -> Job:
    for _ in range(200):
        now = jobs.job(job.id)
        if now.status not in ("queued", "running"):
            return now
        time.sleep(0.02)
    raise AssertionError("the job did not end")


def test_jobs_run_one_after_another(corpus: Corpus, embedder: GatedEmbedder) -> None:
    jobs = Jobs()
    first, second = jobs.start(corpus, drafts(3)), jobs.start(corpus, drafts(2, "night"))
    assert embedder.reached.wait(5)
    assert jobs.job(first.id).status == "running"
    assert jobs.job(second.id).status == "queued"
    embedder.gate.set()
    assert [ended(jobs, job).count("added") for job in (first, second)] == [3, 2]


def test_a_stopped_job_keeps_its_batch(corpus: Corpus, embedder: GatedEmbedder) -> None:
    jobs = Jobs()
    running = jobs.start(corpus, drafts(3 * CHUNK))
    waiting = jobs.start(corpus, drafts(2, "night"))
    assert embedder.reached.wait(5)
    stopping = threading.Thread(target=jobs.stop)
    stopping.start()
    embedder.gate.set()
    stopping.join(10)
    assert jobs.job(running.id).status == "stopped"
    assert len(jobs.job(running.id).results) == corpus.stats().articles == CHUNK
    assert jobs.job(waiting.id).status == "queued"


def test_too_many_waiting_jobs_are_refused(corpus: Corpus, embedder: GatedEmbedder) -> None:
    jobs = Jobs()
    for number in range(MAX_WAITING):
        jobs.start(corpus, drafts(1, f"year {number}"))
    with pytest.raises(BusyError, match="try again"):
        jobs.start(corpus, drafts(1))
    embedder.gate.set()
    jobs.stop()


def test_unknown_job() -> None:
    with pytest.raises(JobNotFoundError, match="nothing"):
        Jobs().job("nothing")


def test_results_come_in_the_order_sent(corpus: Corpus, embedder: GatedEmbedder) -> None:
    embedder.gate.set()
    one, two = drafts(2)
    statuses: list[str] = []
    entries: list[Entry] = [
        failed("a", "bad"),
        one,
        failed("b", "bad"),
        two,
        ArticleDraft(text=" "),
    ]
    add_in_order(corpus, entries, lambda result: statuses.append(result.status))
    assert statuses == ["failed", "added", "failed", "added", "failed"]


def test_a_rate_that_is_none_is_told(services: Services, embedder: GatedEmbedder) -> None:
    with pytest.raises(InvalidSettingError, match="often"):
        create_app(with_web(services, answer_rate="often"))
