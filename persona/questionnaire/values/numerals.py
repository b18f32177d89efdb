"""How one number is written: which marks part its thousands and its decimals, and what stands around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from persona.questionnaire.values.cells import plain_digits

Mark = Literal[".", ","]
_LONGEST = 40
LONG_NUMBER = 16  # digits; a spreadsheet keeps fifteen, so longer ones are ids written as numbers

_ABOUT = (
    r"about|approx(?:imately)?|around|almost|nearly|over|under|up\sto|at\sleast|at\smost|more\sthan|less\sthan|circa|ca"
    r"|roughly|maybe|only|ungefähr|etwa|rund|über|unter|mindestens|höchstens|fast|environ|presque|plus\sde|moins\sde"
    r"|unos|unas|aproximadamente|más\sde|menos\sde|cerca\sde|mais\sde|circa|quasi|più\sdi|meno\sdi|ongeveer|meer\sdan|約|约"
)
_CURRENCY = (
    r"(?:us|au|ca|nz|hk|r|s)?\$|[€£¥₹₽₩₺₫฿]|usd|eur|gbp|chf|jpy|inr|cad|aud|sek|nok|dkk|pln|brl|kr|zł|fr\.|rs\.?"
    r"|[₦₱₲₡৳₴₸₮₭៛₾]|[tku]shs?\.?|rp\.?|rm|ngn|kes|tzs|ugx|ghs|zar|idr|php|vnd|myr|thb|pkr|czk|huf|ron|rsd|uah|aed|mxn|cop|clp"
)
# Units that people write without a blank before them; other letters make a code of the digits: 12a, 5th.
_GLUED = (
    r"(?:mm|cm|dm|km|m|mg|kgs?|g|lbs?|oz|ml|cl|l|h|hrs?|std|mins?|secs?|yrs?|years?|ans?|años|jahre|лет|мин|руб"
    r"|eur|usd|gbp|chf|sek|nok|dkk|pln|kr|zł|年|[歳岁才人名円元日分回個个次]|分钟|小时|時間|세|명|원|개)(?![^\W\d_])"
)
_DIGITS = r"\d(?:[\d.,'\s]*\d)?\.?|[.,]\d+"
_NUMBER = re.compile(
    rf"""(?:(?P<about>(?:{_ABOUT})\b\.?|[~<>≈≥≤±]=?)\s*)*
        (?P<sign>[-+(])?\s*(?P<before>{_CURRENCY})?\s*(?P<minus>-)?\s*
        (?P<digits>{_DIGITS})(?P<power>e[-+]?\d{{1,2}})?
        (?:[.,][-–—]{{1,2}})?
        (?:\s*(?P<times>k|mio\.?|mill?\.?|million(?:en|s)?|tsd\.?|mrd\.?|lakh|m|万)(?![^\W\d_])|(?={_GLUED})|(?![^\W\d_]))
        (?P<more>\+)?\)?\s*
        (?P<unit>%|‰|°[cf]?|(?:{_CURRENCY})|[^\W\d_][^\W\d_/²³'.]{{0,14}}\.?(?:\s[^\W\d_]{{1,12}}\.?){{0,2}}|[年歳岁人円元分回個%])?
        \s*\.?""",
    re.VERBOSE | re.IGNORECASE,
)
# Any other letters that follow without a blank. Whether all of a column's cells carry them is for the column to say.
_WITH_ENDING = re.compile(
    rf"(?:(?:{_ABOUT})\s*)?(?P<digits>{_DIGITS})\s?(?P<times>[千万億亿萬천만억])?(?P<unit>[^\W\d_ªº]{{1,8}})[./]?[23²³]?\+?",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(
    r"(?:st|nd|rd|th|[eè]r|re|nde?|d|ème|eme|e|ère|ste|de|te|[oa]|s|er|tal\w*|ish|º|ª"  # ordinals, decades
    r"|[bcfijknopqruvwyz]|代|.*(?:年代|位|番|番目|号|號|组|組|級|级|期|類|类|型|丁目|以上|以下|未満|以内|台|以降|學年|学年|年生|대|번|호|위|급|이상|이하|미만))",
    re.IGNORECASE,
)
"""Endings that make names of numbers: ordinals, decades, classes, ladders; and single letters, as in "5b"."""
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"\d{1,12}[.,]\d{1,20}")
_RANGE = re.compile(
    rf"(?:{_CURRENCY})?\s*(?P<low>{_DIGITS})\s*k?\s*(?:%|€|[^\W\d_]{{1,8}}\.?)?\s*"
    rf"(?:-|~|〜|～|to|bis|until|and|und|à|a|hasta|até|tot|através|から|至)\s*(?:{_CURRENCY})?\s*(?P<high>{_DIGITS})(?!\S*\d)"
    r"\s*k?\s*(?:%|€|\$|\D{0,30})",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?P<part>{_DIGITS})\s*(?:/|of|out\sof|von|sur|de|di|van|av|su|中|из)\s*(?P<whole>{_DIGITS})(?:\s*[^\W\d_]{{1,10}}|\s*[★⭐])?",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\d+\.?")
_PARTED = re.compile(r"(\d{1,3})(?:([\s'])\d{3})(?:\2\d{3})*(?:[.,]\d+)?")  # 1 234 567,8 and 1'234.5
_BOTH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")  # 1,234.5 and 12,34,567
_BOTH_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")
_MANY = re.compile(r"\d{1,3}(?:([.,])\d{3}){2,}")
_ONE = re.compile(r"(\d*)([.,])(\d+)")
_TIMES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mio": 1e6, "mil": 1e6, "mill": 1e6, "mrd": 1e9, "lakh": 1e5}
_TIMES |= {"千": 1e3, "천": 1e3, "万": 1e4, "萬": 1e4, "만": 1e4, "億": 1e8, "亿": 1e8, "억": 1e8}


class Numeral(NamedTuple):
    """A number as it is written. `unclear` holds the one mark that may part thousands or decimals ("1,234")."""

    value: float  # with an unclear mark: read as decimals
    decimals: Mark | None = None  # the mark that parts decimals, where it is certain
    thousands: Mark | None = None
    unclear: Mark | None = None
    unit: str = ""
    digits: str = ""
    approximate: bool = False

    def read(self, decimals: bool) -> float:
        """Its value, where the unclear mark parts decimals or (else) thousands."""
        return self.value if decimals or not self.unclear else self.value * 1000


@lru_cache(maxsize=65_536)
def numeral(text: str) -> Numeral | None:
    """The number in a cell, None where the cell is none: "about 1.5 km", "$51", "1 234,5", "(12)", "3.5e4", "45 %"."""
    if not _DIGIT.search(text):
        return None
    text = plain_digits(text)
    if text.isdigit() and text.isascii():
        return Numeral(float(text), digits=text) if len(text) <= _LONGEST else None
    if _BARE.fullmatch(text) and (bare := _one_mark(text)):
        return bare._replace(digits=text)
    if not text or len(text) > _LONGEST:
        return None
    if not (match := _NUMBER.fullmatch(text)):
        return _with_ending(text)
    if (core := _core(match["digits"])) is None:
        return None
    if match["sign"] == "(" and ")" not in text:
        return None
    value = core.value * (-1 if match["minus"] or (match["sign"] or "") in {"-", "("} else 1)
    if match["power"]:
        value *= 10.0 ** int(match["power"][1:])
    unit = (match["before"] or match["unit"] or "").casefold().rstrip(".").strip()
    if match["times"] == "m" and not unit:
        unit = "m"  # metres, unless of money; millions have a capital
    else:
        value *= _TIMES.get((match["times"] or "").casefold().rstrip(".")[:4].removesuffix("i") or "", 1.0) or 1.0
    about = bool(match["about"] or match["more"])
    return core._replace(value=value, unit=unit, digits=match["digits"], approximate=about)


def _with_ending(text: str) -> Numeral | None:
    match = _WITH_ENDING.fullmatch(text)
    if match is None or _NO_UNIT.fullmatch(match["unit"]) or (core := _core(match["digits"])) is None:
        return None
    value = core.value * _TIMES.get(match["times"] or "", 1.0)
    return core._replace(value=value, unit=match["unit"].casefold(), digits=match["digits"])


def _core(digits: str) -> Numeral | None:
    if _WHOLE.fullmatch(digits):
        return Numeral(float(digits.rstrip(".")))
    if _PARTED.fullmatch(digits):
        joined = re.sub(r"[\s']", "", digits)
        mark: Mark | None = "," if "," in joined else "." if "." in joined else None
        return Numeral(float(joined.replace(",", ".")), decimals=mark)
    if _BOTH.fullmatch(digits):
        return Numeral(float(digits.replace(",", "")), decimals="." if "." in digits else None, thousands=",")
    if _BOTH_COMMA.fullmatch(digits):
        return Numeral(float(digits.replace(".", "").replace(",", ".")), decimals=",", thousands=".")
    if many := _MANY.fullmatch(digits):
        mark = "," if many[1] == "," else "."
        return Numeral(float(digits.replace(mark, "")), thousands=mark)
    return _one_mark(digits)


def _one_mark(digits: str) -> Numeral | None:
    if not (one := _ONE.fullmatch(digits)):
        return None
    mark: Mark = "," if one[2] == "," else "."
    value = float(f"{one[1] or 0}.{one[3]}")
    if len(one[3]) == 3 and 1 <= len(one[1]) <= 3 and one[1][0] != "0":
        return Numeral(value, unclear=mark)
    return Numeral(value, decimals=mark)


def is_range(text: str) -> bool:
    """Whether a cell names a stretch of numbers, which is an option and no number: "25-34", "18 to 24 years"."""
    text = plain_digits(text)
    if len(text) > 2 * _LONGEST or not (match := _RANGE.fullmatch(text)):
        return False
    low, high = _core(match["low"]), _core(match["high"])
    return low is not None and high is not None and low.value < max(high.value, high.read(decimals=False))


@lru_cache(maxsize=65_536)
def out_of(text: str) -> tuple[float, float] | None:
    """The part and the whole in "17/20", "4 out of 5", "3 von 10"; None where there are none."""
    text = plain_digits(text)
    if len(text) > _LONGEST or not (match := _OUT_OF.fullmatch(text)):
        return None
    part, whole = _core(match["part"]), _core(match["whole"])
    if part is None or whole is None or whole.value <= 0 or not 0 <= part.value <= whole.value:
        return None
    return part.value, whole.value
