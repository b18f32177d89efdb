"""Results as files: the same result gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exporting.markdown import markdown, persona_markdown
from persona.exporting.tables import assignments_csv, quotes_csv
from persona.files import write_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from persona.grouping import Segmentation
    from persona.models import GenerationResult

__all__ = ["assignments_csv", "markdown", "outputs", "persona_markdown", "quotes_csv", "result_json", "write_outputs"]


def result_json(result: GenerationResult) -> str:
    """The whole result; it validates against the published schema."""
    return result.model_dump_json(indent=2) + "\n"


def outputs(result: GenerationResult, segmentation: Segmentation) -> dict[str, bytes]:
    """The four files of a result by name."""
    files = {
        "result.json": result_json(result),
        "personas.md": markdown(result),
        "assignments.csv": assignments_csv(segmentation),
        "quotes.csv": quotes_csv(result),
    }
    return {name: text.encode() for name, text in files.items()}


def write_outputs(folder: Path, result: GenerationResult, segmentation: Segmentation) -> None:
    """`result.json`, `personas.md`, `assignments.csv` and `quotes.csv` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in outputs(result, segmentation).items():
        write_bytes(folder / name, data)
