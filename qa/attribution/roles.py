"""Nouns that tell what a speaker is: titles, roles, bodies, documents, places.

Every table is lower case. A title stands before a name and is no part of it; a role is what a
person is called without a name; a body is an organisation's noun, alone or inside its name.
"""

from __future__ import annotations

from qa.attribution.types import Gender

# Written before a name and left off: "Deputy Foreign Minister Aram Sarkis".
TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess duke
    duchess earl prince princess king queen emperor empress pope president vice-president
    president-elect premier chancellor minister secretary undersecretary ambassador envoy consul
    governor lieutenant-governor mayor deputy-mayor councillor councilor councilman councilwoman
    alderman senator sen representative rep congressman congresswoman assemblyman assemblywoman
    delegate mp mep md speaker commissioner chief sheriff marshal constable superintendent supt
    inspector insp detective det sergeant sgt officer corporal cpl captain capt major maj colonel
    col lieutenant lt general gen brigadier commander cmdr cdr admiral adm commodore private pvt
    cadet airman seaman judge justice magistrate prosecutor attorney solicitor barrister counsel
    coroner reverend rev father fr sister brother bishop archbishop cardinal rabbi imam sheikh
    sheik mullah ayatollah mufti patriarch pastor deacon vicar canon dean rector provost chairman
    chairwoman chairperson chair ceo cfo coo director manager coach nurse surgeon doctor farmer
    coordinator spokesman spokeswoman spokesperson founder editor correspondent reporter analyst
    economist historian professor-emeritus cacique lama guru don dona doña señor señora senor
    senora herr frau monsieur madame mme mlle signor signora comrade elder hon leader treasurer
    registrar warden principal headteacher gov pres tsar emir sultan shah administrator
    director-general secretary-general architect composer filmmaker novelist lawmaker candidate
    organizer activist lawyer strategist scientist researcher columnist anchor host comedian
    singer actor actress rapper lobbyist negotiator coach-in-chief captain-general quarterback
    goalkeeper chef skipper trainer aide adviser advisor owner boss caliph nawab whip
    """.split()
)
# Words that come before a title and belong to it.
TITLE_MODIFIERS = frozenset(
    """
    deputy vice acting former interim assistant associate senior junior lead chief executive
    foreign defence defense interior finance health prime home education justice agriculture
    energy environment transport trade labour labor culture economy housing fire police district
    state attorney general special supreme court federal regional national managing first second
    lieutenant staff sergeant rear brigadier wing flight petty master ex co outgoing incoming
    retired honorary emeritus
    """.split()
)
# Kept before a single name, which would not be known without.
RULERS = frozenset("pope king queen prince princess emperor empress sultan emir sheikh".split())

_MALE = """
    mr sir lord king prince duke earl baron emperor pope father fr brother monsieur herr don señor
    senor signor chairman spokesman congressman assemblyman councilman alderman policeman fireman
    businessman fisherman gentleman man boy husband son uncle grandfather nephew widower actor
    waiter salesman cameraman sportsman statesman craftsman postman sheikh imam bishop archbishop
    cardinal rabbi sultan emir monk boyfriend caliph
    """
_FEMALE = """
    mrs ms miss dame lady queen princess duchess countess baroness empress sister madame mme mlle
    frau dona doña señora senora signora chairwoman spokeswoman congresswoman assemblywoman
    councilwoman policewoman businesswoman woman girl wife mother daughter aunt grandmother niece
    widow actress waitress saleswoman sportswoman stateswoman nun midwife girlfriend housewife
    """
GENDERS: dict[str, Gender] = {
    **dict.fromkeys(_MALE.split(), "male"),
    **dict.fromkeys(_FEMALE.split(), "female"),
}

ROLES = (
    TITLES
    | frozenset(_MALE.split())
    | frozenset(_FEMALE.split())
    | frozenset(
        """
    official officer spokesman spokeswoman spokesperson person resident witness expert scientist
    researcher biologist chemist physicist geologist astronomer meteorologist forecaster
    epidemiologist virologist psychologist economist analyst strategist pollster lawyer attorney
    barrister prosecutor judge clerk teacher pupil student lecturer scholar academic professor
    doctor physician surgeon nurse medic paramedic midwife pharmacist patient engineer surveyor
    architect planner builder electrician plumber carpenter mechanic technician pilot driver
    captain sailor skipper fisherman farmer rancher shepherd vet veterinarian gardener forester
    ranger warden guard soldier commander general rebel fighter militant leader chief boss head
    director manager executive chairman chairwoman chair president chancellor treasurer secretary
    coordinator organiser organizer campaigner activist protester volunteer founder owner operator
    landlord tenant shopkeeper trader merchant retailer broker banker investor shareholder auditor
    accountant actuary insurer buyer seller customer shopper passenger commuter tourist visitor
    guest neighbour neighbor caretaker janitor cleaner waiter chef cook baker butcher brewer
    barber hairdresser singer actor actress dancer musician composer conductor painter sculptor
    artist poet novelist writer author playwright editor publisher journalist reporter
    correspondent columnist blogger photographer broadcaster presenter historian archaeologist
    curator librarian archivist priest pastor vicar imam rabbi monk nun bishop coach trainer
    player striker goalkeeper boxer jockey referee umpire steward athlete runner swimmer cyclist
    climber mountaineer skier policeman policewoman detective inspector constable sergeant sheriff
    investigator coroner pathologist firefighter rescuer lifeguard diver diplomat envoy ambassador
    consul negotiator mediator minister senator lawmaker legislator deputy councillor politician
    mayor governor premier monarch candidate rival opponent ally adviser advisor aide assistant
    agent representative delegate member partner colleague friend relative survivor victim suspect
    defendant plaintiff prisoner inmate hostage refugee migrant worker employee labourer laborer
    miner docker trucker courier postmaster postman custodian keeper beekeeper vintner winemaker
    grower planter logger hunter trapper whaler seafarer lighthouse-keeper source insider
    whistleblower informant consultant specialist designer developer programmer inventor
    entrepreneur tycoon millionaire billionaire collector dealer auctioneer stationmaster husband
    wife father mother son daughter brother sister uncle aunt cousin grandfather grandmother
    grandson granddaughter nephew niece parent child widow widower man woman boy girl teenager
    pensioner bystander onlooker chairperson ombudsman magistrate arbitrator seismologist
    volcanologist hydrologist glaciologist oceanographer ecologist botanist zoologist
    ornithologist entomologist statistician mathematician linguist sociologist anthropologist
    philosopher theologian criminologist toxicologist oncologist cardiologist neurologist
    psychiatrist dentist optician dietitian nutritionist therapist radiologist butler maid nanny
    babysitter model influencer streamer gamer headteacher headmaster headmistress principal dean
    rector tutor trustee harbourmaster dispatcher controller attendant stewardess porter usher
    bouncer bartender cashier undertaker gravedigger sexton verger foreman superintendent
    supervisor overseer vice-chancellor vice-president co-founder co-author co-owner co-chair
    counsel co-director counterpart successor predecessor nominee spokesmen spokeswomen
    """.split()
    )
)


# Nouns by which somebody just named is called again: no office that several may hold.
PARTY_MEMBERS = frozenset(("republican", "democrat", "independent"))
TAKEN_UP = frozenset(
    """
    comedian comic actor actress singer rapper musician songwriter star superstar player striker
    midfielder winger quarterback linebacker pitcher goalkeeper athlete boxer golfer sprinter
    swimmer skier gymnast author novelist poet playwright filmmaker designer chef billionaire
    entrepreneur politician lawmaker congressman congresswoman senator pontiff pope monarch model
    champion teenager republican democrat independent resident native
    alum graduate guitarist drummer frontman host
    """.split()
)


# Plural or collective people without a name.
GROUPS = frozenset(
    """
    police people officials authorities residents witnesses rescuers medics experts scientists
    researchers analysts economists sources prosecutors investigators detectives villagers locals
    survivors relatives families parents doctors nurses lawyers critics supporters opponents
    organisers organizers activists campaigners protesters workers unions staff media press
    fishermen policemen firemen lawmakers mps republicans democrats conservatives children men
    women clergy personnel crew others both some many few most
    """.split()
)

# Nouns in -er, -or and -ian that are no people.
THINGS = frozenset(
    """
    water river number paper newspaper computer power letter order winter summer weather quarter
    center matter tower border offer layer chapter factor sector motor error mirror floor door
    labor color harbor humor honor rumor terror corridor tractor reactor monitor indicator
    disorder disaster answer latter former other another cover corner dinner theater liter meter
    kilometer centimeter trailer container shelter chamber cancer fever fiber finger flower folder
    freezer gender hunger ladder leather lumber murder pepper poster printer register router
    rubber server shoulder shower silver slaughter spider sugar temper thunder timber transfer
    trigger tumor vapor whisper bumper cluster counter december october november september charter
    banner filter semester barrier carrier frontier premier career beer war
    """.split()
)

DOCUMENTS = frozenset(
    """
    report reports study studies survey surveys poll polls data figures statistics records
    documents document filings filing papers paper emails email e-mails letter letters memo
    memorandum statement census audit research analysis review log logs list count estimate
    estimates tally affidavit indictment complaint lawsuit article book bulletin manifesto
    transcript transcripts ledger minutes diary accounts results findings forecast forecasts
    projections inventory register registry dossier briefing communique communiqué release
    assessment index projection calculations modelling modeling returns numbers contract
    information notice advisory warrant warrants guidance profile bylaws memoir blueprint plans
    post tweet message diaries certificate timetable database autopsy leaflet
    sheet agenda reporting coverage
    classification classifications listing listings website webpage site page op-ed essay testimony
    ruling petition handbook announcement reckoning telling admission
    """.split()
)
# A reader of a document, not its author: "emails seen by the Times".
NOT_AUTHORS = frozenset(
    "seen obtained viewed reviewed read examined leaked shown heard cited kept".split()
)
PLAIN_ADJECTIVES = frozenset(
    """
    new latest press news official preliminary joint recent internal annual monthly quarterly
    weekly daily interim final provisional own initial separate fresh confidential leaked secret
    written detailed early draft brief short public published unpublished earlier previous first
    second third yearly independent scientific academic medical major full summary
    """.split()
)
