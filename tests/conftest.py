"""Fixtures that more than one package's tests use: a small library and an app over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.config import IndexConfig
from index.corpus import Corpus
from index.types import ArticleDraft
from qa.config import QaConfig
from qa.pipeline import Pipeline
from tests.fakes import HashingEmbedder, RuleReader, null_margin_calibration
from web.app import create_app
from web.opening import Opened
from web.services import Services
from web.settings import Settings, WebConfig

ARTICLES = (
    ArticleDraft(
        title="Thousands leave Ostrel",
        text=(
            "Some 4,200 people fled Ostrel after the dam gave way, the council said on Monday. "
            "The mayor Ada Brandt asked for tents and clean water.\n\n"
            "Schools in Ostrel stay closed until Friday. 🌊 Buses run every hour."
        ),
        publisher="Valley Post",
        url="https://valley-post.example/ostrel",
        published_at=date(2023, 5, 2),
    ),
    ArticleDraft(
        title="Ferry returns to Kalm",
        text=(
            "The ferry to Kalm sails again. It carries 180 passengers, the harbour master "
            "Jonas Reek told reporters."
        ),
        publisher="Island Gazette",
        published_at=date(2024, 1, 9),
    ),
    ArticleDraft(title="A note on tents", text="Tents keep out rain. They do not keep out wind."),
)


@pytest.fixture
def embedder() -> HashingEmbedder:
    return HashingEmbedder()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a server without a rate limit, over a library in a temporary folder."""
    index = IndexConfig(home=tmp_path / "library")
    return Settings(index, QaConfig(), WebConfig(answer_rate=""))


@pytest.fixture
def corpus(settings: Settings, embedder: HashingEmbedder) -> Iterator[Corpus]:
    """An empty library."""
    with Corpus.open(settings.index, embedder) as opened:
        yield opened


@pytest.fixture
def article_ids(corpus: Corpus) -> list[str]:
    """The ids of ARTICLES, which are now in the library."""
    return [result.id for result in corpus.add(ARTICLES)]


@pytest.fixture
def services(settings: Settings, corpus: Corpus) -> Iterator[Services]:
    pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration(), settings.qa)
    opened = Services(settings, Opened(corpus, pipeline))
    yield opened
    opened.jobs.stop()


@pytest.fixture
def client(services: Services) -> FlaskClient:
    """A client of the real app over the library of `corpus`."""
    return create_app(services).test_client()


def with_web(services: Services, **changes: object) -> Services:
    """The same services under other web settings."""
    web = replace(services.settings.web, **changes)  # type: ignore[arg-type]
    return Services(replace(services.settings, web=web), services.opened)
