from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from persona.models import ColumnRole
from persona.models.crosstables import Cell, CrossLine, CrossTable

SHARE = CrossLine(
    option="Bus",
    cells=(Cell(persona=1, base=40, count=30, share=0.75, higher_than="B"), Cell(persona=None, base=80, count=40)),
)
MEAN = CrossLine(option=None, cells=(Cell(persona=1, base=40, mean=2.5), Cell(persona=None, base=80, mean=2.0)))
TABLE = CrossTable(question="How do you travel?", column="q1", role=ColumnRole.CATEGORY, lines=(SHARE, MEAN))


def test_a_table_survives_json() -> None:
    assert CrossTable.model_validate_json(TABLE.model_dump_json()) == TABLE


def test_everyone_is_nobody_in_particular_and_a_mean_has_no_option() -> None:
    assert [cell.persona for cell in SHARE.cells] == [1, None]
    assert MEAN.model_dump(mode="json")["cells"][1] == {
        "persona": None,
        "base": 80,
        "count": None,
        "share": None,
        "mean": 2.0,
        "higher_than": "",
    }


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"role": "colour"}, ("role",)),
        ({"lines": [{"cells": []}]}, ("lines", 0, "option")),
        ({"lines": [{"option": None, "cells": [{"persona": 1}]}]}, ("lines", 0, "cells", 0, "base")),
        ({"lines": [{"option": None, "cells": [{"base": 1}]}]}, ("lines", 0, "cells", 0, "persona")),
    ],
)
def test_a_cell_without_a_base_is_none(changes: dict[str, Any], where: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        CrossTable.model_validate(TABLE.model_dump() | changes)

    assert caught.value.errors()[0]["loc"] == where


@pytest.mark.parametrize(
    "changes",
    [{"base": None}, {"base": 1.5}, {"count": "many"}, {"share": "half"}, {"persona": "one"}, {"letters": "A"}],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_no_cell_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Cell.model_validate({"persona": 1, "base": 1} | changes)


def test_a_cell_without_people_says_nothing_else() -> None:
    assert Cell(persona=1, base=0).model_dump(exclude_defaults=True) == {"persona": 1, "base": 0}


def test_a_line_of_a_question_is_never_changed_afterwards() -> None:
    with pytest.raises(ValidationError):
        SHARE.option = "Train"  # type: ignore[misc]
