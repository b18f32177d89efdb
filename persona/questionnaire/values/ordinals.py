"""First, second, third: places as words, in the languages of the product."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.questionnaire.names.titles import fold
from persona.questionnaire.values.cells import plain_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_WORDS = """
1: first 1st premier première 1er 1ère primero primera primer primeiro primeira primo prima erste
1: erster erstes eerste första første ensimmäinen pierwszy pierwsza pierwsze první prvý prvá prvi
1: prva prvo первый первая первое перший перша πρώτη πρώτος πρώτο birinci pertama nhất kwanza első
1: primul الأول الأولى אول ראשון ראשונה पहला पहली اول esimene pirmais pirmā pirmas 첫째 첫번째
2: second 2nd deuxième seconde 2e 2ème segundo segunda secondo seconda zweite zweiter zweites
2: tweede andra annen andre anden toinen drugi druga drugie druhý druhá druhé второй вторая второе
2: другий друга δεύτερη δεύτερος δεύτερο ikinci kedua hai pili második doilea doua الثاني الثانية
2: שני שנייה שניה दूसरा दूसरी دوم teine otrais otrā antras 둘째 두번째 next
3: third 3rd troisième 3e 3ème tercero tercera tercer terceiro terceira terzo terza dritte dritter
3: drittes derde tredje kolmas trzeci trzecia trzecie třetí tretí tretia treći treća третий третья
3: третье третій третя τρίτη τρίτος τρίτο üçüncü ketiga ba tatu harmadik treilea treia الثالث
3: الثالثة שלישי שלישית तीसरा तीसरी سوم trešais trešā trečias 셋째 세번째
4: fourth 4th quatrième 4e 4ème cuarto cuarta quarto quarta vierte vierter viertes vierde fjärde
4: fjerde neljäs czwarty czwarta čtvrtý čtvrtá štvrtý četvrti četvrta четвертый четвёртый четвертая
4: четверта τέταρτη τέταρτος dördüncü keempat tư nne negyedik patrulea patra الرابع الرابعة רביעי
4: चौथा چهارم neljas ceturtais ketvirtas 넷째
5: fifth 5th cinquième 5e 5ème quinto quinta fünfte fünfter fünftes vijfde femte viides piąty piąta
5: pátý pátá piaty peti peta пятый пятая п'ятий πέμπτη πέμπτος beşinci kelima năm tano ötödik
5: cincilea cincea الخامس الخامسة חמישי पांचवां پنجم viies piektais penktas 다섯째
"""


def _key(text: str) -> str:
    return fold(text.replace("İ", "i"))


ORDINALS: Mapping[str, int] = MappingProxyType(
    {_key(word): int(line[0]) for line in _WORDS.strip().splitlines() for word in line[2:].split()}
)
_COMPOUND = re.compile(r"(zweit|dritt|viert|fünft)(?=\w{5})")  # "am zweitwichtigsten"
_COMPOUNDS = MappingProxyType({"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5})
_COUNTED = re.compile(r"第([一二三四五])")
_NUMBER = re.compile(r"(?P<before>\D{0,16}?)\s*(?P<place>\d{1,2})(?:[.,]0+)?(?P<after>\D{0,16})")
_ENDING = re.compile(r"(?:st|nd|rd|th|er|re|ère|e|ème|º|ª|°|\.º|\.ª|:?[ae]|\.)(?![^\W_])", re.IGNORECASE)
_NUMERALS = "一二三四五"


@lru_cache(maxsize=20_000)
def ordinal(text: str) -> int | None:
    """The place that a cell or a name is as a whole: "Second", "Kwanza", "第三".

    >>> ordinal("Second"), ordinal("第三"), ordinal("Second choice")
    (2, 3, None)
    """
    key = _key(text)
    counted = _COUNTED.fullmatch(key)
    return _NUMERALS.index(counted[1]) + 1 if counted else ORDINALS.get(key)


def read_places(texts: Collection[str]) -> dict[str, int]:
    """The place that each of these cells is; empty where they are not written alike, or some are none.

    >>> read_places(["Hạng 2", "Hạng 1"]), read_places(["1st", "2nd"]), read_places(["Erster", "Zweite Wahl"])
    ({'Hạng 2': 2, 'Hạng 1': 1}, {'1st': 1, '2nd': 2}, {})
    """
    for read in (_numbered, _spelled, placed):
        found = {text: read(text.strip()) for text in texts}
        if len({words for _, words in found.values()}) == 1 and all(place for place, _ in found.values()):
            return {text: place for text, (place, _) in found.items() if place}
    return {}


def _numbered(text: str) -> tuple[int | None, str]:
    """A number, and the words around it without the ending of the number: "Rank 1", "1st place", "第1位"."""
    found = _NUMBER.fullmatch(plain_digits(text))
    if found is None:
        return None, ""
    return int(found["place"]), _key(f"{found['before']} {_ENDING.sub('', found['after'], count=1)}")


def _spelled(text: str) -> tuple[int | None, str]:
    return ordinal(text), ""


@lru_cache(maxsize=20_000)
def placed(name: str) -> tuple[int | None, str]:
    """The place that a name tells, and its other words: "Second choice" is 2 of "choice"; without one, all its words.

    >>> placed("Second choice"), placed("Am zweitwichtigsten"), placed("第二希望"), placed("Choice")
    ((2, 'choice'), (2, 'am wichtigsten'), (2, '希望'), (None, 'choice'))
    """
    key = _key(name)
    if counted := _COUNTED.search(key):
        return _NUMERALS.index(counted[1]) + 1, key.replace(counted[0], "", 1).strip()
    words = key.split()
    for at, word in enumerate(words):
        if (place := ORDINALS.get(word)) is not None:
            return place, " ".join(words[:at] + words[at + 1 :])
    if compound := _COMPOUND.search(key):
        return _COMPOUNDS[compound[1]], key.replace(compound[1], "", 1)
    return None, key
