"""Words in languages that no model has learnt: the rating beside them tells praise from blame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.writing import choosing
from persona.writing.choosing import Chooser
from tests.persona.writing.listened import heard

if TYPE_CHECKING:
    from persona.writing.listening import Study


def kinds(study: Study) -> dict[str, int]:
    """How many are told of each kind, of a study in one segment."""
    chosen = Chooser(study, 1, np.ones(17, bool), frozenset(), each=8).choose()
    told = [choice.kind for choice in chosen if choice.stands]
    return {kind: told.count(kind) for kind in sorted(set(told))}


@pytest.mark.parametrize(
    ("mood", "expected"),
    [(0.0, "opinion"), (0.4, "opinion"), (1.0, "delight"), (-0.4, "opinion"), (-1.0, "frustration")],
)
def test_the_rating_beside_words_that_nobody_can_judge_tells_their_kind(
    mood: float, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = heard([1] * 17)
    monkeypatch.setattr(choosing, "can_be_judged", lambda deep: False)
    monkeypatch.setattr(choosing, "is_sure", lambda question: False)
    monkeypatch.setattr(Chooser, "_by_words", lambda self, part: "opinion")
    study.moods = np.full(17, mood)

    assert kinds(study) == {expected: 3}
