"""Sections as people chose them: in every format that tells of personas; tables and JSON keep all of it."""

from __future__ import annotations

import json

import pytest

from persona.exporting.formats import export
from persona.exporting.html import html
from persona.exporting.look import Look
from persona.exporting.markdown import markdown
from persona.exporting.paper.sheet import sheet
from persona.models import OwnField, Sections
from tests.persona.exporting.paper.studies import FULL, study
from tests.persona.exporting.test_nothing_hidden_leaves import QUICK, text_of

GONE = "The qwertz falls asleep"
BAD = FULL.statements[0].model_copy(update={"id": "1-frustration-9", "kind": "frustration", "text": GONE})
MORE = {"fields": (OwnField(name="Job", text="Cook"),), "statements": (BAD, *FULL.statements)}
WITH = FULL.model_copy(update=MORE)
PLAIN = study(WITH)
CHOSEN = Sections(order=("need", "goal", "story"), hidden=("frustration", "quotes", "fields"))
TOLD = PLAIN.model_copy(update={"sections": CHOSEN})
WHOLE = ["xlsx", "json", "csv", "quotes"]
"""Formats for programs and tables: they hold all that a result has."""


def headings(text: str) -> list[str]:
    return [line[4:] for line in text.splitlines() if line.startswith("### ")]


def test_tables_and_json_alone_keep_what_is_left_out() -> None:
    kept = [kind for kind in QUICK if GONE in text_of(export(TOLD, kind), kind)]

    assert kept == [kind for kind in QUICK if kind in WHOLE]
    assert json.loads(export(TOLD, "json"))["sections"] == CHOSEN.model_dump(mode="json")


def test_markdown_has_them_in_the_order_that_was_chosen() -> None:
    before, after = headings(markdown(PLAIN)), headings(markdown(TOLD))

    assert after[:3] == ["Needs", "Goals", "Story"]
    assert after[3:] == [one for one in before if one in after[3:]]
    assert set(before) - set(after) == {"Frustrations", "In their words", "Added by people"}
    assert FULL.summary.split(".")[0] in markdown(TOLD)


def test_html_has_them_too_and_the_story_where_it_was_put() -> None:
    page = html(TOLD)

    places = [page.index(f">{title}<") for title in ("Needs", "Goals", "Story", "Facts")]
    assert places == sorted(places)
    assert ">Frustrations<" not in page
    assert ">Story<" not in html(PLAIN)


def test_a_sheet_has_them_in_its_columns() -> None:
    found, usual = sheet(WITH, TOLD), sheet(WITH, PLAIN)

    assert [section.title for section in found.sections][:2] == ["Needs", "Goals"]
    assert {s.title for s in usual.sections} - {s.title for s in found.sections} == {"Frustrations"}
    assert (found.quotes, found.lead, found.own) == ((), None, ())
    assert (usual.aside, found.aside) == (("fields", "facts", "unlike"), ("fields", "facts", "unlike"))
    turned = PLAIN.model_copy(update={"sections": Sections(order=("unlike", "facts"), hidden=("story",))})
    assert (sheet(WITH, turned).aside, sheet(WITH, turned).story) == (("unlike", "facts", "fields"), ())


@pytest.mark.parametrize("hidden", [("story", "quotes"), ("facts", "fields", "unlike"), ("story", "quotes", "goal")])
def test_a_sheet_without_some_is_whole(hidden: tuple[str, ...]) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    pytest.importorskip("pypdfium2")
    from tests.persona.exporting.paper.test_pdf import overflows

    sections = Sections.model_validate({"order": ("unlike", "need"), "hidden": hidden})
    assert overflows(PLAIN.model_copy(update={"sections": sections})) == [False]


def test_a_look_says_it_where_the_result_does_not() -> None:
    other = Look(sections=Sections(hidden=("goal",)))

    assert headings(export(PLAIN, "md", look=Look(sections=CHOSEN)).decode()) == headings(markdown(TOLD))
    assert export(TOLD, "md", look=other) == export(TOLD, "md")
