"""Content words of a question or clause, reduced to stems and to news synonyms.

"died", "dead", "deaths" and "toll" are one word here. A crude stemmer is enough: stems are
only compared with each other. Knows nothing of grammar.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Each row is one word. The first of a row names it; rows in `STATES` exclude each other.
_ROWS = (
    "die died dies dying dead death deaths kill killed kills killing toll fatal fatality "
    "fatalities perish perished casualties drown drowned drownings murder murdered murders slain "
    "massacre massacred executed bodies",
    "hurt injure injured injures injury injuries wound wounded wounds wounding hospitalised "
    "hospitalized",
    "missing miss unaccounted disappear disappeared vanished",
    "flee fled flees fleeing displace displaced displacement displaces uproot uprooted driven",
    "leave left leaves leaving depart departed departure go gone went going evacuate evacuated "
    "evacuation exit withdrew moved taken bus bused sent boarded",
    "return returned returns",
    "arrest arrested arrests detain detained detention jail jailed",
    "rescue rescued saved rescues",
    "cost costs price priced worth value valued",
    "lose lost loses losing loss losses",
    "win won wins winning",
    "march marched marching marchers rally rallied crowd demonstrate demonstrated demonstration "
    "demonstrators protest protested protesters",
    "vote votes voted voting ballot ballots",
    "infect infected infection infections case cases",
    "damage damaged destroy destroyed destruction",
    "job jobs redundancies layoffs posts employ employed",
    "pay paid pays payment",
    "collect collected gather gathered",
    "register registered registration",
    "live living lives",
    "effective effectiveness efficacy effect",
    "treat treated treating treatment",
    "arrive arrived arrives arrival reach reached reaches",
    "begin began begins begun start started starts opened opens open",
    "end ended ends finish finished",
    "hold holds held",
    "grow grew grows growing grown growth",
    "back backed backing backs support supported supports favour favoured favor favored",
)
_ROW = {word: row.split()[0] for row in _ROWS for word in row.split()}
# What can be said of people in only one of these ways at a time.
STATES = frozenset({"die", "hurt", "missing", "arrest", "rescue", "flee", "return", "infect"})
# Words that a row knows under other names too: told in any of them.
KNOWN = frozenset(_ROW.values())
_STOP = frozenset(
    """tally tallies tallied documented verified makes made making pointed points suggest suggested
    suggests indicate indicated indicates
    reckon reckons thinks think believes believe show shows archive record records a an the of
    in on at to by for from with and or but nor that which who whom whose when where while
    whereas after before since until during than then if because as is are was were be been
    being have has had do does did will would shall should can could may might must not no
    so he she it they we you i his her its their our my your me him them us this these those
    there here into onto over under near against between among around about across through
    per each every up down out off only also still already later earlier ago how many much
    what when why some most more less least such other another own very too just even all
    any both few several said say says saying told tell tells reported report reports
    according announced added put puts placed figure figures number numbers count counts
    counted total estimate estimated estimates gave give gives given spoke listed list
    expect expects expected forecast forecasts forecasting predict predicts predicted recorded
    recording claimed claims insisted confirmed stated called close closer near nearer mark real
    true correct actual rather instead however though although yes far ever people person persons
    men man one two three four five six seven eight nine ten eleven twelve dozen hundred
    thousand million billion percent cent names name monday tuesday wednesday thursday
    friday saturday sunday january february april june july august september october
    november december year years month months week weeks day days""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUFFIX = re.compile(r"(?:'s|ings?|ed|ers?|ern|ment|ments|ion|ions|es|s|e)\Z")
_SHORTEST = 3
# Clauses and the question are compared pair by pair: each is read once, not once a pair.
REMEMBERED = 1024
# Said in several words what a row says in one.
_LOST_LIFE = re.compile(
    r"\b(?:los[te]|loses|losing)\s+(?:their|his|her)\s+li(?:fe|ves)\b|"
    r"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?)\s+(?:at\s+least\s+)?(?:the\s+)?(?:[\w,]+\s+)?lives\b",
    re.IGNORECASE,
)
_TO_HOSPITAL = re.compile(
    r"\b(?:taken|brought|rushed|flown|admitted|treated|being\s+treated)\s+(?:to|in|at)\s+"
    r"(?:\w+\s+){0,2}?hospitals?\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning; numbers and reporting words do not."""
    words = (
        word.lower()
        for word in _WORD.findall(_TO_HOSPITAL.sub("hurt", _LOST_LIFE.sub("died", text)))
    )
    return frozenset(stem(word) for word in words if word not in _STOP and len(word) > 1)


@lru_cache(maxsize=REMEMBERED)
def name_stems(text: str) -> frozenset[str]:
    """Return the stems of capitalised words, the first word of the text aside."""
    words = [match.group() for match in _WORD.finditer(text)][1:]
    return frozenset().union(*(content_stems(word) for word in words if word[0].isupper()))


def stem(word: str) -> str:
    """Return the row's name of a known word, else the word without its ending.

    >>> stem("killed"), stem("northern"), stem("outages")
    ('die', 'north', 'outag')
    """
    if word in _ROW:
        return _ROW[word]
    short = _SUFFIX.sub("", word)
    return short if len(short) >= _SHORTEST else word


# A count of people may stand under one of these, whatever they came for.
GATHERING = content_stems("crowd turnout attendance gathering audience")
