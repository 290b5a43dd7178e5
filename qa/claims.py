"""Evidence to claims and citations: what is asserted, and where it stands. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as url_quote

from qa.evidence import Evidence, Judged
from qa.metrics import normalize_answer
from qa.questions import Question
from qa.types import Citation, Claim, Kind, TimelinePoint

MAX_CITATIONS_A_CLAIM = 5


@dataclass(frozen=True, slots=True)
class Asserted:
    """What an answer asserts; without claims, nothing."""

    kind: Kind
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    timeline: tuple[TimelinePoint, ...] | None = None


NOTHING = Asserted("value", (), ())


def assert_claims(question: Question, judged: Sequence[Judged], threshold: float) -> Asserted:
    """Assert what the best evidence says, if it is likely enough to be right.

    `judged` is ordered by confidence. Passages with an equal value are cited together.
    """
    if not judged or judged[0].confidence < threshold:
        return NOTHING
    best = judged[0]
    if question.wants == "sentence":
        kind: Kind = "yes_no" if question.kind == "yes_no" else "sentence"
        citation = cite(1, best.evidence, best.evidence.sentence)
        return Asserted(kind, (_claim(best, (citation,)),), (citation,))
    same = [j for j in judged if _key(j.evidence) == _key(best.evidence)]
    citations = tuple(
        cite(n, one.evidence, (one.evidence.start, one.evidence.end))
        for n, one in enumerate(_one_a_sentence(same)[:MAX_CITATIONS_A_CLAIM], start=1)
    )
    return Asserted("value", (_claim(best, citations),), citations)


def cite(n: int, piece: Evidence, answer: tuple[int, int]) -> Citation:
    """Cite the sentence of a piece of evidence; `answer` is `[start, end)` in the article."""
    article, (start, end) = piece.hit.article, piece.sentence
    return Citation(
        n=n,
        article_id=article.id,
        version=article.version,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        published_at=article.published_at,
        quote=article.text[start:end],
        start=start,
        end=end,
        answer=article.text[answer[0] : answer[1]],
        answer_start=answer[0],
        answer_end=answer[1],
        article_sha256=article.sha256,
        link=f"/articles/{url_quote(article.id)}?v={article.version}&start={start}&end={end}",
    )


def _claim(best: Judged, citations: Sequence[Citation]) -> Claim:
    publisher = best.evidence.hit.article.publisher
    return Claim(
        value=citations[0].answer,
        confidence=best.confidence,
        citations=tuple(citation.n for citation in citations),
        said_by=publisher,
        said_by_kind="publisher" if publisher else None,
        said_on=best.evidence.hit.article.published_at,
    )


def _key(piece: Evidence) -> str:
    return normalize_answer(piece.value) or piece.value


def _one_a_sentence(judged: Sequence[Judged]) -> list[Judged]:
    kept: dict[tuple[str, int], Judged] = {}
    for one in judged:
        kept.setdefault((one.evidence.hit.article.id, one.evidence.sentence[0]), one)
    return list(kept.values())
