"""The speaker part of `benchmarks.claims`: attribution against the labels and a baseline.

Strict: equal but for case, quotes' shape and leading articles. Lenient: also when the last name
of one is the last name of the other, or one holds the other whole.

The rules were made with `tests/data/claims_news_dev_speaker.jsonl`: other news sentences, labelled
as `claims_news.jsonl` is, for their speakers alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence

from benchmarks.claim_scores import LabelledClaim, Outcome, Score, score
from qa.attribution import attribute

Predict = Callable[[str, int, int], str | None]

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*")
_SAID = re.compile(r"\b(?:said|says|say|according to|told|reported)\b")
# Words that open sentences and are no names.
_OPENERS = frozenset("the a an in on at but and it he she they this that for according".split())


def speaker_scores(claims: Sequence[LabelledClaim]) -> list[Score]:
    """Score the main values strictly, leniently, against the baseline, and the other values."""
    return [
        score("speaker", _outcomes(claims, predicted_speaker, same_speaker)),
        score("speaker, lenient", _outcomes(claims, predicted_speaker, similar_speaker)),
        score("speaker, of other values", _other_outcomes(claims, predicted_speaker)),
        score("baseline: nearest 'said'", _outcomes(claims, nearest_said, same_speaker)),
        score("baseline, lenient", _outcomes(claims, nearest_said, similar_speaker)),
    ]


def speaker_timing(claims: Sequence[LabelledClaim]) -> str:
    """Time one attribution from scratch, over the file; milliseconds of processor time."""
    times = []
    for claim in claims:
        began = time.process_time()
        attribute(claim.text, claim.start, claim.end)
        times.append((time.process_time() - began) * 1_000)
    times.sort()
    return (
        f"attribution: median {times[len(times) // 2]:.2f} ms, "
        f"95th percentile {times[int(len(times) * 0.95)]:.2f} ms a value"
    )


def predicted_speaker(text: str, start: int, end: int) -> str | None:
    found = attribute(text, start, end)
    return None if found is None else found.speaker


def nearest_said(text: str, start: int, end: int) -> str | None:
    """The baseline: the capitalised words nearest to the "said" nearest to the value."""
    cues = [match.start() for match in _SAID.finditer(text)]
    if not cues:
        return None
    cue = min(cues, key=lambda at: abs(at - start))
    names = [
        match
        for match in _NAME.finditer(text)
        if match.group().lower() not in _OPENERS and not start <= match.start() < end
    ]
    if not names:
        return None
    return min(
        names, key=lambda match: min(abs(match.end() - cue), abs(match.start() - cue))
    ).group()


def normalised(name: str | None) -> str:
    """Lower case, straight apostrophes, no leading article."""
    if name is None:
        return ""
    return _ARTICLE.sub("", " ".join(name.replace("’", "'").split())).lower()


def same_speaker(label: str | None, prediction: str | None) -> bool:
    return normalised(label) == normalised(prediction)


def similar_speaker(label: str | None, prediction: str | None) -> bool:
    """Also accept the same last name, or one name inside the other."""
    one, two = normalised(label), normalised(prediction)
    if not one or not two:
        return one == two
    return (
        one.split()[-1] == two.split()[-1] or f" {one} " in f" {two} " or f" {two} " in f" {one} "
    )


def _outcomes(
    claims: Sequence[LabelledClaim],
    predict: Predict,
    same: Callable[[str | None, str | None], bool],
) -> list[Outcome]:
    outcomes = []
    for claim in claims:
        label = claim.fields["speaker"]
        prediction = predict(claim.text, claim.start, claim.end)
        outcomes.append(Outcome(claim.id, label, prediction, same(label, prediction)))
    return outcomes


def _other_outcomes(claims: Sequence[LabelledClaim], predict: Predict) -> list[Outcome]:
    outcomes = []
    for claim in claims:
        for other in claim.fields["others"]:
            start = int(other["value_start"])
            prediction = predict(claim.text, start, start + len(other["value"]))
            right = same_speaker(other["speaker"], prediction)
            name = f"{claim.id} {other['value']}"
            outcomes.append(Outcome(name, other["speaker"], prediction, right))
    return outcomes
