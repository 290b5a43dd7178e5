"""Export PyTorch modules to ONNX. Imports torch when called, never before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.torch_models import quiet_libraries

if TYPE_CHECKING:
    import torch

MAX_POSITIONS = 512


def export_onnx(
    module: torch.nn.Module,
    inputs: Mapping[str, torch.Tensor],
    output_names: Sequence[str],
    path: Path,
) -> None:
    """Write `module` to `path` as one ONNX file.

    Inputs have shape (1, length); the length is free between 2 and `MAX_POSITIONS`.
    An output may not share the name of an inner node of the graph.
    """
    import torch

    length = torch.export.Dim("length", min=2, max=MAX_POSITIONS)
    quiet_libraries()
    with torch.inference_mode():
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(path),
            dynamo=True,
            input_names=list(inputs),
            output_names=list(output_names),
            dynamic_shapes=tuple({1: length} for _ in inputs),
            external_data=False,
            verbose=False,
        )
        _forget_origin(path)


def _forget_origin(path: Path) -> None:
    """Drop the exporter's stack traces: they name folders of the machine that exported."""
    import onnx

    model = onnx.load(path)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output,
                 *graph.initializer):  # fmt: skip
        part.ClearField("metadata_props")
        part.ClearField("doc_string")
    onnx.save(model, path)
