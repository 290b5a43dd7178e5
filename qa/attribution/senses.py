"""Tell a reporting verb from its other senses, its noun, and from what was not said."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.bodies import BODIES
from qa.attribution.roles import DOCUMENTS, GROUPS, ROLES
from qa.attribution.runs import bare
from qa.attribution.tokens import Token
from qa.attribution.types import Speaker, Subject
from qa.attribution.verbs import FORMS, ReportingForm
from qa.attribution.words import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    NEGATIONS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
)

# "the storm claimed 12 lives", "claimed victory" report nothing.
_NOT_SAID = frozenset("life lives victory prize title medal wicket wickets credit asylum".split())
_COUNTERS = frozenset(("organisation", "group", "document"))
_REFUSALS = frozenset("declined refused declining refusing failed unable".split())
_PARTICIPLES = frozenset("written shown spoken given sworn begun seen foreseen".split())
_AFTER_NOUN = PREPOSITIONS | BE | {"and", "or", ""}
# "wrote down the value", "reported for duty", "accused of fraud".
_OTHER_SENSES = {
    "write": ("down", "off"),
    "call": ("down", "off"),
    "post": ("down", "off"),
    "report": ("down", "off", "for", "to", "back"),
    "accuse": ("of",),
}
_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women", "ies", "people", "ees", "ants")
_PLURAL_MARKS = frozenset(("they", "and", "who", "which"))
_ENDED = frozenset(("mark", "quote"))
# "he said by telephone", "she added as the doors closed": never the passive without "was".
_SPOKEN = frozenset("say add explain reply respond joke quip".split())
# What a number or a look does too.
_MEANING = frozenset("suggest indicate imply signal mean".split())
_NO_NOUNS = frozenset(("say", "tell", "write", "add"))
# Words that open what is said rather than go on with a noun.
_OPENERS = DETERMINERS | PRONOUNS | NUMBERS | frozenset("that how why what when there on".split())
_PLAIN_DETERMINERS = DETERMINERS - {"both", "all"}
_PLURAL_NOUNS = GROUPS | DOCUMENTS
_ACTORS = ROLES | BODIES


def may_assert(tokens: Sequence[Token], end: int, form: ReportingForm) -> bool:
    """False for what is not said: "did not say", "could announce", "to say", "was said"."""
    word = tokens[end - 1].lower
    if word in NEGATIONS or word in BE or word in ("if", "whether"):
        return False
    if word in MODALS:
        refused = end > 1 and tokens[end - 2].lower in _REFUSALS
        goes_on = word == "to" and end > 2 and tokens[end - 2].lower == "on"
        return not refused and (goes_on or (word == "can" and form.base in ("confirm", "reveal")))
    return word not in DO


def is_verb(tokens: Sequence[Token], subject: Subject, at: int, form: ReportingForm) -> bool:
    """Tell the verb from the noun or adjective of the same spelling."""
    before = tokens[at - 1]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if before.lower in PREPOSITIONS:
        return False
    if before.lower in DETERMINERS and subject.end - subject.start > 0:
        is_object = before.lower == "her" and form.base in _NO_NOUNS  # "those close to her said"
        return is_object or before.lower in ("some", "many", "few", "most", "all", "both")
    may_be_noun = form.takes("n") or (form.form == "past" and following != "that")
    is_owner = (
        before.is_possessive and may_be_noun and form.base not in ("say", "tell", "write", "add")
    )
    head = tokens[subject.end - 1]
    if subject.end < at and (head.is_possessive or head.lower in _PLAIN_DETERMINERS):
        return False  # "Monday's highly anticipated draw"
    if subject.end - subject.start == 1 and head.lower in NUMBERS and not form.takes("t"):
        return form.base == "say"
    has_have = any(token.lower in HAVE for token in tokens[subject.end : at])
    if tokens[at].lower in _PARTICIPLES and not has_have:
        return False
    is_reply = subject.start > 0 and tokens[subject.start - 1].kind == "quote"
    is_hearsay = not form.takes("i") and not is_reply and _is_hearsay(tokens, at)
    is_amount = before.kind == "number" and not before.lower.endswith("-year-old")
    if is_owner or is_amount or is_hearsay:
        return False
    if form.base == "forecast" and (following in _AFTER_NOUN or not following.isalnum()):
        return False
    if form.form == "base":
        return _is_plural(tokens, subject, at) and _may_follow(tokens, subject, at, form)
    if form.form == "s" and form.takes("n"):
        return _is_singular_verb(tokens, subject, at)
    return True


def _is_singular_verb(tokens: Sequence[Token], subject: Subject, at: int) -> bool:
    """Tell "the ministry reports 12 deaths" from "police reports"."""
    if at + 1 == len(tokens) or tokens[at + 1].kind == "mark":
        first = tokens[subject.start]
        is_noun = first.is_capital or first.lower in DETERMINERS or first.lower in PRONOUNS
        return is_noun and (subject.start > 0 and tokens[subject.start - 1].kind in _ENDED)
    if subject.end < at:  # "the board also notes"
        return True
    following = tokens[at + 1]
    if following.kind != "word" or following.is_capital or following.lower in _OPENERS:
        return True
    closed = following.lower in BE or following.lower in FORMS or following.lower in PREPOSITIONS
    return tokens[at - 1].is_capital and not closed


def _is_hearsay(tokens: Sequence[Token], at: int) -> bool:
    """ "said to be cursed", "reported to hold": nobody says it."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "to":
        return False
    word = tokens[at + 2]
    is_listener = word.is_capital or word.lower in DETERMINERS or word.lower in GROUPS
    return not is_listener and word.kind == "word" and not word.lower.endswith("s")


