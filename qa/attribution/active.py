"""Cues with an active verb: "X said that …", "…, X said", "…, said X", "saying …"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.phrases import (
    HARD_MARKS,
    Subject,
    clause_start,
    has_finite,
    is_closed_quote,
    is_finite,
    phrase_start,
    skip_left,
    subject_before,
)
from qa.attribution.placing import (
    has_lead,
    is_whole,
    phrase_at,
    sentence_end,
    sentence_start,
    speaker_of,
    trailing_right,
)
from qa.attribution.senses import fits, is_likely, is_verb, may_assert, may_introduce
from qa.attribution.speakers import describe
from qa.attribution.timing import find_when, match_when
from qa.attribution.tokens import Token
from qa.attribution.types import Cue, Speaker
from qa.attribution.units import Unit
from qa.attribution.verbs import ReportingForm
from qa.attribution.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    OWN_WORDS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

# "is thinking of", "is hoping for" report nothing.
_MOODS = frozenset(("think", "believe", "hope", "fear", "begin", "cry", "agree"))
_SHARING = frozenset(("and", "but", "then", "or"))


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
    return _placed(unit, speaker, subject, at, form)


def participle_cue(unit: Unit, at: int, form: ReportingForm, earlier: Sequence[Cue]) -> Cue | None:
    """Return the cue of a form in -ing: "…, adding that", "is saying", "a note warning that"."""
    tokens = unit.tokens
    before = tokens[at - 1] if at else None
    if before is None or form.base in _MOODS:
        return None
    is_label = form.base in ("call", "describe") and any(
        token.kind == "quote" for token in tokens[at + 1 : at + 5]
    )
    if not form.takes("cq") and not is_label:
        return None
    if before.text in (",", "—", "–") or is_closed_quote(before):
        speaker = shared_speaker(unit, at, earlier)
        return None if speaker is None else _running_on(unit, speaker, at, form)
    end = skip_left(unit.text, tokens, at)
    if end and tokens[end - 1].lower in BE:
        subject = subject_before(unit.text, tokens, end - 1)
        speaker = None if subject is None else speaker_of(unit, subject)
        return (
            None
            if subject is None or speaker is None
            else _placed(unit, speaker, subject, at, form)
        )
    speaker = _beside(unit, at, earlier)
    return None if speaker is None else _running_on(unit, speaker, at, form)


def _beside(unit: Unit, at: int, earlier: Sequence[Cue]) -> Speaker | None:
    """Read "with officials saying" and "issued a statement saying"."""
    start = phrase_start(unit.tokens, at)
    speaker = describe(unit.tokens[start:at])
    if speaker is None:
        return None
    if start and unit.tokens[start - 1].lower in ("with", "following", "despite", "after"):
        return speaker
    if not speaker.via_document:
        return None
    return speaker if speaker.kind != "document" else shared_speaker(unit, at, earlier) or speaker


def shared_speaker(unit: Unit, at: int, earlier: Sequence[Cue]) -> Speaker | None:
    """Return who spoke last in the unit, else the subject of its first verb."""
    if earlier:
        return earlier[-1].speaker
    return first_subject(unit, clause_start(unit.tokens, at), at)


def first_subject(unit: Unit, first: int, stop: int) -> Speaker | None:
    """Describe the subject of the first finite verb in tokens `[first, stop)` that has one."""
    for verb in range(first + 1, stop):
        if is_finite(unit.tokens, verb):
            subject = subject_before(unit.text, unit.tokens, verb)
            if subject is not None:
                return speaker_of(unit, subject)
    return None


def _running_on(unit: Unit, speaker: Speaker, at: int, form: ReportingForm) -> Cue | None:
    """A cue without a subject of its own: its statement follows."""
    if not _opens_statement(unit.tokens, at, form):
        return None
    tokens = unit.tokens
    that = _that(tokens, at + 1, len(tokens))
    after = at + 1 if that is None else that + 1
    start, end = tokens[at].start, tokens[after - 1].end
    return Cue(speaker, start, tokens[at].end, start, end, start, sentence_end(unit, at), True)


def _shared(unit: Unit, at: int, form: ReportingForm, earlier: Sequence[Cue]) -> Cue | None:
    """ "… and said": the subject stands before an earlier verb."""
    if form.form == "base" or form.takes("n") and not form.form == "past":
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
    stop = _next_mark(tokens, after)
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
    if word.kind not in ("word", "number") or word.lower in PREPOSITIONS | ADVERBS | RELATIVES:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.kind == "quote":
        return True
    if before.text not in (",", "—", "–", "--", "?", "!"):
        return False
    first = clause_start(tokens, at)
    return is_whole(unit, first, at - 1) or any(t.kind == "quote" for t in tokens[first:at])


def _ends_statement(tokens: Sequence[Token], after: int) -> bool:
    """False when a verb follows the noun: "…, said the toll was 12"."""
    if after >= len(tokens) or tokens[after].kind != "word":
        return True
    return not is_finite(tokens, after) and tokens[after].lower not in ("to", "that")


def _placed(
    unit: Unit, speaker: Speaker, subject: Subject, at: int, form: ReportingForm
) -> Cue | None:
    """Decide whether the statement follows the verb or came before it, and how far it goes."""
    tokens = unit.tokens
    after, is_leading = _read_on(unit, subject.start, at, form)
    if any(token.lower in RELATIVES for token in tokens[subject.end : at]):
        is_leading = True  # "…, who said"
    if is_leading and not _opens_statement(tokens, at, form):
        return None
    if not is_leading and not _has_statement(unit, subject.start):
        return None
    start, end = tokens[subject.start].start, tokens[after - 1].end
    when = _when(unit, subject, at, after, speaker.via_document)
    cue = (tokens[at].start, tokens[at].end)
    if is_leading:
        right = _leading_right(unit, subject, at)
        is_belief = form.takes("b") or not is_likely(speaker)
        return Cue(speaker, *cue, start, end, start, right, True, is_belief=is_belief, when=when)
    lead = clause_start(tokens, subject.start)
    goes_on = trailing_right(unit, lead, subject.start, after, by_name=False)
    left = sentence_start(unit, subject.start)
    if goes_on is None:
        return Cue(speaker, *cue, start, end, left, end, False, when=when)
    end = max(end, tokens[goes_on - 1].end)
    return Cue(speaker, *cue, start, end, left, unit.end, False, when=when)


def _opens_statement(tokens: Sequence[Token], at: int, form: ReportingForm) -> bool:
    if may_introduce(tokens, at):
        return True
    if form.takes("v") and form.takes("c"):
        stop = _next_mark(tokens, at + 1)
        is_clause = has_finite(tokens, at + 1, stop) or _that(tokens, at + 1, stop) is not None
        if stop + 1 < len(tokens) and tokens[stop].text in (":", ","):
            stop += 1
        return is_clause or (stop < len(tokens) and tokens[stop].kind == "quote")
    return form.takes("comd")


def _has_statement(unit: Unit, start: int) -> bool:
    return has_lead(unit, start) or (start > 0 and unit.tokens[start - 1].lower == "as")


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


def _read_on(unit: Unit, start: int, at: int, form: ReportingForm) -> tuple[int, bool]:
    """Return the token behind the cue's own words, and whether the statement follows."""
    tokens = unit.tokens
    first = at + 1
    while first < len(tokens) and tokens[first].lower in ADVERBS:
        first += 1
    stop = _next_mark(tokens, first)
    that = _that(tokens, first, stop)
    if that is not None:
        return that + 1, True
    lead = _has_statement(unit, start)
    if stop == first:
        return first, _leads_at_mark(unit, start, stop, lead)
    after = _behind_time(unit, first, stop)
    opens = tokens[first].lower in OWN_WORDS
    if has_finite(tokens, first, stop) and not opens:
        return after, True
    is_circumstance = opens or _is_circumstance(unit, first, stop, form)
    if not lead:
        return (stop if is_circumstance else after), True
    is_reply = start > 0 and is_closed_quote(tokens[start - 1])
    return (stop, False) if is_reply or is_circumstance else (after, True)


