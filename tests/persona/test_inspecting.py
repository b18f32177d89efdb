"""How a file is understood, and whether personas can be made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.inspecting import Dialect, inspect
from persona.models import SkippedLine
from persona.readiness import Readiness, check_file
from persona.reading import DialectChoice

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Name;E-mail;What do you miss most?\n"
    "Ann;ann@example.com;Better maps for cycling in the old town\n"
    "Bob;bob@example.com;A quiet place to work; and coffee\n"
    "Cleo;cleo@example.com;Night trains that run on time every day\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_inspect_tells_rows_dialect_columns_and_lines_left_out(file: Path) -> None:
    found = inspect(file)

    assert (found.name, found.rows, found.bytes) == ("answers.csv", 2, len(TEXT))
    assert found.dialect == Dialect(
        encoding="utf-8",
        encoding_how="checked",
        delimiter=";",
        quote=found.dialect.quote,
        escape=None,
        line_ends=found.dialect.line_ends,
        header_line=1,
    )
    assert [column.name for column in found.columns] == ["Name", "E-mail", "What do you miss most?"]
    assert found.skipped_lines == (
        SkippedLine(
            line=3,
            code="long_row",
            message="Line 3: 4 cells, but the table has 3 columns.",
            text="Bob;bob@example.com;A quiet place to work; and coffee",
        ),
    )
    assert (found.skipped, found.skipped_total) == ({"long_row": 1}, 1)


def test_inspect_keeps_nothing(file: Path) -> None:
    inspect(file)

    assert [path.name for path in file.parent.iterdir()] == ["answers.csv"]


def test_inspect_takes_a_persons_word_on_the_dialect(file: Path) -> None:
    assert inspect(file, dialect=DialectChoice(header=False)).dialect.header_line is None


def test_inspect_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")

    with pytest.raises(DataError) as caught:
        inspect(tmp_path / "empty.csv")

    assert caught.value.code == "empty"


def test_check_file_says_what_to_look_at_first(file: Path) -> None:
    checked = check_file(file)

    assert checked.model_copy(update={"warnings": ()}) == Readiness(
        name="answers.csv", rows=2, columns=3, open_answers=checked.open_answers, forming=checked.forming
    )
    assert checked.warnings[:2] == (
        "Skipped: 1 line of the data, which could not be read as answers.",
        "Only 2 rows: groups will be small, and what they say may be chance.",
    )
    assert "“E-mail” holds personal data (2 cells): it will be masked." in checked.warnings
