"""The state of one server process, as its routes see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app

from qa.conversations import Conversations
from web.errors import NotReadyError
from web.examples import ExampleQuestions
from web.jobs import Jobs
from web.metrics import Metrics
from web.opening import Opened
from web.settings import Settings

if TYPE_CHECKING:
    from index.corpus import Corpus
    from qa.pipeline import Pipeline

EXTENSION = "dateline"


class Services:
    """Library, pipeline, conversations, jobs, counters.

    Until `opened` is set, `corpus` and `pipeline` raise NotReadyError.
    """

    def __init__(self, settings: Settings, opened: Opened | None = None) -> None:
        self.settings = settings
        self.opened = opened
        self.conversations = Conversations()
        self.jobs = Jobs()
        self.metrics = Metrics()
        self.examples = ExampleQuestions()

    @property
    def corpus(self) -> Corpus:
        """The library, once it is open."""
        return self._ready().corpus

    @property
    def pipeline(self) -> Pipeline:
        """The pipeline, once the models are loaded."""
        return self._ready().pipeline

    def close(self) -> None:
        """End the running job with the batch in hand, then close the library."""
        self.jobs.stop()
        if self.opened:
            self.opened.corpus.close()
            self.opened = None

    def _ready(self) -> Opened:
        if self.opened is None:
            raise NotReadyError("The library and the models are loading; try again in a second.")
        return self.opened


def services() -> Services:
    """The services of the app that handles this request."""
    found: Services = current_app.extensions[EXTENSION]
    return found
