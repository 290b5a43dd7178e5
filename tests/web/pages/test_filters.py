"""Filters of the questions: set, shown as chips, sent, taken away."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.pages.served import Served
from tests.web.pages.steps import ask, questions_sent

pytestmark = pytest.mark.browser

TOLL = "How many people died in the Lenne floods?"


def test_filters_are_shown_sent_and_removable(page: Page, examples: Served) -> None:
    sent = questions_sent(page)
    page.goto(examples.url)
    page.locator("#filters summary").click()
    page.get_by_label("Published from").fill("2023-07-01")
    page.get_by_label("Published until").fill("2023-12-31")
    page.locator("#filter-publisher").fill("Meridian Wire")
    page.locator("#filter-publisher").press("Enter")

    chips = page.locator(".chip")
    expect(chips).to_have_text(["from 1 July 2023", "until 31 December 2023", "Meridian Wire"])
    turn = ask(page, TOLL)
    assert sent[-1]["filters"] == {
        "published_after": "2023-07-01",
        "published_before": "2023-12-31",
        "publishers": ["Meridian Wire"],
    }
    expect(turn.locator(".asked-filters")).to_contain_text("Meridian Wire")
    assert set(turn.locator(".publisher").all_inner_texts()) <= {"Meridian Wire"}

    page.reload()
    expect(chips).to_have_count(3)
    for _ in range(3):
        chips.first.click()
    ask(page, TOLL)
    assert "filters" not in sent[-1]


def test_nothing_passes_the_filters_and_the_way_out(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    page.locator("#filters summary").click()
    page.get_by_label("Published until").fill("1950-01-01")
    page.keyboard.press("Escape")
    turn = ask(page, TOLL)
    expect(turn).to_contain_text("No article passes the filters you set.")
    turn.get_by_role("button", name="Ask again without filters").click()
    expect(page.locator("#turn-2 .answer")).to_be_visible()
    expect(page.locator("#turn-2 .answer")).not_to_contain_text("No article passes")
    expect(page.locator(".chip")).to_have_count(0)


def test_known_publishers_are_suggested(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    page.locator("#filters summary").click()
    expect(page.locator("#publishers option[value='Levant Courier']")).to_be_attached()


def test_questions_can_be_limited_to_one_article(page: Page, examples: Served) -> None:
    page.goto(f"{examples.url}/articles")
    title = "UN says 38,000 have fled Daraa in a month"
    page.get_by_role("link", name=title).click()
    page.get_by_role("link", name="Ask about this article").click()
    expect(page.locator(".chip")).to_have_text([f"only “{title}”"])
    turn = ask(page, "How many people have fled?")
    assert set(turn.locator(".citation cite").all_inner_texts()) == {title}
