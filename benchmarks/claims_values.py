"""The dates, quantities and relations parts of `benchmarks.claims`.

A date is right when its interval is the label's, or when both are empty. A quantity is right
when number, bounds, unit, qualifier and currency are. For relations, the value and the labelled
other values are grouped as the pipeline would, with our own attribution and dates; in the harder
run every further figure of the text stands beside them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from benchmarks.claim_scores import LabelledClaim, Outcome, Score, score
from index.sentences import split_sentences
from qa.attribution import Attribution, Attributor
from qa.dates import DateMention, date_at, fact_date, said_date
from qa.grouping import Candidate, Group, Relation, group, relate
from qa.normalize import asked_unit, find_quantities, parse_quantity
from qa.normalize.nouns import plural
from qa.normalize.units import measure_after
from qa.types import DateRange, Quantity

# Stand-ins for the reader's probabilities: the value leads, labelled others follow.
_LED, _FOLLOWED, _STRAY = 0.9, 0.6, 0.5


def date_scores(claims: Sequence[LabelledClaim]) -> list[Score]:
    """Score the days of sayings and of facts, and both together."""
    said = [_date_outcome(claim, "said_on", _said(claim)) for claim in claims]
    fact = [_date_outcome(claim, "event_date", _fact(claim)) for claim in claims]
    return [score("dates", said + fact), score("said on", said), score("date of the fact", fact)]


def quantity_scores(claims: Sequence[LabelledClaim]) -> list[Score]:
    """Score quantities in all fields, with the unit's head noun alone, and in the numbers alone."""
    pairs = [(claim, _labelled(claim.fields["quantity"]), _quantity(claim)) for claim in claims]
    full = [_outcome(claim.id, _spelt(gold), _spelt(found)) for claim, gold, found in pairs]
    head = [_outcome(c.id, _spelt(gold, True), _spelt(found, True)) for c, gold, found in pairs]
    bare = [_outcome(c.id, _numbers(gold), _numbers(found)) for c, gold, found in pairs]
    return [
        score("quantities", full),
        score("quantities, head of the unit", head),
        score("quantities, numbers alone", bare),
    ]


def relation_scores(claims: Sequence[LabelledClaim]) -> list[Score]:
    """Score which items are disagreements, and how each other value relates."""
    return [
        score("disagreement", [_disagreement(claim, False) for claim in claims]),
        score("disagreement, among all figures", [_disagreement(claim, True) for claim in claims]),
        score("relation of other values", [o for claim in claims for o in _relations(claim)]),
    ]


def value_timing(claims: Sequence[LabelledClaim]) -> str:
    """Time dates, quantities and grouping of one item, attribution made before."""
    times = []
    for claim in claims:
        reading = _Reading(claim)
        reading.attributor.attribute(claim.start, claim.end)
        began = time.process_time()
        candidates = reading.candidates(among_all=True)
        relate(group(candidates, claim.fields["question"]), claim.fields["question"])
        times.append((time.process_time() - began) * 1_000)
    times.sort()
    return (
        f"dates, quantities, grouping: median {times[len(times) // 2]:.2f} ms, "
        f"95th percentile {times[int(len(times) * 0.95)]:.2f} ms of processor time an item"
    )


class _Reading:
    """What the rules read in one item's text, attribution made once."""

    def __init__(self, claim: LabelledClaim) -> None:
        self.claim = claim
        self.text = claim.text
        self.sentences = split_sentences(claim.text)
        self.attributor = Attributor(claim.text, self.sentences)
        published = claim.fields["published_at"]
        self.base = date.fromisoformat(published) if published else None
        self.asked = asked_unit(claim.fields["question"])

    def candidate(self, start: int, end: int, confidence: float) -> Candidate:
        """Read one value as the pipeline does."""
        text, base = self.text, self.base
        left, right = next(((a, b) for a, b in self.sentences if a <= start < b), (0, len(text)))
        source = self.attributor.attribute(start, end)
        when = source.when if source else None
        said, fact = said_date(text, when, base), fact_date(text, start, end, base, when)
        value_date = date_at(text, start, end, base)
        return Candidate(
            value=text[start:end],
            article_id=self.claim.id,
            start=start,
            end=end,
            sentence=text[left : max(right, end)],
            sentence_start=left,
            confidence=confidence,
            quantity=parse_quantity(text, start, end, self.asked),
            value_date=value_date.range if value_date else None,
            fact_date=fact.range if fact else None,
            speaker=source.speaker if source else None,
            speaker_written=source.written if source else None,
            said_on=said.range.end if said and said.range else None,
            published_at=base,
        )

    def candidates(self, among_all: bool) -> list[Candidate]:
        """The value, the labelled others and, if asked for, every other figure of the text."""
        claim = self.claim
        found = [self.candidate(claim.start, claim.end, _LED)]
        articles = [self, *map(_Reading, _also(claim))]
        for other in claim.fields["others"]:
            start, article = int(other["value_start"]), articles[other.get("article", 0)]
            found.append(article.candidate(start, start + len(other["value"]), _FOLLOWED))
        if among_all:
            taken = [(c.article_id, c.start, c.end) for c in found]
            for article in articles:
                for mention in find_quantities(article.text, self.asked):
                    spot = article.claim.id, mention.start, mention.end
                    if not any(_overlap(spot, other) for other in taken):
                        found.append(article.candidate(mention.start, mention.end, _STRAY))
        return found


