"""Files that break naive readers: our own with their manifest, csv-spectrum, and those of other projects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from persona.exceptions import DataError
from persona.reading import read_source
from persona.table import Table

HOSTILE = Path(__file__).parents[2] / "data" / "hostile"
MANIFEST = json.loads((HOSTILE / "own" / "manifest.json").read_text(encoding="utf-8"))
WANTED_CODES = {"no respondents": "no_rows", "empty file": "empty", "not a table": "damaged"}
PUBLIC = {  # rows, columns, left out by reason; or the code of the one sentence
    "csvkit_acs2012_5yr_population.csv": (93, 4, {}),
    "csvkit_bad.csv": (2, 3, {"long_row": 1}),
    "csvkit_date_like_number.csv": "one_column",
    "csvkit_ks_1033_data.csv": (1575, 14, {}),
    "csvkit_no_header_row.csv": (1, 3, {}),
    "csvkit_optional_quote_characters.csv": (1, 3, {}),
    "csvkit_test_empty_columns_long_row.csv": "no_rows",
    "csvkit_test_header_newline.csv": (1, 3, {}),
    "csvkit_test_locale.csv": (1, 3, {}),
    "csvkit_test_utf16_big.csv": (2, 3, {}),
    "csvkit_test_utf8_bom.csv": (2, 3, {}),
    "frictionless_accent.csv": (2, 17, {}),
    "frictionless_blank-cells.csv": (5, 2, {}),
    "frictionless_blank-rows-multiple.csv": (2, 3, {"blank": 11}),
    "frictionless_defective-rows.csv": (1, 3, {"long_row": 1}),
    "frictionless_duplicate-headers.csv": (2, 5, {}),
    "frictionless_escaping.csv": (3, 2, {}),
    "frictionless_issue-1066-largecellsizewithdeviation.csv": (19, 2, {}),
    "frictionless_issue-305.csv": (338, 31, {}),
    "frictionless_issue-991.csv": (1, 3, {}),
    "frictionless_leading-zeros.csv": "one_column",
    "frictionless_skip-rows-before-headers.csv": (2, 2, {}),
    "frictionless_table-infer-iso-8859-7.csv": (4, 3, {}),
    "frictionless_table-unicode-headers.csv": (2, 2, {}),
    "frictionless_without-headers.csv": (3, 2, {}),
}


@pytest.mark.parametrize("entry", [e for e in MANIFEST if "error" not in e["expect"]], ids=lambda e: e["file"])
def test_own_file_holds_what_its_manifest_says(entry: dict, tmp_path: Path) -> None:
    expect = entry["expect"]
    report = read_source(HOSTILE / "own" / entry["file"], tmp_path)
    table = Table.open([tmp_path])
    assert (table.rows, len(table.names)) == (expect["rows"], expect["columns"])
    assert list(table.names) == expect.get("header", list(table.names))
    for row, column, cell in expect.get("cells", []):
        name = column if isinstance(column, str) else table.names[column - 1]
        assert table.page(row, 1)[0].cells[name] == cell
    assert report.rows == table.rows


@pytest.mark.parametrize("entry", [e for e in MANIFEST if "error" in e["expect"]], ids=lambda e: e["file"])
def test_own_file_that_is_no_table_gives_one_sentence(entry: dict, tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        read_source(HOSTILE / "own" / entry["file"], tmp_path)
    assert raised.value.code == WANTED_CODES[entry["expect"]["error"]]
    assert list(tmp_path.iterdir()) == []


def test_footer_lines_are_left_out_with_line_and_reason(tmp_path: Path) -> None:
    report = read_source(HOSTILE / "own" / "shape_footer.csv", tmp_path)
    assert [(left.line, left.code, left.text) for left in report.skipped_lines] == [
        (29, "footer", "Total,24,,,,"),
        (30, "short_row", "Source: web form"),
    ]


@pytest.mark.parametrize("path", sorted((HOSTILE / "csv-spectrum").glob("*.csv")), ids=lambda p: p.stem)
def test_csv_spectrum_gives_its_json(path: Path, tmp_path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if path.stem == "location_coordinates":  # its JSON contradicts its CSV
        wanted = [wanted | {"Contact Phone Number": "2095257564"}]
    read_source(path, tmp_path)
    assert [row.cells for row in Table.open([tmp_path]).page(1, 100)] == wanted


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_file_loads_or_gives_one_sentence(name: str, tmp_path: Path) -> None:
    wanted = PUBLIC[name]
    if isinstance(wanted, str):
        with pytest.raises(DataError) as raised:
            read_source(HOSTILE / "public" / name, tmp_path)
        assert raised.value.code == wanted
    else:
        report = read_source(HOSTILE / "public" / name, tmp_path)
        assert (report.rows, len(report.names), report.skipped) == wanted
