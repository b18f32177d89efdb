"""The formats a result can be exported to, by the name people give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exporting import result_json
from persona.exporting.html import html
from persona.exporting.markdown import markdown
from persona.exporting.sheets import statements_csv, workbook
from persona.messages import configuration_error

if TYPE_CHECKING:
    from persona.models import GenerationResult

FORMATS = ("json", "md", "csv", "html", "xlsx")


def export(result: GenerationResult, kind: str) -> bytes:
    """A result in one of `FORMATS`.

    Raises:
        ConfigurationError: there is no such format, or it needs an extra library.

    Example:
        >>> Path("personas.html").write_bytes(export(result, "html"))     # doctest: +SKIP
    """
    if kind == "xlsx":
        return workbook(result)
    writers = {"json": result_json, "md": markdown, "csv": statements_csv, "html": html}
    if kind not in writers:
        raise configuration_error("format_missing", name=kind, names=", ".join(FORMATS))
    return writers[kind](result).encode()
