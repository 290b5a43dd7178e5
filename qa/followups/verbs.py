"""English verbs of the news and their forms: base, past, participle, -ing, third person.

A table of irregular verbs, a list of regular ones, and the spelling rules between them.
Pure. A word may be a verb and a noun ("march", "vote"); position decides, not this file.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.names import word_set

_IRREGULAR = """
    be was been,become became become,begin began begun,bend bent bent,bet bet bet,bite bit bitten,
    bleed bled bled,blow blew blown,break broke broken,bring brought brought,build built built,
    burn burnt burnt,burst burst burst,buy bought bought,catch caught caught,choose chose chosen,
    come came come,cost cost cost,cut cut cut,deal dealt dealt,dig dug dug,do did done,
    draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,
    feed fed fed,feel felt felt,fight fought fought,find found found,flee fled fled,fly flew flown,
    forbid forbade forbidden,forget forgot forgotten,freeze froze frozen,get got got,
    give gave given,go went gone,grow grew grown,hang hung hung,have had had,hear heard heard,
    hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept,know knew known,
    lay laid laid,lead led led,leave left left,lend lent lent,let let let,lie lay lain,
    lose lost lost,make made made,mean meant meant,meet met met,overthrow overthrew overthrown,
    pay paid paid,put put put,quit quit quit,read read read,ride rode ridden,ring rang rung,
    rise rose risen,run ran run,say said said,see saw seen,seek sought sought,sell sold sold,
    send sent sent,set set set,shake shook shaken,shed shed shed,shoot shot shot,show showed shown,
    shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,sleep slept slept,
    speak spoke spoken,speed sped sped,spend spent spent,split split split,spread spread spread,
    stand stood stood,steal stole stolen,stick stuck stuck,strike struck struck,swear swore sworn,
    sweep swept swept,swim swam swum,take took taken,teach taught taught,tear tore torn,
    tell told told,think thought thought,throw threw thrown,understand understood understood,
    wake woke woken,wear wore worn,win won won,withdraw withdrew withdrawn,write wrote written
