"""Small tables below an empty line are no respondents, in whatever language; respondents below one stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.rows.reported import report_excluded

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

PEOPLE = 12


def _table(names: str, town: tuple[str, str], delimiter: str = ",") -> str:
    rows = [f"{at};{town[at % 2]};{at % 5 + 1};{at % 4}".replace(";", delimiter) for at in range(1, PEOPLE + 1)]
    return "\n".join([names, *rows, ""])


ENGLISH = _table("No,Town,How content are you?,Children", ("Ashby", "Corley"))
GERMAN = _table("Nr;Ort;Zufriedenheit;Kinder", ("Aalen", "Ulm"), ";")
POLISH = _table("Lp;Miasto;Ocena;Dzieci", ("Łódź", "Radom"), ";")


@pytest.mark.parametrize(
    ("table", "below"),
    [
        pytest.param(ENGLISH, ",,,\n,Town,People,\n,Ashby,6,\n,Corley,6,\n,All,12,\n", id="counts by town"),
        pytest.param(GERMAN, "\n\n;Ort;Befragte;\n;Aalen;6;\n;Ulm;6;\n", id="German, empty lines without cells"),
        pytest.param(
            POLISH, ";;;\nRazem wg miast;;;\n;Miasto;Liczba;\n;Łódź;50%;\n;Radom;50%;\n", id="Polish, a title"
        ),
        pytest.param(
            ENGLISH,
            ',,,\n,Town,People,\n,Ashby,6,\n,Corley,6,\n,,,\n,,Answer,Mean\n,,Lowest,"1,5"\n,,Highest,4\n',
            id="two tables",
        ),
    ],
)
def test_small_tables_below_an_empty_line_are_left_out(read: Reader, table: str, below: str) -> None:
    found = read(table + below)
    own = sum(bool(line.strip(";,")) for line in below.splitlines())

    assert [row[0] for row in found.rows] == [str(at) for at in range(1, PEOPLE + 1)]
    assert {code for _, code in found.left_out if code != "blank"} == {"second_table"}
    assert [(each.reason, each.rows) for each in report_excluded(found.report)] == [("footer", own)]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(",,,\n13,Ashby,4,2\n14,Corley,2,1\n15,Ashby,1,1\n", id="whole rows"),
        pytest.param(",,,\n,Ashby,4,2\n,Corley,2,1\n,Ashby,1,1\n", id="without a number, towns as above"),
        pytest.param(",,,\n,Harlow,,\n,Corby,,\n,Kettering,,\n", id="one answer each"),
        pytest.param(",,,\n13,Harlow,,\n14,Corley,2,1\n15,Ashby,1,1\n", id="who left two questions out"),
    ],
)
def test_respondents_below_an_empty_line_stay(read: Reader, below: str) -> None:
    assert read(ENGLISH + below).report.rows == PEOPLE + 3


def test_cells_of_several_lines_are_no_gaps(read: Reader) -> None:
    rows = "".join(f'{at},Ashby,"Slow.\n\nDear.",{at % 3}\n' for at in range(PEOPLE))
    below = "".join(f',{word},"Slow.\n\nDear.",{at}\n' for at, word in enumerate(("Town", "Corley", "Harlow")))
    assert read(f"No,Town,Why,Children\n{rows}{below}").report.rows == PEOPLE + 3
