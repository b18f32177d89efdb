"""Every format with what nobody hopes for: nobody, one persona, no words, all scripts, signs of control, formulas."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exporting.cells import csv_lines, original, safe, xml_text
from persona.exporting.formats import FORMATS, export
from persona.exporting.method import margin, method, told_day
from persona.exporting.sheets import LONGEST, _clean, workbook
from persona.exporting.slides import COLUMN_LINES, _columns, _height
from persona.exporting.tables import assignments_csv
from persona.exporting.words import capital, wordings
from persona.models import GenerationResult, Persona
from tests.answers import segmentation_of
from tests.persona.exporting.results import BARE, FACTS, PERSONA, RESULT, STATEMENTS, said
from tests.persona.exporting.test_nothing_hidden_leaves import ALONE, QUICK, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2026, 5, 19)
SCRIPTS = "Größe 東京 Привет مرحبا שלום สวัสดี 🍞 é e\u0301"
HOSTILE = "=HYPERLINK(\"http://x\") <script>alert('x')</script> *b* [a](b) | ]]> \x00\x0b\ufffe &amp; {{x}} %s"
ODD = {
    "nobody": RESULT.model_copy(update={"personas": (), "warnings": ()}),
    "one": RESULT.model_copy(update={"personas": (BARE,)}),
    "no words": RESULT.model_copy(update={"personas": (BARE.model_copy(update={"tagline": "", "summary": ""}),)}),
    "no name": RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"name": "", "label": "L"}),)}),
    "no study": RESULT.model_copy(update={"experiment": ""}),
    "facts": RESULT.model_copy(update={"personas": (BARE.model_copy(update={"facts": FACTS * 20}),)}),
    "statements": RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"statements": STATEMENTS * 40}),)}),
}


def worded(text: str) -> GenerationResult:
    """A result that says this wherever it says something."""
    quote = said(2, text, column=text)
    statements = tuple(
        each.model_copy(update={"text": text, "note": text, "evidence": (quote,)}) for each in STATEMENTS
    )
    facts = tuple(each.model_copy(update={"label": text, "value": text, "everyone": text}) for each in FACTS)
    persona = PERSONA.model_copy(
        update={
            "name": text, "label": text, "tagline": text, "summary": text, "facts": facts, "statements": statements,
            "quotes": (quote,), "warnings": (text,),
        }
    )  # fmt: skip
    return RESULT.model_copy(update={"experiment": text, "personas": (persona, BARE), "warnings": (text,)})


@pytest.mark.parametrize("odd", list(ODD))
def test_every_format_is_made_of_whatever_there_is(odd: str) -> None:
    for kind in QUICK:
        assert export(ODD[odd], kind, DAY)


@pytest.mark.parametrize("odd", ["nobody", "no words"])
@pytest.mark.parametrize("kind", ["pdf", "svg"])
def test_what_is_typeset_is_made_of_it_too(kind: str, odd: str) -> None:
    assert export(ODD[odd], kind, DAY)


@pytest.mark.parametrize("text", [SCRIPTS, HOSTILE, " ", "x" * 40_000, "\n\n", "\u202eabc"], ids=str.__len__)
def test_every_format_takes_every_text(text: str) -> None:
    found = worded(text)

    for kind in QUICK:
        assert export(found, kind, DAY)


@pytest.mark.parametrize("kind", [kind for kind in QUICK if FORMATS[kind].ending != "json"])
def test_letters_of_every_script_stand_in_every_format(kind: str) -> None:
    assert "東京" in text_of(export(worded(SCRIPTS), kind), kind)


def test_markup_in_answers_is_no_markup_of_the_page() -> None:
    page = text_of(export(worded(HOSTILE), "html"), "html")

    assert "<script" not in page
    assert page.count("&lt;script&gt;") > 5


@pytest.mark.parametrize("kind", [kind for kind in QUICK if FORMATS[kind].ending == "csv"])
def test_no_cell_of_a_table_is_run(kind: str) -> None:
    import csv

    text = text_of(export(worded("=1+1"), kind), kind).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert [cell for cell in cells if cell.startswith("=")] == []


@pytest.mark.parametrize("kind", [kind for kind in ALONE if FORMATS[kind].ending in ("csv", "md", "html", "json")])
def test_the_same_result_is_the_same_bytes(kind: str) -> None:
    assert export(RESULT, kind, DAY) == export(RESULT.model_copy(deep=True), kind, DAY)


def test_names_of_files_are_safe_in_every_script() -> None:
    made = {
        name: FORMATS["pdf"].download(name, 3, DAY) for name in ("Größe & Maß/2", "東京 調査", "../../etc", "", "-")
    }

    assert made == {
        "Größe & Maß/2": "größe-maß-2-run-3-2026-05-19.pdf",
        "東京 調査": "東京-調査-run-3-2026-05-19.pdf",
        "../../etc": "etc-run-3-2026-05-19.pdf",
        "": "personas-run-3-2026-05-19.pdf",
        "-": "personas-run-3-2026-05-19.pdf",
    }
    assert FORMATS["notes"].download("x" * 200, 1, None) == f"{'x' * 60}-run-1-sticky-notes.csv"


# -- cells ---------------------------------------------------------------------------------------------------
@given(st.text("=+-@\t\r '1a.,%e＝", max_size=6))
def test_no_safe_cell_begins_a_formula_and_numbers_stay(text: str) -> None:
    cell = safe(text)

    assert cell in (text, f"'{text}")
    assert cell[:1] not in ("=", "@", "＝", "\t", "\r")
    if cell == text and not text.startswith("'"):
        assert original(cell) == text


@given(st.lists(st.text("a\",\n\r;'", max_size=5), min_size=1, max_size=4), st.booleans())
def test_what_is_written_is_read_back(cells: list[str], for_people: bool) -> None:
    import csv

    header = [f"c{at}" for at in range(len(cells))]
    text = "".join(csv_lines(header, [cells], for_people=for_people)).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline="")))

    assert rows[0] == header
    assert [original(cell) for cell in rows[1]] == [original(safe(cell)) for cell in cells]


@given(st.text("a\x00\x08\x0b\x1f\ufffe\t\n🍞", max_size=8))
def test_xml_keeps_all_but_what_it_cannot_hold(text: str) -> None:
    assert xml_text(text) == "".join(sign for sign in text if sign in "a\t\n🍞")


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST])
def test_a_text_too_long_for_a_cell_keeps_its_beginning(length: int) -> None:
    found = _clean("x" * length)

    assert found == ("x" * length if length <= LONGEST else f"{'x' * (LONGEST - 1)}…")
    assert [_clean(number) for number in (0, 1.5)] == [0, 1.5]


def test_a_workbook_holds_texts_and_numbers_and_no_formulas() -> None:
    with ZipFile(io.BytesIO(workbook(worded("=1+1"), (), DAY))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]

    assert len(sheets) == 5
    assert [sheet for sheet in sheets if "<f>" in sheet or "<hyperlink" in sheet] == []
    assert re.findall(r'<c r="[A-F]2"( t="s")?>', sheets[0]) == ["", ' t="s"', ' t="s"', ' t="s"', "", ""]


@pytest.mark.parametrize(("groups", "lines"), [([1, 2, 1], "1,1\n2,2\n3,1\n"), ([0, 1], "1,\n2,1\n"), ([1], "1,1\n")])
def test_who_is_no_respondent_has_no_segment(groups: list[int], lines: str) -> None:
    assert assignments_csv(segmentation_of(groups)) == f"row,segment\n{lines}"


# -- method --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("share", "base", "points"), [(0.5, 100, 10), (0.5, 1, 98), (0.0, 50, 0), (1.0, 50, 0), (0.3, 1_000_000, 0)]
)
def test_points_either_way(share: float, base: int, points: int) -> None:
    assert margin(share, base) == points


@pytest.mark.parametrize(("day", "told"), [(DAY, "19 May 2026"), (date(2026, 1, 1), "1 January 2026"), (None, "")])
def test_days(day: date | None, told: str) -> None:
    assert told_day(day) == told


def test_the_method_of_nobody_is_told() -> None:
    told = method(ODD["nobody"])

    assert (told.rows, told.verdict, told.measures) == ((), "", ())
    assert told.with_entry("Shared by", "Ana").entries[-1] == ("Shared by", "Ana")
    assert told.foot == "Meals [2026]: 20 respondents."


# -- words ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("a", "A"), ("élan", "Élan"), ("ßtraße", "SStraße"), ("東", "東")]
)
def test_a_sentence_begins_with_a_capital(text: str, shown: str) -> None:
    assert capital(text) == shown


def test_wordings_are_told_once_with_their_rows() -> None:
    passages = [said(row, quote) for row, quote in enumerate(["A", "a ", "b", " A", "a", "c", "d"], start=1)]

    assert [(each.quote, rows) for each, rows in wordings(passages)] == [
        ("A", "rows 1, 2, 4 and 1 more"), ("b", "row 3"), ("c", "row 6"),
    ]  # fmt: skip
    assert wordings([said(1, "A", counted=False)]) == []


# -- slides --------------------------------------------------------------------------------------------------
def sheet_of(persona: Persona) -> object:
    from persona.exporting.paper.sheet import sheet

    return sheet(persona, RESULT)


@pytest.mark.parametrize("times", [1, 5, 40])
def test_a_slide_holds_what_fits_the_first_by_rank(times: int) -> None:
    statements = tuple(
        each.model_copy(update={"id": f"{each.id}{at}", "text": f"words {at} " * 6})
        for at in range(times)
        for each in STATEMENTS
    )
    columns = _columns(sheet_of(PERSONA.model_copy(update={"statements": statements})))  # type: ignore[arg-type]

    assert 1 <= len(columns) <= 2
    for column in columns:
        heights = [1 if bold else -(-len(text) // 44) for text, _, bold in column]
        assert sum(heights) <= COLUMN_LINES


def test_nothing_to_say_fills_no_column() -> None:
    assert _columns(sheet_of(BARE)) == []  # type: ignore[arg-type]


def test_wide_letters_take_two_places() -> None:
    class Said:
        def __init__(self, text: str) -> None:
            self.text = text

    assert [_height(Said(text), "") for text in ("x" * 41, "x" * 42, "東" * 21)] == [1, 2, 2]  # type: ignore[arg-type]


def titles(data: bytes) -> Sequence[str]:
    with ZipFile(io.BytesIO(data)) as parts:
        return [name for name in parts.namelist() if name.startswith("ppt/slides/slide")]


def test_a_presentation_of_nobody_has_its_first_slide_and_the_method() -> None:
    assert (
        len(titles(export(ODD["nobody"], "pptx"))) == 1 + len(range(0, len(method(ODD["nobody"]).entries) + 1, 5)) + 1
    )


@settings(max_examples=10)
@given(st.sampled_from(["csv", "quotes", "notes", "md", "html"]), st.text("a=<\"'\n\x00é東", min_size=1, max_size=12))
def test_any_words_make_a_file(kind: str, text: str) -> None:
    assert export(worded(text), kind)
