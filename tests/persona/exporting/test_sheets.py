"""A result as tables: whole tables, and the workbook as a spreadsheet program reads it."""

from __future__ import annotations

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from persona.exporting.sheets import (
    LONGEST,
    assignments_table,
    codebook_table,
    facts_table,
    personas_table,
    statements_csv,
    statements_table,
    tables_csv,
    tables_table,
    workbook,
)
from persona.models import Column, ColumnRole, GenerationResult
from persona.models.crosstables import Cell, CrossLine, CrossTable
from persona.models.segmentation import ColumnUse
from tests.persona.exporting.results import PERSONA, RESULT, said

PERSONAS = [
    ("persona", "name", "tagline", "summary", "people", "share"),
    (1, "Paula *Planner*", "“One plan & done”", "Plans on Sundays.", 8, 0.4),
    (2, "Nora", "Says little", "Ticks boxes.", 12, 0.6),
]
PAULA = (1, "Paula *Planner*")
STATEMENTS = [
    ("persona", "name", "kind", "statement", "support", "of", "strength", "quote", "source", "row", "column"),
    (*PAULA, "goal", "want <one> plan", 3, 8, "clear", "want <one> plan", "a.csv", 2, "Why?"),
    (*PAULA, "frustration", "=too_many lists", 1, 8, "weak", "=too_many lists", "a.csv", 4, "Why?"),
]
FACTS = [
    ("persona", "name", "fact", "value", "everyone", "comparison", "column"),
    (*PAULA, "Uses paper", "62 %", "34 %", "1.8× average", "Tool"),
    (*PAULA, "Age", "34–46, half of them", "30–50", "", "Age"),
]


def test_tables() -> None:
    assert list(personas_table(RESULT)) == PERSONAS
    assert list(statements_table(RESULT)) == STATEMENTS
    assert list(facts_table(RESULT)) == FACTS


def test_a_statement_without_a_quote_has_an_empty_place() -> None:
    bare = PERSONA.statements[0].model_copy(update={"evidence": ()})
    result = RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"statements": (bare,)}),)})

    assert list(statements_table(result))[1:] == [(*PAULA, "goal", "want <one> plan", 3, 8, "clear", "", "", "", "")]


def test_csv_letter_by_letter() -> None:
    assert statements_csv(RESULT) == (
        '\ufeff"persona","name","kind","statement","support","of","strength","quote","source","row","column"\r\n'
        '"1","Paula *Planner*","goal","want <one> plan","3","8","clear","want <one> plan","a.csv","2","Why?"\r\n'
        '"1","Paula *Planner*","frustration","\'=too_many lists","1","8","weak","\'=too_many lists","a.csv","4","Why?"'
        "\r\n"
    )


QUOTES = [
    ("persona", "kind", "statement", "row", "column", "start", "end", "quote"),
    (1.0, "goal", "want <one> plan", 2.0, "Why?", 0.0, 15.0, "want <one> plan"),
    (1.0, "goal", "want <one> plan", 5.0, "Why?", 0.0, 16.0, "Want  <one> plan"),
    (1.0, "goal", "want <one> plan", 7.0, "Why?", 0.0, 19.0, "a plan for the week"),
    (1.0, "frustration", "=too_many lists", 4.0, "Why?", 0.0, 15.0, "=too_many lists"),
    (1.0, "quote", "", 3.0, "Why?", 0.0, 17.0, "Sunday is my day."),
]


def test_the_workbook_as_a_spreadsheet_program_reads_it() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(RESULT)))

    sheets = {name: [tuple(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}
    told = sheets.pop("Method")
    assert sheets == {"Personas": PERSONAS, "Statements": STATEMENTS, "Facts": FACTS, "Quotes": QUOTES}
    assert (told[0], told[2], len(told)) == (("step", "what was done"), ("Who counts", "20 respondents."), 14)


def column(name: str, role: ColumnRole, **changes: object) -> Column:
    fields = {"name": name, "position": 0, "role": role, "basis": True, "question": f"{name}?", "filled": 9,
              "distinct": 4}  # fmt: skip
    return Column(**fields | changes)  # type: ignore[arg-type]


QUESTIONS = (
    column("Tool", ColumnRole.CATEGORY, options=("Paper", "App")),
    column("Stars", ColumnRole.RATING, scale=(1, 5), scale_ends=("1", "good")),
    column("Happy", ColumnRole.RATING, scale=(1, 3), scale_words=("no", "so so", "yes")),
    column("Age", ColumnRole.NUMBER, scale=(18, 71.5)),
    column("Mail", ColumnRole.PERSONAL, options=("ana@example.org",)),
    column("City", ColumnRole.CATEGORY, options=("Ana lives in Oslo",), personal=1),
    column("Why", ColumnRole.OPEN),
)


def test_who_is_in_which_and_the_code_book_are_sheets_where_a_run_stands_behind_it() -> None:
    book = workbook(RESULT.model_copy(update={"columns": QUESTIONS}), people=[1, 0, 2])
    sheets = CalamineWorkbook.from_filelike(BytesIO(book))

    assert sheets.get_sheet_by_name("Assignments").to_python() == [
        ["row", "persona", "name"], [1.0, 1.0, "Paula *Planner*"], [3.0, 2.0, "Nora"],
    ]  # fmt: skip
    assert sheets.get_sheet_by_name("Code book").to_python() == [
        ["column", "question", "kind", "use", "answered", "different answers", "answers"],
        ["Tool", "Tool?", "category", "describes them", 9.0, 4.0, "Paper | App"],
        ["Stars", "Stars?", "rating", "describes them", 9.0, 4.0, "1 – 5 (good)"],
        ["Happy", "Happy?", "rating", "describes them", 9.0, 4.0, "no | so so | yes"],
        ["Age", "Age?", "number", "describes them", 9.0, 4.0, "18 – 71.5"],
        ["Mail", "Mail?", "personal data", "left out", 9.0, 4.0, ""],
        ["City", "City?", "category", "describes them", 9.0, 4.0, ""],
        ["Why", "Why?", "open answer", "describes them", 9.0, 4.0, ""],
    ]


def test_the_code_book_says_which_questions_formed_the_groups() -> None:
    used = ColumnUse(name="Tool", used=True, reason="")
    summary = RESULT.segmentation.model_copy(update={"columns": (used,)})
    result = RESULT.model_copy(update={"segmentation": summary, "columns": QUESTIONS[:2]})

    assert [line[3] for line in codebook_table(result)] == ["use", "forms the groups", "describes them"]


def test_a_workbook_has_an_end_and_says_where_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.exporting.sheets.MOST_PEOPLE", 2)

    assert list(assignments_table(RESULT, [2, 1, 0, 2])) == [
        ("row", "persona", "name"), (1, 2, "Nora"), (2, 1, "Paula *Planner*"),
        ("", "", "A workbook lists 2 of them; the table of assignments (CSV) has everybody."),
    ]  # fmt: skip


def test_of_chosen_personas_only_their_people_are_listed() -> None:
    alone = RESULT.model_copy(update={"personas": RESULT.personas[1:]})

    assert list(assignments_table(alone, [1, 2])) == [("row", "persona", "name"), (2, 2, "Nora")]


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    named = PERSONA.model_copy(update={"name": "Pau\x00la\x0b \ufffePlanner\tA"})
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(RESULT.model_copy(update={"personas": (named,)}))))

    assert book.get_sheet_by_name("Personas").to_python()[1][1] == "Paula Planner\tA"


