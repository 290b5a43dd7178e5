"""Counters for /metrics. They know how many and how long, never what was asked."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from index.types import CorpusStats
from qa.types import Answer

LATENCY_BUCKETS_S = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0)


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self._requests = Counter(
            "dateline_requests",
            "Requests by route, method and status.",
            ("route", "method", "status"),
            registry=registry,
        )
        self._answers = Counter(
            "dateline_answers",
            "Answers by outcome: the kind, or the reason for none.",
            ("outcome",),
            registry=registry,
        )
        self._latency = Histogram(
            "dateline_answer_seconds",
            "Time from question to answer.",
            buckets=LATENCY_BUCKETS_S,
            registry=registry,
        )
        self._articles = Gauge("dateline_articles", "Articles held.", registry=registry)
        self._passages = Gauge("dateline_passages", "Passages held.", registry=registry)
        self._generation = Gauge("dateline_generation", "State of the library.", registry=registry)

    def requested(self, route: str, method: str, status: int) -> None:
        """Count a request under its route's pattern, never its address."""
        self._requests.labels(route, method, str(status)).inc()

    def answered(self, answer: Answer) -> None:
        """Count an answer and its time."""
        self._answers.labels(answer.reason or answer.kind).inc()
        self._latency.observe(answer.timing_ms.total / 1000)

    def text(self, stats: CorpusStats | None) -> bytes:
        """Write everything in the Prometheus text format."""
        if stats:
            self._articles.set(stats.articles)
            self._passages.set(stats.passages)
            self._generation.set(stats.generation)
        return generate_latest(self._registry)
