"""Masking: what must not leave this computer is hidden before anything is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.personal import mask as mask_forms
from persona.writing.private import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
# Words after which a capitalised word is somebody's name; the word itself stays.
_BEFORE = (
    r"(?:[Mm]y name is|[Mm]y name's|[Cc]all me|[Ss]igned,?|[Rr]egards,?|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Dd]r\.?|[Pp]rof\.?"
    r"|[Mm]ein Name ist|[Ii]ch heiße|[Hh]err|[Ff]rau|[Mm]e llamo|[Mm]i nombre es|[Jj]e m['’]appelle|[Mm]on nom est"
    r"|[Mm]eu nome é|[Mm]e chamo|[Cc]olleague|[Mm]anager|[Bb]oss|[Ff]riend|[Ss]ister|[Bb]rother)"
)
_AFTER_WORDS = re.compile(rf"(\b{_BEFORE}\s+)({_NAME}(?:\s+{_NAME}){{0,2}})")
_MASKED = re.compile(r"[\w@.+(]*•(?:[@.+()/ -]*•)*(?:\.\w+)?")
_LINK = re.compile(r"(?:https?://|www\.)\S+")


class Mask:
    """Hides addresses, numbers, links and names; `private` are words to hide as they stand."""

    def __init__(self, private: Iterable[str] = (), *, active: bool = True) -> None:
        words = sorted(private, key=lambda word: (-len(word), word))
        self._private = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None
        self._active = active

    def __call__(self, text: str) -> str:
        """The text as it may be sent.

        >>> Mask(["Ana"])("Ana said: write to b@example.com, or to Mr Jones")
        '••• said: write to •••, or to Mr •••'
        """
        if not self._active:
            return text
        text = _LINK.sub(HIDDEN, text)
        text = _MASKED.sub(HIDDEN, mask_forms(text))
        text = _AFTER_WORDS.sub(rf"\1{HIDDEN}", text)
        return self._private.sub(HIDDEN, text) if self._private else text
