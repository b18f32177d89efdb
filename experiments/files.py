"""Where files lie below the data folder: all on one volume, so that to move is to rename."""

from __future__ import annotations

import contextlib
import os
import shutil
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from persona.files import remove_folder

if TYPE_CHECKING:
    from uuid import UUID

MAX_NAME = 120
"""Characters of a file's name: what the model keeps, the API takes, and `label` leaves."""


def incoming() -> Path:
    """Uploads that are still arriving, each under a random name."""
    return _folder("uploads", "incoming")


def upload(source_id: UUID | str) -> Path:
    """An upload that has arrived, until it has been read."""
    return _folder("uploads") / str(source_id)


def experiments() -> Path:
    """The library's folder of experiments; each is named by its id."""
    return _folder("experiments")


def experiment(experiment_id: UUID) -> Path:
    return experiments() / str(experiment_id)


def source(experiment_id: UUID, source_id: UUID | str) -> Path:
    """What the library keeps of a source: the file as it came, its Parquet parts, report and columns."""
    return experiment(experiment_id) / "sources" / str(source_id)


def original(experiment_id: UUID, source_id: UUID | str) -> Path:
    """The file as it came: the library's copy once it has been read, the upload before. It may be gone."""
    return next(source(experiment_id, source_id).glob("original*"), upload(source_id))


def run(experiment_id: UUID, run_id: UUID) -> Path:
    """What the library keeps of a run."""
    return experiment(experiment_id) / "runs" / str(run_id)


def remove_source(experiment_id: UUID, source_id: UUID | str) -> None:
    """Remove whatever there is of a source."""
    upload(source_id).unlink(missing_ok=True)
    _remove(source(experiment_id, source_id))


def remove_experiment(experiment_id: UUID) -> None:
    """Remove the data and the runs of an experiment."""
    _remove(experiment(experiment_id))


def label(name: str) -> str:
    """A file's own name as a label: no path, no control characters, short, its ending kept."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C")
    clean = " ".join(clean.split()).strip(". ") or "data"
    stem, ending = Path(clean).stem, Path(clean).suffix[:20]
    return stem[: MAX_NAME - len(ending)] + ending


def same_bytes(source: Path, target: Path) -> None:
    """`target` becomes the same file as `source`: a second name for it where the disk can, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _remove(folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        remove_folder(folder)


def _folder(*names: str) -> Path:
    folder: Path = settings.DATA_DIR.joinpath(*names)
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
