"""What the API gives, as schemas, for its documentation.

Responses are written by `qa.serialize`; a test holds them against these schemas.
"""

from __future__ import annotations

from apiflask import Schema
from apiflask.fields import Boolean, Date, Dict, Float, Integer, List, Nested, String
from apiflask.validators import OneOf

from web.api.fields import note


class DateRangeOut(Schema):
    """Whole days, both inclusive."""

    start = Date(data_key="from", metadata=note("first day", "2024-03-13"))
    to = Date(metadata=note("last day", "2024-03-13"))


class QuantityOut(Schema):
    """A figure; low and high bound what it may mean."""

    number = Float(allow_none=True, metadata=note("the figure", 38000))
    low = Float(allow_none=True, metadata=note("lowest meaning, null when open", 38000))
    high = Float(allow_none=True, metadata=note("highest meaning, null when open", 38000))
    unit = String(allow_none=True, metadata=note("what is counted", "people"))
    qualifier = String(allow_none=True, metadata=note("word before the figure", "some"))
    currency = String(allow_none=True, metadata=note("ISO 4217 code"))


class ClaimOut(Schema):
    """One value for the question."""

    value = String(metadata=note("as it stands in the article", "38,000"))
    value_date = Nested(
        DateRangeOut, allow_none=True, metadata=note("the days meant, when the value is a date")
    )
    quantity = Nested(
        QuantityOut, allow_none=True, metadata=note("the figure, when the value is one")
    )
    confidence = Float(metadata=note("probability that it is right", 0.91))
    said_by = String(allow_none=True, metadata=note("who said it", "UN"))
    said_by_written = String(allow_none=True, metadata=note("as the article names them", "The UN"))
    said_by_kind = String(
        allow_none=True,
        validate=OneOf(["speaker", "publisher", None]),
        metadata=note("publisher, when nobody is quoted", "speaker"),
    )
    said_on = Date(allow_none=True, metadata=note("the day it was said", "2021-08-24"))
    said_when = String(allow_none=True, metadata=note("as the article says it", "on Tuesday"))
    independent_sources = Integer(metadata=note("sources that don't copy each other", 1))
    citations = List(Integer(), metadata=note("numbers of its citations", [1]))


class TimelinePointOut(Schema):
    """One step of a development."""

    date = Date(
        allow_none=True,
        metadata=note("when it was so, as far as the article tells; null if undated", "2021-08-24"),
    )
    value = String(metadata=note("the value then", "38,000"))
    said_by = String(allow_none=True, metadata=note("who said it", "UN"))
    citation = Integer(metadata=note("number of its citation", 1))


class CitationOut(Schema):
    """Where a claim stands. Offsets count Unicode code points of the article's text."""

    n = Integer(metadata=note("the number in the wording", 1))
    article_id = String(metadata=note("id of the article"))
    version = Integer(metadata=note("version that is quoted", 1))
    title = String(metadata=note("title of the article", "Thousands flee Daraa"))
    publisher = String(allow_none=True, metadata=note("who published it", "AFP"))
    url = String(allow_none=True, metadata=note("where it stood"))
    published_at = Date(allow_none=True, metadata=note("when", "2021-08-26"))
    quote = String(metadata=note("the sentence, character for character"))
    start = Integer(metadata=note("text[start:end] == quote", 1883))
    end = Integer(metadata=note("text[start:end] == quote", 1991))
    answer = String(metadata=note("the value inside the quote", "38,000"))
    answer_start = Integer(metadata=note("text[answer_start:answer_end] == answer", 1949))
    answer_end = Integer(metadata=note("text[answer_start:answer_end] == answer", 1955))
    article_sha256 = String(metadata=note("sha256 of the article's text in UTF-8"))
    link = String(metadata=note("page that shows the quote in its article"))


class ClosestOut(Schema):
    """A sentence that came near."""

    article_id = String()
    title = String()
    quote = String()
    start = Integer()
    end = Integer()
    score = Float()


class TimingOut(Schema):
    """Milliseconds."""

    retrieve = Float(metadata=note("searching", 6))
    read = Float(metadata=note("reading", 48))
    total = Float(metadata=note("all of it", 57))


class ExplainedSpanOut(Schema):
    """A span the reader found in a hit."""

    text = String()
    start = Integer()
    end = Integer()
    score = Float()
    confidence = Float()


class ExplainedHitOut(Schema):
    """A hit with every score behind it."""

    article_id = String()
    title = String()
    start = Integer()
    end = Integer()
    rank = Integer()
    score = Float(metadata=note("fused"))
    lexical = Float(allow_none=True, metadata=note("BM25; null when not found so"))
    dense = Float(allow_none=True, metadata=note("cosine; null when not found so"))
    null_score = Float(allow_none=True, metadata=note("the reader's score for no answer"))
    spans = List(Nested(ExplainedSpanOut))


class ExplanationOut(Schema):
    """How the answer came about."""

    hits = List(Nested(ExplainedHitOut))
    threshold = Float(metadata=note("confidence below which there is no answer"))
    decision = String(metadata=note("why it answered or refused"))


class QuestionDateOut(Schema):
    """A date that the question names, and the days it was taken for."""

    text = String(metadata=note("the question's own words", "in August 2021"))
    start = Integer(metadata=note("standalone_question[start:end] == text", 20))
    end = Integer(metadata=note("standalone_question[start:end] == text", 34))
    first = Date(
        data_key="from",
        allow_none=True,
        metadata=note("first day; null when the question leaves it open", "2021-08-01"),
    )
    to = Date(
        allow_none=True,
        metadata=note("last day; null when the question leaves it open", "2021-08-31"),
    )


