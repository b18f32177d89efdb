"""Files opened by LibreOffice and drawn as pictures: it reads them, and no page is empty."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from persona.exporting.formats import FORMATS, export
from tests.persona.exporting.paper.studies import STUDIES
from tests.services import program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.long
@pytest.mark.parametrize("kind", ["pptx", "docx"])
def test_an_office_program_opens_it(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"personas.{FORMATS[kind].ending}"  # type: ignore[index]
    file.write_bytes(export(STUDIES["much and little"], kind, date(2026, 5, 19)))
    home = f"-env:UserInstallation=file://{tmp_path}/home"

    command = [
        program("soffice", package="libreoffice"),
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, timeout=300)

    pages = list(pypdfium2.PdfDocument(tmp_path / "personas.pdf"))
    assert len(pages) >= 5
    assert "Meals [2026]" in pages[0].get_textpage().get_text_range()
    drawn = [page.render(scale=0.3).to_pil().convert("L").getextrema() for page in pages]
    assert [number for number, (darkest, _) in enumerate(drawn) if darkest > 200] == []