def with_name(name: str) -> GenerationResult:
    return RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"name": name}),)})


def read_back(result: GenerationResult, *tables: CrossTable) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(workbook(result, tables)))


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 2 * LONGEST])
def test_a_text_too_long_for_a_cell_keeps_its_beginning(length: int) -> None:
    found = read_back(with_name("x" * length)).get_sheet_by_name("Personas").to_python()[1][1]

    assert len(found) == min(length, LONGEST)
    assert found.endswith("…") is (length > LONGEST)


@pytest.mark.parametrize("text", ["=1+1", "+1", "https://evil.example", "12", "@sum", "  blank", "a\nb", "مرحبا", "😀"])
def test_words_stay_words_in_a_workbook(text: str) -> None:
    assert read_back(with_name(text)).get_sheet_by_name("Personas").to_python()[1][1] == text


def test_a_quote_that_is_only_related_stands_beside_no_statement() -> None:
    related, support = said(9, "plans are nice", counted=False), said(2, "want <one> plan")
    statements = tuple(
        PERSONA.statements[0].model_copy(update={"evidence": evidence}) for evidence in ((related, support), (related,))
    )
    result = RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"statements": statements}),)})

    assert [row[-4:] for row in list(statements_table(result))[1:]] == [
        ("want <one> plan", "a.csv", 2, "Why?"),
        ("", "", "", ""),
    ]


# -- cross-tables ---------------------------------------------------------------------------------------
COOKS = CrossTable(
    question="Do you cook?",
    column="cook",
    role=ColumnRole.RATING,
    lines=(
        CrossLine(
            option="=Yes",
            cells=(
                Cell(persona=1, base=40, count=30, share=0.75, higher_than="B"),
                Cell(persona=2, base=0, count=0),
                Cell(persona=None, base=40, count=30, share=0.75),
            ),
        ),
        CrossLine(option=None, cells=(Cell(persona=1, base=40, mean=2.5), Cell(persona=None, base=40, mean=2.5))),
    ),
)
TABLE = [
    ("column", "question", "option", "persona", "letter", "base", "count", "share", "mean", "higher_than"),
    ("cook", "Do you cook?", "=Yes", 1, "A", 40, 30, 0.75, "", "B"),
    ("cook", "Do you cook?", "=Yes", 2, "B", 0, 0, "", "", ""),
    ("cook", "Do you cook?", "=Yes", "", "", 40, 30, 0.75, "", ""),
    ("cook", "Do you cook?", "mean", 1, "A", 40, "", "", 2.5, ""),
    ("cook", "Do you cook?", "mean", "", "", 40, "", "", 2.5, ""),
]


def test_a_cross_table_is_a_line_for_each_persona_and_everyone() -> None:
    assert list(tables_table([COOKS])) == TABLE
    assert list(tables_table([])) == TABLE[:1]


def test_cross_tables_as_csv_run_nothing() -> None:
    lines = tables_csv([COOKS]).splitlines()

    assert lines[1] == '"cook","Do you cook?","\'=Yes","1","A","40","30","0.75","","B"'
    assert len(lines) == len(TABLE)


def test_the_workbook_has_a_sheet_of_cross_tables_where_there_are_some() -> None:
    bare, whole = read_back(RESULT), read_back(RESULT, COOKS)

    assert (bare.sheet_names, whole.sheet_names) == (
        ["Personas", "Statements", "Facts", "Quotes", "Method"],
        ["Personas", "Statements", "Facts", "Quotes", "Tables", "Method"],
    )
    assert [tuple(row) for row in whole.get_sheet_by_name("Tables").to_python()] == TABLE
