"""Merge candidates that give one value, and count the sources that gave it independently.

Pure. The order of the candidates does not matter: the most confident lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from index.duplicates import resemblance
from qa.grouping.candidates import Candidate, Group
from qa.grouping.matter import Matter, same_matter
from qa.grouping.succession import came_before
from qa.normalize.compare import equal_quantity, same_quantity
from qa.normalize.values import same_value

# Estimated Jaccard similarity of word shingles from which two articles are one report: a wire
# story with a new headline and a cut paragraph stays above it, two reporters' stories far below.
SAME_REPORT = 0.5
# Reports of one state of affairs carry the same day or the next.
SAME_TIME = timedelta(days=1)
# A plain count this likely, compared with a vague one that it agrees with, stands for both.
VAGUE_SHARE = 0.15


def group(candidates: Sequence[Candidate], question: str = "") -> list[Group]:
    """Return groups of equal values, most confident first; every candidate is in exactly one.

    Figures also have to speak of the same matter: nine dead and nine hurt stay two. A vague count
    stands behind a plain one that it agrees with.
    """
    groups: list[list[Matter]] = []
    for matter in map(Matter.of, sorted(candidates, key=_plain_first)):
        home = next((g for g in groups if _same_answer(g[0], matter, question)), None)
        if home is None:
            groups.append([matter])
        else:
            home.append(matter)
    groups.sort(key=lambda matters: _rank(matters[0].candidate))
    members = ([matter.candidate for matter in matters] for matters in groups)
    return [Group(tuple(found), count_sources(found)) for found in members]


def _same_answer(first: Matter, second: Matter, question: str) -> bool:
    one, two = first.candidate, second.candidate
    if first.quantity and second.quantity:
        is_same = equal_quantity(first.quantity, second.quantity) or (
            same_time(one, two)
            and one.source != two.source  # whoever gives a count and a bound means two things
            and not came_before(first, second)
            and not came_before(second, first)
            and same_quantity(first.quantity, second.quantity)
        )
        return is_same and same_matter(first, second, question, is_equal=True)
    if first.quantity or second.quantity:
        return False
    if one.value_date or two.value_date:
        return one.value_date == two.value_date
    return same_value(one.value, two.value)


def same_time(first: Candidate, second: Candidate) -> bool:
    """Tell whether both are of one day, or of the next, or stand undated in one article."""
    if first.fact_day and second.fact_day:
        return first.fact_day == second.fact_day
    if first.day is None or second.day is None:
        return first.article_id == second.article_id
    return abs(first.day - second.day) <= SAME_TIME


def count_sources(members: Sequence[Candidate]) -> int:
    """Count the articles of the members, near-duplicates as one."""
    reports: list[list[Candidate]] = []
    for member in members:
        known = [report for report in reports if any(_is_same_report(member, m) for m in report)]
        reports = [report for report in reports if report not in known]
        reports.append([member, *(m for report in known for m in report)])
    return len(reports)


def _is_same_report(first: Candidate, second: Candidate) -> bool:
    if first.article_id == second.article_id:
        return True
    return resemblance(first.signature, second.signature) >= SAME_REPORT


def _plain_first(candidate: Candidate) -> tuple[float, tuple[float, float, str, int, int, str]]:
    """Order by likelihood, a vague count ("thousands") held to be far less likely than it is."""
    confidence = candidate.confidence * (VAGUE_SHARE if is_vague(candidate) else 1.0)
    return -confidence, _rank(candidate)


def is_vague(candidate: Candidate) -> bool:
    """Tell whether the value is a count without a number: "dozens"."""
    return candidate.quantity is not None and candidate.quantity.number is None


def _rank(candidate: Candidate) -> tuple[float, float, str, int, int, str]:
    """Order by likelihood, then by whatever makes two candidates differ."""
    rest = (candidate.value, candidate.speaker, candidate.said_on, candidate.published_at)
    return (
        -candidate.confidence,
        -candidate.score,
        candidate.article_id,
        candidate.start,
        candidate.end,
        repr(rest),
    )
