"""Files, folders and uploads."""

from __future__ import annotations

import gzip
import json
import lzma
import os
from datetime import date
from pathlib import Path

import pytest

from index.errors import InvalidArticleError, UnreadableFileError
from index.ingest import (
    SUFFIXES,
    IngestError,
    Metadata,
    count_files,
    drafts_from_bytes,
    drafts_from_path,
    formats,
)
from index.types import ArticleDraft

LINES = '{"text": "One."}\n{"text": "Two."}\n'


def read(path: Path, overrides: Metadata | None = None) -> tuple[list[ArticleDraft], list[str]]:
    results = list(drafts_from_path(path, overrides or Metadata()))
    return (
        [result for result in results if isinstance(result, ArticleDraft)],
        [f"{result.path}: {result.error}" for result in results if isinstance(result, IngestError)],
    )


def write(path: Path, data: str | bytes = "Water returned.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_file_of_one_article_knows_its_path(tmp_path: Path) -> None:
    path = write(tmp_path / "a.TXT")
    (draft,), errors = read(path)
    assert draft.source_path == str(path.resolve())
    assert not errors


def test_overrides_stand_before_the_file(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.md", "---\ndate: 2020/06/11\npublisher: Post\n---\n# Water\n\nWords."
    )
    (draft,), _ = read(path, Metadata(title="Flood", published_at=date(2021, 8, 26)))
    assert (draft.title, draft.publisher) == ("Flood", "Post")
    assert draft.published_at == date(2021, 8, 26)


@pytest.mark.parametrize(
    "suffix", ["jsonl", "ndjson", "jsonl.gz", "jsonl.xz", "json.gz", "JSONL.XZ"]
)
def test_lines_plain_and_packed(tmp_path: Path, suffix: str) -> None:
    packed = {"gz": gzip.compress(LINES.encode()), "xz": lzma.compress(LINES.encode())}
    data = packed.get(suffix.lower()[-2:], LINES.encode())
    drafts, errors = read(write(tmp_path / f"a.{suffix}", data))
    assert [draft.text for draft in drafts] == ["One.", "Two."]
    assert {draft.source_path for draft in drafts} == {None}
    assert not errors


def test_a_cut_off_archive_gives_what_came_before(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"text": f"Words {os.urandom(40).hex()}."}) + "\n" for _ in range(500)
    )
    drafts, errors = read(write(tmp_path / "a.jsonl.gz", gzip.compress(rows.encode())[:-2000]))
    assert 0 < len(drafts) < 500
    assert "damaged" in errors[-1]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/A.txt", "c.html_files/x.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, f"Words of {name}.")
    write(tmp_path / "photo.jpg", b"\xff\xd8\xff")
    write(tmp_path / "page.html", "<p>A page about water that returned on Monday.</p>")
    write(tmp_path / "page_files/frame.html", "<p>An advertisement about something else.</p>")
    drafts, errors = read(tmp_path)
    names = [str(Path(draft.source_path or "").relative_to(tmp_path)) for draft in drafts]
    assert names == ["a/A.txt", "a/z.md", "b.txt", "c.html_files/x.txt", "page.html"]
    assert not errors
    assert count_files(tmp_path) == 5
    assert count_files(tmp_path / "b.txt") == 1


def test_one_unreadable_file_among_good_ones(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt", b"\x89PNG\r\n\x1a\n")
    write(tmp_path / "c.txt")
    drafts, errors = read(tmp_path)
    assert len(drafts) == 2
    (error,) = errors
    assert error.startswith(str(tmp_path / "b.txt"))
    assert "a PNG image" in error


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_and_folders_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    write(tmp_path / "b/c.txt").parent.chmod(0)
    write(tmp_path / "d.txt")
    try:
        drafts, errors = read(tmp_path)
    finally:
        (tmp_path / "b").chmod(0o700)
    assert len(drafts) == 1
    assert ["change its permissions" in error for error in errors] == [True, True]


def test_links_that_go_round_do_not_hang(tmp_path: Path) -> None:
    write(tmp_path / "a/b.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "a/self.txt").symlink_to(tmp_path / "a/self.txt")
    drafts, errors = read(tmp_path)
    assert len(drafts) == 1
    assert len(errors) == 1
    assert "self.txt" in errors[0]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no regular file" in read(tmp_path / "pipe.txt")[1][0]
    assert "no regular file" in read(tmp_path)[1][0]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "there is no such file"),
        ("missing/", "there is no such file"),
        ("x" * 5000 + ".txt", "cannot be read"),
        ("nul\0.txt", "cannot be read"),
    ],
)
def test_paths_that_name_nothing(tmp_path: Path, name: str, reason: str) -> None:
    drafts, errors = read(tmp_path / name)
    assert not drafts
    assert reason in errors[0]


