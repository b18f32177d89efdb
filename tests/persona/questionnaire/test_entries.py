"""Codes of people who have a row for every day name people; codes of shops, and numbers, do not."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, notes, read

DAYS = 7
MANY = "A person may have many rows: {rows} rows of {people} values of “{question}”."


def _diary(code: str, people: int, occasions: list[str], left_out: int = 0) -> Rows:
    """A row of everyone at every occasion but for every `left_out`-th."""
    pairs = [(code.format(n), day) for n in range(1, people + 1) for day in occasions]
    kept = [pair for at, pair in enumerate(pairs) if not left_out or at % left_out]
    texts = notes(len(kept))
    return Rows(["who", "when", "what"], [[*pair, text] for pair, text in zip(kept, texts, strict=True)])


@pytest.mark.parametrize(
    ("code", "occasions"),
    [
        pytest.param("P{:02d}", [str(day) for day in range(1, DAYS + 1)], id="days by number"),
        pytest.param("proband-{}", [f"2025-03-{day:02d}" for day in range(1, DAYS + 1)], id="dates"),
        pytest.param("受訪者{}", ["月曜日", "火曜日", "水曜日"], id="days by name, another script"),
        pytest.param("ID {}", ["before", "after"], id="before and after"),
    ],
)
@pytest.mark.parametrize("left_out", [0, 5], ids=["all came", "some were missing"])
def test_codes_that_stand_once_at_every_occasion_are_people(code: str, occasions: list[str], left_out: int) -> None:
    table = _diary(code, 15, occasions, left_out)
    found = read(table)

    assert (found.questions[0].kind, found.questions[0].use) == ("identifier", "none")
    wanted = MANY.format(rows=table.rows, people=15, question="who")
    assert [note.sentence for note in found.notes if note.code == "many_rows_each"] == [wanted]


def test_codes_that_stand_twice_at_one_occasion_are_options() -> None:
    table = Rows(["shop", "day", "what"], [[f"S{at % 6}", str(at % 7), text] for at, text in enumerate(notes(84))])
    found = read(table)

    assert (found.questions[0].kind, [note.code for note in found.notes]) == ("single_choice", [])


def test_a_plan_of_which_few_pairs_are_there_is_chance() -> None:
    days = [f"2025-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 28, 3)]
    rows = [[f"S{at % 12}", days[(at * 7) % len(days)], text] for at, text in enumerate(notes(96))]
    found = read(Rows(["shop", "day", "what"], rows))

    assert "many_rows_each" not in {note.code for note in found.notes}
