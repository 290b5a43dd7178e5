"""Answers about the claim given before: who said it, when, where it is from. Pure.

Nothing is searched or read again: the earlier claim and its citation hold the answer, and the
article only gives the sentence in which a speaker who is later "he" or "it" was named.
"""

from __future__ import annotations

from dataclasses import replace

from index.sentences import split_sentences
from index.types import Article
from qa.claims import Asserted
from qa.evidence import sentence_around
from qa.followups import Wants
from qa.types import Citation, Claim, DateRange

# A quote that reaches back to the speaker's name may be this long, in characters.
LONGEST_QUOTE = 900


def recall(wants: Wants, claim: Claim, citation: Citation, article: Article) -> Asserted:
    """Answer from a claim and its first citation, which stands in the article given.

    The value is the speaker's name or the wording of the day, as the article has it; where it
    has none, the sentence itself.
    """
    if wants == "speaker" and claim.said_by_kind == "speaker" and claim.said_by:
        found = _described(claim, citation) or _named(claim.said_by, citation, article)
        if found is not None:
            return _asserted(claim, found, None)
    if wants == "date" and claim.said_when:
        found = _within(claim.said_when, citation)
        if found is not None:
            day = DateRange(claim.said_on, claim.said_on) if claim.said_on else None
            return _asserted(claim, found, day)
    whole = replace(
        citation, answer=citation.quote, answer_start=citation.start, answer_end=citation.end
    )
    return _asserted(claim, whole, None)


def _asserted(claim: Claim, citation: Citation, day: DateRange | None) -> Asserted:
    cited = replace(citation, n=1)
    answered = replace(
        claim,
        value=cited.answer,
        value_date=day,
        quantity=None,
        citations=(1,),
        independent_sources=1,
    )
    return Asserted("value", (answered,), (cited,))


def _within(wording: str, citation: Citation) -> Citation | None:
    """The citation with a wording of its quote as the answer."""
    at = citation.quote.find(wording)
    if at < 0:
        return None
    start = citation.start + at
    return replace(citation, answer=wording, answer_start=start, answer_end=start + len(wording))


def _described(claim: Claim, citation: Citation) -> Citation | None:
    """The citation with the speaker as its quote writes it: by name, or as "the ministry"."""
    written = claim.said_by_written or ""
    found = _within(claim.said_by or "", citation)
    return found or (_within(written, citation) if " " in written else None)


def _named(name: str, citation: Citation, article: Article) -> Citation | None:
    """The citation with the speaker's name as the answer, its quote reaching back to it."""
    at = article.text.rfind(name, 0, citation.start)
    if at < 0:
        return None
    start, _ = sentence_around(split_sentences(article.text), at, at + len(name))
    if citation.end - start > LONGEST_QUOTE:
        return None
    link = citation.link.replace(f"start={citation.start}&", f"start={start}&")
    longer = replace(citation, start=start, quote=article.text[start : citation.end], link=link)
    return replace(longer, answer=name, answer_start=at, answer_end=at + len(name))
