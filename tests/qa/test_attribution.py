"""Attribution: who an article says a value comes from."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.claim_scores import load_claims
from benchmarks.claims_speaker import speaker_scores
from qa.attribution import Attribution, Attributor, attribute

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "data" / "attribution.txt"
SEEN = ROOT / "tests" / "data" / "claims_seen.jsonl"
# Measured 1.000 when the rules were written; the baseline has 0.23.
SPEAKER_FLOOR = 0.97

ARTICLE = (
    "A second group of miners left the pit at Orsk on Thursday, an observer said."
    "Orsk was returned to the company in 2018 under an earlier deal.\n"
    "The Northern Observatory for Labour Rights reported on Thursday that 53 people, mostly "
    "“miners who rejected the settlement,” were taken to the coast.\n"
    "The official regional news agency RANA reported that “45 strikers and some relatives” "
    "left, which was called a step “towards order.”\n"
    "According to the Eastern Observatory, this happened two days after the first group left. "
    "It says that about 100 miners will follow, and that the strike has left about 40,000 "
    "households without coal.\n"
    "The ILU said on Tuesday that the dispute has forced some 38,000 people to move.\n"
    "On Tuesday, the ILU Special Representative for Orsk, Per Gedersen, called for talks.\n"
    "“Immediate access to all shafts is needed,” he told the council"
)


def read_cases() -> list[tuple[str, str]]:
    """Return (kind, case) from the file, whose kinds are its headings."""
    cases = []
    kind = ""
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif kind and " => " in line:
            cases.append((kind, line))
    return cases


def cut(case: str) -> tuple[str, int, int, str | None]:
    """Split a case into text, value offsets and speaker."""
    marked, expected = case.replace(" | ", "\n").rsplit(" => ", 1)
    start = marked.index("[[")
    end = marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    return text, start, end, None if expected == "None" else expected


def value_of(text: str, value: str) -> Attribution | None:
    start = text.index(value)
    return attribute(text, start, start + len(value))


@pytest.mark.parametrize(("kind", "case"), read_cases())
def test_construction(kind: str, case: str) -> None:
    """The kinds: nobody, according to, quotations, passives, anaphora, documents, statements,
    mixed, and reports of reports, where the inner speaker counts."""
    text, start, end, expected = cut(case)
    found = attribute(text, start, end)
    assert (found.speaker.lower() if found else None) == (expected.lower() if expected else None)


@pytest.mark.parametrize(
    ("value", "speaker", "when"),
    [
        ("53", "Northern Observatory for Labour Rights", "on Thursday"),
        ("45", "RANA", None),
        ("two days", "Eastern Observatory", None),
        ("about 100", "Eastern Observatory", None),
        ("40,000", "Eastern Observatory", None),
        ("38,000", "ILU", "on Tuesday"),
        ("Immediate access", "Per Gedersen", "On Tuesday"),
    ],
)
def test_article_with_two_counts(value: str, speaker: str, when: str | None) -> None:
    found = value_of(ARTICLE, value)
    assert found is not None
    assert found.speaker == speaker
    assert (ARTICLE[slice(*found.when)] if found.when else None) == when


def test_glued_sentence_belongs_to_nobody() -> None:
    """ "said." without a gap behind it once handed the next sentence to the observer."""
    assert value_of(ARTICLE, "2018") is None


def test_offsets_of_speaker_and_cue() -> None:
    found = value_of(ARTICLE, "38,000")
    assert found is not None
    assert found.written == ARTICLE[found.start : found.end] == "The ILU"
    assert ARTICLE[found.cue_start : found.cue_end] == "said"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The mayor said late on Friday that [[12]] fled.", "late on Friday"),
        ("On 3 June, the mayor said [[12]] fled.", "On 3 June"),
        ("[[Twelve]] fled, the mayor said in a statement on Monday.", "on Monday"),
        ("[[Twelve]] fled, the mayor said last week, citing police.", "last week"),
        ("The mayor on Sunday said [[12]] fled.", "on Sunday"),
        ("[[Twelve]] fled, said mayor Ana Roos on Sunday.", "on Sunday"),
        ("Since Monday [[12]] have fled, the mayor said.", None),
        ("The mayor said [[12]] fled on Monday.", None),
        ("[[Twelve]] fled, said Ana Roos, who left on Monday.", None),
    ],
)
def test_time_of_saying(text: str, when: str | None) -> None:
    plain, start, end, _ = cut(f"{text} => None")
    found = attribute(plain, start, end)
    assert found is not None
    assert (plain[slice(*found.when)] if found.when else None) == when


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Gedersen", "Pier Gedersen"),
        ("Mr. Gedersen", "Pier Gedersen"),
        ("The envoy", "Pier Gedersen"),
        ("He", "Pier Gedersen"),
        ("The Tovan Energy Council", "Tovan Energy Council"),
        ("The council", "Tovan Energy Council"),
        ("The TEC", "Tovan Energy Council"),
        ("His deputy", "deputy"),
        ("Residents", "Residents"),
    ],
)
def test_resolved_in_the_article(name: str, speaker: str) -> None:
    opening = (
        "The Tovan Energy Council (TEC) met in Varn on Monday with the envoy, Pier Gedersen, "
        "who led the talks. "
    )
    found = value_of(f"{opening}{name} said 700 homes were cold.", "700")
    assert found is not None
    assert found.speaker == speaker


def test_sentences_may_be_given() -> None:
    text = "It was cold. The mayor said 12 fled."
    found = attribute(text, text.index("12"), text.index("12") + 2, [(0, 12), (13, len(text))])
    assert found is not None
    assert found.speaker == "mayor"


def test_values_of_one_article_share_what_was_read() -> None:
    attributor = Attributor(ARTICLE)
    for value in ("53", "45", "38,000"):
        start = ARTICLE.index(value)
        end = start + len(value)
        assert attributor.attribute(start, end) == attribute(ARTICLE, start, end)


LONG_QUOTATION = (
    "Ana Roos runs the mill. “" + "The river rose by a few more inches in the night. " * 70
    + "” said Ivan Bok. He left. “We lost it,” said Ana Roos."
)  # fmt: skip
LONG_PARAGRAPH = (
    "Rain fell on the hills again. "
    * 196
    + "A farmer named Jo Pell spoke of it in his voice “We lost it all. The water took the cows. "
    "Nobody came,” and then he left."
)


@pytest.mark.parametrize("text", [ARTICLE, LONG_QUOTATION, LONG_PARAGRAPH])
def test_what_was_asked_before_changes_no_attribution(text: str) -> None:
    coarse, fine = range(10, len(text) - 3, 150), range(len(text) - 160, len(text) - 3, 10)
    places = [(at, at + 3) for at in (*coarse, *fine)]
    alone = [attribute(text, *place) for place in places]
    assert any(alone)
    for order in (1, -1):
        attributor = Attributor(text)
        found = {place: attributor.attribute(*place) for place in places[::order]}
        assert [found[place] for place in places] == alone


def test_threads_may_share_an_attributor() -> None:
    places = [(at, at + 3) for at in range(10, len(LONG_QUOTATION) - 3, 100)]
    alone = [attribute(LONG_QUOTATION, *place) for place in places]
    for _ in range(3):
        attributor = Attributor(LONG_QUOTATION)
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(attributor.attribute, *zip(*places, strict=True))) == alone


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (5, 5), (4, 2), (0, 10_000)])
def test_offsets_outside_the_text_have_no_speaker(start: int, end: int) -> None:
    assert attribute("The mayor said 12 fled.", start, end) is None


PIECES = st.sampled_from(
    [*"\"“”‘’'(),.:;—-\n ", "said", "according to", "The UN", "Ana Roos", "who", "that", "it", "by",
     "12", "on Monday", "was put at", "quoted", "as saying", "“12”,", "the mayor", "and", "report"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=60), st.data())
def test_any_text_gives_offsets_inside_it(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = attribute(text, start, end)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.written == text[found.start : found.end]
        assert 0 <= found.cue_start < found.cue_end <= len(text)
        assert found.speaker.strip()


@pytest.mark.parametrize(
    "unit", ["The mayor said 12 fled. ", "said “12 ", "12, ", "Ana ", "“", "he said that it said "]
)
def test_long_text_is_read_around_the_value_only(unit: str) -> None:
    """100,000 characters without paragraphs; quadratic work would take minutes."""
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    attributor = Attributor(text, [(0, len(text))])
    began = time.process_time()
    for start in range(1_000, 90_000, 22_000):
        attributor.attribute(start, start + 2)
    assert time.process_time() - began < 5.0


def test_floor_on_the_labelled_set() -> None:
    scores = {row.name: row for row in speaker_scores(load_claims(SEEN))}
    assert scores["speaker"].f1 >= SPEAKER_FLOOR, scores["speaker"].misses
    assert scores["speaker"].f1 > scores["baseline: nearest 'said'"].f1 + 0.3
