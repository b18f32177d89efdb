"""Names of people in sentences: after a word that announces one, or a common first name."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_INITIAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽ]"
_NAME = rf"{_INITIAL}[^\W\d_]*(?:['’-][A-ZÀ-ÖØ-Þ][^\W\d_]+)*"
_PARTICLES = r"(?:von|van|de|da|do|dos|della|del|di|der|den|la|le|el|bin|al)"
_WHOLE = rf"{_NAME}(?:\s(?:{_PARTICLES}\s){{0,2}}{_NAME}){{0,2}}"
_KIN = (
    r"(?i:(?:my|our|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|mon|ma|notre|mi|nuestr[oa]|meu|minha|nosso|nossa|mio|mia)\s"
    r"(?:\w+\s)?(?:colleague|co-?worker|manager|boss|supervisor|friend|sister|brother|wife|husband|partner|son|daughter"
    r"|neighbou?r|doctor|therapist|teacher|mother|father|aunt|uncle|cousin|assistant|tutor|landlord"
    r"|kolleg(?:e|en|in)|chef(?:in)?|vorgesetzten?r?|freund(?:in)?|schwester|bruder|frau|mann|tochter|sohn|nachbar(?:n|in)?"
    r"|ärztin|arzt|lehrer(?:in)?|mutter|vater|tante|onkel"
    r"|collègue|cheff?e?|responsable|ami|amie|sœur|soeur|frère|femme|mari|fils|fille|voisine?|médecin"
    r"|compañer[oa]|jef[ea]|amig[oa]|hermana?o?|espos[oa]|marido|mujer|hij[oa]|vecin[oa]|médic[oa]|doctora?"
    r"|capo|collega|amic[oa]|sorella|fratello|moglie|figli[oa]|vicin[oa]|madre|padre|responsabile|colega|chefe|gerente|irmã|irmão|mulher|filh[oa]|vizinh[oa]|médic[oa]|professora?|team\slead(?:er)?|trainer(?:in)?|coach)"
    r"(?:\s(?:(?:is|was)\s(?:called|named)|hei(?:ß|ss)t|s['’]appelle|se\s(?:llama|chama)|si\schiama))?)"
)
_SAID_OF = (
    r"(?i:my\sname(?:\sis|['’]s)|i(?:\sam|['’]m)\scalled|call\sme|signed,?|regards,|sincerely,|cheers,|greetings,\s?"
    r"|mein\sname\s(?:ist|lautet)|ich\shei(?:ß|ss)e|grü(?:ß|ss)en?,?|gruß,?|je\sm['’]appelle|mon\snom\sest|cordialement,"
    r"|me\sllamo|mi\snombre\ses|saludos,|atentamente,|meu\snome\sé|me\schamo|chamo-me|atenciosamente,|abraços,"
    r"|mi\schiamo|il\smio\snome\sè|saluti,)"
)
_TITLE = (
    r"(?:(?i:mr|mrs|ms|dr|prof)\.?|Miss|Sir|Professor|Doctor|Herrn?|Frau|Fr\.|Hr\.|Mme\.?|Mlle\.?|M\.|Monsieur|Madame"
    r"|[Ss]ra?\.|[Ss]rta\.|[Ss]eñora?|[Ss]eñorita|[Dd]oña|[Ss]enhora?|[Dd]ona|[Dd]ra?\.|[Ss]ig\.ra|[Ss]ig\.|[Ss]ignora?"
    r"|[Ss]ignore?|[Dd]o[ck]teur|[Dd]o[ck]tor[ae]?|[Dd]ottor(?:e|essa)?|[Dd]outora?|[Pp]rofesora?|[Pp]rofesseure?"
    r"|[Pp]rofessor(?:a|e|essa)|[Aa]vvocato|[Mm]aître)"
)
_DEGREES = r"(?:(?:Dr|Prof|Mag|Ing|Dipl|[Mm]ed|[Pp]hil|[Rr]er|[Nn]at)\.(?:-[A-Z][a-z]+\.)?\s)*"
_NAMED = (
    r"(?i:(?:(?:agent|guy|lady|woman|man|employee|nurse|doctor|driver|waiter|waitress|teacher|clerk|rep|representative"
    r"|assistant|cashier|technician|colleague|person|someone)\s(?:called|named))|mitarbeiter(?:in)?\snamens|namens"
    r"|qui\ss['’]appelle|nommée?|que\sse\sllama|llamad[oa]|chamad[oa]|que\sse\schama)"
)
_ANNOUNCED = re.compile(rf"(?<!\w)(?:{_SAID_OF}|{_TITLE}|{_KIN}|{_NAMED})\s{_DEGREES}({_WHOLE})")
_MAY_BE_ANNOUNCED = re.compile(rf"(?:[^.!?:;…]|\b\w{{1,4}}\.)\s(?!I(?![^\W\d_])){_INITIAL}")
"""A word with a capital that is not "I" and begins no sentence, unless that ends with an abbreviation: "Mr."."""
_CAPITAL = re.compile(rf"(?<![\w@./’'-]){_WHOLE}")


def _words(entry: str) -> frozenset[str]:
    stored = json.loads(files("persona.questionnaire").joinpath("data/names.json").read_text("utf-8"))
    return frozenset(" ".join(stored[entry]).split())


_OF_PLACES = re.compile(r"(?:São|San|Santa|Santo|Sankt|Saint|Sainte|St)[\s-]")
"""São Paulo and Saint-Pierre are places."""
_FIRST_NAMES = _words("first_names")
"""Without those that are also everyday words, months, products or places where a sentence may begin with them
(Mark, Will, Grace, April, Claude)."""
_SURNAMES = _words("japanese_surnames")
_NO_NAMES = _words("no_names")
"""Words with a capital that may stand where a name does."""

_JAPANESE = re.compile(
    r"(?:名前は|私は|氏名は)([一-龥]{2,4}(?:\s?[一-龥ぁ-んァ-ヶ]{1,4})?)(?=です|と申|と言|といい)|([一-龥]{2,5})(?=と申します|という者)"
)
_SURNAMED = re.compile(
    rf"(?<![一-龥])(?:{'|'.join(sorted(_SURNAMES, key=lambda name: (-len(name), name)))})"
    r"(?:[一-龥]{1,3}(?=さん|様|氏|先生|課長|部長|店長|君|くん|ちゃん|です|と[^い])|(?=さん|様|氏|先生|課長|部長|店長|係長|君|くん|ちゃん))"
)
_IS_JAPANESE = re.compile(r"[ぁ-んァ-ヶ]")


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of people stand in a text, in no order; one may be found twice.

    >>> sorted(find_names("I spoke to Maria Lopez, then to Mr Ames."))
    [(11, 22), (32, 36)]
    """
    if _IS_JAPANESE.search(text):
        for match in (*_JAPANESE.finditer(text), *_SURNAMED.finditer(text)):
            yield next((match.span(group) for group in (1, 2) if match.re is _JAPANESE and match[group]), match.span())
        return
    if text.islower():
        return
    for match in _ANNOUNCED.finditer(text) if _MAY_BE_ANNOUNCED.search(text) else ():
        if match[1].split()[0] not in _NO_NAMES:
            yield match.span(1)
    for match in _CAPITAL.finditer(text):
        words = match[0]
        if words in _FIRST_NAMES or " " in words or "-" in words:
            yield from _known(match.start(), words)


def _known(start: int, words: str) -> Iterator[tuple[int, int]]:
    """From a common first name to the end of the name; a pair of capitals before it ("Dear Anna") stays."""
    at = 0
    if _OF_PLACES.match(words):
        return
    for word in words.split(" "):
        if word in _FIRST_NAMES or ("-" in word and all(part in _FIRST_NAMES for part in word.split("-"))):
            yield start + at, start + len(words)
            return
        at += len(word) + 1
