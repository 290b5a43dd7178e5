"""The words on either side of a value in its sentence. Pure."""

from __future__ import annotations

from qa.evidence import Evidence


def before_and_after(piece: Evidence, reach: int) -> tuple[str, str]:
    """What stands before and after the value in its sentence, up to `reach` characters each."""
    text, (left, right) = piece.hit.article.text, piece.sentence
    before = text[max(left, piece.start - reach) : piece.start]
    return before, text[piece.end : min(right, piece.end + reach)]
