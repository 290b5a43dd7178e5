"""What the page makes of each kind of answer: its own modules, given contract JSON.

The modules run in the browser, imported from the server; answers are written by hand, so
that every kind is shown whatever the reader finds.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.pages import contract
from tests.web.pages.contract import Json
from tests.web.pages.served import Served
from tests.web.pages.steps import box, scrolls_sideways

pytestmark = pytest.mark.browser

Render = Callable[[Json], Locator]

RENDER = """async ([answer, filters]) => {
    const { TurnView } = await import("/static/js/turn.js");
    const record = { id: "turn-1", question: answer.question, filters: filters ?? {}, answer };
    window.asked = [];
    const view = new TurnView(record, { onAsk: (...what) => window.asked.push(what) });
    document.getElementById("conversation").replaceChildren(view.element);
}"""


@pytest.fixture
def render(page: Page, examples: Served) -> Render:
    page.goto(examples.url)

    def shown(answer: Json) -> Locator:
        page.evaluate(RENDER, [answer, {}])
        return page.locator("#turn-1")

    return shown


def test_offsets_count_code_points(render: Render) -> None:
    turn = render(
        contract.answer("38,000. [1]", [contract.claim("38,000", [1])], [contract.citation(1)])
    )
    # Both emoji before the answer take two UTF-16 units or more for each code point.
    expect(turn.locator(".citation mark")).to_have_text("38,000")
    expect(turn.locator("blockquote")).to_have_text(contract.QUOTE)


def test_one_claim_shows_who_when_and_how_many_sources(render: Render) -> None:
    made = contract.answer(
        "Some 38,000 people, according to the UN (24 August 2021). [1]",
        [contract.claim("38,000", [1, 2, 3])],
        [contract.citation(n) for n in (1, 2, 3)],
    )
    turn = render(made)
    facts = turn.locator(".facts").inner_text()
    assert "UN" in facts
    assert "written" not in facts, "The UN and UN are one spelling"
    assert "Tuesday 24 August 2021" in facts
    assert "“on Tuesday”" in facts
    assert "3 articles, 1 source" in facts
    expect(turn.locator(".claim-value")).to_have_count(0)
    expect(turn.locator(".confidence")).to_contain_text("Very likely right")
    expect(turn.locator(".confidence")).to_contain_text("90%")


def test_a_publisher_is_not_shown_as_a_speaker(render: Render) -> None:
    made = contract.claim("2018", [1], said_by="Levant Courier", said_by_kind="publisher")
    quote = "It was returned in 2018."
    turn = render(contract.answer("2018 [1]", [made], [contract.citation(1, quote, "2018")]))
    expect(turn.locator(".facts")).to_contain_text("Reported by")
    expect(turn.locator(".facts")).not_to_contain_text("Said by")


def test_a_value_of_a_whole_sentence_is_not_emphasised(render: Render) -> None:
    sentence = "The sirens depended on a mobile telephone mast which had lost its power that night."
    made = contract.answer(
        f"“{sentence}” [1]",
        [contract.claim(sentence, [1])],
        [contract.citation(1, sentence, sentence)],
        kind="sentence",
    )
    turn = render(made)
    expect(turn.locator(".wording")).to_contain_text(sentence)
    expect(turn.locator(".wording .value")).to_have_count(0)
    expect(turn.locator(".citation mark")).to_have_text(sentence)


def test_the_words_that_tell_are_emphasised_where_they_stand_in_their_sentence(
    render: Render,
) -> None:
    sentence = "The heat wave closed the line because of heat."
    at = 1000 + sentence.rindex("heat")
    cited = contract.citation(1, sentence, "heat", answer_start=at, answer_end=at + len("heat"))
    claims = [contract.claim("heat", [1])]
    turn = render(contract.answer(f"“{sentence}” [1]", claims, [cited], kind="sentence"))
    value = turn.locator(".wording .value")
    expect(value).to_have_text("heat")
    assert value.evaluate("node => node.nextSibling.textContent").startswith(".”")


def test_disagreement_stands_side_by_side(render: Render) -> None:
    turn = render(contract.disagreement())
    expect(turn.get_by_text("Sources disagree")).to_be_visible()
    expect(turn.locator(".claim-value .value")).to_have_text(["53", "45"])
    left, right = (box(turn.locator(".claim").nth(n)) for n in range(2))
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] < right["x"]
    expect(turn.locator(".claim").first).to_contain_text("2 articles, 1 source")


def test_development_has_a_chart_and_the_same_as_a_table(render: Render) -> None:
    turn = render(contract.development())
    chart = turn.get_by_role("img", name="From At least seven on 10 July 2023 to 33 on 29 July")
    expect(chart).to_be_visible()
    dots = turn.locator(".chart-dot")
    expect(dots).to_have_count(3)
    heights = [float(dots.nth(n).get_attribute("cy") or "nan") for n in range(3)]
    assert heights[0] > heights[1] > heights[2], "larger figures stand higher"
    rows = turn.locator("tbody tr")
    expect(rows.nth(0)).to_contain_text("10 July 2023")
    expect(rows.locator(".figure")).to_have_text(["At least seven", "19", "33"])


def test_a_disagreement_with_a_history_shows_who_says_what_now_and_the_table(
    render: Render,
) -> None:
    made = contract.disagreement()
    older = contract.claim("31", [4], said_by="SANA", said_on="2021-08-20")
    made["claims"] = [*made["claims"], older]
    made["citations"] = [*made["citations"], contract.citation(4, "SANA reported 31.", "31")]
    made["timeline"] = [
        {"date": day, "value": value, "said_by": by, "citation": n}
        for day, value, by, n in (
            ("2021-08-20", "31", "SANA", 4),
            ("2021-08-26", "45", "SANA", 2),
            ("2021-08-26", "53", "Syrian Observatory for Human Rights", 1),
        )
    ]
    turn = render(made)
    expect(turn.locator(".claim-value .value")).to_have_text(["53", "45"])
    expect(turn.locator(".figure")).to_have_text(["31", "45", "53"])


@pytest.mark.parametrize("page", [{"viewport": {"width": 360, "height": 700}}], indirect=True)
@pytest.mark.parametrize("kind", ["disagreement", "development", "single", "no_answer"])
def test_words_without_end_stay_inside_a_phone(page: Page, render: Render, kind: str) -> None:
    long = "x" * 400
    quote = f"{long} {long} said."
    claims = [
        contract.claim(long, [n], said_by=long, said_by_written=f"{long}y", said_when=long)
        for n in ((1, 2) if kind != "single" else (1,))
    ]
    made = contract.answer(
        f"{long} [1]",
        claims,
        [contract.citation(n, quote, long, title=long, publisher=long) for n in (1, 2)],
        question=long,
        standalone_question=f"{long} {long}?",
        disagreement=kind == "disagreement",
    )
    if kind == "development":
        step = {"date": "2021-08-24", "value": long, "said_by": long, "citation": 1}
        made["timeline"] = [step, {**step, "date": "2021-08-26"}]
    if kind == "no_answer":
        near = {"article_id": long, "title": long, "quote": long, "start": 0, "end": 1, "score": 0}
        made |= {"status": "no_answer", "reason": "not_found", "closest": [near]}
    expect(render(made).locator(".answer")).to_be_visible()
    assert not scrolls_sideways(page)


def test_the_question_as_understood_can_be_edited_and_asked(page: Page, render: Render) -> None:
    made = contract.answer(
        "38,000 [1]",
        [contract.claim("38,000", [1])],
        [contract.citation(1)],
        question="and how many?",
        standalone_question="how many fled Daraa?",
    )
    turn = render(made)
    turn.get_by_role("button", name="how many fled Daraa?").click()
    field = turn.get_by_label("The question as understood")
    expect(field).to_be_focused()
    field.fill("how many fled Daraa in 2018?")
    field.press("Enter")
    assert page.evaluate("window.asked") == [["how many fled Daraa in 2018?", {}]]


def test_a_question_understood_as_it_stands_is_not_repeated(render: Render) -> None:
    made = contract.answer(
        "38,000 [1]",
        [contract.claim("38,000", [1])],
        [contract.citation(1)],
        question="How many  fled Daraa",
        standalone_question="how many fled Daraa?",
    )
    expect(render(made).locator(".understood")).to_have_count(0)


IN_MAY = {"text": "in May", "start": 21, "end": 27, "from": "2021-05-01", "to": "2021-05-31"}


def test_a_date_asked_about_can_be_taken_away(page: Page, render: Render) -> None:
    question = "how many fled Daraa, in May?"
    made = contract.answer(
        "38,000 [1]",
        [contract.claim("38,000", [1])],
        [contract.citation(1)],
        question=question,
        standalone_question=question,
        asked_dates=[IN_MAY],
    )
    chip = render(made).get_by_role("button", name="Ask again without “in May”")
    expect(chip).to_have_text("in May (1 May 2021 to 31 May 2021)")
    chip.click()
    assert page.evaluate("window.asked") == [[question, {}, True]]


def test_what_is_of_another_time_says_so_and_offers_to_ask_without_the_date(
    page: Page, render: Render
) -> None:
    said = "The articles answer this for another time, not for “in May”."
    made = contract.answer(
        said, [], [], status="no_answer", reason="not_found", closest=[], asked_dates=[IN_MAY]
    )
    turn = render(made)
    expect(turn.locator(".reason")).to_have_text(said)
    turn.get_by_role("button", name="Ask again without the date").click()
    assert page.evaluate("window.asked") == [["how many fled Daraa?", {}, True]]


def test_a_question_without_dates_has_no_chip(render: Render) -> None:
    made = contract.answer("38,000 [1]", [contract.claim("38,000", [1])], [contract.citation(1)])
    expect(render(made).locator(".asked-dates")).to_have_count(0)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("library_empty", "no articles yet"),
        ("filtered_out", "passes the filters"),
        ("not_found", "No article mentions Gundo."),
        ("low_confidence", "none of them clearly answers"),
    ],
)
def test_every_reason_is_told_in_plain_words(render: Render, reason: str, said: str) -> None:
    near = {
        "article_id": "a/../b",
        "title": "A <b>title</b>",
        "quote": "Near.",
        "start": 3,
        "end": 8,
        "score": 0.1,
    }
    words = "No article mentions Gundo."
    made = contract.answer(words, [], [], status="no_answer", reason=reason, confidence=0.07)
    turn = render({**made, "closest": [near]})
    expect(turn.locator(".reason")).to_contain_text(said)
    expect(turn.locator(".closest")).to_contain_text("7%")
    expect(turn.locator(".closest a")).to_have_text("A <b>title</b>")
    expect(turn.locator(".closest a")).to_have_attribute(
        "href", "/articles/a%2F..%2Fb?start=3&end=8#mark"
    )


def test_many_sources_are_folded_and_a_marker_unfolds_them(render: Render) -> None:
    numbers = list(range(1, 8))
    made = contract.answer(
        "38,000 [7]",
        [contract.claim("38,000", numbers)],
        [contract.citation(n) for n in numbers],
    )
    turn = render(made)
    last = turn.locator("#turn-1-source-7")
    expect(last).to_be_hidden()
    turn.locator(".wording .marker").click()
    expect(last).to_be_focused()
    expect(last).to_be_visible()


@pytest.mark.parametrize(
    ("url", "link"),
    [("javascript:alert(1)", None), ("data:text/html,x", None), ("https://a.example/", 1)],
)
def test_only_web_addresses_become_links(render: Render, url: str, link: int | None) -> None:
    made = contract.answer(
        "38,000 [1]", [contract.claim("38,000", [1])], [contract.citation(1, url=url)]
    )
    expect(render(made).get_by_role("link", name="Original")).to_have_count(link or 0)


@pytest.mark.parametrize("page", [{"permissions": ["clipboard-read"]}], indirect=True)
def test_a_citation_is_copied_as_plain_text(page: Page, render: Render) -> None:
    made = contract.answer("38,000 [1]", [contract.claim("38,000", [1])], [contract.citation(1)])
    render(made).get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"“{contract.QUOTE}”\n"
        "Article 1 (Levant Courier, 24 August 2021)\n"
        "https://levant-courier.example/1"
    )


def test_figures_of_one_day_are_no_chart(render: Render) -> None:
    made = contract.development()
    made["timeline"] = [{**step, "date": "2023-07-29"} for step in made["timeline"]]
    made["timeline"][0]["date"] = None
    turn = render(made)
    expect(turn.locator(".figure")).to_have_count(3)
    expect(turn.locator(".timeline svg")).to_have_count(0)
