"""Turns as the pipeline keeps them, for the tests of follow-ups."""

from __future__ import annotations

from qa.followups import standalone
from qa.types import Answer, Citation, Claim, Kind, Timing, Turn


def turn(
    question: str,
    value: str | None,
    quote: str = "",
    title: str = "",
    said_by: str | None = None,
    kind: Kind = "value",
) -> Turn:
    """A turn whose question stands alone, with one claim unless there was no answer."""
    citation = Citation(
        n=1, article_id="a", version=1, title=title, publisher=None, url=None, published_at=None,
        quote=quote or value or "", start=0, end=len(quote or value or ""), answer=value or "",
        answer_start=0, answer_end=len(value or ""), article_sha256="", link="",
    )  # fmt: skip
    claim = Claim(
        value or "", 0.9, (1,), said_by=said_by, said_by_kind="speaker" if said_by else None
    )
    answer = Answer(
        id="x", question=question, standalone_question=question,
        status="answered" if value else "no_answer", reason=None, kind=kind, answer=value,
        text="", confidence=0.9, disagreement=False, claims=(claim,) if value else (),
        timeline=None, citations=(citation,) if value else (), closest=(),
        timing_ms=Timing(0, 0, 0), generation=1,
    )  # fmt: skip
    return Turn(question, answer)


def asked(followup: str, *earlier: tuple[str, str | None]) -> str:
    return standalone(followup, [turn(*one) for one in earlier]).question


FLED = ("how many people fled Daraa?", "38,000")

BANKS = ("How much will Northbank pay for Ostera Bank?", "$4.2bn")

ELECTION = ("Who won the mayoral election in Pirano?", "Lucia Ferro")

FIRE = ("What caused the fire at the Delmar refinery?", "a leaking valve")

FERRY = ("When did the ferry sink?", "on Monday night")

MARCH = ("how many people marched in Porto Alto?", "30,000")

SPEECH = ("what did Anna Soames say about closing plants?", "We have no plans to close any plant")

CUP = ("who won the cup in 2019?", "Marlow")

RELEASED = ("when was the list released in Marlow?", "on Friday")

HOSPITAL = ("how much will the new hospital in Marlow cost?", "$90m")

SCHOOLS = ("which schools in Marlow are closed?", "three primary schools")

UNIONIST = ("who is Marco Bellini?", "the head of the rail union")

POLLS = ("when did polls open in Pirano?", "7 a.m.")

WORKERS = ("where will the Delmar workers go?", "Porto Alto")

WORST = ("which Pirano flood was the worst?", "that of 1991")
