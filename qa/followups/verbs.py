"""English verbs of the news and their forms: base, past, participle, -ing, third person.

A table of irregular verbs, a list of regular ones, and the spelling rules between them.
Pure. A word may be a verb and a noun ("march", "vote"); position decides, not this file.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.names import word_set

_IRREGULAR = """
    arise arose arisen,awake awoke awoken,be was been,bear bore borne,beat beat beaten,
    become became become,begin began begun,bend bent bent,bet bet bet,bid bid bid,
    bind bound bound,bite bit bitten,bleed bled bled,blow blew blown,break broke broken,
    breed bred bred,bring brought brought,broadcast broadcast broadcast,build built built,
    burn burnt burnt,burst burst burst,buy bought bought,cast cast cast,catch caught caught,
    choose chose chosen,cling clung clung,come came come,cost cost cost,creep crept crept,
    cut cut cut,deal dealt dealt,dig dug dug,do did done,draw drew drawn,drink drank drunk,
    drive drove driven,eat ate eaten,fall fell fallen,feed fed fed,feel felt felt,
    fight fought fought,find found found,flee fled fled,fly flew flown,
    forbid forbade forbidden,forecast forecast forecast,foresee foresaw foreseen,
    foretell foretold foretold,forget forgot forgotten,forgive forgave forgiven,
    forgo forwent forgone,freeze froze frozen,get got got,give gave given,go went gone,
    grind ground ground,grow grew grown,hang hung hung,have had had,hear heard heard,
    hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept,
    kneel knelt knelt,know knew known,lay laid laid,lead led led,leap leapt leapt,
    leave left left,lend lent lent,let let let,lie lay lain,light lit lit,lose lost lost,
    make made made,mean meant meant,meet met met,melt melted melted,mislead misled misled,
    mistake mistook mistaken,misunderstand misunderstood misunderstood,outbid outbid outbid,
    outdo outdid outdone,outgrow outgrew outgrown,overcome overcame overcome,
    overhear overheard overheard,override overrode overridden,
    overrun overran overrun,oversee oversaw overseen,overtake overtook overtaken,
    overthrow overthrew overthrown,pay paid paid,plead pleaded pleaded,prove proved proven,
    put put put,quit quit quit,read read read,rebuild rebuilt rebuilt,redo redid redone,
    remake remade remade,repay repaid repaid,resell resold resold,reset reset reset,
    retake retook retaken,rethink rethought rethought,ride rode ridden,
    ring rang rung,rise rose risen,run ran run,say said said,see saw seen,
    seek sought sought,sell sold sold,send sent sent,set set set,
    shake shook shaken,shed shed shed,shine shone shone,shoot shot shot,show showed shown,
    shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,
    slay slew slain,sleep slept slept,slide slid slid,speak spoke spoken,
    speed sped sped,spend spent spent,spill spilt spilt,spin spun spun,spit spat spat,
    split split split,spread spread spread,stand stood stood,
    steal stole stolen,stick stuck stuck,sting stung stung,stride strode stridden,
    strike struck struck,strive strove striven,sue sued sued,swear swore sworn,
    sweep swept swept,swell swelled swollen,swim swam swum,swing swung swung,
    take took taken,teach taught taught,tear tore torn,tell told told,think thought thought,
    throw threw thrown,tread trod trodden,undercut undercut undercut,
    undergo underwent undergone,understand understood understood,
    undertake undertook undertaken,undo undid undone,unwind unwound unwound,
    uphold upheld upheld,upset upset upset,wake woke woken,wear wore worn,weave wove woven,
    weep wept wept,win won won,withdraw withdrew withdrawn,
    withhold withheld withheld,withstand withstood withstood,wring wrung wrung,
    write wrote written