def _behind_time(unit: Unit, first: int, stop: int) -> int:
    """Step over "on Monday" and "in a statement on Monday", which belong to the cue."""
    after = match_when(unit.text, unit.tokens, first)
    if after > first or unit.tokens[first].lower not in ("in", "at", "during", "via", "through"):
        return after
    for at in range(first + 1, min(stop, first + 9)):
        if is_finite(unit.tokens, at):
            return first
        after = match_when(unit.text, unit.tokens, at)
        if after > at:
            return after
    return first


def _next_mark(tokens: Sequence[Token], first: int) -> int:
    at = first
    while at < len(tokens):
        token = tokens[at]
        is_quote = token.kind == "quote" and (at == first or is_closed_quote(token))
        if is_quote or token.text == "," or token.text in HARD_MARKS:
            break
        at += 1
    return at


def _that(tokens: Sequence[Token], first: int, stop: int) -> int | None:
    """Find the "that" which opens the statement, across a listener and a time."""
    for at in range(first, min(stop, first + 16)):
        if tokens[at].lower == "that":
            return at
        if tokens[at].text == "," or tokens[at].kind == "quote":
            return None
        if is_finite(tokens, at) and not tokens[at].lower.endswith("ed"):
            return None
    return None


def _leads_at_mark(unit: Unit, start: int, stop: int, lead: bool) -> bool:
    tokens = unit.tokens
    if stop >= len(tokens) or tokens[stop].text in (".", "!", "?", ";", "—", "–", "--", "…"):
        return False
    if tokens[stop].text == ":":
        return True
    if tokens[stop].kind == "quote":
        return not (start > 0 and is_closed_quote(tokens[start - 1]))
    return not lead


