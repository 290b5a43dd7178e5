"""Which evidence is of the days that a question asks about. Pure.

    "in August 2021"        the days themselves, whenever it is asked
    "last week"             counted from today
    "on Thursday", "in May" this week's or this year's, else those of each article's own time

Dates are preferences. Of the evidence, what fits the days is taken if it is likely enough, else
what may be of them; what is clearly of other days is not asserted. A later article may still tell
of the days, so a date in the sentence counts before the day of publication.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from index.types import Filters
from qa.claims import CONSIDERED_SHARE
from qa.dates import AskedDate, fact_date, find_dates, names_thing, question_dates
from qa.evidence import Evidence, Judged
from qa.types import DateRange, QuestionDate

# News of a day stands in the papers this long.
REPORTED_WITHIN = timedelta(days=2)
# News of a longer time is told for as long again, up to a month.
TOLD_AT_MOST = timedelta(days=31)
# From this share of a fact's days in the days asked about, the fact is of them: "over the past
# month" is of August when it was said on the 26th, and not of Thursday.
OF_THEM = 0.5
# Dates of a question that are held against evidence, the first ones; nobody asks of more days.
MOST_DATES = 8
# Characters before a sentence without a date in which one may be named that holds on.
REACH = 400


class Fit(IntEnum):
    """How a piece of evidence stands to the days asked about."""

    OTHER = 0
    POSSIBLE = 1
    FITS = 2  # told just after the days, without a date
    IS_OF = 3  # dated in the days, or told in them


@dataclass(frozen=True, slots=True)
class Asked:
    """The dates that say when what a question asks about took place, read on a day.

    `counts` is true for "how many": a figure of a year is then none of a day in it. Without
    `by_publication` no article is held to be of its own day: the user chose which to take.
    """

    question: str
    dates: tuple[AskedDate, ...] = ()
    today: date | None = None
    counts: bool = False
    by_publication: bool = True

    def __bool__(self) -> bool:
        return bool(self.dates)

    @property
    def days(self) -> tuple[DateRange, ...]:
        """The days meant on the day of asking, open sides reaching to the ends of time."""
        return tuple(dict.fromkeys(_days(asked) for asked in self.dates if asked.range))

    @property
    def floats(self) -> bool:
        return any(asked.floats for asked in self.dates)

    def days_in(self, published: date | None) -> tuple[DateRange, ...]:
        """The days meant in an article's own time; those that do not float stay."""
        days = (_days(asked) for asked in self._counted_from(published) if asked.range)
        return tuple(dict.fromkeys(days))

    def window(self) -> Filters | None:
        """The articles that are likely to tell of the days; None when they are not known."""
        if not self.days:
            return None
        first = min(days.start for days in self.days)
        last = max(_later(days.end, told_for(days)) for days in self.days)
        return Filters(
            published_after=None if first == date.min else first,
            published_before=None if last == date.max else last,
        )

    def shown(self, published: date | None = None) -> tuple[QuestionDate, ...]:
        """The dates as they were understood; floating ones in the time of an article, if given."""
        read = self._counted_from(published) if published else self.dates
        return tuple(QuestionDate(d.text, d.start, d.end, d.from_day, d.to_day) for d in read)

    def _counted_from(self, published: date | None) -> list[AskedDate]:
        floating = {asked.start for asked in self.dates if asked.floats}
        dated = (
            self.question if len(self.dates) < MOST_DATES else self.question[: self.dates[-1].end]
        )
        own = {
            asked.start: asked
            for asked in (question_dates(dated, published) if floating else ())
            if asked.start in floating
        }
        return [own.get(asked.start, asked) for asked in self.dates]


@dataclass(frozen=True, slots=True)
class Dated:
    """The evidence that may be asserted, and whether floating dates mean the article's time."""

    judged: tuple[Judged, ...]
    in_own_time: bool


def read_dates(
    question: str, today: date | None, *, counts: bool = False, by_publication: bool = True
) -> Asked:
    """Read the dates of a question that say when what it asks about took place."""
    dates = tuple(asked for asked in question_dates(question, today) if asked.dates_event)
    dates = dates[:MOST_DATES]
    return Asked(question, dates, today, counts, by_publication)


