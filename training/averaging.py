"""Average the weights of a run's last snapshots: `python -m training.averaging RUN --to FOLDER`.

The plain mean over the snapshots that `training.train` kept near the end. Whether it helps is
measured for each run (training/LOG.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import torch
from torch import Tensor

from training.model import load_model, save_model


def mean_weights(snapshots: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor over all snapshots, in fp32; whole numbers are taken as they are."""
    return {
        name: torch.stack([s[name].float() for s in snapshots]).mean(dim=0)
        if value.is_floating_point()
        else value
        for name, value in snapshots[0].items()
    }


@click.command()
@click.argument("run", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--last", default=3, show_default=True, help="snapshots to average")
def main(run: Path, to: Path, last: int) -> None:
    """Average the last snapshots of RUN into a model folder."""
    paths = sorted(run.glob("snapshot-*.pt"))[-last:]
    if not paths:
        raise click.UsageError(f"{run} has no snapshots; training.train writes them near its end.")
    model = load_model(run / "model", 0.0)
    model.load_state_dict(mean_weights([torch.load(p, weights_only=True) for p in paths]))
    save_model(model, run / "model", to)
    print(f"averaged {', '.join(path.name for path in paths)}: {to}")


if __name__ == "__main__":
    main()
