"""Answers of the JSON contract, written by hand, for what the page makes of them."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

QUOTE = "🌍 Some 38,000 people 👨‍👩‍👧 have fled, the UN said on Tuesday."


def citation(n: int, quote: str = QUOTE, answer: str = "38,000", **changes: Any) -> Json:
    """Make a citation whose offsets count code points, from 1000 on."""
    at = 1000 + quote.index(answer)
    return {
        "n": n,
        "article_id": f"article-{n}",
        "version": 1,
        "title": f"Article {n}",
        "publisher": "Levant Courier",
        "url": f"https://levant-courier.example/{n}",
        "published_at": "2021-08-24",
        "quote": quote,
        "start": 1000,
        "end": 1000 + len(quote),
        "answer": answer,
        "answer_start": at,
        "answer_end": at + len(answer),
        "article_sha256": "0" * 64,
        "link": f"/articles/article-{n}?v=1&start=1000&end={1000 + len(quote)}",
        **changes,
    }


def claim(value: str, citations: list[int], **changes: Any) -> Json:
    """Make a claim that the UN is quoted with."""
    return {
        "value": value,
        "value_date": None,
        "quantity": None,
        "confidence": 0.9,
        "said_by": "UN",
        "said_by_written": "The UN",
        "said_by_kind": "speaker",
        "said_on": "2021-08-24",
        "said_when": "on Tuesday",
        "independent_sources": 1,
        "citations": citations,
        **changes,
    }


def answer(text: str, claims: list[Json], citations: list[Json], **changes: Any) -> Json:
    """Make an answer to "how many fled Daraa?"."""
    return {
        "id": "answer-1",
        "conversation_id": "conversation-1",
        "question": "how many fled Daraa?",
        "standalone_question": "how many fled Daraa?",
        "asked_dates": [],
        "status": "answered",
        "reason": None,
        "kind": "value",
        "answer": claims[0]["value"] if claims else None,
        "text": text,
        "confidence": 0.9,
        "disagreement": False,
        "claims": claims,
        "timeline": None,
        "citations": citations,
        "timing_ms": {"retrieve": 6, "read": 48, "total": 57},
        "generation": 12,
        **changes,
    }


def disagreement() -> Json:
    """53 and 45, one of them in two articles of one source."""
    quotes = ("The Observatory counted 53 people.", "SANA reported 45 people.", "It counted 53.")
    values = ("53", "45", "53")
    return answer(
        "53, according to the Syrian Observatory for Human Rights [1]; 45, according to SANA [2].",
        [
            claim("53", [1, 3], said_by="Syrian Observatory for Human Rights"),
            claim("45", [2], said_by="SANA", confidence=0.8),
        ],
        [citation(n + 1, quotes[n], values[n]) for n in range(3)],
        kind="disagreement",
        disagreement=True,
    )


def development() -> Json:
    """Seven, 19, 33 over three days; the first has no digits in its value."""
    steps = (
        ("2023-07-10", "At least seven", 7),
        ("2023-07-12", "19", 19),
        ("2023-07-29", "33", 33),
    )
    quantity = {"low": None, "high": None, "unit": "dead", "qualifier": None, "currency": None}
    return answer(
        "33, according to the Interior Ministry. [3]",
        [
            claim(value, [n + 1], said_on=day, quantity={**quantity, "number": number})
            for n, (day, value, number) in enumerate(steps)
        ][::-1],
        [citation(n + 1, f"{value} died.", value) for n, (_, value, _) in enumerate(steps)],
        kind="development",
        timeline=[
            {"date": day, "value": value, "said_by": "Interior Ministry", "citation": n + 1}
            for n, (day, value, _) in enumerate(steps)
        ],
    )
