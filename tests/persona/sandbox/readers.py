"""The processes that read files, seen from outside (Linux)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.processes import family, parents


def readers(of: int = 0) -> list[int]:
    """The reading processes of a process, this one if not said otherwise; the fork that reads last.

    Those of a server that this one has started for other tests are not meant.
    """
    top, known = of or os.getpid(), parents()
    found = {pid for pid in family(top) if b"persona.sandbox.child" in _command(pid)}

    def is_of_top(pid: int) -> bool:
        parent = known.get(pid, 0)
        return parent == top or (parent in found and is_of_top(parent))

    return sorted(filter(is_of_top, found))


def forks() -> list[int]:
    """The forks that read a file now: readers below readers, however many others wait."""
    there, known = readers(), parents()
    return [pid for pid in there if known.get(pid) in there]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
