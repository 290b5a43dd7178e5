"""Whether a date of a sentence dates the fact of a value, by the words and marks around both.

No parser: words that open a clause, marks that end one, quotations, and nouns that a date
belongs to ("the 2016 election", "a bill passed last week"). Pure; offsets are the sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

# A quotation mark before a word opens, one behind a word or a mark closes.
_QUOTATION = re.compile(r"“[^”]*(?:”|\Z)|(?<!\w)\"(?=\S)[^\"]*(?:\"|\Z)")
_CUT_QUOTATION = re.compile(r"\A[^“”\"]*(?:”|(?<=[\w.,!?])\"(?!\w))")
# Quoted words fewer than this are a title or the writer's own phrase.
_FEW = 4
_ASIDE = re.compile(r"\([^()]*\)|\s[–—-]+\s[^–—]*?\s[–—-]+\s|—[^—]*—")
_COMMA = re.compile(r",(?!\d)")
_FIGURE = (
    r"(?:[$£€]?\d|(?:an?|half|one|two|three|four|five|ten|dozens?|twice|doubled|tripled|halved)\b)"
)
_REPORTING = (
    "saying|claiming|alleging|arguing|adding|warning|accusing|telling|insisting|asserting|stating|"
    "announcing|confirming"
)
_OPENER = re.compile(
    rf"\b(?:than(?!\s+(?:{_FIGURE}|\Z))|(?P<closed>who|whom|whose|which|after|before|whereas|although|"
    r"though|because|if|unless|(?<!the\s)following|despite|ahead\s+of|prior\s+to|until(?!\s+\Z)|"
    r"since\s+(?:he|she|it|they|we|being|(?:the\s+)?\w+\s+(?:\w+ed|began|took|came|won)))|"
    r"while|when|where|as\s+(?:he|she|it|they|we|you|I|the)|"
    r"that|whether|how|why|including|(?:but|yet|so)(?!\s+(?:on|in|at(?!\s+(?:least|most)\b)|with|for|not|only|to|from|of|by)\b)|compared\s+(?:with|to))\b"
    rf"|,\s+behind\b|,?\s+(?:{_REPORTING})\b|;|:(?!\d)|\s[–—-]+\s|—",
    re.IGNORECASE,
)
# "In 2009, when a crash killed 50", "an attack on Monday that killed 18".
_HANGS_ON_DATE = re.compile(
    r"\s*(?:,?\s*(?:when|where|(?:in|during)\s+which)|,?\s+which"
    r"|\s+that(?!\s+(?:he|she|it|they|we|I|you|there|the|an?|this|its|his|her|their|[A-Z])))\b"
)
# "Hit a high last week: 7,000 closed", "reopened on Monday, including the mill".
_SPELT_OUT = re.compile(r":\s+[A-Z\d]|,\s+including\b")
_CLAIMED = re.compile(
    r"\b(?:\w+ed|said|told|found|shows?|says?)\s+(?:(?:on|in|late|early)\s+)*\Z", re.IGNORECASE
)
# "18 people who died on Monday".
_HANGS_ON_VALUE = re.compile(r"(?:\s+[\w-]+){0,3}?\s+(?:who|that|which)\s", re.IGNORECASE)
_IS_FIGURE = re.compile(rf"{_FIGURE}|[\w-]*\d", re.IGNORECASE)

# A participle that a date follows when it describes a noun.
_DESCRIBING = re.compile(
    r"(?<!\bwas|\bhas|\bhad|\bare)(?<!\bwere|\bbeen|\bhave)(?<!\bis|\bbe)\s"
    r"(?P<verb>published|released|issued|posted|dated|announced|set|passed|signed|adopted|conducted|"
    r"unveiled|introduced|enacted|approved|filed|obtained|arrested|seized|captured|recorded|"
    r"reported|launched|founded|built|held|made|taken|written|produced|ordered|imposed|discovered|"
    r"sent|named|elected|appointed|born|kidnapped|abducted|killed|injured|wounded|charged|sold|"
    r"bought|given|found),?\s+(?:(?:on|in|at|by|for|early|late|earlier|back\s+in|just)\s+)*\Z"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being|has|have|had)\s+(?:\w+ly|also|first)\s+\Z"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|that|each|every|no|former)"
    r"|\w['’]s|\ws['’])\s+\Z",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:and|or|to|at|in|on|of|for|with|by|from|is|was|were|are|has|had|will|would|that|who|"
    r"which|when|as|the|an?|after|before|but|because|he|she|they|it|we)\b)[\w“\"]"
)
_WITHIN = re.compile(
    r"\b(?:at|during|throughout|through)\s+(?:(?:the|an?|his|her|its|their|\w+['’]s)\s+)?\Z",
    re.IGNORECASE,
)
# "In Monday's attack", "in the 2016 election", but not "in the 2018 law".
_IN = re.compile(r"\b[Ii]n\s+(?:(?:the|an?|his|her|its|their|\w+['’]s)\s+)?\Z")
_EVENT = re.compile(
    r"(?:['’]s?)?(?:\s+[\w.-]+){0,3}?\s+(?:election|vote|referendum|race|season|finals?|championship|"
    r"playoffs|tournament|census|war|attack|crash|games|olympics|cup|match|draft|coup|earthquake|"
    r"quake|flood|fire|storm|hurricane|raid|shooting|blast)s?\b",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(
    r"(?:['’]s?)?(?:\s+(?!(?:is|was|are|were|be|the|an?|of|in|on|at|to|and|or|for|with|by|from|"
    r"as|has|have|had|will|would|said|that|who|which)\b)[\w.-]+){0,3}\s+[“\"$£€]?\Z"
)
_OF = re.compile(
    r"(?<!\bas)(?<!\bpart)(?<!\bnight)(?<!\bweek)(?<!\bday)\s+of\s+(?:the\s+)?\Z", re.IGNORECASE
)
# "Salt was the best-selling record of 2017".
_EQUALS = re.compile(
    r"['’”\"]?\s+(?:is|was|are|were|became)\s+(?:\w+\s+){0,2}"
    r"(?:most|least|best|worst|first|last|only|top|\w{2,}est)\b[^,;]*\Z"
)
# "$300m in today's money": prices are counted so, and nothing happened then.
_PRICES_BEHIND = re.compile(r"(?:['’]s?)?\s+(?:dollars|money|prices|pounds|euros|terms)\b")
_COMPARED = re.compile(
    r"\b(?:than|versus|vs\.?|compared\s+(?:with|to)|after|before|following|unlike|like|as|ahead\s+of|"
    r"(?:about|into|beyond|against)\s+the)"
    r"\s+(?:(?:in|at|on)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
# Between a value and what describes it: "12 people killed on", "two hits of".
_FEW_WORDS = re.compile(r"['’”\"]?(?:\s+[\w-]+){0,2}")
# "Up 8% from last year", not "doubled from 2010 to 2021".
_FROM = re.compile(
    r"\b(?:up|down|rise|increase|drop|decline|jump|fall|change|higher|lower|more|less|\d%?|percent)"
    r"\b[^,;]{0,30}\bfrom\s+(?:(?:in|at|on)\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
# Behind a value: "…, with Varn taking the flag in 1959", "…, a drop from nine in May".
_ACCOMPANIED = re.compile(r",\s+(?:with|an?\s+(?:[\w-]+\s+){1,3}(?:from|than))\s", re.IGNORECASE)
# "…, and sells 67 million in May": another thing done, with an object of its own.
_NEXT_PREDICATE = re.compile(
    r",\s+and\s+(?:also\s+|now\s+|then\s+)?[a-z]+(?:s|ed)\s+(?:[$£€]?\d|(?:an?|the|its|his|her|their)\b)"
)
# "The 2030 Games will be the 24th": said of the event, whenever that takes place.
_SAID_OF_EVENT = re.compile(
    r"\s+(?:[A-Z][\w'’-]*\s+){1,4}(?:is|are|was|were|will\s+be|would\s+be)\s+(?:the|an?)\s"
)
_RANGE = re.compile(r"\bto\b|\w[-–]\w")
_FIRST_SINCE = re.compile(
    r"\b(?:first|only|last|worst|best|most|least|\w{3,}est|not|never|\w+n['’]t)\b[^;:]{0,60}\Z",
    re.IGNORECASE,
)
# Behind a date in mid-clause another predicate begins: "opened in 2019 and employed 50".
_AND_VERB = re.compile(
    r"\b(?:and|then)\s+(?:\w+ly\s+|also\s+|now\s+)?(?:\w{2,}ed|is|are|was|were|has|have|had|will|"
    r"would|can|could|may|might|must|went|came|took|made|got|gave|left|lost|won|met|ran|sent|said|"
    r"told|began|became|built|bought|brought|sold|paid|led|kept|found|saw|wrote|spent)\b"
)
_RELATIVES = frozenset(("who", "which", "where", "that", "whose"))
# A verb with its auxiliaries, "was hurt", "has been taken".
_FINITE = re.compile(
    r"(?<!to\s)\b(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must)\b"
    r"(?:\s+(?:not|been|being|be|also|\w+ly|\w+ing|\w+ed|\w+en))*"
    r"|went|came|took|made|got|gave|left|lost|won|met|ran|sent|said|told|began|became|led|kept|"
    r"found|saw|fell|rose|held|[a-z]{2,}ed)\b"
)
_FRONTED = re.compile(
    r"(?:\A|[,;:“\"(—]|\b(?:that|but|and|when|where)\s)\W*(?:But|And|Yet|Then)?\s*"
    r"(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Dd]uring|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]ack|[Aa]s\s+of|[Ll]ate|"
    r"[Ee]arly|[Oo]nly|[Aa]lso)\s+)*\Z"
)
# The subject that opens the sentence: "the flood of 1991 killed", "Monday's blast killed".
_SUBJECT = re.compile(
    r"(?:\A\W*|\bthat\s+)(?:(?:The|the|An?|Last)\s+)?(?:[\w-]+\s+){0,2}(?:of\s+(?:the\s+)?)?\Z"
)
_WEAK_BORDER = re.compile(r"\b(?:and|or|then)\b")
# What a border costs, in characters; "and" may begin another clause.
_AND, _PAUSE = 60, 15


def distance(text: str, value: Span, day: Span, days: Sequence[Span]) -> int | None:
    """Return how far a date is from the value in characters, None where it dates another fact.

    `days` are all dates of the sentence: words inside them open no clause.
    """
    bare = _masked(text, (span for span in (*days, value) if span != value or span in days))
    is_before = day[1] <= value[0]
    first, last = (day, value) if is_before else (value, day)
    gap = _ASIDE.sub(" ", bare[first[1] : last[0]])
    if _is_quoted_apart(text, value, day) or _is_of_another(text, value, day):
        return None
    if not is_before and (_ACCOMPANIED.search(gap) or _NEXT_PREDICATE.search(gap)):
        return None
    openers = list(_OPENER.finditer(gap))
    is_past = is_before and _FRONTED.search(text[: day[0]]) and _is_over(gap, openers)
    if openers and not is_past and not (len(openers) == 1 and _hangs(text, value, day, gap)):
        return None
    if not openers and _COMMA.search(gap) and _is_in_clause(bare, first):
        return None
    if is_before and _AND_VERB.search(gap) and not _FRONTED.search(text[: day[0]]):
        return None
    borders = len(_WEAK_BORDER.findall(gap)) * _AND + len(_COMMA.findall(gap)) * _PAUSE
    return len(gap) + borders


def _masked(text: str, spans: Iterator[Span]) -> str:
    for start, end in spans:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _hangs(text: str, value: Span, day: Span, gap: str) -> bool:
    """Tell whether the clause opened between them describes the first of both."""
    if value[0] < day[0]:
        is_counted = _IS_FIGURE.match(text, *value)
        return bool(is_counted and _HANGS_ON_VALUE.match(gap) and not _COMMA.search(gap))
    if _SPELT_OUT.search(gap):
        return True
    hung = _HANGS_ON_DATE.match(gap)
    if hung is None:
        return False
    return not (hung.group().endswith("that") and _CLAIMED.search(text[: day[0]]))


def _is_over(gap: str, openers: Sequence[re.Match[str]]) -> bool:
    """Tell whether a relative clause ended and the main one goes on: "a man who fled said"."""
    if len(openers) != 1 or openers[0].group().lower() not in _RELATIVES:
        return False
    return len(_FINITE.findall(gap, openers[0].end())) == 2


def _is_in_clause(bare: str, span: Span) -> bool:
    """Tell whether a span lies in a subordinate clause, which the next comma ends.

    "After two days" opens none: a verb must fit between its first word and the span.
    """
    start = 0
    for comma in _COMMA.finditer(bare, 0, span[0]):
        start = comma.end()
    openers = [m for m in _OPENER.finditer(bare, start, span[0]) if m["closed"]]
    return bool(openers) and len(bare[openers[-1].start() : span[0]].split()) >= 3


def _is_quoted_apart(text: str, value: Span, day: Span) -> bool:
    """Tell whether one stands inside a quoted sentence and the other does not."""
    for quotation in _quotations(text):
        start, end = quotation.span()
        inner = quotation.group().strip('“”" ')
        words = inner.count(" ") + 1
        if words < _FEW or (words < _FEW + 2 and inner[-1:] not in ",.!?…"):
            continue
        if (start <= value[0] < end) != (start <= day[0] < end):
            return True
    return False


def _quotations(text: str) -> Iterator[re.Match[str]]:
    begin = 0
    cut = _CUT_QUOTATION.match(text)
    if cut and ("”" in cut.group() or text.count('"') % 2):
        yield cut
        begin = cut.end()
    yield from _QUOTATION.finditer(text, begin)


def _is_of_another(text: str, value: Span, day: Span) -> bool:
    """Tell whether a date belongs to a noun, a comparison or a record, not to the clause."""
    before, words, behind = text[: day[0]], text[slice(*day)], text[day[1] :]
    if words[:5].lower() == "since":
        return bool(_FIRST_SINCE.search(before)) and not _HANGS_ON_DATE.match(behind)
    if _PRICES_BEHIND.match(behind):
        return True
    is_subject = day[1] <= value[0] and _SUBJECT.search(before)
    if is_subject and words.isdigit() and _SAID_OF_EVENT.match(behind):
        return True
    is_range = _RANGE.search(words)
    if _COMPARED.search(before[-60:]) or (_FROM.search(before[-60:]) and not is_range):
        return True
    of = _OF.search(before)
    if of:
        is_told = _leads_to(before, value[1], of.start()) or _EQUALS.match(before, value[1])
        return not (is_told or is_subject)
    described = _DESCRIBING.search(before)
    if described and not _PASSIVE.search(before[: described.start("verb")]):
        return not _leads_to(before, value[1], described.start())
    if not _is_attributive(before, words, behind):
        return False
    in_phrase = day[1] <= value[0] and _SAME_PHRASE.match(text[day[1] : value[0]])
    in_event = _IN.search(before) and (not words[:4].isdigit() or _EVENT.match(behind))
    return not (in_phrase or is_subject or in_event or _WITHIN.search(before))


def _leads_to(text: str, value_end: int, at: int) -> bool:
    return value_end <= at and bool(_FEW_WORDS.fullmatch(text, value_end, at))


def _is_attributive(before: str, words: str, behind: str) -> bool:
    if words.endswith(("'s", "’s", "s'", "s’")) or behind.startswith(("'s", "’s", "' ", "’ ")):
        return True
    if words[-4:].isdigit():
        behind = behind.removeprefix(",")  # "the 3 May, 2021, draw"
    is_named = _DETERMINER.search(before) and not words.lower().startswith(("the ", "last "))
    return bool(is_named and _NOUN_BEHIND.match(behind))
