"""Evidence to claims and citations: what is asserted, and where it stands. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote as url_quote

from qa.companions import with_companions
from qa.evidence import Judged
from qa.grouping import Candidate, Relation, group, relate
from qa.grouping.matter import looks_ahead
from qa.questions import COUNTING, Question
from qa.sourcing import AskedSource, asked_source, of_the_source
from qa.statements import Completer, Statement
from qa.types import Citation, Claim, Kind, TimelinePoint

MAX_CITATIONS_A_CLAIM = 5
# Statements looked at for one answer: so many at most, and none with less than this share of the
# best one's confidence, which is too little to be shown beside it (see `qa.grouping.rivalry`).
MAX_CONSIDERED = 12
CONSIDERED_SHARE = 0.05
# Kinds of question whose answers are figures or dates, which stand beside others.
_HAVE_COMPANIONS = ("how_many", "how_much", "when", "what", "which")
# After a figure: "100 rebels will leave", "100 are due to leave".
_GAP = r"[^\w.!?\n]++"
_TO_COME = re.compile(
    rf"{_GAP}(?:\w++(?:-\w++)*+{_GAP}){{0,3}}?"
    r"(?:will|shall|(?:is|are)\s+(?:due\s+|set\s+|expected\s+|going\s+)?to)\b"
)
_ASKS_AGE = re.compile(r"\b(?:how\s+old|what\s+age)\b", re.IGNORECASE)
# "When did it open?" asks for a day that has come, "when was it due to open?" may not.
_ASKS_PAST = re.compile(
    r"^(?!.*\b(?:planned|due|scheduled|supposed|meant|expected|set|to|until|till|will|would|"
    r"moved|postponed|delayed|extended|next)\b).*\b(?:did|was|were|had)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Asserted:
    """What an answer asserts; without claims, nothing."""

    kind: Kind
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    timeline: tuple[TimelinePoint, ...] | None = None
    current: int = 1  # so many claims, the first ones, hold for the latest time
    unsaid_by: str = ""  # the source asked for, where only others were found


NOTHING = Asserted("value", (), ())


def assert_claims(
    question: Question, judged: Sequence[Judged], threshold: float, max_claims: int
) -> Asserted:
    """Assert what the best evidence says, if it is likely enough to be right.

    `judged` is ordered by confidence. Passages with an equal value are cited together; other
    values are asserted beside it only as a disagreement, a development or a list.
    """
    if not judged or judged[0].confidence < threshold:
        return NOTHING
    source = asked_source(question.text) if question.kind != "who_said" else None
    considered = _considered(judged, threshold, is_of_one_source=source is not None)
    completer = Completer(question)
    completed = completer.statements(considered)
    if question.kind in _HAVE_COMPANIONS:
        completed = with_companions(completer, completed, threshold, question.text)
    statements = of_the_source(source, completed, threshold)
    if question.kind in COUNTING:
        statements = _that_is(question, statements)
    if question.kind == "when" and _ASKS_PAST.search(question.text):
        statements = [one for one in statements if not _is_to_come(one)]
    statements = [one for one in statements if _is_about_it(one, threshold)]
    if not statements or statements[0].judged.confidence < threshold:
        return _unsaid(source, completed, threshold)
    if question.wants == "list":  # what would be refused alone is no entry of a list
        statements = [one for one in statements if one.judged.confidence >= threshold]
    if question.wants == "sentence":
        kind: Kind = "yes_no" if question.kind == "yes_no" else "sentence"
        citation = cite(1, statements[0])
        return Asserted(kind, (_claim(statements[0], (citation,)),), (citation,))
    by_candidate = {statement.candidate(): statement for statement in statements}
    relation = relate(
        group(list(by_candidate), question.text),
        question.text,
        wants_list=question.wants == "list",
        least=threshold,
    )
    return _asserted(relation, by_candidate, max_claims)


def _considered(
    judged: Sequence[Judged], threshold: float, *, is_of_one_source: bool
) -> list[Judged]:
    """What may be shown beside the best; one source's words may be far less likely than others'."""
    best = threshold if is_of_one_source else judged[0].confidence
    return [one for one in judged[:MAX_CONSIDERED] if one.confidence >= CONSIDERED_SHARE * best]


def _is_about_it(one: Statement, threshold: float) -> bool:
    """Tell whether a statement is likely, or has a word of the question in its sentence.

    "An offensive that was backed by Russia" does not support Russia as who brokered a truce.
    Figures are compared by what they count instead ("SANA put it at 45").
    """
    is_likely = one.judged.confidence >= threshold
    shares_words = one.judged.evidence.features.sentence_coverage > 0.0
    return is_likely or shares_words or one.quantity is not None


def _that_is(question: Question, statements: Sequence[Statement]) -> list[Statement]:
    """Leave out figures of what is to come, unless the question looks ahead.

    "About 100 rebels will leave" does not say how many left. An age is no count: "the
    51-year-old will leave" says how old she is.
    """
    if looks_ahead(question.text) or _ASKS_AGE.search(question.text):
        return list(statements)
    return [one for one in statements if not _TO_COME.match(one.article.text, one.end)]


def _is_to_come(one: Statement) -> bool:
    """Tell whether a date lies after the article's day: "to be paid back by the end of 2025"."""
    published = one.article.published_at
    return bool(published and one.value_date and one.value_date.start > published)


