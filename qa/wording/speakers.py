"""Who a claim comes from and when it was said, in words. Pure.

The speaker is the one that attribution found; nothing here judges who said it.
"""

from __future__ import annotations

from collections.abc import Mapping

from qa.types import Citation, Claim
from qa.wording.days import day_in_words, range_in_words
from qa.wording.definite import with_article

Citations = Mapping[int, Citation]


def marks(claim: Claim, by_number: Citations) -> str:
    """The claim's citation numbers that exist, as "[1][3]"."""
    return "".join(f"[{n}]" for n in claim.citations if n in by_number)


def first_citation(claim: Claim, by_number: Citations) -> Citation | None:
    """The citation a claim's value stands in, the first of its list."""
    return next((by_number[n] for n in claim.citations if n in by_number), None)


def speaker_name(claim: Claim, by_number: Citations) -> str:
    """The speaker with its article, or the publisher as it writes itself; "" for neither."""
    if not claim.said_by:
        return ""
    if claim.said_by_kind == "publisher":
        return claim.said_by
    citation = first_citation(claim, by_number)
    texts = [claim.said_by_written or "", citation.quote if citation else ""]
    return with_article(claim.said_by, texts)


def when_said(claim: Claim, by_number: Citations) -> str:
    """The day of the saying, else its wording, else the day of the report; "" for none.

    A publisher's own report gives no weekday: "26 August 2021".
    """
    if claim.said_on:
        return day_in_words(claim.said_on, weekday=claim.said_by_kind != "publisher")
    if claim.said_within:
        return range_in_words(claim.said_within)
    if claim.said_when:
        return claim.said_when
    citation = first_citation(claim, by_number)
    if citation is None or citation.published_at is None or not claim.said_by:
        return ""
    day = day_in_words(citation.published_at, weekday=False)
    return day if claim.said_by_kind == "publisher" else f"reported {day}"


def attribution(claim: Claim, by_number: Citations, with_day: bool = True) -> str:
    """The source: "according to the UN (Tuesday 24 August 2021)"; "" when nobody is known."""
    name = speaker_name(claim, by_number)
    if not name:
        return ""
    notes = [when_said(claim, by_number)] if with_day else []
    notes.append(_shared_origin(claim, by_number))
    notes = [note for note in notes if note]
    return f"according to {name} ({'; '.join(notes)})" if notes else f"according to {name}"


def _shared_origin(claim: Claim, by_number: Citations) -> str:
    """The note "3 articles, 1 source" when several tell the same report; else ""."""
    articles = {by_number[n].article_id for n in claim.citations if n in by_number}
    if len(articles) < 2 or claim.independent_sources >= len(articles):
        return ""
    sources = (
        "1 source" if claim.independent_sources == 1 else f"{claim.independent_sources} sources"
    )
    return f"{len(articles)} articles, {sources}"
