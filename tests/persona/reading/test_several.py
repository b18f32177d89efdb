"""Tickets, events and diaries: rows of one person become one; codes of shops, staff and options do not."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from persona.questionnaire.rows.reported import report_doubts, report_notes
from persona.reading.several import SeveralRows, find_several, may_have_several

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

    Table = list[list[str]]

PEOPLE, DAYS = 6, 4
TOLD = ("The order came late", "Nobody answers my mail", "I like the new colours", "The pump broke again")


def _events(code: str) -> Table:
    """Four rows of each of six people: a number, who, when, what, how long, what they wrote, where from."""
    return [
        [
            f"e{at:04}",
            code.format(at % PEOPLE),
            f"2025-03-{at + 1:02} 10:{at + 10}",
            ("buy", "look", "return")[at % 3],
            str(100 + 7 * at if at % 8 else 100),
            f"{TOLD[at // PEOPLE]} for the {at} time",
            ("DE", "AT", "CH")[at % PEOPLE % 3],
        ]
        for at in range(PEOPLE * DAYS)
    ]


def _file(names: list[str], rows: Table, delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([names, *rows])
    return text.getvalue()


FILES = [
    pytest.param("user_id", "u_{}", ",", id="users"),
    pytest.param("Kundennummer", "1000{}", ";", id="customers by number, German"),
    pytest.param("Requester", "someone@firm{}.org", "\t", id="addresses of many firms"),
    pytest.param("参加者", "P0{}", ",", id="participants, Japanese"),
    pytest.param("Id участника", "{}A", ";", id="participants, Russian"),
    pytest.param("ID do cliente", "c{}", ";", id="customers, Portuguese"),
    pytest.param("ticket.requester.id", "7{}", ",", id="the end of a path"),
    pytest.param("Participant", "P{} (kitchen)", "\t", id="a code with a word"),
]


@pytest.mark.parametrize(("name", "code", "delimiter"), FILES)
def test_rows_of_a_person_become_one_and_it_is_asked(read: Reader, name: str, code: str, delimiter: str) -> None:
    head = ["event_id", name, "time", "what", "seconds", "Anything else to tell us?", "country"]
    found = read(_file(head, _events(code), delimiter))

    assert found.report.names == (name, "what", "seconds", "Anything else to tell us?", "country")
    assert found.rows[1][2] in ("149", "191")  # the two in the middle
    assert (*found.rows[1][:2], *found.rows[1][3:]) == (
        code.format(1),
        "look",
        "; ".join(f"{told} for the {at} time" for told, at in zip(TOLD, (1, 7, 13, 19), strict=True)),
        "AT",
    )
    assert (found.lines, found.report.layout) == ([2, 3, 4, 5, 6, 7], "answers_in_rows")
    (doubt,) = report_doubts(found.report)
    assert (doubt.id, doubt.default, [answer.value for answer in doubt.answers], doubt.sentence) == (
        "long_form:file",
        "pivot",
        ["pivot", "as_is"],
        f"Do the 24 rows belong to 6 people, known by “{name}”, who have several rows each?",
    )
    assert [note.sentence for note in report_notes(found.report)] == [
        f"A person may have many rows: 24 rows of 6 values of “{name}”.",
        "Left out: 2 columns that change from row to row of one person (long form).",
    ]


def test_a_persons_word_keeps_each_row(read: Reader) -> None:
    text = _file(["id", "user", "t", "what", "s", "text", "country"], _events("u{}"), ",")
    found = read(text, layout="people_in_rows")

    assert (found.report.rows, found.report.layout, report_doubts(found.report)) == (24, "people_in_rows", ())


def test_what_a_person_chose_stands_once_and_blanks_nowhere(read: Reader) -> None:
    rows = [
        [f"m{at % 5}", ["app", "", "web", "app", "app"][at // 5], ["9", "1,5", "", "", "4"][at // 5]]
        for at in range(25)
    ]
    found = read(_file(["member", "where", "paid"], rows, ";"))

    assert found.rows == [(f"m{at}", "app; web", "4") for at in range(5)]


def test_a_row_that_names_nobody_is_somebody_else(read: Reader) -> None:
    rows = [[f"m{at % 5}", "app", "fine"] for at in range(50)]
    found = read(_file(["member", "where", "how"], [*rows, ["", "web", "bad"], ["", "web", "bad"]], ";"))

    assert found.rows == [*((f"m{at}", "app", "fine") for at in range(5)), *[("", "web", "bad")] * 2]


def _table(name: str, code: str, people: int, rows: int) -> tuple[list[str], Table]:
    return ["id", name, "text"], [[str(at), code.format(at % people), f"{TOLD[at % 4]} {at}"] for at in range(rows)]


@pytest.mark.parametrize(
    ("name", "code", "people", "rows"),
    [
        pytest.param("interviewer_id", "INT{}", 8, 60, id="interviewers"),
        pytest.param("store", "S{}", 8, 60, id="shops"),
        pytest.param("Assignee", "agent{}@help.com", 8, 60, id="staff of one firm"),
        pytest.param("Customer", "{}", 5, 60, id="points of a scale"),
        pytest.param("Client", "Acme", 1, 60, id="the same in every row"),
        pytest.param("User", "Type {}", 6, 60, id="words, no ids"),
        pytest.param("user_id", "u{}", 60, 60, id="once each"),
        pytest.param("user_id", "u{}", 45, 60, id="a few twice"),
        pytest.param("user_id", "u{}", 4, 60, id="hardly anybody"),
        pytest.param("user_id", "u{}", 6, 18, id="hardly any row"),
    ],
)
def test_no_other_column_tells_people_apart(name: str, code: str, people: int, rows: int) -> None:
    assert find_several(*_table(name, code, people, rows)) is None


OCCASIONS = {
    "record_id": ("baseline_arm_1", "followup_arm_1"),
    "Fall-Nr": ("T0", "T1"),
    "Número de caso": ("inicio", "mes 3"),
    "番号": ("開始時", "1か月後"),
}


def _asked_again(name: str, *, again: int, apart: bool = True) -> tuple[list[str], Table]:
    """Twelve records, some of them asked other things a second time; or the same things."""
    first, second = OCCASIONS[name]
    rows = [[f"{at}", first, "34", "fine at first", ""] for at in range(12)]
    rows += [[f"{at}", second, "" if apart else "36", "", f"better by {at}"] for at in range(again)]
    return [name, "event", "age", "before", "after"], rows


@pytest.mark.parametrize("name", OCCASIONS)
def test_a_record_asked_other_things_later_is_one_person(name: str) -> None:
    names, rows = _asked_again(name, again=9)

    assert may_have_several(names, rows)
    assert find_several(names, rows) == SeveralRows(person=0, constant=(2, 3, 4), changing=(1,))


@pytest.mark.parametrize(
    ("again", "twice"),
    [pytest.param(1, False, id="a number given twice by mistake"), pytest.param(9, True, id="twice on one occasion")],
)
def test_a_number_that_stands_twice_is_no_person(again: int, twice: bool) -> None:
    names, rows = _asked_again("record_id", again=again)

    assert (
        find_several(
            names,
            [[row[0], "T0", *row[2:]] for row in rows]
            if twice
            else [*rows, *rows[:0]] + [[f"{at}", "baseline_arm_1", "30", "fine", ""] for at in range(20, 30)],
        )
        is None
    )


def test_records_with_the_same_questions_each_time_stay_rows() -> None:
    names, rows = _asked_again("record_id", again=9, apart=False)

    assert find_several([*names[:3], "x"], [[*row[:3], "yes"] for row in rows]) is None


def test_the_finest_of_two_columns_tells_people_apart() -> None:
    names = ["client", "user", "note"]
    rows = [[f"C{at % 5}", f"u{at % 10}", f"{TOLD[at % 4]} {at}"] for at in range(40)]

    assert find_several(names, rows) == SeveralRows(person=1, constant=(0,), joined=(2,))


@pytest.mark.parametrize(
    ("names", "row", "wanted"),
    [
        (["age", "text"], ["31", "fine"], False),
        (["age", "participant_id"], ["31", "P1"], True),
        (["age", "contacted by"], ["31", "a@b.org"], True),
        (["age", "How do you rate our customer service?"], ["31", "4"], False),
    ],
)
def test_most_files_need_no_second_look(names: list[str], row: list[str], wanted: bool) -> None:
    assert may_have_several(names, [row]) == wanted


ROLES = ("Nurse", "Cook", "Nurse", "Porter")


@pytest.mark.parametrize(
    ("name", "who"),
    [
        pytest.param("Participant", "P{n} – {name}", id="a code before a name"),
        pytest.param("Interviewee", "P{n} ({name})", id="a name in brackets"),
        pytest.param("Teilnehmerin", "Teilnehmerin {n}", id="a word and a number, German"),
        pytest.param("Respondent", "{name}", id="names, beside what is the same of each"),
        pytest.param("受访者", "P{n}", id="codes of four, Chinese"),
    ],
)
def test_notes_of_the_same_few_people_are_gathered(read: Reader, name: str, who: str) -> None:
    first = ("Ada", "Bo", "Cid", "Dua")
    rows = [
        [
            f"{TOLD[at // 4 % 4]}, told at {at}",
            who.format(n=at % 4 + 1, name=first[at % 4]),
            ROLES[at % 4],
            ("A", "B")[at % 2],
        ]
        for at in range(24)
    ]
    found = read(_file(["Highlight", name, "Role", "Coded by"], rows, ","))

    assert [row[:1] + row[2:] for row in found.rows] == [
        (who.format(n=n + 1, name=first[n]), ROLES[n], ("A", "B")[n % 2]) for n in range(4)
    ]
    assert [row[1].count("told at") for row in found.rows] == [6] * 4


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        pytest.param("Employees", ("1-10", "11-50", "51-200", "201-500", "501-1000", "1000+"), id="sizes of firms"),
        pytest.param("Customer", ("New", "Existing", "Former", "Trial"), id="options, nothing is the same of each"),
    ],
)
def test_options_of_a_question_are_nobody(name: str, cells: tuple[str, ...]) -> None:
    rows = [[cells[at % len(cells)], f"{TOLD[at % 4]} for the {at} time", str(at % 7)] for at in range(60)]
    assert find_several([name, "Why?", "How often?"], rows) is None


CHOICES = [
    pytest.param(["resp_id", "task", "alternative", "brand", "price", "chosen", "Why?"], ("1", "0"), id="English"),
    pytest.param(
        ["Teilnehmer-ID", "Aufgabe", "Option", "Marke", "Preis", "gewählt", "Warum?"], ("ja", "nein"), id="German"
    ),
    pytest.param(
        ["id_participante", "tarea", "opción", "marca", "precio", "elegida", "¿Por qué?"], ("1", ""), id="Spanish"
    ),
    pytest.param(
        ["sys_RespNum", "Task", "Concept", "Brand", "Price", "Response", "Why?"], ("1", "0"), id="a tool's own name"
    ),
    pytest.param(["V1", "V2", "V3", "V4", "V5", "V6", "V7"], ("1", "0"), id="names that tell nothing"),
]


@pytest.mark.parametrize(("names", "marks"), CHOICES)
def test_of_what_was_shown_only_what_people_chose_is_theirs(
    read: Reader, names: list[str], marks: tuple[str, str]
) -> None:
    brands, prices = ("Nord", "Volta", "Aria"), ("99", "149", "199")
    rows = [
        [
            f"{who}",
            str(task),
            str(at + 1),
            brands[at],
            prices[(at + task) % 3],
            marks[(who + task) % 3 != at],
            TOLD[who % 4],
        ]
        for who in range(1, 13)
        for task in (1, 2)
        for at in range(3)
    ]
    found = read(_file(names, rows, ","))

    assert found.report.names == (names[0], names[3], names[4], names[6])
    assert found.rows[0] == ("1", "Aria; Nord", "99; 199", TOLD[1])


YES_AND_NO = {"digits": ("0", "1"), "words": ("no", "yes"), "German": ("Nein", "Ja"), "Spanish": ("no", "sí")}


@pytest.mark.parametrize(("no", "yes"), YES_AND_NO.values(), ids=YES_AND_NO.keys())
def test_yes_and_no_of_several_rows_are_neither_joined_nor_averaged(no: str, yes: str) -> None:
    rows = [[f"u_{at % 6}", yes if at % 5 == 0 else no, f"{TOLD[at // 6]} {at}"] for at in range(24)]

    found = find_several(["user_id", "reopened", "said"], rows)

    assert found is not None
    assert (found.ever, found.middle, found.joined) == (((1, (yes,)),), (), (2,))
