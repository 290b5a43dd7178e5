"""The noun that a figure counts: "37 of its nurses" counts nurses, "seven dead" people.

Rules over word shapes, no tagger: an English plural ends in -s or stands in a short list.
Does not know measures or money.
"""

from __future__ import annotations

import re

_IRREGULAR_PLURALS = frozenset(
    """people men women children fish sheep species aircraft troops personnel cattle geese feet
    teeth mice lives staff crew deer bacteria livestock police folk oxen data media youth
    spacecraft hovercraft salmon trout squid shrimp bison swine poultry data elite Chinese
    Japanese Vietnamese Portuguese Lebanese Sudanese Taiwanese Burmese Swiss French British
    Irish Dutch English Spanish Scottish Welsh infantry cavalry mercenaries crossings evacuees
    refugees employees trainees nominees attendees detainees parolees retirees pence""".split()
)
_PLURAL_OF = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives",
    "foot": "feet", "mouse": "mice", "tooth": "teeth", "wife": "wives", "knife": "knives",
    "wolf": "wolves", "leaf": "leaves", "half": "halves", "loaf": "loaves", "thief": "thieves",
}  # fmt: skip
# They end in -s or look like nouns, and are neither plural nor counted.
_NOT_PLURAL = frozenset(
    """as is was has does this its us his across plus less perhaps always yes thus besides
    towards afterwards yours hers ours theirs unless whereas sometimes upwards downwards
    nevertheless regardless amongst various gas bus chaos mars texas says goes makes gives comes
    wants seems means remains includes tells adds hundreds thousands millions billions dozens
    scores""".split()
)
# Plurals that stand before the head noun: "five sports clubs".
_MODIFYING_PLURALS = frozenset(
    "sports arms sales news systems customs goods savings communications operations human rights "
    "armed public relations women's men's children's veterans' nurses' teachers'".split()
)
# What a bare adjective or participle counts when no noun follows it.
PERSON_ADJECTIVES = frozenset(
    """dead wounded injured hurt missing killed displaced homeless arrested detained trapped
    unaccounted infected hospitalised hospitalized stranded unemployed jobless rescued
    fatally others more""".split()
)
_ADJECTIVES = frozenset(
    """most handwritten popular similar regular particular spectacular
    new old young big small large little huge tiny great good bad best worst high low long
    short more other others further additional extra different separate same own several many
    few such fresh further foreign local national international regional central federal
    military civil civilian senior junior top chief main major minor key leading known unknown
    dead fake real false true free full empty open public private common rare wild poor rich
    serious severe fatal deadly heavy light strong weak hot cold warm dry wet black white red
    green blue brown grey gray yellow western eastern northern southern north south east west
    male female elderly adult teenage pregnant healthy sick ill former future past present
    current previous last first second third final total whole entire single double triple
    consecutive straight successive different possible likely suspected alleged illegal legal
    political religious economic social medical nuclear commercial domestic residential rural
    urban suburban wooden golden modern ancient historic classic early late nearby remote
    further mere potential eligible innocent unarmed armed masked innocent hostile loyal
    pro-government anti-government registered confirmed probable brand-new full-time part-time
    valid invalid so-called extra bare loose giant rapid secret special specific famous ordinary
    average regular irregular temporary permanent live odd even spare stray mostly mainly newly
    badly seriously critically highly fully nearly about almost around roughly""".split()
)
_ADJECTIVE_ENDINGS = re.compile(
    r"(?:ed|ing|ous|ive|ful|less|able|ible|ical|ial|ic|ish|ese|ary|ern|an|al|ly|ant|ent|est)\Z"
)
# Nouns with such endings that do make a compound: "building sites", "police cars".
_NOUNS_LIKE_ADJECTIVES = frozenset(
    """building parking shipping mining training polling cooking voting housing banking fishing
    hospital government police animal metal music traffic election parent student patient agent
    accident investment apartment department employment parliament human warning landing
    shopping swimming meeting wedding hearing terminal rental oil coal capital plastic fabric
    clinic plant tenant restaurant equipment event signal mineral""".split()
)
_STEP = re.compile(
    r"(?:,\s+|[\s\u00a0]+(?:and\s+)?)(?:[\"“‘(]\s?)?"
    r"((?:[A-Z]\.){2,}|[^\W_](?:[^\W_]|[-'’&](?=[^\W_]))*(?:['’](?=\s))?)"
)
_OF = re.compile(
    r"[\s\u00a0]+of\s+(?:(?:the|its|their|his|her|our|my|your|those|these|all|every|such)\s+)?"
    r"(?:[\w-]+['’]s\s+)?(?:(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|hundred|hundreds|thousand|thousands)\s+(?=\w))?",
)
_HYPHENED = re.compile(
    r"-(?!(?:strong|plus|odd|fold|time|up|off|long|way|half|all|something|ish|for|of|on|and|to|by)\b)"
    r"([a-z]{2,})\b"
)
_HOW_MANY = re.compile(r"\bhow many\b|\b(?:what|which) number of\b", re.IGNORECASE)
_ENDS_IN_Y = re.compile(r"[^aeiou]y\Z")
_HOW_OLD = re.compile(r"\bhow\s+old\b", re.IGNORECASE)
_MOST_WORDS = 5
# What ends the phrase of "one man held a sign", "one game behind the leader".
_BEHIND_ONE = frozenset(
    "behind held stood fell sat lay shot hit kept began became told gave found saw ran felt put "
    "broke brought built bought caught sent spent wrote knew spoke drove flew without".split()
)
_STOP = frozenset(
    """a an the of in on at to by for from with and or but nor that which who whom whose when
    where while after before since until during than then if because as is are was were be been
    being have has had do does did will would shall should can could may might must not no so
    he she it they we you i his her its their our my your me him them us this these those there
    here aged ages said says say told into onto over under near against between among around about
    across through per each every up down out off away only also still already later earlier ago
    today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    died fled left went came took made got lost won fell rose""".split()
)


