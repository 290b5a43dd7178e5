"""Asking in the browser: answer, sources, the way to the article and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.pages.served import Served
from tests.web.pages.steps import api_answer, ask, box, is_in_viewport, questions_sent

pytestmark = pytest.mark.browser

FLED = "How many people have fled Daraa, according to the UN?"
UNANSWERABLE = "What is the capital of Spain?"


def test_answer_shows_the_quote_with_the_answer_marked(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    expected = api_answer(page, examples, FLED)
    turn = ask(page, FLED)

    assert expected["answer"] == "38,000"
    expect(turn.locator(".wording .value").first).to_have_text("38,000")
    cited = expected["citations"][0]
    source = turn.locator(".citation").first
    expect(source.locator("mark")).to_have_text(cited["answer"])
    expect(source.locator("blockquote")).to_have_text(cited["quote"])
    expect(source.locator("cite")).to_have_text(cited["title"])
    expect(turn.locator(".confidence meter").first).to_have_attribute(
        "value", str(expected["confidence"])
    )
    expect(page.get_by_role("status").filter(has_text="38,000")).to_be_attached()


def test_source_leads_to_the_marked_quote_and_back_to_the_turn(
    page: Page, examples: Served
) -> None:
    page.goto(examples.url)
    ask(page, "Who brokered the truce in Daraa?")
    turn = ask(page, FLED)
    quote = turn.locator(".citation blockquote").first.inner_text()
    turn.get_by_role("link", name="Read in the article").first.click()

    mark = page.locator("#mark")
    expect(mark).to_be_focused()
    assert is_in_viewport(mark)
    assert page.locator("mark").all_inner_texts() == [quote]

    page.get_by_role("link", name="Back to the question").click()
    expect(page.locator("#turn-2 .answer")).to_be_visible()
    expect(page.locator("#turn-2 h2")).to_be_in_viewport()


def test_link_of_the_json_answer_leads_to_the_mark_too(page: Page, examples: Served) -> None:
    cited = api_answer(page, examples, FLED)["citations"][0]
    page.goto(f"{examples.url}{cited['link']}")
    expect(page.locator("#mark")).to_be_focused()
    expect(page.locator("#mark")).to_have_text(cited["quote"])


def test_marker_in_the_sentence_leads_to_its_source(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    turn = ask(page, FLED)
    marker = turn.locator(".wording .marker").first
    number = marker.inner_text().strip("[]")
    marker.click()
    expect(turn.locator(f"#turn-1-source-{number}")).to_be_focused()


def test_every_example_question_is_answered(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    questions = page.locator(".example").all_inner_texts()
    assert questions, "the page offers no examples"
    for question in questions:
        page.goto(examples.url)
        page.evaluate("sessionStorage.clear()")
        page.reload()
        page.get_by_role("button", name=question, exact=True).click()
        expect(page.locator('.answer[data-status="answered"]')).to_be_visible()


def test_no_answer_says_so_and_why(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    expected = api_answer(page, examples, UNANSWERABLE)
    turn = ask(page, UNANSWERABLE)

    assert expected["status"] == "no_answer"
    expect(turn).to_contain_text("I don’t know.")
    expect(turn.locator(".reason")).not_to_be_empty()
    expect(turn.locator(".citation")).to_have_count(0)
    expect(turn.locator(".closest li")).to_have_count(len(expected["closest"]))


def test_reload_keeps_the_conversation_and_new_forgets_it(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    ask(page, FLED)
    ask(page, UNANSWERABLE)
    before = page.locator("#conversation").inner_text()

    page.reload()
    expect(page.locator(".turn")).to_have_count(2)
    assert page.locator("#conversation").inner_text() == before

    page.get_by_role("button", name="New conversation").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_role("heading", name="Ask your articles.")).to_be_visible()
    page.reload()
    expect(page.locator(".turn")).to_have_count(0)


def test_questions_of_one_conversation_carry_its_id(page: Page, examples: Served) -> None:
    sent = questions_sent(page)
    page.goto(examples.url)
    ask(page, FLED)
    ask(page, "Who said so?")
    first, second = sent
    assert "conversation_id" not in first
    assert second["conversation_id"]
    page.get_by_role("button", name="New conversation").click()
    ask(page, FLED)
    assert "conversation_id" not in sent[2]


def test_everything_works_from_the_keyboard(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    page.locator("body").click(position={"x": 5, "y": 300})
    page.keyboard.press("/")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type("How many people have fled Daraa,")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("according to the UN?")
    assert page.locator("#question").input_value().count("\n") == 1
    page.keyboard.press("Enter")
    expect(page.locator('.answer[data-status="answered"]')).to_be_visible()

    page.evaluate("document.getElementById('main').focus()")
    _tab_to(page, ".wording .marker")
    page.keyboard.press("Enter")
    expect(page.locator("#turn-1-source-1")).to_be_focused()
    _tab_to(page, "a[data-opens]")
    page.keyboard.press("Enter")
    expect(page.locator("#mark")).to_be_focused()


def test_box_grows_with_its_text(page: Page, examples: Served) -> None:
    page.goto(examples.url)
    field = page.locator("#question")
    height = box(field)["height"]
    field.fill("one\ntwo\nthree\nfour")
    assert box(field)["height"] > 2 * height
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_enabled()
    field.fill("   ")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_disabled()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus; the keyboard reaches it or the test fails."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("(css) => document.activeElement.matches(css)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")
