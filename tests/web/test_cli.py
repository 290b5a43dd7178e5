"""The command line over real libraries, with small models where models don't matter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from index.corpus import Corpus
from qa.pipeline import Pipeline
from tests.fakes import HashingEmbedder, RuleReader, null_margin_calibration
from web import opening
from web.cli import main
from web.opening import Opened
from web.settings import Settings

COMMANDS = {
    *("add", "list", "show", "remove"),
    *("ask", "chat", "serve", "search"),
    *("eval", "check", "rebuild"),
}
OSTREL = "Some 4,200 people fled Ostrel after the dam gave way, the council said."
QUESTION = "How many people fled Ostrel?"

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a library of the test's own, with rule-based models."""

    def open_corpus(settings: Settings, *_: object, **__: object) -> Corpus:
        return Corpus.open(settings.index, HashingEmbedder())

    def open_all(settings: Settings, *_: object) -> Opened:
        corpus = open_corpus(settings)
        pipeline = Pipeline(corpus, RuleReader(), null_margin_calibration(), settings.qa)
        return Opened(corpus, pipeline)

    monkeypatch.setattr(opening, "open_corpus", open_corpus)
    monkeypatch.setattr(opening, "open_all", open_all)
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "library"))

    def invoke(*arguments: object, input: str | None = None) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], input=input)

    return invoke


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "ostrel.txt"
    path.write_text(f"{OSTREL} Schools stay closed until Friday.", encoding="utf-8")
    return path


