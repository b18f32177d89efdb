"""How often something happens, from words about days, weeks and months: "a few times a week", "alle paar Wochen"."""

from __future__ import annotations

import re
from functools import lru_cache

from persona.questionnaire.values.cells import plain_digits, spelling_key

# Times a day, by the word for the stretch, in nine languages.
_UNITS = """
12: hour hours stunde stunden heure heures hora horas ora ore uur 時間
1: day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen 日 天
0.142857: week weeks woche wochen semaine semaines semana semanas settimana settimane weken 週 周
0.0714: fortnight fortnights quinzaine quincena quinzena
0.0333: month months monat monate monaten mois mes meses mês mese mesi maand maanden ヶ月 か月 月 个月
0.0111: quarter quarters quartal quartale trimestre trimestres kwartaal
0.00274: year years jahr jahre jahren an ans année années año años ano anos anno anni jaar 年
"""
_ADVERBS = """
12: hourly stündlich
1: daily everyday täglich quotidiennement diariamente giornalmente dagelijks 毎日 每天
0.142857: weekly wöchentlich hebdomadaire semanalmente settimanalmente wekelijks 毎週 每周
0.0714: biweekly fortnightly
0.0333: monthly monatlich mensuel mensuellement mensualmente mensalmente mensilmente maandelijks 毎月 每月
0.0111: quarterly vierteljährlich
0.00274: yearly annually jährlich annuellement anualmente annualmente jaarlijks 毎年 每年
"""
_COUNTS = """
0.5: 半
1: once one a an einmal ein une un una eine einem uma eenmaal een eens um 一
2: twice two zweimal zwei deux dos dois duas due twee couple paar 二 两 兩
3.5: few several multiple many mehrmals mehrere plusieurs quelques varias varios algunas várias algumas
3.5: diverse alcune enkele meerdere 数 几
3: three drei trois tres três tre drie dreimal 三
4: four vier quatre cuatro quatro quattro 四
5: five fünf cinq cinco cinque vijf 五
6: six sechs seis sei zes 六
"""
_ROWS = re.compile(r"^([\d.]+): (.*)$", re.MULTILINE)


def _table(text: str) -> dict[str, float]:
    return {word: float(value) for value, words in _ROWS.findall(text) for word in words.split()}


_UNIT, _ADVERB, _COUNT = _table(_UNITS), _table(_ADVERBS), _table(_COUNTS)
_ANY_UNIT = "|".join(sorted(_UNIT, key=len, reverse=True))
_ANY_COUNT = "|".join(sorted(_COUNT, key=len, reverse=True))
_NUMBER = rf"(?P<count>\d+(?:[.,]\d+)?(?:\s*(?:-|to|bis|à|a)\s*\d+)?|(?:{_ANY_COUNT})\b)"
_EVERY = re.compile(
    rf"\b(?:every|each|alle|jeden|jede|jedes|tous\sles|toutes\sles|chaque|cada|todos\slos|todas\slas|todos\sos|todas\sas"
    rf"|ogni|tutti\si|elke|iedere)\s+(?P<other>other|second|zweite\w*|deux|otro)?\s*(?:{_NUMBER})?\s*(?P<unit>{_ANY_UNIT})\b"
)
_TIMES = re.compile(
    rf"{_NUMBER}\s*(?:or\smore\s|oder\smehr\s|ou\splus\s)?(?:times?|x|×|mal|fois|veces|vez|vezes|volte|volta|keer|maal)?\s*"
    rf"(?:of\s)?(?:days?\s|tage?\s)?(?:a|an|per|each|every|pro|im|in\sder|am|par|al|a\sla|por|la|alla|al|il|per|ao|à|/)\s*"
    rf"(?P<unit>{_ANY_UNIT})\b"
)
_ASIAN_NUMBER = r"\d+|[半一二两兩三四五六数几]"
_ASIAN = re.compile(
    rf"(?P<stretch>{_ASIAN_NUMBER})?\s*[个個ヶケかカ]?(?P<unit>週|周|月|年|日|天)間?に?\s*"
    rf"(?P<low>{_ASIAN_NUMBER})?[~〜～、-]?(?P<count>{_ASIAN_NUMBER})?\s*(?:回|次)"
)
_LONGEST = 120  # letters; longer answers are sentences
_LESS = re.compile(r"\b(?:less|fewer|weniger|seltener|moins|menos|meno|minder)\b|未満|以下|少于")
_MORE = re.compile(
    r"\b(?:more\sthan|over|at\sleast|mehr\sals|öfter|plus\s(?:de|d'|souvent)|más\sde|mais\sde|più\sdi|meer\sdan)\b|以上"
)


def is_less(answer: str) -> bool:
    """Whether an answer means less than the others: "less often"."""
    return bool(_LESS.search(spelling_key(answer).replace("_", " ")))


@lru_cache(maxsize=8_192)
def rate(answer: str) -> float | None:
    """How many times a day an answer means, None where it names no stretch of time."""
    if len(answer) > _LONGEST:
        return None
    key = plain_digits(spelling_key(answer).replace("_", " "))
    found = _rate(key)
    if found is None:
        return None
    return found * (0.6 if _LESS.search(key) else 1.4 if _MORE.search(key) else 1.0)


def _rate(key: str) -> float | None:
    if every := _EVERY.search(key):
        stretches = 2.0 if every["other"] else _number(every["count"] or "1") or 1.0
        return _UNIT[every["unit"]] / stretches
    if times := _TIMES.search(key):
        return _number(times["count"]) * _UNIT[times["unit"]]
    if asian := _ASIAN.search(key):
        times_in_it, stretches = _number(asian["count"] or asian["low"] or "1"), _number(asian["stretch"] or "1") or 1.0
        return times_in_it * _UNIT[asian["unit"]] / stretches
    return next((value for word, value in _ADVERB.items() if re.search(rf"(?<![^\W_]){word}(?![^\W_])", key)), None)


def _number(text: str) -> float:
    if text in _COUNT:
        return _COUNT[text]
    parts = [float(part.replace(",", ".")) for part in re.findall(r"\d+(?:[.,]\d+)?", text)]
    return sum(parts) / len(parts) if parts else 1.0
