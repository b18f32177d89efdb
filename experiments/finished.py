"""Finished runs as the library has them: the rows behind a result, opened once for all that looks into them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import persona
from core.pages.kept import Kept
from experiments import files
from experiments.ingest import library
from persona.exceptions import ConfigurationError
from persona.experiment import sources_in
from persona.finished import Finished

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from experiments.models import Experiment

SIZE = 16
"""Runs that stay open."""
_kept: Kept[Finished] = Kept(size=SIZE)


def finished(experiment: Experiment, run_id: UUID) -> Finished:
    """A run with its rows, and whatever was learnt of its people while it stayed open.

    Raises:
        ConfigurationError: its folder has gone.
    """
    found = _kept.find(run_id)
    if found is not None and found.run.path.is_dir():
        return found
    kept_in = library(experiment)
    return _kept.keep(run_id, Finished(kept_in, kept_in.run(run_id)))


@lru_cache(maxsize=200)
def data_behind(experiment_id: UUID, run_id: UUID) -> tuple[Path, ...]:
    """The folders of the data that a run was made from, which stays as it is whatever is added to the experiment.

    Should the run's folder have gone, the data as it is now; should that have gone as well, none.
    """
    folder = files.experiment(experiment_id)
    try:
        kept_in = persona.Experiment.open(folder)
        sources = kept_in.as_of(kept_in.run(run_id)).sources
    except ConfigurationError:
        sources = sources_in(folder)
    return tuple(source.path for source in sources)
