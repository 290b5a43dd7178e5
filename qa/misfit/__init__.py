"""Evidence that by its own words answers another question than the one asked. Pure.

"Who is the mayor?" is not answered by a governor, "how many died?" not by the injured, "how much
did it cost?" not by a count of people. The reader takes such near misses for answers, as most of
the words fit. Only what stands at the value speaks against it: nothing here says what is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.evidence import Evidence
from qa.misfit.agents import did_otherwise
from qa.misfit.counts import counts_others
from qa.misfit.events import is_of_another_event
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
from qa.misfit.places import is_agent, is_other_end
from qa.misfit.possible import is_only_allowed, is_only_possible
from qa.misfit.sayings import tells_another_figure
from qa.misfit.states import is_in_another_state, is_left_behind
from qa.normalize.values import same_value
from qa.questions import COUNTING, Question

__all__ = ["Split", "split_misfits"]


@dataclass(frozen=True, slots=True)
class Split:
    """Evidence in its order: what may answer the question; what answers another one; and figures
    that only may be so, which still say how sure the reader is of the others."""

    fitting: list[Evidence]
    misfits: list[Evidence]
    possible: list[Evidence]


def split_misfits(question: Question, found: Sequence[Evidence]) -> Split:
    """Part the evidence that may answer the question from the rest."""
    ruled_out = _RULED_OUT.get(question.kind, left_office)
    gone = [piece.value for piece in found if ruled_out(question.text, piece)]
    split = Split([], [], [])
    is_counted = question.kind in COUNTING
    for piece in found:
        is_gone = any(same_value(piece.value, name) for name in gone)
        if is_gone or _is_misfit(question, piece):
            split.misfits.append(piece)
        elif is_counted and _is_possible(question.text, piece):
            split.possible.append(piece)
        else:
            split.fitting.append(piece)
    return split


def _is_possible(question: str, piece: Evidence) -> bool:
    return is_only_possible(question, piece) or is_only_allowed(question, piece)


# What speaks against a name.
_OF_NAMES = (
    is_of_unnamed_office,
    has_another_office,
    is_of_another_body,
    names_nobody,
    is_other_side,
    did_otherwise,
)
# What one sentence says of a value, whatever others say.
_RULED_OUT: dict[str, Callable[[str, Evidence], bool]] = {"where": is_other_end}
_CHECKS: dict[str, tuple[Callable[[str, Evidence], bool], ...]] = {
    "how_many": (counts_others, is_in_another_state, is_left_behind),
    "how_much": (is_of_another_measure,),
    "who_said": (tells_another_figure,),
    "where": (is_agent,),
    **dict.fromkeys(("who", "definition", "which", "what"), _OF_NAMES),
}


def _is_misfit(question: Question, piece: Evidence) -> bool:
    checks = (is_of_another_event, *_CHECKS.get(question.kind, ()))
    return any(speaks_against(question.text, piece) for speaks_against in checks) or (
        _CHECKS.get(question.kind) is _OF_NAMES and describes_the_named(question, piece)
    )
