"""/api/v1/articles: the library's articles; adding, replacing, removing them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from apiflask import APIBlueprint
from flask import Response, jsonify, request, url_for
from marshmallow import RAISE, ValidationError
from werkzeug.datastructures import FileStorage

from index.errors import InputError, InvalidArticleError
from index.ingest import Metadata, draft_from_fields, drafts_from_bytes, parse_day
from index.types import AddResult
from qa.serialize import list_page, to_json
from web.adding import Entry, add_in_order, failed
from web.api.jobs import job_json
from web.api.requests import ArticleIn, PageQuery, UploadIn, VersionQuery
from web.api.responses import AddedOut, ArticleOut, ArticlePageOut, ReplacedOut
from web.services import services

bp = APIBlueprint("articles", __name__, url_prefix="/api/v1/articles", tag="Articles")


@bp.get("")
@bp.input(PageQuery, location="query", arg_name="part", unknown=RAISE)
@bp.output(ArticlePageOut)
def list_articles(part: dict[str, Any]) -> Response:
    """List articles, newest published first."""
    page = services().corpus.articles(part["limit"], part.get("cursor"))
    return jsonify(list_page(page.articles, page.next_cursor, page.total))


@bp.get("/<article_id>")
@bp.input(VersionQuery, location="query", arg_name="which", unknown=RAISE)
@bp.output(ArticleOut)
def get_article(article_id: str, which: dict[str, Any]) -> Response:
    """Get an article with its text."""
    return jsonify(to_json(services().corpus.article(article_id, which.get("version"))))


@bp.post("")
@bp.output(AddedOut)
@bp.doc(responses={202: "More articles than one call adds: a job, at Location"})
def post_articles() -> Response:
    """Add one article, a list of articles, or files.

    One that cannot be stored is `failed` with its reason and the others are stored; one
    sent alone is refused with 422. More than 100 become a job.
    """
    parts = services()
    entries = _uploaded() if request.mimetype == "multipart/form-data" else _sent()
    if len(entries) > parts.settings.web.articles_per_call:
        job = parts.jobs.start(parts.corpus, entries)
        accepted = jsonify(job_json(job))
        accepted.status_code = 202
        accepted.location = url_for("jobs.get_job", job_id=job.id)
        return accepted
    results: list[AddResult] = []
    add_in_order(parts.corpus, entries, results.append)
    _refuse_lone_failure(results)
    return jsonify({"articles": [to_json(result) for result in results]})


@bp.put("/<article_id>")
@bp.input(ArticleIn, arg_name="fields")
@bp.output(ReplacedOut)
def put_article(article_id: str, fields: dict[str, Any]) -> Response:
    """Store a new version of an article; the old version's passages leave the index."""
    return jsonify(to_json(services().corpus.replace(article_id, draft_from_fields(fields))))


@bp.delete("/<article_id>")
@bp.output({}, status_code=204)
def delete_article(article_id: str) -> Response:
    """Remove an article; no search finds it once this returns."""
    services().corpus.remove([article_id])
    return Response(status=204)


def _sent() -> list[Entry]:
    """Read the articles of a JSON body: one object or a list of objects."""
    body = request.get_json()
    items = body if isinstance(body, list) else [body]
    if not items:
        raise InvalidArticleError("The list of articles is empty; send at least one.")
    schema = ArticleIn()
    for number, item in enumerate(items):
        _refuse_unknown_field(schema, item, f"article {number + 1}")
    return [_entry(schema, item, f"article {n + 1}") for n, item in enumerate(items)]


def _refuse_unknown_field(schema: ArticleIn, item: Any, where: str) -> None:
    """Refuse the whole request for a field that is not an article's, as a slip of the pen."""
    if isinstance(item, dict) and (unknown := set(item) - set(schema.fields)):
        raise InvalidArticleError(
            f"{where} has the unknown field {min(unknown)!r}; fields are "
            f"{', '.join(schema.fields)}."
        )


def _entry(schema: ArticleIn, item: Any, where: str) -> Entry:
    if not isinstance(item, dict):
        return failed("", f"{where} is not a JSON object with a title and a text.")
    try:
        return draft_from_fields(schema.load(item))
    except ValidationError as exc:
        said = "; ".join(f"{name}: {' '.join(why)}" for name, why in exc.messages_dict.items())
        return failed(str(item.get("title") or ""), f"{where}: {said}")
    except InputError as exc:
        return failed(str(item.get("title") or ""), f"{where}: {exc}")


def _uploaded() -> list[Entry]:
    """Read the articles of every uploaded file."""
    overrides = _metadata(UploadIn().load(request.form.to_dict()))
    files = [file for _, group in request.files.lists() for file in group]
    if not files:
        raise InvalidArticleError("The upload holds no file; send at least one as `files`.")
    return [entry for file in files for entry in _entries_of(file, overrides)]


def _entries_of(file: FileStorage, overrides: Metadata) -> Iterator[Entry]:
    # Browsers send a folder's files with their paths; only the name says what a file is.
    name = PurePosixPath((file.filename or "upload.txt").replace("\\", "/")).name
    try:
        yield from drafts_from_bytes(name, file.read(), overrides)
    except InputError as exc:
        yield failed(name, str(exc) if name in str(exc) else f"{name}: {exc}")


def _metadata(fields: Mapping[str, str]) -> Metadata:
    given = {name: value for name, value in fields.items() if value.strip()}
    day = given.pop("published_at", None)
    return Metadata(**given, published_at=parse_day(day) if day else None)


def _refuse_lone_failure(results: list[AddResult]) -> None:
    if len(results) == 1 and results[0].status == "failed":
        raise InvalidArticleError(results[0].error or "The article could not be stored.")
