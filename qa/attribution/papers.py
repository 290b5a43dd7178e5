"""Find who made the statement, post or letter that "the statement" takes up.

"Varn Rail apologised in a statement. … The statement said": an earlier sentence has the noun,
or the verb made from it, and somebody who speaks or acts in it.
"""

from __future__ import annotations

from qa.attribution.candidates import Reading
from qa.attribution.types import Speaker
from qa.attribution.units import Unit

_REACH = 10
# What somebody puts out, with the words that tell of it.
_MAKING = {
    "statement": "statement statements",
    "release": "release released statement",
    "announcement": "announcement announced",
    "post": "post posted posts posting wrote",
    "tweet": "tweet tweeted tweets wrote",
    "message": "message wrote messages",
    "letter": "letter wrote letters",
    "email": "email e-mail emailed wrote",
    "memo": "memo wrote",
    "note": "note wrote",
    "essay": "essay wrote",
    "op-ed": "op-ed wrote",
    "filing": "filing filed",
    "lawsuit": "lawsuit sued filed",
    "complaint": "complaint complained filed",
    "petition": "petition filed started",
    "notice": "notice notified",
    "advisory": "advisory",
}
_MADE = {noun: frozenset(words.split()) for noun, words in _MAKING.items()}
_ACCUSING = frozenset("lawsuit complaint petition filing".split())
# Whoever has it did not write it.
_GOT = frozenset("received obtained got seen reviewed read given sent against accusing".split())


def maker_of(reading: Reading, unit: Unit, paper: Speaker) -> tuple[Speaker, Unit] | None:
    """Return who put the document out, None where the article does not tell."""
    words = _MADE.get(paper.head)
    if words is None:
        return None
    for where in (unit, *reading.units_before(unit, _REACH)):
        written = {token.lower for token in where.tokens if token.end <= paper.start}
        if not written & words or written & _GOT:
            continue
        if paper.head in _ACCUSING and _is_quoted(reading, where, paper.head):
            continue
        maker = _who_speaks(reading, where, paper)
        if maker is not None:
            return maker, where
    return None


def _is_quoted(reading: Reading, unit: Unit, noun: str) -> bool:
    """ "X broke the law, the lawsuit says": X did not put it out."""
    return any(cue.speaker.head == noun for cue in reading.cues(unit))


def _who_speaks(reading: Reading, unit: Unit, paper: Speaker) -> Speaker | None:
    speaking = [cue.speaker for cue in reversed(reading.cues(unit))]
    subject = reading.subject(unit)
    for speaker in speaking if subject is None else [*speaking, subject]:
        if speaker.end <= paper.start and _is_somebody(speaker):
            return speaker
    return None


def _is_somebody(speaker: Speaker) -> bool:
    """Keep out documents, and groups that no name or office tells: "residents", not "police"."""
    is_named = any(word[0].isupper() for word in speaker.text.split()[1:])
    is_known = speaker.head == "police" or is_named
    is_one = speaker.is_name or speaker.is_pronoun or speaker.kind in ("person", "organisation")
    return speaker.kind != "document" and (is_one or (speaker.kind == "group" and is_known))
