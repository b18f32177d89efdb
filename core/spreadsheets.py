"""Files for spreadsheet programs, as downloads; the library writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import StreamingHttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def csv_download(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> StreamingHttpResponse:
    """A CSV file to keep, written while it is sent."""
    from persona.exporting.cells import csv_lines  # late: workers do without the rooms that make files

    response = StreamingHttpResponse(csv_lines(header, rows, for_people=True), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
