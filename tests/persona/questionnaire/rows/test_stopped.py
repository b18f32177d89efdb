"""Codes of a state that no word explains, told by how far their rows came."""

from __future__ import annotations

import pytest

from persona.questionnaire.rows.finding import find_rows
from persona.questionnaire.rows.stopped import states_by_stops
from tests.questionnaires import Rows

NAMES = ("id", "status", "Which tool?", "How satisfied?", "Why?", "Age")


def table(states: dict[str, tuple[int, ...]], column: str = "status", blank: str = "", people: int = 60) -> Rows:
    """`states`: for each code, how many answers its rows hold; one number after the other."""
    codes = list(states)
    rows = []
    for at in range(people):
        code = codes[at % len(codes)]
        stops = states[code]
        answers = ["Slack", "4", f"It is quick, says person {at}", str(20 + at % 40)]
        held = stops[at // len(codes) % len(stops)]
        rows.append([str(at), code, *answers[:held], *[blank] * (4 - held)])
    return Rows([column if name == "status" else name for name in NAMES], rows)


@pytest.mark.parametrize("blank", ["", "-77", "-99"])
@pytest.mark.parametrize("column", ["status", "dispcode", "Interview status", "Teilnahmestatus"])
def test_rows_that_all_stop_at_one_question_were_screened_out(column: str, blank: str) -> None:
    found = find_rows(table({"1": (4,), "2": (1,), "3": (4,)}, column, blank))

    assert [(rows.reason, len(rows.rows), rows.default) for rows in found.excluded] == [
        ("screened_out", 20, "left_out")
    ]
    assert found.doubts[0].sentence == (
        "Are the 20 rows that look like people who were screened out or came over quota real answers?"
    )


def test_rows_that_stop_anywhere_were_given_up() -> None:
    given_up = table({"31": (4,), "22": (0, 1, 2)})

    assert states_by_stops(given_up, "status") == {"22": "unfinished"}
    assert [(rows.reason, rows.default) for rows in find_rows(given_up).excluded] == [("unfinished", "kept")]


@pytest.mark.parametrize(
    "states",
    [
        {"1": (4,), "2": (4,), "3": (4,)},
        {"1": (4,), "2": (3,)},
        {"1": (4,)},
    ],
    ids=["all came to the end", "most was answered", "one code"],
)
def test_other_codes_leave_nobody_out(states: dict[str, tuple[int, ...]]) -> None:
    assert find_rows(table(states)).excluded == ()


def test_a_question_in_codes_is_no_state() -> None:
    assert find_rows(table({"1": (4,), "2": (1,)}, "Which plan?")).excluded == ()
