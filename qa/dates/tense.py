"""Whether the verb beside a date looks back or ahead, by the nearest cue. No tagger, no parser.

"will open on Friday" looks ahead, "opened on Friday" back; where nothing tells, None.
"""

from __future__ import annotations

import re

from qa.dates.expressions import Tense
from qa.dates.words import MOVED

# Characters looked at on each side of a date.
_REACH = 120
_PAST_VERBS = """was were had has have did been said says told came went took met won lost left
fled shot struck hit fell rose held made found broke cut set put gave saw flew began ran rang sent
spoke stood thought wrote drove drew knew grew hurt kept laid led lent paid quit rode sank sold
sought spent spread stole swept swore taught threw understood woke wore became bought brought
built caught chose dealt dug ate felt fought forgot froze got heard hid read sang sat shut slept
spent stuck bound burst cost beat bore bred withdrew overthrew overran sprang swam""".split()
_ALSO_NOUNS = frozenset("cut hit set cost put read spread beat quit hurt saw felt".split())
_SOON_VERBS = """opens begins starts ends closes expires meets votes resumes returns faces hosts
plays launches leaves arrives reopens debuts premieres airs departs concludes""".split()
_INFINITIVES = """be begin start open reopen meet hold vote take leave return resume end close play
face visit arrive travel appear speak discuss decide announce publish release launch sign go give
make strike march protest testify address present deliver hear rule join host attend resign run
fly sail land come become move quit step fight compete debut air premiere unveil submit enter
expire report receive reach stand start gather rally examine consider reveal introduce
pay cut raise lower increase fall rise""".split()
_GOVERNORS = r"""due|set|scheduled|expected|supposed|planned|plans?|likely|slated|meant|about|
poised|bound|agreed|intends?|hopes?|wants?|expects?|vowed|vows|pledged|pledges|promised|threatened|
ordered|decided|ready|invited|asked|urged|told|prepared|preparing|planning|hoping|going|has|have|
is|are|was|were|deadline|until|opportunity|chance|deal|call(?:s|ed)?|appeal(?:s|ed)?|able|
prepares|aims?|needs?|required|obliged|forced|summoned|sworn|used|failed|began|started|managed|
tried|had|continued|refused|went|came""".replace("\n", "")
_LOOKS_BACK = {"used", "failed", "began", "started", "managed", "tried", "had", "continued",
               "refused", "forced", "went", "came"}  # fmt: skip
# Participles that tell of what is to come.
_AHEAD_WORDS = r"""upcoming|forthcoming|scheduled|planned|proposed|expected|
postponed\s+(?:to|until)|delayed\s+(?:to|until)|adjourned\s+(?:to|until)|ahead\s+of|starting|beginning|effective|due|slated|
deadline|kicks?\s+off|takes?\s+effect|comes?\s+into\s+(?:force|effect)|takes?\s+place|
goes\s+on\s+sale|(?:goes?|heads?)\s+to\s+the\s+polls""".replace("\n", "")

