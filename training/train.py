"""Train the reader: `python -m training.train`.

Reads what `training.prepare` wrote, draws windows phase by phase, and steps through batches
of like length: bf16 autocast on a processor or CUDA, AdamW, warm-up, constant rate, linear
decay. Writes a checkpoint now and then, from which the same command goes on after a kill, a log
of losses and validation scores (JSON Lines), snapshots for averaging, and the model at the end.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import click
import torch

from training.batches import Batch, batches, draw_phase
from training.features import FeatureMaker
from training.groups import Group, read_groups
from training.loss import span_loss
from training.model import (
    encoder_folder,
    load_model,
    load_tokenizer,
    parameter_groups,
    save_model,
)
from training.sources import ROUNDS
from training.unanswerable import Pool, pool_of
from training.validation import validate

POOL_TEXTS = 3000


@dataclass(frozen=True, slots=True)
class TrainConfig:
    """One run. `tokens_m`, if not 0, scales the round's phases to so many million window tokens.

    `last_step`, if not 0, ends the run and its schedule there: a run that turns out too slow can
    be stopped and gone on with towards an earlier end, as long as its rate is still level.
    `validate_every` 0 leaves validation out. `bf16` False computes in full precision, which is
    faster on some processors.
    """

    groups: Path = Path("build/reader/groups.json.gz")
    to: Path = Path("build/reader/run")
    start_from: Path | None = None
    round: str = "first"
    tokens_m: float = 0.0
    batch_tokens: int = 6144
    learning_rate: float = 2e-4
    layer_decay: float = 0.95
    weight_decay: float = 0.01
    warmup: float = 0.04
    decay: float = 0.5
    shared_weight: float = 0.5
    dropout: float = 0.0
    seed: int = 0
    last_step: int = 0
    bf16: bool = True
    checkpoint_every: int = 200
    validate_every: int = 800
    snapshots: int = 5


class Run:
    """A training run in its folder."""

    def __init__(self, config: TrainConfig) -> None:
        self.config = config
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        folder = config.start_from or encoder_folder()
        torch.manual_seed(config.seed)
        self.model = load_model(folder, config.dropout).to(self.device).train()
        self.tokenizer_folder = folder
        self.optimizer = torch.optim.AdamW(
            parameter_groups(
                self.model, config.learning_rate, config.weight_decay, config.layer_decay
            ),
            lr=config.learning_rate,
            fused=True,
        )
        config.to.mkdir(parents=True, exist_ok=True)
        self.checkpoint = config.to / "checkpoint.pt"

    def resume(self) -> int:
        """Load the last checkpoint, if there is one; return the steps that were done."""
        if not self.checkpoint.is_file():
            return 0
        stored = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.model.load_state_dict(stored["model"])
        self.optimizer.load_state_dict(stored["optimizer"])
        return int(stored["step"])

    def save(self, step: int) -> None:
        """Write a checkpoint whole or not at all."""
        partial = self.checkpoint.with_suffix(".partial")
        state = {
            "step": step,
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, partial)
        partial.replace(self.checkpoint)

    def snapshot(self, step: int) -> None:
        """Keep the weights in half precision, for `training.averaging`."""
        half = {name: value.half() for name, value in self.model.state_dict().items()}
        torch.save(half, self.config.to / f"snapshot-{step:06d}.pt")

    def step(self, batch: Batch, rate: float) -> float:
        """One update at `rate`, 0 to 1, of the peak learning rate; returns the loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["peak"]
        tensors = {name: self._tensor(value) for name, value in _fields(batch)}
        with torch.autocast(self.device, dtype=torch.bfloat16, enabled=self.config.bf16):
            output = self.model(
                input_ids=tensors["ids"],
                token_type_ids=tensors["types"],
                attention_mask=tensors["mask"],
            )
        loss = span_loss(
            (output.start_logits, output.end_logits),
            (tensors["start"], tensors["end"]),
            tensors["is_text"].bool(),
            tensors["group"],
            self.config.shared_weight,
        )
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        return float(loss.detach())

    def log(self, **fields: Any) -> None:
        """Add a line to the log and say it."""
        line = json.dumps(fields, default=str)
        print(line, flush=True)
        with (self.config.to / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def _tensor(self, values: Any) -> torch.Tensor:
        return torch.from_numpy(values).to(self.device)


def _fields(batch: Batch) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(batch, name)) for name in Batch.__slots__)


