"""How one day is written: its year, month and day, or the three numbers whose order the column must tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from persona.questionnaire.values.cells import plain_digits
from persona.questionnaire.values.months import MONTHS, WEEKDAYS

_LONGEST = 64
_HALVES = (  # of a day, as tools write them behind the hour where days stand before months
    *(
        "dop",
        "odp",
        "ap",
        "ip",
        "fm",
        "em",
        "de",
        "du",
        "pp",
        "ch",
        "sa",
        "öö",
        "ös",
        "пп",
        "дп",
        "пр",
        "сл",
        "ص",
        "م",
        "πμ",
        "μμ",
    ),
    *("priešpiet", "popiet", "prieš", "paradites", "pasdites", "prije podne", "poslije podne", "pre podne", "po podne"),
    *("ก่อนเที่ยง", "หลังเที่ยง", "पूर्वाह्न", "अपराह्न", "পূর্বাহ্ণ", "অপরাহ্ণ", "ق.ظ", "ب.ظ", "לפנה״צ", "אחה״צ", 'לפנה"צ', 'אחה"צ'),
)
_HALF = "|".join(re.escape(word) if len(word) != 2 else rf"{word[0]}\.?\s?{word[1]}\.?" for word in _HALVES)
_TIME = re.compile(
    rf"""(?:^|(?<=\d)T|[\s,T(]|(?<=日))\s*(?:um|at|à|kl\.?|om|às|a\ las|alle|の)?\s*
        (?:午前|午後|上午|下午|오전|오후|(?:de|du)\.|ö[ös]\b|klo)?\s*
        \d{{1,2}}(?::|h|時|点|시)\s?\d{{2}}(?:\s*[:m分분]\s?\d{{2}}(?:[.,]\d{{1,9}})?秒?)?[分분초]?\s*
        (?:(?P<half>[ap]\.?\s?m\b\.?)|(?:{_HALF})(?![^\W\d_])\.?)?\s*(?:uhr\b|h\b|hrs?\b)?\s*
        (?:Z\b|(?:UTC|GMT)?\s*[+-]\d{{1,2}}(?::?\d{{2}})?|[A-Z]{{3,5}}\b|(?-i:[A-ZÀ-ÞČĆĎĚŇŘŠŤŮŽŁŚА-ЯΑ-Ω]{{2,5}})\b)?\s*
        (?:\([^()]{{1,40}}\))?""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTED_TIME = re.compile(
    r"(?<=\d)\s(?:klo?\.?\s)?\d{1,2}\.\d{2}(?:\.\d{2})?$"
)  # 05/03/2024 10.11.12, in Italy and Finland
_ISO = re.compile(r"(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?(?:日|일|\.|T)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_THREE = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?")
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})月?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.-]\s?((?:19|20)\d\d)")
_WORD = r"([^\W\d_]{2,14})"
_DAY_WORD_YEAR = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|ª|e)?\s?[-./,\s]?\s?(?:of\s|de\s|d')?{_WORD}\.?\s?[-./,'\s]?\s?(?:de\s|del\s|of\s)?(\d{{4}}|\d{{2}})"
)
_WORD_DAY_YEAR = re.compile(rf"{_WORD}\.?\s?[-\s]?\s?(\d{{1,2}})(?:st|nd|rd|th)?[\s,-]\s?,?\s?(\d{{4}})")
_YEAR_WORD_DAY = re.compile(rf"(\d{{4}})[-\s.,/]\s?{_WORD}\.?[-\s./]\s?(\d{{1,2}})(?:st|nd|rd|th)?\.?")
_WORD_YEAR = re.compile(rf"{_WORD}\.?\s?[-\s./,']\s?(?:de\s|of\s)?(\d{{4}}|\d{{2}})")
_WEEKDAY = re.compile(rf"^[（(]?{_WORD}(?:-feira)?[）)]?[.,]?\s+|\s*[（(][日月火水木金土일월화수목금토][)）]")
_YEAR_SIGN = re.compile(r"(?<=\d{4})\s?г(?:\.|ода)?$", re.IGNORECASE)  # 5 марта 2024 г.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}  # the years before their first
_JAPANESE_ERA = re.compile(rf"^({'|'.join(_ERAS)})\s?(元|\d{{1,2}})\s?年")
_ERA = (2400, 2620)  # the Buddhist calendar runs 543 years ahead


