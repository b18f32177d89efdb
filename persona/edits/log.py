"""The log of a run's edits: one line an edit, only ever added to, each on disk before anybody is told "saved"."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pydantic import ValidationError

from persona.edits.applying import apply
from persona.edits.checking import check
from persona.edits.models import Edit
from persona.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from persona.edits.models import AppliedResult
    from persona.models import GenerationResult

EDITS = "edits.jsonl"


class EditLog:
    """The edits in a file, in their order.

    Example:
        >>> for edit in run.edits:                                        # doctest: +SKIP
        ...     print(edit.when, edit.who, edit.action.type)
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"EditLog({str(self.path)!r})"

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.read())

    def __len__(self) -> int:
        return len(self.read())

    def read(self) -> tuple[Edit, ...]:
        """All edits that can be read; `problems` tells of the others."""
        return _edits(self._lines())

    @property
    def problems(self) -> tuple[str, ...]:
        """Lines that are left out, and why, in words for people: one that was cut off, or of a newer version."""
        found = []
        for number, line in enumerate(self._lines(), start=1):
            if line.strip() and _edit(line) is None:
                is_torn = not line.endswith(b"\n") or not line.rstrip().endswith(b"}")
                found.append(sentence("edit_line_torn" if is_torn else "edit_line_unknown", line=number))
        return tuple(found)

    def add(self, edit: Edit, result: GenerationResult) -> AppliedResult:
        """Write an edit of this result down, where it may be made; of two at once the later sees the earlier.

        Raises:
            EditConflict, EditError: it may not; nothing is written.
        """
        if not self.path.exists():  # else a refused first edit would leave an empty file
            check(result, (), edit)
        with self.path.open("a+b") as file, _alone(file):
            lines = _read(file)
            applied = check(result, _edits(lines), edit)
            _write(file, lines, (edit,))
        return applied

    def extend(self, edits: Sequence[Edit]) -> None:
        """Write down edits that were carried over (`persona.edits.carry`); those that are there already stay once."""
        if not edits:
            return
        with self.path.open("a+b") as file, _alone(file):
            lines = _read(file)
            known = {edit.id for edit in _edits(lines)}
            _write(file, lines, [edit for edit in edits if edit.id not in known])

    def apply(self, result: GenerationResult) -> AppliedResult:
        """The result with all edits."""
        return apply(result, self.read())

    def _lines(self) -> list[bytes]:
        try:
            with self.path.open("rb") as file:
                return file.readlines()
        except FileNotFoundError:
            return []


def _read(file: BinaryIO) -> list[bytes]:
    file.seek(0)
    return file.readlines()


def _write(file: BinaryIO, lines: Sequence[bytes], edits: Sequence[Edit]) -> None:
    """New lines on disk, all in one write; a torn line above stays one of its own."""
    start = b"" if not lines or lines[-1].endswith(b"\n") else b"\n"
    file.write(start + b"".join(edit.model_dump_json().encode() + b"\n" for edit in edits))
    file.flush()
    os.fsync(file.fileno())


def _edits(lines: Sequence[bytes]) -> tuple[Edit, ...]:
    return tuple(edit for line in lines if (edit := _edit(line)) is not None)


def _edit(line: bytes) -> Edit | None:
    try:
        return Edit.model_validate_json(line)
    except ValidationError:
        return None


@contextmanager
def _alone(file: BinaryIO) -> Iterator[None]:
    """While nobody else adds to the file; the lock goes with the file when it is closed."""
    try:
        import fcntl
    except ImportError:  # no such locks there: one program at a time
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    yield
