"""Read: a messy file in, checked Parquet parts and an honest report out."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from persona._deprecated import old_name
from persona.files import called
from persona.messages import data_error, file_size
from persona.models import SkippedLine, SourceReport
from persona.reading.options import DialectChoice, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
else:

    def __getattr__(name: str) -> object:
        return old_name(__name__, name)


__all__ = ["DialectChoice", "Limits", "read_source", "skipped_lines"]

REPORT = "report.json"
LEFT_OUT = "left-out.parquet"
NO_LIMITS_CHANGED = Limits()
NOTHING_CHOSEN = DialectChoice()


def read_source(
    path: Path,
    folder: Path,
    *,
    name: str | None = None,
    limits: Limits = NO_LIMITS_CHANGED,
    dialect: DialectChoice = NOTHING_CHOSEN,
    on_progress: Callable[[int, int], None] | None = None,
) -> SourceReport:
    """Read one file into Parquet parts, a report and a file of skipped lines, all in `folder`.

    What is there already is replaced, but only when everything went well: a failure leaves `folder` as it was.
    `on_progress` hears how many bytes of how many are done; it may raise `Cancelled` to stop.

    Raises:
        DataError: the file is no table, or over a limit; the message says what to do.
        ConfigurationError: the chosen dialect cannot be used.

    Example:
        >>> report = read_source(Path("answers.csv"), Path("answers"))   # doctest: +SKIP
        >>> report.rows, report.names, report.skipped_total              # doctest: +SKIP
        (240, ('Role', 'Country', 'What would help?'), 2)
    """
    from persona.reading.report import read_report  # NumPy loads here, not when the library does

    size = _checked_size(path, limits)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".reading-", dir=folder) as side:
        report = read_report(
            path, Path(side), name=name or path.name, size=size, limits=limits, choice=dialect, on_progress=on_progress
        )
        (Path(side) / REPORT).write_text(report.model_dump_json(indent=2), encoding="utf-8")
        _replace(Path(side), folder, report)
    return report


def skipped_lines(folder: Path) -> Iterator[SkippedLine]:
    """All lines of a source that did not become rows, in order.

    Raises:
        DataError: the folder holds no complete source.
    """
    from persona.reading.parquet import read_left_out

    if not (folder / LEFT_OUT).is_file():
        raise data_error("not_read_yet")
    yield from read_left_out(folder / LEFT_OUT)


def _checked_size(path: Path, limits: Limits) -> int:
    if not path.is_file():
        raise data_error("is_folder" if path.is_dir() else "missing_file", name=called(path))
    try:
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as exc:
        raise data_error("unreadable_file", name=path.name) from exc
    if size > limits.bytes:
        raise data_error("too_large", found=file_size(size), limit=file_size(limits.bytes))
    if not size:
        raise data_error("empty")
    return size


def _replace(side: Path, folder: Path, report: SourceReport) -> None:
    """The report goes first and comes back last: without one, the folder counts as not read."""
    (folder / REPORT).unlink(missing_ok=True)
    for old in folder.glob("part-*.parquet"):
        old.unlink()
    for name in (*report.parts, LEFT_OUT, REPORT):
        shutil.move(side / name, folder / name)
