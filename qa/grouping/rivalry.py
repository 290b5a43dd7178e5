"""Whether one value rivals another: answers the same question otherwise, now or at another time.

Pure. Says nothing of what is then offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from qa.dates import question_dates
from qa.grouping.candidates import Candidate, Group
from qa.grouping.clauses import is_near
from qa.grouping.matter import Matter, are_two_counts, counts_the_deed, same_matter
from qa.grouping.merging import SAME_TIME, is_vague
from qa.grouping.succession import came_before
from qa.normalize.compare import conflict, equal_quantity
from qa.normalize.names import same_name
from qa.normalize.values import same_value
from qa.types import DateRange

# A rival value is offered when it is this likely compared with the best: a figure the reader
# hardly believes is more often another matter than another count.
RIVAL_SHARE = 0.15
# Figures of one noun that two speakers give side by side are rivals by where they stand: the
# reader often doubts the one whose sentence says it in other words than the question. So are those
# whose clauses both say what is asked: overtaken counts look little like the answer to the reader.
BESIDE_SHARE = 0.05
# An older or newer figure needs more: it may stand first in the answer.
FOLLOWER_SHARE = 0.2
# Names and days that differ are more often two answers to two readings of the question, so both
# have to be likely by themselves.
SURE = 0.5
# A fact dated this long before it was told is history: 88 died in 1991, in a report of today.
OLD_NEWS = timedelta(days=60)
# Figures further apart than a year are of two events.
LONGEST_DEVELOPMENT = timedelta(days=366)
# A toll that one source gave is held against another's lower one for so long.
TOLL_HOLDS = timedelta(days=14)
# News of a day stands in the papers this long.
REPORTED_WITHIN = timedelta(days=2)
_OF_A_YEAR = re.compile(r"\b(?:of|in)\s+((?:1[5-9]|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Rival:
    """A group with the matter of its best member, read once."""

    group: Group
    matter: Matter

    @classmethod
    def of(cls, group: Group) -> Rival:
        return cls(group, Matter.of(group.best))

    @property
    def best(self) -> Candidate:
        return self.group.best


def is_rival(lead: Rival, other: Rival, question: str, asked: DateRange | None) -> bool:
    """Tell whether a group answers the question otherwise than the leading one does."""
    one, two = lead.group, other.group
    is_sure = are_two_counts(lead.matter, other.matter) or both_count_it(lead, other, question)
    share = BESIDE_SHARE if is_sure else RIVAL_SHARE
    if two.confidence < share * one.confidence or not _differ(lead.matter, other.matter):
        return False
    is_in_order = are_told_in_order(lead, other)
    if not is_in_order and not _shares_date(one.best, two.best):
        if asked and not _is_of(asked, two.best):
            return False
        if _is_old_news(lead) != _is_old_news(other):
            return False
    is_unsure = min(one.confidence, two.confidence) < SURE
    if one.best.quantity is None and is_unsure and not is_in_order:
        return False
    first, second = _told_together(lead, other) if is_in_order else (lead.matter, other.matter)
    return same_matter(first, second, question, is_in_order=is_in_order)


def both_count_it(lead: Rival, other: Rival, question: str) -> bool:
    """Tell whether the clauses of both figures say what is asked."""
    are_counts = lead.best.quantity is not None and other.best.quantity is not None
    return are_counts and all(counts_the_deed(one.matter, question) for one in (lead, other))


def _differ(first: Matter, second: Matter) -> bool:
    one, two = first.candidate, second.candidate
    if first.quantity and second.quantity:
        return not equal_quantity(first.quantity, second.quantity)
    if one.value_date and two.value_date:
        return not _overlap(one.value_date, two.value_date)
    if one.quantity or two.quantity or one.value_date or two.value_date:
        return False
    return not same_value(one.value, two.value)


def asked_days(question: str, published: date | None) -> DateRange | None:
    dates = question_dates(question, published)
    if len(dates) != 1:
        return None
    return DateRange(dates[0].from_day or date.min, dates[0].to_day or date.max)


def _is_of(asked: DateRange, candidate: Candidate) -> bool:
    """Tell whether a value is of the days asked about; it may be reported some days later."""
    if candidate.fact_date:
        return _overlap(asked, candidate.fact_date)
    if candidate.day is None:
        return True
    return asked.start <= candidate.day and candidate.day - asked.end <= REPORTED_WITHIN


def _shares_date(lead: Candidate, other: Candidate) -> bool:
    """Tell whether an undated value stands close enough to take the leading one's date."""
    return other.fact_date is None and is_near(lead, other)


def _overlap(one: DateRange, two: DateRange) -> bool:
    return one.start <= two.end and two.start <= one.end


