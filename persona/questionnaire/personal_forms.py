"""Personal data that has a form of its own: numbers by their checksums or the word that announces them, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

PersonalKind = Literal["email", "handle", "phone", "card", "iban", "id_number", "birth_date", "address", "name"]


class PersonalSpan(NamedTuple):
    """Where personal data stands in a text: `text[start:end]`."""

    start: int
    end: int
    kind: PersonalKind


class Form(NamedTuple):
    """What a piece of personal data looks like: what the group of the pattern holds is personal.

    `digits` is how many a match holds at least, and `sign` stands in every one: a text without them need not be
    searched, and most have neither.
    """

    kind: PersonalKind
    pattern: re.Pattern[str]
    accepts: Callable[[str], bool] = lambda _: True
    group: int = 0
    digits: int = 0
    sign: re.Pattern[str] | None = None


NO_HANDLES = frozenset(
    (
        "home",
        "work",
        "school",
        "office",
        "all",
        "everyone",
        "everybody",
        "here",
        "channel",
        "the",
        "me",
        "once",
        "least",
        "gmail",
    )
)
"""What an "@" stands before in ordinary sentences."""
DATE_LIKE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")

_AT = r"\s?[(\[{<]\s?(?:at|a|ät|arroba|arobase|chiocciola)\s?[)\]}>]\s?"
_DOT = r"(?:\.|\s?[(\[{<]\s?(?:dot|punkt|punto|ponto|point|d)\s?[)\]}>]\s?|\s(?:dot|punkt)\s)"
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}[@＠][\w-]+(?:\.[\w-]+)+(?![\w@])")
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:{_AT}[\w-]+(?:{_DOT}[\w-]+)+|\sat\s[\w-]+(?:\s(?:dot|punkt)\s[\w-]+)+"
    r"|\s(?:arroba|arobase|chiocciola)\s[\w-]+(?:\s?(?:\.|punto|ponto|point)\s?[\w-]+)+)",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./+-])[@＠]([A-Za-z_][\w.]{1,29}\w)(?!@)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]*\d)")
_DECIMALS = re.compile(r"(?:0|[1-9]\d{0,4})\.\d{4,}")  # "25.0000000000", as LimeSurvey writes a number
_PHONE = re.compile(r"(?<![A-Za-z0-9_.,/:-])(?:\+\d|\(?\d)(?:[\s./()-]{0,2}\d){7,14}(?![A-Za-z0-9_/:]|[\s.,-]\d)")

_SSN = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\d-])")
_NINO = re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_SPANISH_ID = re.compile(r"\b[XYZ]?\d{7,8}[- ]?[A-HJ-NP-TV-Z]\b")
_FRENCH_ID = re.compile(r"(?<!\d)[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)")
_BRAZILIAN_ID = re.compile(r"(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)")
_GERMAN_PENSION = re.compile(r"(?<!\d)\d{2} ?\d{6} ?[A-Z] ?\d{3}(?!\d)")
_ITALIAN_ID = re.compile(r"\b[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]\b", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"(?:passport|social security|\bssn\b|national insurance|driving licen[cs]e|driver'?s licen[cs]e"
    r"|\bid (?:card|number|no)|identity card|health insurance number|\bnhs number|tax (?:id|number)|medicare"
    r"|reisepass\w*|\bpass(?:nummer|-nr)|ausweis\w*|steuer-?(?:id|nummer|identifikationsnummer)"
    r"|(?:sozial|kranken|renten)versicherung\w*|versicherten\w*|führerschein\w*"
    r"|passeport|sécurité sociale|carte d['’]identité|carte vitale|permis de conduire|numéro fiscal"
    r"|pasaporte|seguridad social|\bd\.?n\.?i\.?\b|\bn\.?i\.?[ef]\.?\b|cédula|\bcurp\b"
    r"|carn[eé] de (?:identidad|conducir)|passaporte|\bc\.?p\.?f\.?\b|\br\.?g\.?\b|cartão de cidadão"
    r"|carteira de (?:identidade|motorista|habilitação)"
    r"|segurança social|bilhete de identidade|passaporto|codice fiscale|carta d['’]identità"
    r"|パスポート|旅券|マイナンバー|個人番号|運転免許|免許証|保険証)"
    r"[^\d\n]{0,24}?(?<![A-Z0-9])"
    r"((?-i:(?=[A-Z0-9./-]*\d)(?=(?:[A-Z./ -]*\d){4})[A-Z0-9](?:[./ -]?[A-Z0-9]){4,18}(?![A-Za-z0-9])))",
    re.IGNORECASE,
)

_FOUR_DIGITS = re.compile(r"\d(?:[A-Z./ -]*\d){3}", re.IGNORECASE)
_DATE = re.compile(r"\d{4}|\d[./-]\d{1,2}[./-]\d")

_MONTH = r"[^\W\d_]{3,12}\.?"
_DAY = (
    rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|er|º|\.)?\s(?:(?:of|de)\s)?{_MONTH}(?:,?\s(?:de\s|del\s)?\d{{4}})"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{4}}年\s?\d{{1,2}}月\s?\d{{1,2}}日"
)
_BIRTH = re.compile(
    r"(?:\bborn|\bbirth\s?(?:day|date)?|\bd\.?o\.?b\.?\b|\bgeb(?:oren|urtsdatum|urtstag|\.)|\bn[ée]e?\b|naissance|anniversaire"
    r"|\bnac(?:í|ida?o?|imiento)|cumpleaños|\bnasc(?:i\b|ida?o?|imento)|aniversário|\bnat[oa]\b|nascita|生年月日|誕生日)"
    rf"[^\d\n]{{0,20}}?({_DAY})",
    re.IGNORECASE,
)
_BIRTH_AFTER = re.compile(
    rf"({_DAY})(?=\s?(?:に)?(?:生まれ|生れ|生)|\s(?:geboren|is\smy\sbirth|ist\smein\sgeburts|est\smon\sanniv|es\smi\scumple"
    r"|é\so\smeu\sanivers))",
    re.IGNORECASE,
)

_BIG = r"[A-ZÀ-ÖØ-Þ][\w'’.-]{0,40}"
_OF = r"(?:(?:de|del|du|des|da|do|das|dos|della|delle|dei|la|las|le|les|los|el|e|y|et)\s|[dl]['’])*"
_ADDRESS = re.compile(
    rf"(?<!\w)\d{{1,5}}[A-Za-z]?\s(?:{_BIG}\s){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct"
    rf"|Place|Square|Sq|Terrace|Way|Close|Crescent|Gardens|Row|Parkway|Pkwy|Highway)\b\.?"
    rf"|(?<!\w)(?:{_BIG}\s){{0,2}}[A-ZÄÖÜ][\w-]{{0,40}}(?:(?i:straße|strasse|str\.|weg|gasse|platz|allee|ring|damm|ufer))\s\d{{1,4}}(?:\s?[a-z])?\b"
    rf"|(?<!\w)\d{{1,4}}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|quai|route)\s{_OF}{_BIG}(?:[\s-]{_OF}{_BIG})*"
    rf"|(?<!\w)(?:[Cc]alle|[Cc]/|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Pp]aseo|[Pp]laza|[Rr]ua|[Tt]ravessa|[Aa]lameda|[Pp]raça|[Ll]argo"
    rf"|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso)\s{_OF}{_BIG}(?:\s{_OF}{_BIG})*,?\s(?:n(?:[.ºo°]|úm\.?|úmero)*\s)?\d{{1,5}}\b"
    rf"|(?<!\w)(?:Am|An\sde[rn]|Auf\sde[rm]|Im|In\sde[rn]|Zum|Zur|Unter\sden|Hinter\sde[rn])\s(?:{_BIG}\s){{1,3}}\d{{1,3}}\s?[a-z]?(?=,?\s\d{{5}}\b)"
    r"|(?<!\w)(?:P\.?\s?O\.?\s?Box|Postfach|[Bb]o[îi]te\s[Pp]ostale|Apartado(?:\sde\s[Cc]orreos)?|[Cc]aixa\s[Pp]ostal"
    r"|[Cc]asella\s[Pp]ostale)\s\d[\d ]{0,8}\d"
    r"|〒?\d{3}-\d{4}(?=\s?\S{2,3}[都道府県])|(?:東京都|北海道|(?:京都|大阪)府|[一-龥]{2,3}県)[^\s、。「」]{2,24}?\d{1,4}(?:(?:丁目|番地?|号|-\d{1,4})(?:\d{1,4})?)+"
    r"|〒\d{3}-?\d{4}"
)


def _is_handle(text: str) -> bool:
    return text.casefold() not in NO_HANDLES


def _is_phone(text: str) -> bool:
    if _DECIMALS.fullmatch(text):
        return False
    digits = re.sub(r"\D", "", text)
    grouped = text.startswith("+") or bool(re.search(r"\d{2}[\s./()-]+\d", text))
    return (
        8 <= len(digits) <= 15 and (text.startswith("+") or len(digits) >= 9) and grouped and not DATE_LIKE.search(text)
    )


def _is_card(text: str) -> bool:
    """Luhn's checksum (ISO/IEC 7812)."""
    digits = [int(c) for c in text if c.isdigit()]
    if len(set(digits)) < 2:
        return False
    doubled = [d * 2 - 9 * (d > 4) if i % 2 else d for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    """Remainder 97 of the rearranged number is 1 (ISO 13616)."""
    compact = text.replace(" ", "")
    return 15 <= len(compact) <= 34 and int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


def _is_spanish_id(text: str) -> bool:
    """The letter is the number's remainder by 23 (Real Decreto 1553/2005)."""
    compact = re.sub(r"\W", "", text)
    number = compact[:-1].translate(str.maketrans("XYZ", "012"))
    return len(compact) == 9 and "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == compact[-1]


def _is_french_id(text: str) -> bool:
    """The last two digits are 97 less the remainder of the others by 97 (INSEE)."""
    compact = text.replace(" ", "").replace("2A", "19").replace("2B", "18")
    return int(compact[:-2]) % 97 == 97 - int(compact[-2:])


def _is_brazilian_id(text: str) -> bool:
    """Two check digits modulo 11 (Receita Federal)."""
    digits = [int(c) for c in text if c.isdigit()]
    checks = [sum(d * w for d, w in zip(digits, range(n, 1, -1), strict=False)) * 10 % 11 % 10 for n in (10, 11)]
    return digits[9:] == checks


FORMS = (
    Form("email", _EMAIL),
    Form("email", _SPELT_EMAIL),
    Form("iban", _IBAN, _is_iban, digits=2),
    Form("card", _CARD, _is_card, digits=13),
    Form("id_number", _SSN, digits=9),
    Form("id_number", _NINO, digits=6),
    Form("id_number", _SPANISH_ID, _is_spanish_id, digits=7),
    Form("id_number", _FRENCH_ID, _is_french_id, digits=12),
    Form("id_number", _BRAZILIAN_ID, _is_brazilian_id, digits=11),
    Form("id_number", _ITALIAN_ID, digits=7),
    Form("id_number", _GERMAN_PENSION, digits=11),
    Form("id_number", _ANNOUNCED, group=1, digits=4, sign=_FOUR_DIGITS),
    Form("birth_date", _BIRTH, group=1, digits=3, sign=_DATE),
    Form("birth_date", _BIRTH_AFTER, digits=3, sign=_DATE),
    Form("phone", _PHONE, _is_phone, digits=8),
    Form("address", _ADDRESS, digits=1),
    Form("handle", _HANDLE, _is_handle, group=1),
)
"""In the order of their proof: what an earlier one took is not looked at by a later one."""
