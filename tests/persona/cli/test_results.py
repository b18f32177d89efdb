"""`persona compare`, `persona export` and `persona verify`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from persona.comparing import Comparison, RunComparison, WhatChanged, compare, compare_runs
from persona.comparing.changed import what_changed
from persona.exporting.formats import export
from persona.verifying import Verification

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.conftest import Finished

    from .conftest import Command


def test_compare_puts_personas_side_by_side(command: Command, finished: Finished) -> None:
    said = command("compare", finished.output.path)
    told = command("compare", finished.output.path, "--json")

    assert (said.code, said.err) == (0, "")
    assert [p.name for p in finished.output.result().personas if p.name.split()[0] not in said.out] == []
    assert Comparison.model_validate_json(told.out) == compare(finished.output.result())


def test_compare_two_results(command: Command, finished: Finished) -> None:
    folder = finished.output.path
    said = command("compare", folder, folder)
    told = command("compare", folder, folder, "--json")
    names = [p.name for p in finished.output.result().personas]

    assert said.out.splitlines() == [
        "Agreement of the groups: 1.00 (1 the same, 0 by chance)",
        *(f"{i}. {name} → {i}. {name}: 100 % of the people" for i, name in enumerate(names, 1)),
    ]
    assert RunComparison.model_validate_json(told.out) == compare_runs(finished.output, finished.output)


def test_compare_tells_what_changed(command: Command, finished: Finished) -> None:
    folder = finished.output.path
    said = command("compare", folder, folder, "--changed")
    told = command("compare", folder, folder, "--changed", "--json")

    assert (
        said.out.splitlines()[0] == "The same answers, grouped twice: 80 of 80 people are with the same others again."
    )
    assert WhatChanged.model_validate_json(told.out) == what_changed(finished.output, finished.output)


def test_compare_wants_two_to_four_of_those_that_are_there(command: Command, finished: Finished) -> None:
    assert command("compare", finished.output.path, "--persona", "1").err.startswith(
        "Error: Between two and four personas can stand side by side."
    )


@pytest.mark.parametrize("kind", ["json", "md", "csv", "html"])
def test_export_writes_a_file(kind: str, command: Command, finished: Finished, tmp_path: Path) -> None:
    said = command("export", finished.output.path, "--format", kind, "--to", f"personas.{kind}")

    assert said == (0, "", f"Written to personas.{kind}\n")
    assert (tmp_path / f"personas.{kind}").read_bytes() == export(finished.output.result(), kind)


def test_export_to_stdout(command: Command, finished: Finished) -> None:
    assert command("export", finished.output.path, "-f", "md").out.startswith("# my-exp\n")


def test_verify_proves_a_result(command: Command, finished: Finished) -> None:
    said = command("verify", finished.output.run.path)

    assert (said.code, said.err) == (0, "")
    assert [line[:1] for line in said.out.splitlines()] == ["✓"] * 6


def test_verify_fails_after_one_character_was_changed(command: Command, finished: Finished, tmp_path: Path) -> None:
    folder = shutil.copytree(finished.output.path, tmp_path / "copy")
    quote = finished.output.result().personas[0].quotes[0].quote
    text = (folder / "quotes.csv").read_text(encoding="utf-8")
    (folder / "quotes.csv").write_text(text.replace(quote, f"{quote[:-1]}#"), encoding="utf-8")

    said = command("verify", folder, "--json")

    found = Verification.model_validate_json(said.out)
    assert (said.code, said.err) == (1, "Error: this result does not hold.\n")
    assert [finding.what for finding in found.findings if not finding.is_right] == [
        "Every quote of quotes.csv is in the data",
        "quotes.csv, byte for byte",
    ]


@pytest.mark.parametrize("name", ["compare", "export", "verify"])
def test_folder_without_a_result(name: str, command: Command, tmp_path: Path) -> None:
    said = command(name, tmp_path)

    assert said.code == 1
    assert said.err.startswith(f"Error: “{tmp_path.name}” holds no result of this library.\n")


def test_export_takes_a_look_of_ones_own(finished: Finished, command: Command, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    image.new("RGB", (9, 3), "#7a1f5c").save(tmp_path / "logo.png")
    asked = ("export", finished.output.path, "-f", "html")

    dressed = command(*asked, "--logo", tmp_path / "logo.png", "--titles", "7A1F5C").out
    assert ("data:image/png;base64," in dressed, "#7a1f5c" in dressed) == (True, True)
    assert "“plum” is no colour that we know." in command(*asked, "--lines", "plum").err
