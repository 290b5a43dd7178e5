"""Say whom an article gives as the source of a value. Start reading here.

The value's sentence, with the quotations it runs through, is searched for cues (`cues`); one of
them is chosen (`scopes`) and its speaker is looked up in the article (`resolve`). A quotation
without a cue belongs to whoever spoke before it. A plain sentence without a cue belongs to
nobody: the publisher stands for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.sentences import split_sentences
from qa.attribution.antecedents import fits
from qa.attribution.candidates import Reading
from qa.attribution.clauses import has_finite, is_closed_quote
from qa.attribution.occasions import saying_time
from qa.attribution.places import PLACES
from qa.attribution.placing import sentence_token
from qa.attribution.resolve import resolve
from qa.attribution.roles import GROUPS
from qa.attribution.scopes import choose
from qa.attribution.senses import may_speak
from qa.attribution.speakers import describe
from qa.attribution.subjects import subjects_in
from qa.attribution.tokens import Token, tokenise
from qa.attribution.turns import Turns
from qa.attribution.types import Attribution, Cue, Speaker
from qa.attribution.units import Layout, Span, Unit
from qa.attribution.words import ARTICLES, BE, PREPOSITIONS

# How many units around a quotation without a cue may name its speaker.
_BEFORE = 8
_AFTER = 2
# Before words in quotation marks: a name is quoted, not speech.
_NAMING = frozenset("called dubbed titled entitled named nicknamed known termed".split())
_HOLDING = frozenset("has have had includes include included contains features featured".split())
_SOMEBODY = Speaker("", -1, -1, "person", is_pronoun=True, head="he")
_SMALL_WORDS = PREPOSITIONS | ARTICLES


def attribute(
    text: str, start: int, end: int, sentences: Sequence[Span] | None = None
) -> Attribution | None:
    """Return who the article says the value at `[start, end)` comes from, None for nobody.

    `sentences` are the article's sentence spans, split here when they are not given.
    """
    return Attributor(text, sentences).attribute(start, end)


class Attributor:
    """Attributes several values of one article; keeps what it read between them.

    Threads may share one: what is kept is only ever added, and the same whoever adds it.
    """

    def __init__(self, text: str, sentences: Sequence[Span] | None = None) -> None:
        spans = split_sentences(text) if sentences is None else sentences
        self._reading = Reading(Layout(text, spans))
        self._turns = Turns(text)

    def attribute(self, start: int, end: int) -> Attribution | None:
        layout = self._reading.layout
        if not layout.sentences or not 0 <= start < end <= len(layout.text):
            return None
        unit = layout.unit(layout.sentence_at(start))
        cues = self._reading.cues(unit)
        cue = choose(unit, cues, start) or choose(unit, cues, end - 1)
        if cue is not None:
            return self._from_cue(unit, cue)
        quote = unit.quote_at(start)
        if quote is None or not _is_speech(unit, quote):
            label = self._turns.label_at(start)
            if label is not None:
                return self._from_turn(unit, label)
        if quote is None:
            return None
        if _follows_colon(unit, quote):
            return self._from_subject(unit) or self._from_label(unit, quote)
        if _is_speech(unit, quote):
            return self._from_context(unit, quote)
        return self._from_clause(unit, quote) or self._from_paragraph(unit, quote)

    def _from_cue(self, unit: Unit, cue: Cue) -> Attribution:
        speaker = cue.speaker
        written = unit.text[speaker.start : speaker.end]
        name = resolve(self._reading, unit, speaker, cue)
        when = saying_time(self._reading, unit, cue)
        return Attribution(name, written, speaker.start, speaker.end, cue.start, cue.end, when)

    def _from_context(self, unit: Unit, quote: Token) -> Attribution | None:
        """Attribute a quotation that no cue of its own unit introduces."""
        after = self._reading.layout.unit_after(unit)
        if after is not None and _only_names_speaker(self._reading, after):
            return self._from_cue(after, self._reading.cues(after)[0])
        later: Attribution | None = None
        for before in self._reading.units_before(unit, _BEFORE):
            cues = self._reading.cues(before)
            if cues:
                return later or self._from_cue(before, _last_spoken(before, cues))
            if not _is_all_quote(before):
                later = later or self._from_subject(before) or self._from_later(unit)
        return later or self._from_later(unit)

    def _from_speaker(self, unit: Unit, speaker: Speaker) -> Attribution:
        """Attribute to a noun phrase without a cue: it stands for the cue too."""
        span = (speaker.start, speaker.end)
        name = resolve(self._reading, unit, speaker)
        return Attribution(name, unit.text[slice(*span)], *span, *span)

    def _from_subject(self, unit: Unit) -> Attribution | None:
        """The sentence before a quotation is about its speaker: "He shrugged. “…”"."""
        subject = self._reading.subject(unit)
        may_lead = subject is not None and (subject.is_pronoun or fits(_SOMEBODY, subject))
        leads_on = unit.tokens[-1].text == ":" and subject is not None and may_speak(subject)
        if subject is None or not (may_lead or leads_on):
            return None
        return self._from_speaker(unit, subject)

    def _from_clause(self, unit: Unit, quote: Token) -> Attribution | None:
        """Words quoted within a sentence are mostly those of whom it is about."""
        at = unit.tokens.index(quote)
        if _is_named(unit, quote) or (_is_title(quote) and unit.tokens[at - 1].lower != "as"):
            return None
        for verb, speaker in subjects_in(unit, sentence_token(unit, at), at):
            if _may_quote(unit.text, speaker) and not _is_stative(unit, verb):
                return self._from_speaker(unit, speaker)
        return None

    def _from_paragraph(self, unit: Unit, quote: Token) -> Attribution | None:
        """Words quoted where a report goes on are those of whom the paragraph reports."""
        if _is_title(quote) or _is_named(unit, quote):
            return None
        before = self._reading.layout.unit_before(unit)
        cues = [] if before is None else self._reading.cues(before)
        if before is None or not cues or "\n" in unit.text[before.end : unit.start]:
            return None
        return self._from_cue(before, _last_spoken(before, cues))

    def _from_label(self, unit: Unit, quote: Token) -> Attribution | None:
        """A name alone before the colon: "Chief executive Jo Pell: “…”"."""
        colon = unit.tokens.index(quote) - 1
        if has_finite(unit.tokens, 0, colon):
            return None
        speaker = describe(unit.tokens[:colon], starts_sentence=True)
        is_name = speaker is not None and speaker.is_name
        return self._from_speaker(unit, speaker) if speaker is not None and is_name else None

    def _from_turn(self, unit: Unit, label: Span) -> Attribution | None:
        """Attribute a sentence of an interview to whose name opens the turn."""
        speaker = describe(tokenise(unit.text, *label, ()))
        is_name = speaker is not None and speaker.is_name
        return self._from_speaker(unit, speaker) if speaker is not None and is_name else None

    def _from_later(self, unit: Unit) -> Attribution | None:
        for after in self._reading.units_after(unit, _AFTER):
            cues = self._reading.cues(after)
            opens = after.tokens and after.tokens[0].kind == "quote"
            if cues and opens:
                return self._from_cue(after, cues[0])
        return None


def _is_speech(unit: Unit, quote: Token) -> bool:
    """Tell a quoted sentence from a few quoted words in the writer's own."""
    rest = [token for token in unit.tokens if token.kind not in ("quote", "mark", "aside")]
    if not rest:
        return True
    inner = quote.text.strip("\"'“”‘’ ")
    starts = inner[:1].isupper() or inner[:1] in "[…"
    at = unit.tokens.index(quote)
    opens = at == 0 or unit.tokens[at - 1].text in (".", ":", "?", "!")
    is_alone = inner.endswith(".") or not has_finite(unit.tokens, 0, len(unit.tokens))
    return is_closed_quote(quote) and starts and opens and is_alone


