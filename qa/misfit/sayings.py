"""Whether a sentence tells another figure than the one whose speaker is asked for. Pure.

"Who said 38,000 fled?" is not answered by who said 18,000, however alike the sentences are.
"""

from __future__ import annotations

from qa.evidence import Evidence
from qa.normalize import conflict, find_quantities


def tells_another_figure(question: str, piece: Evidence) -> bool:
    """Tell whether the question has figures and the evidence's sentence none that agrees."""
    asked = [mention.quantity for mention in find_quantities(question)]
    told = [mention.quantity for mention in find_quantities(piece.quote)]
    return bool(asked) and not any(
        one.number == other.number or not conflict(one, other) for one in asked for other in told
    )
