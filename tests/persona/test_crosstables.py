"""Every closed question by persona, with bases, shares, means and letters of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.crosstables import cross_tables
from persona.exporting.sheets import tables_csv
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from tests.answers import segmentation_of
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
