"""Fitted columns: remembered while they are small, and nobody changes what is remembered."""

from __future__ import annotations

import numpy as np
import pytest

from persona.grouping import fitting
from persona.grouping.encoding import FeatureEncoding
from persona.grouping.fitting import encoded
from persona.models import Column, ColumnRole
from persona.remembering import Remembered

CELLS = ["tea", "coffee", "tea", "", "coffee", "tea"] * 10
COLUMN = Column(name="Drink", position=0, role=ColumnRole.CATEGORY, basis=True, question="Drink", filled=50, distinct=2)


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "_fitted", Remembered(most=fitting.COLUMNS))


def test_the_same_cells_are_encoded_once_and_the_encoder_is_the_callers() -> None:
    first, again = encoded(COLUMN, CELLS), encoded(COLUMN, CELLS)

    assert first is not None
    assert again is not None
    assert first.feature is again.feature
    first.encoder.block = "battery"
    later = encoded(COLUMN, CELLS)
    assert later is not None
    assert (again.encoder.block, later.encoder.block) == ("Drink", "Drink")


def test_other_cells_or_another_kind_are_encoded_anew() -> None:
    first = encoded(COLUMN, CELLS)
    others = [encoded(COLUMN, CELLS[:-1]), encoded(COLUMN.model_copy(update={"role": ColumnRole.MULTIPLE}), CELLS)]

    assert first is not None
    assert [one is not None and one.feature is not first.feature for one in others] == [True, True]


def test_what_cannot_be_compared_is_remembered_as_such() -> None:
    texts = COLUMN.model_copy(update={"role": ColumnRole.OPEN})

    assert [encoded(texts, ["", "yes", ""]) for _ in range(2)] == [None, None]


def test_many_people_are_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "PEOPLE", 10)
    first, again = encoded(COLUMN, CELLS), encoded(COLUMN, CELLS)

    assert first is not None
    assert again is not None
    assert first.feature is not again.feature


def test_features_are_the_same_whether_remembered_or_not() -> None:
    made = [FeatureEncoding([COLUMN], {"Drink": CELLS}).features for _ in range(2)]

    assert [[feature.name for feature in features] for features in made] == [["Drink"]] * 2
    assert np.array_equal(np.asarray(made[0][0].values), np.asarray(made[1][0].values))
