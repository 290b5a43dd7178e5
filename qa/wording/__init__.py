"""An answer in words: one plain sentence a claim, with numbered citations.

    answers.py   an answer's claims -> its text
    previous.py  who said it, when, where it is from: about a claim given before
    refusals.py  why there is no answer
    values.py    a value with its qualifier and unit, as they stand beside it in the quote
    speakers.py  "according to the UN (Tuesday 24 August 2021)"
    definite.py  "the UN", "SANA", "a government official"
    days.py      days and intervals in English

All of it is pure. A value and a quotation are never changed.
"""

from __future__ import annotations

from qa.wording.answers import word_answer
from qa.wording.days import day_in_words, range_in_words
from qa.wording.definite import with_article
from qa.wording.previous import word_about_claim
from qa.wording.refusals import (
    word_asked_date,
    word_no_answer,
    word_no_subject,
    word_other_time,
    word_unsaid,
)

__all__ = [
    "day_in_words",
    "range_in_words",
    "with_article",
    "word_about_claim",
    "word_answer",
    "word_asked_date",
    "word_no_answer",
    "word_no_subject",
    "word_other_time",
    "word_unsaid",
]
