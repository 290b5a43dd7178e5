"""Answers about a claim that was given before: who said it, when, where it is from.

Pure. The claim and its citations are taken as they are; nothing is looked up again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from qa.types import Citation, Claim
from qa.wording.days import day_in_words
from qa.wording.speakers import first_citation, marks, speaker_name
from qa.wording.values import in_quotation_marks

About = Literal["speaker", "date", "source"]


def word_about_claim(wants: About, claim: Claim, citations: Sequence[Citation]) -> str:
    """One sentence on a claim's speaker, date or source, with the quote it stands in.

    Where the article names no speaker or day it says so and gives what is known.
    """
    by_number = {citation.n: citation for citation in citations}
    citation = first_citation(claim, by_number)
    if wants == "speaker":
        sentence = _speaker(claim, citation, speaker_name(claim, by_number))
    elif wants == "date":
        sentence = _date(claim, citation)
    else:
        sentence = _source(citation)
    if citation is None:
        return f"{sentence}."
    return f"{sentence}: {in_quotation_marks(citation.quote)} {marks(claim, by_number)}".rstrip()


def _speaker(claim: Claim, citation: Citation | None, name: str) -> str:
    if name and claim.said_by_kind == "speaker":
        when = ""
        if claim.said_on:
            when = f", {day_in_words(claim.said_on)}"
        elif claim.said_when:
            when = f", {claim.said_when}"
        return f"{name[:1].upper()}{name[1:]}{when}"
    publisher = (citation.publisher if citation else None) or claim.said_by
    return f"Nobody is quoted; {publisher} reports it" if publisher else "Nobody is quoted"


def _date(claim: Claim, citation: Citation | None) -> str:
    if claim.said_on:
        day = day_in_words(claim.said_on)
        return f"{day} (“{claim.said_when}”)" if claim.said_when else day
    if claim.said_when:
        return f"{claim.said_when[:1].upper()}{claim.said_when[1:]}"
    if citation and citation.published_at:
        day = day_in_words(citation.published_at, weekday=False)
        return f"The article gives no day; it was published on {day}"
    return "The article gives no day"


def _source(citation: Citation | None) -> str:
    if citation is None:
        return "The source is not known"
    day = day_in_words(citation.published_at, weekday=False) if citation.published_at else ""
    title = in_quotation_marks(citation.title) if citation.title else ""
    parts = [part for part in (citation.publisher or "", title, day) if part]
    return f"From {', '.join(parts)}" if parts else "From an article without title or publisher"
