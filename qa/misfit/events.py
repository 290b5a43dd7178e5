"""Whether an article tells of another kind of event than the question asks about. Pure.

"How many died in the earthquake?" is not answered by the dead of a flood. Knows kinds of events
by the beginnings of the words that they are told in, generously: what it misses is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.evidence import Evidence

# The words that ask for a kind of event, and the beginnings of those that an article of it has.
_KINDS = {
    "earthquakes? quakes?": "earthquake quake tremor seismic aftershock richter epicent",
    "floods? flooding": "flood inundat deluge rain river dam levee dyke burst water overflow",
    "wildfires? bushfires?": "wildfire bushfire fire blaze burn flame smoke",
    "hurricanes? cyclones? typhoons? tornado(?:es)?": "hurricane cyclone typhoon tornado storm",
    "landslides? mudslides?": "landslide mudslide landslip slide mud slope debris buried",
    "avalanches?": "avalanche snow",
    "eruptions? volcano(?:es)?": "erupt volcan lava ash crater",
    "tsunamis?": "tsunami wave quake",
    "droughts?": "drought dry rain water harvest",
    "epidemics? pandemics?": "epidemic pandemic outbreak virus disease fever infect cases flu",
    "shootings?": "shoot shot gun fire bullet rifle armed",
    "elections?": "elect vot poll ballot candidat referend runoff",
    "derailments?": "derail train rail track carriage",
}
_NAMED = [
    (
        re.compile(rf"\b(?:{'|'.join(asked.split())})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{'|'.join(told.split())})", re.IGNORECASE),
    )
    for asked, told in _KINDS.items()
]


def is_of_another_event(question: str, piece: Evidence) -> bool:
    """Tell whether the whole article has no word of the kind of event that is asked about."""
    article = piece.hit.article
    return any(not _has(told, article.title, article.text) for told in _asked(question))


@lru_cache(maxsize=16)
def _asked(question: str) -> tuple[re.Pattern[str], ...]:
    return tuple(told for asked, told in _NAMED if asked.search(question))


@lru_cache(maxsize=128)
def _has(told: re.Pattern[str], title: str, text: str) -> bool:
    return told.search(title) is not None or told.search(text) is not None
