"""Cues with an active verb: "X said that …", "…, X said", "…, said X", "saying …"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.clauses import clause_start, is_closed_quote, is_finite
from qa.attribution.edges import phrase_start, skip_left
from qa.attribution.placing import (
    has_lead,
    is_whole,
    phrase_at,
    sentence_end,
    sentence_start,
    speaker_of,
    trailing_right,
)
from qa.attribution.senses import fits, is_likely, is_verb, may_assert, may_speak
from qa.attribution.speakers import describe
from qa.attribution.statements import (
    compares,
    has_statement,
    leading_right,
    next_mark,
    opens_statement,
    read_on,
    that_clause,
)
from qa.attribution.subjects import is_relative, subject_before, subjects_in
from qa.attribution.timing import find_when, match_when
from qa.attribution.tokens import Token
from qa.attribution.types import Cue, Speaker, Subject
from qa.attribution.units import Unit
from qa.attribution.verbs import ReportingForm
from qa.attribution.words import ADVERBS, BE, MONTHS, PREPOSITIONS, RELATIVES

# "is thinking of", "is hoping for" report nothing.
_MOODS = frozenset(("think", "believe", "hope", "fear", "begin", "cry", "agree"))
# "as economists had expected": a fact that somebody foresaw.
_FORESEEN = frozenset(
    ("expected", "predicted", "forecast", "anticipated", "feared", "hoped", "promised", "planned")
)
# Saying so is how something else is done: "replied by claiming that".
_MEANS = frozenset(
    "say claim argue insist suggest state declare announce note tell assert allege contend".split()
)
_SHARING = frozenset(("and", "but", "then", "or"))
_NO_SUBJECTS = PREPOSITIONS | ADVERBS | RELATIVES


def active_cue(unit: Unit, at: int, form: ReportingForm, earlier: Sequence[Cue]) -> Cue | None:
    """Return the cue of the finite verb at token `at`, None if it reports nothing."""
    inverted = _inverted(unit, at, form)
    if inverted is not None:
        return inverted
    end = skip_left(unit.text, unit.tokens, at)
    if end and not may_assert(unit.tokens, end, form):
        return None
    if end and unit.tokens[end - 1].lower in _SHARING:
        return _shared(unit, at, form, earlier)
    subject = subject_before(unit.text, unit.tokens, at)
    if subject is None or not is_verb(unit.tokens, subject, at, form):
        return None
    speaker = speaker_of(unit, subject)
    if speaker is None or not fits(unit.tokens, at, form, speaker):
        return None
    if is_relative(unit, subject, at) and (
        not is_likely(speaker)
        or speaker.text[0].isdigit()
        or unit.tokens[subject.start].lower in MONTHS
    ):
        return None  # "polls from March, which found"
    return _placed(unit, speaker, subject, at, form)


def participle_cue(unit: Unit, at: int, form: ReportingForm, earlier: Sequence[Cue]) -> Cue | None:
    """Return the cue of a form in -ing: "…, adding that", "is saying", "a note warning that"."""
    tokens = unit.tokens
    if at == 0 or form.base in _MOODS:
        return None
    end = skip_left(unit.text, tokens, at)
    if end and tokens[end - 1].lower in BE:
        return None if tokens[end - 1].lower == "be" else _continuous(unit, at, end - 1, form)
    is_label = form.base in ("call", "describe") and any(
        token.kind == "quote" for token in tokens[at + 1 : at + 5]
    )
    if not form.takes("cq") and not is_label:
        return None
    is_means = form.base in _MEANS and _is_means(tokens, at)
    if tokens[at - 1].text in (",", "—", "–") or is_closed_quote(tokens[at - 1]) or is_means:
        speaker = shared_speaker(unit, at, earlier)
    else:
        speaker = _beside(unit, at, earlier)
    return None if speaker is None else _running_on(unit, speaker, at, form)


def _is_means(tokens: Sequence[Token], at: int) -> bool:
    """ "Replied by saying that", "by mocking them and claiming that"."""
    if tokens[at - 1].lower == "by":
        return True
    if tokens[at - 1].lower != "and":
        return False
    for k in range(at - 2, max(0, at - 8), -1):
        if tokens[k].lower.endswith("ing") and tokens[k - 1].lower in ("by", ","):
            return True
    return False


def _continuous(unit: Unit, at: int, be: int, form: ReportingForm) -> Cue | None:
    """ "is saying", "is giving it a chance of 12%"."""
    subject = subject_before(unit.text, unit.tokens, be)
    speaker = None if subject is None else speaker_of(unit, subject)
    if subject is None or speaker is None or not fits(unit.tokens, at, form, speaker):
        return None
    return _placed(unit, speaker, subject, at, form)


def _beside(unit: Unit, at: int, earlier: Sequence[Cue]) -> Speaker | None:
    """Read "with officials saying" and "issued a statement saying"."""
    start = phrase_start(unit.tokens, at)
    if start > 2 and unit.tokens[start - 2].lower in ("close", "familiar"):
        start = phrase_start(unit.tokens, start - 1)  # "with an aide | close to the talks | saying"
    speaker = describe(unit.tokens[start:at])
    if speaker is None:
        return None
    if start and unit.tokens[start - 1].lower in ("with", "following", "despite", "after"):
        is_whole = not speaker.is_name or speaker.end == unit.tokens[at - 1].end
        is_somebody = is_likely(speaker) and not speaker.text[0].isdigit()
        return speaker if is_whole and is_somebody else None
    if not speaker.via_document:
        return None
    return speaker if speaker.kind != "document" else shared_speaker(unit, at, earlier) or speaker


def shared_speaker(unit: Unit, at: int, earlier: Sequence[Cue]) -> Speaker | None:
    """Return who spoke last in the unit, else the first subject that can speak, else the first."""
    if earlier:
        return earlier[-1].speaker
    subjects = [one for _, one in subjects_in(unit, clause_start(unit.tokens, at), at)]
    return next((one for one in subjects if may_speak(one)), subjects[0] if subjects else None)


def _running_on(unit: Unit, speaker: Speaker, at: int, form: ReportingForm) -> Cue | None:
    """A cue without a subject of its own: its statement follows."""
    if not opens_statement(unit.tokens, at, form):
        return None
    tokens = unit.tokens
    that = that_clause(tokens, at + 1, len(tokens))
    after = at + 1 if that is None else that + 1
    start, end = tokens[at].start, tokens[after - 1].end
    return Cue(speaker, start, tokens[at].end, start, end, start, sentence_end(unit, at), True)


def _shared(unit: Unit, at: int, form: ReportingForm, earlier: Sequence[Cue]) -> Cue | None:
    """ "… and said": the subject stands before an earlier verb."""
    if form.form == "base" or (form.takes("n") and form.form != "past"):
        return None
    speaker = shared_speaker(unit, at, earlier)
    if speaker is None or not fits(unit.tokens, at, form, speaker):
        return None
    return _running_on(unit, speaker, at, form)


def _inverted(unit: Unit, at: int, form: ReportingForm) -> Cue | None:
    """Read "…, said X" and "“…,” added X, a farmer"."""
    tokens = unit.tokens
    if not form.takes("q") or form.takes("t") or at + 1 >= len(tokens):
        return None
    if at == 0 and form.base != "say":
        return None
    if form.form == "base" and form.takes("n") and tokens[at - 1].kind != "quote":
        return None  # "R.J. Larizza, state attorney"
    if not _may_invert(unit, at) or match_when(unit.text, tokens, at + 1) > at + 1:
        return None
    found = phrase_at(unit, at + 1)
    if found is None or not _ends_statement(tokens, found[1]):
        return None
    speaker, after = found
    if not is_likely(speaker) or (speaker.kind == "unknown" and not _has_name(unit, at, speaker)):
        return None
    goes_on = trailing_right(unit, 0, at, after, by_name=True)
    cue = (tokens[at].start, tokens[at].end)
    stop = next_mark(tokens, after)
    when = find_when(unit.text, tokens, after, min(stop, after + 9))
    if at == 0:
        return Cue(speaker, *cue, cue[0], tokens[after - 1].end, cue[0], unit.end, True, when=when)
    region_end = unit.end if goes_on is None else tokens[goes_on].start
    left = sentence_start(unit, at)
    return Cue(speaker, *cue, cue[0], region_end, left, unit.end, False, when=when)


def _has_name(unit: Unit, at: int, speaker: Speaker) -> bool:
    return speaker.is_name or (at > 0 and unit.tokens[at - 1].kind == "quote")


def _may_invert(unit: Unit, at: int) -> bool:
    """The statement must be over before the verb: a quotation, or a clause and a comma."""
    tokens = unit.tokens
    word = tokens[at + 1]
    if word.kind not in ("word", "number") or word.lower in _NO_SUBJECTS:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.kind == "quote":
        return True
    if before.text not in (",", "—", "–", "--", "?", "!"):
        return False
    first = clause_start(tokens, at)
    if at > 1 and tokens[at - 2].kind == "quote":
        return True
    return is_whole(unit, first, at - 1) or any(t.kind == "quote" for t in tokens[first:at])


def _ends_statement(tokens: Sequence[Token], after: int) -> bool:
    """False when a verb follows the noun: "…, said the toll was 12"."""
    if after >= len(tokens) or tokens[after].kind != "word":
        return True
    return not is_finite(tokens, after) and tokens[after].lower not in ("to", "that")


def _doubt(form: ReportingForm, speaker: Speaker) -> int:
    if not is_likely(speaker) or (form.takes("b") and (speaker.is_pronoun or not form.takes("c"))):
        return 2
    return 1 if form.takes("b") else 0


def _placed(
    unit: Unit, speaker: Speaker, subject: Subject, at: int, form: ReportingForm
) -> Cue | None:
    """Decide whether the statement follows the verb or came before it, and how far it goes."""
    tokens = unit.tokens
    after, is_leading = read_on(unit, subject.start, at, form)
    if is_relative(unit, subject, at):
        is_leading = True  # "…, who said"
    if is_leading and not opens_statement(tokens, at, form):
        return None
    if not is_leading and (not has_statement(unit, subject.start) or compares(unit, subject.start)):
        return None
    if not is_leading and not form.takes("c") and not _may_close(unit, subject.start, form):
        return None  # "as the closure begins"
    if not is_leading and _came_true(tokens, subject.start, at):
        return None
    start, end = tokens[subject.start].start, tokens[after - 1].end
    when = _when(unit, subject, at, after, speaker.via_document)
    cue = (tokens[at].start, tokens[at].end)
    if is_leading:
        right = leading_right(unit, subject, at)
        doubt = _doubt(form, speaker)
        return Cue(speaker, *cue, start, end, start, right, True, doubt=doubt, when=when)
    lead = clause_start(tokens, subject.start)
    goes_on = trailing_right(unit, lead, subject.start, after, by_name=False)
    left = max(sentence_start(unit, subject.start), _as_from(unit, subject.start))
    if goes_on is None:
        return Cue(speaker, *cue, start, end, left, end, False, when=when)
    end = max(end, tokens[goes_on - 1].end)
    return Cue(speaker, *cue, start, end, left, unit.end, False, when=when)


def _came_true(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether the clause says who foresaw the fact, not who reports it.

    "It left its rate at 3 percent, as most economists had expected."
    """
    is_behind_as = start > 0 and tokens[start - 1].lower == "as"
    return is_behind_as and tokens[at - 1].lower == "had" and tokens[at].lower in _FORESEEN


