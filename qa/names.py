"""Names in a question: capitalised sequences, and well-known names in lower case.

Knows English capitals and a short list of countries, large cities and bodies; it does not
know whether a name is a person's or a place's, except for the listed places.
"""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Inflected endings that a name may lose and still be found.
_ENDING = 2
_SHORTEST_STEM = 4

# A convenience for typed questions, not a gazetteer. Words that are also common English
# ("us", "who", "nice") are left out.
COUNTRIES = word_set(
    """afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burundi cambodia
    cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt
    england eritrea estonia ethiopia finland france gabon gambia georgia germany ghana greece
    greenland guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland
    israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon
    lesotho liberia libya lithuania luxembourg madagascar malawi malaysia mali malta mauritania
    mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands
    nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia
    somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia
    turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
    zimbabwe"""
)
CITIES = word_set(
    """aleppo algiers amman amsterdam ankara athens baghdad bangkok barcelona beijing beirut
    belgrade berlin bogota brussels bucharest budapest cairo caracas chicago copenhagen dakar
    damascus daraa delhi dhaka dubai dublin gaza geneva hanoi harare havana helsinki homs idlib
    islamabad istanbul jakarta jerusalem kabul karachi khartoum kharkiv kherson kyiv lagos lima
    lisbon london madrid manila mariupol milan minsk mogadishu moscow mumbai munich nairobi odesa
    oslo ottawa paris prague pyongyang raqqa riga riyadh rome santiago sarajevo seoul shanghai
    sofia stockholm sydney taipei tallinn tbilisi tehran tokyo toronto tripoli tunis vienna vilnius
    warsaw washington wuhan yangon yerevan zagreb zurich"""
)
BODIES = word_set(
    """afp bbc cia cnn eu fbi fema fifa hamas hezbollah iaea imf iom isis nasa nato nhs opec osce
    reuters sana sohr tass uefa uk un unesco unhcr unicef wfp wto"""
)
PLACES = COUNTRIES | CITIES
KNOWN_NAMES = PLACES | BODIES

STOP_WORDS = word_set(
    """a about according all also am an and any anybody anyone anything are as at be been being but
    by can come could did do does doing done for from get give had has have he her hers him his
    how i if in into is it its itself know list many may me might much must my name no not of on
    or other our over please regarding said say says shall she should so some tell than that the
    their them then there these they this those to under us was we were what when where which
    who whom whose why will with would you your"""
)
CALENDAR_NAMES = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december"""
)
# Whom they stand for, another sentence says.
_PRONOUNS = word_set(
    """he she it they him her them we us i me you who whom which someone somebody his hers theirs
    ours himself herself itself themselves"""
)

WORD = re.compile(r"\d[\d,.]*\d|\w+(?:['’-]\w+)*")
_CAPITALISED = r"(?:(?:al|el|ar|as)-)?[A-Z0-9](?:[\w.&'-]*\w)?"
_NAME = re.compile(
    rf"(?:{_CAPITALISED})(?:'?[ ](?:(?:of|for|de|al|van|der|the)[ ])*(?:{_CAPITALISED}))*"
)


def find_names(text: str) -> tuple[str, ...]:
    """Names in the order they stand, once each, without a possessive ending.

    A sentence's first word is a name only when the name goes on after it or is a known one.

    >>> find_names("how many left daraa, says Geir Pedersen")
    ('daraa', 'Geir Pedersen')
    """
    if text.isupper():
        text = text.lower()
    found = [
        (match.start(), name) for match in _NAME.finditer(text) if (name := _trimmed(text, match))
    ]
    taken = {word.lower() for _, name in found for word in name.split()}
    for match in WORD.finditer(text):
        word = match.group().removesuffix("'s")
        if word in KNOWN_NAMES and word not in taken:
            found.append((match.start(), word))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _trimmed(text: str, match: re.Match[str]) -> str:
    """Drop what is capital only for another reason: the first word, a weekday, a figure."""
    words = re.sub(r"['’]s$", "", match.group()).split(" ")
    before = text[: match.start()].rstrip()
    is_first = not before or before[-1] in '.?!:"“‘(—–-'
    while words and (_is_no_name(words[0]) or (is_first and _is_stop_word(words[0]))):
        words, is_first = words[1:], False
    while words and _is_no_name(words[-1]):
        words = words[:-1]
    is_common = bool(words) and words[0].istitle() and words[0].lower() in STOP_WORDS
    if len(words) == 1 and (is_common or (is_first and not _stands_out(words[0]))):
        return ""
    return " ".join(words)


def _is_stop_word(word: str) -> bool:
    """Also contracted: "didn't", "who's"."""
    return "n't" in word or re.sub(r"'[a-z]+$", "", word.lower()) in STOP_WORDS


def _is_no_name(word: str) -> bool:
    is_connective = word.islower() and "-" not in word
    has_letter = any(character.isalpha() for character in word)
    return is_connective or not has_letter or word == "I" or word.lower() in CALENDAR_NAMES


def _stands_out(word: str) -> bool:
    """Whether a word at the start of a sentence is a name all the same."""
    return word.lower() in KNOWN_NAMES or (len(word) > 1 and not word.istitle())


def word_stem(name: str) -> str:
    """The folded word without the endings that inflection may take off or put on."""
    folded = name.casefold()
    return folded[: max(_SHORTEST_STEM, len(folded) - _ENDING)]


def is_pronoun(text: str) -> bool:
    """Whether a text is a pronoun and nothing else; "US" and "WHO" are names.

    >>> [is_pronoun(text) for text in ("“He", "they,", "WHO", "Nobody")]
    [True, True, False, False]
    """
    word = text.strip("\"“”‘’'.,;: ")
    return word.lower() in _PRONOUNS and not (len(word) > 1 and word.isupper())
