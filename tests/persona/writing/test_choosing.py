"""What may stand under a kind, and what says nothing new beside what was told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from persona.evidence.space import content_words
from persona.text.judging import KINDS, Judgement
from persona.writing.choices import is_new
from persona.writing.choosing import fits

if TYPE_CHECKING:
    from persona.writing.choices import Choice


def _judged(sides: tuple[float, float], **chances: float) -> Judgement:
    return Judgement(None, 0.0, tuple(chances.get(kind, 0.01) for kind in KINDS), 1.0, "neutral", sides)


def _told(text: str, kind: str, place: int) -> Choice:
    words = frozenset(content_words(text))
    meaning = np.eye(4, dtype=np.float32)[place]
    return cast("Choice", SimpleNamespace(folded=text.casefold(), words=words, kind=kind, meaning=meaning))


@pytest.mark.parametrize(
    ("judged", "kind", "mood", "expected"),
    [
        (_judged((0.9, 0.0), delight=0.8, frustration=0.1), "delight", 0.0, True),
        (_judged((0.9, 0.0), delight=0.8, frustration=0.1), "frustration", 0.0, False),
        (_judged((0.1, 0.1), delight=0.3, frustration=0.4), "delight", 0.0, False),
        (_judged((0.1, 0.1), delight=0.4, frustration=0.3), "delight", -2.0, False),
        (_judged((0.0, 0.0), need=0.05), "need", 0.0, False),
        (_judged((0.0, 0.0), need=0.2), "need", 0.0, True),
        (_judged((0.0, 0.9)), "made_up", 0.0, True),
    ],
)
def test_a_passage_stands_under_its_own_kind_and_side(
    judged: Judgement, kind: str, mood: float, expected: bool
) -> None:
    assert fits(judged, kind, mood) is expected


@pytest.mark.parametrize(
    ("text", "kind", "new"),
    [
        ("Add version control support", "need", False),
        ("VERSION CONTROL", "need", False),
        ("Add version control support", "frustration", True),
        ("Better documentation", "need", True),
        ("Control", "need", True),
    ],
)
def test_what_holds_all_words_of_an_earlier_statement_says_nothing_new(text: str, kind: str, new: bool) -> None:
    told = _told("Version control", "need", 0)

    assert is_new(_told(text, kind, 1), [told]) is new


def test_another_wording_of_the_same_meaning_says_nothing_new() -> None:
    assert not is_new(_told("Keeping versions", "need", 0), [_told("Version control", "need", 0)])