class AnswerOut(Schema):
    """An answer: claims with their citations, or no answer with its reason."""

    id = String()
    conversation_id = String(metadata=note("send it with the next question"))
    question = String(metadata=note("as asked", "how many fled Daraa?"))
    standalone_question = String(metadata=note("as understood", "how many fled Daraa?"))
    asked_dates = List(
        Nested(QuestionDateOut),
        metadata=note(
            "dates in the question that the answer was chosen by; ask with ignore_dates to be "
            "answered without them"
        ),
    )
    status = String(validate=OneOf(["answered", "no_answer"]), metadata=note("", "answered"))
    reason = String(
        allow_none=True,
        validate=OneOf(["library_empty", "filtered_out", "not_found", "low_confidence", None]),
        metadata=note("why there is no answer"),
    )
    kind = String(
        validate=OneOf(["value", "list", "disagreement", "development", "sentence", "yes_no"]),
        metadata=note("what sort of answer", "value"),
    )
    answer = String(
        allow_none=True,
        metadata=note(
            "value of the first claim; to why, how and what-is, words of the sentence in `text`",
            "38,000",
        ),
    )
    text = String(metadata=note("the answer in words; [n] is a citation"))
    confidence = Float(metadata=note("probability that the answer is right", 0.91))
    disagreement = Boolean(metadata=note("whether sources contradict each other", False))
    claims = List(Nested(ClaimOut))
    timeline = List(
        Nested(TimelinePointOut),
        allow_none=True,
        metadata=note("for figures that change over time, oldest first"),
    )
    citations = List(Nested(CitationOut))
    closest = List(Nested(ClosestOut), metadata=note("only when there is no answer"))
    timing_ms = Nested(TimingOut)
    generation = Integer(metadata=note("state of the library that was asked", 12))
    explain = Nested(ExplanationOut, metadata=note("only when asked for"))


class ArticleOut(Schema):
    """A stored version of an article."""

    id = String()
    version = Integer(metadata=note("counts from 1", 1))
    title = String()
    publisher = String(allow_none=True)
    url = String(allow_none=True)
    author = String(allow_none=True)
    published_at = Date(allow_none=True, metadata=note("", "2021-08-26"))
    language = String(allow_none=True, metadata=note("detected", "en"))
    text = String()
    sha256 = String(metadata=note("of the text in UTF-8"))


class ArticleSummaryOut(Schema):
    """A row of the list."""

    id = String()
    version = Integer()
    title = String()
    publisher = String(allow_none=True)
    url = String(allow_none=True)
    author = String(allow_none=True)
    published_at = Date(allow_none=True)
    characters = Integer(metadata=note("length of the text"))
    passages = Integer(metadata=note("passages it was split into"))


class ArticlePageOut(Schema):
    """A part of the list, newest published first."""

    articles = List(Nested(ArticleSummaryOut))
    next_cursor = String(allow_none=True, metadata=note("null on the last page"))
    total = Integer(metadata=note("articles in the library"))


class AddResultOut(Schema):
    """What became of one article."""

    id = String(metadata=note("empty when it failed"))
    version = Integer(metadata=note("0 when it failed", 1))
    status = String(validate=OneOf(["added", "unchanged", "updated", "failed"]))
    title = String()
    error = String(metadata=note("only when it failed"))


class ReplacedOut(AddResultOut):
    """What became of the one article."""


class AddedOut(Schema):
    """What became of the articles, in the order sent."""

    articles = List(Nested(AddResultOut))


class JobOut(AddedOut):
    """A job and how far it is."""

    id = String()
    status = String(validate=OneOf(["queued", "running", "done", "failed", "stopped"]))
    total = Integer(metadata=note("articles sent"))
    done = Integer(metadata=note("articles dealt with"))
    added = Integer()
    updated = Integer()
    unchanged = Integer()
    failed = Integer()
    error = String(allow_none=True, metadata=note("why the job as a whole failed"))


class HitOut(Schema):
    """A passage that a search found."""

    article_id = String()
    version = Integer()
    title = String()
    publisher = String(allow_none=True)
    published_at = Date(allow_none=True)
    start = Integer(metadata=note("in the article's text, in code points"))
    end = Integer()
    text = String()
    rank = Integer(metadata=note("from 1", 1))
    score = Float(metadata=note("fused; higher is better", 0.93))
    lexical = Float(allow_none=True, metadata=note("BM25"))
    dense = Float(allow_none=True, metadata=note("cosine"))


class HitsOut(Schema):
    """The hits of a search, best first."""

    hits = List(Nested(HitOut))


class HealthOut(Schema):
    """The process lives."""

    status = String(metadata=note("", "ok"))


class ReadyOut(Schema):
    """Questions can be asked."""

    status = String(metadata=note("", "ready"))
    generation = Integer()
    articles = Integer()
    passages = Integer()


class ProblemOut(Schema):
    """RFC 9457 problem details."""

    type = String(metadata=note("", "urn:dateline:problem:invalid-question"))
    title = String(metadata=note("the status in words", "Unprocessable Entity"))
    status = Integer(metadata=note("the HTTP status", 422))
    detail = String(metadata=note("what failed and what to do", "The question is empty."))
    instance = String(metadata=note("the path", "/api/v1/answer"))
    errors = Dict(keys=String(), values=String(), metadata=note("fields that were refused"))
