"""The closed classes of English that follow-ups turn on, and nouns of people and figures.

Word lists only; `frame` and the rewriting modules say what they mean.
"""

from __future__ import annotations

import re

from qa.names import word_set

BE = word_set("is are was were isn't aren't wasn't weren't am")
DO = word_set("do does did don't doesn't didn't")
HAVE = word_set("has have had hasn't haven't hadn't")
MODAL = word_set(
    """will would can could should shall may might must won't wouldn't can't cannot couldn't
    shouldn't"""
)
AUXILIARIES = BE | DO | HAVE | MODAL
WH = word_set("who whom whose what which when where why how")
DEGREES = word_set(
    """many much long old far high tall heavy deep big large wide late early often soon fast
    strong hot cold bad badly serious expensive severe likely effective close near thick loud"""
)

HE = word_set("he him his himself")
SHE = word_set("she her hers herself")
IT = word_set("it its itself")
THEY = word_set("they them their theirs themselves")
PERSONAL = HE | SHE | IT | THEY
POSSESSIVES = word_set("his her its their hers theirs")
ANYONE = word_set(
    """anyone anybody someone somebody everyone everybody nobody anything something nothing
    everything we you i us"""
)
DETERMINERS = word_set(
    """the a an this that these those his her its their our my your no any some every each both
    all many several few other another most"""
)
PREPOSITIONS = word_set(
    """in on at from near to into inside outside around across during since until till before
    after between under for about with without by over against behind through among along
    toward towards onto per within beyond despite besides regarding via of off"""
)
PLACE_PREPOSITIONS = word_set(
    """in at from near to into inside outside around across on along toward towards onto within
    behind"""
)
CONJUNCTIONS = word_set(
    """and but or so because while if although though whether than as when that"""
)
ADVERBS = word_set(
    """not still also already ever never actually really again now then just even only finally so
    first yet always once twice there here too however originally initially currently
    worth meanwhile else back later ago both all further exactly"""
)
# Adjectives that end a question after its subject: "is the reactor at Lindholm dangerous".
PREDICATES = word_set(
    """alive safe dangerous open closed normal low high available born enough free ready legal
    illegal possible impossible likely unlikely true false right wrong responsible involved guilty
    innocent worth dead sick ill hurt unusual usual new old sure certain clear known unknown
    effective successful better worse bigger smaller higher lower hotter colder cheaper
    expensive cheap fair serious severe strong weak big small large long short deep rare common
    empty full present absent active online offline operational functional available valid
    binding contagious deadly toxic harmful fatal popular permanent temporary independent
    reliable credible legitimate official final complete visible necessary important afraid
    angry happy satisfied optimistic healthy conscious stable critical critically homeless
    unemployed bankrupt insolvent profitable fit eligible liable accountable visible over
    finished bright dark sunny married single related similar different identical comparable"""
)
COMPARATIVES = word_set(
    """more less fewer higher lower later earlier longer bigger smaller older younger sooner
    better worse closer further"""
)
RELATIVES = word_set("who which that whom whose where")

DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|april|june|july|august|"
    r"september|october|november|december)\b|\b(?:in|since|by|until|of|early|late|mid|last|next|"
    r"during|for|\d+|and|to) (?:march|may)\b|^(?:march|may)$|\b(?:1[89]|20)\d\ds?\b|"
    r"\b(?:days?|nights?|mornings?|afternoon|evening|weeks?|weekend|months?|years?|decades?|century|"
    r"summer|autumn|winter|spring|today|yesterday|tomorrow|tonight|noon|midnight|dawn|dusk|time|"
    r"o'clock|moment|beginning|now|then|earlier|past)\b|\d{1,2}:\d\d|\b[ap]\.m\b",
    re.I,
)
TIME_STARTS = re.compile(
    r"^(?:yesterday|today|tomorrow|tonight|so far|overnight|recently|(?:last|this|next|that) "
    r"(?:week|weekend|month|year|summer|autumn|winter|spring|night|morning|evening|time|decade|"
    r"mon|tue|wed|thu|fri|sat|sun|january|february|march|april|may|june|july|august|september|"
    r"october|november|december)\w*|the (?:day|week|month|year|night|morning) (?:before|after)|"
    r"\w+ (?:days?|weeks?|months?|years?|hours?) (?:ago|earlier|later|before|after))\b",
    re.I,
)
MANNER = re.compile(
    r"^(?:in (?:the end|total|all|fact|particular|general)|at (?:first|all|least|most|last)|"
    r"per \w+|for (?:now|good)|of course|on average|by then)$",
    re.I,
)