"""

_REGULAR = word_set(
    """abandon accept accuse achieve acquire act add admit adopt advance affect agree aim air allege
    allow announce answer appeal appear appoint approve argue arrest arrive ask assault assess
    assume attack attempt attend avoid award back ban bar belong benefit blame block board
    bomb boycott broker call campaign cancel capture care carry cause ceasefire celebrate chair
    challenge change charge chase check claim clash clean clear climb close collapse collect
    combat comment commit compare compete complain complete concede conclude condemn conduct
    confirm consider contain continue contribute control convict cope count cover crash create
    criticise criticize cross damage deal debate decide declare decline decrease defeat defend
    delay deliver demand demolish demonstrate deny depart deploy describe destroy detain develop
    die disagree disappear discover discuss dismiss displace dispute divide donate double drill
    drop drown earn elect eliminate embark employ encourage end endorse enforce enter erupt escape
    establish estimate evacuate evict exceed execute exist expand expect expel expire explain
    explode express extend face fail file fill fine finish fire float flood follow force forecast
    fund gain gather govern grant guarantee guard halt hand happen harm head help hire hope host
    house hurry identify ignore impose improve include increase infect inform injure inspect
    insult intend intercept interview introduce invade invest investigate invite involve issue
    jail join judge jump kick kidnap kill lack land last launch leak learn lift like limit link
    list live load lock look loot lower maintain manage march mark marry matter mediate mention
    merge miss monitor move murder name need negotiate nominate note object observe obtain occupy
    occur offer open operate oppose order organise organize overturn own participate pass phone
    pick place plan play pledge plunge point postpone practise praise predict prepare present
    present press prevent process produce prohibit promise promote propose protect protest prove
    provide publish pull punish purchase push question raid raise rally rank rape reach react
    rebuild receive recommend recount recover reduce refuse regain register reject relate release
    remain remember remove rent repair repeat replace reply report represent request require rescue
    reserve resign resist resolve respond restore resume retire return reveal reverse review rule
    sack sail save schedule score search secure seize sentence separate serve settle share shell
    shift sign smuggle sound spark speculate spoil sponsor spot stab staff stage start state stay
    step stop store storm stretch struggle study submit succeed suffer suggest supply support
    suppose surge surprise surrender surround survive suspect suspend switch talk target test
    testify thank threaten torture total touch trade train transfer transport trap travel treat
    trigger try turn underline undergo update urge use vaccinate vanish veto violate visit volunteer
    vote vow wait walk want warn wash waste watch weigh welcome witness work worry wound wrap"""
)

# Nouns and adjectives in -ed that no verb stands behind.
_NOT_PAST = word_set(
    "hundred sacred naked kindred seed speed need indeed bed shed red weed deed wed"
)
_DOUBLING = word_set(
    """ban bar stop plan drop trap rob grab pat spot step ship slip slam stab jog nod beg win run
    begin get sit set cut hit put let admit commit submit permit refer occur prefer transfer expel
    compel control regret equip kidnap patrol rebel dig swim shut split quit wrap"""
)
PARTICLES = word_set("off up out down back away over in on through along apart together")


@dataclass(frozen=True, slots=True)
class _Forms:
    base: str
    past: str
    participle: str
    ing: str
    third: str


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLING else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLING else "") + "ing"


def third_person(base: str) -> str:
    """The form after he, she or it: "flees", "carries", "has".

    >>> third_person("cost")
    'costs'
    """
    if base in ("have", "be"):
        return {"have": "has", "be": "is"}[base]
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _table() -> dict[str, _Forms]:
    table = {}
    for entry in _IRREGULAR.split(","):
        base, past, participle = entry.split()
        table[base] = _Forms(base, past, participle, _ing(base), third_person(base))
    for base in _REGULAR - set(table):
        table[base] = _Forms(base, _past(base), _past(base), _ing(base), third_person(base))
    return table


_FORMS = _table()
_BASES = {form: f.base for f in _FORMS.values() for form in (f.past, f.participle, f.ing, f.third)}
_BASES |= {base: base for base in _FORMS if base not in ("found", "fell", "wound", "saw", "lay")}
_PASTS = {f.past for f in _FORMS.values()} | {"were"}
_PARTICIPLES = {f.participle for f in _FORMS.values()}
_THIRDS = {f.third for f in _FORMS.values()}


def is_base(word: str) -> bool:
    """Whether the word is a listed verb's base form."""
    return word.lower() in _FORMS


def is_past(word: str) -> bool:
    """Whether the word can be a past tense; unlisted words in -ed count."""
    word = word.lower()
    return word in _PASTS or _ends_in_ed(word)


def is_participle(word: str) -> bool:
    """Whether the word can be a past participle; unlisted words in -ed count."""
    word = word.lower()
    return word in _PARTICIPLES or _ends_in_ed(word)


def is_ing(word: str) -> bool:
    """Whether the word can be a present participle."""
    word = word.lower()
    return word.endswith("ing") and (word in _BASES or (len(word) > 5 and word not in _ING_NOUNS))


_ING_NOUNS = word_set("building evening morning during meeting ceiling nothing something anything")


def is_third(word: str) -> bool:
    """Whether the word is a listed verb's third person."""
    return word.lower() in _THIRDS


def is_finite(word: str) -> bool:
    """Whether the word can be the verb of a clause without an auxiliary."""
    return is_past(word) or is_third(word)


def base_of(word: str) -> str:
    """The base form, by the table, else by spelling: "boarded" gives "board".

    >>> base_of("fled"), base_of("carries"), base_of("stopped")
    ('flee', 'carry', 'stop')
    """
    key = word.lower()
    if key in _BASES:
        return _BASES[key]
    if not _ends_in_ed(key):
        return key.removesuffix("s") if is_third(key) else key
    stem = key[:-2]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsfz":
        return stem[:-1]
    return stem + "e" if stem.endswith(("c", "s", "z", "v", "u", "at", "ir", "ur", "g")) else stem


def past_of(base: str) -> str:
    """The past tense: "flee" gives "fled"."""
    forms = _FORMS.get(base.lower())
    return forms.past if forms else _past(base.lower())


def _ends_in_ed(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST
