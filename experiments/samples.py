"""Where sample data comes from: it is said wherever the data is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.samples import SAMPLES

if TYPE_CHECKING:
    from experiments.models import DataSource


def attribution(source: DataSource) -> str:
    """Who made the sample in this source; empty for data of people's own."""
    if not source.experiment.is_sample:
        return ""
    return next((sample.attribution for sample in SAMPLES if sample.path.name == source.name), "")
