"""Who made sample data is said of samples, and of no file of people's own."""

from __future__ import annotations

import pytest

from experiments.models import DataSource, Experiment
from experiments.samples import attribution
from persona.samples import SAMPLES, Sample


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
@pytest.mark.parametrize("is_sample", [True, False])
def test_a_sample_says_who_made_it(sample: Sample, is_sample: bool) -> None:
    source = DataSource(name=sample.path.name, experiment=Experiment(is_sample=is_sample))

    assert attribution(source) == (sample.attribution if is_sample else "")


def test_another_file_in_an_experiment_that_began_as_a_sample_is_of_whoever_uploads_it() -> None:
    assert attribution(DataSource(name="mine.csv", experiment=Experiment(is_sample=True))) == ""
