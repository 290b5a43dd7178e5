"""Question files turned into groups: which occurrence of an answer is meant."""

from __future__ import annotations

from qa.question_files import Example, Gold
from training.occurrences import likeliest_occurrence
from training.prepare import groups_of
from training.sources import SOURCES

TEXT = (
    "Oxmoor Street was laid out in 1702, when the tanners still had their yards along the river "
    "and the guilds met in the hall above the mill. Cattle were driven through it until 1840. "
    "Today the longest market of the county is held in Oxmoor Street."
)
QUESTION = "Where is the longest market of the county held today?"
FIRST, LAST = TEXT.find("Oxmoor Street"), TEXT.rfind("Oxmoor Street")


def _starts(occurrences: int) -> list[int]:
    gold = Gold("Oxmoor Street", FIRST, occurrences=occurrences)
    [group] = groups_of(SOURCES[0], [Example(QUESTION, TEXT, (gold,))])
    return [answer.start for answer in group.answers]


def test_where_only_the_first_place_is_known_the_likeliest_is_taken() -> None:
    assert _starts(occurrences=2) == [LAST]
    assert _starts(occurrences=1) == [FIRST]


def test_the_first_occurrence_is_kept_on_a_tie_and_parts_of_words_are_none() -> None:
    text = "Ann met Anna. " + "Nothing was heard of either for ten long years after that. " * 4
    assert likeliest_occurrence("Who?", text + "Ann left.", 0, 3) == 0
    assert likeliest_occurrence("Who left Annaburg?", text + "Annaburg was left.", 0, 3) == 0