class Written(NamedTuple):
    """A day as written. Where `month` is 0, `first` and `second` are day and month in the order of the column."""

    year: int
    month: int
    day: int
    first: int = 0
    second: int = 0
    mark: str = ""
    twelve_hours: bool = False


@lru_cache(maxsize=65_536)
def written_day(text: str) -> Written | None:
    """The day in a cell, with or without a time; None where the cell is none."""
    text = plain_digits(text)
    if not 6 <= len(text) <= _LONGEST or not any(map(str.isdigit, text)):
        return None
    half = False
    if ":" in text or "h" in text or "時" in text or "点" in text or "시" in text:
        half = any(match["half"] for match in _TIME.finditer(text))
        text = _TIME.sub(" ", text).strip(" ,")
    text = _era_year(_YEAR_SIGN.sub("", _POINTED_TIME.sub("", _without_weekday(text)))).strip(" ,")
    found = _numbers_only(text) or _with_word(text.casefold())
    return found._replace(twelve_hours=half) if found else None


def year_before(text: str) -> Written | None:
    """The day in a cell of three pairs of digits, read with the year first: "24-03-05" is in March 2024."""
    found = _THREE.fullmatch(plain_digits(text))
    return _valid(_year(found[1]), int(found[3]), int(found[4])) if found and len(found[1] + found[4]) == 4 else None


def _without_weekday(text: str) -> str:
    def drop(match: re.Match[str]) -> str:
        word = (match[1] or "").casefold()
        return "" if not word or {word, f"{word}-feira"} & WEEKDAYS else match[0]

    return _WEEKDAY.sub(drop, text) if not text[:1].isdigit() or "(" in text else text


def _era_year(text: str) -> str:
    """A year of a Japanese era as one of ours: "令和6年3月5日" is in 2024."""
    return _JAPANESE_ERA.sub(lambda match: f"{_ERAS[match[1]] + int(match[2].replace('元', '1'))}年", text)


def _numbers_only(text: str) -> Written | None:
    if iso := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _valid(_year(iso[1]), int(iso[2]), int(iso[3]))
    if three := _THREE.fullmatch(text):
        first, second, year = int(three[1]), int(three[3]), _year(three[4])
        fits = (first <= 31 and second <= 12) or (first <= 12 and second <= 31)
        if not fits and len(three[1]) == len(three[4]) == 2:  # 24-03-05: the year comes first
            return _valid(_year(three[1]), second, int(three[4]))
        return Written(year, 0, 0, first, second, three[2]) if fits and first and second else None
    if short := _YEAR_MONTH.fullmatch(text):
        return _valid(int(short[1]), int(short[2]), 1)
    if short := _MONTH_YEAR.fullmatch(text):
        return _valid(int(short[2]), int(short[1]), 1)
    return None


def _with_word(text: str) -> Written | None:
    for pattern, day, word, year in (
        (_DAY_WORD_YEAR, 1, 2, 3),
        (_WORD_DAY_YEAR, 2, 1, 3),
        (_YEAR_WORD_DAY, 3, 2, 1),
        (_WORD_YEAR, 0, 1, 2),
    ):
        if (match := pattern.fullmatch(text)) and (month := MONTHS.get(match[word])):
            return _valid(_year(match[year]), month, int(match[day]) if day else 1)
    return None


def _year(digits: str) -> int:
    """Two digits stand for 1940 to 2039; years of the Buddhist calendar are told in ours."""
    year = int(digits)
    if len(digits) > 2:
        return year - 543 if _ERA[0] <= year <= _ERA[1] else year
    return year + (1900 if year >= 40 else 2000)


def _valid(year: int, month: int, day: int) -> Written | None:
    return Written(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2399 else None