def of_the_days(asked: Asked, judged: Sequence[Judged], threshold: float) -> Dated:
    """Keep the evidence of the days asked about, in its order.

    What fits in today's sense comes before what fits in the article's own, and both before what
    is only possible, as long as one piece reaches the threshold. What is too unlikely to be
    asserted, or shown beside what is, is dropped.
    """
    if not asked:
        return Dated(tuple(judged), False)
    judged = [one for one in judged if one.confidence >= CONSIDERED_SHARE * threshold]
    pieces = [one.evidence for one in judged]
    dates = [own_date(piece) for piece in pieces]
    published = {piece.hit.article.published_at for piece in pieces}
    days_in = {day: asked.days_in(day) for day in published} if asked.floats else {}
    now = [fit(piece, own, asked.days, asked) for piece, own in zip(pieces, dates, strict=True)]
    then = [
        fit(piece, own, days_in[piece.hit.article.published_at], asked)
        for piece, own in zip(pieces, dates, strict=True)
        if days_in
    ] or now
    for fits in (now, then):
        fitting = [(j, f) for j, f in zip(judged, fits, strict=True) if f >= Fit.FITS]
        kept = _of_them_first(fitting, threshold) if asked.counts else [j for j, _ in fitting]
        if any(one.confidence >= threshold for one in kept):
            return Dated(tuple(kept), fits is then and asked.floats)
    best = (max(both) for both in zip(now, then, strict=True))
    return Dated(tuple(one for one, found in zip(judged, best, strict=True) if found), asked.floats)


def _of_them_first(fitting: Sequence[tuple[Judged, Fit]], threshold: float) -> list[Judged]:
    """Leave out other counts that were told after the days: by then they may have grown."""
    of_them = [j for j, found in fitting if found is Fit.IS_OF and j.confidence >= threshold]
    values = {one.evidence.value.casefold() for one in of_them}
    return [
        j
        for j, found in fitting
        if not of_them or found is Fit.IS_OF or j.evidence.value.casefold() in values
    ]


def fit(piece: Evidence, own: DateRange | None, days: Sequence[DateRange], asked: Asked) -> Fit:
    """Tell how a piece stands to several intervals: as it does to the one it suits best.

    `own` is its `own_date`.
    """
    if own is None:
        fits = (_fit_of_undated(piece, each, asked) for each in days)
    else:
        fits = (_fit_of_date(piece, own, each, asked) for each in days)
    return max(fits, default=Fit.OTHER)


def own_date(piece: Evidence) -> DateRange | None:
    """The date nearest to the value in its sentence, unless it belongs to a thing."""
    article = piece.hit.article
    found = fact_date(
        article.text, piece.start, piece.end, article.published_at, None, piece.sentence
    )
    if found is None or names_thing(article.text, found.start, found.end):
        return None
    return found.range


def _fit_of_date(piece: Evidence, own: DateRange, days: DateRange, asked: Asked) -> Fit:
    """Tell by the date of a fact; one just after the days may be that of its being told."""
    share = _share(own, days)
    if share >= OF_THEM:
        return Fit.IS_OF
    if share and not asked.counts:
        return Fit.POSSIBLE
    if own.start == own.end and days.end < own.start <= _later(days.end, REPORTED_WITHIN):
        return Fit.POSSIBLE
    return Fit.POSSIBLE if _names(piece, days) else Fit.OTHER


def _fit_of_undated(piece: Evidence, days: DateRange, asked: Asked) -> Fit:
    """Tell by the day of publication, or else by the date that was named last before."""
    published = piece.hit.article.published_at
    if published is None:
        return Fit.POSSIBLE
    if days.start <= published <= days.end:
        return Fit.IS_OF
    if days.start <= published <= _later(days.end, REPORTED_WITHIN):
        return Fit.FITS
    is_to_come = asked.today is not None and days.start > asked.today
    is_told_later = days.start <= published <= _later(days.end, told_for(days))
    if is_to_come or is_told_later or _names(piece, days):
        return Fit.POSSIBLE
    named = _named_before(piece)
    if named:
        return Fit.POSSIBLE if _share(named, days) >= OF_THEM else Fit.OTHER
    return Fit.OTHER if asked.by_publication else Fit.POSSIBLE


def _names(piece: Evidence, days: DateRange) -> bool:
    """Tell whether any date of the sentence lies in the days: "the floods of July killed 33"."""
    found = find_dates(piece.quote, piece.hit.article.published_at)
    return any(mention.range and _share(mention.range, days) >= OF_THEM for mention in found)


def _named_before(piece: Evidence) -> DateRange | None:
    """The last date before the sentence that belongs to no thing."""
    article, left = piece.hit.article, piece.sentence[0]
    text = article.text[max(0, left - REACH) : left]
    named = [
        mention.range
        for mention in find_dates(text, article.published_at)
        if mention.range and not names_thing(text, mention.start, mention.end)
    ]
    return named[-1] if named else None


def _share(fact: DateRange, days: DateRange) -> float:
    """The share of a fact's days that lie in the days asked about, 0 to 1."""
    first, last = max(fact.start, days.start), min(fact.end, days.end)
    return max(0, (last - first).days + 1) / ((fact.end - fact.start).days + 1)


def told_for(days: DateRange) -> timedelta:
    """How long after the days articles tell of them."""
    length = timedelta(days=(days.end - days.start).days + 1)
    return min(TOLD_AT_MOST, max(REPORTED_WITHIN, length))


def _later(day: date, by: timedelta) -> date:
    return day + by if day <= date.max - by else date.max


def _days(asked: AskedDate) -> DateRange:
    return DateRange(asked.from_day or date.min, asked.to_day or date.max)
