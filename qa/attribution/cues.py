"""Find every place in a unit where somebody is given as a source.

One rule per construction; `scopes` then says which cue a value belongs to. The verbs are
in `active` and `passive`, here stand "according to", documents and nouns ("its estimate of").
"""

from __future__ import annotations

from qa.attribution.active import active_cue, participle_cue, when_before
from qa.attribution.clauses import clause_start, is_finite
from qa.attribution.edges import left_edge, phrase_start
from qa.attribution.passive import citing_cue, passive_cue, quoted_cue, take_over
from qa.attribution.placing import (
    phrase_at,
    sentence_end,
    sentence_start,
    starts_sentence,
    trailing_right,
)
from qa.attribution.senses import is_likely
from qa.attribution.speakers import describe
from qa.attribution.timing import find_when
from qa.attribution.types import Cue
from qa.attribution.units import Unit
from qa.attribution.verbs import FORMS, PASSIVES
from qa.attribution.words import BE, CONTRASTS, HAVE, NUMBERS, PREPOSITIONS

# A claim by its noun: "the ministry's estimate of 12", "a claim by the rebels that".
_CLAIM_NOUNS = frozenset(
    "claim claims estimate estimates figure figures count tally prediction predictions forecast "
    "forecasts allegation allegations assertion assertions warning warnings announcement toll "
    "report reports statement calculation calculations reckoning projection".split()
)
# Behind a document these report what stands in it: "its count arrived at 16,000".
_DOCUMENT_VERBS = frozenset(
    "is was were are has had have stood stands came arrived arrives points pointed contains "
    "counts lists speaks spoke rose fell".split()
)
# Documents that are a figure, also without an author.
_FIGURES = frozenset("count counts list estimate estimates tally census figures figure log".split())
_QUALIFIERS = frozenset("about some at only over nearly almost just around more fewer up".split())
_VIEWS = frozenset("words view opinion account reckoning estimation telling admission".split())
# Every word at which a rule below begins.
_CUE_WORDS = (
    _CLAIM_NOUNS
    | _DOCUMENT_VERBS
    | _VIEWS
    | PASSIVES
    | frozenset(FORMS)
    | frozenset("according per quoted cited quotes cites".split())
)
_FIGURE_WORDS = NUMBERS | _QUALIFIERS


def find_cues(unit: Unit) -> list[Cue]:
    """Return the cues outside quotations, in the order of their words."""
    cues: list[Cue] = []
    cited: list[Cue] = []
    for at, token in enumerate(unit.tokens):
        if token.kind != "word":
            continue
        if token.lower in ("citing", "quoting"):
            cue = citing_cue(unit, at)
            cited += [] if cue is None else [cue]
            continue
        cue = _cue_at(unit, at, cues) if token.lower in _CUE_WORDS else None
        if cue is not None:
            cues.append(cue)
    for cue in cited:
        cues = take_over(cues, cue)
    return cues


def _cue_at(unit: Unit, at: int, earlier: list[Cue]) -> Cue | None:
    word = unit.tokens[at].lower
    if word == "according" and unit.tokens[min(at + 1, len(unit.tokens) - 1)].lower == "to":
        return _according(unit, at, at + 2)
    if word == "per":
        cue = _according(unit, at, at + 1) if at == 0 or unit.tokens[at - 1].text == "," else None
        return (
            cue if cue is not None and (cue.speaker.is_name or cue.speaker.via_document) else None
        )
    if word in ("quoted", "cited", "quotes", "cites"):
        quoted = quoted_cue(unit, at)
        if quoted is not None:
            return quoted
    if word == "saying" and at and unit.tokens[at - 1].lower == "as":
        return None
    if word in _VIEWS:
        return _in_words_of(unit, at) or _by_count(unit, at, phrase_start(unit.tokens, at + 1))
    noun = _noun_cue(unit, at) if word in _CLAIM_NOUNS else None
    is_verb = at + 1 < len(unit.tokens) and unit.tokens[at + 1].lower == "that"
    if noun is not None and not is_verb:
        return noun
    return _verb_cue(unit, at, earlier) or noun


def _verb_cue(unit: Unit, at: int, earlier: list[Cue]) -> Cue | None:
    word = unit.tokens[at].lower
    passive = passive_cue(unit, at)
    if passive is not None:
        return passive
    form = FORMS.get(word)
    if form is None:
        is_plain = word in _DOCUMENT_VERBS and _gives_figure(unit, at)
        return _document_cue(unit, at) if is_plain else None
    if unit.tokens[at].is_capital and at:
        return None
    if form.form == "ing":
        return participle_cue(unit, at, form, earlier)
    return active_cue(unit, at, form, earlier)


def _in_words_of(unit: Unit, at: int) -> Cue | None:
    """ "in the words of X"."""
    tokens = unit.tokens
    if at < 2 or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return None
    found = phrase_at(unit, at + 2) if tokens[at - 2].lower in ("in", "by") else None
    if found is None:
        return None
    start, end = tokens[at - 2].start, tokens[found[1] - 1].end
    left, right = sentence_start(unit, at), sentence_end(unit, at)
    return Cue(found[0], start, tokens[at + 1].end, start, end, left, right, at == 2)


