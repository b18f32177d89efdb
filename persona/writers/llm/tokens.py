"""Tokens of a text without any provider's tokeniser: what is likely, and what it is at most."""

from __future__ import annotations

import math
import re

_LETTERS = re.compile(r"[A-Za-z ]")
_OVERHEAD = 64  # what a provider puts around the messages


def likely(text: str) -> int:
    """About four characters a token for plain letters; figures, signs and other scripts take more.

    >>> likely("I want to share my plans with the team.")
    11
    """
    letters = len(_LETTERS.findall(text))
    return math.ceil(letters / 4.2 + (len(text) - letters) / 1.9)


def at_most(text: str) -> int:
    """No tokeniser in use makes more of a text: two letters, or one sign of another kind, a token; two where it is
    not Latin."""
    letters = len(_LETTERS.findall(text))
    plain = len(text.encode("ascii", "ignore"))
    return math.ceil(letters / 2) + (plain - letters) + 2 * (len(text) - plain) + _OVERHEAD
