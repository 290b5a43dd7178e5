"""When two quantities say the same, and when they cannot both be right.

Pure. "about 38,000" equals "38,000"; "at least 50" does not contradict 53; 53 contradicts 45.
Knows nothing of when or by whom they were said.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from qa.normalize.nouns import plural
from qa.normalize.qualifiers import APPROXIMATE
from qa.normalize.units import measured_as
from qa.types import Quantity

# A figure said with "about" or "nearly" stands for anything within a tenth of it: newspapers
# write "nearly 40,000" for 38,000 and "about 650" for 690, and not for 550.
APPROXIMATE_SHARE = 0.10
# Two plain figures are one rounded differently ("62,000" and "61,874", "64" and "63.7 percent")
# only when they lie this close; 50 and 53 dead are two counts.
ROUNDED_SHARE = 0.025
# Below this, whole counts are given exactly, so 20 and 21 differ.
SMALLEST_ROUNDED = 100
# "at least 50" supports 53, and says nothing about 5,000.
BOUND_REACH = 2.0
# A vague count is soft: "dozens" (24) begins a little below two dozen and ends below 200.
VAGUE_FROM, VAGUE_TO = 0.75, 8.0

PEOPLE = frozenset(
    """people persons person individuals names victims us them others dead deaths fatalities
    bodies lives residents inhabitants men""".split()
)
# They stand for people at large when the other figure says just "people" or "men". Women and
# children are a part, and no part disagrees with the whole.
_PERSON_NOUNS = frozenset(
    """soldiers troops civilians rebels militants terrorists fighters insurgents gunmen hostages
    captives prisoners inmates detainees refugees migrants evacuees guests visitors spectators
    fans tourists travellers travelers passengers commuters drivers voters citizens villagers
    islanders locals patients casualties survivors nurses doctors medics pupils students teachers
    workers employees staff miners sailors crew police officers firefighters guards marchers
    protesters protestors demonstrators strikers participants attendees supporters members
    volunteers candidates observers settlers skiers climbers hikers pilgrims worshippers""".split()
)

# Plurals of things that end as those of people do.
THINGS_LIKE_AGENTS = frozenset(
    """acres answers barriers boilers bombers boosters borders boulders bunkers burgers calculators
    carriers centers centimeters chapters clusters colors computers containers corners corridors
    counters covers cruisers dangers dinners disasters doors drawers elevators errors factors
    feathers filters fingers flavors floors flowers folders freighters generators harbors
    headquarters heaters helicopters indicators kilometers ladders lasers launchers layers letters
    liters markers matters mergers meters metres mirrors monitors motors newspapers numbers offers
    orders oysters papers pointers posters powers printers quarters reactors rivers rollers rotors
    routers rovers scooters sectors sensors servers shelters showers shutters skyscrapers spiders
    stickers summers tankers theaters thrusters tigers timbers towers tractors trailers transfers
    transformers transmitters trawlers tremors tumors ventilators waters winters""".split()
)


@dataclass(frozen=True, slots=True)
class _Interval:
    """What a quantity allows, in the base of its dimension; `step` is its last written digit."""

    low: float
    high: float
    step: float
    is_approximate: bool

    @property
    def is_open(self) -> bool:
        return math.isinf(self.low) or math.isinf(self.high)

    @property
    def bound(self) -> float:
        return self.low if math.isinf(self.high) else self.high


def same_quantity(first: Quantity, second: Quantity) -> bool:
    """Tell whether both may be said of one thing: equal, rounded, or within a stated bound.

    Symmetric; not transitive.
    """
    if not compatible_units(first, second):
        return False
    a, b = _interval(first, second), _interval(second, first)
    if a.is_open and b.is_open and math.isinf(a.high) == math.isinf(b.high):
        return _are_close(a.bound, b.bound)  # "at least 40" and "above 60" tell two things
    if a.is_open or b.is_open:
        return _meet(a, b) and _within_reach(a, b)
    return _meet(a, b)


def _are_close(one: float, two: float) -> bool:
    return abs(one - two) <= APPROXIMATE_SHARE * max(abs(one), abs(two))


def equal_quantity(first: Quantity, second: Quantity) -> bool:
    """Tell whether both state one figure; a bound or vague word equals only its like."""
    if not compatible_units(first, second) or (first.number is None) != (second.number is None):
        return False
    a, b = _interval(first, second), _interval(second, first)
    if a.is_open or b.is_open:
        return (a.low, a.high) == (b.low, b.high)
    return _meet(a, b)


def conflict(first: Quantity, second: Quantity) -> bool:
    """Tell whether both cannot be right of one thing, beyond rounding and qualifiers.

    Symmetric; never true of a quantity and itself. Quantities of different kinds do not
    conflict: they answer different questions.
    """
    if not compatible_units(first, second):
        return False
    return not _meet(_interval(first, second), _interval(second, first))


def compatible_units(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities may measure or count one thing.

    A bare figure fits any unit but a fraction: "shrank to 900 hectares from 2,500".
    """
    if first.currency and second.currency:
        return first.currency == second.currency
    if first.currency or second.currency:
        return (second if first.currency else first).unit is None
    if first.unit is None or second.unit is None:
        return "fraction" not in (first.unit, second.unit) or first.unit == second.unit
    one, two = measured_as(first.unit), measured_as(second.unit)
    if one or two:
        return bool(one and two and one[0] == two[0])
    return same_noun(first.unit, second.unit)


