"""Clean records into parts of equal row count, written on a thread of its own while reading goes on."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.messages import data_error
from persona.reading.parquet import write_part

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    import numpy.typing as npt

    from persona.reading.dialect import Dialect

    Positions = npt.NDArray[np.int64]

ROWS = 50_000
CELLS = 5_000_000  # a part of a wide table holds fewer rows


class Batch(NamedTuple):
    """Clean records, one after the other: where each ends, and the physical line it began on."""

    data: bytes
    ends: Positions
    lines: Positions

    def take(self, start: int, stop: int) -> Batch:
        first = int(self.ends[start - 1]) if start else 0
        last = int(self.ends[stop - 1]) if stop else 0
        return Batch(self.data[first:last], self.ends[start:stop] - first, self.lines[start:stop])


def join(batches: list[Batch]) -> Batch:
    """Several batches as one."""
    sizes = [np.diff(batch.ends, prepend=0) for batch in batches]
    none = np.empty(0, np.int64)
    return Batch(
        b"".join(batch.data for batch in batches),
        np.cumsum(np.concatenate([none, *sizes])),
        np.concatenate([none, *(batch.lines for batch in batches)]),
    )


class PartWriter:
    """Use as a context: leaving it waits for the writer, also after an error."""

    def __init__(self, folder: Path, dialect: Dialect, width: int, max_rows: int) -> None:
        self.names: list[str] = []
        self.rows = 0
        self.rows_per_part = max(1, min(ROWS, CELLS // width))
        self._folder, self._dialect, self._width, self._max_rows = folder, dialect, width, max_rows
        self._waiting: list[Batch] = []
        self._count = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="parts")
        self._job: Future[None] | None = None

    def __enter__(self) -> PartWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._thread.shutdown(wait=True)

    def add(self, batch: Batch) -> None:
        """Take clean records; a full part is written at once."""
        self.rows += len(batch.lines)
        if self.rows > self._max_rows:
            raise data_error("too_many_rows", limit=self._max_rows)
        start = 0
        while self._count + len(batch.lines) - start >= self.rows_per_part:
            stop = start + self.rows_per_part - self._count
            self._keep(batch.take(start, stop))
            self._write()
            start = stop
        self._keep(batch.take(start, len(batch.lines)))

    def finish(self) -> None:
        """Write what is left and wait until all is on disk."""
        if self._count:
            self._write()
        self._wait()

    def _keep(self, batch: Batch) -> None:
        if len(batch.lines):
            self._waiting.append(batch)
            self._count += len(batch.lines)

    def _write(self) -> None:
        self._wait()
        batch = join(self._waiting)
        self._waiting, self._count = [], 0
        name = f"part-{len(self.names):05d}.parquet"
        self.names.append(name)
        path = self._folder / name
        self._job = self._thread.submit(write_part, path, *batch, self._dialect, self._width)

    def _wait(self) -> None:
        """At most one part is under way, so that memory stays flat."""
        if self._job is not None:
            self._job.result()
            self._job = None
