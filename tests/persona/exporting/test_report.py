"""Word: opened again, it holds every statement with its quotes, and ends with how it was made."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.persona.exporting.paper.studies import FULL, STUDIES, persona, quoted, study
from tests.persona.exporting.paper.test_pdf import STATEMENTS

docx = pytest.importorskip("docx", reason="the export extra is not installed")

from persona.exporting.report import report  # noqa: E402 -- it needs the library above

if TYPE_CHECKING:
    from persona.models import GenerationResult

DAY = date(2026, 5, 19)


def lines(result: GenerationResult) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(report(result, DAY))).paragraphs]


def test_every_statement_stands_in_it_with_its_count() -> None:
    told = lines(STUDIES["much and little"])

    for said in FULL.statements:
        assert f"{said.text[:1].upper()}{said.text[1:]} ({said.note})" in told
    assert "How these personas were made" in told
    assert told[-1] == "Meals [2026]: 300 respondents. 19 May 2026."


def test_two_hundred_statements_in_eight_scripts_are_in_it() -> None:
    people = [
        persona(i, label=script, statements=tuple(quoted(n, text=text) for n in range(25)))
        for i, (script, text) in enumerate(STATEMENTS.items(), 1)
    ]

    told = "\n".join(lines(study(*people)))

    assert [sum(told.count(f"{text} ({n})") for n in range(25)) for text in STATEMENTS.values()] == [25] * 8


def test_words_from_the_right_are_set_from_the_right() -> None:
    document = docx.Document(BytesIO(report(study(persona(tagline="שלום לכולם")), DAY)))

    (found,) = (paragraph for paragraph in document.paragraphs if paragraph.text == "שלום לכולם")
    assert "<w:bidi/>" in found._p.xml
    assert "<w:rtl/>" in found._p.xml


def test_characters_that_no_xml_holds_are_left_out() -> None:
    assert "AB <w:t> \t" in lines(study(persona(tagline="A\x00B <w:t> \t\ud800")))
