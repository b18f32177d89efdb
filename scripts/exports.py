"""Make the pictures of docs/export.md anew: each kind of file of the R-users sample, drawn by another program.

    .venv/bin/python scripts/exports.py

PDF is drawn by PDFium, HTML by Chromium, Word, PowerPoint and Excel by LibreOffice; what is not installed is left out
by name.
"""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.exporting.formats import FORMATS, export_run
from persona.outputs import Output
from persona.samples import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGES = Path(__file__).parent.parent / "docs" / "images"
OFFICE = ("pptx", "docx", "xlsx")
WIDE = 1_200
COLOURS = 128


def main() -> None:
    """Write one picture a page that is shown."""
    with TemporaryDirectory() as folder:
        run = finished(Path(folder))
        for name, picture in pictures(run, Path(folder)):
            picture.thumbnail((WIDE, 10 * WIDE))
            picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE).save(
                IMAGES / f"export-{name}.png", optimize=True
            )


def finished(folder: Path) -> Output:
    """The sample's personas, as the built-in writer makes them."""
    experiment = Experiment.create("What R users say", [sample("r-users").path], root=folder)
    run = experiment.new_run(PersonaConfig())
    PersonaGenerator(experiment).generate(resume=run)
    return Output.open(run.path)


def pictures(run: Output, folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """By the name of its file."""
    first, *_, method = pages(export_run(run, "pdf"))
    yield "sheet", first
    yield "method", method
    yield "charts", Image.open(BytesIO(export_run(run, "charts")))
    yield "cards", Image.open(BytesIO(export_run(run, "png")))
    page = folder / "personas.html"
    page.write_bytes(export_run(run, "html"))
    if chromium := shutil.which("chromium"):
        shot = folder / "page.png"
        options = ["--headless", "--no-sandbox", "--window-size=1000,900", f"--screenshot={shot}"]
        subprocess.run([chromium, *options, page.as_uri()], check=True, capture_output=True)
        yield "page", Image.open(shot)
    for kind in OFFICE:
        yield from drawn_by_office(run, kind, folder)


def drawn_by_office(run: Output, kind: str, folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """The second page of a file, where a document has its first persona; a workbook's first."""
    if (office := shutil.which("soffice")) is None:
        print(f"LibreOffice is not installed: no picture of {kind}.")
        return
    file = folder / f"personas.{FORMATS[kind].ending}"  # type: ignore[index]
    file.write_bytes(export_run(run, kind))
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    drawn = pages(file.with_suffix(".pdf").read_bytes())
    yield kind, drawn[min(kind != "xlsx", len(drawn) - 1)]


def pages(file: bytes) -> list[Image.Image]:
    """The pages of a PDF."""
    return [page.render(scale=1.6).to_pil() for page in pypdfium2.PdfDocument(file)]


if __name__ == "__main__":
    main()
