"""What people do on the chat page, as functions on a Playwright page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FloatRect, Locator, Page, Request, expect

from tests.web.pages.served import Served


def ask(page: Page, question: str) -> Locator:
    """Type a question, send it with Enter, wait for its answer; gives the new turn."""
    number = page.locator(".turn").count()
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    turn = page.locator(".turn").nth(number)
    expect(turn.locator(".answer")).to_be_visible()
    return turn


def api_answer(page: Page, served: Served, question: str) -> dict[str, Any]:
    """Ask the JSON API the same, to compare."""
    reply = page.request.post(f"{served.url}/api/v1/answer", data={"question": question})
    assert reply.ok, reply.text()
    answer: dict[str, Any] = reply.json()
    return answer


def questions_sent(page: Page) -> list[Any]:
    """Give a list that grows by the JSON body of each question that the page sends."""
    bodies: list[Any] = []

    def note(request: Request) -> None:
        if request.url.endswith("/api/v1/answer"):
            bodies.append(request.post_data_json)

    page.on("request", note)
    return bodies


def box(locator: Locator) -> FloatRect:
    """Give where an element stands, in pixels; an unseen one fails the test."""
    found = locator.bounding_box()
    assert found, "the element is not shown"
    return found


def is_in_viewport(locator: Locator) -> bool:
    """Say whether an element stands wholly inside what is seen of the page."""
    return bool(
        locator.evaluate(
            """(element) => {
                const { top, bottom } = element.getBoundingClientRect();
                return top >= 0 && bottom <= window.innerHeight;
            }"""
        )
    )


def scrolls_sideways(page: Page) -> bool:
    """Say whether anything is wider than the window."""
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return bool(wide)
