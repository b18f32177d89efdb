"""How many of the last days: the four answers of screening questionnaires (PHQ, GAD), in the languages they have.

"Not at all, several days, more than half the days, nearly every day" is told by its build in every language: one answer
speaks of half, one of every day, one of days, and one of none. Only these four ideas are listed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import spelling_key

if TYPE_CHECKING:
    from collections.abc import Collection

_HALF = re.compile(
    r"\bhal(?:f|be\w*|ft\w*|vdel\w*|vpart\w*)\b|hälft|\bmoitié\b|\bmitad\b|\bmetà\b|\bmetade\b|\bmeitat\b|\bhelft\b"
    r"|\bpołow\w*|\bpolovi[nc]\w*|\bpolovic\w*|половин\w*|\bfelé\w*|\bjumătate\b|\bμισ\w+|\byari\w+|מחצית|חצי|نصف|نيم"
    r"|आधे|آدھے|\bseparuh\b|\bsetengah\b|\bnửa\b|半|절반|\bnusu\b|\bkalahati\b|\bpus[ęi]\b|\bpoole\b|\bpuolet\b"
    r"|অর্ধেক|\bsuurimpana\b|\bseminggu\b|일주일|7일|ค่อนข้างบ่อย|\bpolovico\b"
)
_EVERY = re.compile(
    r"\b(?:every|each) ?day\b|\bdaily\b|\bjede[nr]? tag\b|\btäglich\b|\btous les jours\b|\bchaque jour\b"
    r"|\bcada d[ií]a\b|\btodos (?:l?os) d[ií]as\b|\bogni giorno\b|\btutti i giorni\b"
    r"|\b(?:elke|iedere) dag\b|\bvarje dag\b|\bhver dag\b|\bjoka päivä\b|\bcodziennie\b|\bkaždý de[nň]\b"
    r"|\bminden nap\b|\bfiecare zi\b|\bвсеки ден\b|каждый день|ежедневно|щодня|кожен день"
    r"|\bsvak[io] dan\b|\bsvakodnevno\b|\bvsak dan\b|κάθε (?:μέρα|ημέρα)|καθημερινά|\bher gün\b|כל יום"
    r"|كل يوم|يوميا|هر روز|हर दिन|रोज़|ہر روز|\bsetiap hari\b|\bmỗi ngày\b|\bhàng ngày\b|ทุกวัน|매일|毎日|每天"
    r"|天天|\bkila siku\b|\baraw[ -]araw\b|\bkiekvieną dieną\b|\bkasdien\b|\bkatru dienu\b|\biga päev\b"
    r"|প্রতিদিন"
)
_DAYS = re.compile(
    r"\b(?:days|tagen?|jours|d[ií]as|dies|giorni|dagen|dagar|dage|dager|päivinä|dn[ií]|napo?k?|zile|дни|дней|днів|dana"
    r"|η?μέρεσ|günler|ימים|أيام|ايام|روز|दिन|دن|hari|ngày|siku|araw|dien(?:ų|as|ām)|päeval?|দিন)\b"
    r"|บางวัน|며칠|数日|几天|幾天|दिन"
)
_NONE = re.compile(
    r"\b(?:ning[uú]n|nessun|nenhum|aucun|no|not|kein|geen|ingen|żadn\w+|žádn\w+|không|ни|жодного)\b|没有|沒有"
)
_ALL, _LEAST = 4, 3


def order_days(labels: Collection[str]) -> dict[str, float] | None:
    """Places from -1 (no day) to 1 (nearly every day); None where the answers are not these, or say one thing twice."""
    if not _LEAST <= len(labels) <= _ALL:
        return None
    keys = {label: spelling_key(label) for label in labels}
    every = [label for label, key in keys.items() if _EVERY.search(key)]
    half = [label for label, key in keys.items() if label not in every and _HALF.search(key)]
    rest = [label for label in labels if label not in (*every, *half)]
    several = [label for label in rest if _DAYS.search(keys[label])]
    if len(several) > 1:
        several = [label for label in several if not _NONE.search(keys[label])]
    if [len(every), len(half), len(several)] != [1, 1, 1]:
        return None
    none = {label: -1.0 for label in rest if label not in several}
    return none | {several[0]: -1 / 3, half[0]: 1 / 3, every[0]: 1.0}
