"""The processes that read files, seen from outside (Linux)."""

from __future__ import annotations

import os
from pathlib import Path

from tests.processes import family, parents


def readers(of: int = 0) -> list[int]:
    """The reading processes below a process, this one if not said otherwise; the fork that reads last."""
    return sorted(pid for pid in family(of or os.getpid()) if b"persona.sandbox.child" in _command(pid))


def forks() -> list[int]:
    """The forks that read a file now: readers below readers, however many others wait."""
    there, known = readers(), parents()
    return [pid for pid in there if known.get(pid) in there]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
