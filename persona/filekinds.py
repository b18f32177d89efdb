"""What kind of file it was, in words: the same in the data check of page and command line."""

from __future__ import annotations

DELIMITED = ("csv", "csv.gz")
_CONTAINERS = {
    "xlsx": ("Excel workbook", "sheet"),
    "xls": ("Excel workbook", "sheet"),
    "ods": ("OpenDocument workbook", "sheet"),
    "zip": ("ZIP archive", "file"),
}
WORKBOOKS = tuple(_CONTAINERS)
LETTERED = (*DELIMITED, "json", "text", "transcript")  # an encoding may be chosen
_NAMES = {
    "json": "JSON, one object per row",
    "parquet": "Parquet",
    "sav": "SPSS file, with the labels of its codes",
    "dta": "Stata file, with the labels of its codes",
    "text": "Text, one paragraph per row",
    "transcript": "Transcript, one row for each participant",
}


def kind_in_words(kind: str, *, sheet: str | None, sheets: int, header_line: int | None, together: int = 1) -> str:
    """How a file that is no delimited text was understood. `together`: sheets or members that are read as one table.

    >>> kind_in_words("xlsx", sheet="Answers", sheets=2, header_line=1)
    'Excel workbook, sheet “Answers” of 2, column names in row 1'
    """
    if kind not in WORKBOOKS:
        return _NAMES.get(kind, kind)
    container, part = _CONTAINERS[kind]
    if together > 1:
        return f"{container}, {together} of {sheets} {part}s together"
    which = f", {part} “{sheet}”{f' of {sheets}' if sheets > 1 else ''}" if sheet else ""
    names = f"column names in row {header_line}" if header_line else "no column names"
    return f"{container}{which}, {names}"