def _is_old_news(rival: Rival) -> bool:
    """Tell whether the fact is long past; "the flood of 1991 killed 88" dates it by its subject."""
    best = rival.best
    if best.day is None:
        return False
    year = _OF_A_YEAR.search(best.sentence, 0, max(0, best.start - best.sentence_start))
    end = best.fact_date.end if best.fact_date else date(int(year[1]), 12, 31) if year else None
    return end is not None and best.day - end > OLD_NEWS


def disagree(first: Rival, second: Rival) -> bool:
    """Tell whether two sources give values at one time that cannot both be right."""
    one, two = first.best, second.best
    if not _contradict(first.matter, second.matter) or same_source(one, two):
        return False
    if are_told_in_order(first, second):
        return False
    if one.article_id == two.article_id and not (one.speaker and two.speaker):
        return _are_dated_alike(one, two) and one.speaker != two.speaker
    return _at_one_time(one, two) or _is_lower_later(first, second)


def are_told_in_order(first: Rival, second: Rival) -> bool:
    """Tell whether an article's words put one value before the other in time."""
    return is_told_before(first, second) or is_told_before(second, first)


def _told_together(lead: Rival, other: Rival) -> tuple[Matter, Matter]:
    """The matters of both values where an article puts one before the other."""
    return next(
        (one, two)
        for one in map(Matter.of, lead.group.members)
        for two in map(Matter.of, other.group.members)
        if one.candidate.article_id == two.candidate.article_id
        and (came_before(one, two) or came_before(two, one))
    )


def is_told_before(older: Rival, newer: Rival) -> bool:
    """Tell whether one value came before the other by the words of any article that has both."""
    return any(
        came_before(Matter.of(one), Matter.of(two))
        for one in older.group.members
        for two in newer.group.members
        if one.article_id == two.article_id
    )


def _contradict(first: Matter, second: Matter) -> bool:
    if first.quantity and second.quantity:
        return conflict(first.quantity, second.quantity)
    return _differ(first, second)


def same_source(one: Candidate, two: Candidate) -> bool:
    return bool(one.speaker and two.speaker and same_name(one.speaker, two.speaker))


def _are_dated_alike(one: Candidate, two: Candidate) -> bool:
    days = one.fact_day, two.fact_day
    return days[0] is not None and days[0] == days[1]


def _at_one_time(one: Candidate, two: Candidate) -> bool:
    facts = one.fact_day, two.fact_day
    if facts[0] and facts[1] and facts[0] != facts[1] and not (one.value_date or two.value_date):
        return False
    if one.day is None or two.day is None:
        return one.article_id == two.article_id
    if one.said_on and two.said_on and one.said_on != two.said_on and _rises(one, two):
        return False
    return abs(one.day - two.day) <= SAME_TIME


def _is_lower_later(first: Rival, second: Rival) -> bool:
    """Tell whether another speaker gives fewer dead some days later: a toll does not fall."""
    one, two = first.best, second.best
    if not (one.speaker and two.speaker and one.day and two.day):
        return False
    if "die" not in first.matter.stems & second.matter.stems:
        return False
    is_recent = SAME_TIME < abs(one.day - two.day) <= TOLL_HOLDS
    return is_recent and not _rises(one, two)


def _rises(one: Candidate, two: Candidate) -> bool:
    """Tell whether the later of two figures is the higher one."""
    if not one.quantity or not two.quantity or not one.day or not two.day:
        return False
    early, late = one.quantity, two.quantity
    if two.day < one.day:
        early, late = late, early
    low, high = early.low or early.high, late.low or late.high
    return low is not None and high is not None and low < high


def follows(lead: Rival, other: Rival, question: str, least: float) -> bool:
    """Tell whether two values belong to one series in time.

    A newer one, which will stand first in the answer, has to reach `least` by itself, unless the
    words put it behind the leading one or say of it what is asked.
    """
    one, two = lead.best, other.best
    is_sure = both_count_it(lead, other, question)
    is_older = bool(one.count_day and two.count_day and two.count_day < one.count_day)
    share = BESIDE_SHARE if is_sure and is_older else FOLLOWER_SHARE
    if two.confidence < share * one.confidence:
        return False
    is_ordered = is_older or is_sure or are_told_in_order(lead, other)
    if two.confidence < least and not is_ordered:
        return False
    if (one.quantity or one.value_date) and are_told_in_order(lead, other):
        return True
    if is_vague(one) != is_vague(two):
        return False  # "thousands" is no later count than 2,300
    if one.fact_date and two.fact_date and not _overlap(one.fact_date, two.fact_date):
        return True
    days = one.count_day, two.count_day
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    if not one.quantity and not one.value_date:
        return False
    return abs(days[0] - days[1]) <= LONGEST_DEVELOPMENT
