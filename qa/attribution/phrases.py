"""Find where the noun phrase beside a cue begins and ends. Tables and commas, no parser.

All functions work on the tokens of one unit (a sentence with its quotations folded) and speak
of token indices, half-open. They do not look at what the words mean beyond `words` and `roles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.attribution.names import bare, capital_run, find_name
from qa.attribution.roles import BODIES, GROUPS, PLACES, ROLES
from qa.attribution.timing import match_when
from qa.attribution.tokens import Token
from qa.attribution.verbs import FORMS
from qa.attribution.words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BE,
    CLAUSE_OPENERS,
    DETERMINERS,
    FINITE,
    FIRST_PERSONS,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    WEEKDAYS,
)

# "an official who spoke on condition of anonymity" goes on describing him.
_NO_REPORT = frozenset(("ask", "demand", "speak", "talk", "call"))
HARD_MARKS = frozenset((";", ":", "—", "–", "--", "-", ".", "!", "?", "…", "...", "|", "•"))

DASHES = frozenset(("—", "–", "--", "-"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The tokens `[start, end)` of a subject; `name` is an apposed name with its own edges."""

    start: int
    end: int
    name: tuple[int, int] | None = None


def is_closed_quote(token: Token) -> bool:
    """Say whether a quotation is a clause of its own: it ends in a mark or is long."""
    inner = token.text.strip("\"'“”‘’«»„ ")
    return token.kind == "quote" and (inner[-1:] in tuple(",.!?…—-") or inner.count(" ") >= 7)


def is_boundary(token: Token) -> bool:
    """True for a mark or quotation that no noun phrase runs across; a comma is not one."""
    return token.text in HARD_MARKS if token.kind == "mark" else is_closed_quote(token)


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is a finite verb, as far as the words beside it tell."""
    token = tokens[at]
    if token.kind != "word":
        return False
    before = tokens[at - 1].lower if at else ""
    if token.lower in AUXILIARIES:
        return True
    if before in DETERMINERS or before in PREPOSITIONS or before == "to":
        return False
    if token.lower in FINITE:
        return not token.is_capital or at == 0
    return _is_past(tokens, at, before)


def _is_past(tokens: Sequence[Token], at: int, before: str) -> bool:
    """A word in -ed with a noun before it and no noun after it."""
    token = tokens[at]
    if not token.lower.endswith("ed") or token.is_capital or len(token.lower) < 5:
        return False
    if before in CLAUSE_OPENERS or before in BE or before in ("", ",", "and", "or"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != "word":
        return True
    if tokens[at - 1].is_capital or before in PRONOUNS or before in ROLES | BODIES | GROUPS:
        return True
    open_word = following.is_capital or following.lower in DETERMINERS
    return (
        open_word
        or following.lower in PREPOSITIONS
        or following.lower
        in (ADVERBS | PRONOUNS | {"him", "them", "me", "us", "when", "as", "that", "and", "before"})
    )


def has_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether `[start, end)` holds a finite verb outside relative clauses."""
    return any(is_finite(tokens, at) for at in range(start, end))


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind the last hard boundary before `at`."""
    while at > 0 and not is_boundary(tokens[at - 1]):
        at -= 1
    return at


def skip_left(text: str, tokens: Sequence[Token], at: int) -> int:
    """Step left over what stands between a subject and its verb: "also", "has", "on Monday"."""
    while at > 0:
        word = tokens[at - 1].lower
        if (
            word in HAVE
            or word in ADVERBS
            or word in ("both", "all")
            or (word.endswith("ly") and word != "family")
        ):
            at -= 1
            continue
        start = _time_before(text, tokens, at)
        if start == at:
            return at
        at = start
    return at


def _time_before(text: str, tokens: Sequence[Token], at: int) -> int:
    for start in range(max(0, at - 5), at):
        if match_when(text, tokens, start) == at and not _is_name_part(tokens, start, at):
            return start
    return at


def _is_name_part(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Keep "Black Friday" and a bare month ("May said") as names."""
    one = end == start + 1
    if not one:
        return False
    return bare(tokens[start]) not in WEEKDAYS | {"yesterday", "today", "tonight", "overnight"}


def subject_before(text: str, tokens: Sequence[Token], verb: int) -> Subject | None:
    """Return the subject that ends before the verb, None if the verb has none of its own."""
    end = skip_left(text, tokens, verb)
    if end == 0 or (is_boundary(tokens[end - 1]) and tokens[end - 1].text not in DASHES):
        return None
    last = tokens[end - 1]
    if last.text in DASHES:
        return _across_dash(text, tokens, end - 1)
    if last.text == ",":
        return _across_comma(text, tokens, end - 1)
    if last.lower in RELATIVES and last.lower != "that":
        return _antecedent(text, tokens, end - 1)
    if last.lower in ("and", "or", "but", "then", "as") or last.kind == "mark":
        return None
    if last.lower in PRONOUNS or last.lower in FIRST_PERSONS:
        return Subject(end - 1, end)
    start = left_edge(text, tokens, end)
    if _is_clause(tokens, start, end):
        return None
    return _described(text, tokens, start, end) or Subject(start, end)