def _unsaid(
    source: AskedSource | None, statements: Sequence[Statement], threshold: float
) -> Asserted:
    """Nothing, with the source asked for where another's statement was likely enough."""
    found_others = any(one.judged.confidence >= threshold for one in statements)
    return replace(NOTHING, unsaid_by=source.name) if source and found_others else NOTHING


def _asserted(
    relation: Relation, by_candidate: Mapping[Candidate, Statement], max_claims: int
) -> Asserted:
    """Number the citations of the groups in their order; the timeline points to them."""
    claims: list[Claim] = []
    citations: list[Citation] = []
    number_of: dict[Candidate, int] = {}
    for one in relation.groups[:max_claims]:
        members = [(m, by_candidate[m]) for m in one.members]
        shown = _one_a_sentence(members)[:MAX_CITATIONS_A_CLAIM]
        cited = [cite(len(citations) + n, s) for n, (_, s) in enumerate(shown, start=1)]
        number_of |= dict.fromkeys(one.members, cited[0].n)
        number_of |= {m: c.n for (m, _), c in zip(shown, cited, strict=True)}
        citations += cited
        claims.append(
            replace(_claim(shown[0][1], cited), independent_sources=one.independent_sources)
        )
    timeline = tuple(
        TimelinePoint(step.day, step.value, step.speaker, number_of[step.candidate])
        for step in relation.timeline
        if step.candidate in number_of
    )
    current = min(relation.current, len(claims))
    return Asserted(relation.kind, tuple(claims), tuple(citations), timeline or None, current)


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
    return Claim(
        value=best.value,
        confidence=best.judged.confidence,
        citations=tuple(citation.n for citation in citations),
        value_date=best.value_date,
        quantity=best.quantity,
        said_by=said_by.speaker if said_by else publisher,
        said_by_written=said_by.written if said_by else None,
        said_by_kind="speaker" if said_by else ("publisher" if publisher else None),
        said_on=best.said_day,
        said_when=said_on.text if said_on else None,
        said_within=said_on.range if said_on else None,
    )


def _one_a_sentence(
    members: Sequence[tuple[Candidate, Statement]],
) -> list[tuple[Candidate, Statement]]:
    kept: dict[tuple[str, int], tuple[Candidate, Statement]] = {}
    for member in members:
        statement = member[1]
        kept.setdefault((statement.article.id, statement.sentence[0]), member)
    return list(kept.values())
