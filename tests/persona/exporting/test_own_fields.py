"""Fields that people gave a persona: in every format that tells of personas, and in none where something is hidden."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from persona.edits import Edit, Reverted, SetField, apply
from persona.exporting.formats import export
from persona.exporting.hiding import for_strangers, without_columns, without_words
from persona.exporting.markdown import persona_markdown
from persona.exporting.paper.sheet import Own, Words, sheet
from persona.exporting.sheets import fields_table
from persona.models import OwnField
from tests.persona.exporting.paper.studies import FULL, study
from tests.persona.exporting.results import PERSONA, RESULT
from tests.persona.exporting.test_nothing_hidden_leaves import QUICK, column, text_of

OWN = (OwnField(name="Job", text="Qwertz <one>\nand *two*"), OwnField(name="Channel", text="אני"))
WITH = PERSONA.model_copy(update={"fields": OWN})
TOLD = RESULT.model_copy(update={"personas": (WITH, *RESULT.personas[1:]), "columns": (column("Tool", "Which?"),)})
OF_STATEMENTS = ["csv", "quotes"]
"""Tables with a line for each statement or quote: a field is neither."""


def test_every_format_of_personas_holds_them() -> None:
    assert [kind for kind in QUICK if "Qwertz" not in text_of(export(TOLD, kind), kind)] == OF_STATEMENTS


@pytest.mark.parametrize("kind", ["pdf", "svg"])
def test_pages_that_are_typeset_hold_them(kind: str) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")

    assert export(TOLD, kind) != export(RESULT, kind)
    assert sheet(WITH, TOLD).own == (
        Own(Words("Job", False), Words("Qwertz <one>\nand *two*", False)),
        Own(Words("Channel", False), Words("אני", True)),
    )


def test_markdown_keeps_lines_and_shows_markup_as_it_is() -> None:
    assert """### Added by people

- **Job:** Qwertz \\<one\\>\\
    and \\*two\\*
- **Channel:** אני
""" in persona_markdown(WITH)


def test_a_workbook_has_a_line_for_each() -> None:
    assert list(fields_table(TOLD)) == [
        ("persona", "name", "field", "text"),
        (1, "Paula *Planner*", "Job", "Qwertz <one>\nand *two*"),
        (1, "Paula *Planner*", "Channel", "אני"),
    ]


def test_nobody_can_tell_what_they_repeat_so_they_go_with_what_is_hidden() -> None:
    hidden = [without_columns(TOLD, ["Tool"]), without_words(TOLD), without_columns(TOLD, ["Elsewhere"])]

    assert [found.personas[0].fields for found in hidden] == [(), (), OWN]


def test_personal_data_in_them_is_masked_for_strangers() -> None:
    mailed = (OwnField(name="Mail", text="Write to ana@example.com"),)
    told = TOLD.model_copy(update={"personas": (PERSONA.model_copy(update={"fields": mailed}),)})

    assert for_strangers(told).personas[0].fields == (OwnField(name="Mail", text="Write to a••@•••••••.com"),)


def test_the_log_gives_them_to_readers_and_takes_them_away() -> None:
    when = datetime(2026, 5, 19, tzinfo=UTC)
    given = Edit(id="1", when=when, action=SetField(persona=1, name="Job", text="Cook"))
    taken = Edit(id="2", when=when, action=Reverted(edit="1"))

    assert apply(RESULT, [given]).result.personas[0].fields == (OwnField(name="Job", text="Cook"),)
    assert apply(RESULT, [given, taken]).result == RESULT


def test_five_of_the_longest_leave_the_sheet_whole() -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    pytest.importorskip("pypdfium2")
    from tests.persona.exporting.paper.test_pdf import overflows

    longest = tuple(OwnField(name=f"Field {number}", text="Some words " * 90) for number in range(5))
    short = tuple(OwnField(name=f"Field {number}", text="Some words") for number in range(5))

    fields = [FULL.model_copy(update={"fields": each}) for each in (longest, short)]
    assert [overflows(study(each)) for each in fields] == [[False], [False]]
