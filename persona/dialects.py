"""Signs between cells and encodings of letters: what the reader knows, in words, and what people are offered."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

EncodingId = Literal["utf-8", "cp1252", "cp1250", "cp1251", "iso8859-15", "mac_roman", "utf-16", "cp932", "gb18030"]
"""The encodings that pages and API offer: written out, because types are checked before anything runs."""


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A sign that may stand between cells; the reader tries all of them."""

    name: str
    is_offered: bool = True


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes become letters; the library takes all, pages and API offer the usual ones."""

    label: str
    is_offered: bool = False


DELIMITERS: Mapping[str, Delimiter] = MappingProxyType(
    {
        ",": Delimiter("comma"),
        ";": Delimiter("semicolon"),
        "\t": Delimiter("tab"),
        "|": Delimiter("vertical bar"),
        "^": Delimiter("caret", is_offered=False),
        "~": Delimiter("tilde", is_offered=False),
        "\x1f": Delimiter("unit separator", is_offered=False),
    }
)
"""By sign, the most usual first: the reader keeps the first of those that fit equally well."""
ENCODINGS: Mapping[str, Encoding] = MappingProxyType(
    {
        "utf-8": Encoding("UTF-8", is_offered=True),
        "cp1252": Encoding("Windows (Western Europe)", is_offered=True),
        "cp1250": Encoding("Windows (Central Europe)", is_offered=True),
        "cp1251": Encoding("Windows (Cyrillic)", is_offered=True),
        "iso8859-15": Encoding("ISO 8859-15 (Western Europe)", is_offered=True),
        "mac_roman": Encoding("Mac (Western Europe)", is_offered=True),
        "utf-16": Encoding("UTF-16", is_offered=True),
        "cp932": Encoding("Japanese (Shift JIS)", is_offered=True),
        "gb18030": Encoding("Chinese (GB 18030)", is_offered=True),
        "utf-16-le": Encoding("UTF-16-LE"),
        "utf-16-be": Encoding("UTF-16-BE"),
        "utf-32": Encoding("UTF-32"),
        "latin-1": Encoding("ISO 8859-1 (Western Europe)"),
        "cp437": Encoding("DOS (United States)"),
        "cp850": Encoding("DOS (Western Europe)"),
        "iso8859-2": Encoding("ISO 8859-2 (Central Europe)"),
        "cp852": Encoding("DOS (Central Europe)"),
        "cp1257": Encoding("Windows (Baltic)"),
        "koi8-r": Encoding("KOI8-R (Russian)"),
        "koi8-u": Encoding("KOI8-U (Ukrainian)"),
        "iso8859-5": Encoding("ISO 8859-5 (Cyrillic)"),
        "cp866": Encoding("DOS (Cyrillic)"),
        "cp1253": Encoding("Windows (Greek)"),
        "iso8859-7": Encoding("ISO 8859-7 (Greek)"),
        "cp1254": Encoding("Windows (Turkish)"),
        "iso8859-9": Encoding("ISO 8859-9 (Turkish)"),
        "cp1255": Encoding("Windows (Hebrew)"),
        "iso8859-8": Encoding("ISO 8859-8 (Hebrew)"),
        "cp1256": Encoding("Windows (Arabic)"),
        "cp1258": Encoding("Windows (Vietnamese)"),
        "cp874": Encoding("Windows (Thai)"),
        "big5": Encoding("Chinese (Big5)"),
        "euc_jp": Encoding("Japanese (EUC)"),
        "euc_kr": Encoding("Korean (EUC)"),
        "cp949": Encoding("Korean (Windows)"),
    }
)
"""By name, as Python knows them; those that are offered come first, in the order of the menu."""
_BY_CODEC = {codecs.lookup(name).name: about.label for name, about in ENCODINGS.items()}

if (offered := tuple(name for name, about in ENCODINGS.items() if about.is_offered)) != get_args(EncodingId):
    raise TypeError(f"EncodingId says {get_args(EncodingId)}, ENCODINGS offers {offered}: name the same in this order.")


def delimiter_word(sign: str) -> str:
    """ "comma"; a sign that has no name stands for itself."""
    return DELIMITERS[sign].name if sign in DELIMITERS else sign


def encoding_word(name: str) -> str:
    """ "Windows (Western Europe)"; an encoding that is not known is called by its name."""
    try:
        return _BY_CODEC.get(codecs.lookup(name).name, name.upper())
    except LookupError:
        return name.upper()
