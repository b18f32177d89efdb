"""Counts, sizes and moments in templates, as people read them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.template import Context, Template


def shown(expression: str, **values: object) -> str:
    return Template("{% load wording %}{{ " + expression + " }}").render(Context(values))


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (999, "999"), (1812, "1,812"), (1_000_000, "1,000,000")])
def test_a_count_is_in_groups_of_three(number: int, text: str) -> None:
    assert shown("number|count", number=number) == text


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 bytes"), (1, "1 byte"), (2_000, "2 kB"), (5_300_000, "5.3 MB"), (20_000_000, "20 MB")]
)
def test_a_size_has_the_unit_that_fits(size: int, text: str) -> None:
    assert shown("size|file_size", size=size).replace("\u00a0", " ") == text


def test_a_moment_long_ago_is_a_date() -> None:
    assert shown("at|moment", at=datetime(2024, 5, 2, 9, tzinfo=UTC)) == "2 May 2024"