def as_json(result: Result) -> dict[str, Any]:
    """Parse the whole of standard output as the one JSON object it must be."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_there_is_every_command_of_the_contract() -> None:
    assert set(main.commands) == COMMANDS


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_flag_is_documented(name: str) -> None:
    command = main.commands[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]}"
    assert any("--home" in parameter.opts for parameter in command.params)
    assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0


def test_add_ask_show_remove(run: Run, story: Path) -> None:
    added = run(
        "add", story, "--publisher", "Valley Post", "--published-at", "2 May 2023", "--json"
    )
    assert added.exit_code == 0, added.stderr
    [result] = as_json(added)["articles"]
    assert result["status"] == "added"

    answer = as_json(run("ask", QUESTION, "--json"))
    assert answer["answer"] == "4,200"
    assert answer["citations"][0]["publisher"] == "Valley Post"

    shown = as_json(run("show", result["id"], "--json"))
    assert shown["text"].startswith(OSTREL)
    assert shown["published_at"] == "2023-05-02"
    assert as_json(run("list", "--json"))["total"] == 1
    assert as_json(run("search", "Ostrel", "--json"))["hits"][0]["article_id"] == result["id"]

    assert as_json(run("remove", result["id"], "--json")) == {"removed": 1}
    assert as_json(run("ask", QUESTION, "--json"))["reason"] == "library_empty"


def test_words_for_people(run: Run, story: Path) -> None:
    assert "Added 1 article" in run("add", story).stdout
    assert "unchanged 1" in run("add", story).stdout
    asked = run("ask", QUESTION, "--explain").stdout
    assert "4,200" in asked
    assert "[1]" in asked
    assert "threshold" in asked
    assert "ostrel" in run("list").stdout.lower()
    assert "sound" in run("check").stdout
    assert "Rebuilt" in run("rebuild").stdout


def test_no_answer_is_no_failure(run: Run, story: Path) -> None:
    run("add", story)
    result = run("ask", "How many penguins voted in Antarctica?", "--json")
    assert result.exit_code == 0
    assert as_json(result)["status"] == "no_answer"


def test_bad_file_among_good_ones(run: Run, tmp_path: Path, story: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    story.rename(folder / "good.txt")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "other.txt").write_text("The ferry to Kalm sails again.", encoding="utf-8")
    result = run("add", folder, "--json")
    assert result.exit_code == 1
    summary = as_json(result)
    assert (summary["added"], summary["failed"]) == (2, 1)
    assert summary["failures"][0]["path"].endswith("noise.txt")
    assert "noise.txt" in result.stderr
    assert "Traceback" not in result.stderr
    assert as_json(run("list", "--json"))["total"] == 2


@pytest.mark.parametrize("name", ["missing.txt", "https://example.org/news", "paper.xyz"])
def test_what_cannot_be_added_is_named(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "paper.xyz").write_text("x", encoding="utf-8")
    path = name if name.startswith("https") else tmp_path / name
    result = run("add", path)
    assert result.exit_code == 1
    assert Path(name).name in result.stderr


def test_one_title_for_two_paths_is_wrong_use(run: Run, story: Path) -> None:
    assert run("add", story, story, "--title", "One").exit_code == 2


def test_interrupted_load_goes_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.jsonl"
    rows = [json.dumps({"text": f"Message {n} of the day came."}) for n in range(200)]
    path.write_text("\n".join(rows), encoding="utf-8")
    embed, calls = HashingEmbedder.embed, iter(range(100))

    def interrupted(self: HashingEmbedder, texts: list[str]) -> Any:
        if next(calls) == 2:
            raise KeyboardInterrupt
        return embed(self, texts)

    with monkeypatch.context() as patch:
        patch.setattr(HashingEmbedder, "embed", interrupted)
        stopped = run("add", path)
    assert stopped.exit_code == 1
    assert "goes on where it stopped" in stopped.stderr
    kept = as_json(run("list", "--json"))["total"]
    assert 0 < kept < 200
    assert run("check").exit_code == 0
    again = as_json(run("add", path, "--json"))
    assert (again["unchanged"], again["added"]) == (kept, 200 - kept)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", ""], 2),
        (["ask", "x" * 100_000], 2),
        (["ask", "why?", "--after", "soon"], 2),
        (["ask", "why?", "--top-k", "99"], 2),
        (["ask"], 2),
        (["nonsense"], 2),
        (["show", "nothing"], 1),
        (["remove", "nothing"], 1),
        (["list", "--cursor", "nothing"], 2),
        (["eval", "missing.json"], 1),
    ],
)
def test_failures_have_their_code_and_shape(run: Run, arguments: list[str], code: int) -> None:
    plain = run(*arguments)
    assert plain.exit_code == code
    assert plain.stdout == ""
    assert "Traceback" not in plain.stderr
    told = run(*arguments, "--json")
    assert told.exit_code == code
    assert told.stderr == ""
    problem = json.loads(told.stdout)
    assert {"type", "title", "detail"} <= set(problem)


def test_unknown_id_removes_nothing(run: Run, story: Path) -> None:
    added = as_json(run("add", story, "--json"))["articles"][0]["id"]
    result = run("remove", added, "nothing")
    assert result.exit_code == 1
    assert "nothing" in result.stderr
    assert as_json(run("list", "--json"))["total"] == 1


def test_home_of_the_group_and_of_the_command(run: Run, tmp_path: Path, story: Path) -> None:
    other = tmp_path / "other"
    run("--home", other, "add", story)
    assert as_json(run("list", "--json"))["total"] == 0
    assert as_json(run("list", "--home", other, "--json"))["total"] == 1
    assert (
        as_json(run("--home", tmp_path / "third", "list", "--home", other, "--json"))["total"] == 1
    )


def test_list_pages(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "three.jsonl"
    path.write_text(
        "\n".join(json.dumps({"text": f"Note {n}."}) for n in range(3)), encoding="utf-8"
    )
    run("add", path)
    first = as_json(run("list", "--limit", 2, "--json"))
    second = as_json(run("list", "--limit", 2, "--cursor", first["next_cursor"], "--json"))
    ids = {article["id"] for article in first["articles"] + second["articles"]}
    assert len(ids) == 3
    assert "--cursor" in run("list", "--limit", 2).stdout


def test_terminal_is_not_driven_by_articles(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        "\x1b]0;owned\x07 Some 4,200 people fled Ostrel, \x1b[31mred\x1b[0m.", encoding="utf-8"
    )
    run("add", path)
    for arguments in (["list"], ["search", "Ostrel"], ["ask", QUESTION]):
        assert "\x1b" not in run(*arguments).output


def test_a_date_in_the_question_is_told_and_can_be_ignored(run: Run, story: Path) -> None:
    run("add", story, "--published-at", "2023-05-02")
    dated = "How many people fled Ostrel in 2018?"
    told = run("ask", dated).stdout
    assert "Asked about “in 2018”; --ignore-dates" in told
    assert as_json(run("ask", dated, "--json"))["status"] == "no_answer"
    ignoring = as_json(run("ask", dated, "--ignore-dates", "--json"))
    assert (ignoring["answer"], ignoring["asked_dates"]) == ("4,200", [])
    assert "4,200" in run("chat", "--ignore-dates", input=dated).stdout


@pytest.mark.parametrize("word", ["quit", "exit", "Quit", "/q"])
def test_chat_ends_at_a_word(run: Run, word: str) -> None:
    assert run("chat", input=f"{word}\n{QUESTION}\n").stdout == ""


def test_chat_is_a_conversation(run: Run, story: Path) -> None:
    run("add", story)
    said = run(
        "chat", input=f"{QUESTION}\n\n/help\n/new\nbad \x00 one\n{QUESTION}\n/quit\nnot asked\n"
    )
    assert said.exit_code == 0
    assert said.stdout.count("4,200") >= 2
    assert "A new conversation." in said.stdout
    assert "Error:" in said.stderr
    assert run("chat", input=QUESTION).exit_code == 0


def test_check_tells_of_damage(run: Run, story: Path, tmp_path: Path) -> None:
    import sqlite3

    run("add", story)
    with sqlite3.connect(tmp_path / "library" / "library.sqlite3") as connection:
        connection.execute("UPDATE versions SET text = 'Something else.'")
    connection.close()
    result = run("check", "--json")
    assert result.exit_code == 1
    report = as_json(result)
    assert not report["is_sound"]
    assert report["problems"]


def test_eval_reads_and_opens(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qa.reader.open_reader", lambda _: RuleReader())
    path = tmp_path / "questions.jsonl"
    rows = [
        {"question": QUESTION, "context": OSTREL, "answers": ["4,200"]},
        {"question": "How many penguins voted?", "context": OSTREL, "answers": []},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reading = as_json(run("eval", path, "--json"))
    assert reading["questions"] == 2
    assert reading["exact_match"] == reading["f1"] == 100
    assert reading["no_answer"] == {"accuracy": 100}
    assert "recall_at" not in reading
    opened = as_json(run("eval", path, "--open", "--json"))
    assert opened["recall_at"] == {"1": 1, "5": 1, "20": 1}
    assert opened["forced"]["exact_match"] == 100
    assert as_json(run("eval", path, "--limit", 1, "--json"))["questions"] == 1
    assert "exact_match" in run("eval", path).stdout
    assert run("eval", path, "--library", path).exit_code == 2
    bare = tmp_path / "bare.jsonl"
    bare.write_text(json.dumps({"question": QUESTION, "answers": ["4,200"]}), encoding="utf-8")
    for flags in ([], ["--open"]):
        refused = run("eval", bare, *flags)
        assert refused.exit_code == 1
        assert "has no context" in refused.stderr
    asked = as_json(run("eval", bare, "--open", "--library", path, "--json"))
    assert asked["exact_match"] == 100
    assert "recall_at" not in asked
    assert as_json(run("list", "--json"))["total"] == 0