def _is_title(quote: Token) -> bool:
    """ "sang “Down by the Old Mill”": words with capitals are a name, not speech."""
    words = quote.text.strip("\"'“”‘’.,").split()
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _is_named(unit: Unit, quote: Token) -> bool:
    """ "a valley known as “the Pan”"."""
    at = unit.tokens.index(quote)
    return any(token.lower in _NAMING for token in unit.tokens[max(0, at - 3) : at])


def _may_quote(text: str, speaker: Speaker) -> bool:
    if speaker.is_pronoun:
        return speaker.kind != "organisation"
    if text[speaker.start : speaker.end].endswith(("'s", "’s", "s'", "s’")):
        return False  # "Tovan's list of films"
    if speaker.is_name:
        return speaker.text.lower() not in PLACES
    return speaker.kind in ("person", "organisation") or speaker.head in GROUPS


def _is_stative(unit: Unit, verb: int) -> bool:
    """ "He is “well”", "it has a “door”", not "he is asking for “calm”"."""
    following = [token.lower for token in unit.tokens[verb + 1 : verb + 4]]
    word = unit.tokens[verb].lower
    endings = ("ing",) if word in BE else ("ing", "ed")  # "has also called it “a mess”"
    is_state = word in BE or word in _HOLDING
    return is_state and not any(each.endswith(endings) for each in following)


def _follows_colon(unit: Unit, quote: Token) -> bool:
    """ "The captain was blunt: “…”"."""
    at = unit.tokens.index(quote)
    return at > 1 and unit.tokens[at - 1].text == ":"


def _is_all_quote(unit: Unit) -> bool:
    return all(token.kind in ("quote", "mark") for token in unit.tokens)


def _only_names_speaker(reading: Reading, unit: Unit) -> bool:
    """ "Smith asked." alone in a sentence behind a quotation."""
    cues = reading.cues(unit)
    if len(cues) != 1 or len(unit.tokens) > 10:
        return False
    cue = cues[0]
    text = unit.text[cue.region_end : unit.end].strip(" .")
    return cue.region_start == unit.start and not text


def _last_spoken(unit: Unit, cues: Sequence[Cue]) -> Cue:
    """Return the cue whose words end the unit: of its last quotation, else the last one."""
    quotes = [token for token in unit.tokens if token.kind == "quote"]
    chosen = choose(unit, cues, quotes[-1].start) if quotes else None
    return chosen or cues[-1]
