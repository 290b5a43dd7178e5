"""Nouns of organisations, and which names they may take up. Tables, lower case."""

from __future__ import annotations

# Organisations, alone or as part of a name.
BODIES = frozenset(
    """
    agency ministry department office bureau commission committee council board authority
    administration government regime parliament assembly senate congress house cabinet court
    tribunal police army navy force forces military guard brigade company firm corporation group
    bank fund trust union federation association alliance league confederation guild chamber
    society club team party movement coalition front organisation organization charity foundation
    institute institution university college school academy hospital clinic museum gallery theatre
    theater church diocese parish temple mosque observatory monitor watchdog regulator operator
    carrier airline airport railway railroad utility manufacturer maker retailer chain supermarket
    insurer lender brokerage exchange publisher newspaper magazine broadcaster station network
    channel website service services body panel inquiry taskforce embassy consulate mission
    secretariat treasury exchequer palace kremlin pentagon white-house laboratory lab centre
    center studio label startup start-up venture consortium conglomerate plant factory mine port
    harbour harbor zoo aquarium festival conference synod militia squadron regiment battalion
    fleet coastguard prefecture municipality city town village province state county district
    borough nation country republic kingdom family administrators ltd inc corp plc llc gmbh ag sa
    co holdings industries enterprises partners systems technologies foods motors airlines airways
    lines electric energy petroleum oil steel press times post herald gazette tribune news radio
    television tv media observer courier wire cross crescent nations watch relief rights facility
    trusts project programme program initiative campaign branch division unit pharmacy shipyard
    shipbuilding mobile telecom developer supplier contractor giant automaker carmaker drugmaker
    tribe community customs protection commerce affairs consumer science sciences electorate
    summit academy-award library archive archives conservancy institute's cooperative co-operative
    collective cathedral abbey monastery monarchy interpol nato opec unicef unesco
    """.split()
) - {"city", "town", "village", "state", "house", "watch", "rights", "times"}

# What "the company", "the body" may take up although the name does not hold the word.
GENERIC_BODIES = frozenset(
    """
    agency company firm group body organisation organization charity union club team party
    operator carrier airline manufacturer maker retailer chain insurer lender regulator watchdog
    monitor newspaper magazine broadcaster network bank utility developer supplier contractor
    giant automaker carmaker drugmaker startup start-up movement coalition militia service
    nonprofit non-profit foundation outlet publication tabloid hospital association
    """.split()
)

# Set before a body's name and no part of it: "Automaker Tovan".
TRADES = frozenset(
    "regulator watchdog airline manufacturer maker retailer insurer lender developer supplier "
    "contractor automaker carmaker drugmaker chipmaker startup start-up broadcaster".split()
)

# What a name must hold, or must not, to be taken up by a noun.
_COMPANIES = """
    company firm operator carrier airline manufacturer maker retailer chain insurer lender network
    utility developer supplier contractor giant automaker carmaker drugmaker startup start-up bank
    broadcaster publisher
    """

_PUBLIC = frozenset(
    """
    ministry department commission court parliament union federation police army university
    council committee agency office cross crescent government senate congress assembly nations
    administration authority alliance workers party commissioner
    """.split()
)

_PRIVATE = frozenset(
    "group company corporation inc corp co ltd plc llc holdings foods industries motors airlines "
    "club team".split()
)

UNFIT_NAMES: dict[str, frozenset[str]] = {
    **dict.fromkeys(_COMPANIES.split(), _PUBLIC),
    **dict.fromkeys(("regulator", "watchdog", "agency"), _PRIVATE),
}

FIT_NAMES: dict[str, frozenset[str]] = {
    "union": frozenset(
        "union federation alliance association workers guild brotherhood confederation".split()
    ),
    "hospital": frozenset("hospital hospitals clinic medical health infirmary".split()),
    "association": frozenset(
        "association league federation union society tour confederation guild board".split()
    ),
    "party": frozenset(
        "party accord union front movement alliance democrats greens list league".split()
    ),
}

# "the French union": no name.
NATIONAL_ENDINGS = ("ese", "ish", "ian", "can", "ench")

# What a name mostly holds where one of these nouns takes it up.
TYPICAL_NAMES: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "outlet newspaper publication tabloid broadcaster magazine network".split(),
        frozenset(
            "new time post journal herald gazette tribune guardian mail telegraph independent "
            "mirror press courier observer record sun magazine report politico reuter radio "
            "television tv broadcasting sky".split()
        ),
    ),
    "airline": frozenset("airline airway air jet".split()),
    "agency": frozenset(
        "agency administration department service bureau commission center centre institute office "
        "survey authority board ministry tass news press organization organisation program".split()
    ),
}
