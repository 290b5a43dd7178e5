"""A question and its answer as the API's documentation shows them. A test checks the shape."""

from __future__ import annotations

from typing import Any

QUESTION: dict[str, Any] = {"question": "how many fled Daraa?"}

_QUOTE = "Some 38,000 people have fled their homes in Daraa, the UN said on Tuesday."

ANSWER: dict[str, Any] = {
    "id": "0f3a5c0e6a8e4f0c9d0a1b2c3d4e5f60",
    "conversation_id": "u3JXk0qYp2hVbW9d",
    "question": "how many fled Daraa?",
    "standalone_question": "how many fled Daraa?",
    "asked_dates": [],
    "status": "answered",
    "reason": None,
    "kind": "value",
    "answer": "38,000",
    "text": "Some 38,000 people, according to the UN (Tuesday 24 August 2021). [1]",
    "confidence": 0.91,
    "disagreement": False,
    "claims": [
        {
            "value": "38,000",
            "value_date": None,
            "quantity": {
                "number": 38000,
                "low": 38000,
                "high": 38000,
                "unit": "people",
                "qualifier": "some",
                "currency": None,
            },
            "confidence": 0.91,
            "said_by": "UN",
            "said_by_written": "the UN",
            "said_by_kind": "speaker",
            "said_on": "2021-08-24",
            "said_when": "on Tuesday",
            "independent_sources": 1,
            "citations": [1],
        }
    ],
    "timeline": None,
    "citations": [
        {
            "n": 1,
            "article_id": "ff0c1bc28b02363d",
            "version": 1,
            "title": "UN says 38,000 have fled Daraa in a month",
            "publisher": "Levant Courier",
            "url": "https://levant-courier.example/2021/08/24/un-says-38000-have-fled-daraa",
            "published_at": "2021-08-24",
            "quote": _QUOTE,
            "start": 0,
            "end": len(_QUOTE),
            "answer": "38,000",
            "answer_start": _QUOTE.index("38,000"),
            "answer_end": _QUOTE.index("38,000") + len("38,000"),
            "article_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "link": f"/articles/ff0c1bc28b02363d?v=1&start=0&end={len(_QUOTE)}",
        }
    ],
    "timing_ms": {"retrieve": 6.1, "read": 48.3, "total": 57.0},
    "generation": 12,
}
