"""The text of an answer from its claims: a template for each kind of answer.

Pure. Knows neither how the claims were found nor how they are shown. Every [n] it writes
is the number of a citation it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qa.normalize.compare import is_person_noun
from qa.questions import Question
from qa.types import Citation, Claim, Kind
from qa.wording.days import day_in_words
from qa.wording.speakers import (
    Citations,
    attribution,
    first_citation,
    marks,
    speaker_name,
    when_said,
)
from qa.wording.values import expand, in_quotation_marks

# A longer value is a clause: it reads better as a quotation.
_MOST_VALUE_WORDS = 14


def word_answer(
    kind: Kind,
    claims: Sequence[Claim],
    citations: Sequence[Citation],
    asked: Question | None = None,
    current: int = 1,
) -> str:
    """The answer's sentences for claims in the order they are asserted.

    The first `current` claims hold for the latest time: the one of a development, those that
    disagree. Raises ValueError without claims:
    `word_no_answer` says why there are none.
    """
    if not claims:
        raise ValueError("no claims to word: use word_no_answer() for an answer without claims")
    by_number = {citation.n: citation for citation in citations}
    asked_kind = asked.kind if asked else "what"
    if asked_kind == "who_said" and kind == "value":
        return " ".join(_who_said(claim, by_number) for claim in claims)
    if kind == "disagreement":
        return _disagreement(claims, current, by_number, asked_kind)
    if kind == "development":
        return _development(claims, by_number, asked_kind)
    if kind == "list":
        return _list(claims, by_number)
    if kind in ("sentence", "yes_no"):
        return " ".join(_sentence(claim, by_number) for claim in claims[:2])
    return " ".join(_value(claim, by_number, asked_kind) for claim in claims)


def _finish(sentence: str, citation_marks: str) -> str:
    """End a sentence with one full stop, then its citations."""
    stop = "" if sentence.rstrip("”’»\"').").endswith(("!", "?")) else "."
    if sentence.endswith("."):
        stop = ""
    return f"{sentence}{stop} {citation_marks}".rstrip()


def _value(claim: Claim, by_number: Citations, asked_kind: str) -> str:
    if len(claim.value.split()) > _MOST_VALUE_WORDS:
        return _clause(claim, by_number)
    phrase = expand(claim, first_citation(claim, by_number), asked_kind)
    source = attribution(claim, by_number)
    return _finish(f"{phrase}, {source}" if source else phrase, marks(claim, by_number))


def _clause(claim: Claim, by_number: Citations) -> str:
    quoted = in_quotation_marks(claim.value)
    source = attribution(claim, by_number)
    return (
        f"{_upper_first(source)}: {quoted} {marks(claim, by_number)}"
        if source
        else (f"{quoted} {marks(claim, by_number)}")
    )


def _sentence(claim: Claim, by_number: Citations) -> str:
    """The whole sentence quoted; the speaker is named unless the quote does it."""
    citation = first_citation(claim, by_number)
    quoted = in_quotation_marks(citation.quote if citation else claim.value)
    source = attribution(claim, by_number)
    names_speaker = bool(citation and claim.said_by and claim.said_by in citation.quote)
    if source and not names_speaker and claim.said_by_kind == "speaker":
        return f"{_upper_first(source)}: {quoted} {marks(claim, by_number)}".rstrip()
    origin = _origin(citation)
    return f"{quoted}{f' ({origin})' if origin else ''} {marks(claim, by_number)}".rstrip()


def _origin(citation: Citation | None) -> str:
    """Publisher and day: "Levant Courier, 8 September 2021", or what is known of it."""
    if citation is None:
        return ""
    day = day_in_words(citation.published_at, weekday=False) if citation.published_at else ""
    return ", ".join(part for part in (citation.publisher or "", day) if part)


def _who_said(claim: Claim, by_number: Citations) -> str:
    """Speaker, day, and the sentence that shows it."""
    citation = first_citation(claim, by_number)
    name = speaker_name(claim, by_number) if claim.said_by == claim.value else ""
    if claim.said_by_kind == "publisher" or not name:
        name = expand(claim, citation, "who")
    when = when_said(claim, by_number) if claim.said_by_kind == "speaker" else ""
    quoted = in_quotation_marks(citation.quote) if citation else ""
    said = f"{_upper_first(name, claim.value)}{f' ({when})' if when else ''}"
    return (
        f"{said}: {quoted} {marks(claim, by_number)}".rstrip()
        if quoted
        else (_finish(said, marks(claim, by_number)))
    )


def _disagreement(
    claims: Sequence[Claim], current: int, by_number: Citations, asked_kind: str
) -> str:
    """Values side by side, as "53, according to the observer [1]; 45, according to SANA [2]".

    Days are told where they differ; values of an earlier time stand in a sentence of their own.
    """
    latest = claims[: max(2, current)]
    with_day = len({_day(claim, by_number) for claim in latest}) > 1
    parts: list[str] = []
    for claim in latest:
        citation = first_citation(claim, by_number)
        with_unit = bool(claim.quantity) and not is_person_noun(_unit(claim))
        phrase = expand(claim, citation, asked_kind, opens=not parts, with_unit=with_unit)
        source = attribution(claim, by_number, with_day=with_day)
        cited = f"{phrase}, {source}" if source else phrase
        parts.append(f"{cited} {marks(claim, by_number)}".rstrip())
    sentence = "; ".join(parts) + "."
    steps = _steps(claims[len(latest) :], latest[0], by_number)
    return f"{sentence} Earlier: {'; '.join(steps)}." if steps else sentence


def _unit(claim: Claim) -> str:
    return (claim.quantity.unit if claim.quantity else None) or ""


def _day(claim: Claim, by_number: Citations) -> date | None:
    """The day a claim was made, else that of the report."""
    citation = first_citation(claim, by_number)
    return claim.said_on or (citation.published_at if citation else None)


def _development(claims: Sequence[Claim], by_number: Citations, asked_kind: str) -> str:
    """The latest value first, then what it rose or fell from."""
    latest, earlier = claims[0], claims[1:]
    phrase = expand(latest, first_citation(latest, by_number), asked_kind)
    source = attribution(latest, by_number)
    opening = f"{phrase}, {source}" if source else phrase
    opening = f"{opening} {marks(latest, by_number)}".rstrip()
    if not earlier:
        return f"{opening}."
    newest_earlier = max(earlier, key=lambda claim: _day(claim, by_number) or date.min)
    steps = _steps(earlier, latest, by_number)
    return f"{opening}, {_change(latest, newest_earlier)} {' and '.join(steps)}."


def _steps(earlier: Sequence[Claim], latest: Claim, by_number: Citations) -> list[str]:
    """Earlier values in words, newest first."""
    dated = sorted(earlier, key=lambda claim: _day(claim, by_number) or date.min, reverse=True)
    return [_earlier(claim, latest, by_number) for claim in dated]


def _change(latest: Claim, previous: Claim) -> str:
    if latest.value_date and previous.value_date:
        return "changed from"
    now = latest.quantity.number if latest.quantity else None
    then = previous.quantity.number if previous.quantity else None
    is_bound = latest.quantity is not None and latest.quantity.high is None
    if now is None or then is None or now == then or (is_bound and now < then):
        return "after"
    return "up from" if now > then else "down from"


def _earlier(claim: Claim, latest: Claim, by_number: Citations) -> str:
    citation = first_citation(claim, by_number)
    words = [expand(claim, citation, "how_many", opens=False, with_unit=False)]
    now = _day(latest, by_number)
    given = claim.said_on or (None if claim.said_when else _day(claim, by_number))
    # Told in one breath with the latest, "up from 11" was true earlier, and no day says when.
    day = given if given != now else None
    if day and not claim.value_date:  # a day beside a date would be taken for that of its change
        same_year = now is not None and now.year == day.year
        words.append(f"on {day_in_words(day, weekday=False, year=not same_year)}")
    elif claim.said_when and not claim.said_on:
        words.append(f"({claim.said_when})")
    if claim.said_by != latest.said_by and speaker_name(claim, by_number):
        words.append(f"according to {speaker_name(claim, by_number)}")
    return " ".join([*words, marks(claim, by_number)]).rstrip()


def _list(claims: Sequence[Claim], by_number: Citations) -> str:
    """Every value with its citations; the source at the end when all share one."""
    sources = {attribution(claim, by_number) for claim in claims}
    needs_marks = claims[0].value[:1].islower()
    items = [
        f"{in_quotation_marks(claim.value) if needs_marks else claim.value} "
        f"{marks(claim, by_number)}".rstrip()
        for claim in claims
    ]
    listed = items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
    source = sources.pop() if len(sources) == 1 else ""
    return f"{listed}, {source}." if source else f"{listed}."


def _upper_first(phrase: str, value: str = "") -> str:
    """A capital at the start, unless that would change the value."""
    if value and phrase.startswith(value) and value[:1].islower():
        return in_quotation_marks(value) + phrase[len(value) :]
    return phrase[:1].upper() + phrase[1:]
