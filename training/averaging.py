"""Average the weights of a run's last snapshots: `python -m training.averaging RUN --to FOLDER`.

The plain mean over the snapshots that `training.train` kept near the end, and, with other models of
the same descent, the mean of that mean and them. Whether it helps is measured for each run
(training/LOG.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import torch
from torch import Tensor

from training.model import load_model, save_model


def mean_weights(
    snapshots: Sequence[Mapping[str, Tensor]], shares: Sequence[float] = ()
) -> dict[str, Tensor]:
    """The mean of each tensor over all snapshots, in fp32; whole numbers are taken as they are.

    `shares` sum to 1; without them all count the same.
    """
    weighed = shares or [1.0 / len(snapshots)] * len(snapshots)
    return {
        name: torch.stack(
            [share * s[name].float() for share, s in zip(weighed, snapshots, strict=True)]
        ).sum(dim=0)
        if value.is_floating_point()
        else value
        for name, value in snapshots[0].items()
    }


@click.command()
@click.argument("run", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--last", default=3, show_default=True, help="snapshots to average")
@click.option(
    "--with",
    "others",
    type=(click.Path(exists=True, file_okay=False, path_type=Path), float),
    multiple=True,
    metavar="FOLDER SHARE",
    help="a model folder to average the mean with, and what it counts; may be repeated",
)
def main(run: Path, to: Path, last: int, others: tuple[tuple[Path, float], ...]) -> None:
    """Average the last snapshots of RUN into a model folder; the run counts what is left of 1."""
    paths = sorted(run.glob("snapshot-*.pt"))[-last:]
    if not paths:
        raise click.UsageError(f"{run} has no snapshots; training.train writes them near its end.")
    own = 1.0 - sum(share for _, share in others)
    if own <= 0.0 or any(share < 0.0 for _, share in others):
        raise click.UsageError("The shares of --with must leave something for the run itself.")
    model = load_model(run / "model", 0.0)
    mean = mean_weights([torch.load(p, weights_only=True) for p in paths])
    weights = [mean, *(load_model(folder, 0.0).state_dict() for folder, _ in others)]
    model.load_state_dict(mean_weights(weights, [own, *(share for _, share in others)]))
    save_model(model, run / "model", to)
    print(f"averaged {', '.join(path.name for path in paths)}: {to}")


if __name__ == "__main__":
    main()