def _also(claim: LabelledClaim) -> list[LabelledClaim]:
    """The further articles of an item, each as a claim of its own."""
    return [
        replace(claim, id=f"{claim.id}/{n}", text=more["text"], fields={**claim.fields, **more})
        for n, more in enumerate(claim.fields.get("also", ()), start=1)
    ]


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _related(claim: LabelledClaim, among_all: bool) -> tuple[list[Group], Relation]:
    question = claim.fields["question"]
    groups = group(_Reading(claim).candidates(among_all), question)
    return groups, relate(groups, question)


def _disagreement(claim: LabelledClaim, among_all: bool) -> Outcome:
    relation = _related(claim, among_all)[1]
    label = "disagreement" if claim.fields["disagree"] else None
    found = "disagreement" if relation.kind == "disagreement" else None
    return _outcome(claim.id, label, found)


def _relations(claim: LabelledClaim) -> list[Outcome]:
    if not claim.fields["others"]:
        return []
    groups, relation = _related(claim, among_all=False)
    outcomes = []
    for other in claim.fields["others"]:
        article = f"{claim.id}/{other['article']}" if "article" in other else claim.id
        home = _home(groups, article, int(other["value_start"]))
        if home is _home(groups, claim.id, claim.start):
            found = "same"
        else:
            found = relation.kind if home in relation.groups else "different_question"
        name = f"{claim.id} {other['value']}"
        outcomes.append(_outcome(name, other["relation"], found))
    return outcomes


def _home(groups: Sequence[Group], article: str, start: int) -> Group:
    spot = article, start
    return next(g for g in groups if any((m.article_id, m.start) == spot for m in g.members))


def _said(claim: LabelledClaim) -> DateMention | None:
    reading, source = _Reading(claim), _source(claim)
    return said_date(claim.text, source.when if source else None, reading.base)


def _fact(claim: LabelledClaim) -> DateMention | None:
    source = _source(claim)
    base = _Reading(claim).base
    return fact_date(claim.text, claim.start, claim.end, base, source.when if source else None)


def _source(claim: LabelledClaim) -> Attribution | None:
    return Attributor(claim.text).attribute(claim.start, claim.end)


def _date_outcome(claim: LabelledClaim, field: str, found: DateMention | None) -> Outcome:
    return _outcome(f"{claim.id} {field}", _interval(claim.fields[field]), _days(found))


def _interval(label: Mapping[str, str] | None) -> str | None:
    return f"{label['from']}..{label['to']}" if label else None


def _days(found: DateMention | None) -> str | None:
    span: DateRange | None = found.range if found else None
    return f"{span.start}..{span.end}" if span else None


def _quantity(claim: LabelledClaim) -> Quantity | None:
    asked = asked_unit(claim.fields["question"])
    return parse_quantity(claim.text, claim.start, claim.end, asked)


def _labelled(label: Mapping[str, Any] | None) -> Quantity | None:
    return Quantity(**label) if label else None


def _spelt(quantity: Quantity | None, head_alone: bool = False) -> str | None:
    """Write all fields. Units are compared as plural words without case: labels on news articles
    quote the article ("a 20-mile march", "Syrians")."""
    if quantity is None:
        return None
    measure = measure_after(f" {quantity.unit}", 0) if quantity.unit else None  # "mph"
    words = (measure[1] if measure else quantity.unit or "").lower().split()
    words = [*words[:-1], *map(plural, words[-1:])]
    unit = " ".join(words[-1:] if head_alone else words) or None
    return f"{_numbers(quantity)} {unit} {quantity.qualifier} {quantity.currency}"


def _numbers(quantity: Quantity | None) -> str | None:
    if quantity is None:
        return None
    ends = (quantity.number, quantity.low, quantity.high)
    return " ".join("-" if end is None else f"{end:.12g}" for end in ends)


def _outcome(name: str, label: str | None, found: str | None) -> Outcome:
    return Outcome(name, label, found, label == found)
