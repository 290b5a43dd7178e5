"""Why there is no answer, and what to do about it. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from index.types import Filters
from qa.types import DateRange, QuestionDate, Reason
from qa.wording.days import day_in_words, range_in_words


def word_no_answer(
    reason: Reason, filters: Filters = Filters(), unmentioned: Sequence[str] = ()
) -> str:
    """One or two plain sentences for a reason; the filters are named when they are it.

    `unmentioned` are names in the question that no article has.
    """
    if reason == "library_empty":
        return "There are no articles yet. Add some, then ask again."
    if reason == "filtered_out":
        limits = _limits(filters)
        named = f" ({limits})" if limits else ""
        return f"No article passes the filters{named}. Remove a filter and ask again."
    if reason == "not_found" and unmentioned:
        return f"No article mentions {' or '.join(unmentioned)}."
    if reason == "not_found":
        return "The articles do not say."
    return "The articles do not answer this clearly enough to give an answer."


def word_no_subject() -> str:
    """Say that the question names nothing to look for: "who said so?" with no turn before it."""
    return "The question does not say what it is about. Name the person, place or event."


def word_unsaid(source: str) -> str:
    """Say that nothing is found to be said by the source that was asked for."""
    return f"No passage that answers this is given as coming from {source}."


def word_other_time(asked: Sequence[QuestionDate]) -> str:
    """Say that the articles answer only for other days than those asked about."""
    named = " and ".join(word_asked_date(one) for one in asked)
    return f"The articles answer this for another time, not for {named}."


def word_asked_date(asked: QuestionDate) -> str:
    """The question's own words, with the days meant where they do not say them.

    >>> from datetime import date
    >>> word_asked_date(QuestionDate("in may", 0, 6, date(2021, 5, 1), date(2021, 5, 31)))
    '“in may” (May 2021)'
    """
    first, last = asked.from_day, asked.to_day
    if first and last:
        days = range_in_words(DateRange(first, last))
    elif first:
        days = f"from {day_in_words(first, False)}"
    elif last:
        days = f"until {day_in_words(last, False)}"
    else:
        days = ""
    is_said = days.casefold() in asked.text.casefold()
    return f"“{asked.text}”" if is_said else f"“{asked.text}” ({days})"


def _limits(filters: Filters) -> str:
    limits = []
    if filters.published_after:
        limits.append(f"published on or after {day_in_words(filters.published_after, False)}")
    if filters.published_before:
        limits.append(f"published on or before {day_in_words(filters.published_before, False)}")
    if filters.publishers:
        limits.append(f"publisher {' or '.join(filters.publishers)}")
    if filters.article_ids:
        count = len(filters.article_ids)
        limits.append("one chosen article" if count == 1 else f"{count} chosen articles")
    return "; ".join(limits)