def same_noun(first: str, second: str) -> bool:
    """Tell whether two counted nouns may name the same things: by head, or both people."""
    one, two = (plural(noun.split()[-1].lower()) for noun in (first, second))
    if one == two:
        return True
    if one in PEOPLE or two in PEOPLE:
        return is_person_noun(one) and is_person_noun(two)
    return False


def is_person_noun(noun: str) -> bool:
    """Tell whether a plural noun stands for people, not a part of them by age or sex.

    What ends in -ers, -ors, -ists or -ians does, unless it is a known thing: "dockers".
    """
    head = noun.split()[-1].lower() if noun else ""
    if head in PEOPLE or head in _PERSON_NOUNS:
        return True
    return head.endswith(("ers", "ors", "ists", "ians")) and head not in THINGS_LIKE_AGENTS


def _interval(quantity: Quantity, other: Quantity) -> _Interval:
    """Convert to the dimension's base; a bare figure takes the unit of the other."""
    measure = measured_as(quantity.unit) or (measured_as(other.unit) if not quantity.unit else None)
    factor = measure[1] if measure else 1.0
    low = -math.inf if quantity.low is None else quantity.low * factor
    high = math.inf if quantity.high is None else quantity.high * factor
    if quantity.number is None and quantity.low is not None and quantity.high is None:
        return _Interval(low * VAGUE_FROM, low * VAGUE_TO, 0.0, False)
    step = _last_digit(quantity.number) * factor if quantity.number else 0.0
    return _Interval(low, high, step, quantity.qualifier in APPROXIMATE)


def _last_digit(number: float) -> float:
    """Return the worth of the last non-zero digit: 1000 for 62,000, 0.1 for 63.7."""
    digits, _, exponent = f"{abs(number):.12e}".partition("e")
    places = len(digits.rstrip("0").partition(".")[2])
    return float(10.0 ** (int(exponent) - places))


def _meet(a: _Interval, b: _Interval) -> bool:
    slack = _slack(a, b)
    return a.low - slack <= b.high and b.low - slack <= a.high


def _slack(a: _Interval, b: _Interval) -> float:
    """Return how far apart two figures may lie and still be one."""
    ends = [abs(end) for end in (a.low, a.high, b.low, b.high) if not math.isinf(end)]
    largest = max(ends, default=0.0)
    if a.is_approximate or b.is_approximate:
        return largest * APPROXIMATE_SHARE
    are_whole_and_small = largest < SMALLEST_ROUNDED and all(end == int(end) for end in ends)
    if a.is_open or b.is_open or are_whole_and_small:
        return largest * 1e-9
    return max(min(max(a.step, b.step) / 2, largest * ROUNDED_SHARE), largest * 1e-9)


def _within_reach(a: _Interval, b: _Interval) -> bool:
    """Tell whether a bound lies near enough to the other figure to speak of the same thing."""
    one = a.bound if a.is_open else (a.low if math.isinf(b.high) else a.high)
    two = b.bound if b.is_open else (b.low if math.isinf(a.high) else b.high)
    if math.isinf(one) or math.isinf(two) or one * two <= 0:
        return one == two
    small, large = sorted((abs(one), abs(two)))
    return large <= small * BOUND_REACH
