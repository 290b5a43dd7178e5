"""Cues in the passive, and reports of reports.

"was put at 28 by the police", "estimated by X at", "quoted X as saying", "citing X". Where
somebody passes on what another said, the inner speaker counts.
"""

from __future__ import annotations

from dataclasses import replace

from qa.attribution.clauses import is_finite
from qa.attribution.placing import phrase_at, sentence_end, sentence_start, speaker_of
from qa.attribution.roles import DOCUMENTS
from qa.attribution.runs import bare
from qa.attribution.senses import is_likely
from qa.attribution.subjects import subject_before
from qa.attribution.timing import find_when
from qa.attribution.types import Cue, Speaker
from qa.attribution.units import Unit
from qa.attribution.verbs import PASSIVES, WEAK_PASSIVES
from qa.attribution.words import ADVERBS, BE, CLAUSE_OPENERS, RELATIVES

# Farthest "by" from its participle, and "as saying" from "quoted", in tokens.
_BY_REACH = 22
_AS_REACH = 16
# "Is known to be", "was suggested to have", not "is given to".
_HELD = frozenset(("be", "have"))
_NEW_CLAUSES = CLAUSE_OPENERS - {"as", "than"}
_CLAUSE_STARTS = CLAUSE_OPENERS | RELATIVES | {"and", "or"}


def passive_cue(unit: Unit, at: int) -> Cue | None:
    """Return the cue of the participle at token `at` with its "by", None without one."""
    if unit.tokens[at].lower not in PASSIVES:
        return None
    by = _by(unit, at, _has_be(unit, at))
    if by is None or _is_outlet(unit, at):
        return None
    found = phrase_at(unit, by + 1)
    if found is None or not _can_speak(found[0]):
        return None
    speaker, after = found
    tokens = unit.tokens
    end = tokens[after - 1].end
    return Cue(
        speaker,
        tokens[at].start,
        tokens[at].end,
        tokens[by].start,
        end,
        _clause_left(unit, at),
        sentence_end(unit, at) if _has_be(unit, at) or by == at + 1 else end,
        is_leading=False,
        is_tight=True,
        when=find_when(unit.text, tokens, after, min(after + 5, len(tokens))),
    )


def _is_outlet(unit: Unit, at: int) -> bool:
    """ "X said in a statement released by the palace": who let it out did not say it."""
    tokens = unit.tokens
    if at == 0 or bare(tokens[at - 1]) not in DOCUMENTS:
        return False
    return any(token.lower == "in" for token in tokens[max(0, at - 4) : at - 1])


def _has_be(unit: Unit, at: int) -> bool:
    before = at
    while before > 0 and unit.tokens[before - 1].lower in ADVERBS:
        before -= 1
    return before > 0 and unit.tokens[before - 1].lower in BE


def _by(unit: Unit, at: int, has_be: bool) -> int | None:
    """Find the "by" that belongs to the participle."""
    tokens = unit.tokens
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if following == "by":
        near = [token.lower for token in tokens[at : at + 10]]
        if tokens[at].lower == "called":
            return at + 1 if any(token.kind == "quote" for token in tokens[at : at + 8]) else None
        is_said = tokens[at].lower not in WEAK_PASSIVES or "as" in near or "at" in near
        return at + 1 if is_said else None
    if following not in ("at", "as", "to") and not has_be:
        return None
    is_held = following == "to" and tokens[at + 2 : at + 3] and tokens[at + 2].lower in _HELD
    if tokens[at].lower in WEAK_PASSIVES and following not in ("at", "as") and not is_held:
        return None
    for by in range(at + 1, min(len(tokens) - 1, at + _BY_REACH)):
        if tokens[by].lower == "by":
            return by
        if _breaks(unit, by):
            return None
    return None


def _breaks(unit: Unit, at: int) -> bool:
    """Another verb or clause takes the "by" for itself: "were reported killed by rebels"."""
    token = unit.tokens[at]
    if token.text in (",", ".", ";", ":") or token.lower in _NEW_CLAUSES:
        return True
    if token.lower in RELATIVES or token.lower in ("killed", "done", "made", "taken", "hit"):
        return True
    is_participle = token.lower.endswith("ed") and token.kind == "word" and len(token.lower) > 4
    is_infinitive = unit.tokens[at - 1].lower == "to"  # "was reported to have sunk by police"
    return is_participle or (is_finite(unit.tokens, at) and not is_infinitive)


