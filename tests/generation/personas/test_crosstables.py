"""Cross-tables as they are shown: figures, letters and bases of each line."""

from __future__ import annotations

from typing import Any

import pytest

from generation.personas.crosstables import ShownCell, ShownLine, ShownTable, _shown
from persona.models import ColumnRole
from persona.models.crosstables import Cell, CrossLine, CrossTable


def cell(**told: Any) -> Cell:
    return Cell(**{"persona": 1, "base": 30} | told)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        pytest.param(
            cell(count=15, share=0.5, higher_than="BC"),
            ShownCell("50\u00a0%", "BC", 15, 30),
            id="a share and its letters",
        ),
        pytest.param(cell(count=0, share=0.0), ShownCell("0\u00a0%", "", 0, 30), id="nobody"),
        pytest.param(cell(count=0, share=None, base=0), ShownCell("–", "", 0, 0), id="nobody answered"),
        pytest.param(cell(mean=3.14), ShownCell("3.1", "", None, 30), id="a mean"),
        pytest.param(cell(mean=-0.5), ShownCell("-0.5", "", None, 30), id="a mean below zero"),
        pytest.param(cell(mean=12345.6), ShownCell("12,345.6", "", None, 30), id="a large mean"),
        pytest.param(cell(mean=None, base=0), ShownCell("–", "", None, 0), id="no mean"),
    ],
)
def test_a_cell_shows_its_figure(found: Cell, shown: ShownCell) -> None:
    table = CrossTable(
        question="Age", column="age", role=ColumnRole.NUMBER, lines=(CrossLine(option=None, cells=(found,)),)
    )

    assert _shown(table) == ShownTable("Age", [ShownLine(None, [shown])], [found.base])


def test_bases_stand_once_below_and_the_question_is_told_plainly() -> None:
    lines = tuple(
        CrossLine(option=option, cells=(cell(base=20, count=count, share=count / 20), cell(base=9, count=0, share=0.0)))
        for option, count in (("App", 5), ("Paper", 15))
    )
    table = CrossTable(question="Q3: Which tool? Tick one", column="tool", role=ColumnRole.CATEGORY, lines=lines)

    shown = _shown(table)

    assert (shown.question, shown.bases) == ("Which tool?", [20, 9])
    assert [(line.option, [one.figure for one in line.cells]) for line in shown.lines] == [
        ("App", ["25\u00a0%", "0\u00a0%"]),
        ("Paper", ["75\u00a0%", "0\u00a0%"]),
    ]


def test_a_line_keeps_the_order_of_personas_and_everyone() -> None:
    """Everyone is the last, with no letters: nobody is more than all."""
    cells = (
        cell(persona=1, base=10, count=9, share=0.9, higher_than="B"),
        cell(persona=2, base=20, count=2, share=0.1),
        cell(persona=None, base=30, count=11, share=0.3667),
    )
    table = CrossTable(
        question="Do you cook?", column="cook", role=ColumnRole.CATEGORY, lines=(CrossLine(option="Yes", cells=cells),)
    )

    assert _shown(table) == ShownTable(
        "Do you cook?",
        [
            ShownLine(
                "Yes",
                [
                    ShownCell("90\u00a0%", "B", 9, 10),
                    ShownCell("10\u00a0%", "", 2, 20),
                    ShownCell("37\u00a0%", "", 11, 30),
                ],
            )
        ],
        [10, 20, 30],
    )