# Auxiliaries take their participle with them: "will be held" holds no past verb.
_VERB = r"(?:\s+(?:not|be|being|been|also|only|then|again|soon|now|[a-z]+ly))*\s+[a-z]+"
# After "to": a noun follows, no verb.
_NO_VERB = (
    r"(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|all|any|each|some|more|new|"
    r"both|other|another|as|in|at|about|hospital|court|prison|jail|work|school|power|parliament|"
    r"reporters|journalists|people|safety|talks|one|two|three|four|five)\b"
)
_CUE = re.compile(
    r"\b(?:"
    rf"(?P<perfect>(?:would|could|(?-i:may)|might|should|must)\s+(?:not\s+)?have{_VERB})"
    rf"|(?P<weak>(?:could|(?-i:may)|might|should|must|can)\b(?:{_VERB})?"
    r"|(?:is|are)\s+(?:not\s+)?(?!being\b|going\b|(?:[a-z]+ing\s+to)\b)[a-z]+ing\b)"
    rf"|(?P<future>(?:will|won['’]t|shall|would)\b(?:{_VERB})?|going\s+to\b(?:{_VERB})?"
    rf"|has\s+until|have\s+until"
    rf"|(?:is|are)\s+invited|{_AHEAD_WORDS}|(?:{'|'.join(_SOON_VERBS)})\b)"
    rf"|(?P<governed>(?:{_GOVERNORS})\s+(?:\w+\s+)?to\s+[\"“‘]?(?!{_NO_VERB})(?:be\s+)?[a-z]{{2,}}\b)"
    rf"|(?P<infinitive>to\s+(?:be\s+[a-z]+|{'|'.join(_INFINITIVES)})\b)"
    rf"|(?P<past>(?:{'|'.join(_PAST_VERBS)})\b|(?!(?:need|speed|hundred|indeed|united|embed|"
    r"wicked|sacred|naked|unprecedented)\b)[a-z]{2,}ed\b|(?:after|following)(?=\s+(?:the\s+)?\w+day['’]s))"
    r")|['’]ll\b",
    re.IGNORECASE,
)
_BOUNDARY = re.compile(r"[.!?;:][\"”’]?\s+(?=[\"“‘A-Z])|[\"”]\s+(?=[A-Z])|\n")
# Whoever says it, at the end of a sentence.
_TOLD_BEHIND = re.compile(r",[\"”]?\s(?:according\s+to|(?:[\w.’'-]+\s){1,6}said)\b[^,;]*\Z")
_UNTIL = re.compile(r"\b(?:until|till|starting|beginning|from)\s+(?:on\s+)?\Z", re.IGNORECASE)
_MOVED_TO = re.compile(
    rf"\b{MOVED}\s+(?:[\w’'-]+\s+){{0,10}}?(?:from\s+(?:[\w.]+\s+){{1,4}})?(?:to|until|till|from)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
# "The search, which was to end on Thursday, has been extended."
_WAS_TO = re.compile(r"\b(?:was|were)\s+(?:to|due|planned|scheduled|set)\b", re.IGNORECASE)
_BEEN_MOVED = re.compile(rf"\b(?:has|have)\s+(?:now\s+)?been\s+{MOVED}\b", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\bhad\s+(?:\w+\s+)?been\s+\Z", re.IGNORECASE)
# "Saying Saturday's game will be the last": the day goes with what follows.
_SAYING = re.compile(r"\b(?:saying|said|says)\s+\Z")
_STAYED = re.compile(r"\b(?:lasted|stayed|remained|had|did)\b", re.IGNORECASE)
_THAT = re.compile(
    r"(?:\bthat|[,;:—])\s+(?:on\s+|in\s+)?\Z|\A\s*(?:on\s+|in\s+|by\s+)?\Z", re.IGNORECASE
)


def tense_at(text: str, start: int, end: int) -> Tense | None:
    """Return the tense of the verb that goes with the date at `[start, end)`."""
    left = _clause_before(text, start)
    right = _clause_after(text, end)
    if _MOVED_TO.search(left) or (_WAS_TO.search(left) and _BEEN_MOVED.search(right)):
        return "future"
    if _UNTIL.search(left) and not left.rstrip().endswith("from"):
        return None if _STAYED.search(left) else "future"
    if text[start:end].endswith(("'s", "’s")) and _SAYING.search(left):
        return _first(right)
    before = list(_CUE.finditer(left))
    if not before or _THAT.search(left):
        after = _first(right)
        if after or not before:
            return after
    return _last(before, left)


def _clause_before(text: str, start: int) -> str:
    window = text[max(0, start - _REACH) : start]
    cut = 0
    for boundary in _BOUNDARY.finditer(window):
        cut = boundary.end()
    return window[cut:]


def _clause_after(text: str, end: int) -> str:
    window = text[end : end + _REACH]
    boundary = _BOUNDARY.search(window) or _TOLD_BEHIND.search(window)
    return window[: boundary.start()] if boundary else window


def _first(right: str) -> Tense | None:
    """Return the tense of the first sure cue: "might" and "is facing" are of another clause."""
    for cue in _CUE.finditer(right):
        if cue.lastgroup not in {"infinitive", "weak"}:
            return _tense_of(cue)
    return None


def _last(cues: list[re.Match[str]], left: str) -> Tense | None:
    """Return the tense of the last cue; a bare infinitive after a verb takes the verb's."""
    for at, cue in reversed(list(enumerate(cues))):
        is_noun = at and cue.group().lower() in _ALSO_NOUNS  # "likely to announce a rate cut"
        if cue.lastgroup != "infinitive" and not is_noun:
            return _tense_of(cue)
    return "future"  # a headline: "Ministers to meet on Friday"


def _tense_of(cue: re.Match[str]) -> Tense | None:
    if cue.lastgroup in {"past", "perfect"}:
        return "past"
    if cue.lastgroup == "governed":
        word = cue.group().split()[0].lower()
        if word in ("was", "were"):
            return None  # "was to open on Monday": before or after
        if word in _LOOKS_BACK:
            return "past"
    if _HAD_BEEN.search(cue.string, max(0, cue.start() - _REACH), cue.start()):
        return None  # "had been due to open on Monday": before or after
    return "future"