def _described(text: str, tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """ "Arthur Kaplan, head of the school called": the second comma is missing."""
    if start < 2 or tokens[start - 1].text != "," or tokens[start].lower in DETERMINERS:
        return None
    if tokens[start].is_capital or not _is_role(tokens, start, end):
        return None
    name_start = _segment_start(tokens, start - 1)
    if not _is_name(tokens, name_start, start - 1) or start - 1 - name_start < 2:
        return None
    return Subject(left_edge(text, tokens, start - 1), start - 1)


def _across_dash(text: str, tokens: Sequence[Token], dash: int) -> Subject | None:
    """ "a team at the institute – some of whom … – reported"."""
    for opening in range(dash - 2, max(0, dash - 30), -1):
        if tokens[opening].text == tokens[dash].text:
            start = left_edge(text, tokens, opening)
            is_phrase = start < opening and not _is_clause(tokens, start, opening)
            return Subject(start, opening) if is_phrase else None
        if tokens[opening].kind == "quote":
            return None
    return None


def _is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "who had seen the states", "the league will increase said games": no noun phrase."""
    if tokens[start].lower in RELATIVES:
        return True
    for at in range(start, end):
        if tokens[at].lower in RELATIVES:
            return False
        form = FORMS.get(tokens[at].lower)
        is_told = (
            form is not None
            and form.form == "past"
            and (tokens[at].lower in FINITE or _opens_phrase(tokens, at + 1))
        )
        if tokens[at].lower in AUXILIARIES or (is_told and at > start):
            return True
    return False


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at] if at < len(tokens) else None
    return token is not None and (token.kind == "number" or token.lower in DETERMINERS)


def _antecedent(text: str, tokens: Sequence[Token], who: int) -> Subject | None:
    end = who
    while end > 0 and tokens[end - 1].text == ",":
        end -= 1
    if end == 0 or is_boundary(tokens[end - 1]):
        return None
    return _appositive(text, tokens, end) or Subject(phrase_start(tokens, end), end)


def phrase_start(tokens: Sequence[Token], end: int) -> int:
    """Step back to the start of the noun phrase that ends at `end`, "of" phrases included."""
    at = end
    while at > 0:
        word = tokens[at - 1]
        if word.kind in ("mark", "quote") or word.lower in CLAUSE_OPENERS | RELATIVES | {"and"}:
            break
        if word.lower in PREPOSITIONS and word.lower not in ("of", "for"):
            break
        is_verb = is_finite(tokens, at - 1) or (word.lower in FORMS and not word.is_capital)
        if at < end and is_verb:
            break
        at -= 1
        if word.lower in DETERMINERS and not (at and tokens[at - 1].lower in ("of", "for")):
            break
    return at if at < end else end - 1


def left_edge(text: str, tokens: Sequence[Token], end: int) -> int:
    """Return where the subject that ends at `end` begins, back to a comma at most."""
    floor = end
    while floor > 0 and tokens[floor - 1].text != "," and not is_boundary(tokens[floor - 1]):
        floor -= 1
    start = _after_opener(tokens, floor, end)
    return _after_intro(text, tokens, start, end)


def _after_opener(tokens: Sequence[Token], floor: int, end: int) -> int:
    """Cut at the last word that opens a clause of its own."""
    for at in range(end - 2, floor - 1, -1):
        word = tokens[at].lower
        if word in RELATIVES:
            if not (is_finite(tokens, at + 1) or tokens[at + 1].lower in FORMS):
                return at + 1
            return _before_relative(tokens, floor, at)
        if word in CLAUSE_OPENERS and at + 1 < end:
            return at + 1
        if word in ("and", "or") and has_finite(tokens, floor, at):
            return at + 1
        if tokens[at].kind == "word" and _cuts(tokens, at, end):
            if not any(token.lower in RELATIVES for token in tokens[floor:at]):
                return at + 1
    return floor


def _before_relative(tokens: Sequence[Token], floor: int, who: int) -> int:
    """Find the start of the noun that a relative clause inside the subject belongs to."""
    return _after_opener(tokens, floor, who + 1) if who > floor else floor


def _cuts(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A finite verb before a new noun phrase: "we know | the mayor said"."""
    if at + 1 >= end or not is_finite(tokens, at):
        return False
    following = tokens[at + 1]
    if tokens[at].lower in BE and following.is_capital:
        return True
    return (
        following.lower in ARTICLES
        or following.lower in POSSESSIVES
        or (
            tokens[at].lower in FORMS
            and following.kind == "word"
            and following.lower not in PREPOSITIONS
        )
    )


def _after_intro(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave off what comes before the subject without a comma: "On Tuesday", "But"."""
    while start < end - 1:
        word = tokens[start].lower
        after = match_when(text, tokens, start)
        if start < after < end:
            start = after
        elif word in ADVERBS or word in CLAUSE_OPENERS or word in ("and", "or", "that"):
            start += 1
        elif word.endswith("ly") and tokens[start + 1].kind == "word" and word != "family":
            start += 1
        else:
            break
    if start < end - 2 and tokens[start].lower in PREPOSITIONS:
        return _after_preposition(tokens, start, end)
    return start


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> int:
    for at in range(end - 1, start + 1, -1):
        if tokens[at].lower in DETERMINERS and tokens[at - 1].lower not in PREPOSITIONS:
            return at
    run = capital_run(tokens[:end], start + 1)
    return run if start + 1 < run < end else start


def _across_comma(text: str, tokens: Sequence[Token], comma: int) -> Subject | None:
    """Find the subject of a verb with a comma before it: an insertion stands between."""
    end = comma
    for _ in range(5):
        start = _segment_start(tokens, end)
        if start == end:
            return None
        if start == 0 or tokens[start - 1].text != ",":
            if _is_insertion(text, tokens, start, end):
                return None
            return Subject(left_edge(text, tokens, end), end)
        apposed = _apposed(text, tokens, start, end)
        if apposed is not None:
            return apposed
        if not _is_insertion(text, tokens, start, end) and not _is_role(tokens, start, end):
            return Subject(left_edge(text, tokens, end), end)
        if tokens[start].lower == "by" and start > 1:  # "the audit, by the firm X, found"
            return Subject(left_edge(text, tokens, start - 1), end)
        end = start - 1
    return None


def _segment_start(tokens: Sequence[Token], end: int) -> int:
    while end > 0 and tokens[end - 1].text != "," and not is_boundary(tokens[end - 1]):
        end -= 1
    return end


def _apposed(text: str, tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """Read "the city's mayor, Maria Lopez" when a name fills the segment `[start, end)`."""
    name_end = capital_run(tokens[:end], start)
    has_place = name_end < end and tokens[name_end].lower in ("of", "from")
    if not (has_place and name_end - start > 1):  # "Sen. Ada Frey of Illinois"
        name_end = end
    if not _is_name(tokens, start, name_end) or start < 2:
        return None
    head_end = start - 1
    if is_boundary(tokens[head_end - 1]):
        return None
    head_start = left_edge(text, tokens, head_end)
    if not _can_be_apposed(tokens, head_start, head_end, start, name_end):
        return None
    return Subject(head_start, end, (start, name_end))


def _appositive(text: str, tokens: Sequence[Token], end: int) -> Subject | None:
    """The same for a phrase that ends at `end`, anywhere in a sentence."""
    start = _segment_start(tokens, end)
    if start and tokens[start - 1].text == ",":
        return _apposed(text, tokens, start, end)
    return None


def _can_be_apposed(
    tokens: Sequence[Token], head_start: int, head_end: int, start: int, end: int
) -> bool:
    words = [bare(token) for token in tokens[start:end]]
    if " ".join(words) in PLACES:
        return False
    head = tokens[head_start:head_end]
    nouns = [bare(token) for token in head]
    if has_finite(tokens, head_start, head_end):
        return False
    is_role = any(noun in ROLES or noun in BODIES for noun in nouns) and nouns[-1] not in GROUPS
    if end - start == 1 and head[-1].is_capital:
        return is_role and any(noun in ROLES for noun in nouns) and not words[0].isupper()
    return is_role or not head[-1].is_capital


def _is_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment is a name and nothing else (an age in brackets may follow)."""
    run = capital_run(tokens[:end], start)
    while run < end and tokens[run].kind == "aside":
        run += 1
    if run != end or start == end or _is_party(tokens[start]):
        return False
    return bare(tokens[end - 1]) not in ("jr", "sr", "iii")


def _is_role(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment describes whoever comes before: "the city's mayor"."""
    if tokens[start].lower in ARTICLES or tokens[start].lower in POSSESSIVES:
        return True
    if end - start > 1 and _is_name(tokens, start, end):
        return False
    for at in range(start, end):
        if tokens[at].lower in PREPOSITIONS or tokens[at].lower in RELATIVES:
            break
        if bare(tokens[at]) in ROLES:
            return not is_finite(tokens, at)
    return any(token.is_possessive for token in tokens[start:end])


def _is_insertion(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """Say whether the segment only adds to what comes before: an age, "who …", "in Velo"."""
    first = tokens[start]
    if first.kind in ("number", "aside") or first.lower in RELATIVES:
        return True
    if first.lower in PREPOSITIONS or first.lower in ADVERBS or first.lower.endswith("ly"):
        return True
    if first.lower.endswith(("ing", "ed")) and not first.is_capital:
        return True
    if match_when(text, tokens, start) == end or bare(first) in ("jr", "sr", "iii"):
        return True
    if not first.is_capital and first.lower not in DETERMINERS and start > 1:
        if tokens[start - 2].is_capital and not _is_role(tokens, start, end):
            return True  # "Indiana, eager to return,"
    words = " ".join(bare(token) for token in tokens[start:end])
    return words in PLACES or _is_party(first) or _is_place_after_place(tokens, start, end)


def _is_party(token: Token) -> bool:
    """ "R-Texas" behind a member's name."""
    return len(token.text) > 2 and token.text[1] == "-" and token.text[0].isupper()


def _is_place_after_place(tokens: Sequence[Token], start: int, end: int) -> bool:
    """ "police in Kettwil, Sorn, said": one capitalised word after a capitalised one."""
    if end - start != 1 or not tokens[start].is_capital or start < 3:
        return False
    before = tokens[start - 2]
    return before.is_capital and any(
        token.lower in ("in", "of", "from", "at", "near") for token in tokens[start - 5 : start - 2]
    )


def right_edge(text: str, tokens: Sequence[Token], start: int) -> int:
    """Return where the noun phrase that starts at `start` ends, at a mark at the latest."""
    at = start
    has_clause = False
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "mark" or is_closed_quote(token):
            break
        after = match_when(text, tokens, at)
        if at < after < len(tokens) and tokens[after].lower in ("by", "from"):
            at = after  # "a report released on Tuesday by X"
            continue
        if at > start and (token.kind == "quote" or after > at):
            break
        if at > start and _ends_right(tokens, start, at, has_clause):
            break
        has_clause = has_clause or token.lower in RELATIVES
        at += 1
    return at


def _ends_right(tokens: Sequence[Token], start: int, at: int, has_clause: bool) -> bool:
    word = tokens[at].lower
    if word in CLAUSE_OPENERS and word not in ("after", "before", "than"):
        return True
    if word in PRONOUNS or word in ("there", "we", "i"):
        return not has_clause
    if word in ("who", "which", "that"):
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        says = following in FORMS and FORMS[following].base not in _NO_REPORT
        return says or find_name(tokens[start:at], False) is not None
    if word == "to" and not _is_object(tokens, at + 1):
        return True
    if word in ("at", "to", "on") and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        return True
    if word in PREPOSITIONS:
        return _starts_circumstance(tokens, start, at)
    if word in ("told", "during") or (word in FORMS and word in FINITE):
        return not has_clause
    return not has_clause and word in AUXILIARIES and word not in ("to",)


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    """Tell "close to the board" from "thought to have made"."""
    if at >= len(tokens):
        return False
    word = tokens[at]
    is_noun = word.is_capital or word.kind == "number" or word.lower in GROUPS
    return is_noun or word.lower in DETERMINERS or word.lower.endswith("s")


def _starts_circumstance(tokens: Sequence[Token], start: int, at: int) -> bool:
    """ "in a statement", "at a rally": says how it was said, not who."""
    following = [token.lower for token in tokens[at + 1 : at + 4]]
    if any(word.rstrip("s") in _OCCASIONS for word in following):
        return tokens[at].lower not in ("of", "for")
    return tokens[at].lower == "during"


_OCCASIONS = frozenset(
    "statement interview conference briefing email e-mail letter tweet post report speech "
    "broadcast address rally hearing telephone phone reporter message video press radio "
    "television text note memo release call podcast blog article book trial".split()
)


def apposed_after(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Find the name apposed behind a role: "the caretaker, Josip Baric".

    The name must fill the stretch between two commas or up to the end.
    """
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    run = capital_run(tokens, end + 1)
    if run == end + 1 or bare(tokens[end - 1]) in GROUPS:
        return None
    if find_name(tokens[start:end], start == 0) is not None:
        return None
    closes = run >= len(tokens) or tokens[run].kind in ("mark", "quote")
    nouns = [bare(token) for token in tokens[start:end]]
    is_role = any(noun in ROLES or noun in BODIES for noun in nouns) or nouns[-1].endswith("er")
    if not closes or not is_role or " ".join(map(bare, tokens[end + 1 : run])) in PLACES:
        return None
    return end + 1, run
