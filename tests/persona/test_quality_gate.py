"""The gate: bounds are kept or not, and what cannot be a bound is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.models import Verdict
from persona.quality_gate import MEASURES, gate, open_result
from tests.generation.values import portrait, quality, result

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import Level

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
        ("personas<=2", 2, True),
        ("counted<=0", 0, True),
        ("fit_well>=0.8", 0.75, False),
        ("distinctiveness>=0.7", 0.71, True),
        ("distinctiveness<=0.7", 0.71, False),
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


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("quoted>=0.95", "0.95: 0.75"),
        ("personas>=2", "2: 2"),
        ("weak<=1", "1: 0.25"),
        ("verdict>=ready", "ready: not_yet"),
        ("verdict>=1", "with_care: not_yet"),
        ("verdict>=7", "7: not_yet"),
    ],
)
def test_bound_and_value_are_told_to_people(wish: str, shown: str) -> None:
    assert gate(FOUND, [wish]).wishes[0].shown == shown


@pytest.mark.parametrize(
    ("level", "wish", "is_met"),
    [
        ("ready", "verdict>=ready", True),
        ("ready", "verdict>=with_care", True),
        ("with_care", "verdict>=with_care", True),
        ("with_care", "verdict>=ready", False),
        ("not_yet", "verdict>=with_care", False),
        ("not_yet", "verdict<=not_yet", True),
        ("with_care", "verdict<=not_yet", False),
    ],
)
def test_levels_of_the_verdict_have_an_order(level: Level, wish: str, is_met: bool) -> None:
    judged = FOUND.model_copy(update={"verdict": Verdict(level=level, sentence=".", reasons=())})

    assert gate(judged, [wish]).is_good is is_met


@pytest.mark.parametrize("wish", ["quoted>=ready", "weak<=not_yet", "verdict>=good"])
def test_only_the_verdict_has_levels(wish: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        gate(FOUND, [wish])

    assert caught.value.code == "unknown_wish"


@pytest.mark.parametrize(
    ("statements", "counted", "with_quotes", "values"),
    [
        (0, 0, 0, {"quoted": 1.0, "counted": 0.0, "weak": 0.0}),
        (8, 8, 0, {"quoted": 1.0, "counted": 1.0, "weak": 0.25}),
        (8, 4, 3, {"quoted": 0.75, "counted": 0.5, "weak": 0.25}),
    ],
    ids=["no statement", "counted ones alone", "half of each"],
)
def test_shares_are_of_those_that_could_have_quotes(
    statements: int, counted: int, with_quotes: int, values: dict[str, float]
) -> None:
    numbers = {"statements": statements, "counted": counted, "with_quotes": with_quotes, "weak": statements // 4}
    found = FOUND.model_copy(update={"quality": quality().model_copy(update=numbers)})

    assert {wish.measure: wish.value for wish in gate(found, [f"{name}>=0" for name in values]).wishes} == values


@pytest.mark.parametrize("content", [b"", b"{}", b"no json", b"\xff\xfe"])
def test_a_file_that_is_no_result_is_told_by_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "result.json").write_bytes(content)

    with pytest.raises(ConfigurationError, match=r"result\.json") as caught:
        open_result(tmp_path / "result.json")

    assert caught.value.code == "not_a_result"


def test_all_measures_of_one_result_are_told_together() -> None:
    judged = gate(FOUND, [f"{name}>=0" for name in MEASURES])

    assert {wish.measure: wish.value for wish in judged.wishes} == {
        "verdict": 0,
        "personas": 2,
        "statements": 8,
        "quoted": 0.75,
        "counted": 0,
        "weak": 0.25,
        "verbatim": 1,
        "fit_well": 0.75,
        "distinctiveness": 0.71,
    }
