"""Units of measure: their plural words, their abbreviations, and how they convert.

Tables and one reader. Knows nothing of money or of counted nouns.
"""

from __future__ import annotations

import re

# Dimension -> {plural word: factor to the dimension's base}. Spellings stay as written.
_DIMENSIONS: dict[str, dict[str, float]] = {
    "time": {
        "seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "nights": 86400,
        "weeks": 604800, "fortnights": 1209600, "months": 2629800, "years": 31557600,
        "decades": 315576000, "centuries": 3155760000,
    },
    "length": {
        "millimetres": 0.001, "millimeters": 0.001, "centimetres": 0.01, "centimeters": 0.01,
        "metres": 1, "meters": 1, "kilometres": 1000, "kilometers": 1000, "inches": 0.0254,
        "feet": 0.3048, "yards": 0.9144, "miles": 1609.344, "nautical miles": 1852,
    },
    "mass": {
        "milligrams": 1e-6, "grams": 0.001, "kilograms": 1, "kilos": 1, "tonnes": 1000,
        "tons": 1000, "metric tons": 1000, "pounds": 0.4536, "ounces": 0.02835, "carats": 0.0002,
    },
    "area": {
        "hectares": 10_000, "acres": 4046.86, "square metres": 1, "square meters": 1,
        "square kilometres": 1e6, "square kilometers": 1e6, "square miles": 2_589_988,
        "square feet": 0.0929,
    },
    "volume": {
        "litres": 0.001, "liters": 0.001, "gallons": 0.003785, "pints": 0.000568,
        "barrels": 0.159, "cubic metres": 1, "cubic meters": 1, "cubic feet": 0.0283,
    },
    "speed": {
        "kilometres per hour": 1, "kilometers per hour": 1, "kilometres an hour": 1,
        "kilometers an hour": 1, "miles per hour": 1.609344, "miles an hour": 1.609344,
        "knots": 1.852,
    },
    "power": {"watts": 1, "kilowatts": 1e3, "megawatts": 1e6, "gigawatts": 1e9},
    "energy": {"kilowatt-hours": 1, "megawatt-hours": 1e3, "gigawatt-hours": 1e6},
    "share": {"percent": 0.01, "fraction": 1},
    "points": {"percentage points": 1, "basis points": 0.01},
    "heat": {"degrees": 1, "degrees Celsius": 1},
    "fahrenheit": {"degrees Fahrenheit": 1},
    "data": {"kilobytes": 1e-3, "megabytes": 1, "gigabytes": 1e3, "terabytes": 1e6},
}  # fmt: skip
_ABBREVIATIONS = {
    "km": "kilometres", "kms": "kilometres", "m": "metres", "cm": "centimetres",
    "mm": "millimetres", "ft": "feet", "in": "inches", "mi": "miles", "nm": "nautical miles",
    "kg": "kilograms", "kgs": "kilograms", "g": "grams", "mg": "milligrams", "lb": "pounds",
    "lbs": "pounds", "oz": "ounces", "t": "tonnes", "ha": "hectares", "km/h": "kilometres per hour",
    "kph": "kilometres per hour", "kmh": "kilometres per hour", "mph": "miles per hour",
    "kw": "kilowatts", "mw": "megawatts", "gw": "gigawatts", "kwh": "kilowatt-hours",
    "mwh": "megawatt-hours", "gwh": "gigawatt-hours", "sq km": "square kilometres",
    "sq m": "square metres", "sq miles": "square miles", "sq ft": "square feet",
    "%": "percent", "per cent": "percent", "percent": "percent", "pc": "percent",
    "percentage point": "percentage points", "percentage points": "percentage points",
    "per cent points": "percentage points", "basis point": "basis points",
    "°c": "degrees Celsius", "°f": "degrees Fahrenheit", "°": "degrees",
    "degrees celsius": "degrees Celsius", "degrees centigrade": "degrees Celsius",
    "degrees fahrenheit": "degrees Fahrenheit", "hrs": "hours", "mins": "minutes",
    "secs": "seconds", "gb": "gigabytes", "mb": "megabytes", "tb": "terabytes",
}  # fmt: skip
# Read as abbreviations only where the case is right and the number stands beside them.
_SHORT_AND_LOOSE = {"m", "g", "t", "in", "mi", "nm", "pc"}
_IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century"}
_SIZE = {unit: (kind, size) for kind, row in _DIMENSIONS.items() for unit, size in row.items()}


def _singular(unit: str) -> str:
    return _IRREGULAR.get(unit) or re.sub(r"s\b(?= per| an|$)", "", unit, count=1)


_FORMS: dict[str, str] = {}
for _unit in _SIZE:
    if _unit not in {"fraction", "pounds"}:
        _FORMS[_unit.lower()] = _unit
        _FORMS.setdefault(_singular(_unit).lower(), _unit)
_FORMS |= _ABBREVIATIONS
_LONG = sorted(_FORMS.keys() - _SHORT_AND_LOOSE, key=len, reverse=True)
_LONG_FORMS = "|".join(re.escape(form).replace("\\ ", r"\s+") for form in _LONG)
_AFTER = re.compile(rf"[\s\u00a0-]{{0,3}}({_LONG_FORMS})(?![\w])", re.IGNORECASE)
_LOOSE_AFTER = re.compile(r"[\s\u00a0]?(m|g|t|pc)(?![\w'’])")
_POUNDS = re.compile(r"[\s\u00a0-]+pounds?(?=\s+(?:of|in\s+weight|heavier|lighter|overweight)\b)")


def measure_after(text: str, position: int) -> tuple[int, str] | None:
    """Return the end and plural word of the unit of measure that begins at `position`."""
    match = _AFTER.match(text, position)
    if match:
        form = " ".join(match.group(1).lower().split())
        return match.end(), _FORMS[form]
    match = _LOOSE_AFTER.match(text, position)
    if match:
        return match.end(), _FORMS[match.group(1)]
    match = _POUNDS.match(text, position)
    return (match.end(), "pounds") if match else None


def measured_as(unit: str | None) -> tuple[str, float] | None:
    """Return dimension and factor to its base, or None for a counted noun."""
    return _SIZE.get(unit) if unit else None
