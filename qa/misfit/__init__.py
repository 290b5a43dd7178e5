"""Evidence that by its own words answers another question than the one asked. Pure.

"Who is the mayor?" is not answered by a governor, "how many died?" not by the injured, "how much
did it cost?" not by a count of people. The reader takes such near misses for answers, as most of
the words fit. Only what stands at the value speaks against it: nothing here says what is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qa.evidence import Evidence
from qa.misfit.agents import did_otherwise
from qa.misfit.counts import counts_others
from qa.misfit.measures import is_of_another_measure
from qa.misfit.offices import (
    describes_the_named,
    has_another_office,
    is_of_another_body,
    is_of_unnamed_office,
    left_office,
    names_nobody,
)
from qa.misfit.outcomes import is_other_side
from qa.misfit.possible import is_only_possible
from qa.misfit.sayings import tells_another_figure
from qa.misfit.states import is_in_another_state
from qa.normalize.values import same_value
from qa.questions import Question

__all__ = ["split_misfits"]


def split_misfits(
    question: Question, found: Sequence[Evidence]
) -> tuple[list[Evidence], list[Evidence]]:
    """Return the evidence that may answer the question and that which answers another, in order."""
    gone = [piece.value for piece in found if left_office(question.text, piece)]
    fitting: list[Evidence] = []
    misfits: list[Evidence] = []
    for piece in found:
        is_gone = any(same_value(piece.value, name) for name in gone)
        (misfits if is_gone or _is_misfit(question, piece) else fitting).append(piece)
    return fitting, misfits


# What speaks against a figure, and against a name.
_OF_COUNTS = (counts_others, is_in_another_state, is_only_possible)
_OF_AMOUNTS = (is_of_another_measure, is_only_possible)
_OF_NAMES = (
    is_of_unnamed_office,
    has_another_office,
    is_of_another_body,
    names_nobody,
    is_other_side,
    did_otherwise,
)
_CHECKS: dict[str, tuple[Callable[[str, Evidence], bool], ...]] = {
    "how_many": _OF_COUNTS,
    "how_much": _OF_AMOUNTS,
    "who_said": (tells_another_figure,),
    **dict.fromkeys(("who", "definition", "which", "what"), _OF_NAMES),
}


def _is_misfit(question: Question, piece: Evidence) -> bool:
    checks = _CHECKS.get(question.kind, ())
    return any(speaks_against(question.text, piece) for speaks_against in checks) or (
        checks is _OF_NAMES and describes_the_named(question, piece)
    )