def counted_noun(text: str, position: int) -> tuple[int, str] | None:
    """Return the end and the plural words of what the number before `position` counts."""
    hyphened = _HYPHENED.match(text, position)
    if hyphened:
        return hyphened.end(), plural(hyphened.group(1))
    of = _OF.match(text, position)
    words = _phrase(text, of.end() - 1 if of else position)
    head = next((i for i, (word, _) in enumerate(words) if _is_head(words, i)), None)
    if head is None:
        return _bare_people(words)
    if words[head][0].lower() in PERSON_ADJECTIVES:
        return words[head][1], "people"
    return words[head][1], _compound([word for word, _ in words[: head + 1]])


def single_noun(text: str, position: int) -> tuple[int, str] | None:
    """Return the end and the plural of the noun behind "one": "one police officer was hurt"."""
    words: list[tuple[str, int]] = []
    for word, end in _phrase(text, position):
        is_plural = word.endswith("s") and not word.endswith("ss")
        is_verb = is_plural or word.endswith(("ed", "ing", "ly"))
        if not word.islower() or is_verb or word in PERSON_ADJECTIVES or word in _BEHIND_ONE:
            break
        is_noun = word.endswith("man") or not _ADJECTIVE_ENDINGS.search(word)
        if words or (is_noun and word not in _ADJECTIVES):
            words.append((word, end))
    if not words:
        return None
    return words[-1][1], _compound([*(word for word, _ in words[:-1]), plural(words[-1][0])])


def asked_noun(question: str) -> str | None:
    """Return what "how many …" asks for: "ticket offices", "people"; None for "how much"."""
    match = _HOW_MANY.search(question)
    noun = counted_noun(question, match.end()) if match else None
    return noun[1] if noun else None


def asked_unit(question: str) -> str | None:
    """Return what a bare figure in the answer counts: the asked noun, or years of "how old"."""
    return "years" if _HOW_OLD.search(question) else asked_noun(question)


def plural(word: str) -> str:
    """Return the plural of a lower-case noun; a plural stays as it is."""
    is_plural = word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
    if word in _IRREGULAR_PLURALS or is_plural:
        return word
    if word in _PLURAL_OF:
        return _PLURAL_OF[word]
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if _ENDS_IN_Y.search(word) else word + "s"


def _phrase(text: str, position: int) -> list[tuple[str, int]]:
    """Return up to `_MOST_WORDS` words after `position` that may belong to one noun phrase."""
    words: list[tuple[str, int]] = []
    while len(words) < _MOST_WORDS and (match := _STEP.match(text, position)):
        word = match.group(1)
        if (word.lower() in _STOP and word != "US") or word[0].isdigit():
            break
        if match.group().startswith(",") and not (words and words[-1][0].lower() in _ADJECTIVES):
            break
        if " and " in match.group():
            if not words or any(_is_plural(earlier) for earlier, _ in words):
                break
            # "80 high school and college students": the last noun is the head.
            words = [("", at) for _, at in words]
        words.append((word, match.end()))
        position = match.end()
    return words


def _is_head(words: list[tuple[str, int]], i: int) -> bool:
    word = words[i][0]
    if not _is_plural(word):
        return False
    following = next((later for later, _ in words[i + 1 :] if _is_plural(later)), "")
    if word.lower() in _MODIFYING_PLURALS and (following or i == 0):
        return False
    is_name_part = word[0].isupper() or word in _IRREGULAR_PLURALS
    return not (is_name_part and following.islower())  # "two Toms River men"


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if word in _IRREGULAR_PLURALS or lower in _IRREGULAR_PLURALS or lower.endswith("men"):
        return True
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s"))
    return ends and len(lower) > 3 and lower not in _NOT_PLURAL


def _compound(words: list[str]) -> str:
    """Join the head with the nouns before it: adjectives and hyphened words stay out.

    A people keeps its whole name ("South Koreans"); a plain head leaves names out.
    """
    head = words[-1] if words[-1][0].isupper() else words[-1].lower()
    kept = [head]
    for word in reversed(words[:-1] if all(words) else ()):
        is_kept = word[0].isupper() == head[0].isupper()
        if not is_kept or not (_is_noun_modifier(word) or head[0].isupper()):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _is_noun_modifier(word: str) -> bool:
    if word in _NOUNS_LIKE_ADJECTIVES or word in _MODIFYING_PLURALS:
        return True
    if word in _ADJECTIVES or "-" in word or word.endswith(("'s", "’s", "s'", "s’")):
        return False
    return not _ADJECTIVE_ENDINGS.search(word)


def _bare_people(words: list[tuple[str, int]]) -> tuple[int, str] | None:
    """Read "seven dead", "12 others", "23 more were hurt" as counts of people."""
    if words and words[0][0].lower() in PERSON_ADJECTIVES:
        return words[0][1], "people"
    return None
