"""`persona gate`: fail where a result is not as good as it should be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from persona.cli.options import AsJson
from persona.cli.output import print_json, say


def gate(
    result: Annotated[Path, typer.Argument(help="result.json, or the folder that holds it.", show_default=False)],
    wishes: Annotated[
        list[str],
        typer.Argument(metavar="BOUND…", help='Such as "verdict>=with_care" or "quoted>=0.95".', show_default=False),
    ],
    as_json: AsJson = False,
) -> None:
    """Say whether a result keeps all bounds. Exit code 1 if not."""
    from persona.quality_gate import gate, open_result

    found = gate(open_result(result), wishes)
    if as_json:
        print_json({"is_good": found.is_good, "wishes": [{**w.model_dump(), "is_met": w.is_met} for w in found.wishes]})
    else:
        for wish in found.wishes:
            print(f"{'✓' if wish.is_met else '✗'} {wish.measure} {wish.sign} {wish.shown}")
    if not found.is_good:
        say("Error: this result is under the gate.")
        raise typer.Exit(1)
