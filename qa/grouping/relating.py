"""How groups of values stand to each other: one value, a list, a disagreement, a development.

Pure. Values that answer another question are left out; what remains is offered side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cmp_to_key

from qa.grouping.candidates import Group, Relation, RelationKind, Step
from qa.grouping.rivalry import (
    Rival,
    asked_days,
    both_count_it,
    disagree,
    follows,
    is_rival,
    is_told_before,
    same_source,
)
from qa.types import DateRange

# A list takes what is at least half as likely as its first entry.
LIST_SHARE = 0.5


def relate(
    groups: Sequence[Group],
    question: str = "",
    *,
    wants_list: bool = False,
    asked: DateRange | None = None,
    least: float = 0.0,
) -> Relation:
    """Return the relation of groups that `group` made, and those to be offered.

    `asked` is the interval that the question names; without it the question's own date is read,
    counted from the best value's publication. Figures of other days are then left out. What is
    newer than the best value has to be as likely as `least` to stand before it.
    """
    if not groups:
        return Relation("value", ())
    best = groups[0]
    if wants_list:
        least = LIST_SHARE * best.confidence
        return Relation("list", tuple(g for g in groups if g.confidence >= least))
    lead = Rival.of(best)
    asked = asked or asked_days(question, best.best.published_at)
    rivals = [
        rival for rival in map(Rival.of, groups[1:]) if is_rival(lead, rival, question, asked)
    ]
    if not rivals:
        return Relation("value", (best,))
    disagreeing = _one_a_source([rival for rival in rivals if disagree(lead, rival)])
    # Figures and dates change with time; another name is another answer, not a newer one.
    may_change = bool(lead.best.quantity or lead.best.value_date)
    followed = [
        rival
        for rival in rivals
        if may_change and rival not in disagreeing and follows(lead, rival, question, least)
    ]
    sure = [rival for rival in rivals if both_count_it(lead, rival, question)]
    return _in_time(lead, disagreeing, followed, sure)


def _in_time(
    lead: Rival, disagreeing: list[Rival], followed: list[Rival], sure: list[Rival]
) -> Relation:
    """Sort rivals into those of the latest day, which disagree, and earlier ones.

    What is too unlikely to lead (in `sure`, and not followed) may still contradict the latest.
    """
    if not followed:
        kind: RelationKind = "disagreement" if disagreeing else "value"
        groups = (lead.group, *(rival.group for rival in disagreeing))
        return Relation(kind, groups, current=len(groups))
    series = sorted([lead, *disagreeing, *followed], key=cmp_to_key(_newest_first))
    newest = series[0]
    beside = series[1:] + [rival for rival in sure if rival not in series]
    current = _one_a_source([rival for rival in beside if disagree(newest, rival)])
    past = [rival for rival in series[1:] if rival not in current]
    told = (newest, *current, *past)
    kind = "disagreement" if current else "development"
    steps = _steps(told)
    if kind == "disagreement" and len({step.day for step in steps if step.day}) < 2:
        steps = ()
    return Relation(kind, tuple(one.group for one in told), steps, 1 + len(current))


def _one_a_source(rivals: list[Rival]) -> list[Rival]:
    """Keep the newest value of each source, of one day the likeliest: nobody contradicts himself
    in one breath."""
    kept: list[Rival] = []
    for rival in sorted(rivals, key=cmp_to_key(_newest_first)):
        if not any(same_source(rival.best, other.best) for other in kept):
            kept.append(rival)
    return kept


def _newest_first(one: Rival, two: Rival) -> int:
    """Order by what the words say, else by day, else by confidence."""
    if is_told_before(two, one) != is_told_before(one, two):
        return -1 if is_told_before(two, one) else 1
    first, second = _place(one), _place(two)
    return -1 if first < second else int(first > second)


def _place(rival: Rival) -> tuple[int, float, str, int]:
    day, best = rival.best.count_day, rival.best
    return (-day.toordinal() if day else 0, -best.confidence, best.article_id, best.start)


def _steps(series: Sequence[Rival]) -> tuple[Step, ...]:
    """Return the timeline, oldest first; each value stands on the day it was first given.

    Values of one day keep the order in which the words tell them ("from 4 to 5").
    """
    steps = []
    for rival in reversed(series):
        first = min(rival.group.members, key=lambda member: member.count_day or date.max)
        steps.append(Step(first.count_day, first.value, first.speaker, first))
    return tuple(sorted(steps, key=lambda step: step.day or date.min))
