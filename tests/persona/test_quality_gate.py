"""The gate: bounds are kept or not, and what cannot be a bound is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.quality_gate import MEASURES, gate, open_result
from tests.generation.values import portrait, quality, result

if TYPE_CHECKING:
    from pathlib import Path

FOUND = result([portrait(1), portrait(2)]).model_copy(
    update={"quality": quality().model_copy(update={"statements": 8, "with_quotes": 6, "weak": 2, "verbatim": 1.0})}
)


@pytest.mark.parametrize(
    ("wish", "value", "is_met"),
    [
        ("personas>=2", 2, True),
        ("personas>=3", 2, False),
        (" quoted >= 0.75 ", 0.75, True),
        ("quoted>=0.76", 0.75, False),
        ("weak<=0.25", 0.25, True),
        ("weak<=.2", None, None),
        ("verbatim>=1", 1, True),
        ("statements<=7.5", 8, False),
    ],
)
def test_bound(wish: str, value: float | None, is_met: bool | None) -> None:
    if value is None:
        with pytest.raises(ConfigurationError, match="is no bound"):
            gate(FOUND, [wish])
        return
    (held,) = gate(FOUND, [wish]).wishes

    assert (held.value, held.is_met) == (value, is_met)


def test_all_bounds_must_be_kept() -> None:
    assert [gate(FOUND, wishes).is_good for wishes in (["weak<=1"], ["weak<=1", "quoted>=1"], [])] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize("wish", ["beauty>=1", "quoted", "quoted=1", "quoted>=", "quoted>=1; rm", ""])
def test_what_is_no_bound_is_told_with_all_that_can_be_one(wish: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        gate(FOUND, [wish])

    assert (caught.value.code, all(name in caught.value.hint for name in MEASURES)) == ("unknown_wish", True)


def test_every_measure_can_be_asked_for() -> None:
    assert gate(FOUND, [f"{name}>=0" for name in MEASURES]).is_good


def test_result_is_found_in_its_folder_or_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(FOUND.model_dump_json(), encoding="utf-8")

    assert open_result(tmp_path) == open_result(tmp_path / "result.json") == FOUND
    with pytest.raises(ConfigurationError, match="other"):
        open_result(tmp_path / "other")
