"""Text to sentences: half-open code-point spans. Pure, linear time, English rules.

Each stop (`.`, `!`, `?`, `…`) is judged by the word before it and the word after it,
both looked at through a window of fixed size. Does not know about articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.abbreviations import (
    AFTER_TIMES,
    AMBIGUOUS_NAMES,
    AMBIGUOUS_WORDS,
    BEFORE_NUMBERS,
    ENDINGS,
    NAMES_WITH_A_MARK,
    STARTERS,
    TIMES_OF_DAY,
    TITLES,
)
from index.paragraphs import BULLETS, Span, split_paragraphs

# Characters looked at on each side of a stop; no abbreviation is longer.
WINDOW = 48

_SPACE = r"\s\u200b\u2060\ufeff"
# A run of stops, the quotes and brackets that close after it, reference marks, the gap.
_STOP = re.compile(
    rf"(?P<stop>[.!?…]+|[。！？])(?P<closers>[\"'”’»)\]]*(?:\[\d{{1,3}}\])*)(?P<gap>[{_SPACE}]*)"
    rf"|(?<=[{_SPACE}])(?P<bullet>[{BULLETS}])(?=[{_SPACE}])"
)
_LONE_CLOSER = re.compile(rf"[”»](?=[{_SPACE}])")
_WORD_BEFORE = re.compile(rf"[^{_SPACE}\"'“”‘’«»()\[\]—]*\Z")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENERS = re.compile(r"[\"'“‘«(\[¿¡–—-]{0,4}\s?")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")
_ITEM_MARK = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\Z")
_ADDRESS = re.compile(r"://|www\.|@|/.*\.|\..*/", re.IGNORECASE)
_SPEAKER_SAYS = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}\s){1,4}(?:said|says|asked|asks|wrote|told|tweeted|added|replied)\b"
)
_WEB_ADDRESS = re.compile(r"https?://|www\.")
_DOMAIN = re.compile(r"[\w-]+\.([A-Za-z]{2,6})\b")
_GOES_ON = frozenset(",;:.!?)]}%&/|=+*")


def split_sentences(text: str) -> list[Span]:
    """Return spans in order, without overlap or outer white space, that cover the text.

    >>> split_sentences("Mr. Li left.He won. ")
    [(0, 12), (12, 19)]
    """
    sentences: list[Span] = []
    for start, end in split_paragraphs(text):
        for cut in _cuts(text, start, end):
            sentences.append((start, cut))
            start = _skip_space(text, cut, end)
        sentences.append((start, end))
    return sentences


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end inside one paragraph; its own end is left out."""
    counted, quotes = start, 0
    for match in _STOP.finditer(text, start, end):
        if match.end() == end:
            return
        quotes += text.count('"', counted, match.start())
        counted = match.start()
        if match["bullet"]:
            cut = start + len(text[start : match.start()].rstrip())
        elif match["gap"]:
            cut = _cut_before_gap(text, match, start, end)
        else:
            cut = _cut_in_glue(text, match, start, end, quote_is_open=quotes % 2 == 1)
        if start < cut < end:
            yield cut
            start = _skip_space(text, cut, end)


def _cut_before_gap(text: str, match: re.Match[str], start: int, end: int) -> int:
    """The end of the sentence that a stop with white space after it closes, or -1."""
    cut, after = match.end("closers"), match.end()
    if _LONE_CLOSER.match(text, after, end):
        cut = after + 1
        after = _skip_space(text, cut, end)
    return cut if _ends_at_gap(text, match, start, after, end) else -1


def _ends_at_gap(text: str, match: re.Match[str], start: int, after: int, end: int) -> bool:
    opened = _OPENERS.match(text, after, end)
    first = opened.end() if opened else after
    if first >= end or text[first] in _GOES_ON:
        return False
    word, next_word = _word_before(text, start, match.start()), _word_after(text, first, end)
    if text[first].islower() and not _may_begin(text, first, next_word):
        return False
    stop = match["stop"]
    if "!" in stop or "?" in stop:
        is_name = word.lower() in NAMES_WITH_A_MARK and not match["closers"]
        says = match["closers"] and _SPEAKER_SAYS.match(text, first, min(end, first + 4 * WINDOW))
        return not says and (not is_name or next_word.lower() in STARTERS)
    if stop != ".":
        return True
    if _is_item_mark(word, match, start):
        return False
    is_whole_word = not text.startswith(".", first + len(next_word))
    return _ends_after(word, next_word, next_word.lower() in STARTERS and is_whole_word)


