"""Whole numbers without any word of a scale: answer codes, points of a scale, or a count of something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.scales.recommending import asks_to_recommend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Reading = Literal["choice", "rating", "number"]
"""In the words of the doubt about it."""

# What questions ask for that has kinds and no order.
_NOMINAL = re.compile(
    r"(?<![^\W_])(?:gender|sex|region|country|state|county|province|city|brands?|product|employment"
    r"|occupation|job|profession|industry|sector"
    r"|domain|status|marital|type|kind|category|group|segment|class|channel|device|platform|browser|race"
    r"|ethnic\w*|religion|party|language|university"
    r"|school|department|team|role|position|title|which|what\s(?:is|describes|best|kind|type)|degree"
    r"|education|phd|diagnosis|condition|arm|cohort|site"
    r"|source|reason|geschlecht|land|bundesland|beruf\w*|branche|marke|version|produkt|familienstand|religion"
    r"|partei|welche\w*|bildung\w*|abschluss|abteilung"
    r"|sexe|pays|région|métier|marque|statut|quelle?s?|género|sexo|país|región|marca|estado|ocupación|cuál"
    r"|qual|gênero|região|profissão|genere|paese"
    r"|regione|professione|quale|geslacht|provincie|beroep|merk|welke"
    r"|kön|län|yrke|vilke[nt]|märke|utbildning|køn|kjønn|fylke|hvilke[nt]?|płeć|województwo|zawód|któr[aey]|marka"
    r"|пол|регион\w*|област\w*|стран\w*|город\w*|професси\w*|марк\w*|бренд\w*|образовани\w*|как(?:ой|ая|ое|ую|ом)|pohlaví|kraj|kter[ýáé]"
    r"|cinsiyet|meslek|hangi|sukupuoli|ammatti|mikä)(?![^\W_])|性別|职业|職業|地域|国籍|性别",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?<![^\W_])(?:how\s(?:many|much|old|long|far)|number\sof|num|count|n|total|amount|hours?|days?"
    r"|weeks?|months?|years?|minutes?|age|children|kids|people"
    r"|persons|members|times|size|income|salary|price|cost|expenses?|spend|budget|distance|weight|height"
    r"|wie\s(?:viele?|lange|alt)|anzahl|stunden|tage"
    r"|jahre|kinder|personen|alter|einkommen|preis|combien|nombre|heures|jours|ans|âge|enfants|cuánt[oa]s?"
    r"|número|horas|días|años|edad|hijos|quant[oa]s?"
    r"|idade|filhos|quanti|quante|numero|ore|giorni|anni|età|figli|hoeveel|aantal|uren|dagen|jaren"
    r"|leeftijd|kinderen"
    r"|hur\s(?:många|mycket|länge|gammal)|antal|ålder|timmar|dagar|barn|hvor\s(?:mange|meget|mye|lenge|længe|gammel)"
    r"|antall|alder|timer|dage[r]?|børn|(?<!na\s)ile(?!\s\d)|ilu|liczba|wiek|godzin\w*|dni|lat|dzieci|сколько|количество|число|возраст"
    r"|лет|часов|дней|детей|раз|kolik|počet|věk|hodin|dětí|kaç|yaş\w*|sayısı|montako|kuinka\s(?:monta|paljon)"
    r"|lukumäärä|ikä|(?:wa|ma|mi|vi)?ngapi|πόσ(?:α|ες|οι|ους)|αριθμός|hány|câ[tțţ]i|câte|număr(?:ul)?|скільки|кількість|bao\snhiêu"
    r"|berapa|jumlah|كم|عدد|چند|تعداد|कितन(?:े|ी|ा)|संख्या|mitu|broj)(?![^\W_])"
    r"|人数|回数|何人|何回|年齢|多少|几|몇\s|จำนวน|กี่",
    re.IGNORECASE,
)
# Things that are counted, whatever else a short name says of them: "Nights stayed", "Likes", "Zahl der Antworten".
_THINGS = re.compile(
    r"(?<![^\W_])(?:nights?|visits|trips|orders|purchases|logins|sessions|replies"
    r"|likes|dislikes|re-?tweets|re-?posts|shares|followers|following|views|clicks|up-?votes|down-?votes"
    r"|mentions|tickets|reopens|licen[cs]es"
    r"|nächte|übernachtungen|besuche|bestellungen|nuits?|nuitées|visites|commandes"
    r"|noches|visitas|pedidos|noites|diárias|curtidas|seguidores|notti|visite|ordini"
    r"|nachten|overnachtingen|bezoeken|bestellingen|nätter|övernattningar|besök|netter|nætter|overnattinger"
    r"|noce|noclegi|wizyty|zamówienia|nocí|éjszakák?|vendégéjszakák|nopți|gece\ssayı\w*|beğeni\w*"
    r"|ночей|ночи|ночівлі|ночівель|лайки|лайков|визитов|заказов|διανυκτερεύσεις|νύχτες|öitä|yöt"
    r"|malam|đêm|usiku|ليالي|الليالي|الإعجابات|إعجابات|לילות|לייקים|रातें)(?![^\W_])"
    r"|泊数|宿泊数|いいね|点赞数?|转发数?|숙박일수|박수|좋아요",
    re.IGNORECASE,
)
_MOST_NAMED = 5  # words; a longer text is a question, in which such a word need not be what is counted
_RATED = re.compile(
    r"(?<![^\W_])(?:rat(?:e|ed|ing|ings)|satisf\w*|agree\w*|likel\w*|importan\w*|useful\w*|eas[ey]\w*"
    r"|difficult\w*|quality|recommend\w*|recom(?:m)?end\w+|recommand\w+|consiglier\w+|aanbevel\w+|nps|score|stars?"
    r"|trust\w*|confiden\w*|happ\w*|stress\w*|pain|enjoy\w*|comfort\w*|interest\w*|how\s(?!many|much|old"
    r"|long|far|often)\w+|likert|scale|zufrieden\w*"
    r"|wichtig\w*|bewert\w*|stimme\w*|wie\s(?!viel|oft|lange|alt)\w+|skala|(?:schul)?noten?|nützlich\w*|empfehl\w*"
    r"|satisfait\w*|satisfaction|importan\w*|accord"
    r"|échelle|à\squel\spoint|satisfecho|satisfacción|acuerdo|escala|satisfeito|satisfação|acordo"
    r"|vot[oi]\s(?:complessiv\w+|final\w+|medi\w+|general\w+|global\w+|all(?:a|o|e|['’])|ai|agli|dat[oi])"
    r"|soddisf\w*|accordo|scala|tevreden\w*|belangrijk\w*"
    r"|eens|schaal|feel\w*|extent"
    r"|waarschijnlijk\w*|aanbeve\w*|beoorde\w*|cijfer|probabili\w*|recomiend\w*|valor[ae]|califi\w*"
    r"|punt[uú]\w*|avali\w*|valut\w*|évalu\w*|note[rz]"
    r"|nöjd\w*|sannolik\w*|rekommender\w*|betyg\w*|tilfreds\w*|fornøyd\w*|sandsynlig\w*|sannsynlig\w*|anbefal\w*"
    r"|zadowol\w*|oce[nń]\w*|prawdopodob\w*|poleci\w*|оцен\w*|удовлетвор\w*|довольн?\w*|вероятн\w*|\w*рекоменд\w*"
    r"|spokojen\w*|doporuč\w*|ohodno\w*|pravděpodob\w*|memnun\w*|tavsiye|puan\w*|tyytyväi\w*|suositt?el\w*)(?![^\W_])"
    r"|별점|평점|만점|점수|評分|评分|打分|星級|星级|满分|滿分|満点|คะแนน|พึงพอใจ|रेटिंग|संतुष्ट|דירוג|ציון|שביעות"
    r"|רצון|رضا|تقييم|تقي[ّ]?م|βαθμολογ\w*|αξιολόγ\w*|ικανοποι\w*"
    r"|満足|評価|満意|满意|评价|重要|推荐|推薦|薦め|すすめ|おすすめ|추천|만족",
    re.IGNORECASE,
)
_SELECT_ONE = re.compile(
    r"\b(?:select|choose|tick|pick|check|mark)\s(?:only\s)?one\b|\bsingle\s(?:choice|answer|response)|eine\s(?:antwort|angabe)"
    r"|(?:bitte|nur\seine)\s\w*wählen|une\sseule\sréponse|una\ssola\s(?:respuesta|opción)|uma\súnica\sresposta|ひとつだけ|単一回答",
    re.IGNORECASE,
)
_MOST_PLACES = 11
_LEAST_MET = 0.8  # share of the places up to 10 that somebody chose
_UNCHOSEN = 3  # lowest places that nobody may have chosen
_PASSED = 7
_LOW = 2  # quantities pile up here; on a scale half of the people stand above


@dataclass(frozen=True, slots=True)
class CodeReading:
    """`sure` is False where a person should be asked; `reading` is then the default."""

    reading: Reading
    sure: bool
    reason: str


def read_codes(
    codes: Mapping[int, int], question: str = "", *, block: int = 1, labelled: bool = False, reviewed: bool = False
) -> CodeReading:
    """What whole numbers stand for, from the numbers themselves, the words of the question, and its neighbours.

    `codes`: how many cells hold each number, without those for no answer. `block`: how many neighbouring columns use
    the same numbers (a battery). `labelled`: words tell the ends of a scale. `reviewed`: it is the
    only column of such numbers beside people's sentences, as in reviews.
    """
    low, high, distinct = min(codes), max(codes), len(codes)
    scale_like = low in {0, 1} and 2 <= high <= _MOST_PLACES - 1 + low and distinct > 2
    upper_part = low in {2, 3} and high in {4, 5, 6, 7, 10} and distinct > 1  # nobody chose the lowest places
    signed = low < 0 and -low == high and high <= 5 and distinct > 2
    question = question.replace("_", " ")
    rated, nominal = (bool(words.search(question)) for words in (_RATED, _NOMINAL))
    counted = asks_for_counts(question)
    rated = rated or asks_to_recommend(question)
    scale_like = scale_like or (upper_part and (block > 2 or (rated and not nominal and not counted)))
    if labelled:
        return CodeReading("rating", True, "words tell the ends of its scale")
    if distinct <= 2 and not scale_like:
        return CodeReading("choice", True, "two codes")
    if not (scale_like or signed):
        return _off_scales(codes, rated=rated, nominal=nominal, counted=counted)
    if signed:
        return CodeReading("rating", True, "its numbers run as far below zero as above")
    if block > 2 and (rated or not _COUNTED.search(question)):
        return CodeReading("rating", True, f"{block} columns side by side use the same numbers")
    if rated and not counted:
        return CodeReading("rating", not nominal, "the question asks for a rating")
    if counted and not nominal:
        return _counted(low, question)
    if nominal:
        return CodeReading("choice", True, "the question asks for kinds")
    return _by_counts(codes, block, reviewed=reviewed)


def _off_scales(codes: Mapping[int, int], *, rated: bool, nominal: bool, counted: bool) -> CodeReading:
    """Numbers that no scale has all of: codes of kinds, quantities, or a scale to 10 whose lowest nobody chose."""
    if not counted and not nominal and _to_ten(codes):
        return CodeReading("rating", rated, "its numbers run to 10, and most of them are high")
    if rated and not counted and not nominal and _upper_half(codes):
        return CodeReading("rating", True, "the question asks for a rating")
    many = len(codes) > _MOST_PLACES or max(codes) > 20
    if nominal and not counted and len(codes) <= 30 and not _wide(codes):
        return CodeReading("choice", many is False, "a few codes, and the question asks for kinds")
    return CodeReading("number", many or counted, "many different numbers")


def asks_for_counts(question: str) -> bool:
    """Whether a question asks how many, or a short name says what was counted."""
    return bool(_COUNTED.search(question.replace("_", " "))) or names_amounts(question)


def names_amounts(question: str) -> bool:
    """Whether a short name says which things were counted: "Nights booked"."""
    question = question.replace("_", " ")
    return len(question.split()) <= _MOST_NAMED and bool(_THINGS.search(question))


def asks_for_counts_or_kinds(question: str) -> bool:
    """Whether a question asks how many, or which: what it calls by numbers need be no scale."""
    return asks_for_counts(question) or bool(_NOMINAL.search(question.replace("_", " ")))


def _by_counts(codes: Mapping[int, int], block: int, *, reviewed: bool) -> CodeReading:
    """What numbers without words are most likely to be; a person is asked."""
    if block == 2:
        return CodeReading("rating", False, "two columns side by side use the same numbers")
    if reviewed:
        return CodeReading(
            "rating", False, "its numbers stand beside sentences, as in reviews, and all of them are used"
        )
    if _to_ten(codes):
        return CodeReading("rating", False, "its numbers run to 10, and nearly every one of them was chosen")
    return CodeReading(
        "rating" if _one_hill(codes) and max(codes) >= 4 else "choice", False, "no word tells what its numbers mean"
    )


def _counted(low: int, question: str) -> CodeReading:
    """How many of something: the number itself, or the code of the one range that was to be selected."""
    if low == 1 and _SELECT_ONE.search(question):
        return CodeReading("choice", False, "one of a list is to be selected, and the numbers are its codes")
    return CodeReading("number", True, "the question asks how many")


def _wide(codes: Mapping[int, int]) -> bool:
    """Whether numbers lie scattered over a wide stretch, as quantities do."""
    return max(codes) - min(codes) > 4 * len(codes)


def _to_ten(codes: Mapping[int, int]) -> bool:
    """Whether numbers run to exactly 10 from 0 or 1, or from one of the next where few people chose low places.

    Codes of ten kinds end there by chance only, and then their counts leap from one to the next; counts of things
    pile up at the lowest numbers.
    """
    low, high = min(codes), max(codes)
    if not 0 <= low <= _UNCHOSEN or high != _MOST_PLACES - 1 or len(codes) < _LEAST_MET * (high - low + 1):
        return False
    counts = [codes.get(code, 0) for code in range(low, high + 1)]
    upper = sum(n for code, n in codes.items() if code > _LOW)
    return upper >= 0.5 * sum(counts) and (low == 0 or not _leaps(counts))


def _upper_half(codes: Mapping[int, int]) -> bool:
    """Whether neighbouring numbers end at exactly 10, the lowest of which nobody chose: marks from 6 to 10."""
    low, high = min(codes), max(codes)
    return high == _MOST_PLACES - 1 and _UNCHOSEN < low <= _PASSED and len(codes) == high - low + 1


def _leaps(counts: Sequence[int]) -> bool:
    """Whether neighbours differ as much as any two of these counts do, and more than chance alone makes them."""
    steps = fmean(abs(a - b) for a, b in pairwise(counts))
    pairs = fmean(abs(a - b) for a, b in combinations(counts, 2))
    by_chance = sqrt(2 * fmean(counts))
    return steps > pairs and steps > by_chance


def _one_hill(codes: Mapping[int, int]) -> bool:
    """Whether the counts rise to one top and fall again, as ratings do and codes of kinds seldom do."""
    counts = [codes.get(code, 0) for code in range(min(codes), max(codes) + 1)]
    top = counts.index(max(counts))
    rising = all(a <= b for a, b in pairwise(counts[: top + 1]))
    return rising and all(a >= b for a, b in pairwise(counts[top:]))
