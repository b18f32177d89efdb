"""Hearing once: the same answers are the same themes, any other answer is heard anew."""

from __future__ import annotations

import numpy as np
import pytest

from persona.evidence import remembering
from persona.evidence.remembering import hear_once
from persona.evidence.themes import hear
from tests.persona.evidence.shop import BREAD, PARKING, QUEUES, answers

ASKED = [answers(*QUEUES, *PARKING, *BREAD)]
PEOPLE = np.arange(len(ASKED[0].texts))


def told(answered: list = ASKED, *, people: np.ndarray = PEOPLE, redact: bool = True) -> list:
    return hear_once(answered, seed=0, redact=redact, people=people).heard


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_heard", remembering.Remembered(most=remembering.STUDIES))


def test_the_same_answers_are_heard_once_and_as_without_remembering() -> None:
    first = told()
    plain = hear(ASKED, seed=0, redact=True, people=PEOPLE)

    assert told() is first
    assert [one.theme for some in first for one in some.themes] == [one.theme for some in plain for one in some.themes]


@pytest.mark.parametrize(
    "changed",
    [
        {"answered": [ASKED[0]._replace(texts=[*ASKED[0].texts[:-1], "The bread is stale"])]},
        {"answered": [ASKED[0]._replace(rows=[row + 1 for row in ASKED[0].rows])], "people": np.append(PEOPLE, 99)},
        {"people": PEOPLE // 2},
        {"redact": False},
    ],
)
def test_whatever_is_otherwise_is_heard_anew(changed: dict) -> None:
    first = told()

    assert told(**changed) is not first
    assert told() is first


def test_a_long_study_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "LONGEST", 10)

    assert told() is not told()
