"""Setting pages with typst: people's words reach it as data and never as source, so nothing in them can run or read.

The templates read one value, `sys.inputs.data`; they load no packages and no files.
"""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Literal

from persona.exporting.look import OURS, Look
from persona.exporting.paper.colours import COLOURS
from persona.exporting.paper.scripts import by_script

if TYPE_CHECKING:
    from datetime import date

    import typst

# What a template asks for, the best first: typst falls back by itself for letters that these lack.
SANS = ("Inter", "Noto Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Roboto", "Open Sans", "Liberation Sans",
        "Arial", "DejaVu Sans", "Libertinus Serif")  # fmt: skip
SERIF = ("Charter", "Bitstream Charter", "Charis SIL", "Noto Serif", "Source Serif 4", "Libertinus Serif")
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_PROBE = b"#set text(font: json(bytes(sys.inputs.data)).font)\n#json(bytes(sys.inputs.data)).text"


def typeset(
    template: str,
    data: dict[str, Any],
    *,
    kind: Literal["pdf", "png", "svg"],
    day: date | None,
    ppi: float = 144,
    look: Look = OURS,
) -> list[bytes]:
    """The pages of a template of this folder, in one file for `pdf`, else in one each.

    Args:
        template: The name of a file, "sheets.typ".
        data: What it shows: JSON values and dataclasses.
        kind: Of the files.
        day: When the result was made; a file says so, and is the same whenever it is written.
        ppi: Dots an inch, of `png`.
        look: A logo and colours of one's own.
    """
    import typst

    with as_file(files("persona.exporting.paper")) as folder:
        compiler = typst.Compiler(folder / template, root=folder, font_paths=_fonts())
        made = compiler.compile(
            format=kind,
            ppi=ppi,
            sys_inputs={"data": _inputs(data, look)},
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC) if day else NO_DAY,
        )
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


def measured(template: str, data: dict[str, Any], label: str, *, look: Look = OURS) -> list[Any]:
    """What a template of this folder says of its own pages under a label: values as JSON has them."""
    import typst

    with as_file(files("persona.exporting.paper")) as folder:
        inputs = {"data": _inputs(data, look)}
        compiler = typst.Compiler(folder / template, root=folder, font_paths=_fonts(), sys_inputs=inputs)
        found: list[Any] = json.loads(compiler.query(f"<{label}>", field="value"))
    return found


def _inputs(data: dict[str, Any], look: Look) -> str:
    return json.dumps(data | _look() | _own(look), default=_plain)


@lru_cache(maxsize=256)
def has_letters(letters: str) -> bool:
    """Whether there is a font for each of these letters on this machine."""
    import typst

    data = json.dumps({"text": letters, "font": _look()["sans"]})
    compiler = typst.Compiler(_PROBE, font_paths=_fonts())
    try:
        # Only this kind of PDF must not hold a letter that no font has: typst says so.
        compiler.compile(format="pdf", sys_inputs={"data": data}, pdf_standards="a-2u")
    except typst.TypstError:
        return False
    return True


def unreadable(text: str) -> tuple[str, ...]:
    """The scripts in `text` for which this machine has no font: "Chinese", "emoji"."""
    return tuple(sorted(script for script, letters in by_script(text).items() if not has_letters(letters)))


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """All fonts of this machine, and those that typst brings; found once a process."""
    import typst

    return typst.Fonts()


@lru_cache(maxsize=1)
def _look() -> dict[str, list[str]]:
    there = set(_fonts().families())
    return {
        "sans": [name for name in SANS if name in there],
        "serif": [name for name in SERIF if name in there],
        "colours": [f"#{colour}" for colour in COLOURS],
    }


def _own(look: Look) -> dict[str, Any]:
    """Pictures as numbers, one a byte: the page reads no files."""
    portraits = {str(number): list(data) for number, data in look.portraits.items()}
    return {"titles": look.title_ink, "lines": look.line_ink, "logo": list(look.logo or b""), "portraits": portraits}


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"Templates take no {type(value).__name__}.")
