"""Closed classes of English words and the verbs that news sentences are built with.

The tables let the rules tell a noun phrase from a clause without a tagger. They know nothing
of meaning, and a verb that is missing here is taken for a noun.
"""

from __future__ import annotations

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your another some any each every "
    "both all several many few no neither either most".split()
)
ARTICLES = frozenset(("the", "a", "an"))
POSSESSIVES = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    "of for in on at by from with to about against among around between beyond during inside "
    "into near outside over through under upon via within without across along amid behind "
    "beside besides despite following including like off onto per regarding throughout toward "
    "towards unlike alongside".split()
)
BE = frozenset("is are was were be been being am 's 're isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
MODALS = frozenset(
    "will would can could may might shall should must to won't wouldn't can't couldn't cannot "
    "shouldn't".split()
)
DO = frozenset("do does did don't doesn't didn't".split())
NEGATIONS = frozenset(
    "not never n't didn't doesn't don't wouldn't won't hasn't haven't hadn't couldn't can't "
    "cannot isn't wasn't weren't aren't neither nor nobody nothing".split()
)
AUXILIARIES = (BE | HAVE | MODALS | DO) - {"to", "be", "being", "having", "been"}

PERSONAL = frozenset(("he", "she"))
PRONOUNS = PERSONAL | {"it", "they"}
RELATIVES = frozenset(("who", "which", "that", "whom", "whose"))
# Subjects that nobody stands behind.
FIRST_PERSONS = frozenset("i we you one nobody everybody everyone anyone none there".split())

NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion dozens scores hundreds thousands millions half
    """.split()
)
# A clause starts anew after these.
CLAUSE_OPENERS = frozenset(
    "but while whereas although though because when as if since until where than whether after "
    "before how what why once so yet".split()
)
CONTRASTS = frozenset("but while whereas although though yet".split())
# What follows a finished statement with these is the writer's own.
OWN_WORDS = frozenset(
    "as while whereas after before when but though although hours days weeks months years "
    "minutes which despite amid even".split()
)
SUBORDINATORS = frozenset(
    "after when as although though while whereas because since before once if until".split()
)

MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
ADVERBS = frozenset(
    """
    also later then again still now just only earlier already even ever once twice often
    sometimes soon too further instead meanwhile however therefore thus nevertheless
    nonetheless moreover perhaps here there first last afterwards afterward separately
    elsewhere indeed overall finally so far online aloud together himself herself itself
    themselves
    """.split()
)

# Finite forms that are no noun and no participle before a noun: past tense and common present.
FINITE = frozenset(
    """
    was were is are has had have does did said says told went came took made got saw gave held
    kept left lost won met ran sent hit shut fell rose grew drew broke spoke wrote began became
    built bought brought caught fought taught thought sold paid felt led fled threw knew stood sat
    lay lied shot stole struck swore tore wore woke forgot hid rode sang sank shook slept spent
    spread stuck swam swept drove drank ate chose dealt dug flew froze heard hurt meant overtook
    read sought split stung understood undertook withdrew won't can't died killed needs wants lies
    knows comes goes gets takes makes gives keeps holds leaves stays stands remains seems appears
    becomes includes contains allows requires costs employs faces expects plans hopes believes
    thinks lives works runs owns sells buys pays uses lets brings sends feels finds shows suggests
    means seeks tells asks adds warns insists argues claims fetched measured weighed stretched
    arrived escaped resigned happened occurred disappeared vanished collapsed failed refused
    agreed declined decided tried wanted needed asked remained turned started ended opened closed
    moved reached lasted walked voted passed joined returned increased decreased doubled tripled
    soared plunged jumped surged climbed dropped cost cut set put shrank burned burnt landed crashed
    exploded erupted sprang swung crept bled bred
    """.split()
)
