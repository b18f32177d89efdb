"""Results as files: the same result gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from persona.exporting.arranging import FinishedRun
from persona.exporting.formats import FORMATS, export_run, result_json
from persona.exporting.markdown import markdown, persona_markdown
from persona.exporting.tables import assignments_csv, quotes_csv
from persona.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["assignments_csv", "markdown", "outputs", "persona_markdown", "quotes_csv", "result_json", "write_outputs"]


class KeptRun(FinishedRun, Protocol):
    """A finished run with the tables of its themes: a `persona.outputs.Output`."""

    def tables(self) -> dict[str, bytes]: ...


def outputs(run: KeptRun) -> dict[str, bytes]:
    """The files that a run writes into its folder, by name."""
    return {about.kept: export_run(run, kind) for kind, about in FORMATS.items() if about.kept} | run.tables()


def write_outputs(folder: Path, run: KeptRun) -> None:
    """The files of a finished run into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in outputs(run).items():
        write_bytes(folder / name, data)
