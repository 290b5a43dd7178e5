"""How groups of values stand to each other: one value, a list, a disagreement, a development.

Pure. Values that answer another question are left out; what remains is offered side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qa.dates import question_dates
from qa.grouping.candidates import Candidate, Group, Relation, RelationKind, Step
from qa.grouping.matter import Matter, same_matter
from qa.grouping.merging import SAME_TIME
from qa.normalize.compare import conflict, equal_quantity
from qa.normalize.names import same_name
from qa.normalize.values import same_value
from qa.types import DateRange

# A rival value is offered when it is this likely compared with the best: a figure the reader
# hardly believes is more often another matter than another count.
RIVAL_SHARE = 0.2
# An older or newer figure needs more: it may stand first in the answer.
FOLLOWER_SHARE = 0.4
# Names and days that differ are more often two answers to two readings of the question, so both
# have to be likely by themselves.
SURE = 0.5
# A list takes what is at least half as likely as its first entry.
LIST_SHARE = 0.5
# A fact dated this long before it was told is history: 88 died in 1991, in a report of today.
OLD_NEWS = timedelta(days=60)
# Figures further apart than a year are of two events.
LONGEST_DEVELOPMENT = timedelta(days=366)
# News of a day stands in the papers this long.
REPORTED_WITHIN = timedelta(days=2)
# An interval this short dates a count; a longer one only says when things went on.
SHORT = timedelta(days=2)


def relate(
    groups: Sequence[Group],
    question: str = "",
    *,
    wants_list: bool = False,
    asked: DateRange | None = None,
) -> Relation:
    """Return the relation of groups that `group` made, and those to be offered.

    `asked` is the interval that the question names; without it the question's own date is read,
    counted from the best value's publication. Figures of other days are then left out.
    """
    if not groups:
        return Relation("value", ())
    best = groups[0]
    if wants_list:
        least = LIST_SHARE * best.confidence
        return Relation("list", tuple(g for g in groups if g.confidence >= least))
    lead = _Rival.of(best)
    asked = asked or _asked(question, best.best.published_at)
    rivals = [
        rival for rival in map(_Rival.of, groups[1:]) if _is_rival(lead, rival, question, asked)
    ]
    return _in_time(lead, rivals) if rivals else Relation("value", (best,))


@dataclass(frozen=True, slots=True)
class _Rival:
    """A group with the matter of its best member, read once."""

    group: Group
    matter: Matter

    @classmethod
    def of(cls, group: Group) -> _Rival:
        return cls(group, Matter.of(group.best))

    @property
    def best(self) -> Candidate:
        return self.group.best


def _is_rival(lead: _Rival, other: _Rival, question: str, asked: DateRange | None) -> bool:
    """Tell whether a group answers the question otherwise than the leading one does."""
    one, two = lead.group, other.group
    if two.confidence < RIVAL_SHARE * one.confidence or not _differ(lead.matter, other.matter):
        return False
    if asked and not _is_of(asked, two.best):
        return False
    if _is_old_news(one.best) != _is_old_news(two.best):
        return False
    if one.best.quantity is None and min(one.confidence, two.confidence) < SURE:
        return False
    return same_matter(lead.matter, other.matter, question)


def _differ(first: Matter, second: Matter) -> bool:
    one, two = first.candidate, second.candidate
    if first.quantity and second.quantity:
        return not equal_quantity(first.quantity, second.quantity)
    if one.value_date and two.value_date:
        return not _overlap(one.value_date, two.value_date)
    if one.quantity or two.quantity or one.value_date or two.value_date:
        return False
    return not same_value(one.value, two.value)


def _asked(question: str, published: date | None) -> DateRange | None:
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
    return asked.start <= candidate.day and candidate.day - REPORTED_WITHIN <= asked.end


def _overlap(one: DateRange, two: DateRange) -> bool:
    return one.start <= two.end and two.start <= one.end


def _is_old_news(candidate: Candidate) -> bool:
    if candidate.fact_date is None or candidate.day is None:
        return False
    return candidate.fact_date.end < candidate.day - OLD_NEWS


def _in_time(lead: _Rival, rivals: list[_Rival]) -> Relation:
    """Sort rivals into those of the latest day, which disagree, and earlier ones."""
    disagreeing = _one_a_source([rival for rival in rivals if _disagree(lead, rival)])
    followed = [r for r in rivals if r not in disagreeing and _follows(lead, r)]
    if not followed:
        kind: RelationKind = "disagreement" if disagreeing else "value"
        return Relation(kind, (lead.group, *(rival.group for rival in disagreeing)))
    series = sorted([lead, *disagreeing, *followed], key=_newest_first)
    newest = series[0]
    current = [rival for rival in series[1:] if _disagree(newest, rival)]
    past = [rival for rival in series[1:] if rival not in current]
    groups = tuple(rival.group for rival in (newest, *current, *past))
    kind = "disagreement" if current else "development"
    return Relation(kind, groups, _steps(series))


def _one_a_source(rivals: list[_Rival]) -> list[_Rival]:
    """Keep the likeliest value of each source: nobody contradicts himself in one breath."""
    kept: list[_Rival] = []
    for rival in rivals:
        if not any(_same_source(rival.best, other.best) for other in kept):
            kept.append(rival)
    return kept


def _newest_first(rival: _Rival) -> tuple[float, float, str, int]:
    day, best = count_day(rival.best), rival.best
    return (-day.toordinal() if day else 0.0, -best.confidence, best.article_id, best.start)


def _disagree(first: _Rival, second: _Rival) -> bool:
    """Tell whether two sources give values at one time that cannot both be right."""
    one, two = first.best, second.best
    if not _contradict(first.matter, second.matter) or _same_source(one, two):
        return False
    if one.article_id == two.article_id and not (one.speaker and two.speaker):
        return _are_dated_alike(one, two) and one.speaker != two.speaker
    return _at_one_time(one, two)


def _contradict(first: Matter, second: Matter) -> bool:
    if first.quantity and second.quantity:
        return conflict(first.quantity, second.quantity)
    return _differ(first, second)


def _same_source(one: Candidate, two: Candidate) -> bool:
    return bool(one.speaker and two.speaker and same_name(one.speaker, two.speaker))


def _are_dated_alike(one: Candidate, two: Candidate) -> bool:
    days = _short_fact_day(one), _short_fact_day(two)
    return days[0] is not None and days[0] == days[1]


def _at_one_time(one: Candidate, two: Candidate) -> bool:
    facts = _short_fact_day(one), _short_fact_day(two)
    if facts[0] and facts[1] and facts[0] != facts[1] and not (one.value_date or two.value_date):
        return False
    if one.day is None or two.day is None:
        return one.article_id == two.article_id
    if one.said_on and two.said_on and one.said_on != two.said_on and _rises(one, two):
        return False
    return abs(one.day - two.day) <= SAME_TIME


def _rises(one: Candidate, two: Candidate) -> bool:
    """Tell whether the later of two figures is the higher one."""
    if not one.quantity or not two.quantity or not one.day or not two.day:
        return False
    early, late = one.quantity, two.quantity
    if two.day < one.day:
        early, late = late, early
    low, high = early.low or early.high, late.low or late.high
    return low is not None and high is not None and low < high


def _follows(lead: _Rival, other: _Rival) -> bool:
    """Tell whether two values belong to one series in time."""
    one, two = lead.best, other.best
    if two.confidence < FOLLOWER_SHARE * one.confidence:
        return False
    days = count_day(one), count_day(two)
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    if not one.quantity and not one.value_date:
        return False
    return abs(days[0] - days[1]) <= LONGEST_DEVELOPMENT


def count_day(candidate: Candidate) -> date | None:
    """Return the day that a value holds for: a day named beside it, else when it was said."""
    if candidate.value_date is None and candidate.said_on is None:
        return _short_fact_day(candidate) or candidate.published_at
    return candidate.day


def _short_fact_day(candidate: Candidate) -> date | None:
    span = candidate.fact_date
    if span is None or span.end - span.start > SHORT:
        return None
    return span.end


def _steps(series: Sequence[_Rival]) -> tuple[Step, ...]:
    """Return the timeline, oldest first; each value stands on the day it was first given."""
    steps = []
    for rival in series:
        first = min(rival.group.members, key=lambda member: count_day(member) or date.max)
        day = count_day(first)
        if day:
            steps.append(Step(day, first.value, first.speaker, first))
    return tuple(sorted(steps, key=lambda step: (step.day, step.value)))
