"""Files that no row knows: left by a process that died between the disk and the database."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from uuid import UUID

from experiments import files
from experiments.models import DataSource, Experiment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

AGE = 24 * 3600  # an upload may be on its way for as long as this


def remove() -> int:
    """Remove what is a day old and belongs to nobody; how many files and folders."""
    arrived = [*_old(files.incoming()), *_unknown(_old(files.incoming().parent), DataSource)]
    for path in arrived:
        path.unlink(missing_ok=True)
    folders = _unknown(_old(files.experiments()), Experiment)
    for path in folders:
        files.remove_experiment(UUID(path.name))
    return len(arrived) + len(folders)


def _old(folder: Path) -> Iterator[Path]:
    limit = time.time() - AGE
    return (path for path in folder.iterdir() if path.stat().st_mtime < limit)


def _unknown(paths: Iterable[Path], model: type[DataSource | Experiment]) -> list[Path]:
    """Those that are named by an id of which there is no row."""
    named = {key: path for path in paths if (key := _uuid(path.name))}
    known = set(model.objects.filter(pk__in=named).values_list("pk", flat=True))
    return [path for key, path in named.items() if key not in known]


def _uuid(name: str) -> UUID | None:
    try:
        return UUID(name)
    except ValueError:
        return None
