"""Currency signs, names and codes, and which currency a figure in the text is in.

Pure tables and two readers. A currency whose country the wording does not name keeps its
own word ("francs"). Knows nothing of exchange rates.
"""

from __future__ import annotations

import re

# Longest first, so that "US$" is not read as "$".
_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB",
    "₺": "TRY", "₩": "KRW", "₪": "ILS", "₦": "NGN", "₴": "UAH", "฿": "THB", "₱": "PHP",
    "Rs.": "INR", "Rs": "INR", "Fr.": "francs", "SFr": "CHF", "Sfr": "CHF",
}  # fmt: skip
_CODES = (
    "USD EUR GBP JPY CHF CNY INR RUB AUD CAD NZD HKD SGD BRL MXN TRY KRW ILS ZAR SEK NOK DKK "
    "PLN CZK HUF UAH NGN THB PHP IDR MYR AED SAR EGP PKR"
).split()
# Plain name to ISO code, where one country is meant unless another is named.
_NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rouble": "RUB", "ruble": "RUB",
    "rupee": "INR", "rand": "ZAR", "shekel": "ILS", "naira": "NGN", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "zloty": "PLN", "forint": "HUF", "hryvnia": "UAH",
    "taka": "BDT", "lira": "TRY", "krona": "SEK", "kronor": "SEK", "reais": "BRL",
    "won": "KRW", "dong": "VND", "tenge": "KZT", "lari": "GEL", "birr": "ETB", "cedi": "GHS",
}  # fmt: skip
# Used by several countries alike: the word itself is the answer unless one is named.
_SHARED = {
    "franc": "francs", "peso": "pesos", "crown": "crowns", "krone": "kroner",
    "kroner": "kroner", "rial": "rials", "riyal": "riyals", "dirham": "dirhams",
    "dinar": "dinars", "shilling": "shillings", "kwacha": "kwacha", "leu": "lei", "lei": "lei",
    "lev": "leva", "leva": "leva", "bolivar": "bolivars", "real": "BRL",
}  # fmt: skip
_NATIONAL = {
    "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD",
    "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD",
    "singapore dollar": "SGD", "new zealand dollar": "NZD", "taiwan dollar": "TWD",
    "swiss franc": "CHF", "cfa franc": "XOF", "congolese franc": "CDF", "rwandan franc": "RWF",
    "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP",
    "sudanese pound": "SDG", "turkish lira": "TRY", "lebanese lira": "LBP",
    "pakistani rupee": "PKR", "pakistan rupee": "PKR", "sri lankan rupee": "LKR",
    "nepalese rupee": "NPR", "indian rupee": "INR", "mexican peso": "MXN",
    "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "philippine peso": "PHP", "cuban peso": "CUP", "czech crown": "CZK", "czech koruna": "CZK",
    "swedish krona": "SEK", "swedish kronor": "SEK", "swedish crown": "SEK",
    "norwegian krone": "NOK", "norwegian kroner": "NOK", "norwegian crown": "NOK",
    "danish krone": "DKK", "danish kroner": "DKK", "danish crown": "DKK",
    "icelandic krona": "ISK", "iranian rial": "IRR", "omani rial": "OMR", "saudi riyal": "SAR",
    "qatari riyal": "QAR", "yemeni rial": "YER", "uae dirham": "AED", "emirati dirham": "AED",
    "moroccan dirham": "MAD", "kuwaiti dinar": "KWD", "iraqi dinar": "IQD",
    "jordanian dinar": "JOD", "serbian dinar": "RSD", "algerian dinar": "DZD",
    "tunisian dinar": "TND", "libyan dinar": "LYD", "kenyan shilling": "KES",
    "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "romanian leu": "RON",
    "romanian lei": "RON", "bulgarian lev": "BGN", "bulgarian leva": "BGN",
    "brazilian real": "BRL", "brazilian reais": "BRL", "south korean won": "KRW",
    "north korean won": "KPW", "south african rand": "ZAR", "chinese yuan": "CNY",
    "russian rouble": "RUB", "russian ruble": "RUB",
}  # fmt: skip
# Weight and verbs share these words: "5 pounds of flour", "four won", "a real danger".
_NEEDS_MAGNITUDE = {"won", "real", "crown", "rand", "dong"}

_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
SIGN_BEFORE = re.compile(rf"(?<![A-Za-z])({_SIGN}|{'|'.join(_CODES)})\s?\Z")
_SIGN_AFTER = re.compile(rf"\s?(€|{'|'.join(_CODES)})(?![A-Za-z])")
_NAME = "|".join([*_NAMES, *_SHARED])
_NAME_AFTER = re.compile(
    rf"(?:\s+of(?=\s))?[\s\u00a0-]+"
    rf"((?:{'|'.join(map(re.escape, _NATIONAL))})|(?:{_NAME}))s?(?![\w])",
    re.IGNORECASE,
)
_OF_WEIGHT = re.compile(r"\s+(?:of|in\s+weight|heavier|lighter|overweight)\b")
_PAID = re.compile(
    r"[\s-]+(?:[a-z]+\s+)?(?:notes?|fines?|tickets?|prizes?|vouchers?|deals?|coins?|bills?|fees?)\b"
)
_MONEY_OF = re.compile(
    r"\s+of\s+(?:debt|aid|work|damage|savings|cash|profit|tax|public|investment)"
)


def sign_before(text: str, position: int) -> tuple[int, str] | None:
    """Return the start and currency of a sign or code that ends at `position`."""
    match = SIGN_BEFORE.search(text, max(0, position - 5), position)
    if match is None:
        return None
    return match.start(), _SIGNS.get(match.group(1), match.group(1))


def currency_after(text: str, position: int, is_large: bool) -> tuple[int, str] | None:
    """Return the end and currency of a name, code or sign that begins at `position`.

    `is_large` says that the figure carries a magnitude, which settles words that also
    mean something else.
    """
    match = _SIGN_AFTER.match(text, position)
    if match:
        return match.end(), _SIGNS.get(match.group(1), match.group(1))
    match = _NAME_AFTER.match(text, position)
    if match is None:
        return None
    name = match.group(1).lower()
    if name in _NEEDS_MAGNITUDE and not is_large:
        return None
    is_weight = _OF_WEIGHT.match(text, match.end()) and not _MONEY_OF.match(text, match.end())
    if name == "pound" and is_weight and not is_large:
        return None
    if name == "pound" and text[position] == "-" and not _PAID.match(text, match.end()):
        return None  # "a 200-pound bear"
    return match.end(), _NATIONAL.get(name) or _NAMES.get(name) or _SHARED[name]
