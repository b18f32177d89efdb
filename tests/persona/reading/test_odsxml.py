"""OpenDocument workbooks: what they claim to hold is counted before anything is allocated for it."""

from __future__ import annotations

import io
import zipfile

import pytest

from persona.exceptions import DataError
from persona.reading import odsxml
from persona.reading.odsxml import check_open_document

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
SHEET = "application/vnd.oasis.opendocument.spreadsheet"


def content(rows: str, *, before: str = "") -> str:
    """The member with the sheets, of which there is one."""
    table = f'<table:table table:name="A">{rows}</table:table>'
    return f"{before}<office:document-content {SPACES}><office:body>{table}</office:body></office:document-content>"


def row(*cells: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def cell(text: str = "", *, times: int = 1, kind: str = "") -> str:
    value = f' office:value-type="{kind}"' if kind else ""
    return (
        f'<table:table-cell table:number-columns-repeated="{times}"{value}><text:p>{text}</text:p></table:table-cell>'
    )


def check(body: str, *, kind: str | None = SHEET, manifest: str = "") -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        if kind is not None:
            made.writestr("mimetype", kind)
        made.writestr("content.xml", body)
        made.writestr("META-INF/manifest.xml", manifest)
        made.writestr("Pictures/one.png", b"\x89PNG no XML")
    with zipfile.ZipFile(target) as opened:
        check_open_document(opened)


FAR = 1_048_576
FINE = {
    "a small sheet": content(row(cell("ID"), cell("Why")) + row(cell("1", kind="float"), cell("so"))),
    "no sheet at all": content(""),
    "a million empty rows below": content(row(cell("a")) + row(cell(times=1024), times=FAR)),
    "empty columns to the right": content(row(cell("a"), cell(times=16_384)) * 9),
    "an empty row between": content(row(cell("a")) + row(cell(), times=50) + row(cell("b"))),
    "many rows that are alike": content(row(cell("a"), cell("b"), times=10_000)),
    "a cell covered by another": content(row(cell("a"), "<table:covered-table-cell/>")),
    "a formula without a value": content(row('<table:table-cell table:formula="of:=1+1"/>')),
    "two sheets that are large together only": content(row(cell("a", times=100), times=100_000)).replace(
        "</table:table>", f"</table:table><table:table>{row(cell('a', times=100), times=100_000)}</table:table>"
    ),
}


@pytest.mark.parametrize("case", FINE)
def test_what_fits_is_let_through(case: str) -> None:
    check(FINE[case])


def test_a_sheet_need_not_say_what_it_is_and_may_be_a_template() -> None:
    check(FINE["a small sheet"], kind=None)
    check(FINE["a small sheet"], kind=f"{SHEET}-template\n")


CELLS = "The sheet spans more than 20,000,000 cells, filled or not."
REFUSED = {
    "a cell far below and right": (
        content(row(cell("a")) + row(cell(), times=FAR) + row(cell(times=1000), cell("b"))),
        "sheet_too_large",
        CELLS,
    ),
    "one row again and again": (content(row(cell("a", times=1000), times=FAR)), "sheet_too_large", CELLS),
    "a value without a text": (content(row(cell(times=1000, kind="float"), times=FAR)), "sheet_too_large", CELLS),
    "a formula again and again": (
        content(row('<table:table-cell table:formula="x" table:number-columns-repeated="30000000"/>')),
        "sheet_too_large",
        CELLS,
    ),
    "a long text again and again": (
        content(row(cell("x" * 1000), times=FAR)),
        "unpacks_too_large",
        "The file unpacks to more than 600 MB.",
    ),
    "a number of rows that is none": (
        content(row(cell("a")).replace('repeated="1"', 'repeated="many"', 1)),
        "damaged",
        "The file is damaged and could not be opened (OpenDocument).",
    ),
    "broken XML": ("<office:document", "damaged", "The file is damaged and could not be opened (OpenDocument)."),
    "no XML": ("ID,Why\n1,so\n", "damaged", "The file is damaged and could not be opened (OpenDocument)."),
    "nothing": ("", "damaged", "The file is damaged and could not be opened (OpenDocument)."),
    "an entity": (
        content(row(cell("&x;")), before='<!DOCTYPE a [<!ENTITY x "y">]>'),
        "damaged",
        "The file is damaged and could not be opened (OpenDocument).",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_claims_too_much_or_is_broken_is_refused(case: str) -> None:
    body, code, message = REFUSED[case]
    with pytest.raises(DataError) as raised:
        check(body)
    assert (raised.value.code, raised.value.message) == (code, message)


def test_a_tag_without_an_end_is_refused_before_all_of_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odsxml, "LONGEST_TOKEN", 1000)
    with pytest.raises(DataError) as raised:
        check(content("<table:table-row " + 'a="b" ' * 5_000))
    assert raised.value.code == "damaged"


@pytest.mark.parametrize(
    ("kind", "manifest", "code", "message"),
    [
        pytest.param(
            "application/vnd.oasis.opendocument.text",
            "",
            "not_a_table",
            "This is not a table but an OpenDocument file.",
            id="a text",
        ),
        pytest.param(
            "application/epub+zip", "", "not_a_table", "This is not a table but an OpenDocument file.", id="a book"
        ),
        pytest.param(
            SHEET,
            "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
            "protected",
            "The workbook is protected with a password.",
            id="a password",
        ),
    ],
)
def test_other_documents_and_locked_ones_are_named(kind: str, manifest: str, code: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        check(FINE["a small sheet"], kind=kind, manifest=manifest)
    assert (raised.value.code, raised.value.message) == (code, message)
