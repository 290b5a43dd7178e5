"""Jobs: articles that are added after the call has returned, one job after another.

Kept in memory, so a restart forgets them; what they committed stays in the library, and
sending the same articles again adds only the rest.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

from index.corpus import Corpus
from index.errors import DatelineError, JobNotFoundError
from index.types import AddResult, AddStatus
from web.adding import Entry, add_in_order
from web.errors import BusyError

logger = logging.getLogger(__name__)

JobStatus = Literal["queued", "running", "done", "failed", "stopped"]
MAX_WAITING = 16
MAX_KEPT = 200


@dataclass(frozen=True, slots=True)
class Job:
    """What a job has done so far: `results` grows to `total` in the order sent."""

    id: str
    status: JobStatus
    total: int
    results: tuple[AddResult, ...] = ()
    error: str | None = None

    def count(self, status: AddStatus) -> int:
        """Count the results with a status."""
        return sum(result.status == status for result in self.results)


class Jobs:
    """Runs the jobs of one process in one thread, oldest first."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._results: dict[str, list[AddResult]] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")

    def start(self, corpus: Corpus, entries: Sequence[Entry]) -> Job:
        """Queue articles for adding; an AddResult among them failed before and is kept.

        Raises BusyError when too many jobs wait.
        """
        job = Job(id=secrets.token_urlsafe(9), status="queued", total=len(entries))
        with self._lock:
            waiting = sum(known.status in ("queued", "running") for known in self._jobs.values())
            if waiting >= MAX_WAITING:
                raise BusyError(f"{waiting} jobs are waiting already; try again in a minute.")
            self._jobs[job.id] = job
            self._results[job.id] = []
            self._forget_old()
        self._pool.submit(self._run, job.id, corpus, entries)
        return job

    def job(self, job_id: str) -> Job:
        """Give a job as it stands now, or raise JobNotFoundError."""
        with self._lock:
            if job_id not in self._jobs:
                raise JobNotFoundError(
                    f"No job has the id {job_id[:100]!r}; a restart of the server forgets jobs."
                )
            return replace(self._jobs[job_id], results=tuple(self._results[job_id]))

    def stop(self) -> None:
        """Let the running job end with the batch in hand; jobs that wait never start."""
        self._stopping.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, job_id: str, corpus: Corpus, entries: Sequence[Entry]) -> None:
        self._mark(job_id, "running")
        try:
            add_in_order(corpus, entries, self._results[job_id].append, self._stopping)
        except DatelineError as exc:
            self._mark(job_id, "failed", str(exc))
        except Exception:
            logger.exception("job %s failed", job_id)
            self._mark(job_id, "failed", "Something went wrong; the server's log says more.")
        else:
            self._mark(job_id, "stopped" if self._stopping.is_set() else "done")

    def _mark(self, job_id: str, status: JobStatus, error: str | None = None) -> None:
        with self._lock:
            self._jobs[job_id] = replace(self._jobs[job_id], status=status, error=error)

    def _forget_old(self) -> None:
        finished = [
            key for key, job in self._jobs.items() if job.status not in ("queued", "running")
        ]
        for key in finished[: max(0, len(self._jobs) - MAX_KEPT)]:
            del self._jobs[key], self._results[key]
