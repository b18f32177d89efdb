"""What is said of a file before personas are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnRole
from persona.readiness import FEW_ROWS, check_file, warnings_about
from tests.persona.counted.values import column

if TYPE_CHECKING:
    from pathlib import Path

FEW = "Only {}: groups will be small, and what they say may be chance."
NO_WORDS = "No column holds answers in people’s own words: personas will have numbers but no quotes."
NOTHING = "No column holds answers that could form groups."
OPEN, CHOICE = column("Why?", ColumnRole.OPEN), column("Where?")
ASIDE = CHOICE.model_copy(update={"basis": False})


@pytest.mark.parametrize(
    ("rows", "columns", "warnings"),
    [
        (FEW_ROWS, [OPEN, CHOICE], []),
        (FEW_ROWS - 1, [OPEN, CHOICE], [FEW.format("49 rows")]),
        (1, [OPEN], [FEW.format("1 row")]),
        (FEW_ROWS, [CHOICE], [NO_WORDS]),
        (FEW_ROWS, [ASIDE], [NO_WORDS, NOTHING]),
        (FEW_ROWS, [ASIDE, OPEN], []),
        (0, [], [FEW.format("0 rows"), NO_WORDS, NOTHING]),
    ],
)
def test_what_speaks_against_good_personas(rows: int, columns: list[object], warnings: list[str]) -> None:
    assert warnings_about(rows, columns) == warnings  # type: ignore[arg-type]


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Sixty people; some words have a letter of Western Europe in a file of unknown encoding."""
    lines = ["id,Wo arbeiten Sie?,Note"]
    lines += [f"{n},{('zu Hause', 'im Büro', 'unterwegs')[n % 3]},{n % 5 + 1}" for n in range(60)]
    path = tmp_path / "umfrage.csv"
    path.write_bytes("\n".join(lines).encode("cp1252"))
    return path


def test_letters_that_were_guessed_are_shown(survey: Path) -> None:
    found = check_file(survey)

    assert (found.name, found.rows, found.respondents, found.open_answers) == ("umfrage.csv", 60, 60, 0)
    assert [warning for warning in found.warnings if "guess" in warning] == [
        "The letters were read as cp1252, which is a guess: do these words look right? Büro"
    ]
    assert NO_WORDS in found.warnings


def test_a_doubt_that_was_answered_is_none(tmp_path: Path) -> None:
    path = tmp_path / "weights.csv"
    rows = [f"{'Yes' if n % 3 else 'No'},{n % 5 + 1},{n % 7},{(3.0, 1.0, 2.0, 0.5)[n % 4]}" for n in range(80)]
    path.write_text("\n".join(["Do you cook?,How satisfied are you? (1-5),How many trips do you make?,wt", *rows]))

    asked = check_file(path).doubts
    by_id, by_code = (check_file(path, answers={str(key): "use"}) for key in (asked[0].id, asked[0].code))

    assert [doubt.code for doubt in asked] == ["weight"]
    assert (by_id.doubts, by_code.doubts) == ((), ())


def test_a_plain_file_with_words_has_nothing_to_be_told(tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    people = [f"{n},Town {n % 4},It was warm and number {n} was kind to me" for n in range(60)]
    path.write_text("\n".join(["id,Town,What did you like?", *people]) + "\n", encoding="utf-8")

    found = check_file(path)

    assert (found.warnings, found.doubts) == ((), ())
    assert (found.name, found.rows, found.respondents, found.open_answers) == ("plain.csv", 60, 60, 1)


def test_personal_cells_are_told_by_column_and_number(tmp_path: Path) -> None:
    path = tmp_path / "mails.csv"
    people = [f"{n},person{n}@example.com,It was warm and number {n} was kind to me" for n in range(60)]
    path.write_text("\n".join(["id,E-mail,What did you like?", *people]) + "\n", encoding="utf-8")

    (warning,) = [told for told in check_file(path).warnings if "E-mail" in told]

    assert "60 cells" in warning
