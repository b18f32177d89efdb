"""Locales: the sentences of stories, a JSON file a language in `locales/`; adding a file adds a language."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pydantic import Field

from persona.models import Frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from persona.kinds import StatementKind

FALLBACK = "en"


class Locale(Frozen):
    """One language; `{…}` is filled, nothing else of a story is language."""

    who: str
    who_more: str
    everyone: str
    few: str
    """A share that rounding would call none."""
    fact: str
    goal: str
    need: str
    motivation: str
    frustration: str
    behaviour: str
    delight: str
    opinion: str
    fact_about_self: str
    quoted: str
    phrased: str
    unlike: str
    denied: str = Field(alias="not")
    both: str = Field(alias="and")
    group: str
    all: str
    """What everybody is called, where there are no groups."""
    yes: str
    no: str
    higher: str
    lower: str
    better: str
    """Of grades, of which the smallest number is the best."""
    worse: str
    further_up: str
    further_down: str
    more_than: str = Field(alias="more")
    less_than: str = Field(alias="less")
    often: str
    high_ratings: str = Field(alias="high")
    low_ratings: str = Field(alias="low")
    answer: str

    def of(self, kind: StatementKind) -> str:
        """The sentence around a statement of this kind; alone, where the language has no words for it."""
        return str(getattr(self, kind, "{said}."))


def codes() -> list[str]:
    """The languages that there are."""
    return sorted(path.name.removesuffix(".json") for path in _folder().iterdir() if path.name.endswith(".json"))


@lru_cache
def locale(code: str) -> Locale:
    """The sentences of a language; English where it has no file."""
    known = code if code in codes() else FALLBACK
    return Locale.model_validate(json.loads((_folder() / f"{known}.json").read_text(encoding="utf-8")))


def _folder() -> Traversable:
    return files("persona.narrative") / "locales"