def _can_speak(speaker: Speaker) -> bool:
    """Keep out "by Friday", "by 12 percent", "by hand"."""
    first = speaker.text.split()[0]
    if (
        (first[0].isdigit() and not speaker.via_document)
        or first.lower().endswith("ing")
        or speaker.is_pronoun
    ):
        return False
    if speaker.kind == "document" and not speaker.determiner and " " not in speaker.text:
        return False  # "told by letter"
    return speaker.is_name or speaker.kind != "unknown"


def _clause_left(unit: Unit, at: int) -> int:
    """Return where the clause of the participle begins."""
    tokens = unit.tokens
    for before in range(at - 1, -1, -1):
        token = tokens[before]
        opens = token.lower in _CLAUSE_STARTS
        if token.text == "," or opens:
            return token.end
        if token.text in (";", ":", "—", "–"):
            return token.end
    return sentence_start(unit, at)


def quoted_cue(unit: Unit, at: int) -> Cue | None:
    """Return the cue of "quoted X as saying" or "X was quoted as saying" at token `at`."""
    saying = _as_saying(unit, at)
    if saying is None:
        return None
    tokens = unit.tokens
    if _has_be(unit, at):
        be = next(k for k in range(at - 1, -1, -1) if tokens[k].lower in BE)
        subject = subject_before(unit.text, tokens, be)
        speaker = None if subject is None else speaker_of(unit, subject)
        start = None if subject is None else tokens[subject.start].start
    else:
        found = phrase_at(unit, at + 1)
        speaker, start = (None, None) if found is None else (found[0], tokens[at].start)
    if speaker is None or start is None:
        return None
    return _saying(unit, speaker, start, saying)


def _as_saying(unit: Unit, at: int) -> int | None:
    tokens = unit.tokens
    for k in range(at + 1, min(len(tokens) - 1, at + _AS_REACH)):
        if tokens[k].lower == "as" and tokens[k + 1].lower in ("saying", "telling", "stating"):
            return k + 1
    return None


def _saying(unit: Unit, speaker: Speaker, start: int, saying: int) -> Cue:
    tokens = unit.tokens
    after = saying + 1
    if after < len(tokens) and tokens[after].lower == "by":
        found = phrase_at(unit, after + 1)
        after = after + 1 if found is None else found[1]
    is_trailing = after >= len(tokens) or tokens[after].text in (".", "!", "?", ";")
    if after < len(tokens) and tokens[after].lower == "that":
        after += 1
    end = tokens[after - 1].end
    left = sentence_start(unit, saying) if is_trailing else start
    right = end if is_trailing else sentence_end(unit, saying)
    cue = (tokens[saying].start, tokens[saying].end)
    return Cue(speaker, *cue, start, end, left, right, not is_trailing)


def citing_cue(unit: Unit, at: int) -> Cue | None:
    """Return whom a report cites: ", citing police,". A document that is cited is no speaker."""
    found = phrase_at(unit, at + 1)
    if found is None or (found[0].via_document and found[0].kind == "document"):
        return None
    speaker, after = found
    tokens = unit.tokens
    if (
        not _can_speak(speaker)
        or not is_likely(speaker)
        or bare(tokens[at]) not in ("citing", "quoting")
    ):
        return None
    start, end = tokens[at].start, tokens[after - 1].end
    left, right = sentence_start(unit, at), sentence_end(unit, at)
    return Cue(speaker, start, tokens[at].end, start, end, left, right, is_leading=False)


def take_over(cues: list[Cue], citing: Cue) -> list[Cue]:
    """Put the cited speaker in the place of the nearest one, who only passes the report on."""
    if not cues:
        return [citing]
    nearest = min(cues, key=lambda cue: abs(cue.start - citing.start))
    if nearest.speaker.kind == "person" and nearest.speaker.is_name:
        return cues
    inner = replace(
        nearest, speaker=citing.speaker, start=citing.start, end=citing.end, when=nearest.when
    )
    return [inner if cue is nearest else cue for cue in cues]
