"""How one cell is shown and compared: escapes undone, invisible letters gone, one form for each letter."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from persona.reading.letters import repair_letters

_TIDY = re.compile(r"[A-Za-z0-9](?:[ ]?[A-Za-z0-9.,:;()\[\]+*/%?!-])*")
_FORMULA = re.compile(r'=\s*"(.*)"', re.DOTALL)  # ="0042", written so that a spreadsheet program keeps the zeros
_APOSTROPHE = re.compile(r"^'(?=[\d=+@-])")  # '38, the spreadsheet's own sign for "this is text"
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_LINE = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CONTROL = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook writes a control character
_JOINED = "[\u0600-\u0dff]"  # letters of scripts in which words are spelled with joiners: Persian, Hindi, Malayalam …
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
    f"|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
)
_JOINERS = dict.fromkeys((0x200C, 0x200D))
_BLANKS = re.compile(r"[^\S\n]+")
_ENDING = re.compile(r"[\s.,;:!،؛۔。、।]+$")
# Before NFKC, which makes a blank and an accent of the stroke in "don´t".
_MARKS = str.maketrans("’‘ʼ`´‐‑‒–—−", "'" * 5 + "-" * 6)
# Letters that people write for one another: the two points of "ё", Arabic and Persian forms, stretched words, signs
# of vowels, which few write, and the point that a Turkish "i" has or has not, which capitals lose.
_VOWELS = dict.fromkeys(map(chr, range(0x64B, 0x653)))
_LETTERS = str.maketrans({"ё": "е", "ی": "ي", "ى": "ي", "ک": "ك", "ـ": None, "ı": "i", "\u0307": None, **_VOWELS})
_LINE_CODES = frozenset({"000A", "000D", "0009"})


@lru_cache(maxsize=65_536)
def shown(text: str) -> str:
    """A cell as people are shown it: letters composed, entities, tags, escapes and blanks put right; lines are kept."""
    if _TIDY.fullmatch(text):
        return text
    text = _CONTROL.sub(lambda m: "\n" if m[1].upper() in _LINE_CODES else "", text) if "_x" in text else text
    text = html.unescape(html.unescape(text)) if "&" in text else text
    text = _TAG.sub(" ", _LINE.sub("\n", text)) if "<" in text else text
    text = (
        _INVISIBLE.sub("", unicodedata.normalize("NFC", repair_letters(text))).replace("\r\n", "\n").replace("\r", "\n")
    )
    text = _BLANKS.sub(" ", text).strip()
    return _APOSTROPHE.sub("", match[1].strip() if (match := _FORMULA.fullmatch(text)) else text, count=1)


def without_invisible(text: str) -> str:
    """The text without letters that nobody sees; joiners within words that are spelled with them stay.

    >>> without_invisible("a\u200cb\ufeff"), without_invisible("می\u200cخواهم") == "می\u200cخواهم"
    ('ab', True)
    """
    return _INVISIBLE.sub("", text)


@lru_cache(maxsize=65_536)
def spelling_key(text: str) -> str:
    """What two spellings of one answer have in common: case, width and points of letters, ending marks aside."""
    folded = shown(text)
    if folded.isascii():
        folded = folded.casefold().replace("`", "'")
    else:
        folded = unicodedata.normalize("NFKC", folded.translate(_MARKS)).casefold().translate(_LETTERS)
        folded = folded.translate(_JOINERS)
    folded = " ".join(folded.split())
    return _ENDING.sub("", folded) or folded


@lru_cache(maxsize=65_536)
def plain_digits(text: str) -> str:
    """A cell with the digits and number signs of any script written in ASCII: "٤٩" and "４９" are "49"."""
    text = shown(text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text.translate(_MARKS))
    text = "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text)
    return text.replace("٫", ".").replace("٬", "'").replace("٪", "%")


_ERROR = re.compile(
    r"#(?:[¡¿]?[^\W\d_]{1,12}(?:/[^\W\d_0]{0,3}0?)?[!?]?|N/A|DIV/0!|[¡]DIV/0!|Н/Д)|#{3,}", re.IGNORECASE
)
_NOT_AVAILABLE = "#n/a #na #nv #n/d #nd #н/д #n/b #i/t #yok #brak #n.á. #hiányzik #není_k_dispozici #busy #getting_data"
_NAMED_ERRORS = "#ref! #div/0! #value! #name? #num! #null! #error!"
_ERROR_WORDS = frozenset((*_NOT_AVAILABLE.split(), *_NAMED_ERRORS.split()))
_NUMBERED_ERROR = re.compile(r"(?:err|fehler|erreur|erro|błąd|ошибка):\d{3}", re.IGNORECASE)  # LibreOffice


def is_error(text: str) -> bool:
    """Whether a spreadsheet wrote this cell where a formula failed: #N/A, #REF!, #¡DIV/0!, #BEZUG!, ####."""
    text = text.strip()
    if len(text) > 16 or not text.startswith("#"):
        return len(text) < 12 and text[-4:-3] == ":" and bool(_NUMBERED_ERROR.fullmatch(text))
    capitals = text == text.upper()  # "#good!" is a word of people
    return text.casefold() in _ERROR_WORDS or (capitals and bool(_ERROR.fullmatch(text)) and text[-1] in "!?#")
