"""Finished runs as the library has them: the rows behind a result, opened once for all that looks into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.pages.kept import Kept
from experiments.ingest import library
from persona.finished import Finished

if TYPE_CHECKING:
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