def _may_follow(tokens: Sequence[Token], subject: Subject, at: int, form: ReportingForm) -> bool:
    """A base form that is mostly a noun must stand right behind its plural."""
    before = tokens[at - 1]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[subject.start].lower in ("a", "an") or following in ("and", "or"):
        return False
    is_of = following == "of" and form.base not in ("speak", "talk", "warn")
    if is_of or following == "by" or before.lower in PREPOSITIONS:
        return False
    if not form.takes("n"):
        return True
    word = bare(before)
    is_plural = word in _PLURAL_NOUNS or word in _PLURAL_MARKS or word.endswith("s")
    # "data released on Sunday show", "internal documents obtained by the Herald show"
    is_plural |= any(bare(token) in DOCUMENTS for token in tokens[subject.start : at])
    return is_plural and (at + 1 < len(tokens) and tokens[at + 1].kind != "mark")


def _is_plural(tokens: Sequence[Token], subject: Subject, at: int) -> bool:
    """A base form follows a plural: "police say", "officials at the ministry say"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if following in FORMS and FORMS[following].form in ("past", "s"):
        return False
    words = [bare(token) for token in tokens[subject.start : at]]
    if any(word in _PLURAL_MARKS or word in GROUPS or word == "data" for word in words):
        return True
    return any(word.endswith("s") and not word.endswith("ss") for word in words)


def fits(tokens: Sequence[Token], at: int, form: ReportingForm, speaker: Speaker) -> bool:
    """Check what a verb with a second meaning needs on either side to report something."""
    if form.form == "s" and form.takes("n") and not is_singular(speaker):
        return False
    near = tokens[at + 1 : at + 9]
    after = [token.lower for token in near]
    if form.form == "past" and after[:1] in (["as"], ["by"]) and form.base not in _SPOKEN:
        return False
    if not _has_sense(form.base, after, tokens[at + 1 :]):
        return False
    is_naming = form.base == "call" and near[:1] and near[0].kind == "quote"
    if is_naming and not (speaker.is_name or speaker.is_pronoun):
        return False  # "a film called “The Pit”"
    if form.base in _MEANING and not may_speak(speaker):
        return False
    if form.takes("d"):
        is_last = not near or near[0].kind == "mark"
        is_document = speaker.via_document or speaker.head in DOCUMENTS
        return is_last or is_document or "that" in after[:4]
    if form.takes("m"):
        return is_likely(speaker) and _gives_figure(near, form, speaker)
    return True


def _has_sense(base: str, after: Sequence[str], rest: Sequence[Token]) -> bool:
    """Look at the words behind the verb for the sense that reports."""
    following = after[0] if after else ""
    if following in _OTHER_SENSES.get(base, ()):
        return False
    if base == "claim":
        return "that" in after or not _NOT_SAID & set(after)
    if base == "sing":  # what is sung follows as a title
        return not rest or rest[0].kind != "quote"
    if base == "recall":  # "the firm recalled 12,000 cars"
        return not (rest and rest[0].kind == "number") and following not in ("about", "some")
    if base == "point":
        return following == "out"
    if base in ("speak", "talk"):
        return "of" in after[:4] and "," not in after[: after.index("of")]
    if base == "call":
        return "for" in after[:2] or any(token.kind == "quote" for token in rest)
    if base == "describe":
        return "as" in after or any(token.kind == "quote" for token in rest[:8])
    return True


def is_singular(speaker: Speaker) -> bool:
    """ "reports" behind a plural or a thing is a noun."""
    if speaker.is_name or speaker.is_pronoun:
        return speaker.head != "they"
    return speaker.kind in ("person", "organisation", "document")


# Verbs that give a newer figure, and what they then have as an object.
_CHANGES = frozenset(("raise", "lower", "reduce", "increase", "revise", "cut"))
_ESTIMATES = frozenset("toll estimate forecast tally count projection prediction figure".split())
_HARMED = frozenset(
    "dead deaths injured wounded missing victims casualties infected infections cases".split()
)


def _gives_figure(near: Sequence[Token], form: ReportingForm, speaker: Speaker) -> bool:
    after = [token.lower for token in near]
    if form.base in ("put", "place", "value", "rate", "round"):
        return _has_figure(near) or "to" in after[:3] or after[:1] == ["it"]
    if form.base == "count":
        return True
    if form.base in _CHANGES:
        return _changes_figure(after)
    if form.base == "give":
        named = {"figure", "number", "toll", "count", "estimate", "chance", "odds"} & set(after)
        reach = near if speaker.via_document else near[:1]
        is_number = any(token.kind == "number" for token in reach)
        return bool(named) or _has_figure(near) or (speaker.kind in _COUNTERS and is_number)
    return speaker.kind in _COUNTERS


def _changes_figure(after: Sequence[str]) -> bool:
    """ "raised its estimate to 55", "lowered the number of injured to 31": not "its price"."""
    to = after.index("to") if "to" in after else 0
    named = after[:to]
    if _ESTIMATES & set(named):
        return True
    return "number" in named and bool(_HARMED & set(named))


def _has_figure(near: Sequence[Token]) -> bool:
    """ "at 12", "on some 12": not "placed a ban on"."""
    for at, token in enumerate(near[:-1]):
        if token.lower in ("at", "on", "as"):
            return any(t.kind == "number" or t.lower in NUMBERS for t in near[at + 1 : at + 4])
    return False


def may_introduce(tokens: Sequence[Token], at: int) -> bool:
    """ "added that …" and "added: “…”" lead; "added 12 jobs" says nothing."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.text in (":", ","):
        return at + 2 < len(tokens) and tokens[at + 2].kind == "quote"
    return following.lower == "that" or following.kind == "quote"


def may_speak(speaker: Speaker) -> bool:
    """Tell people, bodies and papers from things: "the start of the trial"."""
    return is_likely(speaker) and (speaker.is_name or speaker.kind != "unknown")


def is_likely(speaker: Speaker) -> bool:
    """Doubt nouns of no known kind: "illnesses reported in May were …"."""
    if speaker.is_name or speaker.is_pronoun or speaker.via_document:
        return True
    if speaker.kind == "group":
        is_people = speaker.head in GROUPS or speaker.head.rstrip("s") in _ACTORS
        return is_people or speaker.head.endswith(_PEOPLE)
    return speaker.kind != "unknown" or speaker.determiner != ""
