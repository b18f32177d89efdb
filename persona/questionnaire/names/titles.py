"""What stands above a column, as people would read it: without markup, marks of repetition and stray blanks."""

from __future__ import annotations

import html
import re
import unicodedata

from persona.questionnaire.values.cells import without_invisible

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_BEFORE_MARK = re.compile(r"\s+(?=[?!.,;:)])")
_REPEATED = re.compile(r"\s*(\(\d{1,3}\)|\.\d{1,2})$")
_MADE_UP = re.compile(r"(column|unnamed:?|field|spalte|colonne|columna)[ _]?\d+", re.IGNORECASE)
_CODE_AND_TEXT = re.compile(r"([A-Za-z]\w*)((?:\[\w+\])*)\. (\S.*)", re.DOTALL)
_JOINERS = "\u200c\u200d"
_JOINERS_ANYWHERE = re.compile(f"[{_JOINERS}]")
_BYTE_ORDER_MARK = re.compile("^(?:\ufeff|ï»¿|X\\.U\\.FEFF\\.|X\\.\\.\\.)")


def title(text: str) -> str:
    """The text without HTML, entities, zero-width letters and double blanks.

    >>> title("How <b>often</b>?&nbsp; (2)")
    'How often? (2)'
    """
    if "<" in text or "&" in text:
        text = _BEFORE_MARK.sub("", html.unescape(_TAG.sub(" ", html.unescape(text))))
    text = without_invisible(text)
    text = "".join(
        " " if letter.isspace() else letter for letter in text if letter in _JOINERS or not _is_format(letter)
    )
    return " ".join(_BYTE_ORDER_MARK.sub("", text).split())


def code_and_text(name: str) -> tuple[str, str]:
    """The code and the text of a name that holds both, as LimeSurvey may write them; else no code.

    >>> code_and_text("lastpage. Last page"), code_and_text("Last page")
    (('lastpage', 'Last page'), ('', 'Last page'))
    """
    found = _CODE_AND_TEXT.fullmatch(name)
    return (found[1] + found[2], found[3]) if found else ("", name)


def _is_format(letter: str) -> bool:
    return unicodedata.category(letter) == "Cf"


def made_up(name: str) -> bool:
    """Whether a reader or a tool named the column for want of a name: "Column 5", "Unnamed: 3".

    >>> made_up("Column 14"), made_up("Column of text")
    (True, False)
    """
    return not name.strip() or bool(_MADE_UP.fullmatch(name.strip()))


def without_repetition(text: str) -> str:
    """A name without the number that tells it from an earlier one of the same words."""
    return _REPEATED.sub("", text) or text


def fold(text: str) -> str:
    """The form in which two texts are the same: letters and digits, one case, one spelling of each letter."""
    text = _JOINERS_ANYWHERE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return re.sub(r"[\W_]+", " ", text).strip() or text.strip()
