"""Near-duplicate texts by MinHash: the same wire report in two papers.

Signatures are made at ingestion and stored; comparing two takes microseconds.
Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import re

import numpy as np

PERMUTATIONS = 64
SHINGLE_WORDS = 4
_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """Return the MinHash of the text's word shingles: `PERMUTATIONS` uint32, 256 bytes."""
    from datasketch import MinHash  # brings scipy: only loading articles pays for it

    words = _WORD.findall(text.casefold())
    count = max(1, len(words) - SHINGLE_WORDS + 1)
    shingles = {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(count)}
    sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
    return bytes(sketch.hashvalues.astype("<u4").tobytes())


def resemblance(first: bytes, second: bytes) -> float:
    """Estimate the Jaccard similarity, 0 to 1, of the shingle sets of two signatures."""
    a = np.frombuffer(first, dtype="<u4")
    b = np.frombuffer(second, dtype="<u4")
    return float(np.mean(a == b)) if len(a) == len(b) and len(a) else 0.0
