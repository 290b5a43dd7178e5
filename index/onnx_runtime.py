"""Run an ONNX model over many inputs, each on its own, on several cores.

One input is one run: what comes out never depends on the other inputs or on the number
of threads, and nothing is padded. The session works with one thread and is shared by a
small pool (ONNX Runtime releases the GIL). Measured on two cores with the embedder, in
tokens a second: one text a run on two such threads 13,000, padded batches of 8 to 32
on a two-thread session fewer. Knows nothing of texts or tokens.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from index.errors import ModelError

# ONNX Runtime's joint kernel of addition and layer normalisation is scalar on CPU. One
# thread, 180 tokens: the int8 reader 12.5 ms with it and 9.3 ms without, fp32 24.5 and 21.2.
SLOW_FUSIONS = ["SkipLayerNormFusion"]

Feed = Mapping[str, NDArray[np.int64]]
Outputs = list[NDArray[np.float32]]


def usable_cores() -> int:
    """Processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class OnnxModel:
    """A model file, loaded; safe to use from several threads at once."""

    def __init__(self, path: Path, threads: int = 0) -> None:
        """Load `path`; `threads` bounds parallel runs, 0 takes all cores."""
        self._threads = threads if threads > 0 else usable_cores()
        self._session = _open_session(path)
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="onnx")

    @property
    def input_names(self) -> tuple[str, ...]:
        """What a feed must hold."""
        return tuple(entry.name for entry in self._session.get_inputs())

    def run(self, feed: Feed) -> Outputs:
        """Run one input; the outputs in the model's order."""
        outputs: Any = self._session.run(None, dict(feed))
        return list(outputs)

    def run_many(self, feeds: Sequence[Feed]) -> list[Outputs]:
        """Run each input on its own; outputs in the order of the feeds."""
        if len(feeds) < 2 or self._threads == 1:
            return [self.run(feed) for feed in feeds]
        # The longest first, so that no thread is left with a long one at the end.
        order = sorted(range(len(feeds)), key=lambda at: -_size(feeds[at]))
        done = self._pool.map(lambda at: self.run(feeds[at]), order)
        by_position = dict(zip(order, done, strict=True))
        return [by_position[at] for at in range(len(feeds))]


def _size(feed: Feed) -> int:
    return max(array.size for array in feed.values())


def _open_session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Every length has shapes of its own: the arena and remembered patterns only grow
    # memory here (measured over 400 lengths: same speed without them).
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            path,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOW_FUSIONS,
        )
    except Exception as exc:  # ONNX Runtime raises a dozen unrelated classes
        raise ModelError(f"The model {path} cannot be loaded: {exc}") from exc
