"""Limits of reading, and what a person may say of how a file is written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from persona.reading import DialectChoice, Limits
from persona.reading.options import MEGABYTE


@pytest.mark.parametrize(
    ("limits", "megabytes", "unpacked"),
    [
        (Limits(), 0, 1_000),
        (Limits(), 10, 1_200),
        (Limits(), 200, 5_000),
        (Limits(), 400, 8_000),
        (Limits(unpacked=500 * MEGABYTE), 200, 500),
    ],
)
def test_a_compressed_file_unpacks_to_twenty_times_its_size_and_to_something_anyhow(
    limits: Limits, megabytes: int, unpacked: int
) -> None:
    assert limits.unpacked_for(megabytes * MEGABYTE) == unpacked * MEGABYTE


@pytest.mark.parametrize(("megabytes", "seconds"), [(0, 45), (14, 45), (15, 46), (150, 55), (200, 58)])
def test_a_large_file_may_take_longer(megabytes: int, seconds: int) -> None:
    assert Limits().time_for(megabytes * MEGABYTE) == seconds


@pytest.mark.parametrize("name", ["bytes", "unpacked", "rows", "columns", "cell", "memory", "seconds"])
def test_no_limit_is_nothing(name: str) -> None:
    with pytest.raises(ValidationError, match="greater than 0"):
        Limits(**{name: 0})


@pytest.mark.parametrize(("name", "most"), [("columns", 10_000), ("cell", 1_000_000)])
def test_some_limits_have_an_end(name: str, most: int) -> None:
    assert getattr(Limits(**{name: most}), name) == most
    with pytest.raises(ValidationError, match="less than or equal to"):
        Limits(**{name: most + 1})


@pytest.mark.parametrize(
    "choice",
    [
        {"delimiter": ""}, {"delimiter": "||"}, {"header_rows": -1}, {"header_rows": 5}, {"layout": "sideways"},
        {"speakers": [("Ann", "listens")]}, {"quote": '"'},
    ],
    ids=str,
)  # fmt: skip
def test_what_nobody_can_choose(choice: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        DialectChoice.model_validate(choice)


def test_nothing_is_chosen_of_itself() -> None:
    assert DialectChoice().model_dump(exclude_defaults=True) == {}
    assert set(DialectChoice().model_dump().values()) == {None, ()}
