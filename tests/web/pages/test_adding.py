"""Adding articles on the page: pasted, chosen, dropped; hostile ones stay text."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.web.pages.conftest import Trouble
from tests.web.pages.served import Served
from tests.web.pages.steps import ask, is_in_viewport

pytestmark = pytest.mark.browser

PASTED = (
    "The harbour of Ostrava Bay was closed on Monday after a tanker ran aground. "
    "Some 4,300 people were moved from their homes, the coast guard said."
)
QUESTION = "How many people were moved from their homes?"


def test_an_empty_library_says_how_to_begin(page: Page, empty: Served) -> None:
    page.goto(empty.url)
    expect(page.get_by_role("heading", name="Your library is empty.")).to_be_visible()
    expect(page.locator(".example")).to_have_count(0)
    turn = ask(page, QUESTION)
    expect(turn).to_contain_text("no articles yet")
    turn.get_by_role("button", name="Add an article").click()
    expect(page.get_by_role("dialog", name="Add articles")).to_be_visible()


def test_a_pasted_article_is_asked_and_found(page: Page, empty: Served) -> None:
    page.goto(empty.url)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(PASTED)
    page.get_by_label("Title").fill("Tanker aground")
    page.get_by_label("Publisher", exact=True).last.fill("Bay Herald")
    page.get_by_label("Published on").fill("2024-03-12")
    page.get_by_label("Web address").fill("https://bay-herald.example/tanker")
    page.get_by_role("button", name="Add article", exact=True).click()
    expect(page.locator("#add-list li")).to_contain_text(["Tanker aground"])
    expect(page.locator("#add-list .add-state")).to_have_text("added")
    page.get_by_role("button", name="Close").click()

    expect(page.locator("#article-count")).to_have_text("1")
    turn = ask(page, QUESTION)
    expect(turn.locator(".citation mark").first).to_contain_text("4,300")
    expect(turn.locator(".citation-source").first).to_contain_text("Bay Herald · 12 March 2024")
    expect(turn.get_by_role("link", name="Original").first).to_have_attribute(
        "href", "https://bay-herald.example/tanker"
    )


def test_a_refused_paste_keeps_what_was_typed(page: Page, empty: Served, trouble: Trouble) -> None:
    trouble.expected.append("422")
    page.goto(empty.url)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(PASTED)
    page.get_by_label("Web address").fill("ftp://bay-herald.example/tanker")
    page.get_by_role("button", name="Add article", exact=True).click()
    expect(page.locator("#paste-error")).to_contain_text("ftp://bay-herald.example/tanker")
    assert page.get_by_label("Text of the article").input_value() == PASTED


def test_a_dropped_file_is_added(page: Page, empty: Served) -> None:
    page.goto(empty.url)
    drop = """(text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "tanker.txt", { type: "text/plain" }));
        return data;
    }"""
    transfer = page.evaluate_handle(drop, PASTED)
    page.dispatch_event("body", "dragenter", {"dataTransfer": transfer})
    expect(page.get_by_text("Drop to add to the library")).to_be_visible()
    page.dispatch_event("body", "drop", {"dataTransfer": transfer})
    expect(page.get_by_text("Drop to add to the library")).to_be_hidden()
    expect(page.locator("#add-list .add-state")).to_have_text("added")
    page.keyboard.press("Escape")
    turn = ask(page, QUESTION)
    expect(turn.locator(".citation mark").first).to_contain_text("4,300")


def test_each_chosen_file_has_its_own_result(page: Page, empty: Served, trouble: Trouble) -> None:
    trouble.expected.append("422")
    lines = [{"title": f"Story {n}", "text": f"{PASTED} This is story {n}."} for n in range(3)]
    lines[1] = lines[0]
    page.goto(empty.url)
    page.get_by_role("button", name="Add an article").click()
    page.locator("#file-input").set_input_files(
        [
            _file("one.txt", PASTED.encode()),
            _file("broken.txt", bytes(range(256)) * 8),
            _file("three.jsonl", "\n".join(map(json.dumps, lines)).encode()),
        ]
    )
    rows = page.locator("#add-list > li")
    expect(rows.nth(0)).to_have_attribute("data-state", "done")
    expect(rows.nth(1)).to_have_attribute("data-state", "failed")
    expect(rows.nth(1).locator(".add-notes")).to_contain_text("broken.txt")
    expect(rows.nth(2).locator(".add-state")).to_have_text(
        "3 articles: 2 added, 1 already in the library"
    )
    expect(page.locator("#article-count")).to_have_text("3")


def test_a_file_of_many_articles_becomes_a_job(page: Page, own: Served) -> None:
    lines = [{"title": f"Story {n}", "text": f"{PASTED} This is story {n}."} for n in range(120)]
    page.goto(own.url)
    page.get_by_role("button", name="Add an article").click()
    page.locator("#file-input").set_input_files(
        _file("many.jsonl", "\n".join(map(json.dumps, lines)).encode())
    )
    state = page.locator("#add-list .add-state")
    expect(state).to_have_text("120 articles: 120 added", timeout=60_000)
    expect(page.locator("#article-count")).to_have_text("120")


def test_markup_in_an_article_is_shown_and_never_run(page: Page, empty: Served) -> None:
    title = "<script>alert('title')</script><img src=x onerror=alert(1)>"
    text = (
        "Some 4,300 <b onmouseover=alert(2)>people</b> were moved from their homes on Monday, "
        "<script>alert('text')</script> the coast guard said.\n\n"
        "</mark><iframe src=javascript:alert(3)></iframe> 🌍 {{ 7 * 7 }}"
    )
    page.goto(empty.url)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(text)
    page.get_by_label("Title").fill(title)
    page.get_by_label("Publisher", exact=True).last.fill("<i>Herald</i>")
    page.get_by_role("button", name="Add article", exact=True).click()
    expect(page.locator("#add-list .add-name")).to_have_text(title)
    page.keyboard.press("Escape")

    turn = ask(page, QUESTION)
    expect(turn.locator(".citation cite").first).to_have_text(title)
    expect(turn.locator(".citation blockquote").first).to_contain_text("<b onmouseover=alert(2)>")
    turn.get_by_role("link", name="Read in the article").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".story-text")).to_contain_text("<script>alert('text')</script>")
    expect(page.locator(".story-text")).to_contain_text("🌍 {{ 7 * 7 }}")
    assert is_in_viewport(page.locator("#mark"))
    page.goto(f"{empty.url}/articles")
    expect(page.locator(".article-list a")).to_have_text([title])
    assert page.locator("main iframe, main img, main b, main i, main script").count() == 0


def test_an_article_can_be_removed(page: Page, empty: Served, trouble: Trouble) -> None:
    trouble.expected.append("a dialog opened")
    page.goto(empty.url)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_label("Text of the article").fill(PASTED)
    page.get_by_role("button", name="Add article", exact=True).click()
    page.locator("#add-list a").click()
    page.get_by_role("button", name="Remove from the library").click()
    expect(page).to_have_url(f"{empty.url}/articles")
    expect(page.get_by_text("There are no articles yet.")).to_be_visible()
    assert trouble.messages == ["a dialog opened"]


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}