def _is_circumstance(unit: Unit, first: int, stop: int, form: ReportingForm) -> bool:
    """ "on Monday in a statement", "told reporters": no statement of its own."""
    if form.takes("t"):
        return True
    behind = match_when(unit.text, unit.tokens, first)
    if behind >= stop:
        return True
    word = unit.tokens[behind].lower
    if _is_amount(unit.tokens, behind):
        return False
    if form.takes("o") and word in ("of", "for", "about", "between", "around", "up", "over"):
        return False
    return word in PREPOSITIONS


def _is_amount(tokens: Sequence[Token], at: int) -> bool:
    """ "at least 45", "between 15 and 20": what is said begins with a preposition."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].lower in ("in", "on", "by"):
        return False
    return following.kind == "number" or following.lower in ("least", "most", "all", "any")


def _leading_right(unit: Unit, subject: Subject, at: int) -> int:
    """Return the offset where a statement that follows the verb must end."""
    tokens = unit.tokens
    end = sentence_end(unit, at)
    who = next((k for k in range(subject.end, at) if tokens[k].lower in RELATIVES), None)
    if who is not None and who == subject.end:  # "a man who said he was lost was found"
        return min(end, _second_verb(unit, at))
    is_inside = subject.start > 0 and tokens[subject.start - 1].lower in ("which", "who", "whom")
    first = clause_start(tokens, subject.start)
    opens = tokens[first].lower in SUBORDINATORS and subject.start <= first + 2
    if who is None and not is_inside and not opens:
        return end
    for comma in range(at + 1, len(tokens) - 1):
        if tokens[comma].text != "," or tokens[comma].start >= end:
            continue
        word = tokens[comma + 1].lower
        if opens or is_finite(tokens, comma + 1) or word in BE or word.endswith("ed"):
            return tokens[comma].start
    return end


def _second_verb(unit: Unit, at: int) -> int:
    """Return where the main clause goes on behind a relative clause without commas."""
    tokens = unit.tokens
    verbs = 0
    for k in range(at + 1, len(tokens)):
        if not is_finite(tokens, k) or tokens[k - 1].lower in AUXILIARIES:
            continue
        verbs += 1
        joined = tokens[k - 1].lower in ("and", "or", "that", "who", "which", "to", ",")
        if verbs == 2 and not joined:
            return tokens[k].start
    return unit.end
