"""Whether a figure measures something else than "how much", "how long" or "how far" asks. Pure.

Of figures only those whose measure is known speak against themselves; a bare one does where
money is asked for and it is small, as sums are written with their currency or in thousands.
"""

from __future__ import annotations

import re

from qa.dates import find_dates
from qa.evidence import Evidence
from qa.misfit.figures import figure_of
from qa.normalize.units import measured_as

_MONEY = re.compile(
    r"\bhow\s+much\b.*\b(?:costs?|pay|pays|paid|money|spen[dt]|spending|worth|damages?|fined?|owe[ds]?|"
    r"earn(?:s|ed)?|rais(?:es?|ed)|donat(?:es?|ed)|invest(?:s|ed)?|los[et]|losses|profits?|cash|"
    r"budget|price|debts?|funding|aid)\b",
    re.IGNORECASE,
)
_ASKS_SHARE = re.compile(
    r"\b(?:what|which)\s+(?:share|percentage|proportion)\b|\bhow\s+effective\b", re.I
)
# What each measuring question may be answered in; a question of none of these takes anything.
_DIMENSIONS = {
    "long": {"time", "length"},
    "far": {"length", "time", "share", "points"},
    "old": {"time"},
    "tall": {"length"},
    "high": {"length", "share", "points", "heat", "fahrenheit"},
    "deep": {"length", "share", "points"},
    "wide": {"length"},
    "heavy": {"mass"},
}
_ASKS_DIMENSION = re.compile(rf"\bhow\s+({'|'.join(_DIMENSIONS)})\b", re.IGNORECASE)
# A measure without a figure: "for months", "since the war", "life", "waist-deep".
_ASKS_MEASURE = re.compile(r"\bhow\s+(?:long|old|tall|high|deep|wide|heavy)\b", re.IGNORECASE)
_MEASURES = re.compile(
    r"\d|\b(?:(?:second|minute|hour|day|night|week|month|year|decade|generation|season|term|inche?|"
    r"foot|mile|metre|meter|kilo|gram|ton|tonne|pound|stor[ey]+|floor|age)s?|feet|centur(?:y|ies)|"
    r"kilo(?:metre|meter|gram)s?|since|until|till|after|before|during|while|forever|indefinite(?:ly)?|"
    r"permanent(?:ly)?|life|lifelong|lifetime|(?:knee|waist|neck|chest|ankle)|\w+(?:day|time)|"
    r"tens?|dozens?|hundreds?|thousands?|half|quarter|third|twice|double|late|early|mid)\b",
    re.IGNORECASE,
)
# What is paid is no count of things: "the data of 2.4 million customers".
_PAYS = re.compile(
    r"\b(?:costs?|pay|pays|paid|money|spen[dt]|spending|fined?|owe[ds]?|earn(?:s|ed)?|price)\b",
    re.IGNORECASE,
)
_SHARES = frozenset({"share", "points"})  # a rise in pay may be told as one
_ASKS_CHANGE = re.compile(
    r"\b(?:rises?|rose|risen|rising|raise[sd]?|increase[sd]?|gr[eo]wn?|grows|falls?|fell|fallen|"
    r"drop(?:s|ped)?|cut|change[sd]?|more|less|up|down|share|part|proportion|tax|interest|of)\b",
    re.IGNORECASE,
)
# A bare figure below this is no sum of money.
_SMALLEST_SUM = 1000


def is_of_another_measure(question: str, piece: Evidence) -> bool:
    """Tell whether the evidence's figure has a known measure that the question does not ask.

    Where a length or a time is asked for, words that measure nothing do not answer either.
    """
    figure = figure_of(piece)
    if figure is None:
        is_measure = _MEASURES.search(piece.value) or find_dates(piece.value, None)
        return bool(_ASKS_MEASURE.search(question) and not is_measure)
    measure = measured_as(figure.unit)
    if _ASKS_SHARE.search(question):
        return bool(figure.currency or (figure.unit and measure is None))
    if asked := _ASKS_DIMENSION.search(question):
        fitting = _DIMENSIONS[asked[1].lower()]
        return bool(figure.currency or (measure and measure[0] not in fitting))
    if not _MONEY.search(question) or figure.currency:
        return False
    if measure:
        is_share = measure[0] in _SHARES and not _ASKS_CHANGE.search(question)
        return is_share or measure[0] == "time"
    if figure.unit and _PAYS.search(question):
        return True
    highest = max(figure.number or 0, figure.low or 0, figure.high or 0)
    return highest < _SMALLEST_SUM
