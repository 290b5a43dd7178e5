"""The page when things are not as they should be: server gone, narrow window, old version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.pages.conftest import Trouble
from tests.web.pages.served import Served, serving, stop
from tests.web.pages.steps import ask, is_in_viewport, scrolls_sideways

pytestmark = pytest.mark.browser

STATIC = Path(__file__).parents[3] / "web" / "static" / "js"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
FLED = "How many people have fled Daraa, according to the UN?"


def test_a_stopped_server_keeps_the_question_until_it_is_back(
    page: Page, tmp_path: Path, trouble: Trouble
) -> None:
    trouble.expected.append("Failed to load resource: net::ERR_")
    with serving(tmp_path / "library") as served:
        page.goto(served.url)
        port = served.port
        stop(served.process)
        page.locator("#question").fill(FLED)
        page.locator("#question").press("Enter")
        turn = page.locator("#turn-1")
        expect(turn.get_by_role("alert")).to_contain_text("Dateline does not answer")
        expect(turn.locator("h2")).to_have_text(FLED)
        expect(page.locator("#server-state")).to_contain_text("Waiting for it")

    with serving(tmp_path / "library", port):
        expect(page.locator("#server-state")).to_contain_text("Dateline is back")
        turn.get_by_role("button", name="Try again").click()
        expect(turn.locator(".answer")).to_be_visible()
        expect(page.locator("#server-state")).to_be_hidden()


def test_a_refused_question_says_why_and_can_be_edited(
    page: Page, examples: Served, trouble: Trouble
) -> None:
    trouble.expected.append("422")
    page.goto(examples.url)
    page.locator("#question").fill("why " * 5000)
    page.locator("#question").press("Enter")
    turn = page.locator("#turn-1")
    expect(turn.get_by_role("alert")).to_contain_text(re.compile("too long|characters|at most"))
    turn.get_by_role("button", name="Edit the question").click()
    expect(page.locator("#question")).to_be_focused()
    assert page.locator("#question").input_value().startswith("why why")
    expect(page.locator(".turn")).to_have_count(0)


def test_a_broken_stream_falls_back_to_plain_json(page: Page, examples: Served) -> None:
    def cut_off(route: Route) -> None:
        if "text/event-stream" in route.request.headers["accept"]:
            route.fulfill(
                content_type="text/event-stream",
                body='event: reading\ndata: {"done": 1, "total": 8}\n\nevent: do',
            )
        else:
            route.continue_()

    page.route("**/api/v1/answer", cut_off)
    page.goto(examples.url)
    turn = ask(page, FLED)
    expect(turn.locator(".wording .value").first).to_have_text("38,000")


def test_a_wait_can_be_stopped(page: Page, examples: Served) -> None:
    held: list[Route] = []
    page.route("**/api/v1/answer", lambda route: held.append(route))
    page.goto(examples.url)
    page.locator("#question").fill(FLED)
    page.locator("#question").press("Enter")
    expect(page.locator(".state")).to_contain_text("Searching the articles…")
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("alert")).to_contain_text("Stopped.")
    page.unroute("**/api/v1/answer")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".answer")).to_be_visible()


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_nothing_scrolls_sideways_on_a_phone(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    assert not scrolls_sideways(page)
    turn = ask(page, FLED)
    ask(page, f"What is {'a' * 300}?")
    assert not scrolls_sideways(page)
    page.get_by_role("button", name="Add").click()
    assert not scrolls_sideways(page)
    page.keyboard.press("Escape")
    turn.get_by_role("link", name="Read in the article").first.click()
    expect(page.locator("#mark")).to_be_focused()
    assert is_in_viewport(page.locator("#mark"))
    assert not scrolls_sideways(page)
    page.goto(f"{examples.url}/articles")
    assert not scrolls_sideways(page)


def test_an_older_version_says_that_it_is_one(page: Page, empty: Served) -> None:
    url = "https://bay-herald.example/toll"
    for text in ("At least four people died, police said.", "Nine people died, police said."):
        added = page.request.post(
            f"{empty.url}/api/v1/articles", data={"title": "Toll", "text": text, "url": url}
        )
        article_id = added.json()["articles"][0]["id"]
    page.goto(f"{empty.url}/articles/{article_id}?v=1&start=0&end=8")
    expect(page.get_by_role("note")).to_contain_text("version 1")
    expect(page.locator(".story-text")).to_contain_text("At least four")
    page.get_by_role("link", name="Read the current version").click()
    expect(page.get_by_role("note")).to_have_count(0)
    expect(page.locator(".story-text")).to_contain_text("Nine people")


def test_an_unknown_article_gives_a_page_that_says_so(
    page: Page, examples: Served, trouble: Trouble
) -> None:
    trouble.expected.append("404")
    page.goto(f"{examples.url}/articles/no-such-article")
    expect(page.locator(".error-page")).to_contain_text("no-such-article")
    page.get_by_role("link", name="Ask a question").click()
    expect(page.locator("#question")).to_be_visible()


def test_no_script_of_the_page_assigns_markup() -> None:
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(")
    scripts = sorted(STATIC.glob("*.js"))
    assert len(scripts) > 10
    assert [path.name for path in scripts if forbidden.search(path.read_text())] == []
