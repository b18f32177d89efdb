"""A result as tables: whole tables, and the workbook as a spreadsheet program reads it."""

from __future__ import annotations

from io import BytesIO

from python_calamine import CalamineWorkbook

from persona.exporting.sheets import facts_table, personas_table, statements_csv, statements_table, workbook
from tests.persona.exporting.results import PERSONA, RESULT

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


def test_the_workbook_as_a_spreadsheet_program_reads_it() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(RESULT)))

    sheets = {name: [tuple(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}
    assert sheets == {"Personas": PERSONAS, "Statements": STATEMENTS, "Facts": FACTS}


def test_characters_that_a_workbook_cannot_hold_are_left_out() -> None:
    named = PERSONA.model_copy(update={"name": "Pau\x00la\x0b \ufffePlanner\tA"})
    book = CalamineWorkbook.from_filelike(BytesIO(workbook(RESULT.model_copy(update={"personas": (named,)}))))

    assert book.get_sheet_by_name("Personas").to_python()[1][1] == "Paula Planner\tA"
