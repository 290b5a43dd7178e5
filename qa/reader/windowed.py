"""A reader over windows: texts to tokens, windows, scores, spans.

The one flow that the ONNX and the PyTorch runtime share; they differ in the scorer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tokenizers import Encoding, Tokenizer

from qa.config import QaConfig
from qa.questions import understand
from qa.reader.boundaries import Range
from qa.reader.decoding import Logits, ScoredWindow, decode, nominate
from qa.reader.forms import NO_FORMS, Forms
from qa.reader.windows import Template, Window, make_windows
from qa.types import Reading


class WindowScorer(Protocol):
    """Scores windows, each on its own."""

    @property
    def max_tokens(self) -> int:
        """Longest window the model can read."""

    def score(self, windows: Sequence[Window]) -> list[tuple[Logits, Logits]]:
        """Start and end logits of each window, `(tokens of the window,)` each, in order."""


@dataclass(frozen=True, slots=True)
class WindowedReader:
    """Reads texts of any length in windows that never influence each other."""

    name: str
    tokenizer: Tokenizer
    template: Template
    scorer: WindowScorer
    config: QaConfig
    forms: Forms = NO_FORMS

    def read(self, question: str, texts: Sequence[str]) -> list[Reading]:
        """Read every text for the question; one `Reading` a text, in the order given."""
        asked, config = understand(question), self.config
        return [
            decode(
                text,
                offsets,
                scored,
                config.spans_per_passage,
                config.max_answer_tokens,
                self.forms.scorer(asked, text),
            )
            for text, offsets, scored in self._scored(question, texts)
        ]

    def nominate(self, question: str, text: str) -> dict[Range, float]:
        """The spans that `read` chooses from, with their scores before forms add to them."""
        _, offsets, scored = next(self._scored(question, [text]))
        config = self.config
        return nominate(text, offsets, scored, config.spans_per_passage, config.max_answer_tokens)

    def _scored(
        self, question: str, texts: Sequence[str]
    ) -> Iterator[tuple[str, Sequence[Range], list[ScoredWindow]]]:
        """Each text with its tokens' characters and its scored windows."""
        question_ids = self.tokenizer.encode(question, add_special_tokens=False).ids
        encodings = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        windows = [self._windows(question_ids, encoding) for encoding in encodings]
        flat = [window for of_text in windows for window in of_text]
        scored = (
            ScoredWindow(window, *logits)
            for window, logits in zip(flat, self.scorer.score(flat), strict=True)
        )
        for text, encoding, of_text in zip(texts, encodings, windows, strict=True):
            yield text, encoding.offsets, [next(scored) for _ in of_text]

    def _windows(self, question_ids: Sequence[int], encoding: Encoding) -> list[Window]:
        longest = min(self.config.max_window_tokens, self.scorer.max_tokens)
        stride = self.config.window_stride
        return make_windows(question_ids, encoding.ids, self.template, longest, stride)


def window_reader(
    name: str,
    tokenizer: Tokenizer,
    scorer: WindowScorer,
    config: QaConfig,
    forms: Forms = NO_FORMS,
) -> WindowedReader:
    """Join a tokenizer and a scorer; the tokenizer's own limits are taken off."""
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return WindowedReader(name, tokenizer, template_of(tokenizer), scorer, config, forms)


def template_of(tokenizer: Tokenizer) -> Template:
    """Learn the special tokens of a pair from how the tokenizer joins two words."""
    pair = tokenizer.encode("who", "they")
    sequence = pair.sequence_ids
    question = [at for at, which in enumerate(sequence) if which == 0]
    text = [at for at, which in enumerate(sequence) if which == 1]
    before, between, after = (
        slice(0, question[0]),
        slice(question[-1] + 1, text[0]),
        slice(text[-1] + 1, len(sequence)),
    )
    ids, types = pair.ids, pair.type_ids
    return Template(
        before=tuple(ids[before]),
        between=tuple(ids[between]),
        after=tuple(ids[after]),
        types=(
            types[0],
            types[question[0]],
            types[question[-1] + 1],
            types[text[0]],
            types[-1],
        ),
    )
