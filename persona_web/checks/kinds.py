"""What a check is, and how heavy what it finds weighs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from persona_web.env import Env


class Weight(StrEnum):
    """From what stops a start down to what is only worth knowing."""

    REFUSED = "refused"  # no process starts
    WRONG = "wrong"  # the doctor ends with status 1
    TOLD = "told"  # the doctor says it


@dataclass(frozen=True)
class Check:
    """One question to an installation; each sentence is something that should be changed, and how."""

    about: str
    weight: Weight
    sentences: Callable[[Env], Iterable[str]]


@dataclass(frozen=True)
class Finding:
    """What one check said of one installation; no sentences: nothing is wrong."""

    about: str
    weight: Weight
    sentences: tuple[str, ...]

    @property
    def is_trouble(self) -> bool:
        """Whether an operator has to do something."""
        return bool(self.sentences) and self.weight is not Weight.TOLD
