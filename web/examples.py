"""Questions to try on an empty page: real ones, shown only where they have an answer.

They belong to the articles in examples/; a library without those offers none.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from index.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Example:
    """A question and the address of the article that answers it."""

    question: str
    url: str


# Of many kinds: a figure over time, disagreements, a year, a person, a yes or no.
EXAMPLES = (
    Example(
        "How many people have fled Daraa, according to the UN?",
        "https://levant-courier.example/2021/08/24/un-says-38000-have-fled-daraa",
    ),
    Example(
        "How many army positions were set up in Daraa al-Balad?",
        "https://northern-post.example/world/2021/09/09/syrian-army-enters-daraa-al-balad",
    ),
    Example(
        "How much did the Aurelle mission cost?",
        "https://harbour-times.example/science/2024/10/03/aurelle-probe-leaves-for-asteroid-kestra",
    ),
    Example(
        "When did Daraa return to government control?",
        "https://northern-post.example/explainers/2021/08/27/daraa-where-the-uprising-began",
    ),
    Example(
        "Who is the chief executive of Corvane?",
        "https://meridian-business.example/2024/09/17/corvane-to-close-tarnbeck-plant",
    ),
    Example(
        "Is Kestra dangerous for Earth?",
        "https://northern-post.example/science/2024/09/28/why-go-to-a-metal-world",
    ),
)
HITS_LOOKED_AT = 5


class ExampleQuestions:
    """The examples that a library can answer, found once per state of the library."""

    def __init__(self, examples: tuple[Example, ...] = EXAMPLES) -> None:
        self._examples = examples
        self._found: tuple[str, ...] = ()
        self._generation: int | None = None
        self._lock = threading.Lock()

    def questions(self, corpus: Corpus) -> list[str]:
        """Give the questions whose article a search for them finds."""
        with self._lock:
            generation = corpus.generation
            if generation != self._generation:
                self._found = tuple(
                    example.question
                    for example in self._examples
                    if corpus.stats().articles and _is_answered(corpus, example)
                )
                self._generation = generation
            return list(self._found)


def _is_answered(corpus: Corpus, example: Example) -> bool:
    hits = corpus.search(example.question, HITS_LOOKED_AT)
    return any(hit.article.url == example.url for hit in hits)