def _may_begin(text: str, first: int, next_word: str) -> bool:
    """Whether a small letter may begin a sentence: "iPhone", a web address."""
    return next_word[1:2].isupper() or _WEB_ADDRESS.match(text, first) is not None


def _ends_after(word: str, next_word: str, is_starter: bool) -> bool:
    """Whether a single full stop after `word` ends a sentence before `next_word`."""
    lower = word.lower()
    if lower.strip("-") not in TITLES:
        lower = re.split(r"[-/]", lower)[-1]
    if next_word[:1].isdigit():
        return not (_is_abbreviation(word, lower) or lower in BEFORE_NUMBERS)
    if lower in TITLES:
        return word[:1].islower() and is_starter
    if lower in TIMES_OF_DAY:
        return next_word.lower() not in AFTER_TIMES
    return is_starter or not _is_abbreviation(word, lower)


def _is_abbreviation(word: str, lower: str) -> bool:
    """Whether `word` is an initial or is listed; `lower` is its last part."""
    if len(lower) == 1 or _DOTTED.search(word):
        return word[-1:].isupper() or "." in word
    if lower in AMBIGUOUS_NAMES:
        return word[-len(lower)].isupper()
    return lower in TITLES or lower in AMBIGUOUS_WORDS


def _cut_in_glue(text: str, match: re.Match[str], start: int, end: int, quote_is_open: bool) -> int:
    """The end of the sentence that a stop with no white space after it closes, or -1."""
    stop, closers, cut = match["stop"], match["closers"], match.end()
    if stop in "。！？":
        return cut
    if closers == '"' and not quote_is_open:
        cut, closers = match.end("stop"), ""
    first = match.end() + (text[match.end()] in "“‘«([")
    word, next_word = _word_before(text, start, match.start()), _word_after(text, first, end)
    is_marked = bool(closers) or first > cut
    if not _may_be_glued(word, next_word, is_marked):
        return -1
    if _is_item_mark(word, match, start) or _is_in_address(text, match, start, end):
        return -1
    if stop == "." and not _ends_after(word, next_word, next_word.lower() in STARTERS):
        return -1
    return cut


def _may_be_glued(word: str, next_word: str, is_marked: bool) -> bool:
    """Whether two words with only a stop between them look like end and beginning.

    `is_marked` says that a quote or bracket stands between them as well.
    """
    lower = next_word.lower()
    if not next_word or (lower in ENDINGS and lower not in STARTERS):
        return False
    if next_word[0].isdigit():
        return is_marked or (len(word) >= 4 and word.isalpha() and word.islower())
    if not next_word[0].isupper() or (len(next_word) == 1 and lower not in STARTERS):
        return False
    if is_marked or (len(word) > 1 and word[-1].islower()):
        return True
    return len(next_word) > 1 and (word[-1:].isdigit() or (len(word) > 1 and lower in STARTERS))


def _is_in_address(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the stop stands inside a web address, a mail address or a file's path."""
    before = text[max(start, match.start() - WINDOW) : match.end()].split()
    after = text[match.end() : min(end, match.end() + WINDOW)].split(None, 1)
    domain = _DOMAIN.match(after[0])
    if domain and domain[1].lower() in ENDINGS:
        return True
    return _ADDRESS.search((before[-1] if before else "") + after[0]) is not None


def _is_item_mark(word: str, match: re.Match[str], start: int) -> bool:
    """Whether the stop belongs to "1." or "b." at the head of a list item."""
    return match.start() - start == len(word) and _ITEM_MARK.match(word) is not None


def _word_before(text: str, start: int, stop: int) -> str:
    found = _WORD_BEFORE.search(text[max(start, stop - WINDOW) : stop])
    return found.group() if found else ""


def _word_after(text: str, first: int, end: int) -> str:
    found = _WORD_AFTER.match(text, first, min(end, first + WINDOW))
    return found.group() if found else ""
