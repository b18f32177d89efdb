"""The samples are what they say they are."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from persona.exceptions import ConfigurationError
from persona.experiment import Experiment
from persona.models import ColumnRole
from persona.samples import FOLDER, SAMPLES, Sample, sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("found", SAMPLES, ids=lambda s: s.key)
def test_file_has_the_rows_and_columns_that_are_promised(found: Sample) -> None:
    with found.path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert (len(rows), len(header)) == (found.rows, found.columns)
    assert all(len(row) == len(header) for row in rows)


def test_sources_of_all_samples_are_written_beside_them() -> None:
    text = (FOLDER / "LICENSES.md").read_text(encoding="utf-8")

    assert [s.key for s in SAMPLES if f"`{s.path.name}`" not in text] == []


def test_sample_finds_by_key() -> None:
    assert sample("r-users") is SAMPLES[1]


def test_sample_with_unknown_key_names_the_known_ones() -> None:
    with pytest.raises(ConfigurationError) as caught:
        sample("nope")

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "sample_missing",
        "There is no sample named “nope”.",
        "Choose one of: planning-invented, r-users.",
    )


def test_keys_names_and_files_are_each_ones_own() -> None:
    assert [len({getattr(found, name) for found in SAMPLES}) for name in ("key", "name", "path")] == [len(SAMPLES)] * 3
    assert all(found.attribution.endswith(".") and found.description.endswith(".") for found in SAMPLES)


def test_a_sample_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        SAMPLES[0].rows = 1  # type: ignore[misc]


@pytest.mark.parametrize("found", SAMPLES, ids=lambda s: s.key)
def test_a_sample_is_read_without_a_loss_and_has_written_answers(found: Sample, tmp_path: Path) -> None:
    [source] = Experiment.create(found.name, found.path, root=tmp_path).sources

    read = source.report
    assert (read.rows, len(source.columns), read.skipped_total) == (found.rows, found.columns, 0)
    assert [column.name for column in source.columns if column.role == ColumnRole.OPEN] != []