def schedule(progress: float, warmup: float, decay: float) -> float:
    """Share of the peak rate at `progress`, 0 to 1: up, level, and down to zero over `decay`."""
    return min(1.0, (progress + 1e-6) / warmup if warmup else 1.0, (1.0 - progress) / decay)


def train(config: TrainConfig) -> None:
    """Run, or go on with, the training that `config` describes."""
    run = Run(config)
    done = run.resume()
    all_batches = _all_batches(config, run.tokenizer_folder)
    total = min(config.last_step or len(all_batches), len(all_batches))
    run.log(step=done, steps=total, device=run.device, config=asdict(config))
    keep_from, spacing = int(total * 0.9), max(1, int(total * 0.1 / max(1, config.snapshots)))
    started, tokens, losses = time.monotonic(), 0, []
    for number, batch in enumerate(all_batches[done:total], start=done + 1):
        rate = schedule((number - 1) / total, config.warmup, config.decay)
        losses.append(run.step(batch, rate))
        tokens += batch.ids.size
        if number % 50 == 0:
            speed = round(tokens / (time.monotonic() - started))
            run.log(step=number, loss=round(sum(losses) / len(losses), 4), rate=rate, speed=speed)
            losses = []
        if number % config.checkpoint_every == 0:
            run.save(number)
        if number >= keep_from and (total - number) % spacing == 0:
            run.snapshot(number)
        if config.validate_every and (number % config.validate_every == 0 or number == total):
            run.log(step=number, **validate(run.model, load_tokenizer(run.tokenizer_folder)))
            run.model.train()
    run.save(total)
    save_model(run.model, run.tokenizer_folder, config.to / "model")


def _all_batches(config: TrainConfig, tokenizer_folder: Path) -> list[Batch]:
    """The batches of all phases, in order: the same for the same configuration."""
    rng = random.Random(config.seed)
    groups = read_groups(config.groups)
    maker = FeatureMaker(load_tokenizer(tokenizer_folder), _pool(groups, rng))
    by_source: dict[str, list[Group]] = {}
    for group in groups:
        by_source.setdefault(group.source, []).append(group)
    phases = ROUNDS[config.round]
    planned = sum(phase.tokens_m for phase in phases)
    scale = (config.tokens_m or planned) / planned
    found: list[Batch] = []
    for phase in phases:
        scaled = replace(phase, tokens_m=scale * phase.tokens_m)
        found += batches(draw_phase(by_source, scaled, maker, rng), config.batch_tokens, rng)
    return found


def _pool(groups: Sequence[Group], rng: random.Random) -> Pool:
    texts = sorted({g.text for g in groups})
    return pool_of([g.question for g in groups], rng.sample(texts, min(POOL_TEXTS, len(texts))))


@click.command()
@click.option("--groups", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path))
@click.option("--start-from", type=click.Path(file_okay=False, path_type=Path))
@click.option("--round", type=click.Choice(tuple(ROUNDS)))
@click.option("--tokens-m", type=float, help="million window tokens in all")
@click.option("--batch-tokens", type=int)
@click.option("--learning-rate", type=float)
@click.option("--layer-decay", type=float)
@click.option("--shared-weight", type=float)
@click.option("--decay", type=float)
@click.option("--dropout", type=float)
@click.option("--seed", type=int)
@click.option("--bf16/--no-bf16", default=None, help="half precision where it is safe; the default")
@click.option("--last-step", type=int, help="end here instead")
def main(**given: Any) -> None:
    """Train the reader on what training.prepare wrote."""
    train(TrainConfig(**{name: value for name, value in given.items() if value is not None}))


if __name__ == "__main__":
    main()