def _as_from(unit: Unit, start: int) -> int:
    """Where what "12 dead, and not 9 as X had said" gives to X begins: behind its comma."""
    tokens = unit.tokens
    if start < 2 or tokens[start - 1].lower != "as" or tokens[start - 2].kind == "mark":
        return 0
    at = start - 2
    while at > 0 and tokens[at].text != "," and tokens[at].lower != "not":
        at -= 1
    return tokens[at].start if at else 0


def _may_close(unit: Unit, start: int, form: ReportingForm) -> bool:
    """A verb with other senses reports what is before it only of a quotation."""
    first = max(0, clause_start(unit.tokens, start) - 1)
    is_quoted = any(token.kind == "quote" for token in unit.tokens[first:start])
    return is_quoted if form.takes("v") else has_lead(unit, start)


def _when(
    unit: Unit, subject: Subject, at: int, after: int, via_document: bool
) -> tuple[int, int] | None:
    """Find time wording behind the verb, between subject and verb, or before the subject."""
    text, tokens = unit.text, unit.tokens
    return (
        find_when(text, tokens, at + 1, after)
        or find_when(text, tokens, subject.start if via_document else subject.end, at)
        or when_before(unit, subject.start)
    )


def when_before(unit: Unit, start: int) -> tuple[int, int] | None:
    """Return time wording that opens the clause right before token `start`: "On Tuesday, "."""
    stop = start
    while stop and unit.tokens[stop - 1].text == ",":
        stop -= 1
    for at in range(max(0, stop - 7), stop):
        opens = at == 0 or unit.tokens[at - 1].kind == "mark"
        if opens and match_when(unit.text, unit.tokens, at) == stop:
            return unit.tokens[at].start, unit.tokens[stop - 1].end
    return None
