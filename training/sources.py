"""The public question sets that the reader is trained on, and how a run mixes them.

Files are looked for in the folder that `DATELINE_DATASETS` names; where each set comes from,
the README says. A phase's shares are of its window tokens, so that long passages do not count
for more than they cost. Knows no models.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "DATELINE_DATASETS"


@dataclass(frozen=True, slots=True)
class Source:
    """A SQuAD-format file under `train/`.

    `is_sentences`: contexts are single sentences, in document order, that neighbours can be
    joined to. `has_titles`: titles name the subject and may stand in front.
    """

    name: str
    licence: str
    is_sentences: bool = False
    has_titles: bool = False


SOURCES = (
    Source("squadshifts-new_wiki", "CC BY 4.0", has_titles=True),
    Source("squadshifts-reddit", "CC BY 4.0"),
    Source("squadshifts-amazon_reviews", "CC BY 4.0"),
    Source("squad-train-pieces", "CC BY-SA 4.0"),
    Source("qamr", "MIT; sentences CC BY and CC BY-SA", is_sentences=True),
    Source("qasrl-bank", "MIT; sentences CC BY and CC BY-SA", is_sentences=True),
    Source("qed", "CC BY-SA 3.0", has_titles=True),
    Source("quoref-contrast", "CC BY 4.0"),
)
# Our own questions (`training.written`).
PASSAGES, ARTICLES = "written-passages", "written-articles"
ENCYCLOPEDIA = "written-encyclopedia"


@dataclass(frozen=True, slots=True)
class Draws:
    """How often what is done to a group: shares of the draws, 0 to 1. See training/LOG.md."""

    hard_negative: float = 0.45
    rule_made: float = 0.45
    cropped: float = 0.3
    joined: float = 0.5
    titled: float = 0.35


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a run: window tokens (millions), each source's share of them, its draws."""

    tokens_m: float
    shares: Mapping[str, float]
    draws: Draws = Draws()


# "cloze" is rule-made from the same texts (`training.cloze`).
SENTENCES_FIRST = Phase(
    4.0,
    {
        "qamr": 0.30,
        "qasrl-bank": 0.14,
        "squadshifts-new_wiki": 0.12,
        "squadshifts-reddit": 0.10,
        "squadshifts-amazon_reviews": 0.08,
        "squad-train-pieces": 0.12,
        "qed": 0.04,
        "cloze": 0.10,
    },
)
ALL = Phase(
    14.0,
    {
        "squadshifts-new_wiki": 0.22,
        "squadshifts-reddit": 0.18,
        "squadshifts-amazon_reviews": 0.15,
        "squad-train-pieces": 0.23,
        "qamr": 0.09,
        "qasrl-bank": 0.03,
        "qed": 0.03,
        "quoref-contrast": 0.02,
        "cloze": 0.05,
    },
)
PARAGRAPHS_LAST = Phase(
    14.0,
    {
        "squadshifts-new_wiki": 0.24,
        "squadshifts-reddit": 0.19,
        "squadshifts-amazon_reviews": 0.15,
        "squad-train-pieces": 0.33,
        "qamr": 0.03,
        "qed": 0.04,
        "quoref-contrast": 0.02,
    },
)
MOSTLY_ANSWERED = Phase(
    20.0,
    {
        "squadshifts-new_wiki": 0.25,
        "squadshifts-reddit": 0.20,
        "squadshifts-amazon_reviews": 0.16,
        "squad-train-pieces": 0.25,
        "qamr": 0.07,
        "qasrl-bank": 0.02,
        "qed": 0.03,
        "quoref-contrast": 0.02,
    },
    Draws(hard_negative=0.15, rule_made=0.12, titled=0.0),
)
UNTITLED_LAST = Phase(
    16.0, PARAGRAPHS_LAST.shares, Draws(hard_negative=0.35, rule_made=0.35, titled=0.0)
)
WITH_WRITTEN = Phase(
    9.0,
    {
        PASSAGES: 0.50,
        "squad-train-pieces": 0.20,
        "squadshifts-new_wiki": 0.13,
        "squadshifts-reddit": 0.05,
        "squadshifts-amazon_reviews": 0.03,
        "qamr": 0.03,
        "qed": 0.03,
        "quoref-contrast": 0.03,
    },
    Draws(hard_negative=0.2, rule_made=0.1, titled=0.0),
)
WITH_ARTICLES = Phase(
    11.0,
    {
        PASSAGES: 0.22,
        ARTICLES: 0.22,
        ENCYCLOPEDIA: 0.15,
        "squad-train-pieces": 0.18,
        "squadshifts-new_wiki": 0.11,
        "squadshifts-reddit": 0.03,
        "squadshifts-amazon_reviews": 0.02,
        "qamr": 0.02,
        "qed": 0.02,
        "quoref-contrast": 0.03,
    },
    WITH_WRITTEN.draws,
)

# What a run can be; training/run.sh has them one after the other.
ROUNDS: Mapping[str, tuple[Phase, ...]] = {
    "first": (SENTENCES_FIRST, ALL, PARAGRAPHS_LAST),
    "again": (PARAGRAPHS_LAST,),
    "longer": (MOSTLY_ANSWERED, UNTITLED_LAST),
    "written": (WITH_WRITTEN,),
    "articles": (WITH_ARTICLES,),
}


def folder() -> Path:
    """The data folder; SystemExit when the variable does not name one."""
    value = os.environ.get(VARIABLE, "")
    if not value or not Path(value).is_dir():
        raise SystemExit(f"Set {VARIABLE} to the folder that holds the data sets.")
    return Path(value)


def path_of(name: str) -> Path:
    """Where a set lies: `train/NAME.json.gz`, or `valid/` for those that are never trained on."""
    for part in ("train", "valid"):
        path = folder() / part / f"{name}.json.gz"
        if path.is_file():
            return path
    raise SystemExit(f"{name}.json.gz is missing from {VARIABLE}; the README says where to get it.")


def is_fitted(title: str) -> bool:
    """Whether an article is in the half that may be fitted on: sha256 of its title is even."""
    return hashlib.sha256(title.encode("utf-8")).digest()[-1] % 2 == 0
