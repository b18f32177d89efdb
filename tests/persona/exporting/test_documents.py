"""The report in Word, part by part: what stands in it, in which style, and from which side it is read."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document

from persona.exporting.report import report
from persona.exporting.segments import _misfits, segments_html
from persona.models import Contrast, GenerationResult
from tests.persona.exporting.results import BARE, PERSONA, RESULT

if TYPE_CHECKING:
    from docx.document import Document as Made

DAY = date(2026, 5, 19)


def made(result: GenerationResult = RESULT) -> Made:
    return Document(io.BytesIO(report(result, DAY)))


def styled(document: Made, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.style_id == style]


def only(**changes: object) -> GenerationResult:
    return RESULT.model_copy(update={"personas": (PERSONA.model_copy(update=changes),)})


def test_it_begins_with_the_study_and_how_many_there_are() -> None:
    document = made()

    assert styled(document, "Title") == ["Meals [2026]"]
    assert document.paragraphs[1].text == "2 personas from 20 respondents. Two, as you asked."
    assert document.core_properties.title == "Meals [2026]"
    assert document.core_properties.author == ""


def test_every_persona_has_a_heading_of_its_own() -> None:
    assert styled(made(), "Heading1") == ["Paula *Planner*", "Nora", "How these personas were made"]


def test_statements_stand_below_their_kinds_with_their_quotes() -> None:
    document = made(only())

    assert "Want <one> plan (3 of 8 say something like this)" in styled(document, "ListBullet")
    assert styled(document, "Quote") == [
        "“want <one> plan” (rows 2, 5, Why?)",
        "“a plan for the week” (row 7, Why?)",
        "“=too_many lists” (row 4, Why?)",
        "“Sunday is my day.” (row 3, Why?)",
    ]


def test_a_quote_that_is_only_near_is_no_proof() -> None:
    assert not [text for text in styled(made(), "Quote") if "plans are nice" in text]


def test_a_persona_that_says_nothing_has_no_empty_headings() -> None:
    document = made(RESULT.model_copy(update={"personas": (BARE,)}))

    assert styled(document, "Heading2") == ["How to read it"]
    assert styled(document, "Subtitle") == ["Says little"]


def test_a_story_of_several_parts_is_as_many_paragraphs() -> None:
    texts = [each.text for each in made(only(summary="First.\n\nSecond.")).paragraphs]

    assert texts.index("Second.") == texts.index("First.") + 1


def test_contrasts_have_a_heading() -> None:
    contrast = Contrast(persona=2, statement="1-goal-1", text="Unlike Nora: plans.", here="1", there="2")
    document = made(only(unlike=(contrast,)))

    assert "Unlike the others" in styled(document, "Heading2")
    assert "Unlike Nora: plans." in styled(document, "ListBullet")


@pytest.mark.parametrize(
    ("text", "from_right"), [("مرحبا بكم", True), ("שלום", True), ("Hello", False), ("东京", False)]
)
def test_what_is_read_from_the_right_is_marked_so(text: str, from_right: bool) -> None:
    paragraph = next(each for each in made(only(tagline=text)).paragraphs if each.text == text)

    assert ("w:bidi" in paragraph._p.xml) is from_right
    assert ("w:rtl" in paragraph._p.xml) is from_right


def test_the_method_has_a_line_for_each_persona() -> None:
    rows = [[cell.text for cell in row.cells] for row in made().tables[-2].rows]

    assert [row[0] for row in rows] == ["Persona", "Paula *Planner*", "Nora"]
    assert [row[1] for row in rows[1:]] == ["8", "12"]


def test_a_title_too_long_for_a_document_is_cut() -> None:
    assert made(RESULT.model_copy(update={"experiment": "x" * 300})).core_properties.title == "x" * 255


# -- segments before anything is written -----------------------------------------------------------------------
class Seen:
    """A preview of which only who fits badly matters."""

    def __init__(self, total: int, shown: int = 50) -> None:
        self.misfits_total = total
        self.misfits = [type("Misfit", (), {"row": row})() for row in range(1, min(total, shown) + 1)]
        self.summary = type("Summary", (), {"reason": "<b>Two</b>, as you asked."})()
        self.segments = ()


@pytest.mark.parametrize(
    ("total", "told"),
    [
        (0, "Everybody fits one segment well."),
        (1, "Fit badly: 1 respondent. Their rows, worst first: 1"),
        (3, "Fit badly: 3 respondents. Their rows, worst first: 1, 2, 3"),
        (10, "Fit badly: 10 respondents. Their rows, worst first: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        (11, "Fit badly: 11 respondents. Their rows, worst first: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …"),
    ],
)
def test_who_fits_badly_is_told_the_first_by_row(total: int, told: str) -> None:
    assert _misfits(Seen(total)) == told  # type: ignore[arg-type]


def test_reasons_are_no_markup() -> None:
    assert "<p>&lt;b&gt;Two&lt;/b&gt;, as you asked.</p>" in segments_html(Seen(0))  # type: ignore[arg-type]
