"""Evidence that by its own words answers another question than the one asked. Pure.

"Who is the mayor?" is not answered by a governor, "how many died?" not by the injured, "how much
did it cost?" not by a count of people. The reader takes such near misses for answers, as most of
the words fit. Only what stands at the value speaks against it: nothing here says what is right.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.evidence import Evidence
from qa.misfit.counts import counts_others
from qa.misfit.measures import is_of_another_measure
from qa.misfit.offices import (
    describes_the_named,
    has_another_office,
    is_of_unnamed_office,
    left_office,
    names_nobody,
)
from qa.misfit.outcomes import is_other_side
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


def _is_misfit(question: Question, piece: Evidence) -> bool:
    if question.kind == "how_many":
        asked = question.text
        return counts_others(asked, piece) or is_in_another_state(asked, piece)
    if question.kind == "who_said":
        return tells_another_figure(question.text, piece)
    if question.kind == "how_much":
        return is_of_another_measure(question.text, piece)
    if question.kind in ("who", "definition", "which", "what"):
        return (
            is_of_unnamed_office(question.text, piece)
            or has_another_office(question.text, piece)
            or describes_the_named(question, piece)
            or names_nobody(question.text, piece)
            or is_other_side(question.text, piece)
        )
    return False
