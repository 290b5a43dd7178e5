"""Names of countries, states and cities that the rules must not take for somebody. One table."""

from __future__ import annotations

PLACES = frozenset(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma cambodia
    cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt
    england eritrea estonia ethiopia finland france gabon gambia georgia germany ghana greece
    guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia
    libya lithuania luxembourg madagascar malawi malaysia mali malta mexico moldova mongolia
    montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway
    oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda
    ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe washington london
    paris berlin moscow beijing tehran brussels kyiv kiev tokyo delhi rome madrid ankara cairo
    damascus baghdad jerusalem seoul pyongyang islamabad kabul geneva alabama alaska arizona
    arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
    virginia wisconsin wyoming ontario quebec alberta manitoba chicago houston philadelphia boston
    seattle denver atlanta miami dallas detroit phoenix baltimore cleveland pittsburgh minneapolis
    orlando tampa austin nashville memphis milwaukee sacramento portland toronto vancouver
    montreal ottawa sydney melbourne auckland mumbai shanghai lagos nairobi johannesburg dublin
    edinburgh glasgow belfast manchester liverpool birmingham vienna prague warsaw budapest athens
    lisbon oslo stockholm copenhagen helsinki brooklyn manhattan hollywood gaza kharkiv kherson
    beirut aleppo mosul tripoli khartoum america europe asia africa us uk usa eu u.s u.k
    """.split()
) | {
    "new york", "new jersey", "new mexico", "new hampshire", "new zealand", "north carolina",
    "south carolina", "north dakota", "south dakota", "west virginia", "rhode island",
    "saudi arabia", "south africa", "south korea", "north korea", "sri lanka", "costa rica",
    "los angeles", "san francisco", "san diego", "las vegas", "new orleans", "hong kong",
    "united arab emirates", "united states", "united kingdom", "british columbia", "nova scotia",
    "new south wales", "northern ireland",
}  # fmt: skip
