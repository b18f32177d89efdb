"""What kind of file it was, in words: the same in the data check of page and command line."""

from __future__ import annotations

DELIMITED = ("csv", "csv.gz")
WORKBOOKS = ("xlsx", "xls", "ods", "zip")
LETTERED = (*DELIMITED, "json", "text", "transcript")  # an encoding may be chosen
_NAMES = {
    "json": "JSON, one object per row",
    "parquet": "Parquet",
    "sav": "SPSS file, with the labels of its codes",
    "dta": "Stata file, with the labels of its codes",
    "text": "Text, one paragraph per row",
    "transcript": "Transcript, one row for each participant",
}


def kind_in_words(kind: str, *, sheet: str | None, sheets: int, header_line: int | None) -> str:
    """How a file that is no delimited text was understood.

    >>> kind_in_words("xlsx", sheet="Answers", sheets=2, header_line=1)
    'Excel workbook, sheet “Answers” of 2, column names in row 1'
    """
    if kind not in WORKBOOKS:
        return _NAMES.get(kind, kind)
    which = f", sheet “{sheet}”{f' of {sheets}' if sheets > 1 else ''}" if sheet else ""
    names = f"column names in row {header_line}" if header_line else "no column names"
    if kind == "zip":
        return f"ZIP archive{which.replace('sheet', 'file', 1)}, {names}"
    program = "OpenDocument" if kind == "ods" else "Excel"
    return f"{program} workbook{which}, {names}"
