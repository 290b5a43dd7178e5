"""Score who said it, when and how much against labelled claims.

    python -m benchmarks.claims FILE [--part speaker|dates|quantities|relations] [--misses]

Each part is a module beside this one with a function from claims to scores; `PARTS` names
them. Prints precision, recall and F1 of each, with its baseline.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.claim_scores import HEADER, LabelledClaim, Score, load_claims
from benchmarks.claims_speaker import speaker_scores, speaker_timing
from benchmarks.claims_values import date_scores, quantity_scores, relation_scores, value_timing

PARTS: dict[str, Callable[[Sequence[LabelledClaim]], list[Score]]] = {
    "speaker": speaker_scores,
    "dates": date_scores,
    "quantities": quantity_scores,
    "relations": relation_scores,
}
TIMINGS: dict[str, Callable[[Sequence[LabelledClaim]], str]] = {
    "speaker": speaker_timing,
    "relations": value_timing,
}


def main() -> None:
    parser = argparse.ArgumentParser(description="Score claims against a labelled file.")
    parser.add_argument("file", type=Path, help="a labelled file, see tests/data/README.md")
    parser.add_argument("--part", choices=sorted(PARTS), action="append", help="only this part")
    parser.add_argument("--misses", action="store_true", help="list what was not right")
    options = parser.parse_args()
    claims = load_claims(options.file)
    print(f"{len(claims)} claims\n{HEADER}")
    for part in options.part or PARTS:
        for row in PARTS[part](claims):
            print(row.line())
            if options.misses:
                print(*(f"    {miss}" for miss in row.misses), sep="\n")
        if part in TIMINGS:
            print(TIMINGS[part](claims))


if __name__ == "__main__":
    main()
