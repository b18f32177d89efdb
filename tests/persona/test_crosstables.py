"""Every closed question by persona, with bases, shares, means and letters of tests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from persona.crosstables import GroupCells, _means, cross_tables
from persona.exporting.sheets import tables_csv
from persona.models import ColumnRole
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from persona.writing.differences import find_differences
from tests.answers import segmentation_of
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from persona.models.crosstables import CrossTable

GROUPS = [1] * 40 + [2] * 40
TOOLS = ("Paper", "App", "Board", "Sheet")
ROWS = [
    (
        "Yes" if n < 30 or n >= 70 else "No" if n < 78 else "",
        str(n % 3 + n // 40),
        ";".join(tool for place, tool in enumerate(TOOLS) if n * 7 >> place & 1),
    )
    for n in range(80)
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CrossTable]:
    header = ("Do you cook?", "How many trips do you make?", "Which tools do you use?")
    table = table_of(tmp_path_factory.mktemp("tables"), header, ROWS)
    recoded = RecodedTable(table, understand(table))
    return {found.question: found for found in cross_tables(recoded, recoded.columns, segmentation_of(GROUPS))}


def test_shares_have_bases_and_letters(tables: dict[str, CrossTable]) -> None:
    yes = next(line for line in tables["Do you cook?"].lines if line.option == "Yes")

    assert [(cell.persona, cell.count, cell.base, cell.share, cell.higher_than) for cell in yes.cells] == [
        (1, 30, 40, 0.75, "B"),
        (2, 10, 40, 0.25, ""),
        (None, 40, 80, 0.5, ""),
    ]


def test_means_have_bases_and_letters(tables: dict[str, CrossTable]) -> None:
    mean = next(line for line in tables["How many trips do you make?"].lines if line.option is None)

    assert [(cell.persona, cell.base, cell.mean, cell.higher_than) for cell in mean.cells] == [
        (1, 40, pytest.approx(39 / 40), ""),
        (2, 40, 2.0, "A"),
        (None, 80, pytest.approx(119 / 80), ""),
    ]


def test_each_chosen_option_counts(tables: dict[str, CrossTable]) -> None:
    lines = tables["Which tools do you use?"].lines

    assert {line.option: line.cells[-1].count for line in lines} == {
        tool: sum(tool in row[2].split(";") for row in ROWS) for tool in TOOLS
    }
    assert {line.cells[-1].base for line in lines} == {sum(bool(row[2]) for row in ROWS)}


def test_as_csv_a_line_is_an_option_of_a_persona(tables: dict[str, CrossTable]) -> None:
    lines = tables_csv((tables["Do you cook?"],)).splitlines()

    assert '"Do you cook?","Do you cook?","Yes","1","A","40","30","0.75","","B"' in lines


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    """Three boxes of one question: of each eight people two tick paper, one of them the app, too, and one the board."""
    header = [f"Which tools do you use? {tool}" for tool in ("Paper", "App", "Board")]
    ticks = [[n % 4 == 0, n % 8 == 0, n % 8 == 1] for n in range(80)]
    table = table_of(tmp_path_factory.mktemp("boxes"), header, [[str(int(tick)) for tick in row] for row in ticks])
    return RecodedTable(table, understand(table))


def test_who_saw_the_boxes_and_ticked_none_belongs_to_the_base(boxes: RecodedTable) -> None:
    [found] = cross_tables(boxes, boxes.columns, segmentation_of(GROUPS))

    assert {line.option: [(cell.count, cell.base, cell.share) for cell in line.cells] for line in found.lines} == {
        "Paper": [(10, 40, 0.25), (10, 40, 0.25), (20, 80, 0.25)],
        "App": [(5, 40, 0.125), (5, 40, 0.125), (10, 80, 0.125)],
        "Board": [(5, 40, 0.125), (5, 40, 0.125), (10, 80, 0.125)],
    }


def test_what_a_persona_tells_of_boxes_has_the_same_base(boxes: RecodedTable) -> None:
    found = find_differences(boxes, boxes.columns, segmentation_of(GROUPS), [1, 2])

    told = {(share.option, share.count, share.base, share.others_base) for share in found[1].usual}
    assert told == {("Paper", 10, 40, 40), ("App", 5, 40, 40), ("Board", 5, 40, 40)}


def test_people_who_weigh_nothing_break_no_mean() -> None:
    nobody = GroupCells(Counter({"3": 40}), {"3": 0.0})
    asked = column("How many?", ColumnRole.NUMBER)

    [line] = _means(asked, {1: nobody, 2: nobody}, [1, 2])

    assert [(cell.persona, cell.base, cell.mean, cell.higher_than) for cell in line.cells] == [
        (1, 40, None, ""), (2, 40, None, ""), (None, 80, None, ""),
    ]  # fmt: skip
