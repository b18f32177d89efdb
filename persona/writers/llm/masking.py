"""Masking: what must not leave this computer is hidden before anything is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.personal import mask as mask_forms
from persona.writing.private import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterable

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
        return self._private.sub(HIDDEN, text) if self._private else text
