"""What an operator allows a file to be, as pages and reader take it."""

from __future__ import annotations

import pytest
from pytest_django import Settings

from experiments import limits
from persona.reading import Limits


@pytest.mark.parametrize(("megabytes", "size"), [(1, 1_000_000), (200, 200_000_000)])
def test_the_largest_file_is_a_setting(settings: Settings, megabytes: int, size: int) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": megabytes})

    assert limits.max_bytes() == size


def test_the_reader_gets_all_three(settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 3, "max_rows": 500, "max_columns": 40})

    assert limits.of_reader() == Limits(bytes=limits.max_bytes(), rows=500, columns=40)


def test_one_person_may_keep_many_files_of_the_usual_size() -> None:
    assert 10 * limits.max_bytes() <= limits.KEPT_BYTES


@pytest.mark.parametrize(("name", "value"), [("max_upload_mb", 7), ("max_rows", 9), ("max_columns", 3)])
def test_one_setting_moves_one_limit(settings: Settings, name: str, value: int) -> None:
    before = limits.of_reader()
    settings.ENV = settings.ENV.model_copy(update={name: value})
    after = limits.of_reader()
    same = {
        "max_upload_mb": (after.rows, after.columns) == (before.rows, before.columns),
        "max_rows": (after.bytes, after.columns) == (before.bytes, before.columns),
        "max_columns": (after.bytes, after.rows) == (before.bytes, before.rows),
    }

    assert (same[name], after == before) == (True, False)