def test_web_addresses_are_refused() -> None:
    _, errors = read(Path("https://selby.example/water.html"))
    assert "save the page and add the file" in errors[0]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.pdf", ".pdf files are not supported yet; give one of .txt"),
        ("a.xyz", ".xyz is no known suffix"),
        ("README", "its name has no suffix"),
        ("a.txt.gz", ".txt.gz is no known suffix"),
    ],
)
def test_named_files_of_other_kinds_are_refused(tmp_path: Path, name: str, reason: str) -> None:
    assert reason in read(write(tmp_path / name))[1][0]


def test_an_empty_folder_and_an_empty_file_say_so(tmp_path: Path) -> None:
    assert "holds no articles" in read(tmp_path)[1][0]
    assert "it is empty" in read(write(tmp_path / "a.txt", " \n"))[1][0]


@pytest.mark.parametrize("one_only", [Metadata(title="Flood"), Metadata(url="https://a.example/")])
def test_a_title_or_address_fits_one_article_only(tmp_path: Path, one_only: Metadata) -> None:
    write(tmp_path / "a.jsonl", LINES)
    drafts, errors = read(tmp_path / "a.jsonl", one_only)
    assert not drafts
    assert "one only" in errors[0]
    with pytest.raises(InvalidArticleError, match="one only"):
        drafts_from_bytes("a.jsonl", LINES.encode(), one_only)
    drafts, errors = read(write(tmp_path / "b.jsonl", '{"text": "One."}'), one_only)
    assert (len(drafts), errors) == (1, [])


def test_publisher_author_and_day_fit_many(tmp_path: Path) -> None:
    said = Metadata(publisher="Post", author="Ola", published_at=date(2021, 8, 26))
    drafts, _ = read(write(tmp_path / "a.jsonl", LINES), said)
    assert {(d.publisher, d.author, d.published_at) for d in drafts} == {
        ("Post", "Ola", date(2021, 8, 26))
    }


def test_uploads() -> None:
    (draft,) = drafts_from_bytes("a.txt", b"Water returned.")
    assert (draft.text, draft.source_path) == ("Water returned.", None)
    packed = gzip.compress(LINES.encode())
    assert [draft.text for draft in drafts_from_bytes("a.jsonl.gz", packed)] == ["One.", "Two."]
    with pytest.raises(UnreadableFileError, match=r"a\.txt: it looks like a PDF file"):
        drafts_from_bytes("a.txt", b"%PDF-1.4")
    with pytest.raises(InvalidArticleError, match=r"a\.jsonl: line 2: "):
        drafts_from_bytes("a.jsonl", b'{"text": "One."}\n{}\n')
    with pytest.raises(UnreadableFileError, match=r"a\.json\.gz: it is no \.gz archive"):
        drafts_from_bytes("a.json.gz", b"{}")


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MAX_FILE_BYTES", 10)
    with pytest.raises(UnreadableFileError, match="longer than 10 bytes"):
        drafts_from_bytes("a.txt", b"Water returned.")


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.ingest.jsonl.MAX_JSONL_BYTES", 100_000)
    bomb = gzip.compress(b"\n" * 10_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(UnreadableFileError, match="longer than 100,000 bytes"):
        drafts_from_bytes("a.jsonl.gz", bomb)


def test_the_suffixes_are_the_documented_ones() -> None:
    assert {".txt", ".md", ".html", ".mhtml", ".json", ".jsonl", ".jsonl.gz", ".jsonl.xz"} <= set(
        SUFFIXES
    )


def test_a_folder_may_describe_itself(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# About these articles", "utf-8")
    (tmp_path / "storm.txt").write_text("A storm hit Orm.", "utf-8")
    drafts = list(drafts_from_path(tmp_path))
    assert [draft.text for draft in drafts if isinstance(draft, ArticleDraft)] == [
        "A storm hit Orm."
    ]
    assert len(list(drafts_from_path(tmp_path / "README.md"))) == 1
