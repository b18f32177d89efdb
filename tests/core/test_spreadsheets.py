from __future__ import annotations

import csv
import io

from core.spreadsheets import csv_download


def test_a_download_is_a_quoted_file_with_a_name_and_is_not_kept() -> None:
    response = csv_download("rows.csv", ("=a", "b"), [("1", 'say "hi", you'), ("=x", "two\nlines")])

    content = b"".join(response).decode()  # type: ignore[arg-type]
    assert list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""))) == [
        ["'=a", "b"],
        ["1", 'say "hi", you'],
        ["'=x", "two\nlines"],
    ]
    assert {name: response[name] for name in ("Content-Disposition", "Content-Type", "Cache-Control")} == {
        "Content-Disposition": 'attachment; filename="rows.csv"',
        "Content-Type": "text/csv; charset=utf-8",
        "Cache-Control": "private, no-store",
    }