"""

_REGULAR = word_set(
    """coach abandon abolish absorb abuse accept accuse achieve acquire act adapt add adjourn adjust
    administer admit adopt advance advise affect afford agree aim air allege allow amend
    amount announce answer anticipate apologise apologize appeal appear appease appoint
    apprehend approve argue arrange arrest arrive ask assassinate assault assemble assert
    assess assign assist assume attach attack attempt attend attract authorise authorize
    avoid award back ban bar bargain beg behave believe belong benefit besiege blame block
    board bomb boost borrow boycott breach brief broker bump burgle bury calculate call
    campaign cancel capsize capture care carry cause cease ceasefire celebrate certify chair
    challenge change characterise charge chase check cite claim clarify clash classify clean
    clear climb close coincide collapse collect collide combat command commemorate comment
    commit compare compensate compete compile complain complete complicate compose comprise
    compromise conceal concede conclude condemn condone conduct confess confirm confiscate
    confront connect conserve consider consist consolidate construct consult consume contain
    contaminate continue contradict contribute control convene convert convey convict
    convince cooperate coordinate cope correct count cover crash create cripple criticise
    criticize cross crush cultivate curb cure damage deal debate decide declare decline
    decrease dedicate defeat defect defend defer define defraud delay deliberate deliver
    demand demolish demonstrate deny depart depict deploy deport derail describe destroy
    detain detect deteriorate determine devastate develop devote diagnose die differ
    diminish disagree disappear disband disclose discourage discover discuss dismantle
    dismiss dispatch disperse displace dispose dispute disrupt distribute disturb divide
    donate double drag drill drop drown earmark earn ease edit educate eject elect eliminate
    embark embrace emerge emit emphasise employ encourage end endanger endorse endure
    enforce engage enjoy enlarge ensure enter equip err erupt escalate escape establish
    estimate evacuate evade evaluate evict evolve examine exceed exclude excuse execute
    exempt exhaust exhibit exist expand expect expel expire explain explode explore export
    expose express extend extradite face facilitate fade fail file fill filter fine finish
    fire flare float flood flourish follow fool force forecast foretell forge formulate
    foster fulfil fund gain gamble gather generate govern grab grant guarantee guard halt
    hand handle happen harass harm head help hike hire hope host house hurry identify ignite
    ignore illustrate imagine implement imply import impose imprison improve incite include
    increase incur indicate induce infect inflate inflict inform inherit initiate injure
    innovate inquire insert inspect install instruct insult insure integrate intend
    intensify intercept interfere interpret interrupt intervene interview introduce invade
    invent invest investigate invite involve isolate issue jail jeopardise join judge jump
    justify kick kidnap kill lack lag land last launch leak learn legalise legislate
    liberate lift like limit link list live load locate lock look loot lower maintain manage
    manipulate manufacture march mark marry matter maximise mediate mention merge migrate
    miss misuse mobilise mock modify monitor motivate mourn move murder name nationalise
    need neglect negotiate nominate note notify object oblige observe obtain occupy occur
    offer offset omit open operate oppose order organise organize originate oust outdo
    outlaw overhear overlook overturn own pardon participate pass penalise penetrate perform
    persist persuade phone pick place plan play please pledge plummet plunge point possess
    postpone pour practise praise preach precede predict prefer prepare present preserve
    press presume pretend prevent privatise probe proceed process proclaim produce prohibit
    prolong promise promote prompt pronounce propel propose prosecute protect protest prove
    provide provoke publish pull punish purchase pursue push qualify question raid raise
    rally rank rape ratify reach react reappear reassure rebound rebuild recede receive
    reckon recognise recognize recommend reconcile reconsider reconstruct recount recover
    recruit recycle redeem redirect reduce reelect refer refine reflect refrain refuel
    refuse regain register regulate reinforce reinstate reject rejoin relate relax relay
    release relieve relocate rely remain remake remedy remember remove rename renew renounce
    rent reopen reorganise repair repeal repeat repel replace replenish reply report
    represent repress request require rescue reserve reshape reside resign resist resolve
    respond restart restore restrict resume resurface retain retaliate retire retrieve
    return reunite reveal reverse review revise revive revoke rig rule sabotage sack sail
    satisfy save scan scare schedule score scrap scrutinise search secure seize select
    sentence separate serve settle share shell shift shout shrug sign simplify skip slash
    slaughter slow smash smuggle soar solve sound spare spark specify speculate spill spit
    spoil sponsor spot squeeze stab stabilise stabilize staff stage stall start state stay
    step stimulate stop store storm strand strengthen stretch strip struggle study submit
    subsidise succeed suffer suggest summon supervise supply support suppose suppress surge
    surprise surrender surround survive suspect suspend switch symbolise tackle talk target
    tempt terminate test testify thank threaten tighten tolerate topple torture total touch
    trade train transfer transform translate transmit transport trap travel treat trigger
    try tumble turn uncover underestimate undergo underline undermine unify unite unload
    unveil unwind update urge use usher utilise vacate vaccinate vandalise vanish vary
    verify veto violate visit volunteer vote vow wait walk want warn wash waste watch weaken
    weigh welcome whip widen wipe witness woo work worry wound wrap"""
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
    for base in sorted(_REGULAR - set(table)):
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


_ING_NOUNS = word_set(
    """building evening morning during meeting ceiling nothing something anything hearing ruling
    warning landing crossing funding training briefing sitting wedding housing sentencing"""
)


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