PLURALS = word_set("people men women children police kids staff troops")
GROUPS = word_set(
    """displaced wounded injured dead missing homeless arrested poor detained survivors"""
)
STATES = word_set(
    """dead wounded injured hurt killed missing displaced homeless arrested detained sick ill
    infected rescued evacuated vaccinated jailed trapped stranded unemployed"""
)
TOLLS = word_set("casualties victims injuries deaths arrests fatalities survivors wounded")
PERSON_NOUNS = word_set(
    """man woman boy girl mayor minister president chairman chairwoman director leader commander
    spokesman spokeswoman nurse doctor teacher official officer constable chief general colonel
    judge lawyer prosecutor witness victim suspect driver farmer fighter soldier mother father
    son daughter brother sister nephew niece husband wife uncle aunt resident guard head boss
    envoy ambassador negotiator candidate senator governor king queen prince princess professor
    scientist engineer expert economist manager owner founder secretary actor singer player
    coach captain pilot priest bishop imam pope journalist reporter editor author writer member
    student worker porter guy rival opponent successor predecessor deputy partner rector dean
    principal headteacher sheriff detective inspector superintendent admiral lieutenant sergeant
    chancellor treasurer councillor lawmaker diplomat sculptor painter artist musician conductor
    composer poet novelist architect swimmer runner cyclist goalkeeper referee champion
    biologist physicist chemist geologist astronomer aide adviser advisor assistant colleague
    gunman attacker thief robber killer"""
)
# Words that make a capitalised name no person's.
NOT_PERSON_WORDS = word_set(
    """city town valley river lake sea bay cape island islands mount mountain street square road
    park bridge province district region county state states kingdom republic north south east
    west northern southern eastern western new old upper lower san port fort gulf union party
    alliance league federation association network council committee commission ministry
    office agency authority board bank company group holdings transit ceramics partners funds
    institute university college school hospital laboratory court army police force forces
    organisation organization observatory nations times post news gazette mail herald courier
    daily press accord list front movement society service fund programme project mission
    fever flood floods strike treaty deal act cup parliament senate congress airport station
    church centre center"""
)
# Whoever can be the source of a figure or a statement.
SPEAKER_NOUNS = PERSON_NOUNS | word_set(
    """officials doctors nurses observers auditors experts police authorities government union
    unions opposition rebels army ministry agency watchdog board organisers organizers
    residents scientists critics analysts economists monitors monitor province company firm
    bank court institute university institution charity un sana rescuers firefighters
    employers bosses workers campaigners lawyers prosecutors soldiers institutes committee
    commission council party parliament polls poll survey study report census exit hospital
    management operator regulator investigators researchers engineers witnesses families
    relatives neighbours locals eyewitnesses spokesperson media press newspaper newspapers
    wire state regime military navy official's activists observatory shareholders investors
    insurers teachers farmers strikers protesters candidate candidates side sides guy bureau
    office"""
)
# Nouns of people, who "who" and "they" fit.
PEOPLE_NOUNS = SPEAKER_NOUNS | word_set(
    """person people man woman child victim survivor refugee migrant civilian displaced wounded
    passenger patient staff crew kid guest protester marcher striker volunteer"""
)
FIGURE_NOUNS = word_set(
    """figure figures number numbers count counts estimate estimates version toll tally total
    data account claim claims calculation reckoning assessment guess statistic statistics
    projection forecast poll"""
)
REACTION_NOUNS = word_set(
    """reaction reactions response responses comment comments view views opinion opinions reply
    take position stance statement statements side answer explanation criticism verdict"""
)
SAYING = word_set(
    """say says said tell tells told claim claims claimed think thinks thought reckon reckons
    reckoned reply replies replied report reports reported estimate estimates estimated
    believe believes believed comment commented argue argued respond responds responded answer
    answered insist insisted state stated announce announced put count counted find found add
    added suggest suggested"""
)
# "How deep" for a bare "depth?".
MEASURES = {
    "depth": "how deep", "height": "how high", "length": "how long", "weight": "how heavy",
    "distance": "how far", "age": "how old", "cost": "how much", "price": "how much",
    "size": "how big", "date": "when", "day": "on what day", "time": "at what time",
    "year": "in what year", "place": "where", "location": "where", "reason": "why",
    "cause": "why", "width": "how wide", "speed": "how fast", "duration": "how long",
}  # fmt: skip
# Nouns that something else has: "the director" of what, "the price" of what.
RELATIONAL = word_set(
    """director head leader boss chief chairman chairwoman chair president mayor owner founder
    author captain commander spokesman spokeswoman spokesperson name names cost price age
    capital population size length height depth width weight value budget cause causes reason
    reasons result results outcome aim purpose goal victims symptoms effects effect origin
    consequences consequence details terms duration title winner winners members member
    chairperson manager leader's deadline"""
)
# Nouns of things that happen; something is "in" or "during" them.
EVENTS = word_set(
    """inquiry strike election elections flood floods siege war vote trial mission takeover
    outbreak deal agreement march protest protests attack attacks truce ceasefire fire crash
    earthquake storm talks negotiations uprising campaign recount referendum battle fighting
    clashes explosion blast shooting raid operation summit meeting conference ceremony match
    game race season drought pandemic epidemic crisis merger bid sale launch landing rescue
    evacuation investigation hearing case study survey poll riot riots coup invasion offensive
    rally demonstration walkout closure wildfire wildfires blaze eruption verdict ruling
    festival hurricane heatwave accident disaster derailment runoff tour games tournament marathon
    cup championship exam exams show exhibition concert bombing murder assassination robbery heist
    theft kidnapping hijacking leak hack breach spill collapse landslide avalanche mudslide
    quake tsunami cyclone tornado typhoon drill exercise debate hearings interview speech visit
    handover transfer auction merger acquisition purchase referendum census count ballot poll
    project programme scandal affair dispute conflict standoff sit-in blockade boycott lockout
    stoppage walkout shutdown outage blackout curfew reform budget"""
)
# Built or bounded places, where things happen "at".
SITES = word_set(
    """mine hotel house building plant port airport station hospital school prison jail stadium camp
    museum church temple mosque factory reactor farm bank junction crossing bridge dam harbour
    harbor mall market shop store office court embassy base fort university college laboratory
    observatory park garden zoo theatre cinema club bar restaurant site depot yard shipyard refinery
    quarry lake beach border checkpoint parliament palace castle tower"""
)
# Going from or to a place: the place is the verb's object.
MOVES = word_set(
    """leave left flee fled enter entered reach reached quit evacuate exit escape escaped"""
)
# What is done with an amount of money: its "how much" is a price.
PAYING = word_set("pay cost offer sell buy charge spend bid lose owe ask want earn demand need")
SUPERLATIVE = re.compile(r"^(?:the )?(?:\w{3,}est|most|least|first|last|only|best|worst)\b", re.I)
ORDINALS = word_set("""first second third fourth fifth last next other latest newest oldest""")
# Things that belong to whatever is spoken of: after "the" they are no subject of their own.
BRIDGING = (
    RELATIONAL
    | FIGURE_NOUNS
    | REACTION_NOUNS
    | SPEAKER_NOUNS
    | PEOPLE_NOUNS
    | frozenset(MEASURES)
    | word_set(
        """share shares stake stock track train trains jury plan plans money damage road roads
        door site area region country city town village place ground weather situation timetable
        schedule date time day week month year night morning evening rule rules condition conditions
        contract price prices bill law report document evidence weapon weapons body bodies
        building house home team side score goal rest world public name fact facts difference
        problem problems step decision decisions process service services work job jobs power
        water food ticket tickets pay wage wages salary penalty fine sentence prize award medal
        record next first second third suspects majority opposition company companies network
        system alarm warning signal text film book story article term level percentage
        proportion market industry economy sector region neighbours neighbors neighbourhood wall
        roof gate entrance engine wheel crew passengers cargo owner owners buyer buyers bidder
        bidders seller family families staff workforce management executive executives investor
        investors shareholders creditors customers users clients supplier suppliers rival rivals
        competitor competitors partner allies ally enemy enemies"""
    )
)
