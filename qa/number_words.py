"""The English words of numbers and what they are worth. Tables only."""

from __future__ import annotations

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
MAGNITUDES = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
}
LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
# What a bare plural means at least: "dozens" is two dozen, "scores" two score.
VAGUE_LEAST = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
PARTS = {
    name: float(n)
    for n, name in enumerate(
        "half third quarter fifth sixth seventh eighth ninth tenth".split(), start=2
    )
}
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# News counts nothing beyond this; a longer run of magnitudes is no number.
LARGEST = 1e16
# Denominators people use in "one in six"; others are more often "12 in 24 hours".
SHARES = {*range(2, 13), 15, 20, 25, 50, 100, 1000, 10_000, 100_000}
