"""Evidence to claims and citations: what is asserted, and where it stands. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as url_quote

from qa.evidence import Judged
from qa.normalize.values import same_value
from qa.questions import Question
from qa.statements import Completer, Statement
from qa.types import Citation, Claim, Kind, TimelinePoint

MAX_CITATIONS_A_CLAIM = 5
# Statements looked at for one answer; what ranks lower is hardly ever right.
MAX_CONSIDERED = 12


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
    statements = Completer(question).statements(judged[:MAX_CONSIDERED])
    best = statements[0]
    if question.wants == "sentence":
        kind: Kind = "yes_no" if question.kind == "yes_no" else "sentence"
        citation = cite(1, best)
        return Asserted(kind, (_claim(best, (citation,)),), (citation,))
    same = [s for s in statements if s is best or same_value(s.value, best.value)]
    shown = _one_a_sentence(same)[:MAX_CITATIONS_A_CLAIM]
    citations = tuple(cite(n, one) for n, one in enumerate(shown, start=1))
    return Asserted("value", (_claim(best, citations),), citations)


def cite(n: int, statement: Statement) -> Citation:
    """Cite the sentence that a statement stands in."""
    article, (start, end) = statement.article, statement.sentence
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
        answer=statement.value,
        answer_start=statement.start,
        answer_end=statement.end,
        article_sha256=article.sha256,
        link=f"/articles/{url_quote(article.id)}?v={article.version}&start={start}&end={end}",
    )


def _claim(best: Statement, citations: Sequence[Citation]) -> Claim:
    """One claim; where the article names no speaker, its publisher stands for it."""
    said_by, said_on, publisher = best.said_by, best.said_on, best.article.publisher
    day = said_on.range if said_on else None
    return Claim(
        value=best.value,
        confidence=best.judged.confidence,
        citations=tuple(citation.n for citation in citations),
        value_date=best.value_date,
        quantity=best.quantity,
        said_by=said_by.speaker if said_by else publisher,
        said_by_written=said_by.written if said_by else None,
        said_by_kind="speaker" if said_by else ("publisher" if publisher else None),
        said_on=day.start if day and day.start == day.end else None,
        said_when=said_on.text if said_on else None,
        independent_sources=1,
    )


def _one_a_sentence(statements: Sequence[Statement]) -> list[Statement]:
    kept: dict[tuple[str, int], Statement] = {}
    for one in statements:
        kept.setdefault((one.article.id, one.sentence[0]), one)
    return list(kept.values())
