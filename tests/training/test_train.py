"""A training run: it learns, goes on after a kill as if nothing had been, and can be exported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from click.testing import CliRunner

from qa.config import QaConfig
from qa.reader import open_reader
from training.averaging import main, mean_weights
from training.batches import Batch
from training.export_reader import export_reader
from training.groups import Answer, Group, read_groups, write_groups
from training.model import load_model
from training.sources import ROUNDS
from training.train import Run, TrainConfig, schedule, train

TOWNS = ("Kharna", "Damra", "Homsa", "Velmar")


def groups() -> list[Group]:
    found = []
    for source in {name for phase in ROUNDS["first"] for name in phase.shares}:
        for number, town in enumerate(TOWNS, start=3):
            text = f"{number} people fled {town} on Monday."
            question = f"How many people fled {town}?"
            others = (f"It rained in {town}.",)
            found.append(Group(source, question, "", text, (Answer(0, 1),), others))
    return sorted(found, key=lambda g: (g.source, g.question))


@pytest.fixture
def config(tmp_path: Path) -> TrainConfig:
    path = tmp_path / "groups.json.gz"
    write_groups(path, groups())
    return TrainConfig(
        groups=path,
        to=tmp_path / "run",
        tokens_m=0.004,
        batch_tokens=512,
        learning_rate=1e-3,
        checkpoint_every=2,
        validate_every=0,
        snapshots=2,
    )


def weights(config: TrainConfig) -> dict[str, torch.Tensor]:
    stored = torch.load(config.to / "checkpoint.pt", weights_only=True)
    found: dict[str, torch.Tensor] = stored["model"]
    return found


def test_groups_are_stored_as_they_were(config: TrainConfig) -> None:
    assert read_groups(config.groups) == groups()


def test_a_killed_run_goes_on_as_if_nothing_had_been(
    config: TrainConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = replace(config, to=config.to.with_name("whole"))
    train(whole)
    steps = 0
    step = Run.step

    def killed(run: Run, batch: Batch, rate: float) -> float:
        nonlocal steps
        steps += 1
        if steps == 4:
            raise KeyboardInterrupt
        return step(run, batch, rate)

    with monkeypatch.context() as patched:
        patched.setattr(Run, "step", killed)
        with pytest.raises(KeyboardInterrupt):
            train(config)
    train(config)
    expected, found = weights(whole), weights(config)
    assert all(torch.allclose(found[name], expected[name], atol=1e-4) for name in expected)
    log = (config.to / "log.jsonl").read_text("utf-8")
    assert '"step": 2' in log  # where it went on


def test_a_run_learns_and_what_it_learns_is_served(config: TrainConfig) -> None:
    run = replace(config, tokens_m=0.012, checkpoint_every=100)
    train(run)
    export_reader(run.to / "model", run.to / "export")
    reader = open_reader(QaConfig(reader=str(run.to / "export")))
    text = "It rained. 7 people fled Orsia on Monday."
    [reading] = reader.read("How many people fled Orsia?", [text])
    best = reading.spans[0]
    assert text[best.start : best.end] == "7"
    assert len(list(run.to.glob("snapshot-*.pt"))) >= 2


def test_the_rate_rises_stays_and_falls_to_nothing() -> None:
    assert schedule(0.0, 0.1, 0.5) < 0.01
    assert schedule(0.05, 0.1, 0.5) == pytest.approx(0.5, abs=0.01)
    assert schedule(0.3, 0.1, 0.5) == 1.0
    assert schedule(0.75, 0.1, 0.5) == pytest.approx(0.5)
    assert schedule(1.0, 0.1, 0.5) == 0.0


def test_snapshots_are_averaged() -> None:
    one, other = {"w": torch.tensor([1.0, 2.0])}, {"w": torch.tensor([3.0, 2.0])}
    assert mean_weights([one, other])["w"].tolist() == [(1 + 3) / 2, 2.0]
    assert mean_weights([one, other], [0.75, 0.25])["w"].tolist() == [1.5, 2.0]


def test_a_run_is_averaged_with_other_models(tmp_path: Path, config: TrainConfig) -> None:
    for seed in (0, 1):
        train(replace(config, to=tmp_path / f"run{seed}", seed=seed))
    to, one, other = tmp_path / "mean", tmp_path / "run0", tmp_path / "run1" / "model"
    given = [str(one), "--to", str(to), "--last", "1", "--with", str(other)]
    assert CliRunner().invoke(main, [*given, "1.0"]).exit_code == 2  # leaves nothing for the run
    assert CliRunner().invoke(main, [*given, "0.25"]).exit_code == 0
    name = "qa_outputs.weight"
    own, others, mean = (
        load_model(folder, 0.0).state_dict()[name] for folder in (one / "model", other, to)
    )
    assert not torch.allclose(own, others)
    assert torch.allclose(mean, 0.75 * own + 0.25 * others, atol=1e-3)
