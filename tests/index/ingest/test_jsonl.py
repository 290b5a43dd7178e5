"""JSON and JSONL of articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from index.errors import InputError, UnreadableFileError
from index.ingest import jsonl
from index.ingest.jsonl import MAX_BAD_LINES, Result, read_json, read_jsonl
from index.ingest.metadata import NOTHING, Metadata
from index.types import ArticleDraft

GOOD = '{"title": "Water", "text": "Water returned."}'


def lines(data: str | bytes) -> list[Result]:
    stream = BytesIO(data.encode() if isinstance(data, str) else data)
    return list(read_jsonl(stream, NOTHING))


def one(value: object) -> list[Result]:
    return list(read_json(BytesIO(json.dumps(value).encode()), NOTHING, "/a.json"))


def errors(results: list[Result]) -> list[str]:
    return [str(result) for result in results if isinstance(result, InputError)]


def texts(results: list[Result]) -> list[str]:
    return [result.text for result in results if isinstance(result, ArticleDraft)]


def test_a_bad_line_is_named_and_the_others_go_on() -> None:
    bad = ["{broken", '{"title": "no text"}', "[1]", '{"text": "x", "date": "soon"}', "9" * 5000]
    results = lines("\n".join([GOOD, *bad, "", GOOD.replace("Water", "Power")]))
    assert texts(results) == ["Water returned.", "Power returned."]
    found = errors(results)
    assert [message.split(":")[0] for message in found] == [f"line {n}" for n in range(2, 7)]
    assert "not valid JSON" in found[0]
    assert "no text" in found[1]
    assert "not an article" in found[2]
    assert "'soon' is not a date" in found[3]


def test_bytes_and_depth_that_are_no_json() -> None:
    results = lines(b'{"text": "\xff"}\n' + b"[" * 100_000 + b"\n" + b'{"text": "\\ud800 x"}')
    assert ["UTF-8" in errors(results)[0], "too deep" in errors(results)[1]] == [True, True]
    assert "half of a character pair" in errors(results)[2]


def test_lines_are_read_one_at_a_time() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield GOOD.encode() + b"\n"

    class Endless(BytesIO):
        source = endless()

        def readline(self, size: int | None = -1, /) -> bytes:
            return next(self.source)

    results = read_jsonl(Endless(), Metadata(publisher="The Selby Post"))
    for _ in range(3):
        draft = next(results)
        assert isinstance(draft, ArticleDraft)
        assert draft.publisher == "The Selby Post"


def test_a_line_over_the_limit_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 100)
    results = lines(f'{{"text": "{"x" * 950}"}}\n{GOOD}\n')
    assert errors(results) == ["line 1: longer than 100 bytes; split the article"]
    assert texts(results) == ["Water returned."]


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_JSONL_BYTES", 100)
    monkeypatch.setattr(jsonl, "MAX_JSON_BYTES", 100)
    with pytest.raises(UnreadableFileError, match="longer than 100 bytes; split it"):
        lines(f"{GOOD}\n" * 4)
    with pytest.raises(UnreadableFileError, match="save it as JSONL"):
        one({"text": "x" * 200})


def test_a_file_of_bad_lines_is_given_up() -> None:
    results = read_jsonl(BytesIO(b"words\n" * 10_000), NOTHING)
    found = [next(results) for _ in range(MAX_BAD_LINES)]
    assert all(isinstance(result, InputError) for result in found)
    with pytest.raises(UnreadableFileError, match=f"{MAX_BAD_LINES} bad lines in a row"):
        next(results)


def test_one_object_keeps_its_path() -> None:
    (draft,) = one({"text": "Water returned."})
    assert isinstance(draft, ArticleDraft)
    assert draft.source_path == "/a.json"


@pytest.mark.parametrize("wrap", [list, lambda articles: {"status": "ok", "articles": articles}])
def test_lists_of_articles(wrap: Callable[[list[object]], object]) -> None:
    results = one(wrap([{"text": "One."}, {"title": "bad"}, 7, {"body": "Two."}]))
    assert texts(results) == ["One.", "Two."]
    assert [message.split(":")[0] for message in errors(results)] == ["article 2", "article 3"]
    assert [r.source_path for r in results if isinstance(r, ArticleDraft)] == [None, None]


def test_jsonl_named_json_is_read_all_the_same() -> None:
    results = list(read_json(BytesIO(f"{GOOD}\n{GOOD}".encode()), NOTHING))
    assert texts(results) == ["Water returned.", "Water returned."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not valid JSON"),
        (b'{"text": ', "not valid JSON .*line 1, column"),
        (b"[" * 100_000, "nested too deep"),
        (b"[]", "holds no articles"),
        (b"7", "holds no articles"),
        (b"<!doctype html>", "an HTML page, not like JSON"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image, not like JSON"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        list(read_json(BytesIO(data), NOTHING))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no articles"),
        (b"\n \n", "holds no articles"),
        (b"<html>", "an HTML page, not like JSONL"),
        (b"PK\x03\x04", "a zip archive"),
    ],
)
def test_what_is_no_jsonl_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        lines(data)
