"""Tables as their questionnaires read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import ColumnRole as Role
from persona.models import QuestionChoice, QuestionKind
from persona.questionnaire.understanding import understand
from persona.recoding.cells import SEPARATOR
from persona.recoding.table import RecodedTable
from tests.questionnaires import columns
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.questionnaires import Rows


def recoded(table: Rows, **questions: QuestionChoice) -> RecodedTable:
    return RecodedTable(table, understand(table, questions=questions))  # type: ignore[arg-type] -- its rows are enough


def test_a_block_of_ticks_is_one_variable() -> None:
    table = columns(
        **{
            "Which tools? - Slack": ["Slack", "", "Slack", "", "Slack"] * 6,
            "Which tools? - Zoom": ["Zoom", "Zoom", "", "", "Zoom"] * 6,
            "Which tools? - Mail": ["", "Mail", "", "", "Mail"] * 6,
        }
    )
    found = recoded(table)

    assert [(c.name, c.role, c.separator) for c in found.columns] == [("Which tools?", Role.MULTIPLE, SEPARATOR)]
    assert found.values("Which tools?")[:5] == [
        f"Slack{SEPARATOR}Zoom",
        f"Zoom{SEPARATOR}Mail",
        "Slack",
        "",
        f"Slack{SEPARATOR}Zoom{SEPARATOR}Mail",
    ]


def test_who_saw_the_boxes_and_ticked_none_is_no_blank() -> None:
    table = columns(
        **{
            "Used: paper": ["1", "0", "0", "1", ""] * 6,
            "Used: app": ["0", "1", "0", "1", ""] * 6,
            "Used: board": ["1", "0", "0", "0", ""] * 6,
        }
    )

    found = recoded(table)
    (name,) = found.names

    assert found.values(name)[:5] == [f"paper{SEPARATOR}board", "app", SEPARATOR, f"paper{SEPARATOR}app", ""]


def test_codes_for_no_answer_are_no_places_on_a_scale() -> None:
    table = columns(
        **{
            "How important (1 = not at all, 5 = very) - price": ["1", "5", "99", "3", "4"] * 8,
            "How important (1 = not at all, 5 = very) - speed": ["2", "99", "4", "5", "1"] * 8,
            "How important (1 = not at all, 5 = very) - looks": ["5", "4", "3", "2", "99"] * 8,
        }
    )
    found = recoded(table)

    assert [(c.role, c.scale, c.higher_is) for c in found.columns] == [(Role.RATING, (1.0, 5.0), "more")] * 3
    assert [found.values(name)[:5] for name in found.names] == [
        ["1", "5", "", "3", "4"],
        ["2", "", "4", "5", "1"],
        ["5", "4", "3", "2", ""],
    ]


def test_a_ranking_has_the_rank_of_each_thing_and_what_came_first() -> None:
    table = columns(
        **{
            "Rank the reasons [price]": ["1", "2", "3", "1"] * 8,
            "Rank the reasons [speed]": ["2", "1", "1", "3"] * 8,
            "Rank the reasons [looks]": ["3", "3", "2", "2"] * 8,
        }
    )
    found = recoded(table)

    assert [(c.role, c.basis, c.higher_is) for c in found.columns] == [
        (Role.RATING, True, "less"),
        (Role.RATING, True, "less"),
        (Role.RATING, True, "less"),
        (Role.CATEGORY, False, None),
    ]
    assert found.values(found.names[0])[:4] == ["1", "2", "3", "1"]
    assert found.values(found.names[3])[:4] == ["price", "speed", "speed", "price"]


def test_spellings_of_an_option_are_one_label() -> None:
    table = columns(Plan=["Free", "free ", "FREE", "Paid", "Free", "paid"] * 10)

    assert recoded(table).values("Plan")[:6] == ["Free", "Free", "Free", "Paid", "Free", "Paid"]


def test_an_answer_that_takes_no_side_stays_an_answer() -> None:
    table = columns(**{"Would you pay?": ["Yes", "No", "Don't know", "N/A", ""] * 10})

    assert recoded(table).values("Would you pay?")[:5] == ["Yes", "No", "Don't know", "", ""]


def test_numbers_are_read_by_one_decision_for_the_column() -> None:
    table = columns(Hours=["1,5", "12,25", "3,125", "0,867", "40", "k.A."] * 10)

    assert recoded(table).values("Hours")[:6] == ["1.5", "12.25", "3.125", "0.867", "40", ""]


def test_several_choices_in_one_cell_keep_options_that_hold_the_mark() -> None:
    cells = ["Paper, Lists (long, short)", "Paper", "Board", "Lists (long, short), Board", "Paper, Board", ""] * 8
    found = recoded(columns(**{"Which do you use? Tick all that apply": cells}))
    (name,) = found.names

    assert found.values(name)[:6] == [
        f"Paper{SEPARATOR}Lists (long, short)",
        "Paper",
        "Board",
        f"Lists (long, short){SEPARATOR}Board",
        f"Paper{SEPARATOR}Board",
        "",
    ]


def test_open_answers_stay_as_they_stand_in_the_file() -> None:
    texts = [f" I miss the  map of part {number}\u00a0" for number in range(40)]

    assert recoded(columns(**{"What do you miss?": texts})).values("What do you miss?") == texts


def test_what_people_say_of_options_is_what_cells_hold() -> None:
    table = columns(Sex=["1", "2", "1", "9"] * 10)
    said = QuestionChoice.model_validate(
        {"kind": QuestionKind.SINGLE, "options": {"rename": {"1": "Man", "2": "Woman"}}, "no_answer": ["9"]}
    )

    assert recoded(table, sex=said).values("Sex")[:4] == ["Man", "Woman", "Man", ""]


@pytest.mark.parametrize("row", [1, 3])
def test_rows_that_are_no_people_are_blank_and_keep_their_number(row: int, tmp_path: Path) -> None:
    rows = [["IP Address", "Great"], ["Survey Preview", "Testing 1 2"], ["IP Address", "Slow"], ["IP Address", "Fine"]]
    table = table_of(tmp_path, ["Status", "What do you think?"], rows * 5)
    found = RecodedTable(table, understand(table))

    assert found.respondents.tolist() == [at for at in range(1, 21) if at % 4 != 2]
    assert found.values("What do you think?")[:4] == ["Great", "", "Slow", "Fine"]
    assert [each.cells["What do you think?"] for each in found.rows_at([2, row])] == ["", rows[row - 1][1]]
    assert found.lines([2]) == table.lines([2])


class Plain:
    """What is read like a table, and is none on disk."""

    names, rows = ("plan",), 2

    def batches(self, names: list[str], size: int = 2) -> list[tuple[int, dict[str, list[str]]]]:
        return [(1, {name: ["Yes", "No"] for name in names})]


def test_what_is_only_read_like_a_table_is_recoded_each_time() -> None:
    known = understand(columns(plan=["Yes", "No"] * 20))

    assert RecodedTable(Plain(), known).values("plan") == ["Yes", "No"]  # type: ignore[arg-type] -- read like one
