"""Average the weights of a run's last snapshots: `python -m training.averaging RUN --to FOLDER`.

The plain mean over the snapshots that `training.train` kept near the end, and, with another model,
the mean of that mean and the model the run began with. Whether it helps is measured for each run
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
    "other",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="a model folder to average the mean with",
)
@click.option("--share", default=0.5, show_default=True, help="what the run counts beside it")
def main(run: Path, to: Path, last: int, other: Path | None, share: float) -> None:
    """Average the last snapshots of RUN into a model folder."""
    paths = sorted(run.glob("snapshot-*.pt"))[-last:]
    if not paths:
        raise click.UsageError(f"{run} has no snapshots; training.train writes them near its end.")
    model = load_model(run / "model", 0.0)
    mean = mean_weights([torch.load(p, weights_only=True) for p in paths])
    if other is not None:
        mean = mean_weights([mean, load_model(other, 0.0).state_dict()], [share, 1.0 - share])
    model.load_state_dict(mean)
    save_model(model, run / "model", to)
    print(f"averaged {', '.join(path.name for path in paths)}: {to}")


if __name__ == "__main__":
    main()
