"""What every PyTorch model needs when it is loaded. Imports nothing heavy before it is called."""

from __future__ import annotations

import hashlib
import logging
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import ModelError

if TYPE_CHECKING:
    import torch

logger = logging.getLogger(__name__)


def quiet_libraries() -> None:
    """Keep progress bars, log lines and warnings of torch and transformers away, from now on.

    Nothing is redirected for a while and restored: another thread may be doing the same.
    """
    from transformers.utils import logging as transformers_logging

    transformers_logging.set_verbosity(logging.ERROR)
    untyped: Any = transformers_logging
    untyped.disable_progress_bar()
    for name in ("torch.onnx", "torch.export", "onnxscript", "onnx_ir", "root"):
        logging.getLogger(name).setLevel(logging.ERROR)
    for module in ("torch", "onnxscript", "onnxruntime", "copyreg"):
        warnings.filterwarnings("ignore", module=module)


def not_loaded(model: str, name_or_folder: str, wanted: str, error: Exception) -> ModelError:
    """Say that a model cannot be loaded; what the libraries said goes to the log.

    `model` is "The reader" or the like, `wanted` what to give instead.
    """
    logger.info("%s %s: %s", model, name_or_folder, error)
    is_path = name_or_folder.startswith((".", "/", "~")) or "\\" in name_or_folder
    is_missing = is_path and not Path(name_or_folder).exists()
    why = "there is no such folder" if is_missing else type(error).__name__
    return ModelError(f"{model} {name_or_folder} cannot be loaded ({why}). {wanted}")


def weights_sum(model: torch.nn.Module) -> str:
    """sha256 over the names and bytes of all weights, in order of name, in hexadecimal."""
    import torch

    digest = hashlib.sha256()
    for name, tensor in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(tensor.contiguous().cpu().flatten().view(torch.uint8).numpy())
    return digest.hexdigest()
