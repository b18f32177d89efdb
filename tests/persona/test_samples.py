"""The samples are what they say they are."""

from __future__ import annotations

import csv

import pytest

from persona.exceptions import ConfigurationError
from persona.samples import FOLDER, SAMPLES, Sample, sample


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
