"""Functions of the page's modules, called in the browser: marks in a sentence, probabilities in
words, events from a stream, what is kept of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.pages.served import Served

pytestmark = pytest.mark.browser

Call = Callable[..., Any]

CALL = """async ([module, name, given]) => {
    const found = (await import(`/static/js/${module}.js`))[name];
    return found(...given);
}"""


@pytest.fixture
def call(page: Page, examples: Served) -> Call:
    page.goto(examples.url)
    return lambda module, name, *given: page.evaluate(CALL, [module, name, given])


def test_values_and_source_numbers_are_found_in_the_sentence(call: Call) -> None:
    pieces = call(
        "quote", "segments", "In 1953, 53 of [9] left [1].", [{"value": "53", "n": 1}], [1]
    )
    assert [(piece["kind"], piece["text"]) for piece in pieces] == [
        ("plain", "In 1953, "),
        ("value", "53"),
        ("plain", " of [9] left "),
        ("source", "[1]"),
        ("plain", "."),
    ]


def test_a_value_is_marked_before_its_own_source(call: Call) -> None:
    """A day of the month in another claim's words was marked as the value."""
    text = "21, says A (17 June) [1]; 17, says B [2], up from eleven [3]."
    values = [{"value": value, "n": n} for value, n in (("21", 1), ("17", 2), ("Eleven", 3))]
    pieces = call("quote", "segments", text, values, [1, 2, 3])
    marked = [n for n, piece in enumerate(pieces) if piece["kind"] == "value"]
    assert [(pieces[n]["text"], pieces[n + 1]["text"]) for n in marked] == [
        ("21", ", says A (17 June) "), ("17", ", says B "), ("eleven", " "),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("probability", "words", "shown"),
    [
        (0.9, "Very likely right", "90%"),
        (0.7, "Likely right", "70%"),
        (0.5, "More likely right than wrong", "50%"),
        (0.2, "Doubtful: check the source", "20%"),
        (0.999, "Very likely right", "over 99%"),
        (0.001, "Doubtful: check the source", "under 1%"),
    ],
)
def test_probabilities_in_words(call: Call, probability: float, words: str, shown: str) -> None:
    assert call("confidence", "inWords", probability)["words"] == words
    assert call("format", "percent", probability) == shown


def test_events_may_be_cut_anywhere(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    received = page.evaluate(
        """async () => {
            const { events } = await import("/static/js/stream.js");
            const text = ': hello\\r\\n\\r\\nevent: reading\\ndata: {"done":\\ndata: 1}\\n\\n'
                + 'event: done\\ndata: {"text": "🌍"}\\n\\n';
            const bytes = new TextEncoder().encode(text);
            const byByte = new ReadableStream({ start(controller) {
                for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
                controller.close();
            } });
            const found = [];
            for await (const event of events(byByte)) found.push(event);
            return found;
        }"""
    )
    assert received == [
        {"event": "reading", "data": {"done": 1}},
        {"event": "done", "data": {"text": "🌍"}},
    ]


def test_a_full_storage_drops_the_oldest_turns(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    kept = page.evaluate(
        """async () => {
            const { Conversation } = await import("/static/js/conversation.js");
            const room = { held: null, getItem: () => null, setItem(key, value) {
                if (value.length > 260) throw new DOMException("full", "QuotaExceededError");
                this.held = value;
            } };
            const conversation = new Conversation(room);
            for (const number of [1, 2, 3, 4, 5, 6]) conversation.start(`question ${number}`, {});
            return JSON.parse(room.held).turns.map((turn) => turn.question);
        }"""
    )
    assert kept[-1] == "question 6"
    assert "question 1" not in kept