def _according(unit: Unit, at: int, behind: int) -> Cue | None:
    """ "according to X" or ", per X", before or behind what X says."""
    tokens = unit.tokens
    found = phrase_at(unit, behind) if behind < len(tokens) else None
    if found is None or (found[0].text.isalpha() and not is_likely(found[0])):
        return None  # "according to plan"
    speaker, after = found
    start, end = tokens[at].start, tokens[after - 1].end
    cue = (start, tokens[behind - 1].end)
    lead = clause_start(tokens, at)
    when = find_when(unit.text, tokens, behind, min(after + 4, len(tokens)))
    if _opens_clause(unit, at, lead):
        when = when if when is not None and when[1] <= end else None
        return Cue(speaker, *cue, start, end, start, sentence_end(unit, at), True, when=when)
    goes_on = trailing_right(unit, lead, at, after, by_name=False)
    left = sentence_start(unit, at)
    if goes_on is None:
        return Cue(
            speaker, *cue, start, max(end, when[1] if when else 0), left, end, False, when=when
        )
    end = max(end, tokens[goes_on - 1].end)
    return Cue(speaker, *cue, start, end, left, sentence_end(unit, at), False)


def _opens_clause(unit: Unit, at: int, lead: int) -> bool:
    while at > lead and unit.tokens[at - 1].text == ",":
        at -= 1
    if at == lead:
        return at == 0 or unit.tokens[at - 1].kind != "quote"
    word = unit.tokens[at - 1].lower
    return word in CONTRASTS or word in ("that", "and", "because", "which", "said", "says")


def _noun_cue(unit: Unit, at: int) -> Cue | None:
    """ "the ministry's estimate of 12", "a claim by X that": only with an author."""
    tokens = unit.tokens
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    start = phrase_start(tokens, at + 1)
    if following in ("by", "from"):
        found = phrase_at(unit, at + 2)
        after = at + 2 if found is None else found[1]
        if after >= len(tokens) or tokens[after].lower not in ("of", "that"):
            return None
    elif following in ("of", "that"):
        after = at + 1
        if following == "that" and at + 2 < len(tokens) and is_finite(tokens, at + 2):
            return None  # "a statement that sounds odd"
    else:
        return _by_count(unit, at, start)
    speaker = describe(tokens[start:after], starts_sentence(unit, start))
    if speaker is None or not speaker.via_document or speaker.kind == "document":
        return None
    begin, end = tokens[start].start, tokens[after].end
    return Cue(
        speaker, tokens[at].start, tokens[at].end, begin, end, begin, _next_comma(unit, after),
        is_leading=True, is_tight=True,
    )  # fmt: skip


def _by_count(unit: Unit, at: int, start: int) -> Cue | None:
    """ "By the ministry's count, 12 died"."""
    tokens = unit.tokens
    if start == 0 or tokens[start - 1].lower != "by":
        return None
    speaker = describe(tokens[start : at + 1])
    if speaker is None or not speaker.via_document or speaker.kind == "document":
        return None
    begin, end = tokens[start - 1].start, tokens[at].end
    left, right = sentence_start(unit, at), sentence_end(unit, at)
    return Cue(speaker, tokens[at].start, end, begin, end, left, right, start == 1)


def _next_comma(unit: Unit, at: int) -> int:
    for token in unit.tokens[at:]:
        if token.text in (",", ";", ".", "—"):
            return token.start
    return unit.end


def _gives_figure(unit: Unit, at: int) -> bool:
    """A figure must follow the verb: at once after "has" and "was", soon after others."""
    tokens = unit.tokens[at + 1 : at + 5]
    is_plain = unit.tokens[at].lower in BE | HAVE
    is_figure = bool(tokens) and (tokens[0].kind == "number" or tokens[0].lower in _FIGURE_WORDS)
    if is_plain and not is_figure:
        return False
    return any(token.kind == "number" or token.lower in NUMBERS for token in tokens)


def _document_cue(unit: Unit, at: int) -> Cue | None:
    """A document before a plain verb: "the list has 57 names", "their own count was 12"."""
    tokens = unit.tokens
    if at == 0 or tokens[at - 1].kind not in ("word", "mark"):
        return None
    start = clause_start(tokens, at)
    if tokens[start].lower in PREPOSITIONS:
        return None
    end = at - 1 if tokens[at - 1].text == "," else at
    first = start if end < at else left_edge(unit.text, tokens, end)
    stop = next((k for k in range(first, end) if tokens[k].text == ","), end)
    speaker = describe(tokens[first:stop], starts_sentence(unit, first))
    if speaker is None or not speaker.via_document:
        return None
    if speaker.kind == "document" and speaker.head not in _FIGURES:
        return None
    begin, finish = tokens[first].start, tokens[at].end
    when = find_when(unit.text, tokens, first, at) or when_before(unit, first)
    return Cue(
        speaker, tokens[at].start, finish, begin, finish, begin, sentence_end(unit, at), True,
        when=when,
    )  # fmt: skip
