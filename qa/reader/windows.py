"""A question and a text, as token ids, to the windows a reader scores (pure).

A window holds the whole question and a stretch of the text's tokens, between the
model's own special tokens. Knows nothing of strings, models or scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MAX_QUESTION_TOKENS = 64  # longer questions keep their head, as in SQuAD practice
MAX_LEAD_TOKENS = 32  # what stands before the text in every window: a title


@dataclass(frozen=True, slots=True)
class Template:
    """The special tokens of a pair: `before` question `between` text `after`.

    `types` are the token types of the five parts, in that order. The first token of
    `before` is the one whose scores mean "no answer".
    """

    before: tuple[int, ...]
    between: tuple[int, ...]
    after: tuple[int, ...]
    types: tuple[int, int, int, int, int]

    @property
    def special_tokens(self) -> int:
        """How many tokens of a window belong to neither question nor text."""
        return len(self.before) + len(self.between) + len(self.after)


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `[first, first + count)` of a text; they begin at `context_start` of `token_ids`."""

    token_ids: tuple[int, ...]
    token_types: tuple[int, ...]
    context_start: int
    first: int
    count: int


def stretches(total: int, room: int, stride: int) -> list[tuple[int, int]]:
    """Cover `[0, total)` by stretches `[first, last)` of at most `room`, `stride` shared.

    A stride that would leave no progress is taken as half of the room.

    >>> stretches(10, 6, 2)
    [(0, 6), (4, 10)]
    """
    step = room - (stride if 0 <= stride < room else room // 2)
    found = []
    for first in range(0, total, step):
        found.append((first, min(first + room, total)))
        if first + room >= total:
            break
    return found


def make_windows(
    question_ids: Sequence[int],
    text_ids: Sequence[int],
    template: Template,
    max_window_tokens: int,
    stride: int,
    lead_ids: Sequence[int] = (),
) -> list[Window]:
    """Split a text into windows of at most `max_window_tokens`; no tokens, no windows.

    The question keeps its first `MAX_QUESTION_TOKENS`, fewer where that would take more
    than half of a window. The lead (a title) stands before the text of every window as part
    of it, where no span is looked for; where it does not fit, it is left out.
    """
    usable = max_window_tokens - template.special_tokens
    if usable < 2:
        raise ValueError(f"a window of {max_window_tokens} word pieces holds no question and text")
    question = tuple(question_ids[: min(MAX_QUESTION_TOKENS, usable // 2)])
    lead = tuple(lead_ids[:MAX_LEAD_TOKENS])
    if len(lead) >= (usable - len(question)) // 2:
        lead = ()
    parts = (template.before, question, template.between, lead)
    head = tuple(token for part in parts for token in part)
    head_types = [kind for kind, part in zip(template.types[:4], parts, strict=True) for _ in part]
    return [
        Window(
            token_ids=(*head, *text_ids[first:last], *template.after),
            token_types=(
                *head_types,
                *[template.types[3]] * (last - first),
                *[template.types[4]] * len(template.after),
            ),
            context_start=len(head),
            first=first,
            count=last - first,
        )
        for first, last in stretches(len(text_ids), usable - len(question) - len(lead), stride)
    ]
