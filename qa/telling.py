"""What a question's words tell of where its answer can stand, with the corpus as the judge of
what is rare and what is unknown. Answering and fitting the confidence model share it."""

from __future__ import annotations

from index.corpus import Corpus
from qa.asking import rare_names, telling_words
from qa.evidence import Telling
from qa.normalize import asked_noun
from qa.questions import Question


def telling(question: Question, corpus: Corpus) -> Telling:
    """Look up a question's words in a corpus."""
    names = telling_words(question.text, corpus.word_pieces)
    return Telling(
        names=tuple(names),
        unknown=tuple(corpus.unknown_words(names)),
        weights=corpus.term_weights(question.text),
        counted=asked_noun(question.text) or "",
        rare=tuple(rare_names(question.names, corpus.word_pieces)),
        wants_figure=question.kind == "how_many",
        is_explaining=question.wants == "sentence" and question.kind != "yes_no",
    )
