"""English words whose full stop need not end a sentence, and words that begin one.

Plain data for `index.sentences`: lower case, without the last full stop.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name follows: the stop of "Gov." never ends a sentence, that of "gov." hardly ever.
TITLES = _words(
    """
    mr mrs ms messrs mx dr drs prof rev fr hon pres gov govs sen sens rep reps supt insp
    gen col lt maj capt cpt cmdr cdr adm sgt cpl pvt pfc brig det amb atty asst assoc
    st ste mt ft mme mlle vs v eg e.g ie i.e cf viz ca approx
    """
)

# A number follows: the stop ends the sentence when none does.
BEFORE_NUMBERS = _words("no nos art arts sec secs fig figs vol vols pp p para paras ch c nr")

# Written with a capital, may stand last: ends the sentence when a starter follows.
AMBIGUOUS_NAMES = _words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc ltd co corp cos bros llc plc assn dept univ jr sr esq
    ave blvd rd hwy pkwy bldg intl natl govt
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont
    neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta
    """
)

# The same in any case.
AMBIGUOUS_WORDS = _words("etc al est oz lb lbs sq km cm kg temp tel ext eds trans ph.d b.sc m.sc")

# After these a capital begins a sentence unless it goes on with the time.
TIMES_OF_DAY = _words("a.m p.m")
AFTER_TIMES = _words(
    """
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet msk ist jst aest
    eastern central mountain pacific greenwich
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)

# Names that carry their own mark.
NAMES_WITH_A_MARK = _words("yahoo jeopardy e yum jeb oklahoma mia oliver wham airplane joomla")

# Words that begin a sentence far more often than they go on with a name.
STARTERS = _words(
    """
    the a an this that these those there here he she it they we i you who what when where why how
    his her its their our my your and but or nor so yet for if as at by in on of to from with
    without within under over after before since until while during although though because
    however moreover meanwhile instead despite also still then now once even only just not no yes
    some many most more both each every all another other others several few such one two three
    last next earlier later today yesterday according among between through across about against
    is are was were has have had do does did can could will would should may might let
    it's he's she's they're we're i'm i've there's that's don't
    """
)

# Endings of addresses and file names: "Booking.Com" and "report.Pdf" are one word.
ENDINGS = _words(
    """
    com org net gov edu mil int io ai co uk us eu de fr ru cn au ca tv me info biz app dev js
    ts py rb go rs cc exe dll zip gz xz pdf doc docx xls xlsx ppt pptx txt csv md html htm xml json
    jpg jpeg png gif svg mp3 mp4 avi mov php asp aspx
    """
)
