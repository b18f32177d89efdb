"""Two surveys to try the library with: one invented, one real."""

from __future__ import annotations

from pathlib import Path

from persona.messages import configuration_error
from persona.models import Frozen

FOLDER = Path(__file__).parent


class Sample(Frozen):
    """A file that comes with the library."""

    key: str
    name: str
    description: str
    attribution: str
    rows: int
    columns: int

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.key}.csv"


SAMPLES: tuple[Sample, ...] = (
    Sample(
        key="planning-invented",
        name="Planning the week (invented)",
        description="300 invented answers about how people plan their work, with clear groups in them.",
        attribution="Invented for this project: no real person said any of it.",
        rows=300,
        columns=29,
    ),
    Sample(
        key="r-users",
        name="People who use R (real)",
        description="240 real answers from a survey of the R community in 2018: what they like, what they miss.",
        attribution=(
            "R Community Survey 2018 by RStudio PBC (now Posit), github.com/rstudio/r-community-survey, "
            "Apache License 2.0. Changes: 240 respondents with at least three readable answers; respondents without "
            "R experience removed; columns renamed; gender, ethnicity and the free-text job title dropped; "
            "age and years grouped."
        ),
        rows=240,
        columns=19,
    ),
)


def sample(key: str) -> Sample:
    """The sample with this key.

    Raises:
        ConfigurationError: there is none.
    """
    for found in SAMPLES:
        if found.key == key:
            return found
    raise configuration_error("sample_missing", name=key, names=", ".join(s.key for s in SAMPLES))
