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
    """Hides addresses, numbers, links and names; `private` are words to hide as they stand.

    `in_place`: sign for sign, so that what follows keeps its place; else how long it was is hidden, too.
    """

    def __init__(self, private: Iterable[str] = (), *, active: bool = True, in_place: bool = False) -> None:
        words = sorted(private, key=lambda word: (-len(word), word))
        self._private = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else None
        self._active = active
        self._hidden = _sign_for_sign if in_place else _briefly

    def __call__(self, text: str) -> str:
        """The text as it may be sent.

        >>> Mask(["Ana"])("Ana said: write to b@example.com, or to Mr Jones")
        '••• said: write to •••, or to Mr •••'
        """
        if not self._active:
            return text
        text = _LINK.sub(self._hidden, text)
        text = _MASKED.sub(self._hidden, mask_forms(text))
        return self._private.sub(self._hidden, text) if self._private else text


def _briefly(_: re.Match[str]) -> str:
    return HIDDEN


def _sign_for_sign(found: re.Match[str]) -> str:
    return HIDDEN[0] * len(found[0])
