"""`persona gate`: what is said of each bound, and the code with which a build goes on or fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from persona.models import Verdict
from tests.generation.values import portrait, quality, result

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command

FOUND = result([portrait(1), portrait(2)]).model_copy(
    update={
        "quality": quality().model_copy(
            update={"statements": 8, "with_quotes": 6, "counted": 0, "weak": 2, "verbatim": 1.0}
        ),
        "verdict": Verdict(level="with_care", sentence="So it is.", reasons=()),
    }
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "result.json").write_text(FOUND.model_dump_json(), encoding="utf-8")
    return tmp_path


def test_all_bounds_kept_are_told_and_let_a_build_go_on(command: Command, folder: Path) -> None:
    said = command("gate", folder, "quoted>=0.75", "weak<=0.3", "verdict>=with_care")

    assert said == (0, "✓ quoted >= 0.75: 0.75\n✓ weak <= 0.3: 0.25\n✓ verdict >= with_care: with_care\n", "")


def test_one_bound_broken_fails_it(command: Command, folder: Path) -> None:
    said = command("gate", folder / "result.json", "quoted>=0.95", "personas>=2", "verdict>=ready")

    assert said == (
        1,
        "✗ quoted >= 0.95: 0.75\n✓ personas >= 2: 2\n✗ verdict >= ready: with_care\n",
        "Error: this result is under the gate.\n",
    )


@pytest.mark.parametrize(
    ("bound", "shown"),
    [("verdict>=0", "✓ verdict >= not_yet: with_care"), ("verdict>=7", "✗ verdict >= 7: with_care")],
)
def test_a_level_given_as_a_number_is_named_where_there_is_one(
    command: Command, folder: Path, bound: str, shown: str
) -> None:
    assert command("gate", folder, bound).out == f"{shown}\n"


def test_a_program_gets_numbers(command: Command, folder: Path) -> None:
    said = command("gate", folder, "verdict>=ready", "quoted>=0.5", "--json")

    assert (said.code, json.loads(said.out)) == (
        1,
        {
            "is_good": False,
            "wishes": [
                {"measure": "verdict", "sign": ">=", "bound": 2.0, "value": 1.0, "is_met": False},
                {"measure": "quoted", "sign": ">=", "bound": 0.5, "value": 0.75, "is_met": True},
            ],
        },
    )


@pytest.mark.parametrize("bound", ["beauty>=1", "quoted>=ready", "quoted", "quoted=1"])
def test_what_is_no_bound_is_refused_in_a_sentence(command: Command, folder: Path, bound: str) -> None:
    said = command("gate", folder, bound)

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"Error: “{bound}” is no bound.\n")


def test_where_no_result_is_nothing_is_judged(command: Command, tmp_path: Path) -> None:
    said = command("gate", tmp_path, "quoted>=0.5")

    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"Error: “{tmp_path.name}” holds no result of this library.\n")
